"""Questions for the ways to say one word get all of them, and yes or no first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import ask

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "start", "part"),
    [
        (
            "Where is the stress in import as a noun and as a verb?",
            "Import is",
            "noun, stressed on the first",
        ),
        (
            "does the stress of protest change when it is a verb",
            "Yes. Protest",
            "noun, stressed on the first",
        ),
        ("is delegate pronounced the same as a noun and as a verb", "No. Delegate", "as a verb"),
        (
            'is "tear" said the same in "tear it up" and "shed a tear"',
            "No. Tear",
            "for what falls from an eye",
        ),
        ("two ways of pronouncing bass - which is the fish?", "Bass is", "(/bæs/) for the fish"),
        (
            'How is "conflict" pronounced as a noun and as a verb?',
            "Conflict is",
            "as a verb, stressed on the",
        ),
        ('how do you say "contrast" as a noun and as a verb', "Contrast is", "as a verb, stressed on the"),
        (
            "which syllable of guitar is stressed",
            "Guitar has its stress on the second syllable, in American English. Guitar is",
            "",
        ),
        ("which syllable of adult carries the stress?", "Adult has its stress on the second or first", ""),
        ("how ought one to say hyperbole?", "Hyperbole is", "4 syllables"),
        ("is minute a heteronym", "Yes. Minute", "for what is tiny"),
        (
            "do you pronounce row differently when it is a quarrel",
            "Row is",
            "lacks the other sound of row",
        ),
    ],
)
def test_every_way_is_in_the_answer(lexicon: Lexicon, text: str, start: str, part: str) -> None:
    said = ask(lexicon, text).text or ""

    assert said.startswith(start)
    assert part in said


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("is “turn in” a fancy way of saying “sleep”?", "turn in"),
        ("is “call it a day” the casual way to say “go home”", "call it a day"),
        ("is slender a kinder way to say thin", "slender"),
        ("is “imbibe” a formal word for “drink”", "imbibe"),
    ],
)
def test_a_way_to_say_something_else_is_about_usage(lexicon: Lexicon, text: str, word: str) -> None:
    reply = ask(lexicon, text)

    assert (reply.option, reply.word, reply.also) == ("usage", word, None)


@pytest.mark.parametrize(
    "text",
    [
        "words spelled alike but pronounced differently",
        "some heteronyms",
        "which words have two pronunciations?",
    ],
)
def test_words_with_two_sounds_are_listed(lexicon: Lexicon, text: str) -> None:
    reply = ask(lexicon, text)

    assert reply.option == "pattern"
    assert {'"lead"', '"tear"', '"record"'} <= set(reply.response.strip("[]").split(","))
