"""The task of a worker: a batch of lookups becomes answers, then replies."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Raw

from shared.errors import LookupTimeout, RepliesLost, WordwireError, wire_code_and_message
from shared.messages import Lookup, LookupBatch, decode_batch, encode, failed
from workers.answers import encoded_answer
from workers.commands.answer_cache import AnswerCache
from workers.english.readings import read_ahead
from workers.time_limit import TimeIsUp, TimeLimit

if TYPE_CHECKING:
    from collections.abc import Callable

    from shared.redis_clock import RedisClock
    from workers.replies import ReplyPublisher
    from workers.wordnet.lexicon import Lexicon

log = logging.getLogger(__name__)

PUBLISH_EVERY_S = 0.010


class BatchRunner:
    """Answers one batch after the other."""

    def __init__(
        self,
        lexicon: Lexicon,
        replies: ReplyPublisher,
        time_limit_s: float,
        clock: RedisClock,
        give_back: Callable[[LookupBatch, int], bool],
    ) -> None:
        """Publish with `replies`.

        `give_back` gets a batch and the number of its answered lookups. It returns True once it has put the
        others back on the queue, because this worker stops.
        """
        self._lexicon = lexicon
        self._give_back = give_back
        self._replies = replies
        self._time_limit_s = time_limit_s
        self._clock = clock
        self._cache = AnswerCache()

    def run(self, fields: Any = None, *_forged: Any, **_named: Any) -> None:
        """Answer the lookups of one task, each by itself: a failure does not affect the others.

        Raises RepliesLost if Redis did not take some of the replies.
        """
        try:
            batch = decode_batch(fields)
        except msgspec.ValidationError as error:
            log.warning("dropped a malformed task", extra={"reason": str(error)})
            return
        outbox = Outbox(self._replies, batch.channel)
        time_limit = TimeLimit(self._time_limit_s, when_slow=outbox.publish)
        if not self._is_expired(batch):
            read_ahead(self._lexicon, batch.lookups)
        answer = self._logged_answer if log.isEnabledFor(logging.DEBUG) else self._answer
        with time_limit.watching():
            for number, lookup in enumerate(batch.lookups):
                if self._is_expired(batch):
                    count = len(batch.lookups) - number
                    log.warning("dropped lookups past their deadline", extra={"count": count})
                    break
                if number and self._give_back(batch, number):
                    break
                outbox.add(lookup, answer(lookup, time_limit))
        outbox.close()

    def _is_expired(self, batch: LookupBatch) -> bool:
        """Return whether nobody waits for `batch` any longer; False while Redis's time is unknown."""
        now = self._clock.now()
        return batch.expires_at is not None and now is not None and now > batch.expires_at

    def _logged_answer(self, lookup: Lookup, time_limit: TimeLimit) -> Raw:
        """Answer, and log the key by which the gateway logs the client's id for the lookup."""
        started = time.monotonic()
        reply = self._answer(lookup, time_limit)
        ms = round((time.monotonic() - started) * 1000, 2)
        log.debug("answered", extra={"key": lookup.key, "command": lookup.command, "ms": ms})
        return reply

    def _answer(self, lookup: Lookup, time_limit: TimeLimit) -> Raw:
        """Return the encoded reply to one lookup: the answer or the error."""
        try:
            with time_limit:
                return encoded_answer(self._lexicon, lookup, self._cache)
        except TimeIsUp:
            log.warning("a lookup took too long", extra={"key": lookup.key, "command": lookup.command})
            error: Exception = LookupTimeout("This lookup took too long.")
        except WordwireError as refused:
            error = refused
        except Exception as unforeseen:  # one bad lookup does not spoil its batch
            log.exception("a lookup failed", extra={"key": lookup.key, "command": lookup.command})
            error = unforeseen
        code, message = wire_code_and_message(error)
        return Raw(encode(failed(lookup.command, lookup.word, code, message)))


class Outbox:
    """Publishes the finished replies of a batch about every 10 ms, so a slow lookup delays none of them."""

    def __init__(self, replies: ReplyPublisher, channel: str) -> None:
        self._replies = replies
        self._channel = channel
        self._finished: list[tuple[Lookup, Raw]] = []
        self._published_at = time.monotonic()
        self._lost: RepliesLost | None = None

    def add(self, lookup: Lookup, reply: Raw) -> None:
        """Add the reply to `lookup`, and publish if 10 ms have passed."""
        self._finished.append((lookup, reply))
        if time.monotonic() - self._published_at >= PUBLISH_EVERY_S:
            self.publish()

    def publish(self) -> None:
        """Publish the finished replies; `close` raises the error, because this may interrupt a lookup."""
        finished, self._finished = self._finished, []
        if finished:
            try:
                self._replies.publish(self._channel, finished)
            except RepliesLost as lost:
                self._lost = lost
        self._published_at = time.monotonic()

    def close(self) -> None:
        """Publish the rest; raises RepliesLost if Redis did not take some of the batch's replies."""
        self.publish()
        if self._lost is not None:
            raise self._lost
