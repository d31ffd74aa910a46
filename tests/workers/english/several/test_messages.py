"""The one reply to several questions of a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import ask

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("is a bat a bird, and is a cat a mammal", ["not a bird", "cat is a kind of mammal"]),
        ("is lullaby a song, and is it also music", ["kind of song", "kind of music"]),
        ("what is the opposite of hot, and how do the two differ", ["hot: cold", "Cold (adjective)"]),
        ("is doze transitive? what about loathe?", ["Doze is intransitive", "Loathe is transitive"]),
        ("is dude slang, and what could I say instead?", ["Dude is informal", "Other words for dude"]),
        (
            "is hard an adverb, and if so is it standard or informal?",
            ["an adverb", "mark hard as informal"],
        ),
        ("what does dapper mean, does it mean neat?", ["Dapper (adjective)", "no meaning of dapper"]),
        ("does tow rhyme with now? and with know?", ["does not rhyme with now", "rhymes with know"]),
        ("a word for young goat? what is its plural?", ["“kid”", "plural of kid is kids"]),
        ("what part of speech is sadly, and what is it made from?", ["an adverb", "family as sadly: sad"]),
        ("how do I spell rhythm? how many syllables does it have?", ["r-h-y-t-h-m", "2 syllables"]),
    ],
)
def test_each_question_is_answered_after_the_one_before(lexicon: Lexicon, text: str, said: list[str]) -> None:
    reply = ask(lexicon, text)

    assert reply.text
    assert all(each in reply.text for each in said)
    assert reply.also


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("comparative of “good” and of “little”", ["good is better", "little is less"]),
        ("past of seek and of shrink", ["seek is sought", "shrink is shrank"]),
        ("synonyms for shy and one for brave", ["timid", "courageous"]),
        ("opposite of “shy” and of “brave”", ["opposite of shy", "opposite of brave"]),
    ],
)
def test_the_same_is_asked_of_each_word_behind_the_same_preposition(
    lexicon: Lexicon, text: str, said: list[str]
) -> None:
    reply = ask(lexicon, text)

    assert all(each in (reply.text or "") for each in said)


def test_the_same_answer_is_given_once(lexicon: Lexicon) -> None:
    reply = ask(lexicon, "What is the plural of cactus? Is it cactuses as well?")

    assert reply.text == "The plural of cactus is cacti or cactuses."


def test_what_is_not_answered_is_named(lexicon: Lexicon) -> None:
    reply = ask(lexicon, "what is lye? is it dangerous?")

    assert reply.text
    assert reply.text.endswith("I can't answer “is it dangerous”.")
    assert reply.said
    assert [each.key for each in reply.said] == ["answer", "unanswered"]


@pytest.mark.parametrize(
    "text",
    [
        "who is Nero? Can I say he is me?",
        "is a banshee Irish? is it a ghost or a fairy",
        "how is gnome pronounced, do you say the g",
        "what is a baton, is that right?",
    ],
)
def test_a_part_that_adds_no_answer_has_no_reply(lexicon: Lexicon, text: str) -> None:
    assert ask(lexicon, text).also is None


def test_a_name_of_a_list_asks_for_that_list(lexicon: Lexicon) -> None:
    of_word, of_names = (
        ask(lexicon, text)
        for text in ("what does serene mean? what's an antonym?", "what is a synonym and what is an antonym")
    )

    assert "Antonym (noun)" not in (of_word.text or "")
    assert "Antonym (noun)" in (of_names.text or "")


def test_no_form_tells_why(lexicon: Lexicon) -> None:
    why, how = (ask(lexicon, f"what is the -ing form of panic?{more}") for more in (" Why with a k?", ""))

    assert why.text == f"{how.text} I can't tell why."
