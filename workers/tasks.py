"""A batch of lookups → answers → replies."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Raw

from shared.errors import LookupTimeout, RepliesLost, WordwireError, wire_code_and_message
from shared.messages import Lookup, decode_batch, encode, failed
from workers.commands import encoded_answer
from workers.remembered import Remembered
from workers.time_limit import TimeIsUp, TimeLimit

if TYPE_CHECKING:
    from workers.lexicon import Lexicon
    from workers.replies import ReplyPublisher

log = logging.getLogger(__name__)

PUBLISH_EVERY_S = 0.010


class BatchRunner:
    """What the task does, with what it needs."""

    def __init__(self, lexicon: Lexicon, replies: ReplyPublisher, time_limit_s: float) -> None:
        self._lexicon = lexicon
        self._replies = replies
        self._time_limit_s = time_limit_s
        self._remembered = Remembered()

    def run(self, fields: Any = None, *_forged: Any, **_named: Any) -> None:
        """Answer the lookups of one task, each by itself: one that fails does not touch the others.

        Raises RepliesLost when Redis did not take some of the replies.
        """
        try:
            batch = decode_batch(fields)
        except msgspec.ValidationError as error:
            log.warning("dropped a malformed task", extra={"reason": str(error)})
            return
        if time.time() > batch.expires_at:
            log.warning("dropped lookups that nobody waits for", extra={"count": len(batch.lookups)})
            return
        outbox = Outbox(self._replies, batch.channel)
        time_limit = TimeLimit(self._time_limit_s, when_slow=outbox.publish)
        with time_limit.watching():
            for lookup in batch.lookups:
                outbox.add(lookup, self._answer(lookup, time_limit))
        outbox.close()

    def _answer(self, lookup: Lookup, time_limit: TimeLimit) -> Raw:
        """Return the reply to one lookup, encoded: the answer, or the error that came of it."""
        try:
            with time_limit:
                return encoded_answer(self._lexicon, lookup, self._remembered)
        except TimeIsUp:
            log.warning("a lookup took too long", extra={"key": lookup.key, "command": lookup.command})
            error: Exception = LookupTimeout("This lookup takes longer than it may.")
        except WordwireError as refused:
            error = refused
        except Exception as unforeseen:  # a batch is not a fate
            log.exception("a lookup failed", extra={"key": lookup.key, "command": lookup.command})
            error = unforeseen
        code, message = wire_code_and_message(error)
        return Raw(encode(failed(lookup.command, lookup.word, code, message)))


class Outbox:
    """The finished replies of a batch, published every 10 ms or so: a dear lookup holds none of them back."""

    def __init__(self, replies: ReplyPublisher, channel: str) -> None:
        self._replies = replies
        self._channel = channel
        self._finished: list[tuple[Lookup, Raw]] = []
        self._published_at = time.monotonic()
        self._lost: RepliesLost | None = None

    def add(self, lookup: Lookup, reply: Raw) -> None:
        """Take the reply to `lookup`, and publish if it is time to."""
        self._finished.append((lookup, reply))
        if time.monotonic() - self._published_at >= PUBLISH_EVERY_S:
            self.publish()

    def publish(self) -> None:
        """Publish what is finished. This may run amid a lookup, so `close` tells what Redis did not take."""
        finished, self._finished = self._finished, []
        if finished:
            try:
                self._replies.publish(self._channel, finished)
            except RepliesLost as lost:
                self._lost = lost
        self._published_at = time.monotonic()

    def close(self) -> None:
        """Publish the rest; raises RepliesLost when Redis did not take some of this batch's replies."""
        self.publish()
        if self._lost is not None:
            raise self._lost
