"""Measures a gateway's memory per idle client, a worker's memory per process, and start times.

$ python -m tests.bench.memory [--clients 19500]
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bench import contenders
from tests.bench.contenders import Running
from tests.bench.load import FULL_LOAD, HERE, Case, run_load
from tests.bench.node import node
from tests.bench.processes import REPOSITORY, Processes, cpu_seconds
from tests.bench.report import machine

if TYPE_CHECKING:
    from collections.abc import Callable

KB, MB = 1024, 1024 * 1024
FEW_CLIENTS = 1000
IDLE_CLIENTS = 5000
SPARE_FILES = 500
PINGS_SECONDS = 25.0  # each client gets one ping in this time


def main() -> None:
    """Measure all three and print them as one table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.memory", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="rounds for the medians")
    parser.add_argument("--clients", type=int, default=IDLE_CLIENTS, help="idle clients of the gateway")
    parser.add_argument("--out", type=Path, default=REPOSITORY / "bench-results", help="folder for results")
    options = parser.parse_args()
    results: dict[str, Any] = {"machine": machine()}
    for name, measure in (
        ("idle client", partial(measure_idle_clients, count=options.clients)),
        ("worker", measure_worker),
        ("first answer", measure_first_answer),
    ):
        rounds = []
        for number in range(1, options.rounds + 1):
            rounds.append(_in_fresh_folder(measure))
            print(f"{name}, round {number} of {options.rounds}: {rounds[-1]}", file=sys.stderr, flush=True)
        results[name] = {key: statistics.median(one[key] for one in rounds) for key in rounds[0]}
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "memory.json").write_text(json.dumps(results, indent=1) + "\n")
    print(as_markdown(results))


def _in_fresh_folder(measure: Callable[[Processes], dict[str, float]]) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder, Processes(Path(folder)) as processes:
        return measure(processes)


def measure_idle_clients(processes: Processes, count: int = IDLE_CLIENTS) -> dict[str, float]:
    """Return what idle websocket clients take of a gateway: private memory (USS), and CPU time for pings."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(hard, 65_536)), hard))
    running = contenders.start_floor(processes, MAX_CONNECTIONS=str(count + SPARE_FILES))
    gateway = running.parts["gateway"][0]
    command = [node(), str(HERE / "idle_clients.js"), str(running.url)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as clients:
        assert clients.stdin is not None
        assert clients.stdout is not None

        def used_with(count: int) -> int:
            print(count, file=clients.stdin, flush=True)
            answer = clients.stdout.readline() if clients.stdout else ""
            if json.loads(answer or "{}").get("connected") != count:
                raise RuntimeError(f"Connecting {count} clients failed: the answer was {answer!r}.")
            return int(gateway.memory_full_info().uss)

        first = 50  # the first clients also load code and fill pools, which is not a cost of each
        before = used_with(first)
        with_few = used_with(FEW_CLIENTS)
        began, cpu = time.monotonic(), cpu_seconds([gateway])
        with_all = used_with(count)
        seconds, cpu = time.monotonic() - began, cpu_seconds([gateway]) - cpu
        before_pings = cpu_seconds([gateway])
        time.sleep(PINGS_SECONDS)
        pings = cpu_seconds([gateway]) - before_pings
        clients.stdin.close()
    return {
        f"KB each of {FEW_CLIENTS}": (with_few - before) / (FEW_CLIENTS - first) / KB,
        f"KB each of {count}": (with_all - before) / (count - first) / KB,
        "connected a second": (count - FEW_CLIENTS) / seconds,
        "CPU ms to connect one": cpu / (count - FEW_CLIENTS) * 1000,
        "CPU s a minute, with pings": pings * 60 / PINGS_SECONDS,
    }


def measure_worker(processes: Processes, seconds: float = 4.0) -> dict[str, float]:
    """Return the megabytes of a worker's processes after load on all of them."""
    running = contenders.start_wordwire(processes)
    run_load(running, FULL_LOAD, seconds=seconds)
    parent = running.parts["worker"][0]
    children = [child.memory_full_info() for child in parent.children(recursive=True)]
    used = parent.memory_full_info()
    return {
        "parent RSS MB": used.rss / MB,
        "parent PSS MB": used.pss / MB,
        "child USS MB": max(child.uss for child in children) / MB,
        "processes": 1 + len(children),
        "all PSS MB": (used.pss + sum(child.pss for child in children)) / MB,
    }


def measure_first_answer(processes: Processes) -> dict[str, float]:
    """Return the seconds from a worker's start to its first answer, which a client is waiting for."""
    redis, env = contenders.start_redis(processes)
    gateway_started = time.monotonic()
    gateway, url = contenders.start_gateway(processes, env, "/servez")
    gateway_seconds = time.monotonic() - gateway_started
    running = Running(url, {"gateway": [gateway], "redis": [redis]})
    moments: dict[str, float] = {}

    def on_event(event: str) -> None:
        moments[event] = time.monotonic()
        if event == "connected":  # the client sends its first lookup now
            processes.start_python("worker", "-m", "workers", env=env)

    run_load(running, Case("first answer", 1), on_event, seconds=0.1, warmUpSeconds=0.1)
    return {
        "worker: start to first answer s": moments["answered"] - moments["connected"],
        "gateway: start to serving s": gateway_seconds,
    }


def as_markdown(results: dict[str, Any]) -> str:
    """Return the results as a Markdown table."""
    lines = ["| | measured |", "|---|--:|"]
    for part, figures in results.items():
        if part != "machine":
            lines += [f"| {part}: {name} | {value:.2f} |" for name, value in figures.items()]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
