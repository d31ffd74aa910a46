"""The bot in a room: questions become lookups, and answers become messages under the question."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from gateway.access.allowances import Allowance
from gateway.lookups.parsing import read_ask
from gateway.rooms.parsing import BOT_NAME, question_in
from gateway.rooms.traffic import ANSWER_BYTES
from shared.errors import LookupRefused, wire_code_and_message
from shared.messages import failed
from shared.names import ASK_EVENT, CHAT_NAMESPACE, ROOM_ADDRESS_PREFIX
from shared.room_messages import NewMessage

if TYPE_CHECKING:
    from gateway.lookups.pending import PendingLookup
    from gateway.lookups.queues import Queues
    from gateway.rooms.members import Members
    from gateway.rooms.retry_queue import RetryQueue
    from gateway.rooms.store import RoomStore
    from gateway.rooms.traffic import Traffic
    from shared.messages import Reply


class RoomBot:
    """Submits lookups in the name of a room, as LookupEvents does in the name of a connection."""

    def __init__(
        self,
        queues: Queues,
        members: Members,
        store: RoomStore,
        *,
        retries: RetryQueue,
        traffic: Traffic,
    ) -> None:
        self._queues = queues
        self._members = members
        self._store = store
        self._retries = retries
        self._traffic = traffic
        self._allowances: dict[str, Allowance] = {}  # by room, not by member: they share the bot

    def answer(self, room: str, seq: int, text: str, asker: str) -> None:
        """Submit a lookup if message `seq`, by the connection `asker`, asks the bot; say the reply later."""
        question = question_in(text)
        if question is None:
            return
        local = self._members.get(room)
        self._traffic.use(asker, ANSWER_BYTES, time.monotonic())
        try:
            asked = read_ask({"text": question}, local.context if local is not None else None)
            deliver = partial(self.deliver, asker)
            allowance = self._allowances.setdefault(room, Allowance())
            address = ROOM_ADDRESS_PREFIX + room
            self._queues.submit(address, CHAT_NAMESPACE, seq, asked, deliver, allowance=allowance)
        except LookupRefused as error:
            self._say(room, seq, failed(ASK_EVENT, "", *wire_code_and_message(error)), asker)

    def open_questions(self, room: str) -> int:
        """Return the number of questions in `room` on this gateway that the bot has yet to answer."""
        return self._queues.pending(ROOM_ADDRESS_PREFIX + room)

    def deliver(self, asker: str, entry: PendingLookup, reply: Reply) -> None:
        """Say the reply in the room that asked; its bytes count for the connection `asker`."""
        room = entry.lookup.room.removeprefix(ROOM_ADDRESS_PREFIX)
        self._say(room, int(entry.client_id), reply, asker)
        self.forget_if_empty(room)

    def forget_if_empty(self, room: str) -> None:
        """Forget a room that has neither a member here nor an open lookup."""
        if self._members.get(room) is None and not self.open_questions(room):
            self._allowances.pop(room, None)

    def _say(self, room: str, seq: int, reply: Reply, asker: str) -> None:
        text = reply.text or (reply.error.message if reply.error else "")
        shown = msgspec.structs.replace(reply, text=None, rest=None)  # a history of whole entries is long
        message = NewMessage(
            f"answer-{seq}",  # a repeated question has the same answer id, so the room sees one answer
            BOT_NAME,
            BOT_NAME,
            text,
            bot=True,
            in_reply_to=seq,
            reply=shown,
        )
        call = self._store.say_call(room, message)
        self._traffic.use(asker, call.size - ANSWER_BYTES, time.monotonic())
        self._retries.add(call)
