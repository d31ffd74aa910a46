"""References to the last answer become terms and commands."""

from __future__ import annotations

import pytest

from shared.messages import Context, Match, Where
from workers.english.reader import Reading
from workers.english.term_finder import AskedTerm, TermFinder
from workers.english.turns.dialogue import (
    MOST_SHOWN,
    numbered,
    resolve,
    topic_after,
)
from workers.english.understood import Understood

AFTER_SYNONYMS = Context("synonyms", "happy", shown=("felicitous", "glad", "well-chosen"), more=6)


def resolved(words: TermFinder, reading: Reading, understood: Understood, context: Context) -> Understood:
    return resolve(words, reading, understood, context)


def read(command: str, refers: str = "") -> Reading:
    return Reading(command, 0.9, "definition", refers=refers)


@pytest.mark.parametrize(
    ("refers", "term"),
    [
        ("word", "happy"), ("question", "happy"), ("answer:2", "glad"), ("answer:-1", "well-chosen"),
        ("answer:4", "happy"), ("", "happy"),
    ],
)  # fmt: skip
def test_a_reference_becomes_its_term(words: TermFinder, refers: str, term: str) -> None:
    found = resolved(words, read("definition", refers), Understood("definition"), AFTER_SYNONYMS)

    assert found.term is not None
    assert (found.command, found.term.shown) == ("definition", term)


def test_a_term_of_the_sentence_comes_first(words: TermFinder) -> None:
    sad = words.term("sad")

    found = resolved(words, read("antonyms", "word"), Understood("antonyms", sad), AFTER_SYNONYMS)

    assert found.term == sad


def test_a_second_term_alone_is_the_term(words: TermFinder) -> None:
    asked = Understood("examples", term2=words.term("sad"))

    found = resolved(words, read("examples"), asked, Context())

    assert (found.term, found.term2) == (words.term("sad"), None)


@pytest.mark.parametrize(("word", "pos"), [("dark", "n"), ("run", "n"), ("heavily", None), ("xyzzy", "n")])
def test_the_last_part_of_speech_is_kept_where_the_word_has_it(
    words: TermFinder, word: str, pos: str | None
) -> None:
    after = Context("definition", "light", "n")
    term = words.term(word) or AskedTerm(word)

    found = resolved(words, read("definition", "question"), Understood("definition", term), after)

    assert found.pos == pos


def test_a_second_term_is_compared_with_the_last_word(words: TermFinder) -> None:
    sad = words.term("sad")

    found = resolved(words, read("similarity", "word"), Understood("similarity", sad), AFTER_SYNONYMS)

    assert found.term is not None
    assert (found.term.shown, found.term2) == ("happy", sad)


def test_more_goes_on_with_the_list_and_repeat_starts_it_again(words: TermFinder) -> None:
    more = resolved(words, read("more"), Understood("more"), AFTER_SYNONYMS)
    again = resolved(words, read("repeat"), Understood("repeat"), AFTER_SYNONYMS)

    assert (more.command, more.offset) == ("synonyms", 6)
    assert (again.command, again.offset) == ("synonyms", 0)


def test_more_after_a_description_goes_on_behind_the_words_shown() -> None:
    matches = [Match(name, "n", f"{name}.n.01", "", 0.5, close=name == "canoe") for name in ("canoe", "raft")]

    topic = topic_after(Understood("reverse", BIG), BIG, ["canoe", "raft"], Context(), matches)

    assert topic.more == 1


def test_more_after_a_random_word_is_another_one(words: TermFinder) -> None:
    found = resolved(words, read("more"), Understood("more"), Context("random", "grimace", more=6))

    assert found == Understood("random")


def test_without_a_last_question_there_is_nothing_to_repeat(words: TermFinder) -> None:
    assert resolved(words, read("repeat"), Understood("repeat"), Context()).command == "repeat"


def test_the_number_of_a_sense_alone_asks_for_that_sense(words: TermFinder) -> None:
    found = resolved(words, read("unclear"), Understood("unclear", sense=2), AFTER_SYNONYMS)

    assert found.term is not None
    assert (found.command, found.term.shown, found.sense) == ("definition", "happy", 2)


def test_a_number_after_a_definition_asks_for_that_sense(words: TermFinder) -> None:
    context = Context("definition", "bank")

    found = resolved(words, read("synonyms", "answer:2"), Understood("synonyms"), context)

    assert found.term is not None
    assert (found.command, found.term.shown, found.sense) == ("synonyms", "bank", 2)


