"""One form of URL for a Redis behind Sentinels, and its translation for each library.

    redis+sentinel://[USER:PASSWORD@]HOST:PORT[,HOST:PORT ...]/DATABASE/NAME

python-socketio understands this form. kombu needs one URL per Sentinel, and the name as an option.
"""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct

SCHEME: Final = "redis+sentinel"
FORM: Final = f"{SCHEME}://USER:PASSWORD@HOST:PORT,HOST:PORT/DATABASE/NAME"

# No %-escapes in a password, because only one of the two libraries decodes them.
_FORM = re.compile(
    r"redis\+sentinel://"
    r"(?:(?P<credentials>[A-Za-z0-9._~-]*:[A-Za-z0-9._~-]+)@)?"
    r"(?P<hosts>[A-Za-z0-9._-]+:[0-9]+(?:,[A-Za-z0-9._-]+:[0-9]+)*)"
    r"/(?P<database>[0-9]+)/(?P<name>[A-Za-z0-9._-]+)"
)


class SentinelUrl(Struct, frozen=True):
    """The Sentinels that watch the Redis `name`. The credentials are the Redis's, not the Sentinels'."""

    hosts: list[str]
    database: int
    name: str
    credentials: str = ""

    def for_kombu(self) -> str:
        """Return the broker URL in kombu's form: one complete URL per Sentinel."""
        at = f"{self.credentials}@" if self.credentials else ""
        return ";".join(f"sentinel://{at}{host}/{self.database}" for host in self.hosts)


def is_sentinel(url: str) -> bool:
    """Return whether `url` is for Sentinels, even if it is malformed."""
    return url.startswith(f"{SCHEME}://")


def parse_sentinel(url: str) -> SentinelUrl:
    """Return the parts of a Sentinel URL; raises ValueError if it does not have the form above."""
    found = _FORM.fullmatch(url)
    if found is None:
        raise ValueError(f"not of the form {FORM}")
    return SentinelUrl(
        found["hosts"].split(","), int(found["database"]), found["name"], found["credentials"] or ""
    )
