"""Words are found as people write them: folded, inflected, joined, and misspelt."""

from __future__ import annotations

import pytest

from workers.english.term_finder import AskedTerm, TermFinder, literal


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("happy", "happy"),
        ("Geese", "geese"),
        ("ice-cream", "ice_cream"),
        ("ICE_CREAM", "ice_cream"),
        ("icecream", "icecream"),
        ("jack o lantern", "jack-o-lantern"),
        ("café", "cafe"),
        ("“happy!”", None),
        ("happy!", "happy"),
        ("zzqxv", None),
        ("", None),
        ("a" * 200, None),
    ],
)
def test_a_word_is_found_by_its_folded_name(words: TermFinder, text: str, name: str | None) -> None:
    """Blank, hyphen, underscore, apostrophe, case and accents do not matter."""
    assert words.find(text) == name


@pytest.mark.parametrize(
    ("text", "shown"), [("Paris", "Paris"), ("Happy", "happy"), ("paris", "paris"), ("HOT DOG", "hot dog")]
)
def test_a_term_keeps_the_capitals_of_a_proper_name(words: TermFinder, text: str, shown: str) -> None:
    term = words.term(text)

    assert term is not None
    assert term.shown == shown


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("serendipty", "serendipity"),
        ("umbrelas", "umbrellas"),
        ("hapened", "happened"),
        ("quinoa", None),
        ("hte", None),
    ],
)
def test_spelling_is_corrected_where_one_word_is_clearly_meant(
    words: TermFinder, typed: str, meant: str | None
) -> None:
    """An inflected word keeps its ending; a word since 2006 is not taken for an older one."""
    term = words.corrected(typed)

    assert (term and term.shown) == meant
    assert term is None or (term.corrected and term.typed == typed)


def test_suggestions_are_existing_words(words: TermFinder) -> None:
    near = words.suggestions("Happpy", 4)

    assert near[0] == "happy"
    assert all(words.is_word(word) for word in near)


@pytest.mark.parametrize(
    ("shown", "name", "folded"), [("ice-cream", "ice_cream", True), ("Ice Cream", "ice_cream", False)]
)
def test_a_term_is_folded_if_its_name_is_spelt_differently(shown: str, name: str, folded: bool) -> None:
    assert AskedTerm(shown, name).is_folded is folded


@pytest.mark.parametrize(
    ("typed", "shown"), [("etc.", "etc."), ("dog.", "dog"), ("'tis", "'tis"), ("N.A.T.O.", "N.A.T.O.")]
)
def test_a_dot_belongs_to_a_term_if_its_name_has_one(words: TermFinder, typed: str, shown: str) -> None:
    term = words.term(typed)

    assert term is not None
    assert term.shown == shown


def test_a_literal_term_is_as_typed(words: TermFinder) -> None:
    folded, corrected = words.term("alot"), words.corrected("serendipty")

    assert folded is not None
    assert corrected is not None
    assert (folded.name, literal(folded).name) == ("a_lot", "alot")
    assert (corrected.shown, literal(corrected).shown) == ("serendipity", "serendipty")


@pytest.mark.parametrize(("typed", "shown"), [("New York's", "New York's"), ("Dog's", "dog")])
def test_a_possessive_keeps_the_capitals_of_a_name(words: TermFinder, typed: str, shown: str) -> None:
    term = words.in_span(typed, 0, len(typed))

    assert term is not None
    assert term.shown == shown


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("to do", "do"),
        ("to hang up", "hang_up"),
        ("to-do", "to-do"),
        ("to be sure", "to_be_sure"),
        ("to boot", "to_boot"),
        ("to happiness", None),
    ],
)
def test_a_to_before_a_verb_is_no_part_of_it(words: TermFinder, typed: str, name: str | None) -> None:
    term, quoted = words.term(typed), words.in_span(f"past of “{typed}”", 9, 9 + len(typed))

    assert (term and term.name) == name
    assert quoted is not None
    assert name is None or quoted.name == name
