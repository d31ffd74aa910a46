"""Where one question of a message ends and another begins."""

from __future__ import annotations

import pytest

from workers.english.several.parts import parts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("what is ceiling and what is roof", ["what is ceiling", "what is roof"]),
        ("Is whom formal? How is it used?", ["Is whom formal", "How is it used?"]),
        ("what does ail mean, and how do you say it", ["what does ail mean", "how do you say it"]),
        ("Is hard an adverb, and if so formal or not?", ["Is hard an adverb", "formal or not?"]),
        ("is doze transitive? and loathe?", ["is doze transitive", "and loathe?"]),
        ("I need a word for a hut. Is it old?", ["I need a word for a hut", "Is it old?"]),
        ("does tow rhyme with now? and with know?", ["does tow rhyme with now", "and with know?"]),
        ("what is a yak, and where does it live", ["what is a yak", "where does it live"]),
        ("the plural of ox and the plural of elk", ["the plural of ox", "the plural of elk"]),
        ("is boo slang? how common is it?", ["is boo slang", "how common is it?"]),
        ("A word for a shoe. How is it spelt?", ["A word for a shoe", "How is it spelt?"]),
        ("I saw a bat. Is it a bird, and what is an owl?", ["I saw a bat. Is it a bird", "what is an owl?"]),
    ],
)
def test_each_question_is_a_part(text: str, found: list[str]) -> None:
    assert parts(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "what is bread and butter",
        "a person who is lazy and does nothing",
        "I read a book. What does ail mean?",
        "what does “who are you? what is it” mean",
        "what rhymes with cat and is an animal",
        "what's a word for a boat, a word that starts with d?",
        "what is the plural of ox? Why with an n?",
        "is it affect or effect, and which is the noun?",
        f"what is a cat? {'meow ' * 50} what is a dog?",
    ],
)
def test_one_question_has_no_parts(text: str) -> None:
    assert parts(text) == []
