"""The wording of answers about two words: their similarity, their difference, whether one is a kind."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from workers.english.several.classes_asked import NEGATED
from workers.english.wording.sentences import SENTENCES, say, with_a
from workers.wordnet.names.national_spellings import by_country, counterparts
from workers.wordnet.names.spelled import readable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.english.wording.sentences import Answer

    Found = dict[str, Any]  # an entry of a response

# The least Wu-Palmer similarity of two words → how close they are. Cat and dog have .86, winter and song .31.
_CLOSE: Final = ((0.75, "close"), (0.5, "related"), (0.0, "far"))
_FOOD: Final = "noun.food"
# Files of WordNet whose nouns are mostly things that can be counted.
_COUNTED: Final = frozenset(
    {"noun.animal", "noun.artifact", "noun.person", "noun.plant", "noun.body", "noun.object", "noun.shape"}
)


def similarity(answer: Answer) -> str:
    """Return how close two words are and the meaning above both, then the figures."""
    closest = answer.found[0]
    one, two = closest["senses"]
    if closest["path"] == 1:
        return answer.say("similarity.same", **one)
    figures = {name: f"{closest[name]:.2f}" for name in ("path", "wup")}
    above = closest["hypernym"]
    if above is None:
        return answer.say("similarity.none", pos=one["pos"], **figures)
    key = next(key for least, key in _CLOSE if closest["wup"] >= least)
    which = "" if one["sense"] == two["sense"] == 1 else "closest"
    is_one = above["words"] in (one["synonyms"], two["synonyms"])
    meeting = say(
        "similarity.one_is" if is_one else "similarity.both_are",
        above=above["words"][0],
        definition=above["definition"],
    )
    return answer.say(f"similarity.{key}", which=which, meeting=meeting, **figures)


def difference(answer: Answer) -> str:
    """Return the meanings of both words, then how the words stand to each other."""
    [entry] = answer.found
    one, other = entry["words"]
    said, relations = _shared_meaning(one, other), entry["relations"]
    if said:
        relations = [each for each in relations if each["relation"] != "same_meaning"]
    else:
        none = [{"relation": "none"}] if one["senses"] and other["senses"] else []
        said, relations = [_meanings(each, relations) for each in (one, other)], relations or none
    form = [each for each in relations if each["relation"] == "form_of"]  # that says most
    relations = [each for each in relations if each not in form]
    first, others = (_relations(one["word"], other["word"], each) for each in (form, relations))
    if all("kind" in word and not word["senses"] for word in (one, other)):
        others.append(say("difference.little_both"))
    shared, usual = _shared_in_all(entry["relations"]), _usual(entry["relations"])
    countries = _of_countries(one["word"], other["word"], entry["relations"])
    is_of_spelling = any(each["relation"] == "variants" for each in relations)
    if is_of_spelling and not countries:
        first += usual  # the short answer to "which spelling?"
    else:
        shared += usual
    same = [each for each in entry["relations"] if each.get("all_of", ())[1:]]
    if same and not (is_of_spelling or countries):
        shared.append(say("relation.not_apart"))
    return " ".join(filter(None, [*countries, *first, *said, *others, *shared]))


def _of_countries(one: str, other: str, relations: Sequence[Found]) -> list[str]:
    """Return which of two spellings of one word is British and which American, if our own rules tell."""
    are_spellings = any(each["relation"] == "variants" for each in relations)
    if not (are_spellings or other.lower() in counterparts(one.lower())):
        return []
    known = by_country([one.lower(), other.lower()])
    if not known:
        return []
    return [say("verdict.countries", american=known["American"], british=known["British"])]


def _shared_meaning(one: Found, other: Found) -> list[str]:
    """Return the sentences on two words of which the same meaning comes first; else none."""
    first, second = one["senses"][:1], other["senses"][:1]
    if not (first and second and first[0]["definition"] == second[0]["definition"]):
        return []
    examples = list(dict.fromkeys(sense["example"] for sense in (*first, *second) if "example" in sense))
    also = [(word["word"], sense) for word in (one, other) for sense in word["senses"][1:]]
    times = Counter(sense["definition"] for _, sense in also)
    words = {"word": one["word"], "other": other["word"]}
    others = [definition for definition, count in times.items() if count > 1]
    said = say("difference.same", **first[0], **words, examples=examples, others=others)
    own = [(word, sense) for word, sense in also if times[sense["definition"]] == 1]
    return [said, *(say("difference.also", word=word, **sense) for word, sense in own)]


def _meanings(word: Found, relations: Sequence[Found]) -> str:
    """Return the meanings of a word, without one behind others that the relations name as shared."""
    if not word["senses"]:
        return say("difference.little" if "kind" in word else "unknown.unknown", **word)
    first, *others = word["senses"]
    shared = [each["definition"] for each in relations if each["relation"] == "same_meaning"]
    shown = [first, *(sense for sense in others if sense["definition"] not in shared)]
    meanings = []
    for pos, senses in groupby(shown, key=lambda sense: sense["pos"].replace("s", "a")):
        shown = [say("difference.meaning", **sense) for sense in senses]
        meanings.append(say("difference.meanings_as", pos=pos, meanings=shown))
    return say("difference.meanings", word=word["word"], meanings=meanings)


def _relations(word: str, other: str, relations: Sequence[Found]) -> list[str]:
    """Return the sentences about the relations, the last that on a rare meaning in common."""
    relations = sorted(relations, key=lambda each: "rare" in each)
    ways = SENTENCES["alike"]
    alike = [ways[each["relation"]] for each in relations if each["relation"] in ways]
    said = [_relation(word, other, each) for each in relations if each["relation"] not in ways]
    alike_said = [say("relation.alike", ways=alike)] if alike else []
    return [*said, *alike_said]


def _shared_in_all(relations: Sequence[Found]) -> list[str]:
    """Return whether a word has only meanings of the other."""
    return [
        say(f"relation.all_of_{'both' if each['all_of'][1:] else 'one'}", word=each["all_of"][0], **each)
        for each in relations
        if "all_of" in each
    ]


def _usual(relations: Sequence[Found]) -> list[str]:
    """Return which of two words WordNet lists first, or the texts use much more."""
    listed = (each["listed_first"] for each in relations if "listed_first" in each)
    commoner = dict.fromkeys(each["commoner"] for each in relations if "commoner" in each)
    are_all = any(each["relation"] == "variants" or each.get("all_of", ())[1:] for each in relations)
    key = "relation.commoner" if are_all else "relation.commoner_shared"
    return [
        *(say("relation.listed_first", word=word) for word in listed),
        *(say(key, word=word) for word in commoner),
    ]


def _relation(word: str, other: str, relation: Found) -> str:
    key = "same_rare_meaning" if "rare" in relation else relation["relation"]
    first = readable(relation.get("first", word))
    ends = {"first": first, "second": other if first.lower() == word.lower() else word}
    return say(f"relation.{key}", **{**relation, **ends, **_steps(relation.get("path", ()))})


def is_a(answer: Answer) -> str:
    """Return yes with the way up, or no with its own kind; then the meanings that differ.

    A rarer meaning comes first if it is a kind of the other word's first meaning: one knife is a weapon.
    """
    first, *others = answer.found
    differing = next((entry for entry in others if entry["is_a"] != first["is_a"]), None)
    if not differing:
        return _verdict(answer, first)
    is_certain = first["is_a"] or "exclusive" in first or first["relation"] == "reverse"
    is_likely = differing["relation"] == "kind" and "rare" not in differing
    if not is_certain and is_likely and differing["senses"][1]["sense"] == 1:
        shown = {"definition": differing["senses"][0]["definition"], "way": _way(differing)}
        other = {"other_definition": first["senses"][0]["definition"], "other_way": _way(first)}
        return answer.say("is_a.in_one", **_opening(answer, differing), **shown, **other)
    ways = {"same": "but_same", "none": "but_it_is_not", "reverse": "but_it_is_not"}
    key, definition = ways.get(differing["relation"], "but_it_is"), differing["senses"][0]["definition"]
    but = answer.say(f"is_a.{key}", definition=definition, way=_way(differing))
    return f"{_verdict(answer, first)} {but}"


def _verdict(answer: Answer, entry: Found) -> str:
    opening, relation = _opening(answer, entry), entry["relation"]
    if "senses" not in entry:
        return answer.say(f"is_a.{relation}", **opening)
    sense = entry["senses"][0]
    definition, hedge = sense["definition"], answer.asked.hedge
    if "exclusive" in entry:
        relation = "exclusive"
    elif relation == "none" and re.search(rf"\b{re.escape(answer.other)}s?\b", definition, re.IGNORECASE):
        relation = "mentions"
    values = {"definition": definition, "above": entry["path"][1:2], "way": _way(entry)}
    said = answer.say(f"is_a.{relation}", **values, **opening)
    is_of_food = sense["lexname"] == _FOOD and hedge not in ("", NEGATED)
    return f"{said} {say('is_a.hedged', hedge=hedge)}" if is_of_food else said


def _opening(answer: Answer, entry: Found) -> Found:
    """Return yes and no as the question needs them: "yes" is unclear behind "it isn't one, is it?"."""
    hedge, other = answer.asked.hedge, answer.other
    if hedge == NEGATED:
        return {"yes": "It is", "no": "It is not"}
    if answer.asked.term2 and answer.asked.term2.part_of:  # of "a poison spider", WordNet has the last word
        return {"yes": f"For “{other}” alone, yes", "no": f"No, not {_one(other)}"}
    is_of_food = hedge and "senses" in entry and entry["senses"][0]["lexname"] == _FOOD
    return {"yes": "As a food, yes" if is_of_food else "Yes", "no": f"No, not {_one(other)}"}


def _one(other: str) -> str:
    """Return a noun with its article, without one if it may be a plural."""
    return other if other.endswith("s") else with_a(other)


def _way(entry: Found) -> str:
    """Return the path as a sentence without its end: "a whale is a kind of mammal (whale → … → mammal)"."""
    steps = _steps(entry["path"])
    sense = entry["senses"][1 if entry["relation"] == "reverse" else 0]
    is_thing = sense["lexname"] in _COUNTED and steps["first"].islower()
    return say(f"way.{'verb' if sense['pos'] == 'v' else 'thing' if is_thing else 'other'}", **steps)


def _steps(path: Sequence[str]) -> Found:
    """Return the ends of a path, and all its steps if there are more than these."""
    return {"first": path[0], "last": path[-1], "steps": path if path[1:-1] else ()} if path else {}
