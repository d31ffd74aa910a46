"""The next questions about a word: those that have an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from shared.errors import LookupRefused
from workers.commands.descriptions import close_words
from workers.commands.for_reader import similar_to_first
from workers.commands.related_words import related_words
from workers.commands.table import has_answer
from workers.commands.term import Term
from workers.english.wording.offers import NEAREST, NEXT, OPENERS, as_question
from workers.english.wording.sentences import MOST_LISTED, if_any
from workers.wordnet.names.spelled import readable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shared.messages import Question, Said, Sense
    from workers.english.term_finder import AskedTerm, TermFinder
    from workers.wordnet.lexicon import Lexicon

MOST_SUGGESTIONS: Final = 4


class Suggestions:
    """Suggests questions about a term, in the wording that understanding.py reads without the model."""

    def __init__(self, finder: TermFinder, asked: str) -> None:
        self._finder = finder
        self._asked = asked  # the command that was asked, which needs no suggestion
        self._terms: dict[AskedTerm, Term] = {}  # shared by all commands that are tried

    def about(self, term: AskedTerm) -> list[str]:
        """Return up to MOST_SUGGESTIONS questions about `term` that have an answer, or else some openers."""
        return list(self._next(term)) or list(OPENERS)

    def has_answer(self, command: str, term: AskedTerm) -> bool:
        """Whether a command has an answer about `term`."""
        if command == "overview":
            return True
        if term not in self._terms:
            self._terms[term] = Term(self._finder.lexicon, looked_up(term))
        plain_term = self._terms[term]
        if command == "synonyms":
            names = (name for synset in plain_term.synsets for name in plain_term.synonyms(synset))
            return any(name.lower() != term.name for name in names)
        try:
            return has_answer(plain_term, command)
        except LookupRefused:
            return False

    def _next(self, term: AskedTerm) -> Iterator[str]:
        if term.name is None or not self._finder.is_word(term.name):
            return
        left = MOST_SUGGESTIONS
        nearest = NEAREST.get(self._asked)
        for command in (nearest, *NEXT) if nearest else NEXT:
            if left and command != self._asked and self.has_answer(command, term):
                left -= 1
                yield as_question(command, term.shown)


def close_in_meaning(
    lexicon: Lexicon, term: AskedTerm, pos: str | None, senses: Sequence[Sense]
) -> list[Said]:
    """Return a sentence with adjectives similar to the first meaning, if `senses` with synonyms lack that."""
    if senses and senses[0].sense == 1:
        return []
    names = similar_to_first(Term(lexicon, looked_up(term), pos, for_reader=True))
    return if_any("note.close" if senses else "instead.close", word=term.shown, names=names)


def near_words(lexicon: Lexicon, question: Question, found: Sequence[str]) -> list[str]:
    """Return words close in meaning that meet the conditions on synonyms, without those `found` already.

    These are the adjectives similar to the first meaning. If nothing is found, the likeliest words of a
    search by meaning follow, without opposites.
    """
    term = Term(lexicon, question.word, question.pos, for_reader=True, where=question.where)
    near = term.kept(similar_to_first(term))
    if not found and len(near) < MOST_LISTED and term.meanings:
        pos = lexicon.pos(term.meanings[0]).replace("s", "a")
        alike = Term(lexicon, readable(question.word), pos, where=question.where)
        opposites = related_words(term.as_any_pos(), "antonyms")
        left_out = {word.lower() for word in (*near, *opposites, *term.lemmas)}
        near += [word for word in close_words(alike, MOST_LISTED) if word.lower() not in left_out]
    return [word for word in near if word not in found]


def looked_up(term: AskedTerm) -> str:
    """Return the word to look up: the term in the reader's case, unless WordNet spells it differently."""
    return term.shown if term.name is None or not term.is_folded else term.name
