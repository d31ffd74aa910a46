"""A bucket of tokens, which limits the rate of uses or of bytes.

Pure: no I/O, and the caller passes the time in seconds.
"""

from __future__ import annotations

from msgspec import Struct

BURST_SECONDS = 2.0  # a bucket holds two seconds' tokens: "50 a second with a burst of 100"


class Bucket(Struct, weakref=True):
    """Tokens that refill at `rate` a second, up to `burst`; fewer than zero if it is overdrawn."""

    rate: float
    burst: float
    tokens: float
    filled_at: float

    def left(self, now: float) -> float:
        """Refill it, and return the tokens in it."""
        self.tokens = min(self.burst, self.tokens + (now - self.filled_at) * self.rate)
        self.filled_at = now
        return self.tokens

    def take(self, now: float) -> bool:
        """Take a token, and return whether there was one."""
        if self.left(now) < 1.0:
            return False
        self.tokens -= 1.0
        return True

    def use(self, number: float, now: float) -> None:
        """Take `number` tokens, even if there are fewer; a negative number gives some back."""
        self.tokens = min(self.burst, self.left(now) - number)

    def seconds_left(self) -> float:
        """Return the time until there is a token, just after `take` found none."""
        return (1.0 - self.tokens) / self.rate

    def is_full(self, now: float) -> bool:
        """Return whether it has refilled completely."""
        return self.tokens + (now - self.filled_at) * self.rate >= self.burst


def full_bucket(rate: float, now: float, burst_seconds: float = BURST_SECONDS) -> Bucket:
    """Return a full bucket, which holds at least one token."""
    burst = max(1.0, rate * burst_seconds)
    return Bucket(rate, burst, burst, now)
