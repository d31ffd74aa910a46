"""Delivers room events from Redis to this gateway's own connections."""

from __future__ import annotations

import logging
import time
from collections import OrderedDict
from typing import TYPE_CHECKING, Any

import msgspec

from shared.errors import Unavailable
from shared.names import CHAT_NAMESPACE
from shared.room_messages import Said, decode_event

if TYPE_CHECKING:
    from gateway.lookups.dispatcher import Event
    from gateway.metrics import Metrics
    from gateway.rooms.members import Members
    from gateway.rooms.store import RoomStore
    from gateway.transport.server import Server
    from shared.room_messages import Joined, Left, RoomMessage, Typing

log = logging.getLogger(__name__)

RETRY_PAUSE_S = 0.2


class Delivery:
    """Delivers messages in the order of `seq`, and fetches missing ones from the room's history."""

    def __init__(self, server: Server, members: Members, store: RoomStore, metrics: Metrics) -> None:
        self._server = server
        self._members = members
        self._store = store
        self._metrics = metrics
        self._behind: OrderedDict[str, None] = OrderedDict()  # rooms to catch up on; a set in order
        self._work: Event = server.eio.create_event()

    def deliver(self, payload: bytes) -> None:
        """Deliver an event that a gateway published.

        This gateway's own events come this way too: only so is the order the same on every gateway.
        """
        try:
            event = decode_event(payload)
        except (msgspec.DecodeError, RecursionError, ValueError) as error:
            self._metrics.malformed += 1
            log.warning("dropped a malformed message from Redis", extra={"reason": str(error)})
            return
        if isinstance(event, Said):
            local = self._members.get(event.message.room)
            if local is not None:
                local.traffic.use(len(payload), time.monotonic())
            self._deliver_message(event.message)
            self.catch_up_if_behind(event.message.room)
        else:
            self.deliver_presence(event)

    def deliver_presence(self, event: Joined | Left | Typing) -> None:
        """Deliver a `joined`, `left` or `typing` to the other members here."""
        name = type(event).__name__.lower()
        data = {"room": event.room, "member": event.member, "name": event.name}
        self._emit(name, data, self._members.receive_presence(event))

    def catch_up_if_behind(self, room: str) -> None:
        """Fetch missed messages of a room soon, if there are any."""
        local = self._members.get(room)
        if local is not None and local.is_behind:
            self._behind[room] = None
            self._work.set()

    def reconnected(self) -> None:
        """Read the history of every room soon, because messages may have been lost."""
        self._behind.update(dict.fromkeys(self._members.rooms()))
        self._work.set()

    def catch_up_forever(self) -> None:
        """Fetch missed messages, room by room."""
        while True:
            if not self._behind:
                self._work.clear()
                self._work.wait()
                continue
            room, _ = self._behind.popitem(last=False)
            try:
                self._catch_up(room)
            except Unavailable:
                self._behind[room] = None
                self._server.sleep(RETRY_PAUSE_S)

    def _catch_up(self, room: str) -> None:
        local = self._members.get(room)
        if local is None or local.seq is None:
            return
        newest_seq = local.newest_seq
        missed = self._store.messages_after(room, local.seq)
        for message in missed:
            self._deliver_message(message, may_skip=True)  # a message outside the history is nowhere
        if local.newest_seq == newest_seq:  # a newer message that the history does not hold was forged
            local.newest_seq = local.seq
        if missed:
            self._metrics.room_catch_ups += 1
            log.info("fetched missed messages of a room", extra={"count": len(missed)})

    def _deliver_message(self, message: RoomMessage, *, may_skip: bool = False) -> None:
        sids = self._members.receive_message(message, may_skip=may_skip)
        if sids:
            self._metrics.room_messages += len(sids)
            self._emit("message", message, sids)

    def _emit(self, event: str, data: Any, sids: list[str]) -> None:
        self._server.emit_to_each(event, data, CHAT_NAMESPACE, sids)
