"""From a rule that fits a sentence to what is asked: the terms in the rule's places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workers.frame_words import ARTICLES, LINKS, PARTS_OF_SPEECH, PRONOUNS, STOP_WORDS
from workers.slots import Slot, text_of, two_terms
from workers.understood import UNKNOWN, Understood
from workers.vocabulary import AskedTerm

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from workers.rules import CompiledRule
    from workers.sentences import Sentence, Token
    from workers.understood import Situation

# Commands that take letters as they are, not words.
LITERAL: Final = frozenset(["suggest", "spelling", "pattern"])

# With these, a frame word is asked of the word that was named: "its parts", "some synonyms".
_DEFINITE: Final = frozenset(["the", "its", "some", "any", "other", "more", "all"])

# Words that point to the term that follows, whatever word it is.
_POINTERS: Final = LINKS | frozenset(["define", "do", "be", "use", "word", "term", "mean", "say", "explain"])


def fill(
    situation: Situation, sentence: Sentence, rule: CompiledRule, match: re.Match[str]
) -> Understood | None:
    """Return what a rule that fits asks, or None if what stands in its places are no terms."""
    if "x" not in match.re.groupindex:
        return Understood(rule.command)
    return _Filling(situation, sentence, rule, match).fill() if match["x"] else None


class _Filling:
    def __init__(
        self, situation: Situation, sentence: Sentence, rule: CompiledRule, match: re.Match[str]
    ) -> None:
        self._situation = situation
        self._rule = rule
        self._match = match
        self._sentence = sentence
        tokens = sentence.tokens
        self._before = tokens[: sentence.index_at(match.start())]
        self._after = tokens[sentence.index_at(match.end()) :]
        self._tokens = sentence.between(*match.span("x"))

    def fill(self) -> Understood | None:
        command = self._rule.command
        if command in LITERAL:
            return self._literal()
        if command == UNKNOWN.command:
            return None if self._is_a_name() else UNKNOWN
        return self._of_terms()

    def _of_terms(self) -> Understood | None:
        command = self._rule.command
        if self._is_hollow():
            return None
        if command == "similarity":
            return self._pair()
        slot = self._slot(self._tokens, from_end=self._rule.term_first)
        if not slot or not slot.term:
            return None
        # "The square root of 16" is not about words.
        if command != "definition" and not any(map(str.isalpha, slot.term.shown)):
            return None
        asked_pos = self._other_pos() if command == "pos" else ()
        return Understood(command, slot.term, pos=None if asked_pos else slot.pos, asked_pos=asked_pos)

    def _is_a_name(self) -> bool:
        """Return whether the place holds a quotation, or a term of several words that WordNet knows."""
        quoted = any(token.quoted for token in self._tokens)
        return quoted or (len(self._tokens) > 1 and self._situation.term(text_of(self._tokens)) is not None)

    def _literal(self) -> Understood | None:
        """Return what is asked of letters that need not be a word, as they were typed."""
        text = text_of([token for token in self._tokens if token.canonical not in ARTICLES]).lower()
        return Understood(self._rule.command, AskedTerm(text, text.replace(" ", "_"))) if text else None

    def _pair(self) -> Understood | None:
        if "y" not in self._match.re.groupindex:
            pair = two_terms(self._situation.vocabulary, self._tokens, self._situation.shouted)
            return Understood("similarity", *pair) if pair else None
        first = self._slot(self._tokens, from_end=self._rule.term_first)
        second = self._slot(self._sentence.between(*self._match.span("y")), from_end=False)
        if first and first.term and second and second.term:
            return Understood("similarity", first.term, second.term)
        return None

    def _other_pos(self) -> tuple[str, ...]:
        """Return the parts of speech that the rule's own words name: "is X a noun or a verb"."""
        own = self._sentence.between(*self._match.span())
        names = [token.canonical for token in own if token not in self._tokens]
        return tuple(dict.fromkeys(PARTS_OF_SPEECH[name] for name in names if name in PARTS_OF_SPEECH))

    def _is_hollow(self) -> bool:
        """Return whether "the opposite", "which kinds exist" ask it of a word named before, and name none.

        A frame word is a term all the same where it is pointed to: "synonyms of help", "define meaning".
        """
        if any(token.quoted or token.canonical not in STOP_WORDS for token in self._tokens):
            return False
        if all(token.canonical in PRONOUNS for token in self._tokens):
            return False
        leading = self._sentence.tokens[: self._sentence.index_at(self._match.start("x"))]
        definite = any(token.canonical in _DEFINITE for token in self._tokens)
        if leading and leading[-1].canonical in _POINTERS and not definite:
            return False
        return bool(self._situation.context.word) or self._stray() is not None

    def _slot(self, tokens: Sequence[Token], *, from_end: bool) -> Slot | None:
        """Return the term that `tokens` hold; for a pronoun, the one that it stands for."""
        slot = self._situation.slot(tokens, strict=self._rule.strict, from_end=from_end)
        if not slot or not slot.pronoun:
            return slot
        term = self._situation.context_term() or slot.term
        return self._stray() or (Slot(term) if term else None)

    def _stray(self) -> Slot | None:
        """Return the term before the rule's words, or else after them, that its pronoun stands for."""
        return self._situation.stray_term(self._before) or self._situation.stray_term(self._after)
