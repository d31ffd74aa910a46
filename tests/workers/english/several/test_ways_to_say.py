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
            "does the stress of suspect change when it is a verb",
            "Yes. Suspect",
            "noun, stressed on the first",
        ),
        ("is delegate pronounced the same as a noun and as a verb", "No. Delegate", "as a verb"),
        (
            'is "tear" said the same in "tear it up" and "shed a tear"',
            "No. Tear",
            "for what falls from an eye",
        ),
        ("two ways of pronouncing bass - which is the fish?", "Bass is", "(/bæs/) for the fish"),
        ("how ought one to say hyperbole?", "Hyperbole is", "4 syllables"),
        ("is minute a heteronym", "Yes. Minute", "for what is tiny"),
        ("do you say row differently for a quarrel", "Row is", "lacks the other sound of row, for a quarrel"),
    ],
)
def test_every_way_is_in_the_answer(lexicon: Lexicon, text: str, start: str, part: str) -> None:
    said = ask(lexicon, text).text or ""

    assert said.startswith(start)
    assert part in said


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


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("how do the British say vase", "is American; it does not say how others speak."),
        ("how is psalm pronounced and why is there a p", "because WordNet has no history of words."),
        ("how many syllables are in zymurgy", "By its spelling, I guess 3 syllables."),
    ],
)
def test_what_the_dictionary_can_not_tell_is_said(lexicon: Lexicon, text: str, end: str) -> None:
    assert end in (ask(lexicon, text).text or "")


def test_a_merger_of_some_accents_is_not_called_the_same(lexicon: Lexicon) -> None:
    assert (ask(lexicon, "do caught and cot sound the same").text or "").startswith("For some Americans, but")
    assert (ask(lexicon, "do pair and pear sound the same").text or "").startswith("Yes, in American English")
