"""How the pages of words name words and hold JSON; the gateway and the workers each make a part of them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from shared.messages import Reply


def readable(name: str) -> str:
    """Return one of WordNet's names as people write it.

    >>> readable("ice_cream")
    'ice cream'
    """
    return name.replace("_", " ")


def named(word: str) -> str:
    """Return a word as WordNet, and its page's address, name it.

    >>> named("ice cream")
    'ice_cream'
    """
    return word.replace(" ", "_")


def address_of(reply: Reply) -> str:
    """Return the last part of the address of a page, the same for all forms of its word."""
    return quote(named(reply.lemma or reply.word).lower(), safe="")


def in_script(json: bytes) -> bytes:
    """Return JSON that no text can leave: HTML ends a script at its first end tag, even within a string."""
    return json.replace(b"<", rb"\u003c")
