"""A complete private Wordwire for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from shared.names import QUESTION_WORKER_SUFFIX, WORKERS_KEY
from tests.stack.environment import clean_environ
from tests.stack.gateway_process import GatewayProcess
from tests.stack.redis_process import RedisProcess
from tests.stack.waiting import wait_until
from tests.stack.worker_process import WorkerProcess

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from tests.stack.process import ManagedProcess

SILENCE_SECONDS = 10  # a worker without a heartbeat for this long does not count as listening


class Stack:
    """Redis, workers and gateways by name, with their common settings.

    Use it in a `with` statement, which always ends every process, the gateways first and Redis last.
    """

    def __init__(self, folder: Path, **settings: str) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.redis = RedisProcess(folder, clean_environ())
        defaults = {"REDIS_URL": self.redis.url, "LOG_LEVEL": "debug", "WORKER_PROCESSES": "2"}
        self._settings = defaults | settings
        self.workers: dict[str, WorkerProcess] = {}
        self.gateways: dict[str, GatewayProcess] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()

    @property
    def gateway(self) -> GatewayProcess:
        """The first gateway."""
        return next(iter(self.gateways.values()))

    @property
    def worker(self) -> WorkerProcess:
        """The first worker."""
        return next(iter(self.workers.values()))

    @property
    def processes(self) -> list[ManagedProcess]:
        """Every process of the stack, in the order in which `end` ends them."""
        return [*self.gateways.values(), *self.workers.values(), self.redis]

    def start(self, workers: int = 1, gateways: int = 1) -> Self:
        """Start Redis and this many workers and gateways, and return once all are ready."""
        self.redis.start()
        for number in range(workers):
            self.add_worker(f"worker-{number + 1}")
        for number in range(gateways):
            self.add_gateway(f"gateway-{number + 1}")
        self.wait_until_ready()
        return self

    def add_worker(self, name: str, module: str = "workers", **settings: str) -> WorkerProcess:
        """Start another worker without waiting until it is ready."""
        environ = clean_environ(**self._settings | settings)
        worker = self.workers[name] = WorkerProcess(name, self.folder, environ, module)
        worker.start()
        return worker

    def add_gateway(self, name: str, module: str = "gateway", **settings: str) -> GatewayProcess:
        """Start another gateway without waiting until it is ready."""
        environ = clean_environ(**self._settings | settings)
        gateway = self.gateways[name] = GatewayProcess(name, self.folder, environ, module)
        gateway.start()
        return gateway

    def wait_until_ready(self) -> None:
        """Return once every worker listens and every gateway is ready."""
        running = {worker.pid for worker in self.workers.values()}
        wait_until(
            lambda: self._alive() and running <= self.listening_workers(),
            f"{len(running)} workers to listen",
        )
        for gateway in self.gateways.values():
            gateway.wait_until_ready()

    def mend(self) -> Self:
        """Thaw and restart what a test has frozen or ended, and return once all is ready."""
        for process in reversed(self.processes):
            process.thaw()
            if not process.is_running:
                process.start()
        self.wait_until_ready()
        return self

    def listening_workers(self) -> set[int]:
        """Return the pids of the workers that recently reported to Redis that they listen for lookups."""
        with self.redis.client() as client:
            now = client.time()[0]
            names = client.zrangebyscore(WORKERS_KEY, now - SILENCE_SECONDS, "+inf")
        pids = (name.decode().rpartition(":")[2] for name in names)
        return {int(pid) for pid in pids if not pid.endswith(QUESTION_WORKER_SUFFIX)}

    def end(self) -> None:
        """End every process; fail if any survives."""
        problems = []
        for process in self.processes:
            try:
                if isinstance(process, WorkerProcess):
                    process.kill()  # to stop in order, an idle worker takes a second
                process.end()
            except Exception as error:  # noqa: BLE001 - the others must end all the same
                problems.append(f"{process.name}: {error!r}")
        assert not problems, f"These did not end: {problems}"

    def _alive(self) -> bool:
        for worker in self.workers.values():
            assert worker.is_running, f"{worker.name} ended while starting:\n{worker.log()[-4000:]}"
        return True
