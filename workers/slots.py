# ruff: noqa: RUF001 (typographic quotes are meant)
"""Which term is meant by the words in a rule's place for one: "the word 'run', please" → run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from workers.frame_words import (
    ARTICLES,
    FILLERS,
    LINKS,
    PARTS_OF_SPEECH,
    PERSONAL,
    PRONOUNS,
    QUANTIFIERS,
    QUESTION_WORDS,
    STOP_WORDS,
)
from workers.sentences import BREAK
from workers.vocabulary import AskedTerm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.sentences import Token
    from workers.vocabulary import Vocabulary

_LONGEST_TERM: Final = 9  # words; the longest names of WordNet
_LONGEST_UNKNOWN: Final = 3  # words that are still taken for one unknown term
_PEOPLE: Final = frozenset(["me", "you", "us", "we", "i"])
PART_OF_SPEECH: Final = "part_of_speech"
_NOWHERE: Final = frozenset(["there", "exist", "here"])
_ASKING: Final = frozenset(["what", "which", "who"])
THE_WORD: Final = frozenset(["word", "term", "phrase", "expression"])


class Slot(Struct, frozen=True):
    """What a place for a term holds: a term, or a pronoun for one; and the part of speech before it."""

    term: AskedTerm | None = None
    pronoun: bool = False
    pos: str | None = None


def text_of(tokens: Sequence[Token]) -> str:
    """Return what was typed, one blank between words."""
    text = ""
    for token in tokens:
        text += token.typed if not text or token.typed.lower() in ("'s", "’s") else f" {token.typed}"
    return text


def read_slot(
    vocabulary: Vocabulary,
    tokens: Sequence[Token],
    *,
    strict: bool = False,
    from_end: bool = False,
    shouted: bool = False,
) -> Slot | None:
    """Return what `tokens` mean as a term, or None if that makes no sense.

    A strict slot must hold a known term and nothing else, or a single word, or one in quotes. In any other,
    the longest known term next to the rule's own words counts: at its start, or at its end if `from_end`.
    """
    tokens = [token for token in tokens if token.canonical != BREAK]
    if not tokens:
        return None
    reader = _Reader(vocabulary, shouted)
    quoted = [token for token in tokens if token.quoted]
    if len(quoted) > 1 and strict:
        return None
    if quoted:
        return Slot(reader.known(quoted[:1]) or reader.guessed(quoted[:1]) or reader.unknown(quoted[:1]))
    if from_end:
        tokens = _last_part(reader, tokens)
    return reader.read(tokens, strict, from_end) if tokens else None


def _last_part(reader: _Reader, tokens: list[Token]) -> list[Token]:
    """Return the part of `tokens` that can be a term, before a rule's words: of "what is hot's", "hot's"."""
    if reader.known(tokens):
        return [] if tokens[-1].canonical in QUANTIFIERS else tokens
    if tokens[-1].canonical in LINKS or tokens[-1].canonical in QUANTIFIERS:
        return []
    for at in range(len(tokens) - 1, -1, -1):
        if tokens[at].canonical.split()[-1:] and tokens[at].canonical.split()[-1] in QUESTION_WORDS:
            return tokens[at + 1 :]
    return tokens


