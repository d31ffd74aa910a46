"""A word of the question names the sense, the topic stays, and "no i mean" is no condition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.workers.questions import Chat, ask, found

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


def test_a_hint_chooses_the_sense_of_a_list(lexicon: Lexicon) -> None:
    """The opposite that fits, or that this meaning has no other word."""
    light = ask(lexicon, "antonym of light (weight)")
    bank = ask(lexicon, "synonyms of bank, the river kind")

    assert found(light) == ["heavy"]
    assert "sloping land" in (bank.text or "")
    assert "no other word for that; for other meanings" in (bank.text or "")


def test_of_senses_that_a_hint_fits_one_with_an_answer_counts(lexicon: Lexicon) -> None:
    """A stretch of shallow water has no opposite."""
    assert found(ask(lexicon, "what is the opposite of shallow, for water"))[0] == "deep"


def test_no_i_mean_is_no_condition_on_letters(lexicon: Lexicon) -> None:
    """The sense is meant."""
    chat = Chat(lexicon)
    chat.ask("opposite of hot")

    assert found(chat.ask("no i mean hot like spicy")) == ["tasteless"]


def test_a_part_of_speech_after_an_answer_is_not_its_own_topic(lexicon: Lexicon) -> None:
    """It is the topic whose part of speech is asked for."""
    chat = Chat(lexicon)
    chat.ask("noun of decide")

    assert "decisive" in found(chat.ask("and adjective?"))


def test_the_sense_of_an_answer_stays_the_topic(lexicon: Lexicon) -> None:
    """Until another sense, part of speech or word is named."""
    chat = Chat(lexicon)
    chat.ask("spring")
    chat.ask("the water one")

    assert "natural flow of ground water" in (chat.ask("in a sentence?").text or "")
    assert "natural flow of ground water" in (chat.ask("synonyms?").text or "")
    assert "jump" in found(chat.ask("and as a verb?"))


def test_a_second_sense_is_asked_for_the_same(lexicon: Lexicon) -> None:
    """The command stays, and the sense changes."""
    chat = Chat(lexicon)
    chat.ask("synonyms of bank, the river kind")

    assert "depository_financial_institution" in found(chat.ask("what about the money one"))


def test_two_parts_of_speech_are_both_answered(lexicon: Lexicon) -> None:
    """A homograph has a sound as each."""
    text = ask(lexicon, "stress in 'record' noun and verb").text or ""

    assert "as a noun" in text
    assert "as a verb" in text


def test_a_hint_that_names_no_sense_is_named_itself(lexicon: Lexicon) -> None:
    """Instead of the first meaning as if it were that."""
    chat = Chat(lexicon)
    chat.ask("tolerance")

    assert "I left “in the machining sense” out" in (chat.ask("tolerance in the machining sense").text or "")


def test_the_last_sense_is_no_answer_to_a_question_for_another(lexicon: Lexicon) -> None:
    """It would be the same again."""
    chat = Chat(lexicon)
    chat.ask("what does draft mean")

    assert "drink" in (chat.ask("no, as in beer").text or "")
    assert "drink" not in (chat.ask("and the one with wind?").text or "")


def test_thanks_in_short_ask_for_nothing(lexicon: Lexicon) -> None:
    """Not for the spelling of the thanks, either."""
    chat = Chat(lexicon)
    chat.ask("how do you spell separate")

    assert chat.ask("thx").option == "thanks"
