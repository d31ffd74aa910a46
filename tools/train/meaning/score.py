"""How often the right word comes first, in ten and in a hundred, and how often the right sense does."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tools.train.meaning.described import CHECKS, read
from workers.commands.term import Term

if TYPE_CHECKING:
    from workers.meaning.word_search import WordSearch
    from workers.wordnet.lexicon import Lexicon

FIRSTS = (1, 10, 100)
# Form in the sentence, lemma, part of speech, NLTK's name of the synset, sentence. By one writer, apart from
# training.
IN_SENTENCE = Path(__file__).parents[3] / "models" / "in_sentence.tsv"


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


def print_sense_score(lexicon: Lexicon) -> None:
    """Print how often the likeliest sense of a word in a sentence is right, given its part of speech."""
    rows = [line.split("\t") for line in IN_SENTENCE.read_text(encoding="utf-8").splitlines()]
    right = first = 0
    for _, lemma, pos, name, sentence in rows:
        term = Term(lexicon, lemma, pos, for_reader=True, sentence=sentence)
        chances = term.likelihoods
        right += lexicon.synset_name(max(chances, key=chances.__getitem__)) == name
        first += lexicon.synset_name(lexicon.entry(lexicon.number_of(lemma.lower()), pos)[0]) == name
    print(
        f"{len(rows)} sentences, the sense {right / len(rows):.3f} right; the first {first / len(rows):.3f}"
    )
