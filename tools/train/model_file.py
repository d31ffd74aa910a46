"""models/reader.onnx: the network, its vocabulary and its labels in one file; a second has the checksum."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import numpy as np
import onnxruntime

from tools.train.examples import CHOICES, LAYERS, tag_names
from tools.train.export import export
from tools.train.sentences import FOLDER, PENS

if TYPE_CHECKING:
    from pathlib import Path

    from tools.train.encoder import Reader
    from tools.train.examples import Numbers
    from tools.train.score import Logits

VERSION = "1"  # of the inputs, the outputs and the properties; a worker refuses another
LARGEST = 25_000_000  # bytes, so that it can be committed


def check(path: Path, sha256: str) -> None:
    """Raise ValueError unless the file has this checksum."""
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != sha256:
        raise ValueError(f"{path} has the checksum {found}, not {sha256}")


def write(path: Path, reader: Reader, vocabulary: list[str], temperature: float) -> None:
    """Write the model and its checksum."""
    sentences = hashlib.sha256(b"".join((FOLDER / f"{pen}.jsonl").read_bytes() for pen in PENS)).hexdigest()
    properties = {
        "version": VERSION,
        "sentences": sentences,
        "labels": json.dumps(CHOICES | {layer: tag_names(layer) for layer in LAYERS}),
        "vocabulary": "\n".join(vocabulary),
    }
    export(reader, path, temperature, properties)
    write_checksum(path)


def write_checksum(path: Path) -> None:
    """Write the file's checksum beside it, in the form that `sha256sum --check` reads."""
    size = path.stat().st_size
    if size > LARGEST:
        raise ValueError(f"{path} has {size} bytes, more than {LARGEST}")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    path.with_suffix(".sha256").write_text(f"{digest}  {path.name}\n")
    print(f"wrote {path}: {size / 1e6:.1f} MB, SHA-256 {digest}")


def opened(path: Path) -> Logits:
    """Return the logits of batches by the model in a file, on one thread."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()]

    def logits(batch: list[Numbers]) -> dict[str, np.ndarray]:
        longest = max(len(example.pieces) for example in batch)
        numbers, segments = (np.zeros((len(batch), longest), np.int64) for _ in range(2))
        for row, example in enumerate(batch):
            numbers[row, : len(example.pieces)] = example.pieces
            segments[row, : len(example.pieces)] = example.segments
        return dict(zip(names, session.run(None, {"numbers": numbers, "segments": segments}), strict=True))

    return logits
