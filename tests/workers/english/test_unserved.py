"""Questions that WordNet can't answer get an honest reply by name, and a way on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import ask
from workers.english.term_finder import AskedTerm, TermFinder
from workers.english.understood import Understood
from workers.english.unserved import honest_answer

if TYPE_CHECKING:
    from shared.messages import Said
    from workers.wordnet.lexicon import Lexicon


def said(lexicon: Lexicon, command: str, word: str, text: str = "") -> str:
    term = AskedTerm(word, word.replace(" ", "_"))
    return texts(honest_answer(lexicon, Understood(command, term), text))


def texts(said: list[Said]) -> str:
    return " ".join(each.text for each in said)


def test_the_history_of_a_word_is_elsewhere_and_its_family_here(lexicon: Lexicon) -> None:
    text = said(lexicon, "etymology", "create")

    assert "etymolog" in text
    assert "creation" in text
    assert "Create (verb)" in text


@pytest.mark.parametrize("asked", ["how do you say dog in Spanish", "the Welsh for dog", "dog in Irish"])
def test_other_languages_are_elsewhere_and_the_meaning_here(lexicon: Lexicon, asked: str) -> None:
    text = said(lexicon, "translate", "dog", asked)

    assert "I only know English" in text
    assert "Dog (noun)" in text


@pytest.mark.parametrize(
    "text", ["what do brits call an elevator", "the British word for elevator", "lifts in South Africa"]
)
def test_another_english_gets_the_other_words(lexicon: Lexicon, text: str) -> None:
    answer = said(lexicon, "translate", "elevator", text)

    assert "lift" in answer
    assert "I only know English" not in answer


def test_a_question_of_grammar_gets_patterns_and_examples(lexicon: Lexicon) -> None:
    text = said(lexicon, "grammar", "arrive")

    assert "I can't judge grammar" in text
    assert "Patterns of arrive: Something arrives; Somebody arrives" in text


@pytest.mark.parametrize("word", ["whom", "who"])
def test_a_little_word_is_explained_and_not_defined(words: TermFinder, word: str) -> None:
    """WordNet has WHO, the organization."""
    term = words.term(word)
    assert term is not None

    said = texts(honest_answer(words.lexicon, Understood("grammar", term), "who or whom"))

    assert f"“{word.capitalize()}” is a pronoun." in said
    assert "(noun)" not in said


def test_without_a_term_the_way_on_remains(lexicon: Lexicon) -> None:
    assert "Wiktionary" in texts(honest_answer(lexicon, Understood("etymology"), "what's the etymology"))


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("where does the word window come from", "etymology"),
        ("how do you say dog in spanish", "translate"),
        ("should i say arrive at or arrive in", "grammar"),
    ],
)
def test_the_reply_has_the_name_of_the_question(lexicon: Lexicon, text: str, option: str) -> None:
    reply = ask(lexicon, text)

    assert (reply.option, reply.error) == (option, None)
    assert reply.suggestions


def test_a_word_without_examples_is_explained(lexicon: Lexicon) -> None:
    reply = ask(lexicon, "use dearth in a sentence")

    start = "WordNet has no example sentence for “dearth”. Dearth (noun): an acute insufficiency."
    assert (reply.text or "").startswith(start)


def test_a_word_without_a_field_gets_the_nearest_kind(lexicon: Lexicon) -> None:
    text = ask(lexicon, "in which field would you meet isotope?").text or ""

    assert "Its first meaning is a kind of atom." in text
    assert "Wiktionary" in text
