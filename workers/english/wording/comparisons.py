"""The wording of answers about two words: their difference, and whether one is a kind of the other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from workers.english.wording.forms import FORM_NAMES
from workers.english.wording.phrases import arrows, capital, plain_name, quoted, with_a
from workers.wordnet.names.spelled import readable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.english.understood import Understood


def difference(understood: Understood, word: str, found: Sequence[dict[str, Any]]) -> str:
    """Return the meanings of both words, then how the words stand to each other."""
    [entry] = found
    other = understood.term2.shown if understood.term2 else entry["words"][1]["word"]
    relations = entry["relations"]
    shared = _shared_meaning(word, other, entry["words"])
    if shared:
        relations = [each for each in relations if each["relation"] != "same_meaning"]
        return " ".join([shared, *(_relations(word, other, relations) if relations else ())])
    words = [_meanings(name, each) for name, each in zip((word, other), entry["words"], strict=True)]
    return " ".join([*words, *_relations(word, other, relations)])


def _shared_meaning(word: str, other: str, entries: Sequence[dict[str, Any]]) -> str:
    """Return one sentence for two words of which the same meaning comes first; else ""."""
    first, second = (entry["senses"][:1] for entry in entries)
    if not first or not second or first[0]["definition"] != second[0]["definition"]:
        return ""
    examples = [quoted(sense["example"]) for sense in (*first, *second) if "example" in sense]
    shown = f" ({', '.join(dict.fromkeys(examples))})" if examples else ""
    pos, meaning = plain_name(first[0]["pos"]), first[0]["definition"]
    said = f"{capital(word)} and {other} ({pos}) can mean the same: {meaning}{shown}."
    for name, entry in zip((word, other), entries, strict=True):
        for sense in entry["senses"][1:]:
            said += f" {capital(name)} also means ({plain_name(sense['pos'])}): {sense['definition']}."
    return said


def _meanings(word: str, entry: dict[str, Any]) -> str:
    if not entry["senses"]:
        kind = entry.get("kind")
        return f"{capital(word)} is {kind}." if kind else f"WordNet (2006) does not have “{word}”."
    shown: list[str] = []
    pos = ""
    for sense in entry["senses"]:
        name = plain_name(sense["pos"])
        label = "" if name == pos else f"({name}) " if shown else f"({name}): "
        example = f" ({quoted(sense['example'])})" if "example" in sense else ""
        shown.append(f"{label}{sense['definition']}{example}")
        pos = name
    return f"{capital(word)} {'; '.join(shown)}."


def _relations(word: str, other: str, relations: Sequence[dict[str, Any]]) -> list[str]:
    """Return the sentences about the relations; a rare meaning in common gives way to the others."""
    names = [relation["relation"] for relation in relations]
    if not relations:
        return ["WordNet has no relation between them."]
    said = []
    for relation in relations:
        if "rare" in relation and len(names) > 1:
            continue
        said.append(_relation(word, other, relation))
    by_ear = {"homophones": "sound alike", "near_homophones": "sound nearly alike"}
    alike = [by_ear[name] for name in names if name in by_ear]
    alike += ["are spelt nearly alike"] * ("spelling" in names)
    if alike:
        said.append(f"They {' and '.join(alike)}.")
    return list(filter(None, said))


def _relation(word: str, other: str, relation: dict[str, Any]) -> str:
    name = relation["relation"]
    if name == "same_meaning":
        often = "In a rarer meaning they are the same" if "rare" in relation else "They can mean the same"
        return f"{often}: {quoted(relation['definition'])}."
    if name == "kind_of":
        path = relation["path"]
        return f"{capital(readable(path[0]))} is a kind of {readable(path[-1])}{_steps(path)}."
    if name == "shared_hypernym":
        return f"Both are kinds of {readable(relation['words'][0])}."
    first = readable(relation.get("first", ""))
    second = other if first.lower() == word.lower() else word
    if name == "form_of":
        return f"{capital(first)} is the {FORM_NAMES.get(relation['form'], relation['form'])} of {second}."
    return _SAID.get(name, "").format(first=first, First=capital(first), second=second)


_SAID: Final[dict[str, str]] = {
    "opposites": "They are opposites.",
    "similar": "They are similar in meaning.",
    "derivation": "They belong to one word family.",
    "part_of": "{First} is a part of {second}.",
    "causes": "To {first} is to make somebody or something {second}.",
    "entails": "To {first} is also to {second}.",
}


def is_a(understood: Understood, word: str, found: Sequence[dict[str, Any]]) -> str:
    """Return yes with the way up, or no with what it is instead; then the meanings that differ."""
    other = understood.term2.shown if understood.term2 else ""
    first, *others = found
    said = _verdict(word, other, first)
    rare = next((entry for entry in others if entry["is_a"] and not first["is_a"]), None)
    if rare:
        said += f" But in the meaning {quoted(rare['senses'][0]['definition'])}, it is: {_way(rare)}."
    denied = next((entry for entry in others if first["is_a"] and not entry["is_a"]), None)
    if denied:
        said += f" But in the meaning {quoted(denied['senses'][0]['definition'])}, {_way(denied)}."
    return said


def _verdict(word: str, other: str, entry: dict[str, Any]) -> str:
    relation, one = entry["relation"], quoted(entry["senses"][0]["definition"])
    if relation == "same":
        return f"Yes: {word} and {other} can be the same thing, {one}."
    if relation == "kind":
        return f"Yes: {_way(entry)}, in the meaning {one}."
    if relation == "definition":
        above = readable(entry["path"][1])
        return f"Yes, by its definition: {one}. WordNet lists it as a kind of {above}."
    if relation == "reverse":
        return f"The other way round: {_way(entry)}."
    return _no(other, entry)


def _no(other: str, entry: dict[str, Any]) -> str:
    """Return a plain no where the kinds exclude each other, and else what WordNet says."""
    one = entry["senses"][0]
    if _mentions(one["definition"], other):
        mentioned = f"Its definition mentions it, though: {quoted(one['definition'])}."
        return f"WordNet does not list it so: there, {_way(entry)}. {mentioned}"
    verdict = "No:" if "exclusive" in entry else "WordNet does not say so: there,"
    return f"{verdict} {_way(entry)}, in the meaning {quoted(one['definition'])}."


def _way(entry: dict[str, Any]) -> str:
    """Return the path as a sentence without its end: "a whale is a kind of mammal (whale → … → mammal)"."""
    path = list(map(readable, entry["path"]))
    sense = entry["senses"][1 if entry["relation"] == "reverse" else 0]
    kind = "a way to" if sense["pos"] == "v" else "a kind of"
    return f"{_with_article(path[0], sense)} is {kind} {path[-1]}{_steps(path)}"


def _steps(path: Sequence[str]) -> str:
    """Return a path in brackets; nothing if it has two ends only, because the sentence names them."""
    between = path[1:-1]
    return f" ({arrows(path)})" if between else ""


# Files of WordNet whose nouns are mostly things that can be counted.
_COUNTED: Final = frozenset(
    {"noun.animal", "noun.artifact", "noun.person", "noun.plant", "noun.body", "noun.object", "noun.shape"}
)


def _with_article(word: str, sense: dict[str, Any]) -> str:
    """Return a thing that can be counted with its article, anything else as it is."""
    if sense["pos"] != "n" or sense["lexname"] not in _COUNTED or word != word.lower():
        return f"to {word}" if sense["pos"] == "v" else word
    return with_a(word)


def _mentions(definition: str, word: str) -> bool:
    return re.search(rf"\b{re.escape(word)}s?\b", definition, re.IGNORECASE) is not None
