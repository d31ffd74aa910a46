"""The designs that are measured, and how each of them is started."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from shared.settings import read_settings
from tests.bench.processes import Processes, free_port
from workers.wordnet_data import find_or_fetch

if TYPE_CHECKING:
    from collections.abc import Callable

    import psutil

Parts = dict[str, list["psutil.Process"]]

# Gives a lookup that the gateway refuses at once: all of its work but the queue.
REFUSED_COMMAND = "refused"


@dataclass(frozen=True)
class Running:
    """A contender that serves: where (maybe at several places), and which processes are its parts."""

    url: str | list[str]
    parts: Parts


@dataclass(frozen=True)
class Contender:
    """One way to answer lookups over Socket.IO."""

    name: str
    start: Callable[[Processes], Running]
    command: str | None = None


def start_in_process(processes: Processes) -> Running:
    """Start the server that answers from NLTK inside its handler."""
    return _start_server(processes, "in_process", _wordnet_environ())


def start_in_process_tuned(processes: Processes) -> Running:
    """Start the server that answers inside its handler with everything that we know."""
    return _start_server(processes, "in_process_tuned")


def start_task_per_lookup(processes: Processes) -> Running:
    """Start Redis, a Celery worker and a gateway that sends it a task for each lookup."""
    redis, url = processes.start_redis()
    env = _wordnet_environ() | {"REDIS_URL": url}
    celery = ("-m", "celery", "-A", "tests.bench.servers.task_worker", "worker", "--loglevel", "warning")
    worker = processes.start_python("worker", *celery, env=env)
    running = _start_server(processes, "task_gateway", env)
    return Running(running.url, running.parts | {"worker": [worker], "redis": [redis]})


def start_wordwire(processes: Processes) -> Running:
    """Start Redis, a worker and a gateway as `make run` does, without the limit on one client's rate."""
    redis, env = start_redis(processes)
    worker = processes.start_python("worker", "-m", "workers", env=env)
    gateway, url = start_gateway(processes, env, "/readyz")
    return Running(url, {"gateway": [gateway], "worker": [worker], "redis": [redis]})


def start_floor(processes: Processes, **settings: str) -> Running:
    """Start a gateway of Wordwire's, and no worker: what it refuses never gets that far."""
    redis, env = start_redis(processes)
    gateway, url = start_gateway(processes, env | settings, "/servez")
    return Running(url, {"gateway": [gateway], "redis": [redis]})


@cache
def _wordnet_environ() -> dict[str, str]:
    """Return the environment in which NLTK itself finds the WordNet that Wordwire reads."""
    folder = find_or_fetch(Path(read_settings().data_dir), lambda _step: None)
    return {"NLTK_DATA": str(folder.parent.parent.absolute())}


def start_redis(processes: Processes) -> tuple[psutil.Process, dict[str, str]]:
    """Start a Redis; return it, and the settings of a Wordwire that uses it."""
    redis, url = processes.start_redis()
    return redis, {"REDIS_URL": url, "RATE_LIMIT": "0", "LOG_LEVEL": "warning"}


def start_gateway(processes: Processes, env: dict[str, str], path: str) -> tuple[psutil.Process, str]:
    """Start a gateway of Wordwire's; return it and its URL once it answers 200 at `path`."""
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
        Contender("wordwire", start_wordwire),
        Contender("floor", start_floor, command=REFUSED_COMMAND),
    )
}
