"""Of two words, the marks say which one is British, or the more formal one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import ask

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("should I write gaol or jail for readers in Canada", "By Wordwire's own notes, gaol is British"),
        (
            "do people in England say tyre or tire",
            "“Tyre”. By Wordwire's own notes, tyre is British in the meaning “hoop that covers a wheel” (the"
            " American word is tire); tire is American in",
        ),
        (
            "is it wight or creature in the UK",
            "Neither WordNet nor Wordwire's own notes say which of them is British. A learner's",
        ),
        (
            'Is "sidewalk" American and "pavement" British?',
            "Yes. By Wordwire's own notes, sidewalk is American",
        ),
        ('Is "sidewalk" British and "pavement" American?', "No, the other way round. By Wordwire's own"),
    ],
)
def test_two_words_for_the_same_are_compared_by_country(lexicon: Lexicon, text: str, start: str) -> None:
    assert (ask(lexicon, text).text or "").startswith(start)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        (
            "which is more formal, purchase or buy",
            "“Purchase”. By Wordwire's own notes, purchase is formal in",
        ),
        ("is purchase more formal than buy", "Yes. By Wordwire's own notes, purchase is formal in"),
        ("is buy more formal than purchase", "No, the other way round. By Wordwire's own notes,"),
        ("is buy less formal than purchase", "Yes. By Wordwire's own notes, purchase is formal"),
        (
            "is sofa more formal than couch",
            "Neither WordNet nor Wordwire's own notes say which of them is formal",
        ),
    ],
)
def test_the_more_formal_word_has_the_mark(lexicon: Lexicon, text: str, start: str) -> None:
    """Only the marks of what both mean count: to *buy* a story is informal."""
    text = ask(lexicon, text).text or ""

    assert text.startswith(start)
    assert "buy is informal" not in text
