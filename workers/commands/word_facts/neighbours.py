"""The words around a meaning: broader words, narrower ones and their siblings, if their glosses are similar.

The siblings of things are left out, because they are other things: a chisel is no knife.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from workers.meaning.vectors import vectors
from workers.wordnet.offensive import never_offered
from workers.wordnet.relations import CODES, HYPERNYM

if TYPE_CHECKING:
    from workers.commands.term import Term

_HYPONYM: Final = CODES["~"]
THINGS: Final = frozenset(f"noun.{name}" for name in ("animal", "artifact", "body", "food", "plant"))
_NEAR: Final = 0.6  # the least similarity of a meaning that a reader takes for nearly the same
_BY_USES: Final = 0.03  # added to the similarity for each time that the uses grow by e
_UNUSED: Final = 127  # the greatest weight of a lemma that the tagged texts never use (see nltk_reader.py)


def neighbours(term: Term, synset: int) -> list[str]:
    """Return a word for each meaning near to a noun's or a verb's, the likeliest first; no rare ones.

    *Home* is no synonym of *house* in WordNet, but *dwelling* is above it and *bungalow* below it.
    """
    lexicon, rows = term.lexicon, vectors(term.lexicon).synsets
    above = lexicon.pointers.related(synset, HYPERNYM)
    higher = [synset] if lexicon.lexname(synset) in THINGS else [synset, *above]
    around = [low for high in higher for low in lexicon.pointers.related(high, _HYPONYM)]
    near = [each for each in dict.fromkeys([*above, *around]) if each != synset]
    if not near:
        return []
    likeness = rows.some_similarities(near, rows.row(synset))
    uses = np.array([sum(lexicon.sense_counts(each)) for each in near])
    order = np.argsort(-(likeness + _BY_USES * np.log1p(uses)), kind="stable")
    words = dict.fromkeys(lexicon.words(near[place])[0] for place in order if likeness[place] >= _NEAR)
    return [word for word in words if _is_another(term, word.lower())]


def _is_another(term: Term, name: str) -> bool:
    """Whether a name is one word, in use, with nothing of the term in it: no *bread knife* for *knife*."""
    is_of_term = any(lemma in name or name in lemma for lemma in term.lemmas)
    is_used = term.lexicon.lemma_weight(term.lexicon.number_of(name)) > _UNUSED
    return "_" not in name and is_used and not is_of_term and name not in never_offered(term.lexicon)
