"""The sentence patterns of a verb that a question names: "explain me the rule", "dissuade from"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from workers.commands.term import Term
from workers.commands.word_facts.prepositions import PREPOSITIONS, times_before, times_behind_verb
from workers.english.pieces import plain
from workers.english.several.ways_to_say import WAY_TO_SAY
from workers.english.understood import Understood
from workers.english.wording.patterns.infinitives_asked import on_infinitives, verb_before_form
from workers.english.wording.patterns.prepositions_asked import prepositions_asked
from workers.english.wording.sentences import if_any, say, sentence
from workers.wordnet.inflection.inflections import inflect
from workers.wordnet.names.spelled import readable
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from shared.messages import Said
    from workers.english.term_finder import TermFinder
    from workers.wordnet.lexicon import Lexicon

_PERSON: Final = r"(?:some|any)(?:body|one)|sb"
_PRONOUN: Final = rf"{_PERSON}|me|him|her|us|them|you"
_PREPOSITION: Final = "|".join(sorted(PREPOSITIONS))
_VERB: Final = r"[\"“']?(?P<verb>[a-z]+)[\"”']?"
_THING: Final = r"(?:some|any)thing|sth|(?:the|an?|my|your|his|her|their|some|this|that) [a-z]+"
_SUBJECT: Final = r"(?:i|you|he|she|we|they|to|someone|somebody) "
# A sentence whose form is asked about, and words for one: "explain me the rule", donate someone something.
_IN_QUOTES: Final = re.compile(
    rf"[\"“'](?:{_SUBJECT})?(?P<verb>[a-z]+) (?:{_PRONOUN}) (?:(?P<two>{_THING})|(?P<to_do>to [a-z]+))\b"
)
_IN_WORDS: Final = re.compile(
    rf"\b(?P<verb>[a-z]+)[\"”']? (?:{_PERSON}) (?:(?P<two>something|sth)|(?P<to_do>to do))\b"
)
_TWO_OBJECTS: Final = re.compile(r"\b(?P<two>two objects|double object|indirect object)\b")
# "Discuss about", "he slept the baby".
_OBJECT_QUOTED: Final = re.compile(rf"[\"“']{_SUBJECT}(?P<verb>[a-z]+) (?:{_THING})\b")
_WITH_QUOTED: Final = re.compile(rf"[\"“'](?P<verb>[a-z]+) (?P<preposition>{_PREPOSITION})\b")
_JUDGED: Final = re.compile(
    r"\b(?:say|write|correct|right|wrong|grammatical|proper|acceptable|ok|okay|must)\b"
)
_OF_MEANING: Final = re.compile(r"\bmean")  # "what does “give me a break” mean?"
# An object alone, unless the question goes on, as "can you suggest something for dinner" does; prepositions.
_OTHERS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:can|could|do|does) (?:you|i|we|one|people) {_VERB} "
        rf"(?:{_PERSON}|something|anything|sth)[\"”']?(?: or\b.*|,.*|[ ?.!]*)$",
        rf"\b(?:can|could|does|must) (?:the verb )?{_VERB} be followed by\b",
        rf"\bis (?:the verb )?{_VERB} (?:used|followed) (?:with|by) [\"“']?(?:{_PREPOSITION})\b",
        rf"\bdoes (?:the verb )?{_VERB} (?:take|need|get|use|go with) [\"“']?(?:{_PREPOSITION})\b",
    )
)
# What people ask a bot for: "can you suggest something?"
_REQUESTED: Final = word_set(
    "ask check define do explain find get give help look name recommend rhyme say search show spell suggest"
    " teach tell translate try use write"
)
# "What part of speech comes after a preposition?"
_OF_ORDER: Final = re.compile(
    r"\b(?:comes?|go(?:es)?|stands?|follows?|be used|is used|(?:put|use) it) (?:after|before|behind) "
    r"(?:(?:an?|the) )?(?:noun|verb|adjective|adverb|preposition|conjunction|pronoun|article|determiner)s?\b"
)
_AFTER_TO: Final = re.compile(r"\w[\"'”]? to ([a-z]+)\b")
_OF_ING: Final = re.compile(r"\b[a-z]+ing\b")
_WITH_PREPOSITION: Final = re.compile(
    r"\b(?:takes?|taking|needs?|requires?|followed by|uses?|goes with|go with|or|after|and|an?|with)"
    rf" [\"“']?(?P<preposition>{_PREPOSITION})\b(?! (?:it|itself)\b)"
)
_ENDS: Final = {"two": "somebody something", "to_do": "somebody to do something"}
_TO_SOMEBODY: Final = "something to somebody"


def verb_in_pattern(line: str) -> str:
    """Return the verb of which a question, in lower case, names a sentence pattern; "" if it names none.

    >>> verb_in_pattern('can you say "explain me the rule"?'), verb_in_pattern("can you elapse something?")
    ('explain', 'elapse')
    >>> verb_in_pattern("can you suggest something?"), verb_in_pattern('what does "give me a hand" mean?')
    ('', '')
    """
    quoted = (_WITH_QUOTED, _OBJECT_QUOTED) if _is_judged(line) else ()
    found = _objects_in(line) or _first(line, *quoted, *_OTHERS)
    is_request = found and found.re is _OTHERS[0] and found["verb"] in _REQUESTED
    return found["verb"] if found and not is_request else ""


def _objects_in(line: str) -> re.Match[str] | None:
    return _first(line, *([_IN_QUOTES] if _is_judged(line) else []), _IN_WORDS)


def _is_judged(line: str) -> bool:
    """Whether a question asks if its words are right, rather than for their meaning."""
    is_of_words = _OF_MEANING.search(line) or WAY_TO_SAY.match(line)
    return _JUDGED.search(line) is not None and not is_of_words


def _first(line: str, *rules: re.Pattern[str]) -> re.Match[str] | None:
    return next((match for rule in rules if (match := rule.search(line))), None)


def pattern_asked(finder: TermFinder, text: str) -> Understood | None:
    """Return the question for the sentence patterns of a verb, or for the order of words, if it is one."""
    line = plain(text).lower()
    if _OF_ORDER.search(line) or _asks_infinitive(finder, line):
        return Understood("grammar")
    if (asked := prepositions_asked(line)) and (term := finder.term(asked.word)) and term.name:
        are_verbs = asked.prepositions and all(
            finder.find(f"{asked.word} {each}") for each in asked.prepositions
        )
        return None if are_verbs else Understood("grammar", term)  # "look for or look after"
    verb = finder.term(verb_before_form(line) or verb_in_pattern(line))
    is_verb = verb and not verb.note and finder.lexicon.dictionary_forms(verb.name, "v")
    return Understood("frames", verb) if is_verb else None


def _asks_infinitive(finder: TermFinder, line: str) -> bool:
    """Whether a choice is between "to go" and "going", for which WordNet's frames are too incomplete."""
    words = set(_OF_ING.findall(line)) if " or " in line or "/" in line else set()
    return any(
        words & set(inflect(finder.lexicon, verb, "ing", "v")) for verb in _AFTER_TO.findall(line) if words
    )


