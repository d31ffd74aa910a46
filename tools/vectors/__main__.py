"""`make vectors`: encodes all meanings, the descriptions by people, and the examples, into two files."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from shared.settings import read_settings
from tools.train.meaning import described
from tools.train.meaning.score import print_scores, print_sense_score
from workers.meaning import example_vectors
from workers.meaning.encoder import encoder
from workers.meaning.example_vectors import write_examples
from workers.meaning.vectors import FILE, write
from workers.meaning.word_search import word_search
from workers.wordnet.snapshot import open_lexicon


def main() -> int:
    """Write the file and print how often it finds the right word; return 0."""
    lexicon = open_lexicon(Path(read_settings().data_dir), print)
    started = time.monotonic()
    print(f"encoding {lexicon.synset_count:,} meanings, which takes minutes …", flush=True)
    write(FILE, lexicon, encoder(), described.read_all(lexicon))
    write_examples(example_vectors.FILE, lexicon, encoder())
    for file in (FILE, example_vectors.FILE):
        print(f"wrote {file}: {file.stat().st_size / 1e6:.1f} MB")
    print(f"{time.monotonic() - started:.0f} s", flush=True)
    print_scores(lexicon, word_search(lexicon))
    print_sense_score(lexicon)
    return 0


if __name__ == "__main__":
    sys.exit(main())
