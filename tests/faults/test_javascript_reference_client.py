"""The web client's connection module keeps its promise when gateways are killed and replaced."""

from __future__ import annotations

import json
import threading
from typing import TYPE_CHECKING, Any, Self

import pytest

from tests.clients.node import WEB, start_script
from tests.stack import Stack, wait_until

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.waits


class JavaScriptClient:
    """A node process with one connection, and all lines of its output."""

    def __init__(self, url: str) -> None:
        if not (WEB / "build" / "connection.js").exists():
            pytest.fail("The web client is not built; run `make web`.")
        self._script = start_script("reference.mjs", url)
        self.said: list[dict[str, Any]] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._script.kill()
        self._script.wait(10)
        self._reader.join(10)
        for pipe in (self._script.stdin, self._script.stdout, self._script.stderr):
            if pipe is not None:
                pipe.close()

    def ask(self, id_: str | int, word: str, command: str = "lemmatizer") -> None:
        """Look up a word."""
        assert self._script.stdin is not None
        self._script.stdin.write(json.dumps({"ask": {"id": id_, "word": word, "command": command}}) + "\n")
        self._script.stdin.flush()

    def wait_for(self, what: Callable[[], Any], why: str, within: float = 20.0) -> Any:
        """Return the first true value of `what()`."""
        return wait_until(what, f"{why}; said last: {self.said[-3:]}", within)

    def stages(self, id_: str | int) -> list[str]:
        """Return the stages that a question has passed so far."""
        return [line["stage"] for line in self.said if line.get("id") == id_ and "stage" in line]

    def replies(self) -> list[dict[str, Any]]:
        """Return all replies in the order of their arrival."""
        return [line["reply"] for line in self.said if "reply" in line]

    def states(self) -> list[str]:
        """Return the states of the connection so far."""
        return [line["state"] for line in self.said if "state" in line]

    def _read(self) -> None:
        assert self._script.stdout is not None
        for line in self._script.stdout:
            self.said.append(json.loads(line))


def test_lookups_open_when_the_gateway_died_are_sent_again_and_answered_once(mended: Stack) -> None:
    with JavaScriptClient(mended.gateway.url) as client:
        client.ask("before", "geese")
        client.wait_for(client.replies, "the first answer")
        for worker in mended.workers.values():
            worker.freeze()
        for number in range(20):
            client.ask(number, "geese")
        client.wait_for(lambda: "queued" in client.stages(19), "an acknowledgement")
        mended.gateway.kill()
        client.wait_for(lambda: "reconnecting" in client.states(), "the client to notice")
        client.ask("away", "geese")  # while there is no gateway
        for worker in mended.workers.values():
            worker.thaw()
        mended.gateway.start()
        client.wait_for(lambda: len(client.replies()) == 22, "22 answers")

        assert {reply["response"] for reply in client.replies()} == {'["goose"]'}
        assert len({reply["id"] for reply in client.replies()}) == 22
        assert client.stages("away").count("sent") == 1
        assert client.stages(19).count("sent") == 2
        assert client.states() == ["online", "reconnecting", "online"]


def test_more_questions_than_a_client_may_have_open_wait_their_turn(stack: Stack) -> None:
    """The client's window stays below MAX_PENDING_PER_CLIENT, and it waits when the rate limit refuses it."""
    gateway = stack.add_gateway("slow", RATE_LIMIT="50")
    gateway.wait_until_ready()
    with JavaScriptClient(gateway.url) as client:
        for number in range(150):
            client.ask(number, "geese")
        client.wait_for(lambda: len(client.replies()) == 150, "150 answers")

        assert {reply["response"] for reply in client.replies()} == {'["goose"]'}
        assert "held" in {stage for number in range(150) for stage in client.stages(number)}
    gateway.end()
    del stack.gateways["slow"]
