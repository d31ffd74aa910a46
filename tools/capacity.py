"""Calculates, from measured costs, how many gateways, workers and Redis servers a number of clients needs.

$ python -m tools.capacity                          # 10,000, 100,000 and 1,000,000 clients
$ python -m tools.capacity --clients 50000 --per-minute 4 --connections 20000
$ python -m tools.capacity --take bench-results     # replace the kept figures with the benches' latest

capacity.json in this folder holds the measured figures; `--take` rewrites it from the results of
`make bench`, `make bench-scale` and `make bench-memory`. docs/scaling.md explains the model.
"""

from __future__ import annotations

import argparse
import json
import math
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

FIGURES: Final = Path(__file__).with_name("capacity.json")
CLIENTS: Final = (10_000, 100_000, 1_000_000)
BATCH_MAX: Final = 128
PARTS: Final = ("gateway", "worker", "redis")


class Run(Struct, frozen=True):
    """One measured run: its gateways, its mean batch, and each part's CPU milliseconds for one lookup."""

    gateways: int
    batch: float
    gateway: float
    worker: float
    redis: float


class Memory(Struct, frozen=True):
    """Measured sizes. All processes of one worker share `worker_shared_mb`."""

    connection_kb: float
    balancer_connection_kb: float  # in HAProxy and, for both of its sides, in the kernel
    gateway_mb: float
    worker_shared_mb: float
    worker_process_mb: float


class Figures(Struct, frozen=True):
    """All measured figures, the machine they come from, and our own two choices."""

    machine: str
    runs: list[Run]
    memory: Memory
    idle_us_per_s: float  # CPU of a gateway for each connection that only answers pings
    connections_per_gateway: int = 10_000  # MAX_CONNECTIONS
    use: float = 0.6  # the share of a core that we plan to use; bursts and lost parts need the rest


class Cost(Struct, frozen=True):
    """CPU milliseconds for each lookup and for each batch."""

    lookup: float
    batch: float

    def each(self, batch: float) -> float:
        """Return the cost of one lookup in a batch of `batch`."""
        return self.lookup + self.batch / batch


class Need(Struct, frozen=True):
    """The resources that a number of clients needs."""

    clients: int
    lookups_per_s: float
    gateways: int
    batch: float
    gateway_cores: float
    gateway_memory_mb: float  # of each
    balancer_memory_mb: float  # of all
    workers: int  # processes
    worker_memory_mb: float  # of all
    redis_cores: float
    redis: int  # each with separate gateways and workers: a cell


def fitted(runs: list[Run], part: str) -> Cost:
    """Return the costs of a lookup and of a batch that fit all runs best, by relative error.

    A least squares fit of `measured = lookup + batch / b`; neither cost may be negative.
    """
    weighted = [(1 / run.batch, getattr(run, part)) for run in runs]
    s00 = sum(1 / y**2 for _, y in weighted)
    s01 = sum(x / y**2 for x, y in weighted)
    s11 = sum(x**2 / y**2 for x, y in weighted)
    t0 = sum(1 / y for _, y in weighted)
    t1 = sum(x / y for x, y in weighted)
    determinant = s00 * s11 - s01**2
    lookup = (t0 * s11 - t1 * s01) / determinant
    if lookup < 0:
        return Cost(0.0, t1 / s11)
    return Cost(lookup, max(0.0, (t1 * s00 - t0 * s01) / determinant))


def natural_batch(cost: Cost, rate: float, use: float) -> float:
    """Return the mean batch of a gateway at `rate` lookups a second.

    A gateway with time to spare sends each lookup alone. Lookups gather once sending each alone would take
    more than the share `use` of a core.
    """
    left = use * 1000 - rate * cost.lookup  # ms in each second
    if left <= 0:
        return BATCH_MAX
    return min(BATCH_MAX, max(1.0, rate * cost.batch / left))


def need(figures: Figures, clients: int, per_minute: float) -> Need:
    """Return the resources for `clients` that each send `per_minute` lookups."""
    costs = {part: fitted(figures.runs, part) for part in PARTS}
    rate = clients * per_minute / 60
    gateways = _gateways(figures, costs["gateway"], clients, rate)
    batch = natural_batch(costs["gateway"], rate / gateways, figures.use)
    pings = clients * figures.idle_us_per_s / 1e6
    workers = math.ceil(rate * costs["worker"].each(batch) / 1000 / figures.use)
    redis_cores = rate * costs["redis"].each(batch) / 1000
    memory = figures.memory
    return Need(
        clients=clients,
        lookups_per_s=rate,
        gateways=gateways,
        batch=batch,
        gateway_cores=rate * costs["gateway"].each(batch) / 1000 + pings,
        gateway_memory_mb=memory.gateway_mb + clients / gateways * memory.connection_kb / 1024,
        balancer_memory_mb=clients * memory.balancer_connection_kb / 1024,
        workers=workers,
        worker_memory_mb=memory.worker_shared_mb + workers * memory.worker_process_mb,
        redis_cores=redis_cores,
        redis=math.ceil(redis_cores / figures.use),
    )


