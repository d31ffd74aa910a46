"""`make train`: three trainings, their scores, and models/reader.onnx.

The first training leaves one pen out: its sentences tell how sure the network may be of strangers, and set
the temperature. The others take every training pen, and the file holds the mean of their weights. The locked
sentences are counted, never shown.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import torch

from tools.train import calibration, model_file
from tools.train.fit import averaged, fit, logits_of
from tools.train.minilm import WEIGHTS, WEIGHTS_SHA256
from tools.train.score import print_misses, print_scores, read_all
from tools.train.sentences import CHECKS, FOLDER, LOCKED, PENS, read
from workers.meaning.word_pieces import WordPieces

if TYPE_CHECKING:
    from tools.train.encoder import Reader

LEFT_OUT = "hand_b"  # the pen furthest from the others: natives, voice, puzzles, programmers
SEEDS = (1, 2)  # of the networks that are averaged


def main(arguments: list[str]) -> int:
    """Train as the arguments say; return 0."""
    options = _options(arguments)
    torch.set_num_threads(options.threads)
    model_file.check(WEIGHTS / "model.safetensors", WEIGHTS_SHA256)
    vocabulary = (WEIGHTS / "vocab.txt").read_text(encoding="utf-8").splitlines()
    word_pieces = WordPieces(vocabulary)
    words, asides = ((FOLDER / f"{name}.txt").read_text("utf-8").splitlines() for name in ("words", "asides"))

    def train(without: str = "", seed: int = SEEDS[0]) -> Reader:
        sentences = [sentence for pen in PENS if pen != without for sentence in read(pen)]
        print(f"training on {len(sentences)} sentences{f' without {without}' if without else ''}", flush=True)
        return fit(sentences, word_pieces, WEIGHTS, words=words, asides=asides, seed=seed)

    if options.pens:
        for pen in options.pens.split(","):
            readings = read_all(logits_of(train(without=pen)), read(pen), word_pieces)
            print_scores(pen, readings, by_command=True)
            print_misses(readings)
        return 0

    readings = read_all(logits_of(train(without=LEFT_OUT)), read(LEFT_OUT), word_pieces)
    print_scores(f"{LEFT_OUT} (left out)", readings, by_command=True)
    temperature = calibration.temperature(readings)
    calibration.print_table(readings, temperature)

    reader = averaged([train(seed=seed) for seed in SEEDS])
    model_file.write(options.output, reader, vocabulary, temperature)
    logits = model_file.opened(options.output)
    for name in (*CHECKS, *LOCKED):
        print_scores(name, read_all(logits, read(name), word_pieces), by_command=name in CHECKS)
    return 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.train", description=__doc__)
    parser.add_argument(
        "--pens", default="", help="score these pens, each by a network that never saw it; write nothing"
    )
    parser.add_argument("--threads", type=int, default=1, help="one gives the same file each time")
    parser.add_argument("--output", type=Path, default=FOLDER.parent / "reader.onnx")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
