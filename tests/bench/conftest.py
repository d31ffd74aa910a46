"""Wordwire, running for all tests that only put a load on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.bench.contenders import Running, start_wordwire
from tests.bench.processes import Processes


@pytest.fixture(scope="package")
def wordwire(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Start Redis, a worker and a gateway without a rate limit."""
    with Processes(tmp_path_factory.mktemp("wordwire")) as processes:
        yield start_wordwire(processes)
