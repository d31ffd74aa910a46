"""What marks say of the meanings of a word, as parts of a sentence: "informal in the meaning “a friend”"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from workers.commands.word_facts.marks.own_marks import other_side
from workers.commands.word_facts.marks.usage_marks import REGIONS, TOPIC
from workers.english.wording.sentences import say

if TYPE_CHECKING:
    from collections.abc import Container

_MOST: Final = 3  # meanings with the same marks


def mark_claims(entry: dict[str, Any], *, is_own: bool, wanted: Container[str] | None = None) -> list[str]:
    """Return the claims of WordNet's marks, or of our own, on the meanings in the answer of `usage`.

    With labels that are `wanted`, only of these.
    """
    grouped: dict[tuple[tuple[str, ...], tuple[str, ...], str], list[str]] = {}
    for sense in entry["senses"]:
        marks = (mark for mark in sense["marks"] if mark["kind"] != TOPIC and ("own" in mark) == is_own)
        labels = tuple(mark["label"] for mark in marks if wanted is None or mark["label"] in wanted)
        is_of_country = is_own and (wanted is None or not REGIONS.isdisjoint(labels))
        others = tuple(sense.get("counterparts", ()) if is_of_country else ())
        side = other_side(mark["label"] for mark in sense["marks"])  # WordNet may have marked the country
        grouped.setdefault((labels, others, side), []).append(sense["definition"])
    return [
        say(
            "usage.claim",
            labels=labels,
            meanings=() if len(definitions) == entry["meanings"] else definitions[:_MOST],
            side=side,
            counterparts=others,
        )
        for (labels, others, side), definitions in grouped.items()
        if labels
    ]
