"""Two terms in one piece of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import ask
from workers.english.reader import Reading, Span
from workers.english.several.term_pairs import fitting, one_or_other, pair_in, questions_on, sides
from workers.english.term_finder import AskedTerm
from workers.english.understood import Understood

if TYPE_CHECKING:
    from workers.english.term_finder import TermFinder
    from workers.wordnet.lexicon import Lexicon


def test_two_terms_stand_on_both_sides_of_a_sign_or_blank() -> None:
    """A comma parts them before a blank does, and the most even sides come first."""
    assert list(sides("cat, dog")) == [("cat", "dog"), ("cat,", "dog")]
    assert next(sides("salt and pepper and oil, please")) == ("salt and pepper and oil", "please")
    assert next(sides("ice cream hot dog")) == ("ice cream", "hot dog")
    assert list(sides("cat")) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("turtle tortoise", ("turtle", "tortoise")),
        ("ice cream hot dog", ("ice cream", "hot dog")),
        ("house and home", ("house", "home")),
        ("cat-lion", ("cat", "lion")),
    ],
)
def test_two_known_terms_are_a_pair(words: TermFinder, text: str, shown: tuple[str, str]) -> None:
    found = pair_in(words, text)

    assert found is not None
    assert (found[0].shown, found[1].shown) == shown


@pytest.mark.parametrize("text", ["turtle zxcv", "cat"])
def test_an_unknown_half_is_no_pair(words: TermFinder, text: str) -> None:
    assert pair_in(words, text) is None


def test_a_missing_second_term_may_be_in_the_first(words: TermFinder) -> None:
    unknown = AskedTerm("turtle tortoise")
    command, term, term2 = fitting(words, "difference", unknown, None, "turtle tortoise")

    assert command == "difference"
    assert term is not None
    assert term2 is not None
    assert (term.shown, term2.shown) == ("turtle", "tortoise")


def test_a_form_is_asked_about_as_typed(words: TermFinder) -> None:
    [_, term, _] = fitting(words, "is_word", words.term("alot"), None, "is alot a word")

    assert term is not None
    assert term.name == "alot"


def test_the_right_spelling_is_that_which_is_known(words: TermFinder) -> None:
    wrong, right = AskedTerm("wierd"), words.term("weird")

    assert fitting(words, "spelling", wrong, right, "wierd or weird") == ("spelling", right, None)
    assert fitting(words, "difference", right, wrong, "weird, wierd") == ("difference", right, wrong)


@pytest.mark.parametrize(
    ("command", "terms", "fits"),
    [
        ("is_a", ("dog", "mammal"), ("is_a", "dog", "mammal")),
        ("is_a", ("queer", "slur"), ("usage", "queer", None)),
        ("usage", ("sheeps", None), ("is_word", "sheeps", None)),
        ("difference", ("sheeps", "sheep"), ("spelling", "sheep", None)),
    ],
)
def test_two_terms_can_belong_to_another_command(
    words: TermFinder, command: str, terms: tuple[str, str | None], fits: tuple[str, str, str | None]
) -> None:
    one, other = (words.term(word) if word else None for word in terms)
    found = fitting(words, command, one, other, " ".join(filter(None, terms)))

    assert (found[0], *(term and term.shown for term in found[1:])) == fits


def test_a_doubted_spelling_is_asked_for_as_a_word(words: TermFinder) -> None:
    doubted, asked = (
        fitting(words, "spelling", words.term("alot"), None, text)
        for text in ("is alot standard", "how do you spell alot")
    )

    assert (doubted[0], doubted[1] and doubted[1].name, asked[0]) == ("is_word", "alot", "spelling")


@pytest.mark.parametrize(
    ("text", "term"),
    [("is oxes a plural", "oxes"), ("is walks a plural", None), ("are gooses plural", "gooses")],
)
def test_a_plural_that_the_rules_alone_make_is_asked_for_as_a_word(
    words: TermFinder, text: str, term: str | None
) -> None:
    command, asked, _ = fitting(words, "inflect", words.term(text.split()[1]), None, text)

    assert (command == "is_word") == bool(term)
    assert not term or (asked and asked.name == term)


@pytest.mark.parametrize(
    ("text", "command", "asked"),
    [
        ("is lorry a british word", "is_word", "usage"),
        ("what are the meanings of bank", "definition", "overview"),
        ("what is the meaning of bank", "definition", "definition"),
        ("is slang a word", "is_word", "is_word"),
        ("which is rarer, lorry or truck", "difference", "usage"),
        ("formal and informal, how do they differ", "difference", "difference"),
    ],
)
def test_a_question_for_the_use_of_words_is_told_by_its_text(
    words: TermFinder, text: str, command: str, asked: str
) -> None:
    assert fitting(words, command, words.term("lorry"), words.term("truck"), text)[0] == asked


def reading(command: str, text: str, *terms: str, confidence: float = 0.9, second: str = "") -> Reading:
    spans = {
        label: [Span(term, text.index(term), text.index(term) + len(term))]
        for label, term in zip(("term", "term2"), terms, strict=False)
    }
    return Reading(command, confidence, second, spans=spans)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("can you say luggages", "Not in WordNet: luggage has no plural"),
        (
            'she says "goodest", what is the right form of good?',
            "Not in WordNet: the superlative of good",
        ),
    ],
)
def test_a_wrong_form_gets_the_right_one(lexicon: Lexicon, text: str, said: str) -> None:
    assert (ask(lexicon, text).text or "").startswith(said)


def test_one_spelling_of_two_times_has_a_past_and_a_sound(words: TermFinder) -> None:
    text = 'Why does "beat" look the same in the past?'
    asked = Understood("difference", None, words.term("beat"))
    found = questions_on(words, reading("difference", text), asked, text)

    assert [(each.command, each.term and each.term.shown) for each in found] == [
        ("inflect", "beat"),
        ("pronunciation", "beat"),
    ]


def test_two_right_spellings_differ(words: TermFinder) -> None:
    text = "which one, colour or color?"
    [both] = questions_on(
        words, reading("spelling", text, "colour"), Understood("spelling", words.term("colour")), text
    )

    assert (both.command, both.term2 and both.term2.shown) == ("difference", "color")


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


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("the plural of 'leaf', 'ox' and 'knife'", ["leaf", "ox", "knife"]),
        ("plurals of leaf, ox and knife?", ["leaf", "ox", "knife"]),
        ("plural of leaf, please, thanks", ["leaf"]),
        ("the plural of leaf or ox?", ["leaf", "ox"]),
        ("plural of leaf, homework", ["leaf"]),
        ("plural of leaf, and then we go on", ["leaf"]),
    ],
)
def test_an_enumeration_goes_on_to_the_end(words: TermFinder, text: str, terms: list[str]) -> None:
    asked = Understood("inflect", words.term("leaf"), form="plural")
    found = questions_on(words, reading("inflect", text, "leaf"), asked, text)

    assert [each.term and each.term.shown for each in found] == terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("ok or okay", ("difference", "ok", "okay")),
        ("is it your or you're?", ("difference", "your", "you're")),
        ("who or whom", None),
        ("pizza or pizza", None),
        ("is it wierd or weird", ("spelling", "weird", None)),
        ("what is this or that", None),
        ("Which is correct, then or than?", ("difference", "then", "than")),
        ("occured or occurred?", ("spelling", "occurred", None)),
        ("is it goed or sheeps", None),
    ],
)
def test_one_word_or_another_alone_asks_for_the_difference(
    words: TermFinder, text: str, terms: tuple[str, str, str | None] | None
) -> None:
    """Not for that of two words of grammar; of a wrong spelling and a right one, for the latter."""
    found = one_or_other(words, text)

    assert (found and (found.command, *(each and each.shown for each in (found.term, found.term2)))) == terms


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "does scone rhyme with gone or with bone?",
            "No: scone does not rhyme with gone. Yes: scone",
        ),
        ("does said rhyme with bed or paid", "Yes: said rhymes with bed. No: said does not rhyme with paid."),
        (
            'does "through" rhyme with "though" or with "true"?',
            "No: through does not",
        ),
    ],
)
def test_a_rhyme_with_one_of_two_words_is_checked_for_each(lexicon: Lexicon, text: str, said: str) -> None:
    assert (ask(lexicon, text).text or "").startswith(said)


def test_a_second_question_is_about_the_only_word_of_the_first(words: TermFinder) -> None:
    """The model may find the second word alone."""
    text = "what sets it apart from tell? a sentence please"
    reading = Reading("difference", 1.0, "examples", then="examples")
    asked = Understood("difference", None, words.term("tell"))

    _, then = questions_on(words, reading, asked, text)

    assert then.command == "examples"
    assert then.term == words.term("tell")
