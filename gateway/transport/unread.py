"""The bytes that the gateway holds for slow clients: a bound for each client, and one for all together.

They are those that clients leave unread, and those of requests and messages whose rest has not come.
"""

from __future__ import annotations

import logging
import os
from collections import OrderedDict
from pathlib import Path
from typing import Final, Protocol

log = logging.getLogger(__name__)

# Of the memory that the process may use, for unread bytes; half of it for unfinished messages. The rest is
# for 10,000 connections (8 KB each) and for what the system holds for them (64 KB each at most, see
# SOCKET_BUFFER_BYTES in listener.py).
SHARE_OF_MEMORY: Final = 8
# The system's own buffer of a client that reads nothing; its bytes count, too.
SYSTEM_BUFFER_BYTES: Final = 65_536
# Fewer bytes of an unfinished message do not count: most messages of honest clients are shorter.
COUNTED_FROM: Final = 4096

CONTROL_GROUP_LIMITS: Final = (
    Path("/sys/fs/cgroup/memory.max"),  # version 2
    Path("/sys/fs/cgroup/memory/memory.limit_in_bytes"),  # version 1
)


class Holder(Protocol):
    """Holds unread or unfinished bytes of one client."""

    def give_up(self, unread: int) -> None:
        """Drop the bytes at once, and close the client's connection."""


class UnreadBytes:
    """Counts the unread bytes of every client, and gives up those who read least recently.

    A client that reads fast enough never gets here: its bytes go straight to the system. Another one of these
    counts the bytes of unfinished messages, and gives up those that began least recently.
    """

    def __init__(self, max_each: int, max_total: int) -> None:
        """Bound one client's bytes by `max_each`, and their sum by `max_total` (0: a share of the memory)."""
        self.max_each = max_each
        self.max_total = max_total or usable_memory() // SHARE_OF_MEMORY
        self.total = 0
        self._held: OrderedDict[Holder, int] = OrderedDict()  # the one who has not read for longest first

    def grew(self, holder: Holder, unread: int) -> None:
        """Note that `holder` holds `unread` bytes now, more than before."""
        if unread > self.max_each:
            self._give_up(holder, unread)
            return
        held = unread + SYSTEM_BUFFER_BYTES
        self.total += held - self._held.get(holder, 0)
        self._held[holder] = held
        while self.total > self.max_total:
            oldest, held = next(iter(self._held.items()))
            self._give_up(oldest, held - SYSTEM_BUFFER_BYTES)

    def shrank(self, holder: Holder, unread: int) -> None:
        """Note that the client of `holder` has read some bytes, and left `unread`."""
        if holder in self._held:
            self.forget(holder)
            if unread:
                self._held[holder] = unread + SYSTEM_BUFFER_BYTES
                self.total += unread + SYSTEM_BUFFER_BYTES

    def forget(self, holder: Holder) -> None:
        """Note that `holder` holds nothing any longer."""
        self.total -= self._held.pop(holder, 0)

    def _give_up(self, holder: Holder, unread: int) -> None:
        self.forget(holder)
        holder.give_up(unread)


def usable_memory() -> int:
    """Return the bytes of memory that this process may use: its container's, or the machine's."""
    machine = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    for path in CONTROL_GROUP_LIMITS:
        try:
            return min(machine, int(path.read_text()))
        except (OSError, ValueError):  # no such file, or "max"
            continue
    return machine
