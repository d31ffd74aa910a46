"""One form of URL for a Redis that Sentinels watch, and what each library makes of it.

    redis+sentinel://[USER:PASSWORD@]HOST:PORT[,HOST:PORT ...]/DATABASE/NAME

python-socketio understands this form; kombu has one of its own, and wants the name apart.
"""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct

SCHEME: Final = "redis+sentinel"
FORM: Final = f"{SCHEME}://USER:PASSWORD@HOST:PORT,HOST:PORT/DATABASE/NAME"

# The two libraries disagree on whether %-escapes in a password are undone, so there may be none.
_FORM = re.compile(
    r"redis\+sentinel://"
    r"(?:(?P<credentials>[A-Za-z0-9._~-]*:[A-Za-z0-9._~-]+)@)?"
    r"(?P<hosts>[A-Za-z0-9._-]+:[0-9]+(?:,[A-Za-z0-9._-]+:[0-9]+)*)"
    r"/(?P<database>[0-9]+)/(?P<name>[A-Za-z0-9._-]+)"
)


class SentinelUrl(Struct, frozen=True):
    """Who knows where the Redis called `name` is. The credentials are the Redis's, not the Sentinels'."""

    hosts: list[str]
    database: int
    name: str
    credentials: str = ""

    def for_kombu(self) -> str:
        """Return the broker URL in kombu's form: each Sentinel with all that a connection needs."""
        at = f"{self.credentials}@" if self.credentials else ""
        return ";".join(f"sentinel://{at}{host}/{self.database}" for host in self.hosts)


def is_sentinel(url: str) -> bool:
    """Return whether `url` names Sentinels, well formed or not."""
    return url.startswith(f"{SCHEME}://")


def parse_sentinel(url: str) -> SentinelUrl:
    """Return the parts of a URL that names Sentinels; raises ValueError when it is not of the one form."""
    found = _FORM.fullmatch(url)
    if found is None:
        raise ValueError(f"not of the form {FORM}")
    return SentinelUrl(
        found["hosts"].split(","), int(found["database"]), found["name"], found["credentials"] or ""
    )
