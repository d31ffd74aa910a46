"""The fields of a Where, as the rules read them one after the other."""

from __future__ import annotations

from typing import Any, Final

from shared.messages import Where

MOST: Final = 100  # letters or syllables that a condition can name


class Fields:
    """The fields that were read so far. `length` is that of the term, for "a shorter word"."""

    def __init__(self, length: int = 0) -> None:
        self.length = length
        self._found: dict[str, Any] = {}
        self._middle = ""

    def put(self, field: str, value: object) -> bool:
        """Set a field; return False if it has another value already."""
        return bool(self._found.setdefault(field, value) == value)

    def begin(self, letters: str) -> bool:
        """Add letters at the start of the words; `?` is any letter. Return False if others are there."""
        return self._overlay("starts", letters)

    def end(self, letters: str) -> bool:
        """Add letters at the end of the words, as `begin` does."""
        return self._overlay("ends", letters)

    def _overlay(self, field: str, letters: str) -> bool:
        both = (self._found.get(field, ""), letters)
        size = max(map(len, both))
        one, two = (each.ljust(size, "?") if field == "starts" else each.rjust(size, "?") for each in both)
        fits = all("?" in (a, b) or a == b for a, b in zip(one, two, strict=True))
        if fits:
            self._found[field] = "".join(b if a == "?" else a for a, b in zip(one, two, strict=True))
        return fits

    def contain(self, *parts: str) -> bool:
        """Add parts of the words, each of letters in a row."""
        self._found["contains"] = (*self._found.get("contains", ()), *parts)
        return True

    def centre(self, letter: str) -> bool:
        """Add a letter in the middle of the words: the very middle if their length is known to be odd."""
        self._middle = letter
        return True

    def exclude(self, letters: str) -> bool:
        """Add letters that the words must not have."""
        self._found["without"] = "".join(dict.fromkeys(self._found.get("without", "") + letters))
        return True

    def between(self, field: str, low: int, high: int) -> bool:
        """Narrow the number of letters or syllables; return False if that leaves none."""
        before = self._found.get(field, (0, MOST))
        least, most = (before, before) if isinstance(before, int) else before
        low, high = max(least, low), min(most, high)
        if high > 0 and low <= high:
            self._found[field] = low if low == high else (low, high)
            return True
        return False

    def where(self) -> Where | None:
        """Return the conditions, None if there are none."""
        length = self._found.get("letters")
        if self._middle and isinstance(length, int) and length % 2:
            self.begin("?" * (length // 2) + self._middle)
        elif self._middle:
            self.contain(self._middle)
        return Where(**self._found) if self._found else None
