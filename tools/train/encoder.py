"""The networks: MiniLM's encoder (a BERT of six layers) under linear heads: readings, or a meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from safetensors.torch import load_file
from torch import nn

if TYPE_CHECKING:
    from pathlib import Path

    from torch import Tensor

WIDTH, ATTENTION_HEADS, INNER, EPSILON = 384, 12, 1536, 1e-12  # all-MiniLM-L6-v2
SIZE = 112  # of a meaning


class Layer(nn.Module):
    """Self-attention and a feed-forward net, each followed by a residual and a layer norm."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.joined = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm1, self.norm2 = (nn.LayerNorm(WIDTH, eps=EPSILON) for _ in range(2))
        self.dropout = nn.Dropout(0.1)

    def forward(self, states: Tensor, bias: Tensor, *, coarse: bool) -> Tensor:
        rounded = rounded_to_bytes if coarse else _unchanged
        batch, length, _ = states.shape
        given = rounded(states)
        query, key, value = (
            linear(given).view(batch, length, ATTENTION_HEADS, -1).transpose(1, 2)
            for linear in (self.query, self.key, self.value)
        )
        # Written out: on a CPU the backward pass of PyTorch's fused attention is ten times slower.
        shares = torch.softmax(query @ key.transpose(-1, -2) / (WIDTH // ATTENTION_HEADS) ** 0.5 + bias, -1)
        mixed = shares.to(value.dtype) @ value
        mixed = self.joined(rounded(mixed.transpose(1, 2).reshape(batch, length, WIDTH)))
        states = self.norm1(states + self.dropout(mixed))
        inner = rounded(nn.functional.gelu(self.inner(rounded(states))))
        return self.norm2(states + self.dropout(self.outer(inner)))


def rounded_to_bytes(values: Tensor) -> Tensor:
    """Return the values as 8 bits hold them at run time, with the gradient of the values themselves."""
    whole = values.detach().float()
    low, high = whole.min().clamp(max=0), whole.max().clamp(min=0)
    scale = (high - low).clamp(min=1e-8) / 255
    zero = torch.round(-low / scale)
    rounded = ((torch.round(whole / scale) + zero).clamp(0, 255) - zero) * scale
    return values + (rounded - whole).to(values.dtype)


def _unchanged(values: Tensor) -> Tensor:
    return values


class Encoder(nn.Module):
    """Token numbers and segments in, a state of WIDTH a token out."""

    def __init__(self, *, words: int = 30522, layers: int = 6):
        super().__init__()
        self.words, self.positions = nn.Embedding(words, WIDTH), nn.Embedding(512, WIDTH)
        self.segments, self.norm = nn.Embedding(2, WIDTH), nn.LayerNorm(WIDTH, eps=EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.dropout = nn.Dropout(0.1)
        self.coarse = False  # whether values are rounded between layers, as in the exported file

    def states(self, numbers: Tensor, segments: Tensor) -> tuple[Tensor, Tensor]:
        """Return the states of the tokens (sentences, tokens, WIDTH), and their mean (sentences, WIDTH)."""
        mask = numbers != 0  # 0 is [PAD]
        positions = torch.arange(numbers.shape[1])
        states = self.words(numbers) + self.positions(positions) + self.segments(segments)
        states = self.dropout(self.norm(states))
        bias = torch.zeros(mask.shape).masked_fill(~mask, -1e4)[:, None, None, :].to(states.dtype)
        for layer in self.layers:
            states = layer(states, bias.to(states.dtype), coarse=self.coarse)
        share = mask.to(states.dtype)
        return states, (states * share[..., None]).sum(1) / share.sum(1, keepdim=True)

    def load(self, folder: Path) -> None:
        """Take the encoder's weights from a folder of all-MiniLM-L6-v2; the heads stay as they are."""
        weights = load_file(str(folder / "model.safetensors"))
        own = {
            "words.weight": weights["embeddings.word_embeddings.weight"],
            "positions.weight": weights["embeddings.position_embeddings.weight"],
            "segments.weight": weights["embeddings.token_type_embeddings.weight"],
            "norm.weight": weights["embeddings.LayerNorm.weight"],
            "norm.bias": weights["embeddings.LayerNorm.bias"],
        }
        for number in range(len(self.layers)):
            for ours, theirs in NAMES.items():
                for kind in ("weight", "bias"):
                    own[f"layers.{number}.{ours}.{kind}"] = weights[f"encoder.layer.{number}.{theirs}.{kind}"]
        missing, unexpected = self.load_state_dict(own, strict=False)
        if unexpected or any(name.startswith(("words", "layers", "norm")) for name in missing):
            raise ValueError(f"not the weights of all-MiniLM-L6-v2: {missing} {unexpected}")


class Reader(Encoder):
    """Token numbers and segments in, logits out.

    There is one set of logits a sentence for each of `sizes`, and one a token for each of `tag_sizes`.
    """

    def __init__(
        self, sizes: dict[str, int], tag_sizes: dict[str, int], *, words: int = 30522, layers: int = 6
    ):
        super().__init__(words=words, layers=layers)
        self.heads = nn.ModuleDict({name: nn.Linear(2 * WIDTH, size) for name, size in sizes.items()})
        self.tags = nn.ModuleDict({name: nn.Linear(WIDTH, size) for name, size in tag_sizes.items()})

    def forward(self, numbers: Tensor, segments: Tensor) -> dict[str, Tensor]:
        states, mean = self.states(numbers, segments)
        sentence = self.dropout(torch.cat([states[:, 0], mean], -1))
        tokens = self.dropout(states)
        return {n: head(sentence) for n, head in self.heads.items()} | {
            n: tag(tokens) for n, tag in self.tags.items()
        }


class Meanings(Encoder):
    """Token numbers in, the meaning of each text as a unit vector of SIZE out."""

    def __init__(self, *, words: int = 30522, layers: int = 6):
        super().__init__(words=words, layers=layers)
        self.kept = nn.Linear(WIDTH, SIZE, bias=False)

    def forward(self, numbers: Tensor) -> Tensor:
        _, mean = self.states(numbers, torch.zeros_like(numbers))
        return nn.functional.normalize(self.kept(mean).float(), dim=-1)


NAMES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "joined": "attention.output.dense",
    "norm1": "attention.output.LayerNorm",
    "inner": "intermediate.dense",
    "outer": "output.dense",
    "norm2": "output.LayerNorm",
}
