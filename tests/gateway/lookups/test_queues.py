"""Sentences go to a separate queue, and every reply finds its dispatcher."""

from __future__ import annotations

import time
from threading import Event

from gateway.access.allowances import Allowance
from gateway.lookups.dispatcher import Dispatcher
from gateway.lookups.pending import PendingLookup
from gateway.lookups.queues import QUESTION_KEYS, Queues
from gateway.metrics import Metrics
from shared.errors import RateLimited
from shared.messages import Context, LookupBatch, Question, Reply, Where
from shared.settings import read_settings

LOOKUP = Question("pos", "run")
SENTENCE = Question("ask", text="what does run mean")


class Desk:
    """Both dispatchers over one list of delivered replies; nothing is published until it is asked for."""

    def __init__(self, rate: float = 0.0) -> None:
        self.delivered: list[str] = []
        self.allowance = Allowance()
        settings = read_settings({"MAX_PENDING_PER_CLIENT": "2", "RATE_LIMIT": str(rate)})
        self.dispatchers = [
            Dispatcher(
                settings,
                "boot",
                self,
                Metrics(),
                event=Event(),
                sleep=time.sleep,
                name=name,
            )
            for name in ("", QUESTION_KEYS)
        ]
        self.queues = Queues(*self.dispatchers)

    def publish(self, _batch: LookupBatch) -> int:
        return 0

    def keep_alive(self) -> None:
        """Do nothing, because there is no connection."""

    def submit(self, client_id: str, question: Question) -> None:
        self.queues.submit("sid", "/", client_id, question, self._deliver, allowance=self.allowance)

    def keys(self, number: int) -> list[str]:
        return [entry.lookup.key for entry in self.dispatchers[number]._waiting.take(time.monotonic())]

    def _deliver(self, entry: PendingLookup, _reply: Reply) -> None:
        self.delivered.append(str(entry.client_id))


def test_every_field_of_a_question_is_on_the_queue() -> None:
    whole = Question(
        "definition",
        "bank",
        "n",
        "shore",
        "ask",
        Context("pos", "run"),
        "past",
        Where(letters=4),
        "by the bank",
        page=True,
    )
    assert all(getattr(whole, field) != getattr(LOOKUP, field) for field in Question.__struct_fields__)
    desk = Desk()
    desk.submit("whole", whole)

    [entry] = desk.dispatchers[1]._waiting.take(time.monotonic())

    assert all(getattr(entry.lookup, field) == getattr(whole, field) for field in Question.__struct_fields__)


def test_a_sentence_waits_on_the_other_queue() -> None:
    desk = Desk()
    desk.submit("word", LOOKUP)
    desk.submit("sentence", SENTENCE)

    assert desk.keys(0) == ["boot:1"]
    assert desk.keys(1) == ["boot:q1"]


def test_a_reply_settles_the_lookup_of_its_key_only() -> None:
    desk = Desk()
    desk.submit("word", LOOKUP)
    desk.submit("sentence", SENTENCE)

    desk.queues.settle("boot:q1", "sid", Reply("definition", "run", "[]"))
    assert (desk.delivered, desk.queues.pending()) == (["sentence"], 1)
    desk.queues.settle("boot:1", "sid", Reply("pos", "run", "[]"))
    assert (desk.delivered, desk.queues.pending("sid")) == (["sentence", "word"], 0)


def test_a_closed_connection_is_forgotten_on_both() -> None:
    desk = Desk()
    desk.submit("word", LOOKUP)
    desk.submit("sentence", SENTENCE)
    assert desk.queues.oldest_age() > 0

    desk.queues.forget("sid")

    assert (desk.queues.pending(), desk.queues.oldest_age()) == (0, 0)


def test_both_share_the_allowance_of_a_connection() -> None:
    desk = Desk(rate=1.0)
    desk.submit("word", LOOKUP)

    refused = 0
    for number in range(10):
        try:
            desk.submit(f"sentence {number}", SENTENCE)
        except RateLimited:
            refused += 1

    assert refused >= 8
