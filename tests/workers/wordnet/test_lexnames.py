"""The file `lexnames`, for a WordNet that comes without it."""

from __future__ import annotations

from pathlib import Path

from workers.wordnet.lexnames import LEXNAMES, lexnames_file


def test_lexnames_has_45_lines_of_number_name_and_category() -> None:
    lines = lexnames_file().splitlines()

    assert len(lines) == len(LEXNAMES) == 45
    assert (lines[0], lines[5], lines[44]) == ("00\tadj.all\t3", "05\tnoun.animal\t1", "44\tadj.ppl\t3")


def test_the_names_are_those_of_wordnets_own_file(wordnet_folder: Path) -> None:
    assert lexnames_file().split() == (wordnet_folder / "lexnames").read_text().split()
