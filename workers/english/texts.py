# ruff: noqa: RUF001 (typographic quotes are meant)
"""Whole texts in questions: descriptions, texts whose hard words are asked for, unknown words and phrases."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import msgspec

from workers.english.talk import OF_CHATS
from workers.english.term_finder import AskedTerm
from workers.wordnet.correction.hangul import typed_keys
from workers.wordnet.names.spelled import spelled

if TYPE_CHECKING:
    from workers.english.reader import Reading
    from workers.english.term_finder import TermFinder

_QUOTES: Final = " \"'“”‘’«»"
_QUOTED: Final = re.compile(r"[\"“«](.+?)[\"”»]")
_AFTER_FRAME: Final = re.compile(r"[:?] ")  # "hard words in this: …", "hard words of this text? …"
_HARD_WORDS: Final = re.compile(r"\b(?:hard|difficult|rare|unknown|tricky) words\b", re.IGNORECASE)
# Korean for a thing, rather than small talk or a question about the last answer.
_KOREAN_WORD: Final = re.compile(
    "(?!안녕|하이|고마|고맙|감사|미안|도움|도와|네|예|응|아니|더$|다시|그|이거|저거|뭐|무슨|어떤|왜"
    "|뜻|의미|정의|동의|유의|비슷|반의|반대|발음|품사|어원|기본|원형|복수|과거|현재|철자|단어)[가-힣]{1,12}"
)
# A number, also as "what is 87" asks for it.
_ONE_NUMBER: Final = re.compile(r"(?:what(?:[’']?s| is) |define )?(\d[\d.,]*)", re.IGNORECASE)
# At least three letters with a vowel, and none thrice in a row: no "hjkl" and no "hmmm".
_ONE_WORD: Final = re.compile(
    r"(?:what[’']?s )?(?P<word>(?!.*(.)\2\2)(?=.*[aeiouy])[a-z](?:[a-z\d]|['-](?=[a-z\d])){2,})",
    re.IGNORECASE,
)


def described(reading: Reading) -> AskedTerm | None:
    """Return the description of a word as the term of the question: all of it, as it was typed."""
    span = reading.span("description")
    return AskedTerm(span.text, spelled(span.text.lower())) if span else None


def whole_text(reading: Reading, text: str) -> AskedTerm | None:
    """Return the text whose hard words are asked for: the quoted one, all behind the question, or a span.

    The model is trained on questions about single sentences, and sees parts of a text.
    """
    spans = [span for spans in reading.spans.values() for span in spans]
    if not spans:
        return None
    span = max(spans, key=lambda span: len(span.text))
    quoted = next((each[1] for each in _QUOTED.finditer(text) if each.start() < span.end <= each.end()), "")
    before, behind = (*_AFTER_FRAME.split(text, maxsplit=1), "")[:2]
    is_behind = len(before) <= span.start or _HARD_WORDS.search(before)
    whole = quoted or (behind.strip(_QUOTES) if is_behind else "") or span.text
    return AskedTerm(whole, spelled(whole.lower()))


def unknown_term(finder: TermFinder, text: str) -> AskedTerm | None:
    """Return the word that WordNet lacks and that is all of `text`, corrected if clear; else None.

    Such a word tells the model little: it takes *quinoa* for a greeting.
    """
    number = _ONE_NUMBER.fullmatch(text)
    if number:
        return finder.term(number[1].replace(",", "")) or AskedTerm(number[1], None)
    on_keyboard = finder.term(typed_keys(text))
    if on_keyboard:
        return msgspec.structs.replace(on_keyboard, typed=text)
    if _KOREAN_WORD.fullmatch(text):
        return AskedTerm(text, None)
    found = _ONE_WORD.fullmatch(text)
    if not found or found["word"].lower() in OF_CHATS or finder.term(found["word"]):
        return None
    return finder.in_span(text, *found.span("word"))
