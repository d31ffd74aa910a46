"""The subject of the words of a list: "rivers in France", "a fish that rhymes with hark".

The model reads no condition there, or one that no rule reads.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from shared.catalog import BY_NAME
from shared.messages import Where
from workers.commands.hierarchy import RELATIONS_DOWN
from workers.commands.table import has_answer
from workers.commands.term import Term
from workers.commands.word_facts.marks.asked_labels import kind_asked, labels_for
from workers.english.conditions.question import is_on_letters
from workers.english.conditions.words_elsewhere import of_country
from workers.english.slash_commands import POS_BY_NAME

if TYPE_CHECKING:
    from workers.english.term_finder import TermFinder
    from workers.english.understood import Understood

# Behind the term, where the model reads no condition; only things have to do with what they are in.
_BEHIND: Final = re.compile(
    r" (?:(?P<are>(?:that|which|who) are)|about"
    r"|(?P<of_things>in|from|on|with|(?:that|which|who)(?: is|'s| have| has)?)) (?:the |an? )?"
    r"(?:(?:names?|kinds?|types?|sorts?) of )?(?P<subject>[\w' -]+)[ .?!]*",
    re.IGNORECASE,
)
# A subject, where the model reads no condition, and what people put in front of one.
_WITH: Final = (
    r"to do with|relat(?:ed|ing) to|connected (?:with|to)|associated with|on the (?:topic|theme) of"
)
_TOPIC: Final = re.compile(rf"\b(?:{_WITH}) (?:the )?(?P<subject>[\w' -]+)[ .?!]*$", re.IGNORECASE)
_NAMES_OF: Final = re.compile(
    r"^(?:(?:relat(?:ed|ing)|connected|linked|pertaining) (?:to|with) )?"
    r"(?:(?:the )?(?:names?|kinds?|types?|sorts?|words?) (?:of|for) )?",
    re.IGNORECASE,
)
_OF_KINDS: Final = re.compile(" (?:that|which|who|with) ", re.IGNORECASE)
_RHYMING: Final = re.compile(
    r"^(?:an?|any|some) (?!(?:word|noun|verb|adjective|adverb|rhyme|name)s?\b)([\w ]+?) (?:that|which) rhyme"
    r"|\brhym\w+ .* and (?:is|are) (?:an? |the name of an? |names of )?([\w ]+?)[?.! ]*$",
    re.IGNORECASE,
)
# In front of other conditions: "lakes in Africa whose names start with t".
_PLACE: Final = re.compile(
    r"^( (?:in|from|on|about) [\w' -]+?),? (?:whose|that|which|with|(?:start|beginn|end|contain)ing)\b.*",
    re.IGNORECASE,
)
_WORDS_ABOUT: Final = re.compile(r"\bwords?\b.* about\b", re.IGNORECASE)


def with_subject(finder: TermFinder, understood: Understood, text: str) -> Understood:
    """Return the question with a subject of its words, in place of conditions that no rule reads.

    If none has to do with it, these conditions are `unmet`.
    """
    understood = of_country(finder, understood, text)
    row, named, term = BY_NAME.get(understood.command), understood.unread, understood.term
    if row is None or not row.is_list or row.needs_model:
        return understood
    if row.name == "domains" and term and _WORDS_ABOUT.search(text):
        row, named, term = BY_NAME["pattern"], (*named, term.shown), None
    elif not (named or understood.hint) and (topic := _TOPIC.search(text)):
        named = (topic["subject"],)
    elif row.name == "rhymes" and not named and (rhyming := _RHYMING.search(text)):
        named = (rhyming[1] or rhyming[2],)
        understood = replace(understood, term2=None)
    elif term and not (named or understood.hint):
        rest = text.partition(term.typed or term.shown)[2]
        behind = _BEHIND.fullmatch(_PLACE.sub(r"\1", rest) if understood.where else rest)
        if behind and (asked := _left_unread(finder, understood, behind)):
            return asked
        is_of_all = behind and (row.name in RELATIONS_DOWN or not behind["of_things"])
        named = (behind["subject"],) if behind and is_of_all else ()
    subjects = {part: _NAMES_OF.sub("", part) for part in named}
    known = {part: each for part, each in subjects.items() if _is_subject(finder, row.name, each)}
    if not known:
        return understood
    unread = tuple(part for part in understood.unread if part not in known)
    where = replace(understood.where or Where(), about=" ".join(map(kind_asked, known.values())))
    asked = replace(understood, command=row.name, term=term, where=where, unread=unread)
    is_marked = any(map(labels_for, known.values()))  # words that are only close in meaning may be marked so
    name = (term.name or term.shown) if term else ""
    conditioned = Term(finder.lexicon, name, asked.pos, where=where)
    for command in (row.name, *(RELATIONS_DOWN if row.name in RELATIONS_DOWN else ())):  # "trees in Africa"
        if is_marked or has_answer(conditioned, command):
            return replace(asked, command=command)
    return replace(understood, unread=unread, unmet=tuple(known.values()))


def says_subject(text: str, subject: str) -> bool:
    """Whether a text says that words have to do with a subject: not "alliteration help"."""
    said = rf"\b(?:{_WITH}|about) (?:an? |the )?{re.escape(subject)}\b"
    return re.search(said, text, re.IGNORECASE) is not None


def _left_unread(finder: TermFinder, understood: Understood, behind: re.Match[str]) -> Understood | None:
    """Return the question if the words behind its term are no subject: "that are short"."""
    subject, is_of_class = behind["subject"], understood.command in RELATIONS_DOWN
    if subject.lower() in POS_BY_NAME:
        return understood
    is_asked = is_of_class or (behind["are"] and not understood.where)
    if not is_asked or _is_subject(finder, understood.command, subject):
        return None
    is_description = not is_on_letters(understood.where) and _OF_KINDS.match(behind[0])
    return replace(understood, unread=(behind[0].strip(" .?!"),) if is_description else ())


def _is_subject(finder: TermFinder, command: str, text: str) -> bool:
    """Whether words can have to do with a text: not with *short*, which describes the words themselves."""
    if len(text) == 1:
        return False  # a letter
    if labels_for(text):
        return True
    pos = Term(finder.lexicon, finder.find(text) or "", for_reader=True).main_pos
    return pos == "n" or (pos != "" and command in RELATIONS_DOWN)
