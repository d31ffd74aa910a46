"""A lookup and a reply callback for tests that need any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.messages import Lookup

if TYPE_CHECKING:
    from gateway.lookups.pending import PendingLookup
    from shared.messages import Reply


def lookup(key: str, sid: str = "sid") -> Lookup:
    """Return a lookup from the connection `sid`."""
    return Lookup("pos", "run", key=key, namespace="/", room=sid)


def ignore_reply(_entry: PendingLookup, _reply: Reply) -> None:
    """Take a reply and do nothing with it."""
