"""Whether "a" or "an" stands before a word, which its sound tells: "a hour or an hour?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from workers.english.pieces import plain
from workers.english.term_finder import as_typed
from workers.english.understood import Understood
from workers.english.wording.sentences import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.messages import Said

_WORD: Final = r"[\"“']?(?P<{}>[\w.'-]*\w)"
# "A or an before hour", "an hour ago or a hour ago", not "a fish or an animal".
_NONE: Final = r"(?!(?:or|before|in|with|when|here|and)\b)"
_CHOICE: Final = re.compile(
    rf"\b(?P<first>an?)\b[\"”']?(?: {_NONE}{_WORD.format('one')}\b[^,;:?!]*?)?,? (?:or|vs\.?|versus) "
    r"(?:(?:is|it|should|be|do|you|say|write|rather) )*"
    rf"[\"“']?(?P<second>an?)\b[\"”']?(?: {_NONE}{_WORD.format('other')})?",
    re.IGNORECASE,
)
_BESIDE: Final = re.compile(
    rf"\b(?:before|in front of|with|does|do) (?:the )?(?:(?:word|noun|letters) )?{_WORD.format('word')}",
    re.IGNORECASE,
)
_NO_WORDS: Final = frozenset(["i", "you", "we", "one", "it", "a", "an"])


def article_asked(text: str) -> Understood | None:
    """Return the question for the sound of a word of which `text` asks whether it takes "a" or "an"."""
    word = _word_in(text)
    return Understood("pronunciation", as_typed(word)) if word else None


def on_article(word: str, found: Sequence[dict[str, Any]], text: str) -> list[Said]:
    """Return "a" or "an" before a word, by its pronunciations, as a list of one, if that is asked."""
    if not _word_in(text):
        return []
    articles = {"an" if each["arpabet"][0] in "AEIOU" else "a": None for each in found}
    phrases = [f"{article} {word}" for article in articles]
    kinds = ["vowel" if article == "an" else "consonant" for article in articles]
    return [sentence("verdict.article", phrases=phrases, word=word, kinds=kinds)]


def _word_in(text: str) -> str:
    line = plain(text)
    choice = _CHOICE.search(line)
    if not choice or choice["first"].lower() == choice["second"].lower():
        return ""
    one, other = choice["one"] or "", choice["other"] or ""
    if one and other and one.lower() != other.lower():
        return ""
    beside = (match["word"] for match in _BESIDE.finditer(line))
    return one or other or next((word for word in beside if word.lower() not in _NO_WORDS), "")
