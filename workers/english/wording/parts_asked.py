"""Whether a word is all the parts of speech that a question names: "a verb as well as a noun"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from workers.commands.word_facts.little_words import other_kinds
from workers.english.wording.sentences import if_any, sentence
from workers.english.wording.which_one import ASKS_POS, PARTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.messages import Said

_OTHERS: Final = ("preposition", "conjunction", "interjection", "pronoun", "determiner", "article")
_PART: Final = re.compile(rf"\b({'|'.join([*PARTS, *_OTHERS, 'exclamation'])})s?\b", re.IGNORECASE)
_ASKS_YES: Final = re.compile(
    r"(?:^|[,.:;?!] )(?:(?:so|and|but|hey|hi|ok),? )*"
    r"(?:is|are|was|can|could|does|do|may|should|would)(?:n't)?\b",
    re.IGNORECASE,
)
_ONLY: Final = re.compile(
    rf"\b(?:only|just|merely|purely|nothing but) (?:\w+ ){{0,2}}?{_PART.pattern}", re.IGNORECASE
)


def asks_parts(command: str, text: str) -> bool:
    """Whether a question is for several parts of speech, or whether a word is only one: not for that one."""
    if command == "pos":
        return len(_named(text)) > 1 or _asks_only(text)
    return command == "difference" and ASKS_POS.search(text) is not None


def _named(text: str) -> list[str]:
    found = (part.lower().replace("exclamation", "interjection") for part in _PART.findall(text))
    return list(dict.fromkeys(found))


def _asks_only(text: str) -> bool:
    return _ONLY.search(text) is not None and " or " not in text


def on_parts(word: str, found: Sequence[str], line: str) -> list[Said]:
    """Return whether a word is the parts of speech that a line names, and its others by our own notes.

    If the line names a single one that WordNet has, the answer itself says yes or no.
    """
    own = other_kinds(word)
    kinds = {each.split()[-1] for each in own}
    named = _named(line)
    parts = {part for part, pos in PARTS.items() if pos in "".join(found).replace("s", "a")}
    asked_own = kinds & set(named)
    also = if_any("verdict.also_part", word=word, kinds=own) if asked_own or not named else []
    if not _ASKS_YES.search(line) or " or " in line:
        return also
    if _asks_only(line):
        return [sentence("verdict.is_only" if {named[-1]} == parts | kinds else "verdict.not_only"), *also]
    lacking = [part for part in named if part not in parts | kinds]
    if unknown := [part for part in lacking if part in _OTHERS]:
        return [sentence("verdict.part_unknown", asked=unknown), *also]
    if not named[1:] and not asked_own:
        return also
    return [sentence("verdict.lacks_part", part=lacking) if lacking else sentence("verdict.is_so"), *also]
