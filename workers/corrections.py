"""Where a sentence takes itself back: "adverb… no wait, noun", "synonyms, I mean antonyms, of hot"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from workers.sentences import Sentence, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator

# These take back what stands before them wherever they are …
_PHRASES: Final = (
    "no wait|wait no|no sorry|sorry no|no i mean|i mean|i do mean|scratch that|make that|or rather|oh wait"
    "|hang on|hold on|no no|i mean to say|sorry i mean|wait i mean|actually no|no actually|oops i mean"
    "|no make that"
)
# … and these only after a break: they are words that can be asked about, too.
_WORDS: Final = "no|sorry|wait|actually|rather|oops|correction|nope"

_CORRECTION: Final = re.compile(rf"(?:^|(?<= ))(?:(?:\| )?(?:{_PHRASES}) (?:\| )?|\| (?:{_WORDS}) (?:\| )?)+")


def split_at_correction(sentence: Sentence) -> tuple[Sentence, Sentence] | None:
    """Return what stands before the sentence's last correction and what after it; None if there is none."""
    last = _last(_CORRECTION.finditer(sentence.canonical))
    if last is None:
        return None
    before = sentence.tokens[: sentence.index_at(last.start())]
    after = sentence.tokens[sentence.index_at(last.end()) :]
    return Sentence(trimmed(before)), Sentence(trimmed(after))


def _last(matches: Iterator[re.Match[str]]) -> re.Match[str] | None:
    last = None
    for match in matches:
        last = match
    return last
