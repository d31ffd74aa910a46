"""The words that people like to learn, for random words and the word of the day.

That is one word of at least five letters, no name, no taxon, nothing offensive and nothing about sex or
excretion, in its dictionary form, with an example that holds it. The tagged texts use it one to four times:
common enough to meet, rare enough to learn. About 4,100 words are so, such as *enigmatic* and *rustic*.
"""

from __future__ import annotations

import re
from array import array
from typing import TYPE_CHECKING, Final

from workers.wordnet.frequency import uses_of
from workers.wordnet.lexicon import POS_ORDER
from workers.wordnet.offensive import offensive_lemmas
from workers.wordnet.word_in_text import holds_any

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon

SHORTEST: Final = 5  # letters; everybody knows shorter words
FEWEST_USES: Final = 1  # in the tagged texts
MOST_USES: Final = 4
_INDELICATE: Final = re.compile(
    r"\b(?:sex\w*|copulat\w*|intercourse|erotic\w*|obscen\w*|genital\w*|penis|vagina\w*|testic\w*|anus|rectum"
    r"|urin\w*|feces|fecal|excre\w*|menstru\w*|prostitut\w*|rapes?|incest\w*|lewd\w*|lascivious\w*)\b"
)


def words_to_learn(lexicon: Lexicon) -> array[int]:
    """Return the lemmas described above, which the snapshot has as the table `words_to_learn`."""
    return array("I", (lemma for lemma in range(lexicon.lemma_count) if _is_to_learn(lexicon, lemma)))


def _is_to_learn(lexicon: Lexicon, lemma: int) -> bool:
    if not FEWEST_USES <= uses_of(lexicon, lemma) <= MOST_USES:
        return False
    name = lexicon.lemma_name(lemma)
    if len(name) < SHORTEST or not name.isalpha() or lemma in offensive_lemmas(lexicon):
        return False
    if any(lexicon.dictionary_forms(name, pos) not in ([], [name]) for pos in POS_ORDER):
        return False  # it is a form of another word
    synsets = [synset for pos in POS_ORDER for synset in lexicon.entry(lemma, pos)]
    return (
        all(name in lexicon.words(synset) for synset in synsets)  # else it is a name, with a capital
        and not any(_INDELICATE.search(lexicon.definition(synset)) for synset in synsets)
        and any(_is_shown(lexicon, name, synset) for synset in synsets)
    )


def _is_shown(lexicon: Lexicon, name: str, synset: int) -> bool:
    pos = lexicon.pos(synset)
    return any(holds_any(lexicon, example, [name], pos) for example in lexicon.examples(synset))
