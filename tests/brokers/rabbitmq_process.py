"""A private RabbitMQ for tests, on loopback and free ports, which writes only into one folder."""

from __future__ import annotations

from pathlib import Path

import amqp

from shared.names import LOOKUP_QUEUE
from tests.brokers.rabbitmq_program import RabbitMQProgram, find_rabbitmq
from tests.stack import ManagedProcess, wait_until
from tests.stack.environment import clean_environ
from tests.stack.ports import free_port, is_listening

START_SECONDS = 60.0


class RabbitMQProcess(ManagedProcess):
    """rabbitmq-server and the epmd that it needs; its port and folder stay the same after a restart."""

    def __init__(self, folder: Path) -> None:
        program = find_rabbitmq()
        self.port = free_port()
        folder.mkdir(parents=True, exist_ok=True)
        environ = clean_environ(**program.environ, **_settings(folder, self.port))
        self._epmd = _epmd(program, environ, folder)
        super().__init__("rabbitmq", [str(program.server)], environ, folder / "rabbitmq.log")

    @property
    def url(self) -> str:
        """The BROKER_URL of this server; RabbitMQ accepts its built-in user only on loopback."""
        return f"amqp://guest:guest@127.0.0.1:{self.port}//"

    def start(self) -> None:
        """Start RabbitMQ and return once it accepts connections."""
        if not self._epmd.is_running:
            self._epmd.start()
        super().start()
        wait_until(self.answers, "RabbitMQ to answer", START_SECONDS)

    def end(self) -> None:
        """End both processes; fail if any process survives."""
        super().end()
        self._epmd.end()

    def answers(self) -> bool:
        """Return whether RabbitMQ accepts a login."""
        assert self.is_running, f"RabbitMQ ended while starting:\n{self.log()[-4000:]}"
        if not is_listening(self.port):
            return False
        try:
            with self.connect():
                return True
        except (OSError, amqp.AMQPError):
            return False

    def connect(self) -> amqp.Connection:
        """Return a new connection; use it in a `with` statement."""
        return amqp.Connection(f"127.0.0.1:{self.port}", connect_timeout=2)

    def lookup_queue(self) -> tuple[int, int]:
        """Return the numbers of waiting batches and of consumers of the queue of lookups."""
        with self.connect() as connection:
            declared = connection.channel().queue_declare(LOOKUP_QUEUE, passive=True)
            return declared.message_count, declared.consumer_count


def _settings(folder: Path, port: int) -> dict[str, str]:
    return {
        "HOME": str(folder),  # for Erlang's cookie
        "ERL_EPMD_PORT": str(free_port()),
        "ERL_EPMD_ADDRESS": "127.0.0.1",
        "RABBITMQ_NODENAME": "wordwire@localhost",
        "RABBITMQ_NODE_IP_ADDRESS": "127.0.0.1",
        "RABBITMQ_NODE_PORT": str(port),
        "RABBITMQ_DIST_PORT": str(free_port()),
        "RABBITMQ_MNESIA_BASE": str(folder / "mnesia"),
        "RABBITMQ_LOG_BASE": str(folder),
        "RABBITMQ_LOGS": "-",
        "RABBITMQ_PID_FILE": str(folder / "pid"),
        "RABBITMQ_CONF_ENV_FILE": "/dev/null",
        "RABBITMQ_CONFIG_FILE": str(folder / "none"),
        "RABBITMQ_ENABLED_PLUGINS_FILE": str(folder / "no-plugins"),
        "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS": "-kernel inet_dist_use_interface {127,0,0,1} +sbwt none",
        # With this, Erlang replaces the script that starts it, and so receives our signals.
        "RUNNING_UNDER_SYSTEMD": "true",
    }


def _epmd(program: RabbitMQProgram, environ: dict[str, str], folder: Path) -> ManagedProcess:
    """Return Erlang's port mapper; if we did not start it, the node would start one and leave it running."""
    argv = [str(program.epmd), "-port", environ["ERL_EPMD_PORT"]]
    return ManagedProcess("epmd", argv, environ, folder / "epmd.log")
