"""Freed memory goes back to the system once much has gathered."""

from __future__ import annotations

import sys
from collections.abc import Iterable

import pytest

from gateway.transport.memory import WORTH_BYTES, give_back_forever, resident_bytes, trimmer


class Stopped(Exception):
    """Ends the loop."""


def trims(sizes: Iterable[int]) -> list[int]:
    """Return the sizes of the process at which the loop gave memory back."""
    measured = iter(sizes)
    current, seen = 0, []

    def resident() -> int:
        return current

    def sleep(_seconds: float) -> None:
        nonlocal current
        try:
            current = next(measured)
        except StopIteration:
            raise Stopped from None

    with pytest.raises(Stopped):
        give_back_forever(sleep, lambda: seen.append(current), resident)
    return seen


def test_memory_goes_back_while_the_process_is_much_larger_than_at_its_smallest() -> None:
    assert trims([0, WORTH_BYTES, WORTH_BYTES + 1, 2 * WORTH_BYTES, 1]) == [WORTH_BYTES + 1, 2 * WORTH_BYTES]


@pytest.mark.skipif(sys.platform != "linux", reason="other C libraries have no such function")
def test_the_c_library_gives_back_what_was_freed() -> None:
    trim = trimmer()
    assert trim is not None
    small = [bytes(60_000) for _ in range(1_000)]
    kept = small[::50]  # so that the library can't shrink its heap
    full = resident_bytes()
    del small
    trim()

    assert resident_bytes() < full - 40_000_000
    assert kept