def on_patterns(lexicon: Lexicon, word: str, found: Sequence[Any], text: str) -> list[Said]:
    """Return whether a verb has the sentence pattern, or the prepositions, that a question names."""
    line, frames = text.lower(), list(dict.fromkeys(frame for sense in found for frame in sense["frames"]))
    term = Term(lexicon, word, "v", for_reader=True)
    verb = term.forms_as("v")[0]
    if verb_before_form(line):
        return on_infinitives(term, verb)
    if named := _objects_in(line) or _TWO_OBJECTS.search(line):
        return _on_objects(verb, frames, "two" if named["two"] else "to_do")
    beside = [match["preposition"] for match in _WITH_QUOTED.finditer(line)]
    asked = [*beside, *(match["preposition"] for match in _WITH_PREPOSITION.finditer(line))]
    times = {name: times_behind_verb(lexicon, verb, name) for name in asked}
    between = {
        name: times_before(lexicon, verb, name) for name in asked if not (times[name] or name in beside)
    }
    shown = [(f"{readable(verb)} {name}", count) for name, count in times.items()]
    shown += [(f"{readable(verb)} … {name}", count) for name, count in between.items() if count]
    return _on_prepositions(verb, found, frames, list(times), dict(shown)) if asked else []


def _on_prepositions(
    verb: str, found: Sequence[Any], frames: Sequence[str], asked: Sequence[str], times: Mapping[str, int]
) -> list[Said]:
    """Return whether a verb has the prepositions asked for, by its frames and by WordNet's own texts.

    A verb that always takes a thing as its object, and never one of them, is better off without: discuss.
    """
    having = [frame for frame in frames if any(f" {each} some" in frame for each in asked)]
    if having or any(times.values()):
        said = [say("note.times", phrase=phrase, count=count) for phrase, count in times.items()]
        return [*if_any("pattern.has", patterns=having), sentence("note.written", times=said)]
    of_thing = [frame for frame in frames if frame.startswith("Somebody") and frame.endswith("s something")]
    key = "without" if of_thing and all(sense["transitive"] for sense in found) else "no_preposition"
    return [sentence(f"pattern.{key}", word=readable(verb), prepositions=asked, patterns=of_thing)]


def _on_objects(verb: str, frames: Sequence[str], kind: str) -> list[Said]:
    """Return whether a verb has two objects, or an object and an infinitive; else another way to say it."""
    end = _ENDS[kind]
    having = [frame for frame in frames if frame.endswith((end, _TO_SOMEBODY if kind == "two" else end))]
    if any(frame.endswith(end) for frame in having):
        return [sentence("pattern.has", patterns=having)]
    lacking = sentence("pattern.lacks", pattern=f"{readable(verb)} {end}")
    return [lacking, *if_any("pattern.instead", patterns=having)]
