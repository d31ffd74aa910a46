"""The version of Wordwire, and the commit that this code was built from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from shared.settings import Settings

VERSION: Final = "0.1.0"


def build_of(settings: Settings) -> dict[str, str]:
    """Return the version and the commit, for logs, metrics and /status.json."""
    return {"version": VERSION, "commit": settings.wordwire_commit}
