"""One dispatcher for each queue, behind the interface of one: a lookup never waits for a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.names import QUESTION_QUEUE
from shared.queues import queue_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from gateway.access.allowances import Allowance
    from gateway.lookups.dispatcher import Dispatcher
    from gateway.lookups.pending import PendingLookup
    from shared.messages import ClientId, Question, Reply

# The keys of questions begin with this after the gateway's boot id, so that a reply finds its dispatcher.
QUESTION_KEYS = "q"


class Queues:
    """The dispatchers of both queues. Each keeps the promise, the limits and the retries of its lookups."""

    def __init__(self, lookups: Dispatcher, questions: Dispatcher) -> None:
        self._lookups = lookups
        self._questions = questions
        self.all = (lookups, questions)

    def submit(
        self,
        sid: str,
        namespace: str,
        client_id: ClientId,
        question: Question,
        deliver: Callable[[PendingLookup, Reply], None],
        *,
        allowance: Allowance,
    ) -> None:
        """Accept a lookup on the queue of its command; raises Busy or RateLimited."""
        to = self._questions if queue_of(question) == QUESTION_QUEUE else self._lookups
        to.submit(sid, namespace, client_id, question, deliver, allowance=allowance)

    def settle(self, key: str, room: str, reply: Reply) -> None:
        """Deliver `reply` to its asker; drop and count a late, repeated or misdirected one."""
        is_question = key.partition(":")[2].startswith(QUESTION_KEYS)
        (self._questions if is_question else self._lookups).settle(key, room, reply)

    def forget(self, sid: str) -> None:
        """Drop the lookups of a closed connection."""
        for dispatcher in self.all:
            dispatcher.forget(sid)

    def reconnected(self) -> None:
        """Note that the subscription was down, so replies may be lost."""
        for dispatcher in self.all:
            dispatcher.reconnected()

    def give_up(self) -> None:
        """Answer all open lookups with an error now, because this gateway ends."""
        for dispatcher in self.all:
            dispatcher.give_up()

    def pending(self, sid: str | None = None) -> int:
        """Return the number of open lookups, from `sid` or in all."""
        return sum(dispatcher.pending(sid) for dispatcher in self.all)

    def oldest_age(self) -> float:
        """Return the age of the oldest open lookup in seconds; 0 if there is none."""
        return max(dispatcher.oldest_age() for dispatcher in self.all)
