"""What follows on from the last answer: "and as a verb?", "the second meaning", "what about slow?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from workers.frame_words import PARTS_OF_SPEECH
from workers.sentences import Sentence
from workers.small_talk import (
    AGAIN,
    ANOTHER_POS,
    ANOTHER_TOO,
    NTH_SENSE,
    NUMBERS,
    ORDINALS,
    SENSE_OF,
    WHAT_ABOUT,
)
from workers.trimming import without_politeness, without_pos
from workers.understood import UNKNOWN, WORDLESS, Understood

if TYPE_CHECKING:
    from workers.sentences import Token
    from workers.understood import Situation

_ANOTHER_POS: Final = re.compile(ANOTHER_POS)
_NTH_SENSE: Final = re.compile(NTH_SENSE)
_SENSE_OF: Final = re.compile(SENSE_OF)
_AGAIN: Final = re.compile(AGAIN)
_WHAT_ABOUT: Final = re.compile(WHAT_ABOUT)
_ANOTHER_TOO: Final = re.compile(ANOTHER_TOO)


def another_pos(sentence: Sentence) -> str | None:
    """Return the part of speech if the sentence names nothing else: "no, the verb"."""
    match = _ANOTHER_POS.fullmatch(_said(sentence))
    return PARTS_OF_SPEECH[match["pos"]] if match else None


def read_follow_up(situation: Situation, sentence: Sentence) -> Understood | None:
    """Return what a sentence asks that changes a part of the last question; UNKNOWN without one."""
    context, term = situation.context, situation.context_term()
    pos = another_pos(sentence)
    if pos:
        command = "definition" if context.command in WORDLESS else context.command
        return Understood(command, term, pos=pos) if term else UNKNOWN
    sense = _nth_sense(sentence)
    if sense:
        return Understood("definition", term, pos=context.pos, sense=sense) if term else UNKNOWN
    if _AGAIN.fullmatch(_said(sentence)):
        if "tell me" in sentence.canonical and term:
            return Understood("overview", term)
        if term or context.command in WORDLESS - {""}:
            # A random word is the answer of its command, not what that was asked about.
            repeated = None if context.command in WORDLESS - {""} else term
            return Understood(context.command or "definition", repeated, pos=context.pos)
    return None


def read_same_of_another(situation: Situation, sentence: Sentence) -> Understood | None:
    """Return the last question, asked of another word; its definition if there was none."""
    tokens = _other_word(situation, sentence)
    if not tokens:
        return None
    rest, pos = without_pos(Sentence(tokens))
    slot = situation.slot(without_politeness(rest).tokens, strict=True)
    if not slot or not slot.term:
        return None
    command = situation.context.command
    if command in WORDLESS:
        return Understood("definition", slot.term, pos=pos or slot.pos) if slot.term.name else None
    if command == "similarity":
        return Understood(command, situation.context_term(), slot.term)
    return Understood(command, slot.term, pos=pos or slot.pos)


def _said(sentence: Sentence) -> str:
    return sentence.canonical.replace("| ", "").strip()


def _nth_sense(sentence: Sentence) -> int | None:
    match = _NTH_SENSE.fullmatch(_said(sentence))
    return ORDINALS.get(match["ordinal"] or match["number"]) if match else None


def sense_of(sentence: Sentence) -> int | None:
    """Return the number of the sense that "the second meaning of bank" asks for, or None."""
    match = _SENSE_OF.fullmatch(sentence.canonical)
    return ORDINALS.get(match["ordinal"]) if match and match["ordinal"] not in NUMBERS else None


def _other_word(situation: Situation, sentence: Sentence) -> list[Token]:
    """Return what follows "what about", or precedes "too"; nothing if neither is there."""
    match = _WHAT_ABOUT.match(sentence.canonical)
    if match:
        return sentence.tokens[sentence.index_at(match.end()) :]
    match = _ANOTHER_TOO.fullmatch(sentence.canonical.strip())
    if match and situation.context.word:
        return sentence.between(*match.span("word"))
    return []
