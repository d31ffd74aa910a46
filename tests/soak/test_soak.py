"""Fault 10: hours of normal traffic of every kind in ten minutes, or in SOAK_SECONDS."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from typing import NamedTuple

from tests.clients.traffic import all_kinds, new_room
from tests.conftest import MakeStack
from tests.stack import Stack
from tests.stack.waiting import DEADLINE_S

SECONDS = float(os.environ.get("SOAK_SECONDS", "600"))
STRETCH_SECONDS = min(60.0, SECONDS / 10)  # then all clients leave, and new ones come
WARM_UP_SHARE = 0.2  # caches fill, allocators settle
FLAT_BYTES = 8_000_000
FLAT_FILES = 8  # a pause of the machine adds connections to the pools for Redis; a leak adds hundreds


class Size(NamedTuple):
    """The resident memory and the open files of a process."""

    memory: int
    files: int

    def __str__(self) -> str:
        return f"{self.memory / 1e6:.1f} MB, {self.files} files"


def test_memory_and_open_files_are_flat_with_every_kind_of_traffic(
    make_stack: MakeStack, figures: Callable[[str], None]
) -> None:
    # On a busy machine, a question may take longer than the default deadline.
    settings = {"RATE_LIMIT": "0", "LOG_LEVEL": "info", "LOOKUP_DEADLINE": str(DEADLINE_S)}
    stack = make_stack(**settings).start(gateways=2)
    urls = [gateway.url for gateway in stack.gateways.values()]
    room = new_room(urls[0])
    sizes: list[dict[str, Size]] = []
    p99: list[float] = []
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        with all_kinds(urls, room) as traffic:
            time.sleep(STRETCH_SECONDS)
            sizes.append(measure(stack))
        p99.append(traffic.lookups.percentile(0.99))
        print(f"\n{len(p99)}: {traffic.lookups}; {traffic.counts}")
        print("\n".join(f"  {name}: {size}" for name, size in sizes[-1].items()), flush=True)

    settled = int(len(sizes) * WARM_UP_SHARE)
    first, last = sizes[settled], sizes[-1]
    for name in first:
        figures(f"{name}: {sizes[0][name]} → {first[name]} after the warm-up → {last[name]}")
    figures(f"p99 of lookups: {growth(p99[settled:]):.2f} times as high in the second half")
    for name in first:
        assert last[name].memory - first[name].memory < FLAT_BYTES, f"{name} grows"
        assert last[name].files - first[name].files <= FLAT_FILES, f"{name} leaks files"


def measure(stack: Stack) -> dict[str, Size]:
    """Return the size of every process, including children."""
    return {
        f"{process.name}, process {number}": Size(*process.size_of(pid))
        for process in stack.processes
        for number, pid in enumerate(sorted(process.members()), start=1)
    }


def growth(times: list[float]) -> float:
    """Return the median of the second half of `times` over that of the first."""
    half = len(times) // 2
    return statistics.median(times[half:]) / statistics.median(times[:half])
