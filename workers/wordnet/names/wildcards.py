"""Patterns of a name: `?` stands for one character, `*` for any number of them, as in the shell."""

from __future__ import annotations

import re
from operator import itemgetter, methodcaller
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_STARS: Final = re.compile(r"\*+")
PLACES: Final = (3, 4, 5)  # of letters in a name, by which the index finds them
# Which pieces of a pattern have letters → the method of a name that tests it, faster than we could.
_SIMPLE: Final = {
    (True,): "__eq__",
    (True, False): "startswith",
    (False, True): "endswith",
    (False, True, False): "__contains__",
}
_NO_LETTERS: Final = re.compile(r"[^a-z]+")


class Wildcards:
    """One pattern, in lower case."""

    def __init__(self, text: str) -> None:
        self.pieces = _STARS.sub("*", text).split("*")
        text = "".join(self.pieces)
        self.shortest = len(text)  # characters of a name that matches
        self.letters = text.replace("?", "")  # every character but the wildcards

    @property
    def is_open(self) -> bool:
        """Whether there is a star, so that a name may be longer."""
        return len(self.pieces) > 1

    @property
    def matches(self) -> Callable[[str], object]:
        """The test of whether the whole of a name matches."""
        if any("?" in piece for piece in self.pieces):
            return re.compile(self.expression).fullmatch if self.is_open else self._fixed()
        if len(self.pieces) == 2 and all(self.pieces):  # noqa: PLR2004 (the beginning and the end)
            first, last = self.pieces
            least = self.shortest
            return lambda name: name.endswith(last) and name.startswith(first) and len(name) >= least
        method = _SIMPLE.get(tuple(map(bool, self.pieces)))
        return methodcaller(method, self.letters) if method else self._is_match

    def _fixed(self) -> Callable[[str], object]:
        """Return the test for a pattern without `*`; to compile an expression takes longer."""
        text, length = self.pieces[0], self.shortest
        places = [at for at, letter in enumerate(text) if letter != "?"]
        if not places:
            return lambda name: len(name) == length
        letters_of = itemgetter(*places)
        wanted = letters_of(text)
        return lambda name: len(name) == length and letters_of(name) == wanted

    def _is_match(self, name: str) -> bool:
        """Whether the whole name matches a pattern without `?`."""
        first, *others = self.pieces
        if not others:
            return name == first
        *middle, last = others
        if len(name) < self.shortest or not (name.startswith(first) and name.endswith(last)):
            return False
        at, end = len(first), len(name) - len(last)
        for piece in middle:
            at = name.find(piece, at, end)
            if at < 0:
                return False
            at += len(piece)
        return True

    def runs(self) -> Iterator[str]:
        """Yield what `runs` yields for every name that matches."""
        last = len(self.pieces) - 1
        for number, piece in enumerate(self.pieces):
            yield from runs("^" * (number == 0) + piece + "$" * (number == last))

    @property
    def expression(self) -> str:
        """The regular expression for the whole name.

        After each star, the next piece matches at its first occurrence only (hence the atomic groups). A
        later one cannot match more, and trying all of them takes exponential time for `*a?*a?*a?*b`.
        """
        first, *others = ("".join("." if c == "?" else re.escape(c) for c in piece) for piece in self.pieces)
        if not others:
            return first
        *middle, last = others
        return first + "".join(f"(?>.*?{piece})" for piece in middle) + ".*" + last


def letter_count(name: str) -> int:
    """Return the number of letters in a name, in lower case: "ice_cream" has eight.

    >>> letter_count("ice_cream")
    8
    """
    return len(name) if name.isalpha() else len(_NO_LETTERS.sub("", name))


def runs(text: str) -> Iterator[str]:
    """Yield the pairs of letters in a text, those with one letter between, and letters by their place.

    `^` and `$` are the ends of a name, and `?` is any letter.

    >>> list(runs("^dog"))
    ['~^d', '~^?o', '~do', '~d?g', '~^3g', '~og']
    """
    padded = f"{text}??"
    for at, first in enumerate(text):
        if first == "?":
            continue
        second, third = padded[at + 1], padded[at + 2]
        if second != "?":
            yield f"~{first}{second}"
        if third != "?":
            yield f"~{first}?{third}"
        if at in PLACES and text[0] == "^" and first != "$":
            yield f"~^{at}{first}"
