"""`make train-meaning`: the network that gives texts their meanings; `make vectors` uses it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import torch

from shared.settings import read_settings
from tools.train import model_file
from tools.train.export import export_meanings
from tools.train.meaning import described, pairs
from tools.train.meaning.fit import fit, new_network, vectors_of
from tools.train.minilm import WEIGHTS, WEIGHTS_SHA256
from workers.meaning.encoder import MODEL, VERSION
from workers.meaning.vectors import in_words
from workers.meaning.word_pieces import WordPieces
from workers.wordnet.snapshot import open_lexicon

SAMPLE = 7  # every seventh synset tells what differs most among meanings


def main(arguments: list[str]) -> int:
    """Train as the arguments say; return 0."""
    parser = argparse.ArgumentParser(prog="python -m tools.train.meaning", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1, help="one gives the same file each time")
    parser.add_argument("--output", type=Path, default=MODEL)
    options = parser.parse_args(arguments)
    torch.set_num_threads(options.threads)
    torch.use_deterministic_algorithms(mode=True)
    model_file.check(WEIGHTS / "model.safetensors", WEIGHTS_SHA256)
    vocabulary = (WEIGHTS / "vocab.txt").read_text(encoding="utf-8").splitlines()
    word_pieces = WordPieces(vocabulary)
    lexicon = open_lexicon(Path(read_settings().data_dir), print)

    meanings = [in_words(lexicon, synset) for synset in range(lexicon.synset_count)]
    network = new_network(WEIGHTS, meanings[::SAMPLE], word_pieces)
    print(f"encoding {len(meanings)} meanings with the untrained network …", flush=True)
    synsets = vectors_of(network, word_pieces, meanings)
    learnt = described.read_all(lexicon)
    texts = vectors_of(network, word_pieces, [text for _, text in learnt])
    described_pairs = pairs.of_descriptions(lexicon, learnt, texts, synsets)
    sentence_pairs = list(pairs.of_sentences(lexicon))
    print(f"training on {len(described_pairs)} descriptions and {len(sentence_pairs)} sentences", flush=True)
    fit(network, lexicon, word_pieces, (described_pairs, sentence_pairs), options.seed)
    export_meanings(network, options.output, {"version": VERSION, "vocabulary": "\n".join(vocabulary)})
    model_file.write_checksum(options.output)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
