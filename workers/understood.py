"""What a question was understood to ask; and what is known when one is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from workers.frame_words import FORMS, PARTS_OF_SPEECH, STOP_WORDS
from workers.sentences import BREAK, QUOTE_MARK, Token
from workers.slots import THE_WORD, Slot, read_slot
from workers.vocabulary import AskedTerm  # noqa: TC001 (msgspec reads the annotations)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.messages import Context
    from workers.vocabulary import Vocabulary

WORDLESS: Final = frozenset(["", "help", "greeting", "thanks", "random", "word_of_the_day", "unknown"])


class Understood(Struct, frozen=True):
    """What a sentence asks: a command, the term or two it is about, a part of speech, the number of a sense.

    `asked_pos` are the parts of speech that "is it a noun or a verb?" names; `typed_command` is the command
    as it was typed, where one was: "define" of "/define happy".
    """

    command: str
    term: AskedTerm | None = None
    term2: AskedTerm | None = None
    pos: str | None = None
    sense: int | None = None
    asked_pos: tuple[str, ...] = ()
    typed_command: str = ""


UNKNOWN: Final = Understood("unknown")


class Situation:
    """What is known when a sentence is read: the words there are, the last question, whether one shouts."""

    def __init__(self, vocabulary: Vocabulary, context: Context, *, shouted: bool) -> None:
        self.vocabulary = vocabulary
        self.context = context
        self.shouted = shouted

    def term(self, text: str) -> AskedTerm | None:
        """Return the term that `text` is, if WordNet knows it."""
        return self.vocabulary.term(text, self.shouted)

    def slot(self, tokens: Sequence[Token], *, strict: bool = False, from_end: bool = False) -> Slot | None:
        """Return what `tokens` mean as a term; see read_slot."""
        return read_slot(self.vocabulary, tokens, strict=strict, from_end=from_end, shouted=self.shouted)

    def context_term(self) -> AskedTerm | None:
        """Return the term of the last question, or None."""
        word = self.context.word
        if not word.strip():
            return None
        slot = self.slot([Token(word, QUOTE_MARK, quoted=True)])
        return slot.term if slot else None

    def stray_term(self, tokens: Sequence[Token]) -> Slot | None:
        """Return the term among `tokens` that are no part of a question, or None.

        The one that is quoted, or called a word ("the word gist"); of others the last.
        """
        runs = runs_of(tokens)[::-1]
        runs.sort(key=lambda run: not _is_pointed_out(tokens, run))
        for run in runs:
            slot = self.slot(run, from_end=True)
            if slot and slot.term and slot.term.name:
                at = tokens.index(run[0])
                pos = PARTS_OF_SPEECH.get(tokens[at - 1].canonical) if at else None
                return Slot(slot.term, pos=slot.pos or pos)
        return None


def _is_pointed_out(tokens: Sequence[Token], run: list[Token]) -> bool:
    at = tokens.index(run[0])
    return any(token.quoted for token in run) or (at > 0 and tokens[at - 1].canonical in THE_WORD)


def runs_of(tokens: Sequence[Token]) -> list[list[Token]]:
    """Return the stretches of `tokens` that are neither frame words nor little words."""
    runs: list[list[Token]] = [[]]
    for token in tokens:
        frame = token.canonical in STOP_WORDS or token.canonical == BREAK or token.typed.lower() in FORMS
        if frame and not token.quoted:
            runs.append([])
        else:
            runs[-1].append(token)
    return [run for run in runs if run]