def _gateways(figures: Figures, cost: Cost, clients: int, rate: float) -> int:
    """Return how many gateways hold the connections and carry the lookups, in the largest batches."""
    by_connections = clients / figures.connections_per_gateway
    cores = rate * cost.each(BATCH_MAX) / 1000 + clients * figures.idle_us_per_s / 1e6
    return max(1, math.ceil(by_connections), math.ceil(cores / figures.use))


def as_markdown(needs: list[Need]) -> str:
    """Return the table that the terminal and docs/scaling.md show."""
    rows = [
        ("clients", [f"{each.clients:,}" for each in needs]),
        ("lookups/s", [f"{each.lookups_per_s:,.0f}" for each in needs]),
        ("gateways", [f"{each.gateways:,}" for each in needs]),
        ("gateway cores in use", [f"{each.gateway_cores:.1f}" for each in needs]),
        ("memory of each gateway, MB", [f"{each.gateway_memory_mb:,.0f}" for each in needs]),
        ("memory of the balancer, MB", [f"{each.balancer_memory_mb:,.0f}" for each in needs]),
        ("lookups in a batch", [f"{each.batch:.1f}" for each in needs]),
        ("worker processes", [f"{each.workers:,}" for each in needs]),
        ("memory of all workers, MB", [f"{each.worker_memory_mb:,.0f}" for each in needs]),
        ("Redis cores in use", [f"{each.redis_cores:.2f}" for each in needs]),
        ("Redis servers (one core each)", [f"{each.redis}" for each in needs]),
    ]
    head = f"| {rows[0][0]} | {' | '.join(rows[0][1])} |\n|---|{'--:|' * len(needs)}\n"
    return head + "".join(f"| {name} | {' | '.join(cells)} |\n" for name, cells in rows[1:])


def read_figures(path: Path = FIGURES) -> Figures:
    """Return the measured figures that `path` keeps."""
    return msgspec.json.decode(path.read_bytes(), type=Figures)


def take(results: Path, kept: Figures) -> Figures:
    """Return `kept` with its measured figures replaced by the benches' results in the folder `results`."""
    scale, bench, memory = (
        json.loads((results / f"{name}.json").read_text()) for name in ("scale", "bench", "memory")
    )
    runs = [
        Run(
            int(gateways),
            figures["replies_per_message"],
            *(figures[f"{part}_cpu_s_per_1000"] for part in PARTS),
        )
        for of_load in scale["rounds"].values()
        for gateways, rounds in of_load.items()
        for figures in rounds
    ]
    alone = bench["results"]["wordwire"]["1x1"]["cpu_s_per_1000"]  # one client, one lookup at a time
    runs.append(Run(1, 1.0, alone["gateway"], alone["worker"], alone["redis"]))
    worker = memory["worker"]
    machine = scale["machine"]
    return msgspec.structs.replace(
        kept,
        machine=f"{machine['cpu']}, {machine['cores']} cores, Python {machine['python']}",
        runs=[
            Run(run.gateways, *(round(getattr(run, name), 4) for name in ("batch", *PARTS))) for run in runs
        ],
        memory=msgspec.structs.replace(
            kept.memory,
            connection_kb=round(max(memory["idle client"].values()), 1),
            worker_shared_mb=round(
                worker["all PSS MB"] - (worker["processes"] - 1) * worker["child USS MB"], 1
            ),
            worker_process_mb=round(worker["child USS MB"], 1),
        ),
    )


def main() -> None:
    """Print the table, after taking new figures if asked to."""
    parser = argparse.ArgumentParser(prog="python -m tools.capacity", description=__doc__)
    parser.add_argument("--clients", type=int, nargs="+", default=CLIENTS)
    parser.add_argument("--per-minute", type=float, default=1.0, help="lookups from each client")
    parser.add_argument("--take", type=Path, metavar="FOLDER", help="read new figures from this folder")
    parser.add_argument("--connections", type=int, help="limit of each gateway (MAX_CONNECTIONS)")
    options = parser.parse_args()
    figures = read_figures()
    if options.take:
        figures = take(options.take, figures)
        FIGURES.write_bytes(msgspec.json.format(msgspec.json.encode(figures)) + b"\n")
    if options.connections:
        figures = msgspec.structs.replace(figures, connections_per_gateway=options.connections)
    print(as_markdown([need(figures, clients, options.per_minute) for clients in options.clients]))
    for part in PARTS:
        cost = fitted(figures.runs, part)
        print(f"{part}: {cost.lookup:.3f} ms a lookup and {cost.batch:.2f} ms a batch")


if __name__ == "__main__":
    main()
