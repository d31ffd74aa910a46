"""The next questions about a word: those that have an answer."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from workers.commands.table import has_answer
from workers.commands.term import Term
from workers.english.wording.offers import NEXT, OPENERS, as_question

if TYPE_CHECKING:
    from workers.english.term_finder import AskedTerm
    from workers.wordnet.lexicon import Lexicon

MOST_SUGGESTIONS: Final = 4


def next_questions(lexicon: Lexicon, term: AskedTerm, asked: str) -> list[str]:
    """Return questions about `term` that have an answer, other than `asked`; or else some openers.

    Their wording is one that understanding.py reads without the model.
    """
    if not term.name or term.note:  # "kinds of thou" are about something else than was asked
        return list(OPENERS)
    plain_term = Term(lexicon, looked_up(term))
    names = ("near_rhymes", *NEXT) if asked == "rhymes" else NEXT
    found = (name for name in names if name != asked and _has_answer(plain_term, name))
    return [as_question(name, term.shown) for name in islice(found, MOST_SUGGESTIONS)] or list(OPENERS)


def _has_answer(term: Term, command: str) -> bool:
    if command == "synonyms":  # its answer has the word itself, too
        return any(name.lower() != term.form for synset in term.synsets for name in term.synonyms(synset))
    return has_answer(term, command)


def looked_up(term: AskedTerm) -> str:
    """Return the word to look up: the term in the reader's case, unless WordNet spells it differently."""
    return term.name if term.is_folded else term.shown
