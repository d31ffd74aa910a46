"""A batch of lookups → answers → replies."""

from __future__ import annotations

import logging
import signal
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import msgspec

from shared.errors import LookupTimeout, WordwireError, wire_code_and_message
from shared.messages import Lookup, Reply, decode_batch, failed
from workers.commands import answer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.lexicon import Lexicon
    from workers.replies import ReplyPublisher

log = logging.getLogger(__name__)

PUBLISH_EVERY_S = 0.010  # what is finished does not wait for a dear lookup behind it


class TimeIsUp(BaseException):
    """Raised amid a lookup that takes too long; no lookup's own `except Exception` may catch it."""


class BatchRunner:
    """What the task does, with what it needs."""

    def __init__(self, lexicon: Lexicon, replies: ReplyPublisher, time_limit_s: float) -> None:
        self._lexicon = lexicon
        self._replies = replies
        self._time_limit_s = time_limit_s

    def run(self, fields: Any) -> None:
        """Answer the lookups of one task, each by itself: one that fails does not touch the others."""
        try:
            batch = decode_batch(fields)
        except msgspec.ValidationError as error:
            log.warning("dropped a malformed task", extra={"reason": str(error)})
            return
        if time.time() > batch.expires_at:
            log.warning("dropped lookups that nobody waits for", extra={"count": len(batch.lookups)})
            return
        finished: list[tuple[Lookup, Reply]] = []
        published_at = time.monotonic()
        for lookup in batch.lookups:
            finished.append((lookup, self.answer(lookup)))
            if time.monotonic() - published_at >= PUBLISH_EVERY_S:
                self._replies.publish(batch.channel, finished)
                finished = []
                published_at = time.monotonic()
        if finished:
            self._replies.publish(batch.channel, finished)

    def answer(self, lookup: Lookup) -> Reply:
        """Return the reply to one lookup: the answer, or the error that came of it."""
        try:
            with _time_limit(self._time_limit_s):
                return answer(self._lexicon, lookup)
        except TimeIsUp:
            log.warning("a lookup took too long", extra={"key": lookup.key, "command": lookup.command})
            error: Exception = LookupTimeout("This lookup takes longer than it may.")
        except WordwireError as refused:
            error = refused
        except Exception as unforeseen:  # a batch is not a fate
            log.exception("a lookup failed", extra={"key": lookup.key, "command": lookup.command})
            error = unforeseen
        code, message = wire_code_and_message(error)
        reply = failed(lookup.command, lookup.word, code, message)
        reply.key = lookup.key
        return reply


@contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    """Raise TimeIsUp in the block after `seconds`. For the main thread of a process, as a pool's is."""
    signal.signal(signal.SIGALRM, _raise_time_is_up)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _raise_time_is_up(*_signal: object) -> None:
    raise TimeIsUp
