"""Measures the capacity of a room: 100 members over two gateways and one Redis, all on one machine.

$ python -m tests.bench.rooms

The members speak at rising rates, without waiting for answers (an open loop). Every member hears each
message, and each delivery counts, from the time when the message was due. The room's capacity is the highest
rate with a 99th percentile below a limit; the moderate load is half of it.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
from pathlib import Path

from tests.bench import contenders
from tests.bench.contenders import Running
from tests.bench.load import Case, Figures, run_load
from tests.bench.processes import REPOSITORY, Processes
from tests.bench.report import SUMMED, machine

MEMBERS = 100
GATEWAYS = 2
P99_LIMIT_MS = 250.0
FIRST_RATE = 1000.0  # messages a second
GROWTH = 1.25  # from one rate to the next
MOST_STEPS = 10


def main() -> None:
    """Find the room's capacity in several rounds, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.rooms", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="rounds for the medians")
    parser.add_argument("--seconds", type=float, default=1.5, help="measured time of each rate")
    parser.add_argument("--out", type=Path, default=REPOSITORY / "bench-results", help="folder for results")
    options = parser.parse_args()
    rounds = []
    for number in range(1, options.rounds + 1):
        with tempfile.TemporaryDirectory() as folder, Processes(Path(folder)) as processes:
            rounds.append(measure(processes, options.seconds))
        print(f"round {number} of {options.rounds}: {rounds[-1]}", file=sys.stderr, flush=True)
    medians = {load: _median([one[load] for one in rounds]) for load in rounds[0]}
    options.out.mkdir(parents=True, exist_ok=True)
    results = {"machine": machine(), "room": medians, "rounds": rounds}
    (options.out / "rooms.json").write_text(json.dumps(results, indent=1) + "\n")
    print(as_markdown(medians))


def measure(processes: Processes, seconds: float) -> dict[str, Figures]:
    """Return the figures of the highest rate that the room can carry, and of half that rate."""
    running = start(processes)
    carried = run_rate(running, FIRST_RATE, seconds)
    for step in range(1, MOST_STEPS):
        figures = run_rate(running, FIRST_RATE * GROWTH**step, seconds)
        if figures["p99_ms"] > P99_LIMIT_MS:
            break
        carried = figures
    return {"carried": carried, "moderate": run_rate(running, carried["said_per_s"] / 2, 2 * seconds)}


def start(processes: Processes) -> Running:
    """Start Redis and the gateways, without a rate limit for members."""
    redis_process, env = contenders.start_redis(processes)
    gateways = [contenders.start_gateway(processes, env, "/servez") for _ in range(GATEWAYS)]
    parts = {"gateways": [gateway for gateway, _ in gateways], "redis": [redis_process]}
    return Running([url for _, url in gateways], parts)


def run_rate(running: Running, rate: float, seconds: float) -> Figures:
    """Let the members of a new room say `rate` messages a second, and return the figures."""
    case = Case(f"{rate:.0f}/s", clients=MEMBERS, rate=rate)
    figures = run_load(running, case, generator="room_load.js", seconds=seconds)
    cpu = figures.pop("cpu_s_per_1000")
    failed = sum(figures.pop(name) for name in SUMMED if name != "disconnects")
    return figures | {f"{part}_cpu_s_per_1000": used for part, used in cpu.items()} | {"failed": failed}


def _median(rounds: list[Figures]) -> Figures:
    medians = {name: statistics.median(one[name] for one in rounds) for name in rounds[0]}
    return medians | {"failed": sum(one["failed"] for one in rounds)}


def as_markdown(medians: dict[str, Figures]) -> str:
    """Return the results as a Markdown table."""
    lines = [f"| | {' | '.join(medians)} |", "|---|" + "--:|" * len(medians)]
    for name in medians["carried"]:
        cells = (f"{figures[name]:,.4f}".rstrip("0").rstrip(".") for figures in medians.values())
        lines.append(f"| {name} | {' | '.join(cells)} |")
    lines += ["", f"{MEMBERS} members over {GATEWAYS} gateways. carried: the highest rate of an open loop"]
    lines[-1] += f" with a p99 up to {P99_LIMIT_MS:g} ms, from a message's due time until a member hears it;"
    lines[-1] += " moderate: half of it. CPU seconds are for 1,000 deliveries."
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
