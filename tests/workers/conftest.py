"""WordNet for the tests, from our snapshot and from NLTK; a Redis; and kombu as it was before a worker."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import kombu.compression
import kombu.serialization
import kombu.transport
import pytest

from shared.settings import read_settings
from tests.stack.environment import clean_environ
from tests.stack.redis_process import RedisProcess
from tests.workers.nltk_side import AllOfNltk, read_all
from workers.wordnet.lexicon import Lexicon
from workers.wordnet.snapshot import open_lexicon
from workers.wordnet.sources import candidates

CHANGED_TABLES = (
    *(
        (kombu.serialization.registry, name)
        for name in ("_encoders", "_decoders", "name_to_type", "type_to_name")
    ),
    *((kombu.compression, name) for name in ("_encoders", "_decoders", "_aliases")),
)


@pytest.fixture(scope="session")
def data_dir() -> Path:
    """The folder of WordNet and its snapshot, which `make setup` makes."""
    return Path(read_settings().data_dir)


@pytest.fixture(scope="session")
def lexicon(data_dir: Path) -> Lexicon:
    """All of WordNet from the snapshot, like in a worker; the first run builds it."""
    return open_lexicon(data_dir)


@pytest.fixture(scope="session")
def wordnet_folder(data_dir: Path, lexicon: Lexicon) -> Path:  # noqa: ARG001 (opening it fetches WordNet)
    """The folder of WordNet's files."""
    return candidates(data_dir)[0]


@pytest.fixture(scope="session")
def nltk_side(wordnet_folder: Path) -> AllOfNltk:
    """All of WordNet from NLTK's own reader, read once."""
    return read_all(wordnet_folder)


@pytest.fixture(scope="package")
def redis_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisProcess]:
    """A Redis that every test leaves running."""
    server = RedisProcess(tmp_path_factory.mktemp("redis"), clean_environ())
    server.start()
    yield server
    server.end()


@pytest.fixture
def kombu_unchanged(monkeypatch: pytest.MonkeyPatch) -> None:
    """Undo a worker's changes to kombu's transports, serializers and compression."""
    for scheme in ("redis", "rediss", "sentinel"):
        monkeypatch.setitem(
            kombu.transport.TRANSPORT_ALIASES, scheme, kombu.transport.TRANSPORT_ALIASES[scheme]
        )
    monkeypatch.setattr(kombu.transport, "_transport_cache", {})
    for owner, name in CHANGED_TABLES:
        monkeypatch.setattr(owner, name, dict(getattr(owner, name)))
