"""The reply to a question in plain English: command, term, answer, sentence and suggestions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared.catalog import COMMANDS
from shared.command import Command
from shared.messages import Context
from tests.workers.questions import Chat, ask, found

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_example_of_the_catalog_can_be_asked(lexicon: Lexicon, command: Command) -> None:
    """Each example that `help` shows works unchanged."""
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
    """The correction is in `word`, and the text mentions both spellings."""
    reply = ask(lexicon, "defintion of serendipty")

    assert (reply.option, reply.word) == ("definition", "serendipity")
    assert found(reply) == ["good luck in making unexpected and fortunate discoveries"]
    assert "serendipty" in (reply.text or "")


@pytest.mark.parametrize(
    ("typed", "meant"), [("umbrelas", "umbrellas"), ("definately", "definitely"), ("hapened", "happened")]
)
def test_misspelt_inflections_are_corrected_to_inflections(lexicon: Lexicon, typed: str, meant: str) -> None:
    """The reply is about the intended form."""
    assert ask(lexicon, f"what does {typed} mean").word == meant


@pytest.mark.parametrize("newer", ["quinoa", "emoji", "staycation", "covid"])
def test_words_since_2006_are_not_corrected(lexicon: Lexicon, newer: str) -> None:
    """A word that WordNet lacks is not always misspelt."""
    reply = ask(lexicon, f"define {newer}")

    assert (reply.word, found(reply)) == (newer, [])


def test_unknown_word_says_so_and_suggests_words_that_exist(lexicon: Lexicon) -> None:
    """Every suggestion has an answer."""
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


def test_all_of_several_dictionary_forms_are_found(lexicon: Lexicon) -> None:
    """Leaves is a form of leaf and of leave."""
    reply = ask(lexicon, "lemma of leaves")

    assert found(reply) == ["leave", "leaf"]


def test_follow_ups_change_one_thing_at_a_time(lexicon: Lexicon) -> None:
    """The rest of the question stays the same."""
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
    """In the order of `definition` and `overview`."""
    all_of_them = found(ask(lexicon, "define bank"))

    assert found(ask(lexicon, "the second meaning of bank")) == all_of_them[1:2]
    assert found(ask(lexicon, "sense 3", Context("overview", "bank"))) == all_of_them[2:3]
    assert found(ask(lexicon, "sense 77", Context("overview", "bank"))) == []


def test_pos_question_is_answered_yes_or_no(lexicon: Lexicon) -> None:
    """The answer comes first in the text."""
    assert (ask(lexicon, "is run a verb?").text or "").startswith("Yes. ")
    assert (ask(lexicon, "is table an adverb?").text or "").startswith("No, ")


def test_a_question_about_sound_is_answered(lexicon: Lexicon) -> None:
    reply = ask(lexicon, "what rhymes with light?")

    assert (reply.option, reply.word) == ("rhymes", "light")
    assert "night" in found(reply)


def test_a_word_that_the_pronouncing_dictionary_lacks_is_named(lexicon: Lexicon) -> None:
    """WordNet has the word; CMUdict does not."""
    reply = ask(lexicon, "how do you pronounce bronchiole?")

    assert found(reply) == []
    assert (reply.text or "").startswith("CMUdict does not have “bronchiole”")


def test_random_word_can_be_asked_about(lexicon: Lexicon) -> None:
    """It is the context of the next question."""
    chat = Chat(lexicon)
    chosen = found(chat.ask("surprise me"))[0]

    reply = chat.ask("what does it mean?")

    assert reply.word.replace(" ", "_") == chosen.lower() or reply.word.replace(" ", "_") == chosen
    assert found(reply)


@pytest.mark.parametrize("text", ["", "   ", "???", "asdf qwer zxcv", "what's the weather like today", "😀"])
def test_an_unknown_question_brings_examples(lexicon: Lexicon, text: str) -> None:
    """Every example has an answer."""
    reply = ask(lexicon, text)

    assert (reply.option, reply.word, found(reply), reply.error) == ("unknown", "", [], None)
    assert reply.text
    for suggestion in reply.suggestions or [""]:
        assert found(ask(lexicon, suggestion))


def test_small_talk_that_is_hardly_likely_is_asked_back(lexicon: Lexicon) -> None:
    reply = ask(lexicon, "cat ok")

    assert reply.option == "unknown"
    assert reply.suggestions == ["define cat"]


def test_names_of_commands_can_be_looked_up(lexicon: Lexicon) -> None:
    """They are words, too."""
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


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("or", "there, “or” means Oregon or operating room."),
        ("what does us mean?", "there, “us” means United States."),
        ("what does till mean?", "Till (noun): unstratified soil"),
    ],
)
def test_a_little_word_is_explained_before_its_rare_meanings(
    lexicon: Lexicon, text: str, sentence: str
) -> None:
    """The names of the meanings say enough about a short form."""
    reply = ask(lexicon, text)

    assert "WordNet has nouns, verbs, adjectives and adverbs only" in (reply.text or "")
    assert (reply.text or "").split("only", 1)[1].lstrip(";. ").startswith(sentence)
    assert reply.senses


def test_an_unknown_phrase_is_not_answered_by_one_of_its_words(lexicon: Lexicon) -> None:
    reply = ask(lexicon, "what does let it be mean")

    assert (reply.response, reply.word) == ("[]", "let it be")
    assert "does not have “let it be”" in (reply.text or "")


@pytest.mark.parametrize(
    ("word", "start", "similar"),
    [("beautiful", "WordNet has no other word for", "lovely"), ("tired", "Close in meaning to", "exhausted")],
)
def test_similar_adjectives_stand_in_for_synonyms_of_the_first_meaning(
    lexicon: Lexicon, word: str, start: str, similar: str
) -> None:
    text = ask(lexicon, f"synonyms of {word}").text or ""

    assert text.startswith(start)
    assert similar in text


def test_synonyms_of_the_first_meaning_need_no_similar_words(lexicon: Lexicon) -> None:
    assert (ask(lexicon, "synonyms of big").text or "").startswith("Other words for big: large")


@pytest.mark.parametrize(
    ("text", "response", "said"),
    [
        ("does speed rhyme with need", ["need"], "Yes: speed rhymes with need."),
        ("does though rhyme with cough?", [], "No: though does not rhyme with cough."),
        ("does day rhyme with they", ["they"], "Yes: day rhymes with they."),
        (
            "do love and xyzzyx rhyme",
            [],
            "CMUdict does not have “xyzzyx”, so I can't say how it sounds; Wiktionary may have it."
            " By its spelling, I guess 2 syllables.",
        ),
    ],
)
def test_a_question_for_a_rhyme_of_two_words_is_answered_yes_or_no(
    lexicon: Lexicon, text: str, response: list[str], said: str
) -> None:
    reply = ask(lexicon, text)

    assert (found(reply), (reply.text or "").partition(" Try:")[0]) == (response, said)
    assert not reply.removed
