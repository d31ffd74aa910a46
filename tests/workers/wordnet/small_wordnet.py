"""A WordNet of seven synsets in the format of wndb(5WN), written by hand and small enough to check by eye."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workers.wordnet.files import CORPUS, PARTS
from workers.wordnet.lexnames import lexnames_file

if TYPE_CHECKING:
    from pathlib import Path

# One line a synset, after its offset: lexicographer file, part of speech, words, pointers, frames, gloss.
# `<1>` stands for the offset of the second synset of its file.
DATA = {
    "noun": (
        "03 n 01 entity 0 001 ~ <1> n 0000 | all that exists",
        '05 n 02 Dog 0 hound 1 002 @ <0> n 0000 + <v0> v 0101 | a barking animal; "the dog barked"',
    ),
    "verb": (
        "38 v 01 dog 0 001 + <n1> n 0101 02 + 08 00 + 09 01 | follow",
        "38 v 01 run 0 000 01 + 02 00 | go",
    ),
    "adj": (
        "00 a 01 hot 0 002 & <1> a 0000 ! <2> a 0101 | of high temperature",
        "00 s 01 scorching 0 001 & <0> a 0000 | burning",
        "00 a 01 cold 0 001 ! <0> a 0101 | of low temperature",
    ),
    "adv": (),
}
EXCEPTIONS = {"noun": "dogge dog\n", "verb": "ran run\n"}
COUNTS = "dog%2:38:00:: 1 7\nhound%1:05:01:: 1 2\n"
SENTENCE_NUMBERS = "run%2:38:00:: 3\n"
SENTENCES = "3 They %s every day\n"

_LETTERS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
_WIDTH = 8  # digits of an offset


def write_small_wordnet(root: Path) -> Path:
    """Write the files below `root`, and return their folder."""
    folder = root / CORPUS
    folder.mkdir(parents=True)
    offsets = {part: _offsets(DATA[part], part) for part in PARTS}
    for part in PARTS:
        lines = [_with_offsets(line, part, offsets) for line in DATA[part]]
        (folder / f"data.{part}").write_text(
            "".join(f"{offset} {line}\n" for offset, line in zip(offsets[part], lines, strict=True))
        )
        (folder / f"index.{part}").write_text(_index(part, offsets[part]))
        (folder / f"{part}.exc").write_text(EXCEPTIONS.get(part, ""))
    (folder / "lexnames").write_text(lexnames_file())
    (folder / "index.sense").write_text("")
    (folder / "cntlist.rev").write_text(COUNTS)
    (folder / "sentidx.vrb").write_text(SENTENCE_NUMBERS)
    (folder / "sents.vrb").write_text(SENTENCES)
    return folder


def _offsets(lines: tuple[str, ...], part: str) -> list[str]:
    offsets, at = [], 0
    for line in lines:
        offsets.append(f"{at:0{_WIDTH}}")
        at += len(f"{'':{_WIDTH}} {_with_offsets(line, part, None)}\n")
    return offsets


def _with_offsets(line: str, part: str, offsets: dict[str, list[str]] | None) -> str:
    """Return `line` with an offset of the right length in each place; zeros as long as none is known."""
    for own in PARTS:
        for number in range(len(DATA[own])):
            offset = offsets[own][number] if offsets else "0" * _WIDTH
            line = line.replace(f"<{_LETTERS[own]}{number}>", offset)
            if own == part:
                line = line.replace(f"<{number}>", offset)
    return line


def _index(part: str, offsets: list[str]) -> str:
    found: dict[str, list[str]] = {}
    for offset, line in zip(offsets, DATA[part], strict=True):
        fields = line.split()
        for word in fields[3 : 3 + 2 * int(fields[2], 16) : 2]:
            found.setdefault(word.lower(), []).append(offset)
    return "".join(
        f"{word} {_LETTERS[part]} {len(at)} 0 {len(at)} 0 {' '.join(at)}\n"
        for word, at in sorted(found.items())
    )
