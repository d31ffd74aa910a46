"""The next questions about a word: those that have an answer; and words close to its meaning."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from workers.commands.descriptions import close_words
from workers.commands.for_reader import kinds_of, similar_to_first
from workers.commands.related_words import related_words
from workers.commands.table import has_answer
from workers.commands.term import Term
from workers.english.wording.offers import NEXT, OPENERS, as_question
from workers.english.wording.sentences import MOST_LISTED
from workers.wordnet.names.spelled import readable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.messages import Question, Sense
    from workers.english.term_finder import AskedTerm
    from workers.wordnet.lexicon import Lexicon

MOST_SUGGESTIONS: Final = 4


def next_questions(lexicon: Lexicon, term: AskedTerm, asked: str) -> list[str]:
    """Return questions about `term` that have an answer, other than `asked`; or else some openers.

    Their wording is one that understanding.py reads without the model.
    """
    if term.name is None:
        return list(OPENERS)
    plain_term = Term(lexicon, looked_up(term))
    names = ("near_rhymes", *NEXT) if asked == "rhymes" else NEXT
    found = (name for name in names if name != asked and _has_answer(plain_term, name))
    return [as_question(name, term.shown) for name in islice(found, MOST_SUGGESTIONS)] or list(OPENERS)


def _has_answer(term: Term, command: str) -> bool:
    if command == "overview":
        return bool(term.synsets)
    if command == "synonyms":  # its answer has the word itself, too
        return any(name.lower() != term.form for synset in term.synsets for name in term.synonyms(synset))
    return has_answer(term, command)


def near_synonyms(
    lexicon: Lexicon, question: Question, found: Sequence[str], senses: Sequence[Sense]
) -> list[str]:
    """Return words close in meaning, if the synonyms `found` have conditions, or lack the first meaning.

    These are the adjectives similar to that meaning, or the ways to do it (*amble* for *walk*). If no synonym
    meets the conditions, the likeliest words of a search by meaning follow, without opposites.
    """
    has_first = bool(senses) and senses[0].sense == 1
    if has_first and not question.where:
        return []
    term = Term(lexicon, question.word, question.pos, for_reader=True, where=question.where)
    near = term.kept(similar_to_first(term))
    if question.where and not has_first and term.meanings and lexicon.pos(term.meanings[0]) == "v":
        near += term.kept(kinds_of(term, term.meanings[0], "hyponyms"))[:MOST_LISTED]
    if question.where and not found and len(near) < MOST_LISTED and term.meanings:
        pos = lexicon.pos(term.meanings[0]).replace("s", "a")
        alike = Term(lexicon, readable(question.word), pos, where=question.where)
        left_out = {*near, *related_words(term.as_any_pos(), "antonyms"), *term.lemmas}
        near += [word for word in close_words(alike, MOST_LISTED) if word not in left_out]
    return [word for word in near if not question.where or word not in found]


def looked_up(term: AskedTerm) -> str:
    """Return the word to look up: the term in the reader's case, unless WordNet spells it differently."""
    return term.shown if term.name is None or not term.is_folded else term.name
