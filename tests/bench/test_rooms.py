"""The bench of rooms itself works: all members hear everything, at the requested rate."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.processes import Processes
from tests.bench.rooms import GATEWAYS, MEMBERS, as_markdown, run_rate, start


def test_a_hundred_members_hear_everything_once_and_in_order(tmp_path: Path) -> None:
    with Processes(tmp_path) as processes:
        running = start(processes)
        figures = run_rate(running, rate=50, seconds=1)

    assert len(running.url) == GATEWAYS
    assert figures["failed"] == figures["disconnects"] == 0
    assert figures["said_per_s"] == pytest.approx(50, rel=0.25)
    assert figures["heard_per_s"] == pytest.approx(figures["said_per_s"] * MEMBERS, rel=0.25)
    assert 0 < figures["p50_ms"] <= figures["p99_ms"]
    assert figures["gateways_cpu_s_per_1000"] > 0
    assert "| p99_ms |" in as_markdown({"carried": figures, "moderate": figures})
