"""How often the right word comes first, among the first ten and among the first hundred."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.train.meaning.described import CHECKS, read

if TYPE_CHECKING:
    from workers.meaning.word_search import WordSearch
    from workers.wordnet.lexicon import Lexicon

FIRSTS = (1, 10, 100)


def print_scores(lexicon: Lexicon, search: WordSearch) -> None:
    """Print the shares for the descriptions of the writer apart, with single words as candidates."""
    single = [lemma for lemma in range(lexicon.lemma_count) if "_" not in lexicon.lemma_name(lemma)]
    for pen in CHECKS:
        ranks = []
        for word, description in read(pen):
            lemma = lexicon.number_of(word.lower())
            found = [each.lemma for each in search.find(description, FIRSTS[-1], single)]
            ranks.append(found.index(lemma) if lemma in found else FIRSTS[-1])
        shares = ", ".join(f"{sum(r < n for r in ranks) / len(ranks):.3f} in {n}" for n in FIRSTS)
        print(f"{pen}: {len(ranks)} descriptions, the word {shares}")
