"""The designs to measure, and how to start each of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from shared.settings import read_settings
from tests.bench import node_contenders
from tests.bench.processes import Processes, free_port
from workers.wordnet.sources import find_or_fetch

if TYPE_CHECKING:
    from collections.abc import Callable

    import psutil

Parts = dict[str, list["psutil.Process"]]

# The gateway refuses this command at once, so a lookup costs all of its work except for the queue.
REFUSED_COMMAND = "refused"


@dataclass(frozen=True)
class Running:
    """A running contender: its URL or URLs, and the processes of its parts."""

    url: str | list[str]
    parts: Parts


@dataclass(frozen=True)
class Contender:
    """One way to answer lookups, over Socket.IO unless `over_http`."""

    name: str
    start: Callable[[Processes], Running]
    command: str | None = None
    over_http: bool = False


def start_in_process(processes: Processes) -> Running:
    """Start the server that answers from NLTK inside its handler."""
    return _start_server(processes, "in_process", _wordnet_environ())


def start_in_process_tuned(processes: Processes) -> Running:
    """Start the server that answers inside its handler with all our optimizations."""
    return _start_server(processes, "in_process_tuned")


def start_task_per_lookup(processes: Processes) -> Running:
    """Start Redis, a Celery worker and a gateway that sends one task for each lookup."""
    redis, url = processes.start_redis()
    env = _wordnet_environ() | {"REDIS_URL": url}
    celery = ("-m", "celery", "-A", "tests.bench.servers.task_worker", "worker", "--loglevel", "warning")
    worker = processes.start_python("worker", *celery, env=env)
    running = _start_server(processes, "task_gateway", env)
    return Running(running.url, running.parts | {"worker": [worker], "redis": [redis]})


def start_node_in_process(processes: Processes) -> Running:
    """Start Socket.IO on Node.js, which answers from a Map inside its handler."""
    url, gateway = node_contenders.start_in_process(processes)
    return Running(url, {"gateway": [gateway]})


def start_bullmq(processes: Processes) -> Running:
    """Start Redis, and on Node.js a Socket.IO server that asks through BullMQ, and its worker."""
    redis, redis_url = processes.start_redis()
    url, gateway, worker = node_contenders.start_bullmq(processes, redis_url)
    return Running(url, {"gateway": [gateway], "worker": [worker], "redis": [redis]})


def start_wordwire(processes: Processes) -> Running:
    """Start Redis, a worker and a gateway like `make run`, but without the rate limit of clients."""
    redis, env = start_redis(processes)
    worker = processes.start_python("worker", "-m", "workers", env=env)
    gateway, url = start_gateway(processes, env, "/readyz")
    return Running(url, {"gateway": [gateway], "worker": [worker], "redis": [redis]})


def start_floor(processes: Processes, **settings: str) -> Running:
    """Start Wordwire's gateway without a worker, which refused lookups never reach."""
    redis, env = start_redis(processes)
    gateway, url = start_gateway(processes, env | settings, "/servez")
    return Running(url, {"gateway": [gateway], "redis": [redis]})


@cache
def _wordnet_environ() -> dict[str, str]:
    """Return an environment in which NLTK finds the same WordNet as Wordwire."""
    folder = find_or_fetch(Path(read_settings().data_dir), lambda _step: None)
    return {"NLTK_DATA": str(folder.parent.parent.absolute())}


def start_redis(processes: Processes) -> tuple[psutil.Process, dict[str, str]]:
    """Start a Redis; return it and the settings of a Wordwire that uses it."""
    redis, url = processes.start_redis()
    return redis, {"REDIS_URL": url, "RATE_LIMIT": "0", "LOG_LEVEL": "warning"}


def start_gateway(processes: Processes, env: dict[str, str], path: str) -> tuple[psutil.Process, str]:
    """Start Wordwire's gateway; return it and its URL once it answers 200 at `path`."""
    port = free_port()
    gateway = processes.start_python("gateway", "-m", "gateway", env=env | {"PORT": str(port)})
    url = f"http://127.0.0.1:{port}"
    processes.wait_for_ok(url + path)
    return gateway, url


def _start_server(processes: Processes, module: str, env: dict[str, str] | None = None) -> Running:
    port = free_port()
    server = processes.start_python("gateway", "-m", f"tests.bench.servers.{module}", str(port), env=env)
    processes.wait_for_port(port)
    return Running(f"http://127.0.0.1:{port}", {"gateway": [server]})


CONTENDERS = {
    contender.name: contender
    for contender in (
        Contender("in-process", start_in_process),
        Contender("in-process, tuned", start_in_process_tuned),
        Contender("task per lookup", start_task_per_lookup),
        Contender("Node in process", start_node_in_process),
        Contender("BullMQ", start_bullmq),
        Contender("wordwire", start_wordwire),
        Contender("wordwire, HTTP", start_wordwire, over_http=True),
        Contender("floor", start_floor, command=REFUSED_COMMAND),
    )
}
