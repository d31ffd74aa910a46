"""The notice that a load balancer gets before its gateway leaves."""

from __future__ import annotations

import math
import time
from typing import Final

# A balancer that checks more rarely is not waited for. That of docker-compose.yml checks every 0.5 s.
WATCHED_S: Final = 2.0


class Departure:
    """Whether the gateway is leaving, and whether a balancer must still hear of it.

    Until it does, it sends clients here; those of a gateway that has already ended wait for a timeout.
    """

    def __init__(self) -> None:
        self._checked_at = -math.inf
        self._has_begun = False

    def begin(self) -> None:
        """Give notice at the next check."""
        self._has_begun = True

    def check(self) -> bool:
        """Note the check of a balancer; return whether it should send new clients here."""
        self._checked_at = time.monotonic()
        return not self._has_begun

    def is_watched(self) -> bool:
        """Return whether a balancer has checked of late, so that another check will come."""
        return time.monotonic() - self._checked_at < WATCHED_S
