"""What happens in rooms, as this gateway hears it from Redis and tells its own connections."""

from __future__ import annotations

import logging
from collections import OrderedDict
from typing import TYPE_CHECKING, Any

import msgspec

from shared.errors import NoSuchRoom, Unavailable
from shared.names import CHAT_NAMESPACE
from shared.room_messages import Said, decode_event

if TYPE_CHECKING:
    from gateway.dispatcher import Event
    from gateway.local_rooms import LocalRooms
    from gateway.metrics import Metrics
    from gateway.room_store import RoomStore
    from gateway.server import Server
    from shared.room_messages import Joined, Left, RoomMessage, Typing

log = logging.getLogger(__name__)

BEAT_INTERVAL_S = 3.0  # three of them fit into the store's SILENCE_LIMIT_S
RETRY_PAUSE_S = 0.2


class RoomHearing:
    """Tells members what is said, in the order of `seq`; fetches from the history what was not heard."""

    def __init__(
        self, server: Server, rooms: LocalRooms, store: RoomStore, metrics: Metrics, boot_id: str
    ) -> None:
        self._server = server
        self._rooms = rooms
        self._store = store
        self._metrics = metrics
        self._boot_id = boot_id
        self._behind: OrderedDict[str, None] = OrderedDict()  # in which it is known at once who is in it
        self._work: Event = server.eio.create_event()

    def holder(self, sid: str) -> str:
        """Return the name of one connection among those of all gateways."""
        return f"{self._boot_id}/{sid}"

    def hear(self, payload: bytes) -> None:
        """Take what a gateway told all, this one too: only so is the order the same everywhere."""
        try:
            event = decode_event(payload)
        except (msgspec.DecodeError, RecursionError, ValueError) as error:
            self._metrics.malformed += 1
            log.warning("dropped a malformed message from Redis", extra={"reason": str(error)})
            return
        if isinstance(event, Said):
            self._tell(event.message)
            self.check(event.message.room)
        else:
            self._tell_of_person(event)

    def check(self, room: str) -> None:
        """Fetch what this gateway did not hear of a room, if there is anything."""
        local = self._rooms.get(room)
        if local is not None and local.is_behind:
            self._behind[room] = None
            self._work.set()

    def reconnected(self) -> None:
        """Look at the history of every room: its messages were told to nobody here for a while."""
        self._behind.update(dict.fromkeys(self._rooms.all()))
        self._work.set()

    def catch_up_forever(self) -> None:
        """Fetch, room by room, what was not heard."""
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

    def beat_forever(self) -> None:
        """Tell Redis, every few seconds, who is here, and hear how far each room is."""
        while True:
            self._server.sleep(BEAT_INTERVAL_S)
            for room in self._rooms.all():
                try:
                    self._beat(room)
                except NoSuchRoom:
                    continue  # who speaks in it will be told
                except Unavailable:
                    break

    def _beat(self, room: str) -> None:
        local = self._rooms.get(room)
        if local is None:
            return
        # Who is still joining is not in the history's list yet, or should not be if it is refused.
        here = {sid: one.who for sid, one in local.by_sid.items() if one.heard is not None}
        heard = local.seq
        newest, members = self._store.beat(room, [(who, self.holder(sid)) for sid, who in here.items()])
        for sid, who in here.items():
            one = local.by_sid.get(sid)
            if one is None or one.who.member != who.member:
                # Gone meanwhile, and the beat may have brought it back.
                self._store.leave(room, who.member, self.holder(sid))
        if self._rooms.get(room) is not local:
            return
        if heard is not None and newest < heard:  # what was heard before is in the history, or never was
            log.warning("heard more of a room than was said", extra={"heard": heard, "said": newest})
            self._rooms.rewind(room, newest)
        local.newest = max(local.newest, newest)
        self.check(room)
        for event in self._rooms.roll_call(room, members):
            self._tell_of_person(event)

    def _catch_up(self, room: str) -> None:
        local = self._rooms.get(room)
        if local is None or local.seq is None:
            return
        newest = local.newest
        missed = self._store.after(room, local.seq)
        for message in missed:
            self._tell(message, may_skip=True)  # what is not in the history is nowhere
        if local.newest == newest:  # so it was forged if it was not found
            local.newest = local.seq
        if missed:
            self._metrics.room_catch_ups += 1
            log.info("fetched what was not heard of a room", extra={"count": len(missed)})

    def _tell(self, message: RoomMessage, *, may_skip: bool = False) -> None:
        sids = self._rooms.hear(message, may_skip=may_skip)
        if sids:
            self._metrics.room_messages += len(sids)
            self._emit("message", message, sids)

    def _tell_of_person(self, event: Joined | Left | Typing) -> None:
        name = type(event).__name__.lower()
        data = {"room": event.room, "member": event.member, "name": event.name}
        self._emit(name, data, self._rooms.others(event))

    def _emit(self, event: str, data: Any, sids: list[str]) -> None:
        self._server.emit_to_each(event, data, CHAT_NAMESPACE, sids)
