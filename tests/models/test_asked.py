"""The labelled sentences are well formed, and each file has one writer and one role."""

from __future__ import annotations

import re

import pytest

from tools.train.sentences import CHECKS, COMMANDS, FOLDER, LOCKED, PENS, read

FILES = sorted(path.stem for path in FOLDER.glob("*.jsonl"))
CARD = (FOLDER / "README.md").read_text()


@pytest.mark.parametrize("name", FILES)
def test_every_label_is_known_and_every_part_stands_in_the_text(name: str) -> None:
    faults = [(sentence.text, sentence.faults()) for sentence in read(name) if sentence.faults()]

    assert not faults


@pytest.mark.parametrize("name", FILES)
def test_no_file_says_the_same_twice(name: str) -> None:
    said = [(s.text, s.previous, s.dialogue) for s in read(name)]

    assert len(said) == len(set(said))


def test_every_file_has_one_role() -> None:
    assert sorted((*PENS, *CHECKS, *LOCKED)) == FILES


def test_the_card_says_who_wrote_each_file_and_how_much() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| ([\d,]+) \|", CARD, re.MULTILINE))

    assert rows == {name: f"{len(read(name)):,}" for name in FILES}


def test_every_command_has_sentences_to_learn_from() -> None:
    learnt = {sentence.command for pen in PENS for sentence in read(pen)}

    assert learnt == set(COMMANDS)
