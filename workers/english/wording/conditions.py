"""The wording of conditions on an answer: kept words, removed words, and conditions that no rule reads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from shared.messages import Said
from workers.commands.conditions.fields import MOST
from workers.commands.word_facts.marks.asked_labels import HIGH, labels_for, unfit_for
from workers.english.wording.sentences import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.messages import Count, Where

_FEW_LABELS: Final = 2
_IN_ORDER: Final = re.compile(r"[a-z](?:\*[a-z])+").fullmatch
_REPEATED: Final = re.compile(r"([a-z])(?:\*\1)+").fullmatch  # o*o


def described(where: Where) -> str:
    """Return the conditions as the end of a phrase that begins with "words".

    >>> from shared.messages import Where
    >>> described(Where(starts="l", letters=5)), described(Where(without="_", common=True))
    ('of 5 letters that start with l', 'without a space that are common')
    """
    without = [letter for letter in where.without or "" if letter.isalpha()]
    phrases = _said(
        letters=where.letters and _amount(where.letters, "where.letter_count"),
        syllables=where.syllables and _amount(where.syllables, "where.syllable_count"),
        pattern=[] if (where.pattern or "!").startswith("!") else (where.pattern or "").split(","),
        without=[*without, "a space"] if "_" in (where.without or "") else without,
    )
    parts = [where.contains] if isinstance(where.contains, str) else where.contains or ()
    inside = [part for part in parts if part.startswith("?")]
    labels = _labels(where.about or "")
    claims = [
        *_edge("starts", where.starts or ""),
        *_edge("ends", where.ends or ""),
        *_said(
            contains=[say("where.either", parts=_shown(part)) for part in parts if part[0] not in "!?"],
            inside=[say("where.either", parts=part.replace("?", "").split(",")) for part in inside],
            not_contains=[shown for part in parts if part.startswith("!") for shown in _shown(part)],
            is_not=_shown(where.pattern or "") if (where.pattern or "").startswith("!") else (),
            rhymes_with=where.rhymes_with,
            silent=where.silent,
            **{where.shape or "": where.shape},
            pos=where.pos,
            common=where.common,
            rare=where.common is False,
            marked=() if unfit_for(where.about or "") else labels,
            **{
                "plain" if unfit_for(where.about or "") == HIGH else "fit": sorted(
                    unfit_for(where.about or "")
                )
            },
            about=() if labels else where.about,
        ),
    ]
    return " ".join([*phrases, say("where.that", claims=claims)] if claims else phrases)


def _labels(about: str) -> list[str]:
    """Return the labels of the kind of usage that is asked for, or its own name if it has many: rude."""
    labels = sorted(labels_for(about))
    return [about] if len(labels) > _FEW_LABELS or "child's" in labels else labels


def _said(**values: Any) -> list[str]:
    return [say(f"where.{name}", **{name: value}) for name, value in values.items() if value]


def _edge(side: str, letters: str) -> list[str]:
    """Return "start with st", or "have o as letter 2" for single letters behind others from that edge."""
    each, key = letters.removeprefix("!").split(","), "not_" * letters.startswith("!")
    singles, places = [part.strip("?") for part in each], {len(part) for part in each}
    is_placed = all(len(part) == 1 for part in singles) and len(places) == 1 and places != {1}
    if is_placed and all((part[0] == "?") == (side == "starts") for part in each):
        return [say(f"where.{key}letter_{side}", letters=singles, place=places.pop())]
    return _said(**{f"{key}{side}": _shown(letters) if letters else ()})


def _shown(letters: str) -> list[str]:
    """Return letters with their alternatives, those with wildcards in quotes."""
    return [_shown_part(part) for part in letters.removeprefix("!").split(",")]


def _shown_part(part: str) -> str:
    if _REPEATED(part):
        return say("where.times", letter=part[0], count=(len(part) + 1) // 2)
    if _IN_ORDER(part):
        return say("where.in_order", letters=part.split("*"))
    if "?" in part or "*" in part:
        return f"“{part}”"
    return "a space" if part == "_" else part


def _amount(wanted: Count, noun: str) -> str:
    low, high = (wanted, wanted) if isinstance(wanted, int) else wanted
    if low == high:
        return say(noun, count=low)
    if high >= MOST:
        return say("where.at_least", count=say(noun, count=low))
    return say("where.range" if low > 1 else "where.at_most", low=low, count=say(noun, count=high))


def narrowed(
    text: str, where: Where | None, found: Sequence[str], removed: Sequence[str] | None
) -> list[Said]:
    """Return the sentence of an answer, with those on the words that its conditions kept and left out.

    Words that are only close in meaning have no such sentence; then the conditions follow in any case.
    """
    answer = [Said("answer", text=text)] if text else []
    about = (where and where.about) or ""
    labels = _labels(about)
    if where is None or not (removed or (found and (labels or not text))):
        return answer
    conditions = described(where)
    if not found:
        key = "unmarked" if labels and not unfit_for(about) else "nothing_left"
        text = say(f"where.{key}", conditions=conditions, marked=labels, removed=removed)
        return [Said("answer", text=text)]
    only = Said("where", text=say("where.only", conditions=conditions))
    if where.about or where.rhymes_with or not removed:  # it leaves out most of them, or none
        return [*answer, only]
    return [*answer, only, Said("removed", text=say("where.left_out", removed=removed))]
