"""A question in plain English brings what was understood, its answer, a sentence and what to ask next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared.catalog import COMMANDS, Command
from shared.messages import Context
from tests.workers.questions import Chat, ask, found

if TYPE_CHECKING:
    from workers.lexicon import Lexicon


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_example_of_the_catalog_can_be_asked(lexicon: Lexicon, command: Command) -> None:
    """Whatever `help` shows works as it stands."""
    reply = ask(lexicon, command.example)

    assert reply.option == command.name
    if command.needs_word:
        assert reply.word


def test_word_is_what_the_user_wrote_and_lemma_what_was_found(lexicon: Lexicon) -> None:
    """Geese stays geese in `word`."""
    reply = ask(lexicon, "what are geese?")

    assert (reply.option, reply.word, reply.lemma) == ("definition", "geese", "goose")
    assert reply.text is not None
    assert "geese → goose" in reply.text


def test_misspelt_word_is_answered_where_one_word_is_meant(lexicon: Lexicon) -> None:
    """The correction is what `word` says, and the text tells."""
    reply = ask(lexicon, "defintion of serendipty")

    assert (reply.option, reply.word) == ("definition", "serendipity")
    assert found(reply) == ["good luck in making unexpected and fortunate discoveries"]
    assert "serendipty" in (reply.text or "")


@pytest.mark.parametrize(
    ("typed", "meant"), [("umbrelas", "umbrellas"), ("definately", "definitely"), ("hapened", "happened")]
)
def test_misspelt_inflections_are_mended_as_such(lexicon: Lexicon, typed: str, meant: str) -> None:
    """The form that was meant is kept."""
    assert ask(lexicon, f"what does {typed} mean").word == meant


@pytest.mark.parametrize("newer", ["quinoa", "emoji", "staycation", "covid"])
def test_words_since_2006_are_not_taken_for_others(lexicon: Lexicon, newer: str) -> None:
    """What WordNet does not have is not always misspelt."""
    reply = ask(lexicon, f"define {newer}")

    assert (reply.word, found(reply)) == (newer, [])


def test_unknown_word_says_so_and_suggests_words_that_exist(lexicon: Lexicon) -> None:
    """No dead end, and no invention either."""
    reply = ask(lexicon, "what does hola mean")

    assert (reply.option, reply.word, found(reply), reply.error) == ("definition", "hola", [], None)
    assert "does not have “hola”" in (reply.text or "")
    assert reply.suggestions
    for suggestion in reply.suggestions:
        assert found(ask(lexicon, suggestion))


def test_empty_relation_says_so_and_offers_those_that_have_answers(lexicon: Lexicon) -> None:
    """A table has no opposite."""
    reply = ask(lexicon, "what's the opposite of a table")

    assert (reply.option, reply.word, found(reply)) == ("antonyms", "table", [])
    assert "no opposite of “table”" in (reply.text or "")
    assert reply.suggestions
    for suggestion in reply.suggestions:
        assert found(ask(lexicon, suggestion))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("define ice-cream", "ice-cream"),
        ("define ICE_CREAM", "ice_cream"),
        ("define jack o lantern", "jack o lantern"),
        ("what is a jack-o'-lantern", "jack-o'-lantern"),
        ("define café", "café"),
        ("what are hot dogs", "hot dogs"),
        ("who is Einstein", "Einstein"),
        ("Define Happy", "happy"),
        ("DEFINE HAPPY", "happy"),
        ("define “kick the bucket”", "kick the bucket"),
    ],
)
def test_terms_are_folded_as_far_as_it_takes(lexicon: Lexicon, text: str, word: str) -> None:
    """Blank, hyphen, underscore, apostrophe, case and accents do not matter."""
    reply = ask(lexicon, text)

    assert (reply.option, reply.word) == ("definition", word)
    assert found(reply)


def test_several_dictionary_forms_are_all_told(lexicon: Lexicon) -> None:
    """Leaves are of leaf and of leave."""
    reply = ask(lexicon, "lemma of leaves")

    assert found(reply) == ["leaf", "leave"]


def test_follow_ups_change_one_thing_at_a_time(lexicon: Lexicon) -> None:
    """The rest stays as it was asked before."""
    chat = Chat(lexicon)
    heard = [
        (reply.option, reply.word, reply.pos)
        for reply in map(
            chat.ask,
            [
                "define light",
                "and as a verb?",
                "synonyms?",
                "what about heavy",
                "the opposite?",
                "use it in a sentence",
                "another example",
                "thanks!",
                "and what does it mean?",
            ],
        )
    ]

    assert heard == [
        ("definition", "light", None),
        ("definition", "light", "v"),
        ("synonyms", "light", None),
        ("synonyms", "heavy", None),
        ("antonyms", "heavy", None),
        ("examples", "heavy", None),
        ("examples", "heavy", None),
        ("thanks", "", None),
        ("definition", "heavy", None),
    ]


def test_a_sense_can_be_asked_by_number(lexicon: Lexicon) -> None:
    """Counted as `definition` and `overview` count."""
    all_of_them = found(ask(lexicon, "define bank"))

    assert found(ask(lexicon, "the second meaning of bank")) == all_of_them[1:2]
    assert found(ask(lexicon, "sense 3", Context("overview", "bank"))) == all_of_them[2:3]
    assert found(ask(lexicon, "sense 77", Context("overview", "bank"))) == []


def test_pos_question_is_answered_yes_or_no(lexicon: Lexicon) -> None:
    """The text says what was asked."""
    assert (ask(lexicon, "is run a verb?").text or "").startswith("Yes. ")
    assert (ask(lexicon, "is table an adverb?").text or "").startswith("No, ")


def test_what_cannot_be_served_is_understood_all_the_same(lexicon: Lexicon) -> None:
    """Without the pronouncing dictionary, `option` and `word` still say what was asked."""
    reply = ask(lexicon, "what rhymes with light?")

    assert (reply.option, reply.word) == ("rhymes", "light")
    if reply.error:
        assert (reply.error.code, found(reply)) == ("unknown_command", [])
        assert reply.text == "I know what you ask, but I can't answer it. This server has no pronunciations."
    else:
        assert "night" in found(reply)


def test_random_word_can_be_asked_about(lexicon: Lexicon) -> None:
    """It is the context of the next question."""
    chat = Chat(lexicon)
    chosen = found(chat.ask("surprise me"))[0]

    reply = chat.ask("what does it mean?")

    assert reply.word.replace(" ", "_") == chosen.lower() or reply.word.replace(" ", "_") == chosen
    assert found(reply)


@pytest.mark.parametrize("text", ["", "   ", "???", "asdf qwer zxcv", "what's the weather like today", "😀"])
def test_what_is_not_understood_brings_what_can_be(lexicon: Lexicon, text: str) -> None:
    """An unknown question is answered with examples that work."""
    reply = ask(lexicon, text)

    assert (reply.option, reply.word, found(reply), reply.error) == ("unknown", "", [], None)
    assert reply.text
    for suggestion in reply.suggestions or [""]:
        assert found(ask(lexicon, suggestion))


def test_commands_names_can_be_looked_up(lexicon: Lexicon) -> None:
    """They are words as well."""
    heard = [
        (reply.option, reply.word)
        for reply in (
            ask(lexicon, "what does synonym mean"),
            ask(lexicon, "define definition"),
            ask(lexicon, "antonym of synonym"),
            ask(lexicon, "use example in a sentence"),
            ask(lexicon, "is noun a noun?"),
        )
    ]

    assert heard == [
        ("definition", "synonym"),
        ("definition", "definition"),
        ("antonyms", "synonym"),
        ("examples", "example"),
        ("pos", "noun"),
    ]
