"""Which of two words a question means, said before their meanings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import ask

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "start"),
    [
        (
            "affect or effect which one is the noun",
            "Normally effect: in the texts that WordNet counts, effect",
        ),
        ("advice or advise, which one is the verb", "The verb is advise. Advice (noun)"),
        ("lovely or nice, which is the verb", "Neither is a verb in WordNet."),
    ],
)
def test_a_part_of_speech_chooses_by_what_the_words_can_be(lexicon: Lexicon, text: str, start: str) -> None:
    assert (ask(lexicon, text).text or "").startswith(start)


@pytest.mark.parametrize(
    ("text", "degree"),
    [
        ("which is bigger, a lake or a pond", "bigger"),
        ("is a gale stronger than a breeze", "stronger"),
    ],
)
def test_wordnet_does_not_tell_degrees(lexicon: Lexicon, text: str, degree: str) -> None:
    reply = ask(lexicon, text)

    assert reply.option == "difference"
    assert (reply.text or "").startswith(f"WordNet does not rank words as {degree}, but")


@pytest.mark.parametrize(
    ("text", "start"),
    [
        (
            "horde or hoard, which one's for treasure and which one for barbarians?",
            "For “treasure”, it is hoard. For “barbarians”, it is horde.",
        ),
        ("vain or vein for blood", "For “blood”, it is vein. Vain"),
        ("bog vs swamp vs marsh", "Bog (noun)"),
        ("gild or guild, which one for gold?", "For “gold”, probably gild: decorate with"),
        ("complement or compliment, which one for a hat?", "WordNet does not tell which of them fits there."),
        (
            "apiary or aviary for a place where bees are kept",
            "For “place where bees are kept”, probably apiary",
        ),
        ("brook or river for a brisk little stream", "WordNet does not tell which of them fits there. A"),
        ("difference between lie and lay, which I forget", "Lay is the past tense"),
        ("which is the letter paper, stationary or stationery", "For “letter paper”, it is stationery"),
    ],
)
def test_each_use_gets_the_word_for_it(lexicon: Lexicon, text: str, start: str) -> None:
    """But another word of a list is no use."""
    assert (ask(lexicon, text).text or "").startswith(start)


def test_the_more_frequent_word_is_counted_in_what_both_mean(lexicon: Lexicon) -> None:
    text = ask(lexicon, "which is more frequent, autumn or fall").text or ""

    assert text.startswith(
        "For what they share, the American texts that WordNet counts have “autumn” 7 times"
    )
