"""Hash tables from names to their numbers, as arrays: crc32 of a name → its number + 1, with linear probing.

A slot of 0 is free. About half of the slots are, so a search takes 1.5 probes on average.
"""

from __future__ import annotations

import zlib
from array import array
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def name_slots(names: Iterable[bytes], bits: int) -> array[int]:
    """Return a table of 2 to the power of `bits` slots for these names, numbered in their order."""
    slots = array("I", bytes(4 << bits))
    mask = len(slots) - 1
    for number, name in enumerate(names, 1):
        slot = zlib.crc32(name) & mask
        while slots[slot]:
            slot = (slot + 1) & mask
        slots[slot] = number
    return slots


def find(name: bytes, slots: Sequence[int], names: memoryview, names_at: Sequence[int]) -> int | None:
    """Return the number of `name` among names with a line feed after each, or None."""
    mask = len(slots) - 1
    slot = zlib.crc32(name) & mask
    while number := slots[slot]:
        if names[names_at[number - 1] : names_at[number] - 1] == name:
            return number - 1
        slot = (slot + 1) & mask
    return None
