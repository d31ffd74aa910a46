"""Words as people describe them: the files of models/described, each by one writer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.wordnet.lexicon import Lexicon

FOLDER = Path(__file__).parents[3] / "models" / "described"
# See models/described/README.md. Roles go by writer: nobody's descriptions are split.
PENS = tuple(f"hand_{letter}" for letter in "abcdefghijklmnopqrstu")
CHECKS = ("plain", "far")  # by a writer apart: no training has seen them


def read(pen: str) -> list[tuple[str, str]]:
    """Return the words of a file, each with its description."""
    lines = (FOLDER / f"{pen}.tsv").read_text(encoding="utf-8").splitlines()
    return [(word, description) for word, description in (line.split("\t") for line in lines)]


def read_all(lexicon: Lexicon, pens: Sequence[str] = PENS) -> list[tuple[int, str]]:
    """Return the lemmas of all files of `pens`, each with its description."""
    found = ((lexicon.lemma(word.lower()), description) for pen in pens for word, description in read(pen))
    return [(lemma, description) for lemma, description in found if lemma is not None]
