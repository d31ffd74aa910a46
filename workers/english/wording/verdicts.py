"""The short answer before the whole one: yes or no to "are they the same?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from workers.english.wording.sentences import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from shared.messages import Said
    from workers.english.understood import Understood

_SAME: Final = re.compile(
    r"\b(?:same|synonym\w*|interchang\w*|equivalent|identical|use (?:both|either|them))\b", re.IGNORECASE
)
_OPPOSITE: Final = re.compile(r"\b(?:opposites?|antonyms?)\b", re.IGNORECASE)


def verdict(understood: Understood, found: Sequence[Any], text: str) -> list[Said]:
    """Return the short answer to the question `text` as a list of one, or none if it asks for no such."""
    shortly = _VERDICTS.get(understood.command)
    key = shortly(found, _around(understood, text)) if shortly and found else ""
    return [sentence(f"verdict.{key}")] if key else []


def asks_if_same(text: str) -> bool:
    """Whether a question about two words is whether they mean the same, or the opposite."""
    return bool(_SAME.search(text) or _OPPOSITE.search(text))


def _around(understood: Understood, text: str) -> str:
    """Return the text without its terms: "the difference between opposite and contrary"."""
    for term in (understood.term, understood.term2):
        if term:
            text = text.replace(term.typed or term.shown, "")
    return text


def _difference(found: Sequence[Any], text: str) -> str:
    relations = {each["relation"]: each for each in found[0]["relations"]}
    if _OPPOSITE.search(text):
        return "yes" if "opposites" in relations else "no"
    if not _SAME.search(text):
        return ""
    same = relations.get("same_meaning")
    if same and "rare" not in same:
        firsts = [sense["definition"] for word in found[0]["words"] for sense in word["senses"][:1]]
        return "yes" if firsts[1:] == firsts[:1] else "partly"
    if "variants" in relations:
        return "yes"
    return "nearly" if {"similar", "kind_of"} & relations.keys() else "rarely" if same else "no"


_VERDICTS: Final[dict[str, Callable[[Sequence[Any], str], str]]] = {"difference": _difference}
