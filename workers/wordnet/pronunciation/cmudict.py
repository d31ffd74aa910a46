"""Finds the CMU Pronouncing Dictionary and parses it; needed only to build a snapshot.

The dictionary and its licence are in our data folder, copied there from the Python package `uberduct`. The
package holds the dictionary of Carnegie Mellon University with a few hundred words added, and the
university's own licence (two-clause BSD), which must accompany the data. A line is a pronunciation:

    read R EH1 D
    read(2) R IY1 D # a comment
"""

from __future__ import annotations

import importlib.metadata
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from shared.errors import WordNetMissing
from workers.wordnet.pronunciation.phones import encode

if TYPE_CHECKING:
    from collections.abc import Callable

FILE_NAME: Final = "cmudict.dict"
LICENCE_NAME: Final = "CMUDICT-LICENSE"

_PACKAGE: Final = "uberduct"
_FILE_OF_PACKAGE: Final = "uberduct/dict/cmudict.dict"
_LICENCE_OF_PACKAGE: Final = "LICENSE"
_LINE: Final = re.compile(r"([^ (]+)(?:\(\d+\))?((?: [A-Z]{1,2}[012]?)+)(?: #.*)?")

_ADVICE: Final = """The CMU Pronouncing Dictionary is neither in {data_dir} nor installed as {package}.
Install what builds the snapshot:  python -m pip install --require-hashes -r requirements/wordnet.txt
Or put a copy that you have into that folder, as {file} and {licence}."""

# Word in lower case → its pronunciations, the first one first, as the bytes of phones.py.
Pronunciations = dict[str, list[bytes]]


def fingerprint(data_dir: Path) -> list[str]:
    """Return the name and the size of our copy, as a list of one; empty without a copy."""
    file = data_dir / FILE_NAME
    return [f"{FILE_NAME}:{file.stat().st_size}"] if file.is_file() else []


def find_or_copy(data_dir: Path, report: Callable[[str], None]) -> str:
    """Return the text of the dictionary in `data_dir`; if it is not there, that of the package, copied there.

    `report` hears where it is. Raises WordNetMissing if there is neither a copy nor the package.
    """
    file, licence = data_dir / FILE_NAME, data_dir / LICENCE_NAME
    if file.is_file() and licence.is_file():
        report(f"CMU Pronouncing Dictionary: {file}")
        return file.read_text(encoding="utf-8")
    try:
        package = importlib.metadata.distribution(_PACKAGE)
    except importlib.metadata.PackageNotFoundError:
        advice = _ADVICE.format(data_dir=data_dir, package=_PACKAGE, file=FILE_NAME, licence=LICENCE_NAME)
        raise WordNetMissing(advice) from None
    text = Path(str(package.locate_file(_FILE_OF_PACKAGE))).read_text(encoding="utf-8")
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        licence.write_text(package.read_text(_LICENCE_OF_PACKAGE) or "", encoding="utf-8")
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        report(f"CMU Pronouncing Dictionary: the package {_PACKAGE}, without a copy in {data_dir}: {error}")
    else:
        report(f"CMU Pronouncing Dictionary: {file}, from the package {_PACKAGE}")
    return text


def parse(text: str) -> Pronunciations:
    """Return every pronunciation in the text of the dictionary; a line of any other form is left out.

    >>> parse("red R EH1 D\\nred(2) R IY1 D # a comment\\nno stress B AE D\\n; a note")
    {'red': [b'\\x0f9\\x03', b'\\x0fI\\x03']}
    """
    found: Pronunciations = {}
    for line in text.splitlines():
        match = _LINE.fullmatch(line)
        if match is None:
            continue
        try:
            phones = encode(match[2])
        except KeyError:  # no phone of ARPAbet, or a vowel without its stress: 3 of 135,820 lines
            continue
        pronunciations = found.setdefault(match[1].lower(), [])
        if phones not in pronunciations:
            pronunciations.append(phones)
    return found
