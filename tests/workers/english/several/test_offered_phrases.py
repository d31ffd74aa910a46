"""Two phrases to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import ask

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("is it free rein or free reign", "Free rein (noun): the removal of constraints"),
        (
            "tow the line or toe the line?",
            "WordNet (2006) does not have “tow the line”. Toe the line (verb):",
        ),
        ("by in large or by and large", "WordNet (2006) does not have “by in large”. By and large (adverb):"),
        ("sneak peek or sneak peak", "Peek (noun): a secret look;"),
        ("scapegoat or escape goat", "Scapegoat (noun): someone who is punished"),
        ("all right or alright", "All right and alright (adverb) can mean the same:"),
    ],
)
def test_the_phrase_that_wordnet_has_is_named(lexicon: Lexicon, text: str, said: str) -> None:
    reply = ask(lexicon, text)

    assert reply.option == "difference"
    assert (reply.text or "").startswith(said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("different from or than", "have “different from” 26 times and “different than” never."),
        ("data is or data are", "have “data is” 5 times and “data are” once."),
        ("one in the same or one and the same?", "have “one in the same” never and “one and the same” once."),
        ("should i say arrive at or arrive in", "have “arrive at” 33 times and “arrive in” 6 times."),
        ("toward or towards", "have “toward” 383 times and “towards” 93 times."),
    ],
)
def test_of_grammar_the_reply_says_what_wordnets_texts_have(lexicon: Lexicon, text: str, said: str) -> None:
    reply = ask(lexicon, text)

    assert reply.option == "grammar"
    assert said in (reply.text or "")


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("is a whale a fish or is a whale a mammal", "is_a"),
        ("is dog one syllable or two syllables", "pronunciation"),
        ("is cat more common or more rare than dog", "usage"),
        ("who or whom", "grammar"),
        ("lay low or lie low", "lemmatizer"),  # one is a form of the other
    ],
)
def test_other_questions_offer_no_phrases(lexicon: Lexicon, text: str, option: str) -> None:
    reply = ask(lexicon, text)

    assert reply.option == option
    assert "own definitions" not in (reply.text or "")
