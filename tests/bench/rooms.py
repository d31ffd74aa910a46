"""Measures the capacity of a room: 100 members over two gateways and one Redis, all on one machine.

$ python -m tests.bench.rooms [--members 2000 --gateways 4]

Beside it, in turns, the same on Node.js: Socket.IO with its Redis adapter, which delivers a message to local
members first, so that no two gateways need to have the same order.

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
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench import contenders, node_contenders
from tests.bench.contenders import Running
from tests.bench.load import Case, Figures, run_load
from tests.bench.processes import REPOSITORY, Processes
from tests.bench.report import SUMMED, machine

if TYPE_CHECKING:
    from collections.abc import Callable

    import psutil

P99_LIMIT_MS = 250.0
FIRST_DELIVERIES = 100_000.0  # a second
GROWTH = 1.25  # from one rate to the next
MOST_STEPS = 10

Gateways = list[tuple["psutil.Process", str]]  # with their URLs


@dataclass(frozen=True)
class Room:
    """The size of a room."""

    members: int = 100
    gateways: int = 2


def _start_wordwire(processes: Processes, redis: dict[str, str], room: Room) -> Gateways:
    """Start gateways without a rate limit for members."""
    env = redis | {"MAX_ROOM_MEMBERS": str(room.members)}
    return [contenders.start_gateway(processes, env, "/servez") for _ in range(room.gateways)]


def _start_node(processes: Processes, redis: dict[str, str], room: Room) -> Gateways:
    started = [node_contenders.start_room(processes, redis["REDIS_URL"]) for _ in range(room.gateways)]
    return [(gateway, url) for url, gateway in started]


DESIGNS: dict[str, Callable[[Processes, dict[str, str], Room], Gateways]] = {
    "wordwire": _start_wordwire,
    "Socket.IO": _start_node,
}


def main() -> None:
    """Find the room's capacity in several rounds, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.rooms", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="rounds for the medians")
    parser.add_argument("--members", type=int, default=Room.members, help="members of the room")
    parser.add_argument("--gateways", type=int, default=Room.gateways, help="gateways that they share")
    parser.add_argument("--seconds", type=float, default=1.5, help="measured time of each rate")
    parser.add_argument("--out", type=Path, default=REPOSITORY / "bench-results", help="folder for results")
    options = parser.parse_args()
    room = Room(options.members, options.gateways)
    rounds: dict[str, list[dict[str, Figures]]] = {name: [] for name in DESIGNS}
    for number in range(1, options.rounds + 1):
        for name in DESIGNS:
            with tempfile.TemporaryDirectory() as folder, Processes(Path(folder)) as processes:
                rounds[name].append(measure(processes, name, room, options.seconds))
            say = f"round {number} of {options.rounds}: {name}: {rounds[name][-1]}"
            print(say, file=sys.stderr, flush=True)
    medians = {
        f"{name}, {load}": _median([one[load] for one in each])
        for name, each in rounds.items()
        for load in each[0]
    }
    options.out.mkdir(parents=True, exist_ok=True)
    results = {"machine": machine(), "room": medians, "rounds": rounds}
    (options.out / "rooms.json").write_text(json.dumps(results, indent=1) + "\n")
    print(as_markdown(medians, room))


def measure(processes: Processes, design: str, room: Room, seconds: float) -> dict[str, Figures]:
    """Return the figures of the highest rate that the room can carry, and of half that rate."""
    running = start(processes, design, room)
    first_rate = FIRST_DELIVERIES / room.members
    carried = run_rate(running, room, first_rate, seconds)
    for step in range(1, MOST_STEPS):
        figures = run_rate(running, room, first_rate * GROWTH**step, seconds)
        if figures["p99_ms"] is None or figures["p99_ms"] > P99_LIMIT_MS:
            break
        carried = figures
    half = run_rate(running, room, carried["said_per_s"] / 2, 2 * seconds)
    return {"carried": carried, "moderate": half}


def start(processes: Processes, design: str, room: Room) -> Running:
    """Start Redis and the gateways of a design."""
    redis_process, env = contenders.start_redis(processes)
    gateways = DESIGNS[design](processes, env, room)
    parts = {"gateways": [gateway for gateway, _ in gateways], "redis": [redis_process]}
    return Running([url for _, url in gateways], parts)


def run_rate(running: Running, room: Room, rate: float, seconds: float) -> Figures:
    """Let the members of a new room say `rate` messages a second, and return the figures."""
    case = Case(f"{rate:.0f}/s", clients=room.members, rate=rate)
    figures = run_load(running, case, generator="room_load.js", seconds=seconds)
    cpu = figures.pop("cpu_s_per_1000")
    failed = sum(figures.pop(name) for name in SUMMED if name != "disconnects")
    return figures | {f"{part}_cpu_s_per_1000": used for part, used in cpu.items()} | {"failed": failed}


def _median(rounds: list[Figures]) -> Figures:
    medians = {name: statistics.median(one[name] for one in rounds) for name in rounds[0]}
    return medians | {"failed": sum(one["failed"] for one in rounds)}


def as_markdown(medians: dict[str, Figures], room: Room) -> str:
    """Return the results as a Markdown table."""
    lines = [f"| | {' | '.join(medians)} |", "|---|" + "--:|" * len(medians)]
    for name in next(iter(medians.values())):
        cells = (f"{figures[name]:,.4f}".rstrip("0").rstrip(".") for figures in medians.values())
        lines.append(f"| {name} | {' | '.join(cells)} |")
    lines += [
        "",
        f"{room.members} members over {room.gateways} gateways. carried: the highest rate of an open loop",
    ]
    lines[-1] += f" with a p99 up to {P99_LIMIT_MS:g} ms, from a message's due time until a member hears it;"
    lines[-1] += " moderate: half of it. CPU seconds are for 1,000 deliveries."
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
