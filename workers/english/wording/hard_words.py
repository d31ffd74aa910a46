"""The hard words of a text as a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workers.english.wording.phrases import MOST_LISTED, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence


def explained(found: Sequence[dict[str, Any]]) -> str:
    """Return the first few hard words with their meanings, and the number of the others."""
    if not found:
        return "I see no hard word in this text."
    said = "; ".join(f"{quoted(entry['word'])}: {entry['definition']}" for entry in found[:MOST_LISTED])
    others = len(found) - MOST_LISTED
    return f"{said}; and {others} more." if others > 0 else f"{said}."
