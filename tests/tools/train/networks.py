"""A small network for the tests that need PyTorch."""

from __future__ import annotations

import torch

from tests.tools.train.letters import VOCABULARY
from tools.train.encoder import Reader
from tools.train.examples import CHOICES, LAYERS, tag_names


def small_reader() -> Reader:
    """Return an untrained network of one layer with the real heads, over the vocabulary of letters."""
    torch.set_num_threads(1)  # as in `make train`
    torch.manual_seed(1)
    sizes = {name: len(values) for name, values in CHOICES.items()}
    tag_sizes = {name: len(tag_names(name)) for name in LAYERS}
    return Reader(sizes, tag_sizes, words=len(VOCABULARY), layers=1).eval()
