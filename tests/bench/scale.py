"""Measures the cost of more gateways: 1, 2 and 4 of them at the same total load, all on one machine.

$ python -m tests.bench.scale

A lookup must cost nearly the same with any number of gateways: no gateway hears another's replies, the bytes
on the reply channels stay the same, and only the batches get smaller.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import threading
from functools import partial
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import redis

from shared.names import REPLY_CHANNEL_PREFIX
from tests.bench import contenders
from tests.bench.contenders import Running
from tests.bench.load import FULL_LOAD, Case, Figures, run_load
from tests.bench.processes import REPOSITORY, Processes
from tests.bench.report import SUMMED, machine

if TYPE_CHECKING:
    from collections.abc import Callable

GATEWAYS = (1, 2, 4)
RATES = (1500.0, 6000.0)  # lookups/s over all gateways; two cores can run four gateways and the rest at these
GROWTH_LIMIT = 1.2  # of CPU per lookup, gateways and Redis together


class Eavesdropper(threading.Thread):
    """Listens to every gateway's reply channel, and counts its bytes and its keys."""

    def __init__(self, redis_url: str) -> None:
        super().__init__(daemon=True)
        self._pubsub = redis.Redis.from_url(redis_url).pubsub(ignore_subscribe_messages=True)
        self._pubsub.psubscribe(REPLY_CHANNEL_PREFIX + "*")
        self._is_over = threading.Event()
        self.replies = self.strangers = self.bytes = self.messages = 0

    def run(self) -> None:
        """Listen until `finish`."""
        while not self._is_over.is_set():
            message = self._pubsub.get_message(timeout=0.1)
            if message:
                self._take(message["channel"].decode(), message["data"])

    def finish(self) -> None:
        """Stop listening."""
        self._is_over.set()
        self.join()

    def _take(self, channel: str, payload: bytes) -> None:
        replies = [item for item in msgspec.json.decode(payload) if item["method"] == "emit"]
        if not replies:
            return  # a gateway's canary
        self.messages += 1
        self.bytes += len(payload)
        self.replies += len(replies)
        boot_id = channel.removeprefix(REPLY_CHANNEL_PREFIX)
        # A key begins with the boot id of the gateway that made it.
        self.strangers += sum(not reply["key"].startswith(boot_id) for reply in replies)


def main() -> None:
    """Measure each number of gateways in turn, several rounds, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.scale", description=__doc__)
    parser.add_argument("--rates", type=float, nargs="+", default=RATES, help="lookups/s over all gateways")
    parser.add_argument("--rounds", type=int, default=3, help="rounds for the medians")
    parser.add_argument("--seconds", type=float, default=4.0, help="measured time of each load")
    parser.add_argument("--out", type=Path, default=REPOSITORY / "bench-results", help="folder for results")
    options = parser.parse_args()
    same = [Case(f"{rate:,.0f} lookups/s", FULL_LOAD.clients, rate=rate) for rate in options.rates]
    rounds: dict[str, dict[int, list[Figures]]] = {}
    for number in range(1, options.rounds + 1):
        for case, count in product((*same, FULL_LOAD), GATEWAYS):
            figures = _in_fresh_folder(partial(measure, case, count, options.seconds))
            rounds.setdefault(case.name, {}).setdefault(count, []).append(figures)
            print(
                f"round {number} of {options.rounds}: {case.name}, {count} gateways: {figures}",
                file=sys.stderr,
                flush=True,
            )
    medians = {
        load: {count: _median(figures) for count, figures in of_load.items()}
        for load, of_load in rounds.items()
    }
    options.out.mkdir(parents=True, exist_ok=True)
    results = {"machine": machine(), "loads": medians, "rounds": rounds}
    (options.out / "scale.json").write_text(json.dumps(results, indent=1) + "\n")
    for load, of_load in medians.items():
        print(as_markdown(load, of_load))
    for case in same:
        print(growth(case.name, medians[case.name]))


def _median(rounds: list[Figures]) -> Figures:
    return {name: statistics.median(one[name] for one in rounds) for name in rounds[0]}


def _in_fresh_folder(measure_in: Callable[[Processes], Figures]) -> Figures:
    with tempfile.TemporaryDirectory() as folder, Processes(Path(folder)) as processes:
        return measure_in(processes)


def measure(case: Case, count: int, seconds: float, processes: Processes) -> Figures:
    """Start `count` gateways, share the load among them, and return the cost of a lookup."""
    redis_process, env = contenders.start_redis(processes)
    worker = processes.start_python("worker", "-m", "workers", env=env)
    gateways = [contenders.start_gateway(processes, env, "/readyz") for _ in range(count)]
    parts = {"gateway": [gateway for gateway, _ in gateways], "worker": [worker], "redis": [redis_process]}
    eavesdropper = Eavesdropper(env["REDIS_URL"])
    eavesdropper.start()
    running = Running([url for _, url in gateways], parts)
    figures = run_load(running, case, seconds=seconds)
    eavesdropper.finish()
    cpu = figures["cpu_s_per_1000"]
    return {
        "lookups_per_s": figures["lookups_per_s"],
        "p99_ms": figures["p99_ms"],
        **{f"{part}_cpu_s_per_1000": seconds_used for part, seconds_used in cpu.items()},
        "bytes_per_reply": eavesdropper.bytes / eavesdropper.replies,
        "replies_per_message": eavesdropper.replies / eavesdropper.messages,
        "strangers": eavesdropper.strangers,
        "failed": sum(figures[name] for name in SUMMED),
    }


def as_markdown(load: str, medians: dict[int, Figures]) -> str:
    """Return the results of one load as a Markdown table."""
    counts = list(medians)
    lines = [
        f"| {load} | {' | '.join(f'{count} gateways' for count in counts)} |",
        "|---|" + "--:|" * len(counts),
    ]
    for name in medians[counts[0]]:
        cells = (f"{medians[count][name]:,.3f}".rstrip("0").rstrip(".") for count in counts)
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def growth(load: str, medians: dict[int, Figures]) -> str:
    """Return a sentence that compares the cost of a lookup with the most gateways and with one."""
    one, *_, most = [
        figures["gateway_cpu_s_per_1000"] + figures["redis_cpu_s_per_1000"] for figures in medians.values()
    ]
    return (
        f"{load}: CPU per lookup of gateways and Redis is {most / one:.2f}x with {GATEWAYS[-1]} gateways;"
        f" must be at most {GROWTH_LIMIT}x."
    )


if __name__ == "__main__":
    main()
