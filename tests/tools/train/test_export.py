"""The exported file gives the logits of the network, in 7-bit weights, with ONNX Runtime alone."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnxruntime
import torch

from tests.tools.train.letters import VOCABULARY
from tests.tools.train.networks import small_reader
from tools.train.encoder import SIZE, Meanings
from tools.train.examples import CHOICES, LAYERS
from tools.train.export import BITS, export, export_meanings, quantized

NUMBERS = np.array([[2, 4, 5, 6, 3, 0], [2, 7, 8, 9, 10, 3]])
SEGMENTS = np.array([[0, 0, 1, 1, 1, 0], [0, 1, 1, 1, 1, 1]])


def exported(path: Path, temperature: float = 1.0) -> dict[str, np.ndarray]:
    """Return the logits by an exported file."""
    export(small_reader(), path, temperature, {"version": "1"})
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()]
    return dict(zip(names, session.run(None, {"numbers": NUMBERS, "segments": SEGMENTS}), strict=True))


def test_integers_and_scales_give_the_matrix_back() -> None:
    matrix = np.random.default_rng(1).normal(size=(40, 30)).astype(np.float32)

    for axis in (0, 1):
        integers, scales = quantized(matrix, axis)
        spread = np.expand_dims(scales, axis)
        assert np.abs(integers).max() == 2 ** (BITS - 1) - 1
        assert np.all(np.abs(integers * spread - matrix) <= spread / 2 + 1e-6)


def test_a_column_of_zeros_stays_zero() -> None:
    integers, scales = quantized(np.zeros((4, 2), np.float32), axis=0)

    assert not integers.any()
    assert np.isfinite(scales).all()


def test_the_file_gives_the_logits_of_the_network(tmp_path: Path) -> None:
    """Rounding moves each a little: far less than the logits of different sentences differ."""
    reader = small_reader()
    reader.coarse = True
    with torch.no_grad():
        wanted = reader(torch.tensor(NUMBERS), torch.tensor(SEGMENTS))

    given = exported(tmp_path / "reader.onnx")

    assert set(given) == {*CHOICES, *LAYERS}
    for name in CHOICES:
        assert np.abs(given[name] - wanted[name].numpy()).max() < 0.05, name
    for name in LAYERS:
        assert np.abs(given[name][0, :5] - wanted[name].numpy()[0, :5]).max() < 0.1, name
    assert np.abs(given["command"][0] - given["command"][1]).max() > 0.1


def test_the_temperature_divides_the_logits_of_the_command_only(tmp_path: Path) -> None:
    plain, cooled = exported(tmp_path / "plain.onnx"), exported(tmp_path / "cooled.onnx", 2.0)

    assert np.allclose(plain["command"] / 2, cooled["command"], atol=1e-5)
    assert np.allclose(plain["pos"], cooled["pos"], atol=1e-5)


def test_the_same_network_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("first", "second"):
        export(small_reader(), tmp_path / name, 1.0, {"version": "1"})

    assert (tmp_path / "first").read_bytes() == (tmp_path / "second").read_bytes()


def test_the_file_of_meanings_gives_vectors_that_point_the_way_of_the_network_s(tmp_path: Path) -> None:
    torch.manual_seed(1)
    network = Meanings(words=len(VOCABULARY), layers=1).eval()
    with torch.no_grad():
        wanted = network(torch.tensor(NUMBERS)).numpy()

    export_meanings(network, tmp_path / "meaning.onnx", {"version": "1"})

    session = onnxruntime.InferenceSession(str(tmp_path / "meaning.onnx"), providers=["CPUExecutionProvider"])
    [given] = session.run(["meaning"], {"numbers": NUMBERS, "segments": np.zeros_like(NUMBERS)})
    assert given.shape == (2, SIZE)
    for row, vector in zip(given, wanted, strict=True):
        assert row @ vector / np.linalg.norm(row) > 0.99
