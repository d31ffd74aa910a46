"""Whether a word is a term of the field that a question names: "is it a medical term?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from workers.commands.related_words import related_words
from workers.commands.term import Term
from workers.commands.word_facts.marks.asked_labels import labels_for
from workers.commands.word_facts.marks.usage_marks import TOPIC
from workers.english.wording.sentences import sentence
from workers.wordnet.names.spelled import readable, spelled
from workers.wordnet.relations import CODES
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from shared.messages import Said
    from workers.wordnet.lexicon import Lexicon

_TERM: Final = re.compile(
    r"\b(?P<of>(?:term|word|jargon|expression) (?:in|of|from) (?P<noun>[a-z]+))"
    r"|\b(?P<kind>(?P<adjective>[a-z]+) (?:term|word|jargon|expression))\b(?! (?:in|of|from)\b)"
)
_AT_END: Final = re.compile(r"\bin ([a-z]+)[ ?.!]*$", re.IGNORECASE)
# "In music, is a bar a measure?", "is a virus in computing a kind of program?"
_OF_THING: Final = re.compile(
    r"^in ([a-z]+(?: [a-z]+)?), "
    r"|\bin ([a-z]+(?: [a-z]+)??),? (?:really |also )?(?:an? |kinds? |types? |sorts? )"
)
_OF_ANY_FIELD: Final = word_set("technical scientific specialist specialised specialized")
_SAME: Final = 4  # first letters of an adjective and its field: medical, medicine


def on_field(lexicon: Lexicon, entry: dict[str, Any], word: str, line: str) -> list[Said]:
    """Return whether WordNet files a word under the field asked for, as a list of one; none if none is."""
    said = (_on_one(lexicon, entry, word, found) for found in _TERM.finditer(line.lower()))
    # The answer to "an ordinary word or legal jargon?" is the field itself.
    return [] if " or " in line and _topics(entry) else [each for each in said if each][:1]


def _on_one(lexicon: Lexicon, entry: dict[str, Any], word: str, found: re.Match[str]) -> Said | None:
    said = found["adjective"] or found["noun"]
    if labels_for(said):  # "a British word"
        return None
    names = {said, *related_words(Term(lexicon, said), "pertainyms")}
    if len(names) == 1 and not (said in _OF_ANY_FIELD or is_field(lexicon, said)):
        return None  # "a good word"
    topics = _topics(entry)
    starts = {readable(name).lower()[:_SAME] for name in names}
    if topics and (said in _OF_ANY_FIELD or any(topic[:_SAME].lower() in starts for topic in topics)):
        return sentence("verdict.is_so")
    name = found["kind"] or found["of"]
    return sentence("verdict.not_said", word=word, asked=[name if "jargon" in name else f"a {name}"])


def _topics(entry: dict[str, Any]) -> set[str]:
    return {mark["label"] for sense in entry["senses"] for mark in sense["marks"] if mark["kind"] == TOPIC}


def field_in(lexicon: Lexicon, line: str) -> str:
    """Return the field at the end of a line that asks what words mean there, or "": "in physics"."""
    found = _AT_END.search(line)
    return found[1] if found and is_field(lexicon, found[1]) else ""


def field_of_thing(lexicon: Lexicon, line: str) -> str:
    """Return the field in which a question asks whether a thing is one of a class, or ""."""
    lower = line.lower()
    found = _OF_THING.search(lower) or _AT_END.search(lower)
    name = next(filter(None, found.groups()), "") if found else ""
    return name if name and is_field(lexicon, spelled(name)) else ""


def is_field(lexicon: Lexicon, name: str) -> bool:
    """Whether WordNet files words under a name, as under *law*."""
    members = (lexicon.pointers.related(synset, CODES["-c"]) for synset in lexicon.synsets(name, "n"))
    return any(members)
