"""`make sense-weights`: how often the likeliest sense is right by the weight of the uses, and by length.

It prints a table for models/in_sentence.tsv and for each file with the same columns that the arguments name,
such as a tagged text. WEIGHTS, USES_IN_A_TEXT and FROM_A_TEXT of workers/meaning/senses.py come from these.
"""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from shared.settings import read_settings
from tools.train.meaning.score import IN_SENTENCE
from workers.commands.term import Term
from workers.meaning.encoder import encoder
from workers.meaning.senses import WEIGHTS, measures
from workers.wordnet.snapshot import open_lexicon

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon

USES = 4  # the place of the uses among the weights
TRIED = (0.0, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0, 1.4, 2.0)
LENGTHS = (0, 8, 12, 16, 24, 1000)  # words of a sentence: the bounds of the columns


def main(arguments: list[str]) -> int:
    """Print a table for each file; return 0."""
    lexicon = open_lexicon(Path(read_settings().data_dir), print)
    for path in (IN_SENTENCE, *map(Path, arguments)):
        print(f"\n{path.name}\n{as_table(lexicon, path)}")
    return 0


def as_table(lexicon: Lexicon, path: Path) -> str:
    """Return the shares of right senses: a row for each weight of the uses, a column for each length."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    lengths = np.array([len(sentence.split()) for *_, sentence in rows])
    bands = [(lengths >= low) & (lengths < high) for low, high in pairwise(LENGTHS)]
    heads = [
        f"{low}-{high - 1} ({band.sum()})" for (low, high), band in zip(pairwise(LENGTHS), bands, strict=True)
    ]
    lines = [f"{'uses':>5}" + "".join(f"{head:>13}" for head in [*heads, f"all ({len(rows)})"])]
    for weight, right in zip(TRIED, right_senses(lexicon, rows), strict=True):
        shares = [right[band].mean() if band.any() else np.nan for band in (*bands, lengths >= 0)]
        lines.append(f"{weight:>5}" + "".join(f"{share:>13.3f}" for share in shares))
    return "\n".join(lines)


def right_senses(lexicon: Lexicon, rows: list[list[str]]) -> list[np.ndarray]:
    """Return, for each weight, which sentences have the right sense as the likeliest."""
    queries = encoder().vectors([sentence for *_, sentence in rows])
    found = np.zeros((len(TRIED), len(rows)), bool)
    for place, ((_, lemma, pos, name, sentence), query) in enumerate(zip(rows, queries, strict=True)):
        word = Term(lexicon, lemma, pos, for_reader=True, sentence=sentence).in_sentence
        senses = [lexicon.synset_name(synset) for synset in word.uses]
        measured = measures(lexicon, word, query)
        for row, weight in enumerate(TRIED):
            scores = measured @ np.array((*WEIGHTS[:USES], weight, *WEIGHTS[USES + 1 :]))
            found[row, place] = senses[int(scores.argmax())] == name
    return list(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
