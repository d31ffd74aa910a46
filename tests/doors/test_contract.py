"""Real clients send and hear every message of the served AsyncAPI document, and no field beyond it."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import jwt
import pytest
import socketio

from tests.clients.http import HttpClient
from tests.stack import GatewayProcess, Stack, wait_until

SECRET = "a secret of the tests that is long enough for every one of the HMAC algorithms"
VALIDATE = Path(__file__).parent / "validate.py"
CHANNELS = {"/": "lookups", "/chat": "rooms"}
HEARD = {
    "/": ("reply", "token_expires", "error"),
    "/chat": ("message", "joined", "left", "typing", "token_expires", "error"),
}
PATIENCE_SECONDS = 15.0


class Recorder:
    """A client that notes every message under its name in the document."""

    def __init__(self, url: str, token: str, namespaces: tuple[str, ...]) -> None:
        self.messages: list[tuple[str, Any]] = []
        self._socket = socketio.Client(reconnection=False, handle_sigint=False)
        for namespace, events in HEARD.items():
            for event in events:
                self._note(namespace, event)
        self._socket.connect(
            url,
            auth={"token": token},
            transports=["websocket"],
            namespaces=list(namespaces),
            wait_timeout=PATIENCE_SECONDS,
        )

    def _note(self, namespace: str, event: str) -> None:
        key = f"{CHANNELS[namespace]}.{event}.heard"
        self._socket.on(event, lambda content: self.messages.append((key, content)), namespace=namespace)

    def send(self, namespace: str, event: str, ack: str, content: dict[str, Any]) -> Any:
        """Send an event, and note its acknowledgement as a message called `ack`."""
        answer = self._socket.call(event, content, namespace=namespace, timeout=PATIENCE_SECONDS)
        key = f"{CHANNELS[namespace]}.{event}"
        if ack not in {"Refused", "RoomRefused"}:  # a refused message breaks the contract on purpose
            self.messages.append((key, content))
        self.messages.append((f"{key}.{ack}", answer))
        return answer

    def wait_for(self, key: str) -> None:
        """Return once a message of this name has come."""
        wait_until(lambda: any(name == key for name, _ in self.messages), key, PATIENCE_SECONDS)

    def close(self) -> None:
        self._socket.disconnect()


@contextmanager
def recorders(url: str, seconds: float, *joins: tuple[str, ...]) -> Iterator[list[Recorder]]:
    """Connect clients to these namespaces, with a token that expires after `seconds`."""
    token = jwt.encode({"exp": time.time() + seconds}, SECRET, algorithm="HS256")
    clients = [Recorder(url, token, namespaces) for namespaces in joins]
    yield clients
    for client in clients:
        client.close()


@pytest.fixture(scope="module")
def guarded(stack: Stack) -> Iterator[GatewayProcess]:
    """A gateway that wants tokens."""
    gateway = stack.add_gateway("guarded-doors", AUTH_SECRET=SECRET, RATE_LIMIT="0")
    gateway.wait_until_ready()
    yield gateway
    gateway.end()
    del stack.gateways["guarded-doors"]


def ask_everything(ann: Recorder) -> None:
    """Ask lookups and questions, good and bad."""
    where = {"letters": 5, "starts": "l"}
    ann.send("/", "my_message", "Queued", {"command": "synonyms", "word": "big", "where": where, "id": 1})
    ann.send("/", "my_message", "Queued", {"command": "reverse", "word": "a fear of heights"})
    ann.send(
        "/", "my_message", "Queued", {"command": "definition", "word": "bank", "sentence": "a river bank"}
    )
    ann.send("/", "my_message", "Refused", {"command": "nope"})
    ann.send("/", "ask", "Queued", {"text": "define light and rhymes with light", "id": "a"})
    ann.send(
        "/", "ask", "Queued", {"text": "and as a verb?", "context": {"command": "definition", "word": "run"}}
    )
    ann.send("/", "ask", "Refused", {"text": 7})
    wait_until(lambda: sum(key == "lookups.reply.heard" for key, _ in ann.messages) == 7, "the replies", 15.0)


def talk(ann: Recorder, bob: Recorder) -> None:
    """Meet in a room, and ask the bot."""
    room = ann.send("/chat", "create", "ThisRoom", {"title": "Words"})["room"]
    ann.send("/chat", "join", "Entered", {"room": room, "name": "Ann"})
    bob.send("/chat", "join", "Entered", {"room": room, "name": "Bob"})
    ann.wait_for("rooms.joined.heard")
    bob.send("/chat", "typing", "Nothing", {"room": room})
    ann.wait_for("rooms.typing.heard")
    bob.send("/chat", "say", "Placed", {"room": room, "text": "@word define goose", "id": 1})
    wait_until(lambda: sum(key == "rooms.message.heard" for key, _ in ann.messages) == 2, "the answer", 15.0)
    ann.send("/chat", "history", "Page", {"room": room, "limit": 10})
    bob.send("/chat", "leave", "ThisRoom", {"room": room})
    ann.wait_for("rooms.left.heard")
    for event in ("create", "join", "leave", "say", "typing", "history"):
        ann.send("/chat", event, "RoomRefused", {"title": 7})


def test_every_message_is_as_the_contract_says(programs: Path, guarded: GatewayProcess) -> None:
    with recorders(guarded.url, 600, tuple(HEARD), tuple(HEARD)) as [ann, bob]:
        ask_everything(ann)
        talk(ann, bob)
    # A client hears of its token ten seconds before the end, and of the end in one namespace.
    with recorders(guarded.url, 10, ("/",), ("/chat",)) as late:
        for client, channel in zip(late, CHANNELS.values(), strict=True):
            client.wait_for(f"{channel}.token_expires.heard")
            client.wait_for(f"{channel}.error.heard")
    messages = [message for client in (ann, bob, *late) for message in client.messages]
    token = jwt.encode({}, SECRET, algorithm="HS256")
    with HttpClient(guarded.url, Authorization=f"Bearer {token}") as http:
        document = http.request("GET", "/v1/asyncapi.json").json()
        assert http.request("GET", "/v1/schemas.json").json()["$defs"].keys() == (
            document["components"]["schemas"].keys()
        )

    # Every message of the document was among them.
    assert {key for key, _ in messages} == set(document["components"]["messages"])
    checked = subprocess.run(
        [programs / "python", VALIDATE],
        input=json.dumps({"document": document, "messages": messages}),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (checked.stdout, checked.stderr) == ("", "")
