"""How often one connection may ask: a token bucket each."""

from __future__ import annotations

from msgspec import Struct

from shared.errors import RateLimited

BURST_SECONDS = 2.0  # a bucket holds what refills in two seconds: "50 a second with a burst of 100"


class _Bucket(Struct):
    tokens: float
    filled_at: float


class RateLimit:
    """At most `rate` lookups a second for each connection, with a burst of twice that; 0 turns it off."""

    def __init__(self, rate: float, what: str = "lookups") -> None:
        self._rate = rate
        self._what = what
        self._burst = max(1.0, rate * BURST_SECONDS)
        self._buckets: dict[str, _Bucket] = {}

    def check(self, sid: str, now: float) -> None:
        """Take one token of `sid`; raises RateLimited, with the time to wait, when there is none."""
        if not self._rate:
            return
        bucket = self._buckets.get(sid)
        if bucket is None:
            bucket = self._buckets[sid] = _Bucket(self._burst, now)
        tokens = min(self._burst, bucket.tokens + (now - bucket.filled_at) * self._rate)
        bucket.filled_at = now
        if tokens < 1.0:
            bucket.tokens = tokens
            wait = (1.0 - tokens) / self._rate
            error = RateLimited(
                f"At most {self._rate:g} {self._what} a second for one connection. Try again in {wait:.2f} s."
            )
            error.retry_after = round(wait, 3)
            raise error
        bucket.tokens = tokens - 1.0

    def forget(self, sid: str) -> None:
        """Drop the bucket of a connection that is gone."""
        self._buckets.pop(sid, None)
