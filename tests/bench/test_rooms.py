"""The bench of rooms itself works: all members hear everything, at the requested rate."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.processes import Processes
from tests.bench.rooms import DESIGNS, Room, as_markdown, run_rate, start


@pytest.mark.parametrize("design", DESIGNS)
def test_all_members_hear_everything_once(design: str, tmp_path: Path) -> None:
    room = Room(members=50)

    with Processes(tmp_path) as processes:
        running = start(processes, design, room)
        figures = run_rate(running, room, rate=50, seconds=1)

    assert len(running.url) == room.gateways
    assert figures["failed"] == figures["disconnects"] == 0
    assert figures["said_per_s"] > 0
    assert figures["heard_per_s"] > 0
    assert 0 < figures["p50_ms"] <= figures["p99_ms"]
    assert figures["gateways_cpu_s_per_1000"] > 0
    assert "| p99_ms |" in as_markdown({"carried": figures}, room)
