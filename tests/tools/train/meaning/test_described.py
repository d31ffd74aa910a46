"""The descriptions are well formed, name words of WordNet, and don't give their words away."""

from __future__ import annotations

import re

import pytest

from tools.train.meaning.described import CHECKS, FOLDER, PENS, read, read_all
from workers.wordnet.lexicon import Lexicon

LONGEST = 300  # characters, as of `reverse`


@pytest.mark.parametrize("pen", [*PENS, *CHECKS])
def test_a_description_holds_everything_but_its_word(lexicon: Lexicon, pen: str) -> None:
    found = read(pen)

    assert len(found) >= 200
    assert len({word for word, _ in found}) == len(found)
    for word, description in found:
        assert lexicon.lemma(word.lower()) is not None, word
        assert 0 < len(description) <= LONGEST, word
        assert not re.search(rf"\b{re.escape(word)}\b", description, re.IGNORECASE), word


def test_every_file_has_one_role_and_is_on_the_card() -> None:
    card = (FOLDER / "README.md").read_text("utf-8")

    assert {path.stem for path in FOLDER.glob("*.tsv")} == {*PENS, *CHECKS}
    for pen in (*PENS, *CHECKS):
        assert f"| `{pen}` | {len(read(pen))} |" in card, pen


def test_no_description_of_the_writer_apart_is_learnt(lexicon: Lexicon) -> None:
    learnt = {description.lower() for _, description in read_all(lexicon)}

    assert learnt.isdisjoint(description.lower() for pen in CHECKS for _, description in read(pen))
