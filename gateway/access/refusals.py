"""Counts refused messages, so that a client that goes on costs neither time nor log lines without limit."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from gateway.access.rate_limit import RateLimit

if TYPE_CHECKING:
    from gateway.access.allowances import Allowance

log = logging.getLogger(__name__)

# Refusals of a message that can never succeed. A person who types makes one now and then, a faulty client a
# few a second. Each costs 20 to 60 µs.
MISTAKES_PER_SECOND: Final = 20.0
MISTAKES_BURST_SECONDS: Final = 15.0
# Of namespaces. One costs 100 µs.
JOINS_PER_SECOND: Final = 50.0
JOINS_BURST_SECONDS: Final = 4.0
# Refusals that say "later". A client that sends thousands of lookups at once gets an answer to each.
PASSING: Final = frozenset({"busy", "rate_limited"})
PASSING_PER_SECOND: Final = 1000.0
PASSING_BURST_SECONDS: Final = 20.0


class Refusals:
    """Logs the first refused message of each connection, and decides which client to cut off."""

    def __init__(self, *, is_limited: bool) -> None:
        self._mistakes = RateLimit(is_limited * MISTAKES_PER_SECOND, "mistakes", MISTAKES_BURST_SECONDS)
        self._joins = RateLimit(is_limited * JOINS_PER_SECOND, "joins", JOINS_BURST_SECONDS)
        self._passing = RateLimit(
            is_limited * PASSING_PER_SECOND, "refusals", PASSING_BURST_SECONDS, ends_with_connection=True
        )

    def may_go_on(self, allowance: Allowance, code: str, reason: str, eio_sid: str, now: float) -> bool:
        """Count a refusal, and return whether the connection may stay."""
        is_mistake = code not in PASSING
        if is_mistake:
            allowance.refused += 1
            if allowance.refused == 1:
                log.info(
                    "refused a message", extra={"eio_sid": eio_sid, "code": code, "reason": reason[:200]}
                )
        limit = self._mistakes if is_mistake else self._passing
        return limit.allows(allowance, now) or _closing(eio_sid, "too many refused messages")

    def may_join(self, allowance: Allowance, eio_sid: str, now: float) -> bool:
        """Count a namespace that a client joins, and return whether the connection may stay."""
        return self._joins.allows(allowance, now) or _closing(eio_sid, "too many joins")

    def closed(self, allowance: Allowance, eio_sid: str) -> None:
        """Log how many messages of a closed connection were refused, if the first was not the only one."""
        if allowance.refused > 1:
            log.info("refused more messages", extra={"eio_sid": eio_sid, "count": allowance.refused - 1})
        allowance.refused = 0


def _closing(eio_sid: str, reason: str) -> bool:
    log.info("closing a connection", extra={"eio_sid": eio_sid, "reason": reason})
    return False
