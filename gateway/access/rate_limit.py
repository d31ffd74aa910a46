"""Limits rates with token buckets, which belong to a client rather than to one of its namespaces."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from gateway.access.bucket import BURST_SECONDS, full_bucket
from shared.errors import RateLimited

if TYPE_CHECKING:
    from gateway.access.allowances import Allowance
    from gateway.access.bucket import Bucket


class RateLimit:
    """Allows each client `rate` uses a second, with a burst of twice that; 0 turns the limit off."""

    def __init__(
        self,
        rate: float,
        unit: str = "lookups",
        burst_seconds: float = BURST_SECONDS,
        *,
        ends_with_connection: bool = False,
    ) -> None:
        self._rate = rate
        self._ends_with_connection = ends_with_connection
        self._unit = unit
        self._burst_seconds = burst_seconds

    def check(self, allowance: Allowance, now: float) -> None:
        """Use the allowance once; raise RateLimited, with the time to wait, if nothing of it is left."""
        if self._rate:
            bucket = self._bucket(allowance, now)
            if not bucket.take(now):
                raise self._refusal(bucket, "one connection")

    def allows(self, allowance: Allowance, now: float) -> bool:
        """Use the allowance once, and return whether something of it was left."""
        return not self._rate or self._bucket(allowance, now).take(now)

    def _bucket(self, allowance: Allowance, now: float) -> Bucket:
        buckets = allowance.of_connection if self._ends_with_connection else allowance.buckets
        bucket = buckets.get(self._unit)
        if bucket is None:
            bucket = buckets[self._unit] = full_bucket(self._rate, now, self._burst_seconds)
        return bucket

    def _refusal(self, bucket: Bucket, whose: str) -> RateLimited:
        wait = ceil(bucket.seconds_left() * 100) / 100  # rounded up: who waits that long finds a token
        error = RateLimited(
            f"At most {bucket.rate:g} {self._unit} a second for {whose}. Try again in {wait:.2f} s."
        )
        error.retry_after = wait
        return error


class LookupRate(RateLimit):
    """The rate of a client's lookups, which also counts for its address and for its token.

    Many honest people may share an address, behind a proxy or a router. So while the address asks too much,
    each connection still has half of its rate.
    """

    def check(self, allowance: Allowance, now: float) -> None:
        """Use the allowance once; raise RateLimited, with the time to wait, if nothing of it is left."""
        if not self._rate:
            return
        own = self._bucket(allowance, now)
        if not own.take(now):
            raise self._refusal(own, "one connection")
        for whose, shared in (("one address", allowance.of_address), ("one token", allowance.of_token)):
            if shared is not None and not shared.take(now) and not self._minimum(allowance, now).take(now):
                own.tokens += 1.0
                raise self._refusal(shared, whose)

    def _minimum(self, allowance: Allowance, now: float) -> Bucket:
        bucket = allowance.buckets.get("minimum")
        if bucket is None:
            bucket = allowance.buckets["minimum"] = full_bucket(self._rate / 2, now)
        return bucket
