"""Gives freed memory back to the system. The C library keeps it, so that one flood would fill a container."""

from __future__ import annotations

import ctypes
import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

CHECK_S: Final = 3.0
# More than at the start. Less is not worth the time, which is about a millisecond for 2 MB.
WORTH_BYTES: Final = 16_000_000

_STATM: Final = Path("/proc/self/statm")


def give_back_forever(
    sleep: Callable[[float], object], trim: Callable[[], object], resident: Callable[[], int]
) -> None:
    """Call `trim` every few seconds, as long as the `resident` memory is much larger than at its smallest."""
    smallest = resident()
    while True:
        sleep(CHECK_S)
        if resident() - smallest > WORTH_BYTES:
            trim()
        smallest = min(smallest, resident())


def trimmer() -> Callable[[], object] | None:
    """Return the function that gives memory back, None where the C library has none (only GNU's has)."""
    try:
        return partial(ctypes.CDLL(None).malloc_trim, 0)
    except AttributeError:
        return None


def resident_bytes() -> int:
    """Return the bytes of memory that this process takes, on Linux."""
    return int(_STATM.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