class _Reader:
    def __init__(self, vocabulary: Vocabulary, shouted: bool) -> None:
        self._vocabulary = vocabulary
        self._shouted = shouted

    def read(self, tokens: list[Token], strict: bool, from_end: bool) -> Slot | None:
        if self._is_small_talk(tokens, strict):
            return None
        if all(token.canonical in FILLERS for token in tokens):
            return self._of_fillers(tokens, strict)
        core = without_fillers(tokens)
        if len(core) > 1 and core[0].canonical in _ASKING and not self.known(core):
            return None
        if len(core) == 1 and core[0].canonical in QUESTION_WORDS - {PART_OF_SPEECH}:
            return None
        term = self._as_it_stands(tokens, core)
        if term:
            return Slot(term)
        pos = PARTS_OF_SPEECH.get(core[0].canonical) if len(core) > 1 else None
        if pos:
            core = without_fillers(core[1:])
        term = self.known(core) if pos else None
        term = term or self._unlike_a_name(tokens, core, strict, from_end)
        return Slot(term, pos=pos) if term else None

    def _as_it_stands(self, tokens: list[Token], core: list[Token]) -> AskedTerm | None:
        """Return the known term: "word of mouth" with its fillers, "the blues" without the article."""
        whole = self.known(tokens) if tokens[-1].typed != "'s" else None
        if whole and tokens[0].canonical not in ARTICLES:
            return whole
        return self.known(core) or whole

    def _is_small_talk(self, tokens: list[Token], strict: bool) -> bool:
        """Return whether the words are about people or places, and not about words."""
        if all(token.canonical in _NOWHERE for token in tokens):
            return True
        return strict and any(t.canonical in PERSONAL for t in tokens) and not self.known(tokens)

    def _unlike_a_name(
        self, tokens: list[Token], core: list[Token], strict: bool, from_end: bool
    ) -> AskedTerm | None:
        """Return the term in words that WordNet does not know just as they are."""
        if len(core) == 1:
            return self.guessed(core) or self.unknown(core)
        term = self._widened(tokens) or self.guessed(core)
        if term:
            return term
        if not strict:
            term = self._part(core, from_end)
        elif any(t.canonical in STOP_WORDS or t.canonical in PERSONAL for t in tokens[1:]):
            return None
        if term or all(token.canonical in STOP_WORDS for token in core):
            return term
        return self.unknown(core) if not strict or text_of(core).replace(" ", "").isalpha() else None

    def _of_fillers(self, tokens: list[Token], strict: bool) -> Slot | None:
        """Return the slot for "it", "that word", "the word"; or for a little word asked about itself."""
        canonical = [token.canonical for token in tokens]
        if not _PEOPLE.isdisjoint(canonical):
            return None
        if not PRONOUNS.isdisjoint(canonical) or (canonical[0] == "the" and canonical[-1] in THE_WORD):
            term = (
                None if strict else self.known([token for token in tokens if token.canonical not in ARTICLES])
            )
            return Slot(term, pronoun=True)
        term = self.known([token for token in tokens if token.canonical not in ARTICLES][-1:])
        return Slot(term) if term else None

    def known(self, tokens: Sequence[Token]) -> AskedTerm | None:
        """Return the term that all of `tokens` make, if WordNet knows it."""
        if not 0 < len(tokens) <= _LONGEST_TERM:
            return None
        return self._vocabulary.term(text_of(tokens), self._shouted)

    def guessed(self, tokens: Sequence[Token]) -> AskedTerm | None:
        """Return the term that `tokens` clearly misspell."""
        if not 0 < len(tokens) <= _LONGEST_UNKNOWN:
            return None
        if len(tokens) > 1 and any(token.canonical in STOP_WORDS for token in tokens):
            return None
        return self._vocabulary.corrected(text_of(tokens))

    def unknown(self, tokens: Sequence[Token]) -> AskedTerm | None:
        """Return `tokens` as a term that WordNet does not know, if it can be one at all."""
        text = text_of(tokens)
        if not 0 < len(tokens) <= _LONGEST_UNKNOWN or not any(letter.isalpha() for letter in text):
            return None
        return AskedTerm(text.lower() if self._shouted else text, None)

    def _widened(self, tokens: list[Token]) -> AskedTerm | None:
        """Return the known term that all but fillers at the ends belong to: "the a cappella"."""
        for start in range(len(tokens)):
            if start and tokens[start - 1].canonical not in FILLERS:
                break
            for end in range(len(tokens), start + 1, -1):
                if end < len(tokens) and tokens[end].canonical not in FILLERS:
                    break
                term = self.known(tokens[start:end])
                if term:
                    return term
        return None

    def _part(self, tokens: list[Token], from_end: bool) -> AskedTerm | None:
        """Return the longest known term at one end of `tokens`, or the word there, its spelling corrected."""
        longest = min(len(tokens), _LONGEST_TERM)
        for length in range(longest, 0, -1):
            part = tokens[-length:] if from_end else tokens[:length]
            if length == 1 and part[0].canonical in STOP_WORDS:
                continue
            term = self.known(part)
            if term:
                return term
        rest = [token for token in tokens if token.canonical not in STOP_WORDS]
        if not rest:
            return None
        at_the_end = rest[-1:] if from_end else rest[:1]
        return self.known(rest) or self.known(at_the_end) or self.guessed(at_the_end)


def without_fillers(tokens: Sequence[Token]) -> list[Token]:
    start, end = 0, len(tokens)
    while start < end - 1 and tokens[start].canonical in FILLERS:
        start += 1
    while end > start + 1 and tokens[end - 1].canonical in FILLERS:
        end -= 1
    return list(tokens[start:end])


def two_terms(
    vocabulary: Vocabulary, tokens: Sequence[Token], shouted: bool
) -> tuple[AskedTerm, AskedTerm] | None:
    """Return the two terms that stand side by side in `tokens`: "ice cream hot dog", "sun and moon"."""
    words = [token for token in tokens if token.canonical not in FILLERS and token.canonical != BREAK]
    reader = _Reader(vocabulary, shouted)
    for length in range(1, len(words)):
        # The halves as even as they come: of "ice cream hot dog" neither "ice" nor "dog" alone.
        at = len(words) // 2 + (length // 2 if length % 2 else -(length // 2))
        if not 0 < at < len(words):
            continue
        first, second = (reader.known(part) or reader.guessed(part) for part in (words[:at], words[at:]))
        if first and second:
            return first, second
    return None
