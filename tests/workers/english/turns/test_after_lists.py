"""The meaning of a turn after a list, after words for a description, or after a question about two words."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from shared.messages import Context, Where
from tests.workers.english.turns.test_dialogue import AFTER_SYNONYMS, read, resolved
from workers.english.reader import Reading, Span
from workers.english.term_finder import TermFinder
from workers.english.turns.dialogue import numbered, on_several
from workers.english.understanding import without_model
from workers.english.understood import Understood

AFTER_DESCRIPTION = Context("reverse", "the cry of an owl", sense=3, shown=("hoot", "screech"), more=6)


@pytest.mark.parametrize("reading", [read("yes"), Reading("reverse", 0.5, "yes")])
def test_yes_to_the_word_for_a_description_asks_for_it_in_that_sense(
    words: TermFinder, reading: Reading
) -> None:
    found = resolved(words, reading, Understood(reading.command), AFTER_DESCRIPTION)

    assert (found.command, found.term, found.sense) == ("definition", words.term("hoot"), 3)


@pytest.mark.parametrize(
    "reading",
    [read("no"), read("complaint"), Reading("reverse", 0.5, "unclear"), Reading("reverse", 0.5, "random")],
)
def test_no_to_the_word_for_a_description_asks_for_the_next_ones(words: TermFinder, reading: Reading) -> None:
    found = resolved(words, reading, Understood(reading.command), AFTER_DESCRIPTION)

    assert (found.command, found.offset) == ("reverse", 6)
    assert found.term is not None
    assert found.term.shown == AFTER_DESCRIPTION.word


def test_conditions_alone_are_about_the_last_description(words: TermFinder) -> None:
    asked = Understood("reverse", where=Where(letters=4))

    found = resolved(words, read("reverse"), asked, AFTER_DESCRIPTION)

    assert found.term is not None
    assert (found.term.shown, found.where) == (AFTER_DESCRIPTION.word, Where(letters=4))


@pytest.mark.parametrize(
    ("context", "refers", "term", "sense"),
    [
        (Context("hyponyms", "flower", shown=("pink", "rose")), "answer:1", "pink", 3),
        (Context("hyponyms", "flower", shown=("pink", "rose")), "answer:2", "rose", 0),
        (Context("difference", "pink", word2="flower", shown=("pink", "flower")), "answer:1", "pink", 0),
    ],
)
def test_a_word_of_a_list_is_meant_in_the_sense_that_it_has_there(
    words: TermFinder, context: Context, refers: str, term: str, sense: int
) -> None:
    found = resolved(words, read("definition", refers), Understood("definition"), context)

    assert (found.term, found.sense) == (words.term(term), sense)
    assert numbered(words, refers[-1], context) == found


AFTER_TWO = Context("difference", "happy", word2="sad", sense=2, shown=("happy", "sad"))


@pytest.mark.parametrize(("command", "refers"), [("usage", "answer:all"), ("examples", "word"), ("pos", "")])
def test_a_question_after_one_about_two_words_is_about_both(
    words: TermFinder, command: str, refers: str
) -> None:
    asked = Understood(command, words.term("happy"), sense=2)

    found = on_several(words, [asked], read(command, refers), AFTER_TWO, "")

    assert found == [asked, Understood(command, words.term("sad"))]


@pytest.mark.parametrize(
    ("reading", "asked", "context"),
    [
        (read("examples", "answer:1"), "happy", AFTER_TWO),
        (Reading("usage", 0.9, "pos", spans={"term": [Span("happy", 0, 5)]}), "happy", AFTER_TWO),
        (read("examples", "word"), "glad", AFTER_TWO),
        (read("examples", "word"), "happy", Context("is_a", "happy", word2="mood")),
        (read("examples", "word"), "happy", AFTER_SYNONYMS),
        (read("similarity", "word"), "happy", AFTER_TWO),
    ],
)
def test_a_question_about_one_of_two_words_stays_alone(
    words: TermFinder, reading: Reading, asked: str, context: Context
) -> None:
    question = Understood(reading.command, words.term(asked))

    assert on_several(words, [question], reading, context, "") == [question]


def test_a_comparison_of_all_names_is_answered_by_the_commonest(words: TermFinder) -> None:
    after = replace(AFTER_SYNONYMS, shown=("prosperous", "good", "felicitous"))

    found = resolved(words, read("usage", "answer:all"), Understood("usage"), after)

    assert found.term is not None
    assert found.term.note is not None
    assert (found.term.shown, found.term.note.words) == ("good", ["good", "felicitous"])


@pytest.mark.parametrize(
    ("reading", "context", "command"),
    [
        (read("is_a", "word"), Context("anagram", "listen", shown=("silent",)), "anagram"),
        (read("is_a", "word"), Context("synonyms", "listen", shown=("hear",)), "difference"),
        (read("rhymes", "question"), Context("rhymes", "listen", word2="glisten"), "rhymes"),
    ],
)
def test_whether_a_word_is_in_a_list_is_asked_about_both(
    words: TermFinder, reading: Reading, context: Context, command: str
) -> None:
    sad = words.term("sad")

    found = resolved(words, reading, Understood(reading.command, sad), context)

    assert (found.command, found.term, found.term2) == (command, words.term("listen"), sad)


def test_a_complaint_about_a_list_asks_for_the_next_words(words: TermFinder) -> None:
    found = resolved(words, read("complaint"), Understood("complaint"), AFTER_SYNONYMS)

    assert (found.command, found.offset) == ("synonyms", 6)


def test_a_comparative_alone_is_no_term_after_a_list(words: TermFinder) -> None:
    assert without_model(words, "angrier", AFTER_SYNONYMS) is None
    assert without_model(words, "angrier", Context("definition", "weary")) is not None


@pytest.mark.parametrize(
    ("refers", "text", "names"),
    [
        ("answer:1", "define the first two", ["felicitous", "glad"]),
        ("answer:-1", "the last 2", ["glad", "well-chosen"]),
        ("answer:1", "the first one", ["felicitous"]),
    ],
)
def test_several_words_can_be_picked_from_a_list(
    words: TermFinder, refers: str, text: str, names: list[str]
) -> None:
    asked = Understood("definition", words.term(names[0]))

    found = on_several(words, [asked], read("definition", refers), AFTER_SYNONYMS, text)

    assert [each.term for each in found] == list(map(words.term, names))
    assert on_several(words, [asked], read("definition", refers), Context("definition", "happy"), text) == [
        asked
    ]


@pytest.mark.parametrize(("word", "other"), [("happy", "sad"), ("sad", "happy")])
def test_the_other_one_of_two_is_the_one_that_is_not_the_topic(
    words: TermFinder, word: str, other: str
) -> None:
    found = resolved(words, read("unclear", "sense"), Understood("unclear"), replace(AFTER_TWO, word=word))

    assert (found.command, found.term) == ("definition", words.term(other))
