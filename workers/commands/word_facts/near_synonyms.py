"""Words close to the meaning of a word, where its synonyms are not enough for a reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workers.commands.descriptions import close_words
from workers.commands.for_reader import kinds_of, similar_to_first
from workers.commands.related_words import targets_of
from workers.commands.term import Term
from workers.commands.word_facts.neighbours import neighbours
from workers.commands.word_facts.usage_marks import labels_for, unfit_for
from workers.wordnet.names.spelled import readable
from workers.wordnet.relations import SIMILAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.messages import Question, Sense
    from workers.wordnet.lexicon import Lexicon

_MOST_ADDED: Final = 6  # as many as a sentence lists
_FEW: Final = 3  # synonyms that meet the conditions
_OPPOSITES: Final = 2  # that are compared: each takes another search


def near_synonyms(
    lexicon: Lexicon, question: Question, found: Sequence[str], senses: Sequence[Sense]
) -> list[str]:
    """Return words close in meaning, if the synonyms `found` have conditions, or lack the first meaning.

    These are the adjectives similar to that meaning, or the nouns and verbs around it; with conditions, the
    ways to do it (*amble* for *walk*), and kinds that are marked as asked (*dad*, informal for *father*). If
    no synonym meets other conditions, the likeliest words of a search by meaning follow, without opposites.
    """
    is_first = bool(senses) and senses[0].sense == 1
    has_first = is_first and any(map(_is_single, senses[0].synonyms))
    if has_first and not question.where:
        return []
    term = Term(lexicon, question.word, question.pos, for_reader=True, where=question.where)
    near = term.kept(similar_to_first(term))
    if not (question.where or is_first) and term.meanings:
        near = near or neighbours(term, term.meanings[0])[:_MOST_ADDED]
    about = (question.where and question.where.about) or ""
    is_marked = bool(labels_for(about)) and not unfit_for(about)
    if question.where and not has_first and term.meanings and (term.main_pos == "v" or is_marked):
        near += term.kept(kinds_of(term, term.meanings[0], "hyponyms"))[:_MOST_ADDED]
    if question.where and len(found) < _FEW and not is_marked and len(near) < _MOST_ADDED and term.meanings:
        pos = term.main_pos.replace("s", "a")
        alike = Term(lexicon, readable(question.word), pos, where=question.where)
        left_out = {*near, *_opposites(term.as_any_pos()), *term.lemmas}
        opposites = [word for word, _ in targets_of(term, term.meanings[0], "antonyms")][:_OPPOSITES]
        near += [word for word in close_words(alike, _MOST_ADDED, opposites) if word not in left_out]
    return [word for word in near if not question.where or word not in found]


def _opposites(term: Term) -> set[str]:
    """Return the opposites of all meanings, with the adjectives similar to them: *simple* for *difficult*."""
    lexicon = term.lexicon
    targets = {target for synset in term.meanings for _, target in targets_of(term, synset, "antonyms")}
    similar = [near for target in targets for near in lexicon.pointers.related(target, SIMILAR)]
    return {word for synset in targets.union(similar) for word in lexicon.words(synset)}


def _is_single(word: str) -> bool:
    return "_" not in word and " " not in word
