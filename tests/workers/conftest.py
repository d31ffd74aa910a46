"""WordNet for the tests: as our snapshot holds it, and as NLTK reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from shared.settings import read_settings
from tests.workers.nltk_side import AllOfNltk, read_all
from workers.lexicon import Lexicon
from workers.snapshot import open_lexicon
from workers.wordnet_data import candidates


@pytest.fixture(scope="session")
def data_dir() -> Path:
    """Where `make setup` put WordNet and its snapshot."""
    return Path(read_settings().data_dir)


@pytest.fixture(scope="session")
def lexicon(data_dir: Path) -> Lexicon:
    """All of WordNet, opened from the snapshot as a worker does; built if there is none yet."""
    return open_lexicon(data_dir)


@pytest.fixture(scope="session")
def wordnet_folder(data_dir: Path, lexicon: Lexicon) -> Path:  # noqa: ARG001 (opening it fetches WordNet)
    """The folder of WordNet's own files."""
    return candidates(data_dir)[0]


@pytest.fixture(scope="session")
def nltk_side(wordnet_folder: Path) -> AllOfNltk:
    """All of WordNet as NLTK's own reader gives it, read once."""
    return read_all(wordnet_folder)
