"""Applies one load to a running contender, and measures the contender's CPU time."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bench.node import node
from tests.bench.processes import busy_seconds, cpu_seconds

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.bench.contenders import Running

HERE = Path(__file__).parent
WORDS = HERE / "words.txt"

Figures = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """One kind of load: a number of clients, with lookups in flight for each or a fixed rate for all."""

    name: str
    clients: int
    in_flight: int = 1
    rate: float = 0.0


CLOSED_CASES = (
    Case("1x1", 1, 1),
    Case("10x1", 10, 1),
    Case("50x2", 50, 2),
    Case("100x4", 100, 4),
)
FULL_LOAD = CLOSED_CASES[-1]
OPEN_SHARES = (0.3, 0.6, 0.9)  # of the contender's rate at full load


def open_case(share: float, capacity: float) -> Case:
    """Return an open loop at `share` of `capacity` lookups a second."""
    return Case(f"open {share:.0%}", clients=FULL_LOAD.clients, rate=share * capacity)


def run_load(
    running: Running,
    case: Case,
    on_event: Callable[[str], None] | None = None,
    generator: str = "load_generator.js",
    **plan: Any,
) -> Figures:
    """Run the load generator against `running` and return its figures, with CPU times and disconnects added.

    The function calls `on_event` with each event of the generator, and passes `plan` on to the generator.
    """
    plan |= {"url": running.url, "words": str(WORDS), "clients": case.clients}
    plan |= {"inFlight": case.in_flight, "rate": case.rate}
    command = [node(), str(HERE / generator), json.dumps(plan)]
    cpu: dict[str, dict[str, float]] = {}
    busy: dict[str, float] = {}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        figures: Figures = {}
        disconnects = 0
        for text in process.stdout:
            line = json.loads(text)
            event = line.pop("event")
            if on_event:
                on_event(event)
            match event:
                case "measuring" | "measured" as moment:
                    cpu[moment] = {part: cpu_seconds(members) for part, members in running.parts.items()}
                    busy[moment] = busy_seconds()
                case "disconnected":
                    disconnects += 1
                case "done":
                    figures = line
    if not figures:
        raise RuntimeError(f"The load generator ended without a result (exit code {process.returncode}).")
    thousands = max(figures["measured"], 1) / 1000
    used = {part: cpu["measured"][part] - cpu["measuring"][part] for part in running.parts}
    others = (busy["measured"] - busy["measuring"] - sum(used.values())) / figures["seconds"]
    return figures | {
        "disconnects": disconnects,
        "cpu_s_per_1000": {part: seconds / thousands for part, seconds in used.items()},
        "others_cores": max(0.0, others - figures["generator_cores"]),
    }
