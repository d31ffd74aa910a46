"""The reference member of a room in Python: hears every message once and in order, says everything once.

It keeps its `key` and the last `seq` it has seen. After each connect it joins with both, then says its
unacknowledged messages again, under the same ids. It emits nothing while it is outside the room.
"""

from __future__ import annotations

import random
import threading
import time
from concurrent.futures import Future
from itertools import count, cycle
from typing import TYPE_CHECKING, Any, Self
from uuid import uuid4

import engineio
import socketio
from socketio.exceptions import BadNamespaceError, DisconnectedError
from socketio.exceptions import ConnectionError as NotConnected

from shared.names import CHAT_NAMESPACE
from tests.clients.reference import CONNECT_SECONDS
from tests.stack.waiting import DEADLINE_S, wait_until

if TYPE_CHECKING:
    from collections.abc import Sequence

BACK_OFF_FIRST_SECONDS = 0.1
BACK_OFF_LAST_SECONDS = 2.0
EVENTS = ("message", "joined", "left", "typing")


class _InOrder(engineio.Client):
    """Keeps packets in order, and sends all of them before it disconnects.

    The library hands each packet to a new thread, which may swap two of them. Its writing thread ends at
    `disconnect` and drops unsent packets: over long-polling, only an unanswered ping would tell the gateway,
    and `disconnect` would take as long.
    """

    def disconnect(self, *arguments: Any, **options: Any) -> None:
        until = time.monotonic() + 1.0
        while self.state == "connected" and self.queue.unfinished_tasks and time.monotonic() < until:
            time.sleep(0.002)
        time.sleep(0.002)  # until the writing thread waits for the next packet
        super().disconnect(*arguments, **options)

    def _trigger_event(self, event: str, *args: Any, run_async: bool = False, **options: Any) -> Any:  # noqa: ARG002 (never in a new thread)
        return super()._trigger_event(event, *args, **options)


class _Socket(socketio.Client):
    """A client that hears events in the order of their arrival."""

    def __init__(self) -> None:
        # The library takes 5 ms to check the UTF-8 of 6 KB; a client that reads so slowly is cut off.
        options = {"skip_utf8_validation": True}
        super().__init__(reconnection=False, handle_sigint=False, websocket_extra_options=options)

    def _engineio_client_class(self) -> type[engineio.Client]:
        return _InOrder


