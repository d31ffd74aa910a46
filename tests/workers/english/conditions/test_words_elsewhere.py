"""Questions for the word of a country are for synonyms with its mark, or for the counterparts we know."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import ask, found

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("what is the British word for vacation", "holiday"),
        ("what do Americans call a car park", "parking_lot"),
        ("what do people in the UK call a cookie?", "biscuit"),
        ("What is an eggplant called in Britain?", "aubergine"),
        ("American English for anticlockwise", "counterclockwise"),
        ("what do Australians call a duvet", "doona"),
        ("Australian slang for kangaroo", "roo"),
    ],
)
def test_the_word_of_a_country_comes_first(lexicon: Lexicon, text: str, first: str) -> None:
    reply = ask(lexicon, text)

    assert reply.option == "synonyms"
    assert found(reply)[0] == first


def test_a_word_that_the_country_has_itself_gets_its_usage(lexicon: Lexicon) -> None:
    reply = ask(lexicon, "what do Americans call a faucet?")

    assert reply.option == "usage"
    assert (reply.text or "").startswith(
        "By Wordwire's own notes, faucet is American (the British word is tap)."
    )


def test_no_word_comes_from_another_that_the_term_is_a_form_of(lexicon: Lexicon) -> None:
    """The British *tyre* is a counterpart of *tire*."""
    assert "tyre" not in found(ask(lexicon, "British slang for tired"))


def test_a_language_of_its_own_is_translated(lexicon: Lexicon) -> None:
    assert ask(lexicon, "what is the Welsh for hedgehog").option == "translate"


def test_the_meaning_that_a_country_has_is_no_word_of_it(lexicon: Lexicon) -> None:
    assert ask(lexicon, "what does nappy mean in Britain").option == "definition"


@pytest.mark.parametrize("text", ["American slang for a gay man", "British words for a prostitute"])
def test_no_offensive_word_is_offered_for_its_mark(lexicon: Lexicon, text: str) -> None:
    reply = ask(lexicon, text)

    assert {"fag", "faggot", "poof", "slag"}.isdisjoint(found(reply))
