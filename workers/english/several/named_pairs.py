"""Words that a question names side by side, where the model sees one of them, or two of three."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from workers.commands.comparison.choice import are_alike_or_one
from workers.commands.comparison.is_a import OF_LETTERS
from workers.english.pieces import plain, quoted
from workers.english.reader import Span
from workers.english.wording.gaps_asked import gap_in
from workers.english.wording.verdicts import asks_if_same
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from workers.english.reader import Reading
    from workers.english.term_finder import AskedTerm, TermFinder

_WORD: Final = r"[\"'“]?([\w'-]+)[\"'”]?"
# "Vain or vein for blood", "is gaol just the British spelling of jail?"
_CHOICE: Final = re.compile(
    rf"{_WORD}(?:,? (?:or|vs\.?|versus) |/"
    r"| (?:(?:just|only|simply|an?|the|another|british|american|alternat\w+|old(?:er)?|other|different) )*"
    r"(?:spelling|version|variant|form) (?:of|for) )"
    rf"(?:(?:an?|the|to) )?{_WORD}",
    re.IGNORECASE,
)
# What the model takes such a choice for.
_OF_CHOICES: Final = word_set(
    "about_bot definition difference is_a out_of_scope reverse similarity spelling usage"
)
_SOUNDS_LIKE: Final = re.compile(
    rf"{_WORD} (?:(?:really|exactly|just) )?(?:sounds?|pronounced) (?:(?:exactly|just|the same) )*(?:like|as)"
    rf" (?:(?:an?|the) )?{_WORD}",
    re.IGNORECASE,
)
# "Slim and not skinny", "blunt rather than rude".
_NOT: Final = re.compile(rf"{_WORD},? (?:(?:and |but )?not|rather than|instead of) {_WORD}", re.IGNORECASE)
_ASKS_BOTH: Final = re.compile(r"(?:does|do|is|are)\b(?! there\b)(?!.*\bha(?:ve|s)\b)", re.IGNORECASE)
_BOTH: Final = re.compile(r"(.+?) and (.+)")
# "How is a brig unlike other ships?"
_OTHERS: Final = re.compile(
    r"\b(?:(?:any |most |all |every )?other|ordinary|normal|regular|usual|typical|common)"
    r" (?:(?:kinds|sorts|types) of )?([\w'-]+)",
    re.IGNORECASE,
)
# "Is racecar a palindrome?"
_OF_SHAPES: Final = frozenset(["anagram", "is_a", "is_word", "pos"])  # what the model takes it for
_IS_SHAPE: Final = re.compile(rf"\ban? ({'|'.join(sorted(OF_LETTERS))})[ ?.!]*$", re.IGNORECASE)
# Asks how both words are said, even where the model sees a question for their difference.
_HOW_SPOKEN: Final = re.compile(
    r"\b(?:how (?:\w+ ){0,4}pronounced?|pronounc\w+ (?:of )?(?:them|both|each|the two)|sound different"
    r"|hear (?:\w+ ){0,2}difference|(?:in|by) (?:their |the )?(?:pronunciation|sound)"
    r"|stressed (?:on|alike|the same|differently)|(?:stress|accent|emphasis) (?:is|in|on|falls?))\b",
    re.IGNORECASE,
)


def as_choice(finder: TermFinder, reading: Reading, text: str) -> Reading:
    """Return the reading; of a choice between two words that are alike or share a meaning, their difference.

    The model takes other words for them: "which is the letter paper, stationary or stationery?"
    """
    has_gap = gap_in(text) is not None
    for found in _CHOICE.finditer(plain(text)) if has_gap or reading.command in _OF_CHOICES else ():
        one, other = (finder.term(word) for word in found.groups())
        if not (one and other and one.name and other.name) or one.note or other.note:
            continue
        if has_gap or are_alike_or_one(finder.lexicon, one.shown, other.shown):
            spans = {label: [Span(found[at], *found.span(at))] for label, at in (("term", 1), ("term2", 2))}
            return replace(reading, command="difference", confidence=1.0, spans=spans)
    return reading


def with_both(finder: TermFinder, reading: Reading) -> Reading:
    """Return the reading; if its term is two words that an "and" joins, with both: "happy and glad"."""
    term = reading.span("term")
    both = _BOTH.fullmatch(term.text) if term and not reading.span("term2") else None
    if not (term and both) or finder.term(term.text) or not all(map(finder.term, both.groups())):
        return reading
    spans = {
        label: [Span(both[at], term.start + both.start(at), term.start + both.end(at))]
        for label, at in (("term", 1), ("term2", 2))
    }
    return replace(reading, spans=reading.spans | spans)


def pair_named(
    finder: TermFinder, reading: Reading, term: AskedTerm | None, term2: AskedTerm | None, text: str
) -> tuple[str, AskedTerm | None, AskedTerm | None]:
    """Return the command and both words of a question that quotes two, or asks about their sound or a shape.

    The model sees only one of them.
    """
    command = reading.command
    if command in _OF_SHAPES and not term2 and (shape := _IS_SHAPE.search(text)):
        return "is_a", term, finder.term(shape[1])
    if command == "pronunciation" and term and not term2 and (sounding := _SOUNDS_LIKE.search(text)):
        return command, term, finder.term(sounding[2]) if sounding[1].lower() == term.shown else None
    known = [found for word in quoted(text) if (found := finder.term(word)) and found.name]
    if command == "difference" and (not term2 or term2.shown == "not") and (apart := _NOT.search(text)):
        one, other = map(finder.term, apart.groups())
        if one and other and one.name and other.name:
            return command, one, other
    if command == "difference" and (others := _OTHERS.search(text)):
        is_adjective = term2 and term2.shown in (*others[0].lower().split()[:-1], "like", others[0].lower())
        kind = finder.term(others[1]) if is_adjective or not (term and term2) else None
        if kind and kind.name and not kind.note:
            return command, term or term2, kind
    if command == "difference" and term and term2 and _is_one(term, term2):  # "court in tennis, in law"
        return "definition", term, None
    is_of_pair = command == "difference" or (_ASKS_BOTH.match(text) is not None and asks_if_same(text))
    if is_of_pair and not (term and term2) and len({found.shown for found in known}) > 1:
        term, term2 = known[:2]
    if command == "difference" and term and term2 and _HOW_SPOKEN.search(text):
        command = "pronunciation"
    return command, term, term2


def _is_one(term: AskedTerm, other: AskedTerm) -> bool:
    """Whether two terms are the same word, neither of them misspelt."""
    return term.shown == other.shown and not (term.corrected or other.corrected)
