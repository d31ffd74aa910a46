"""Questions about the meaning of a phrase are about the whole of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.english.mentions import (
    clauses,
    each_pair,
    in_its_phrase,
    pair_named,
    phrase_asked,
    term_before_dash,
)
from workers.english.reader import Reading
from workers.english.term_finder import AskedTerm, term_finder
from workers.english.understood import Understood

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "term", "shown", "phrase"),
    [
        ("what does let it be mean?", "let", "let it be", ""),
        ("define break a leg, please", "leg", "break a leg", ""),
        ("what does hot dog stand mean", "hot dog", "hot dog", "hot dog stand"),
        ("what does happy really mean", "happy", "happy", ""),
        ("what does the word happy mean", "happy", "happy", ""),
        ("define the verb harbor", "harbor", "harbor", ""),
        ("meaning of bank in finance", "bank", "bank", ""),
        ("what does bank mean in finance", "bank", "bank", ""),
        ("define a hot dog", "hot dog", "hot dog", ""),
        ("explain once in a blue moon", "once", "once in a blue moon", ""),
        ("the ball is in your court meaning", "ball", "the ball is in your court", ""),
        ("explain irony like I'm five", "irony", "irony", ""),
        ("what does it mean to be candid", "candid", "candid", ""),
        ("what does it mean when people are gullible", "gullible", "gullible", ""),
    ],
)
def test_a_part_of_an_unphrase_asked_does_not_stand_for_it(
    text: str, term: str, shown: str, phrase: str
) -> None:
    """Unless it is most of the phrase: then the reply names both."""
    found = in_its_phrase(text, AskedTerm(term, term.replace(" ", "_")), "in finance")

    assert (found.shown, found.part_of) == (shown, phrase)
    assert (found.name is None) is (shown != term)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("raining cats and dogs meaning", "rain_cats_and_dogs"),
        ("what does letting the cat out of the bag mean?", "let_the_cat_out_of_the_bag"),
        ("she lost her temper meaning", "lose_one's_temper"),
        ("what does it mean to let someone down", "let_down"),
        ("meaning of bank in finance", ""),
        ("what does happy mean", ""),
    ],
)
def test_a_phrase_asked_is_found_in_any_form(lexicon: Lexicon, text: str, name: str) -> None:
    found = phrase_asked(term_finder(lexicon), text)

    assert (found.term.name if found and found.term else "") == name


@pytest.mark.parametrize(
    ("text", "shown"),
    [("thier - does this word exist", "thier"), ("blorf: is it one?", "blorf"), ("is it a co-op", "")],
)
def test_a_dash_or_colon_sets_a_term_apart(lexicon: Lexicon, text: str, shown: str) -> None:
    term = term_before_dash(term_finder(lexicon), text)

    assert (term.shown if term else "") == shown


@pytest.mark.parametrize(
    ("command", "text", "pair"),
    [
        ("difference", 'I write "loose" when I mean "lose"', ("loose", "lose")),
        ("spelling", "Is gaol just the British spelling of jail?", ("gaol", "jail")),
        ("spelling", "dice or die for just one", ("dice", "die")),
        ("pronunciation", "does were sound just like where?", ("were", "where")),
        ("spelling", "wierd or weird for only one", None),
        ("spelling", "is cat the British spelling of idea", None),
    ],
)
def test_a_question_for_two_words_names_both(
    lexicon: Lexicon, command: str, text: str, pair: tuple[str, str] | None
) -> None:
    """If both are words, and are alike or share a meaning, unless their sound is asked for."""
    term = AskedTerm("were", None) if command == "pronunciation" else None
    found, *terms = pair_named(term_finder(lexicon), Reading(command, 1.0, ""), term, None, text)

    assert found == ("difference" if pair and command == "spelling" else command)
    assert tuple(term.shown for term in terms if term) == (pair or ())


def test_three_listed_words_are_compared_in_pairs(lexicon: Lexicon) -> None:
    asked = [Understood("difference", AskedTerm("cement", "cement"), AskedTerm("mortar", "mortar"))]
    finder = term_finder(lexicon)

    found = each_pair(finder, asked, "difference between cement, concrete and mortar")

    assert [(each.term and each.term.shown, each.term2 and each.term2.shown) for each in found] == [
        ("cement", "concrete"),
        ("concrete", "mortar"),
    ]
    for text in (
        "cement, concrete, mortar?",
        '"cement" and "concrete" and "mortar"',
        "cement vs concrete vs mortar",
    ):
        assert len(each_pair(finder, asked, text)) == 2
    for text in (
        "difference between cement and mortar",
        "cement and mortar, please",
        "cement, mortar or what",
    ):
        assert each_pair(finder, asked, text) == asked


def test_two_questions_are_parted_unless_one_refers_to_the_other() -> None:
    assert clauses("what is ceiling and what is roof") == ["what is ceiling", "what is roof"]
    assert clauses("what does ail mean and how do you pronounce it") == []
    assert clauses("what is bread and butter") == []
