"""Questions about the meaning of a phrase are about the whole of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.english.mentions import in_its_phrase, phrase_asked
from workers.english.term_finder import AskedTerm, term_finder

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "term", "shown", "phrase"),
    [
        ("what does let it be mean?", "let", "let it be", ""),
        ("what does to stroll mean", "stroll", "stroll", ""),
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
    assert (found.name == "") is (shown != term)


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