class ChatClient:
    """A plain connection to `/chat`: it asks, and keeps the events that it hears as (event, data)."""

    def __init__(self, url: str, *, token: str | None = None, transport: str = "websocket") -> None:
        self.heard: list[tuple[str, dict[str, Any]]] = []
        self._socket = _Socket()
        for event in EVENTS:
            self._socket.on(event, self._hear(event), namespace=CHAT_NAMESPACE)
        auth = None if token is None else {"token": token}
        self._socket.connect(
            url,
            auth=auth,
            transports=[transport],
            namespaces=[CHAT_NAMESPACE],
            wait_timeout=CONNECT_SECONDS,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._socket.disconnect()

    @property
    def sid(self) -> str:
        """The id of this connection to the namespace."""
        sid: str = self._socket.get_sid(CHAT_NAMESPACE)
        return sid

    def ask(self, event: str, *sent: Any) -> dict[str, Any]:
        """Emit `event` and return its acknowledgement."""
        data = sent if len(sent) != 1 else sent[0]
        answer: dict[str, Any] = self._socket.call(event, data, namespace=CHAT_NAMESPACE, timeout=DEADLINE_S)
        return answer

    def code(self, event: str, *sent: Any) -> str:
        """Emit `event` and return the code of its refusal; empty if the gateway accepts it."""
        code: str = self.ask(event, *sent).get("error", {}).get("code", "")
        return code

    def of(self, event: str) -> list[dict[str, Any]]:
        """Return the data of each `event` heard so far."""
        return [data for name, data in list(self.heard) if name == event]

    def wait_for(self, event: str, number: int = 1, within: float = DEADLINE_S) -> dict[str, Any]:
        """Wait for the `number`th `event` and return it."""
        wait_until(lambda: len(self.of(event)) >= number, f"{event} number {number}", within)
        return self.of(event)[number - 1]

    def _hear(self, event: str) -> Any:
        return lambda data: self.heard.append((event, data))


def join(client: ChatClient, room: str, name: str, **more: Any) -> dict[str, Any]:
    """Join a room and return the acknowledgement."""
    answer = client.ask("join", {"room": room, "name": name, **more})
    assert "error" not in answer, answer
    return answer


def say(client: ChatClient, room: str, text: str) -> int:
    """Say something in a room and return its number there."""
    answer = client.ask("say", {"room": room, "text": text, "id": uuid4().hex})
    assert "error" not in answer, answer
    seq: int = answer["seq"]
    return seq


class RoomMember:
    """A member of one room, who returns through the next of `urls` when a gateway ends."""

    def __init__(self, urls: Sequence[str], room: str, name: str) -> None:
        self.name = name
        self.messages: list[dict[str, Any]] = []
        self.heard_at: list[float] = []  # the time of each message, in seconds of time.monotonic()
        self.people: dict[str, str] = {}  # member → name, including its own
        self.member = ""
        self.connections = 0
        self._room = room
        self._urls = cycle(urls)
        self._key: str | None = None
        self._prefix = uuid4().hex[:12]
        self._numbers = count(1)
        self._open: dict[str, tuple[str, Future[dict[str, Any]]]] = {}
        self._lock = threading.RLock()
        self._is_in = threading.Event()
        self._is_out = threading.Event()
        self._is_refused = False  # connected, but refused by the room
        self._is_over = False
        self._socket: _Socket | None = None
        self._thread = threading.Thread(target=self._stay, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._is_in.wait(DEADLINE_S), f"{self.name} never entered the room"
        return self

    def __exit__(self, *_error: object) -> None:
        self._is_over = True
        if self._socket is not None:
            self._socket.disconnect()
        self._is_out.set()
        self._thread.join(DEADLINE_S)

    @property
    def seqs(self) -> list[int]:
        """The numbers of the messages heard, in the order of their arrival."""
        return [message["seq"] for message in list(self.messages)]

    @property
    def open(self) -> int:
        """The number of messages said and not yet acknowledged."""
        return len(self._open)

    def say(self, text: str, message_id: str | None = None) -> Future[dict[str, Any]]:
        """Say `text`, now or once back in the room; the future is its acknowledgement.

        With the `message_id` of an earlier message, say that message again.
        """
        ack: Future[dict[str, Any]] = Future()
        message_id = message_id or f"{self._prefix}-{next(self._numbers)}"
        with self._lock:
            self._open[message_id] = (text, ack)
            if self._is_in.is_set():
                self._send(message_id, text)
        return ack

    def _stay(self) -> None:
        back_off = BACK_OFF_FIRST_SECONDS
        while not self._is_over:
            self._is_out.clear()
            self._is_refused = False
            try:
                self._connect(next(self._urls))
                back_off = BACK_OFF_FIRST_SECONDS
                self._is_out.wait()
            except NotConnected:
                back_off = min(back_off * 2, BACK_OFF_LAST_SECONDS)
            if self._is_refused and self._socket is not None:
                self._socket.disconnect()
            if not self._is_over:
                time.sleep(back_off * random.uniform(0.5, 1.5))

    def _connect(self, url: str) -> None:
        socket = self._socket = _Socket()
        socket.on("message", self._hear, namespace=CHAT_NAMESPACE)
        socket.on("joined", self._came, namespace=CHAT_NAMESPACE)
        socket.on("left", self._went, namespace=CHAT_NAMESPACE)
        socket.on("disconnect", self._disconnected, namespace=CHAT_NAMESPACE)
        socket.connect(url, transports=["websocket"], namespaces=[CHAT_NAMESPACE], wait_timeout=3)
        asked = {"room": self._room, "name": self.name}
        if self._key is not None:
            asked |= {"key": self._key, "since": self.messages[-1]["seq"] if self.messages else 0}
        self._emit("join", asked, self._entered)

    def _entered(self, ack: dict[str, Any]) -> None:
        if "error" in ack:  # Redis is down, for example: start over after a pause
            self._is_refused = True
            self._is_out.set()
            return
        with self._lock:
            self.connections += 1
            self._key, self.member = ack["key"], ack["member"]
            self.people = {person["member"]: person["name"] for person in ack["members"]}
            for message in ack["history"]:
                self._hear(message)
            self._is_in.set()
            for message_id, (text, _ack) in list(self._open.items()):
                self._send(message_id, text)

    def _disconnected(self, _reason: str) -> None:
        self._is_in.clear()
        self._is_out.set()

    def _hear(self, message: dict[str, Any]) -> None:
        self.messages.append(message)
        self.heard_at.append(time.monotonic())

    def _came(self, person: dict[str, Any]) -> None:
        self.people[person["member"]] = person["name"]

    def _went(self, person: dict[str, Any]) -> None:
        self.people.pop(person["member"], None)

    def _send(self, message_id: str, text: str) -> None:
        def acknowledged(answer: dict[str, Any]) -> None:
            with self._lock:
                if answer.get("error", {}).get("code") == "unavailable" and message_id in self._open:
                    self._send(message_id, text)
                    return
                _text, ack = self._open.pop(message_id, ("", None))
            if ack is not None:
                ack.set_result(answer)

        self._emit("say", {"room": self._room, "text": text, "id": message_id}, acknowledged)

    def _emit(self, event: str, data: dict[str, Any], callback: Any) -> None:
        try:
            if self._socket is not None:
                self._socket.emit(event, data, namespace=CHAT_NAMESPACE, callback=callback)
        except (BadNamespaceError, DisconnectedError):
            self._is_out.set()  # the next connection says open messages again
