"""Marks of the meanings of a word become parts of a sentence, WordNet's apart from ours."""

from __future__ import annotations

from typing import Any

from workers.english.wording.marks.mark_claims import mark_claims

_INFORMAL = {"kind": "usage", "label": "informal"}
_BRITISH = {"kind": "region", "label": "British", "own": True}


def sense(number: int, *marks: dict[str, Any], **more: list[str]) -> dict[str, Any]:
    """Return a marked meaning in the answer of `usage`."""
    return {"sense": number, "definition": f"the {number}", "marks": list(marks), **more}


def test_claims_are_by_source_and_meaning() -> None:
    entry = {"meanings": 3, "senses": [sense(1, _INFORMAL, _BRITISH), sense(2, _BRITISH)]}

    assert mark_claims(entry, is_own=False) == ["informal in the meaning “the 1”"]
    assert mark_claims(entry, is_own=True) == ["British in the meanings “the 1” and “the 2”"]
    assert mark_claims(entry, is_own=True, wanted={"American"}) == []


def test_a_claim_on_all_meanings_names_none_but_the_other_word() -> None:
    entry = {"meanings": 1, "senses": [sense(1, _BRITISH, counterparts=["truck"])]}

    assert mark_claims(entry, is_own=True) == ["British (the American word is truck)"]


def test_a_topic_is_no_mark() -> None:
    entry = {"meanings": 1, "senses": [sense(1, {"kind": "topic", "label": "law"})]}

    assert mark_claims(entry, is_own=False) == []
