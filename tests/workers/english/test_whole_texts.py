"""A question for the hard words of a text, in plain English, and what follows on from its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared.messages import encode
from tests.workers.questions import Chat, ask, found

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon

TEXT = "The laconic emissary absconded. He eschewed pleasantries."


@pytest.mark.parametrize(
    "question",
    [
        f"explain the hard words in this text: {TEXT}",
        f'explain the hard words in: "{TEXT}"',
        f"hard words in: {TEXT}",
        f"Which words are difficult here: “{TEXT}”",
        f"can you explain the difficult words of this text? {TEXT}",
        f"/gloss {TEXT}",
    ],
)
def test_the_whole_text_is_read(lexicon: Lexicon, question: str) -> None:
    """Also where it is several sentences."""
    reply = ask(lexicon, question)
    hard = [entry["lemma"] for entry in found(reply)]

    assert (reply.option, reply.word) == ("gloss", TEXT)
    assert hard == ["laconic", "emissary", "abscond", "eschew", "pleasantry"]
    assert (reply.text or "").startswith("“laconic”: ")


def test_the_second_one_is_the_second_hard_word(lexicon: Lexicon) -> None:
    chat = Chat(lexicon)
    chat.ask(f"explain the hard words in this text: {TEXT}")
    reply = chat.ask("synonyms of the second one")

    assert (reply.option, reply.word) == ("synonyms", "emissary")


def test_a_word_alone_after_a_text_asks_for_its_meaning(lexicon: Lexicon) -> None:
    chat = Chat(lexicon)
    chat.ask(f"/gloss {TEXT}")

    assert chat.ask("emissary").option == "definition"


def test_suggestions_are_about_the_hard_words(lexicon: Lexicon) -> None:
    for suggestion in ask(lexicon, f"/gloss {TEXT}").suggestions or []:
        assert found(ask(lexicon, suggestion))


def test_a_text_without_hard_words_says_so(lexicon: Lexicon) -> None:
    reply = ask(lexicon, "/gloss We went to the zoo.")

    assert found(reply) == []
    assert reply.text == "I see no hard word in this text."
    assert reply.suggestions


def test_a_long_text_leaves_the_topic_small(lexicon: Lexicon) -> None:
    """The gateway refuses a context of more than 2 KB, or with a word of more than 100 characters."""
    reply = ask(lexicon, "/gloss " + f"{TEXT} " * 30)

    assert reply.context is not None
    assert len(reply.context.word) <= 100
    assert len(encode(reply.context)) < 2048


@pytest.mark.parametrize(
    "text",
    ["quinoa", "Hoverboard?", "retweet", "e-bike", "what's shakshuka?", "ikigai", "livestream", "covid-19"],
)
def test_a_word_alone_that_wordnet_lacks_is_answered_as_unknown(lexicon: Lexicon, text: str) -> None:
    """The model takes some for a greeting, others for thanks."""
    reply = ask(lexicon, text)
    word = text.removeprefix("what's ").rstrip("?")

    assert (reply.option, reply.word) == ("definition", word)
    assert (reply.text or "").startswith(f"WordNet (2006) does not have “{word}”.")


@pytest.mark.parametrize(
    ("text", "option"),
    [
        *(("hiya", "greeting"), ("Hellooo!", "greeting"), ("gracias", "thanks"), ("thnaks", "thanks")),
        *(("byeee", "goodbye"), ("tysm", "thanks"), ("hmmm", "unknown"), ("hjkl", "unknown")),
    ],
)
def test_words_of_chats_are_small_talk(lexicon: Lexicon, text: str, option: str) -> None:
    assert ask(lexicon, text).option == option


def test_a_misspelt_command_alone_asks_about_the_last_word(lexicon: Lexicon) -> None:
    chat = Chat(lexicon)
    chat.ask("define happy")

    assert chat.ask("oposite").option == "antonyms"
    assert chat.ask("quokka").word == "quokka"


@pytest.mark.parametrize(
    ("text", "word"), [("took care of", "took care"), ("looking forward to", "looking forward")]
)
def test_a_phrase_that_wordnet_has_without_its_preposition_is_found(
    lexicon: Lexicon, text: str, word: str
) -> None:
    reply = ask(lexicon, text)

    assert (reply.option, reply.word) == ("definition", word)
    assert (reply.text or "").startswith(f"WordNet does not have “{text}”; here is “{word}”.")


def test_a_question_for_a_rhyme_may_end_with_what(lexicon: Lexicon) -> None:
    reply = ask(lexicon, "love rhymes with what")

    assert (reply.option, reply.word) == ("rhymes", "love")
    assert "dove" in found(reply)
