"""The wording of answers about a word itself: whether it is one, its usage, its sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from workers.english.wording.forms import FORM_NAMES
from workers.english.wording.phrases import capital, listed, quoted, with_a, with_article
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workers.english.understood import Understood

_UNMARKED: Final = (
    "WordNet does not mark it as informal, offensive, archaic or regional, but it marks few words."
)
# Marks that are things: "it is an intensifier".
_NOUNS: Final = word_set("intensifier euphemism trademark plural blend acronym idiom") | {
    "ethnic slur",
    "trade name",
}
_MOST_MEANINGS: Final = 3
_MOST_PATTERNS: Final = 3
_MOST_NEAR: Final = 3


def is_word(_understood: Understood, word: str, found: Sequence[dict[str, Any]]) -> str:
    """Return what the word is, or the nearest words with the reason for doubt."""
    [entry] = found
    if "kind" in entry and "pos" not in entry:
        only = "WordNet has nouns, verbs, adjectives and adverbs only, so it lacks it."
        return f"Yes: “{word}” is {entry['kind']}. {only}"
    if entry["in_wordnet"]:
        return _known(word, entry)
    if "instead" in entry:
        right = entry["instead"]
        form = FORM_NAMES.get(right["form"], right["form"])
        return f"Not in WordNet: the {form} of {right['of']} is {listed(right['words'], 'or')}."
    if "written" in entry:
        return f"Not in this spelling: WordNet writes “{entry['written']}”."
    near = entry.get("nearest", [])[:_MOST_NEAR]
    nearest = f" Near in spelling: {listed(near)}." if near else ""
    return f"WordNet (2006) does not have “{word}”; a newer or a rare word can still be one.{nearest}"


def _known(word: str, entry: dict[str, Any]) -> str:
    parts = [with_article(letter) for letter in entry.get("pos", ())]
    said = [f"“{word}” is {entry['kind']}"] if "kind" in entry else []
    if parts:
        name = "a name" if "is_name" in entry else listed(parts)
        marks = f", marked as {listed(entry['marks'])}" if "marks" in entry else ""
        said.append(f"WordNet has “{word}” as {name}{marks}")
    forms: dict[str, list[str]] = {}
    for each in entry.get("of", ()):
        forms.setdefault(each["of"], []).append(FORM_NAMES.get(each["form"], each["form"]))
    of = [f"the {listed(list(dict.fromkeys(names)))} of {base}" for base, names in forms.items()]
    if of:
        said.append(f"{'it' if said else f'“{word}”'} is {listed(of)}")
    return f"Yes: {', and '.join(said)}."


def usage(_understood: Understood, word: str, found: Sequence[dict[str, Any]]) -> str:
    """Return how common a word is, and the marks of its meanings, those of usage and region first."""
    [entry] = found
    name = word if entry["word"].lower() == word.lower() else entry["word"]
    said = [f"{capital(name)} is {entry['frequency']} in the texts that WordNet counts."]
    if "offensive" in entry:
        said.append("It can offend.")
    marked = [(sense, _labels(sense, ("usage", "region"))) for sense in entry["senses"]]
    marked = [(sense, labels) for sense, labels in marked if labels]
    for sense, labels in marked[:_MOST_MEANINGS]:
        where = "It is" if entry["meanings"] == 1 else f"In the meaning {quoted(sense['definition'])}, it is"
        said.append(f"{where} {listed([with_a(name) if name in _NOUNS else name for name in labels])}.")
    topics = list(dict.fromkeys(label for sense in entry["senses"] for label in _labels(sense, ("topic",))))
    if topics:
        belongs = "It belongs to" if entry["meanings"] == 1 else "It has meanings in"
        said.append(f"{belongs} {listed(topics[:_MOST_MEANINGS])}.")
    if not (marked or topics or "offensive" in entry):
        said.append(_UNMARKED)
    return " ".join(said)


def _labels(sense: dict[str, Any], kinds: Iterable[str]) -> list[str]:
    return [mark["label"] for mark in sense["marks"] if mark["kind"] in kinds]


def frames(_understood: Understood, word: str, found: Sequence[dict[str, Any]]) -> str:
    """Return whether a verb takes an object, with a sentence for each way to use it."""
    with_object, without = _clearest(found, "transitive"), _clearest(found, "intransitive")
    if with_object and without:
        only_one = with_object is without
        says = "can do with or without an object" if only_one else "has an object in some meanings only"
        shown = [with_object] if only_one else sorted((with_object, without), key=lambda each: each["sense"])
        verdict = f"{capital(word)} can be transitive or intransitive: it {says}."
        return " ".join([verdict, *(_meaning(each) for each in shown)])
    kind = "transitive: it takes an object" if with_object else "intransitive: it takes no object"
    if not with_object and not without:
        kind = "a verb that takes neither an object nor stands alone"
    return f"{capital(word)} is {kind}. {_meaning(with_object or without or found[0])}"


def _clearest(found: Sequence[dict[str, Any]], way: str) -> dict[str, Any] | None:
    """Return the first meaning that is only transitive, or only intransitive; else the first that can be."""
    other = "intransitive" if way == "transitive" else "transitive"
    able = [sense for sense in found if sense[way]]
    return next((sense for sense in able if not sense[other]), able[0] if able else None)


def _meaning(sense: dict[str, Any]) -> str:
    patterns = "; ".join(sense["frames"][:_MOST_PATTERNS])
    sentences = sense.get("sentences", ())
    example = f" For example: {quoted(sentences[0])}." if sentences else ""
    return f"In the meaning {quoted(sense['definition'])}: {patterns}.{example}"
