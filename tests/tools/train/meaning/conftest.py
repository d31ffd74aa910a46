"""WordNet, which the descriptions and the pairs are about."""

from __future__ import annotations

from pathlib import Path

import pytest

from shared.settings import read_settings
from workers.wordnet.lexicon import Lexicon
from workers.wordnet.snapshot import open_lexicon


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """All of WordNet from the snapshot."""
    return open_lexicon(Path(read_settings().data_dir))