def test_a_word_that_wordnet_lacks_stays_the_topic(words: TermFinder) -> None:
    found = resolved(words, read("antonyms", "word"), Understood("antonyms"), Context("definition", "selfie"))

    assert found.term is not None
    assert (found.term.shown, found.term.name) == ("selfie", "")


@pytest.mark.parametrize(
    ("text", "context", "term", "sense"),
    [
        ("2", AFTER_SYNONYMS, "glad", 0),
        ("#2?", AFTER_SYNONYMS, "glad", 0),
        ("the second one", AFTER_SYNONYMS, "glad", 0),
        ("The last.", AFTER_SYNONYMS, "well-chosen", 0),
        ("2", Context("definition", "happy"), "happy", 2),
    ],
)
def test_a_number_alone_means_a_word_of_the_list_or_a_sense(
    words: TermFinder, text: str, context: Context, term: str, sense: int
) -> None:
    found = numbered(words, text, context)

    assert found is not None
    assert found.term is not None
    assert (found.command, found.term.shown, found.sense) == ("definition", term, sense)


@pytest.mark.parametrize("text", ["9", "1066", "two", "", "0", "the sixth one", "the one", "second"])
def test_other_numbers_are_terms(words: TermFinder, text: str) -> None:
    assert numbered(words, text, AFTER_SYNONYMS) is None
    assert numbered(words, "2", Context()) is None


BIG = AskedTerm("big", "big")
HAPPY = AskedTerm("happy", "happy")


def test_the_topic_is_the_question_with_its_conditions() -> None:
    asked = Understood("synonyms", BIG, pos="a", where=Where(letters=5), second="antonyms")

    topic = topic_after(asked, BIG, ["large", "great_big"], Context(first="hello"))

    assert (topic.command, topic.word, topic.pos, topic.where) == ("synonyms", "big", "a", Where(letters=5))
    assert topic.shown == ("large", "great big")
    assert topic.other == "opposite of big"
    assert topic.first == "hello"


def test_the_names_shown_begin_where_the_list_went_on() -> None:
    names = [f"name{number}" for number in range(40)]

    topic = topic_after(Understood("synonyms", BIG, offset=6), BIG, names, Context())

    assert topic.shown == tuple(names[6 : 6 + MOST_SHOWN])
    assert topic.more > 6


def test_meanings_are_no_names_and_two_words_are_the_names() -> None:
    assert topic_after(Understood("definition", BIG), BIG, ["of great size"], Context()).shown == ()
    both = Understood("similarity", BIG, HAPPY)
    assert topic_after(both, BIG, [{"path": 0.1}], Context()).shown == ("big", "happy")


@pytest.mark.parametrize(
    ("command", "refers", "context", "terms"),
    [
        ("is_a", "question", Context("is_a", "tomato", word2="fruit"), ("sad", "fruit")),
        ("is_a", "word", Context("hyponyms", "mood"), ("sad", "mood")),
        ("similarity", "question", Context("similarity", "happy", word2="glad"), ("happy", "sad")),
        ("difference", "word", Context("similarity", "happy", word2="glad"), ("happy", "glad")),
        ("difference", "answer:all", AFTER_SYNONYMS, ("felicitous", "glad")),
    ],
)
def test_a_comparison_takes_its_other_word_from_the_last_answer(
    words: TermFinder, command: str, refers: str, context: Context, terms: tuple[str, str]
) -> None:
    sad = words.term("sad") if "sad" in terms else None

    found = resolved(words, read(command, refers), Understood(command, sad), context)

    assert found.term is not None
    assert found.term2 is not None
    assert (found.term.shown, found.term2.shown) == terms


def test_the_number_of_a_meaning_counts_those_that_were_shown(words: TermFinder) -> None:
    after = Context("definition", "fly", "n")

    by_number = resolved(words, read("definition"), Understood("definition", sense=2), after)
    of_another = resolved(
        words, read("definition"), Understood("definition", words.term("run"), sense=2), after
    )

    assert (by_number.pos, by_number.sense) == ("n", 2)
    assert of_another.pos is None
    assert numbered(words, "2", after) == Understood("definition", words.term("fly"), pos="n", sense=2)


def test_a_picked_word_leaves_the_list_as_it_was() -> None:
    topic = topic_after(Understood("definition", BIG), BIG, [], Context("synonyms", shown=("large", "big")))

    assert topic.shown == ("large", "big")


def test_the_end_of_a_list_leaves_the_words_shown_last() -> None:
    last = Context("synonyms", "big", shown=("large",))

    assert topic_after(Understood("synonyms", BIG, offset=6), BIG, ["large"], last).shown == ("large",)
