"""The words of a list that come nearest to a description: of kinds of *walk*, for a drunk man, *stagger*.

For the conditions that neither rules read nor the glosses of its words speak of.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from workers.commands.conditions.word_filter import WordFilter
from workers.commands.hierarchy import RELATIONS_DOWN, all_below
from workers.commands.term import Term
from workers.meaning.word_search import word_search

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.messages import Question, Where
    from workers.wordnet.lexicon import Lexicon

_NAMES: Final = 3  # of a kind, about
_CLOSE: Final = 0.15  # a kind is left out if it scores so much less than the nearest one …
_FEWEST: Final = 3  # … unless there are fewer than these
_MOST_TRIED: Final = 1_000  # words with certain letters, the commonest
_LEAST: Final = 0.35  # score of such a word: they have nothing else in common


def nearest_kinds(lexicon: Lexicon, question: Question, condition: str, most: int) -> list[str]:
    """Return up to `most` kinds of a word, in its likely meanings, that come nearest to a condition."""
    term = Term(lexicon, question.word, question.pos, for_reader=True, where=question.where)
    pos = term.main_pos
    if pos not in ("n", "v"):
        return []
    alike = [synset for synset in term.prominent if lexicon.pos(synset) == pos]
    kinds = {low for synset in alike for way in RELATIONS_DOWN for low in all_below(lexicon, synset, way)}
    names = {word.lower() for low in kinds for word in lexicon.words(low)}
    kept = map(lexicon.number_of, term.kept(names.difference(term.lemmas)))
    search = word_search(lexicon)
    best = search.best(search.scores(f"{question.word} {condition}", pos), most * _NAMES, list(kept))
    near: dict[int, list[int]] = {}  # meaning → its names, the likeliest first
    for each in best:
        if each.score > best[0].score - _CLOSE or len(near) < _FEWEST:
            near.setdefault(each.synset, []).append(each.lemma)
    return [_spelled(lexicon, synset, lemmas) for synset, lemmas in islice(near.items(), most)]


def nearest_words(lexicon: Lexicon, where: Where, condition: str, most: int) -> list[str]:
    """Return up to `most` words that meet `where` and come nearest to a condition."""
    names = islice(WordFilter(lexicon, where).words("word"), _MOST_TRIED)
    search = word_search(lexicon)
    best = search.best(search.scores(condition), most, list(map(lexicon.number_of, names)))
    least = max(_LEAST, best[0].score - _CLOSE) if best else 0
    return [_spelled(lexicon, each.synset, [each.lemma]) for each in best if each.score >= least]


def _spelled(lexicon: Lexicon, synset: int, lemmas: Sequence[int]) -> str:
    """Return the first name that means this above all, if there is one: no harp that is a harmonica."""
    pos = lexicon.pos(synset)
    lemma = next((each for each in lemmas if lexicon.entry(each, pos)[0] == synset), lemmas[0])
    return next(word for word in lexicon.words(synset) if word.lower() == lexicon.lemma_name(lemma))
