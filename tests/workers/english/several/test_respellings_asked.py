"""A word that a question writes by its sound is found, if it fits what the question says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import ask

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ('How is the vegetable that sounds like "brawkly" spelled?', "broccoli"),
        ("what's the word pronounced kwire for a group of singers", "choir"),
        ('Which word sounds like "night" and means a man in armour?', "knight"),
        ('What is the herb that sounds like "time"?', "thyme"),
        ("the word pronounced sellry", "celery"),
    ],
)
def test_a_respelt_word_is_found_by_its_sound_and_meaning(lexicon: Lexicon, text: str, word: str) -> None:
    found = ask(lexicon, text)

    assert (found.option, found.word) == ("definition", word)
    assert (found.text or "").startswith("By its sound, ")
    assert f"The right spelling is “{word}”" in (found.text or "")


@pytest.mark.parametrize(
    "text",
    [
        "which word sounds like flour",
        "which instrument sounds like thunder",
        "name an animal that sounds like a baby",
        "how is the word colonel pronounced",
        'the dish that sounds like "blorfgint"',
    ],
)
def test_other_sounds_are_no_respelling(lexicon: Lexicon, text: str) -> None:
    assert "By its sound" not in (ask(lexicon, text).text or "")
