"""Close words stand in where synonyms lack the first meaning, or meet no condition."""

from __future__ import annotations

import pytest

from shared.messages import Question, Where
from tests.workers.questions import ask, found
from workers.commands.word_facts.near_synonyms import near_synonyms
from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("word", "where", "near"),
    [
        ("big", Where(starts="hu"), "huge"),
        ("beautiful", Where(ends="y"), "pretty"),
        ("happy", Where(starts="c"), "cheerful"),
    ],
)
def test_words_close_in_meaning_meet_the_conditions(
    lexicon: Lexicon, word: str, where: Where, near: str
) -> None:
    question = Question("synonyms", word, where=where)
    words = near_synonyms(lexicon, question, [], [])

    assert near in words
    assert word not in words


def test_ways_to_do_it_are_close_to_a_verb(lexicon: Lexicon) -> None:
    question = Question("synonyms", "walk", where=Where(letters=5))

    assert "march" in near_synonyms(lexicon, question, [], [])


def test_kinds_that_are_marked_as_asked_are_close_to_a_noun(lexicon: Lexicon) -> None:
    father = Question("synonyms", "father", where=Where(about="informal"))
    child = Question("synonyms", "child", where=Where(about="informal"))

    assert {"dad", "papa"} <= set(near_synonyms(lexicon, father, [], []))
    assert "daddy" not in near_synonyms(lexicon, child, [], [])  # close, but no kind of child


def test_words_that_are_not_close_enough_are_left_out(lexicon: Lexicon) -> None:
    question = Question("synonyms", "busily", where=Where(starts="s"))

    assert near_synonyms(lexicon, question, [], []) == []


def test_a_reply_says_that_they_are_only_close_in_meaning(lexicon: Lexicon) -> None:
    reply = ask(lexicon, "synonyms of happy that start with c")

    assert "cheerful" in found(reply)
    assert "Close in meaning to happy: cheerful, " in (reply.text or "")
    assert "glad" in (reply.removed or [])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "a slang word for money",
            "Close in meaning to money: loot, ",
        ),
        (
            "an old-fashioned word for buy",
            "Neither WordNet nor Wordwire's own notes mark any of these as archaic or",
        ),
        ("a formal word for buy", "Other words for buy: purchase."),
        ("a more polite word for crazy", "Other words for crazy: brainsick, demented, "),
    ],
)
def test_a_reply_says_which_words_are_marked_or_that_none_is(lexicon: Lexicon, text: str, said: str) -> None:
    assert (ask(lexicon, text).text or "").startswith(said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("synonyms for brave that start with d", "Close in meaning to brave: dauntless, desperate, "),
        (
            "antonyms of generous with four letters",
            "Not quite opposites of generous, but close to its opposites: ",
        ),
    ],
)
def test_close_words_lead_where_no_other_fits_the_first_meaning(
    lexicon: Lexicon, text: str, said: str
) -> None:
    reply = ask(lexicon, text)

    assert (reply.text or "").startswith(said)
    assert "Other words" not in (reply.text or "")  # they are among the close ones
    assert len(found(reply)) == len(set(found(reply)))


def test_words_around_the_opposites_stand_in_for_them(lexicon: Lexicon) -> None:
    assert {"mean", "bare"} <= set(found(ask(lexicon, "antonyms of generous with four letters")))


def test_words_similar_to_an_opposite_are_not_close(lexicon: Lexicon) -> None:
    """A search by meaning finds *simple*, which is similar to *easy*, near to *difficult*."""
    words = near_synonyms(lexicon, Question("synonyms", "difficult", where=Where(starts="s")), [], [])

    assert "simple" not in words


def test_words_closer_to_an_opposite_are_not_close(lexicon: Lexicon) -> None:
    """A search by meaning finds *upset* near to *happy*, but it is nearer to *unhappy*."""
    words = near_synonyms(lexicon, Question("synonyms", "happy", where=Where(letters=5)), [], [])

    assert "sunny" in words
    assert "upset" not in words


def test_less_formal_words_are_those_without_a_formal_mark(lexicon: Lexicon) -> None:
    reply = ask(lexicon, "a less formal word for purchase")

    assert found(reply)[0] == "buy"
    assert (reply.text or "").endswith("mark as formal or literary count.")


def test_words_of_a_kind_that_only_our_notes_have_follow_the_others(lexicon: Lexicon) -> None:
    words = found(ask(lexicon, "slang words for money"))

    assert words.index("loot") < words.index("dosh")
    assert "dosh" not in found(ask(lexicon, "slang words for money that start with b"))
