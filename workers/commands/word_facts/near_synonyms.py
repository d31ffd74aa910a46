"""Words close to the meaning of a word, where its synonyms are not enough for a reader."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from shared.messages import Where
from workers.commands.conditions.word_filter import WordFilter
from workers.commands.conditions.words_around import likely_meanings, words_around
from workers.commands.for_reader import kinds_of, similar_to_first
from workers.commands.related_words import targets_of
from workers.commands.term import Term
from workers.commands.word_facts.marks.asked_labels import labels_for, unfit_for
from workers.commands.word_facts.marks.own_marks import counterparts_of
from workers.commands.word_facts.marks.usage_marks import REGIONS
from workers.commands.word_facts.neighbours import neighbours
from workers.wordnet.relations import SIMILAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.messages import Question, Sense
    from workers.wordnet.lexicon import Lexicon

_MOST_ADDED: Final = 6  # as many as a sentence lists


def near_words(
    lexicon: Lexicon, question: Question, found: Sequence[str], senses: Sequence[Sense]
) -> list[str]:
    """Return words close in meaning to a word or to its opposites, where those `found` are not enough."""
    if question.command == "synonyms":
        return near_synonyms(lexicon, question, found, senses)
    if question.command == "antonyms" and question.where and not (found or question.where.about):
        return _near_opposites(lexicon, question)
    return []


def near_synonyms(
    lexicon: Lexicon, question: Question, found: Sequence[str], senses: Sequence[Sense]
) -> list[str]:
    """Return words close in meaning, if the synonyms `found` have conditions, or lack the first meaning.

    Without conditions, these are the adjectives similar to that meaning, or the nouns and verbs around it.
    With conditions on letters and sounds, they are the words around it, the nearest first, with the synonyms
    of other meanings among them. With other conditions, they are the similar adjectives, and kinds (*dad*,
    informal for *father*).
    """
    is_first = bool(senses) and senses[0].sense == 1
    has_first = is_first and any(map(_is_single, senses[0].synonyms))
    if has_first and not question.where:
        return []
    term = Term(lexicon, question.word, question.pos, for_reader=True, where=question.where)
    about = (question.where and question.where.about) or ""
    if term.conditions and not about:
        near = words_around(term, likely_meanings(term), _opposites(term.as_any_pos()))
        return [word for word in near if not (is_first and word in found)]
    own = _own_words(term, about)
    near = [*(own if labels_for(about) & REGIONS else ()), *term.kept(similar_to_first(term))]
    if not (question.where or is_first) and term.meanings:
        near = near or neighbours(term, term.meanings[0])[:_MOST_ADDED]
    is_marked = bool(labels_for(about)) and not unfit_for(about)
    if question.where and not has_first and term.meanings and (term.main_pos == "v" or is_marked):
        near += term.kept(kinds_of(term, term.meanings[0], "hyponyms"))[:_MOST_ADDED]
    near = list(dict.fromkeys([*near, *own]))
    return [word for word in near if not question.where or word not in found]


def _own_words(term: Term, about: str) -> list[str]:
    """Return the words of the kind asked for that our own marks have: *lorry*, British for truck.

    WordNet lacks some of them (*arvo*, Australian for afternoon), so that no condition on meanings fits them.
    """
    labels, lexicon = () if unfit_for(about) else sorted(labels_for(about)), term.lexicon
    names = [term.form.lower()] if term.form.lower() in lexicon else term.lemmas
    found = (
        word
        for label in labels
        for name in names
        for word in counterparts_of(lexicon, name, term.meanings, label)
    )
    others = WordFilter(lexicon, replace(term.where or Where(), about=None))
    return [word for word in dict.fromkeys(term.offered(found)) if others.keeps(word)]


def _near_opposites(lexicon: Lexicon, question: Question) -> list[str]:
    """Return words around the opposites that meet conditions: *mean* for *generous*, with four letters."""
    term = Term(lexicon, question.word, question.pos, for_reader=True, where=question.where)
    likely = likely_meanings(term)
    opposites = [target for synset in likely for _, target in targets_of(term, synset, "antonyms")]
    alike = chain(similar_to_first(term.as_any_pos()), *map(lexicon.words, likely))
    return words_around(term, opposites, [word.lower() for word in alike])


def _opposites(term: Term) -> set[str]:
    """Return the opposites of all meanings, with the adjectives similar to them: *simple* for *difficult*."""
    lexicon = term.lexicon
    targets = {target for synset in term.meanings for _, target in targets_of(term, synset, "antonyms")}
    similar = [near for target in targets for near in lexicon.pointers.related(target, SIMILAR)]
    return {word for synset in targets.union(similar) for word in lexicon.words(synset)}


def _is_single(word: str) -> bool:
    return "_" not in word and " " not in word
