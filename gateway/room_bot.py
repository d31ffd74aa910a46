"""The bot in a room: what is asked there, and its answer, said like any message under the question."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import msgspec

from gateway.reading import read_ask
from gateway.room_reading import BOT_NAME, question_in
from shared.errors import LookupRefused, wire_code_and_message
from shared.messages import failed
from shared.names import ASK_EVENT, CHAT_NAMESPACE, ROOM_ADDRESS_PREFIX
from shared.room_messages import Saying

if TYPE_CHECKING:
    from gateway.dispatcher import Dispatcher
    from gateway.local_rooms import LocalRooms
    from gateway.pending import PendingLookup
    from gateway.room_errands import RoomErrands
    from gateway.room_store import RoomStore
    from shared.messages import Reply


class RoomBot:
    """Asks in the name of a room, where otherwise a connection asks: a sid is a room of one."""

    def __init__(self, rooms: LocalRooms, store: RoomStore, errands: RoomErrands) -> None:
        self._rooms = rooms
        self._store = store
        self._errands = errands
        self.dispatcher: Dispatcher

    def hear(self, room: str, seq: int, text: str) -> None:
        """Put message `seq` on the queue if it is a question; its reply comes to `deliver`."""
        question = question_in(text)
        if question is None:
            return
        local = self._rooms.get(room)
        try:
            asked = read_ask({"text": question}, local.context if local is not None else None)
            self.dispatcher.submit(ROOM_ADDRESS_PREFIX + room, CHAT_NAMESPACE, seq, asked)
        except LookupRefused as error:
            self._answer(room, seq, failed(ASK_EVENT, "", *wire_code_and_message(error)))

    def deliver(self, entry: PendingLookup, reply: Reply) -> None:
        """Say the answer in the room where it was asked."""
        room = entry.lookup.room.removeprefix(ROOM_ADDRESS_PREFIX)
        self._answer(room, int(entry.client_id), reply)
        self.left(room)

    def left(self, room: str) -> None:
        """Forget a room that nobody here is in, once it has nothing open."""
        address = ROOM_ADDRESS_PREFIX + room
        if self._rooms.get(room) is None and not self.dispatcher.pending(address):
            self.dispatcher.forget(address)

    def _answer(self, room: str, seq: int, reply: Reply) -> None:
        text = reply.text or (reply.error.message if reply.error else "")
        told = msgspec.structs.replace(reply, text=None)
        # Said as the answer to `seq`, so that there is one, however often that was asked.
        saying = Saying(f"answer-{seq}", BOT_NAME, BOT_NAME, text, bot=True, in_reply_to=seq, reply=told)
        self._errands.add(partial(self._store.say, room, saying))
