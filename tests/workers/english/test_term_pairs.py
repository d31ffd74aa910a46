"""Two terms in one piece of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.english.reader import Reading, Span
from workers.english.term_finder import AskedTerm
from workers.english.term_pairs import (
    alternative,
    command_of,
    halves,
    one_or_other,
    pair_in,
    parts,
    questions_on,
    reconsidered,
    word_of_usage,
)
from workers.english.understood import Understood

if TYPE_CHECKING:
    from workers.english.term_finder import TermFinder


def test_a_comma_and_an_and_part_two_terms() -> None:
    assert list(parts("cat, dog")) == [["cat", "dog"]]
    assert list(parts("salt and pepper and oil")) == [["salt", "pepper and oil"], ["salt and pepper", "oil"]]
    assert list(parts("and cat, ")) == []


def test_the_most_even_half_comes_first() -> None:
    assert next(halves("ice cream hot dog")) == ["ice cream", "hot dog"]
    assert list(halves("cat")) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("turtle tortoise", ("turtle", "tortoise")),
        ("ice cream hot dog", ("ice cream", "hot dog")),
        ("house and home", ("house", "home")),
    ],
)
def test_two_known_terms_are_a_pair(words: TermFinder, text: str, shown: tuple[str, str]) -> None:
    found = pair_in(words, text)

    assert found is not None
    assert (found[0].shown, found[1].shown) == shown


@pytest.mark.parametrize("text", ["ice cream", "turtle zxcv", "cat"])
def test_a_term_or_an_unknown_half_is_no_pair(words: TermFinder, text: str) -> None:
    assert pair_in(words, text) is None


@pytest.mark.parametrize(
    ("command", "one", "other", "wanted"),
    [
        ("spelling", "poisonous", "venomous", ("difference", "poisonous", "venomous")),
        ("spelling", "gray", "grey", ("difference", "gray", "grey")),
        ("grammar", "accept", "except", ("difference", "accept", "except")),
        ("grammar", "who", "whom", ("grammar", "who", "whom")),
        ("is_a", "queer", "slurs", ("usage", "queer", None)),
        ("is_a", "whale", "fish", ("is_a", "whale", "fish")),
        ("is_word", "alot", None, ("is_word", "alot", None)),
    ],
)
def test_two_terms_together_decide(
    words: TermFinder, command: str, one: str, other: str | None, wanted: tuple[str, str, str | None]
) -> None:
    second = words.term(other) if other else None
    text = f"is it '{one}' or '{other}'?"
    found, term, term2 = reconsidered(words, command, text, words.term(one), second)

    assert (found, term and term.shown, term2 and term2.shown) == wanted


def test_a_missing_second_term_may_be_in_the_first(words: TermFinder) -> None:
    unknown = AskedTerm("turtle tortoise", None)
    _, term, term2 = reconsidered(words, "difference", "", unknown, None)

    assert term is not None
    assert term2 is not None
    assert (term.shown, term2.shown) == ("turtle", "tortoise")


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [("fewer people or less people", "fewer", "people"), ("arrive at or arrive in", "arrive at", "arrive")],
)
def test_parts_of_two_phrases_are_no_pair(words: TermFinder, text: str, one: str, other: str) -> None:
    assert reconsidered(words, "grammar", text, words.term(one), words.term(other))[0] == "grammar"


def test_a_wrong_and_the_right_spelling_are_one_word(words: TermFinder) -> None:
    wrong, right = words.corrected("embarass"), words.term("embarrass")
    command, term, term2 = reconsidered(words, "difference", "embarass or embarrass?", wrong, right)

    assert (command, term and term.name, term2) == ("spelling", "embarrass", None)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("is it spelled or spelt", ("difference", "spelled", "spelt")),  # which the model takes for a command
        ("Which is correct, then or than?", ("difference", "then", "than")),
        ("is it wierd or weird", ("spelling", "weird", None)),
        ("occured or occurred?", ("spelling", "occurred", None)),
        ("is it goed or sheeps", ("spelling", None, None)),
        ("is data singular or plural", ("spelling", None, None)),
    ],
)
def test_two_words_alone_are_compared_if_both_are_right(
    words: TermFinder, text: str, wanted: tuple[str, str | None, str | None]
) -> None:
    command, term, term2 = reconsidered(words, "spelling", text, None, None)

    assert (command, term and term.shown, term2 and term2.shown) == wanted


@pytest.mark.parametrize(
    ("command", "text", "word", "wanted"),
    [
        ("grammar", "is mice plural?", "mice", "inflect"),
        ("grammar", "is data singular or plural", "data", "inflect"),
        ("grammar", "is news singular or plural", "news", "grammar"),
        ("grammar", "mice is or mice are", "mice", "grammar"),
        ("lemmatizer", "singular of mice", "mice", "lemmatizer"),
    ],
)
def test_a_question_about_number_is_about_the_forms_of_a_noun(
    words: TermFinder, command: str, text: str, word: str, wanted: str
) -> None:
    assert reconsidered(words, command, text, words.term(word), None)[0] == wanted


def reading(command: str, text: str, *terms: str, confidence: float = 0.9, second: str = "") -> Reading:
    spans = {
        label: [Span(term, text.index(term), text.index(term) + len(term))]
        for label, term in zip(("term", "term2"), terms, strict=False)
    }
    return Reading(command, confidence, second, spans=spans)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("lit or lighted?", "lighted"),
        ("is it 'lit' or 'lighted'", "lighted"),
        ("lit or is it lighted now", None),
        ("lit and lighted", None),
    ],
)
def test_the_second_term_may_come_after_or(words: TermFinder, text: str, shown: str | None) -> None:
    found = alternative(words, reading("spelling", text, "lit"), text)

    assert (found and found.shown) == shown
    assert alternative(words, reading("definition", text, "lit"), text) is None


def test_three_words_are_compared_in_two_pairs(words: TermFinder) -> None:
    text = "dog vs wolf vs fox"
    both = Understood("difference", words.term("dog"), words.term("fox"))
    pairs = questions_on(words, reading("difference", text, "dog", "fox"), both, text)

    assert [(each.term and each.term.shown, each.term2 and each.term2.shown) for each in pairs] == [
        ("dog", "wolf"), ("fox", "wolf"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["dog vs fox", "dog and a fox", "dog, wolf, bear, fox", "dog, zxcv and fox"])
def test_any_other_number_of_words_is_one_pair(words: TermFinder, text: str) -> None:
    both = Understood("difference", words.term("dog"), words.term("fox"))

    assert questions_on(words, reading("difference", text, "dog", "fox"), both, text) == [both]


@pytest.mark.parametrize(
    ("command", "text", "terms"),
    [
        ("inflect", "plural of sheep and deer", ["sheep", "deer"]),
        ("pronunciation", "does pair sound exactly like pear?", ["pair", "pear"]),
        ("homophones", "is bear pronounced the same as bare", ["bear", "bare"]),
        ("pronunciation", "how is lead said as a metal", ["lead"]),
    ],
)
def test_joint_terms_get_a_question_each(
    words: TermFinder, command: str, text: str, terms: list[str]
) -> None:
    two = terms[-1] if len(terms) > 1 else "metal"
    both = Understood(command, words.term(terms[0]), words.term(two))
    found = questions_on(words, reading(command, text, terms[0], two), both, text)

    assert [each.term and each.term.shown for each in found] == terms


def test_words_without_a_common_part_of_speech_are_no_more_than_different(words: TermFinder) -> None:
    commands = [
        reconsidered(words, "similarity", f"is {one} {two}", words.term(one), words.term(two))[0]
        for one, two in (("stationary", "stationery"), ("hot", "cold"))
    ]

    assert commands == ["difference", "similarity"]


def test_a_wrong_form_is_no_word_to_use(words: TermFinder) -> None:
    wrong, right = (
        reconsidered(words, "usage", f"can I say {word}", words.term(word), None)
        for word in ("sheeps", "mice")
    )

    assert (wrong[0], right[0]) == ("is_word", "usage")


@pytest.mark.parametrize(
    ("text", "shown"),
    [("is gay offensive?", "gay"), ("is it slang", None), ("is a gay bar offensive", None)],
)
def test_a_question_about_usage_has_one_word_beside_its_marks(
    words: TermFinder, text: str, shown: str | None
) -> None:
    found = word_of_usage(words, text)

    assert (found and found.shown) == shown


def test_small_talk_about_a_word_is_the_second_likeliest_command() -> None:
    text = "what sounds like your"
    talk = reading("about_bot", text, "your", confidence=0.6, second="homophones")

    assert command_of(talk) == "homophones"
    assert command_of(reading("about_bot", text, "your", confidence=0.9, second="homophones")) == "about_bot"
    assert command_of(reading("about_bot", text, confidence=0.6, second="homophones")) == "about_bot"
    assert command_of(reading("out_of_scope", text, "your", confidence=0.6, second="pos")) == "out_of_scope"


@pytest.mark.parametrize(
    ("text", "one", "two", "expected"),
    [
        ("fewer people or less people", "fewer", "people", ("grammar", "fewer")),
        ("wait in line or wait on line", "wait", "line", ("grammar", "in")),
        ("red wine or white wine", "red wine", "white wine", ("difference", "red wine")),
        ("a cat or a dog", "cat", "dog", ("difference", "cat")),
        ("is it mouses or mice", "mouses", "mice", ("spelling", "mice")),
        ("geese or gooses", "geese", "gooses", ("spelling", "geese")),
        ("lit or lighted", "lit", "lighted", ("difference", "lit")),
        ("difference between mouses and mice", "mouses", "mice", ("difference", "mouses")),
    ],
)
def test_two_phrases_are_a_matter_of_grammar_and_a_wrong_form_of_spelling(
    words: TermFinder, text: str, one: str, two: str, expected: tuple[str, str]
) -> None:
    command, term, _ = reconsidered(words, "difference", text, words.term(one), words.term(two))

    assert (command, term and term.shown) == expected


@pytest.mark.parametrize(
    ("text", "one", "two", "shown"),
    [
        ("sea lion or sea otter", "sea lion", "otter", "sea otter"),
        ("is it affect or effect here", "affect", "effect", None),
    ],
)
def test_the_longer_term_after_or_counts(
    words: TermFinder, text: str, one: str, two: str, shown: str | None
) -> None:
    found = alternative(words, reading("difference", text, one, two), text)

    assert (found and found.shown) == shown


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("ok or okay", ("difference", "ok", "okay")),
        ("is it your or you're?", ("difference", "your", "you're")),
        ("who or whom", None),
        ("pizza or pizza", None),
        ("is it wierd or weird", ("spelling", "weird", None)),
        ("what is this or that", None),
    ],
)
def test_one_word_or_another_alone_asks_for_the_difference(
    words: TermFinder, text: str, terms: tuple[str, str, str | None] | None
) -> None:
    """Not for that of two words of grammar; of a wrong spelling and a right one, for the latter."""
    found = one_or_other(words, text)

    assert (found and (found[0], found[1].shown, found[2] and found[2].shown)) == terms
