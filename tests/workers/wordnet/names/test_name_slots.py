"""Names are found by their hash, also when several share a slot."""

from __future__ import annotations

from array import array
from itertools import accumulate

from workers.wordnet.names.name_slots import find, name_slots

NAMES = [f"word {number}".encode() for number in range(60)]


def test_every_name_is_found_and_no_other() -> None:
    text = memoryview(b"".join(name + b"\n" for name in NAMES))
    starts = array("I", accumulate((len(name) + 1 for name in NAMES), initial=0))
    slots = name_slots(NAMES, 6)  # 64 slots, so most names share one

    assert [find(name, slots, text, starts) for name in NAMES] == list(range(60))
    assert find(b"word 60", slots, text, starts) is None
    assert find(b"", slots, text, starts) is None
