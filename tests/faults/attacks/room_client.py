"""A raw client of `/chat`, which can leave and join the namespace, or read as slowly as it likes."""

from __future__ import annotations

import json
from typing import Any

from tests.clients.raw import RawClient

NAMESPACE = "/chat,"


class RawRoomClient(RawClient):
    """One connection; each request waits for its acknowledgement."""

    def __init__(self, port: int, *, receive_buffer: int | None = None) -> None:
        super().__init__(port, receive_buffer=receive_buffer)
        self._number = 0

    def connect(self) -> None:
        """Open the websocket and join the namespace."""
        assert " 101 " in self.upgrade()
        self._join_namespace()

    def join_again(self) -> None:
        """Leave the namespace, with all rooms, and join it again."""
        self.send_text("41" + NAMESPACE)
        self._join_namespace()

    def ask(self, event: str, patience: float = 15.0, **data: Any) -> dict[str, Any]:
        """Emit an event and return its acknowledgement."""
        number = self.send_event(event, **data)
        prefix = f"43{NAMESPACE}{number}["
        packet = self.next_packet(lambda packet: packet.startswith(prefix), patience)
        answer: dict[str, Any] = json.loads(packet[len(prefix) - 1 :])[0]
        return answer

    def send_event(self, event: str, **data: Any) -> int:
        """Emit an event without waiting; return the number of its acknowledgement."""
        self._number += 1
        self.send_text(f"42{NAMESPACE}{self._number}{json.dumps([event, data])}")
        return self._number

    def _join_namespace(self) -> None:
        self.send_text("40" + NAMESPACE)
        self.next_packet(lambda packet: packet.startswith("40" + NAMESPACE), 15.0)
