"""The page of a word as HTML, from the reply to `overview`. Pure: no I/O.

All addresses in it are relative, so that it is the same for every host and below any path.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

import msgspec
from msgspec import Struct

from shared.messages import NOTHING, encode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.messages import Reply

HEAD, ENTRY, DATA = "<!--head-->", "<!--entry-->", "<!--data-->"
SITE: Final = " \N{EN DASH} Wordwire"  # at the end of titles
PARTS: Final = {"n": "noun", "v": "verb", "a": "adjective", "s": "adjective", "r": "adverb"}
MOST_DESCRIBED: Final = 300  # characters of a description; search engines show about half
WORDNET: Final = {
    "@type": "DefinedTermSet",
    "name": "WordNet 3.0",
    "url": "https://wordnet.princeton.edu/",
}


class Relations(Struct, frozen=True):
    """The relations that the page shows."""

    antonyms: tuple[str, ...] = ()


class Sense(Struct, frozen=True):
    """One sense of an overview, as far as the page shows it."""

    sense: int
    pos: str
    definition: str
    count: int = 0
    examples: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    relations: Relations = Relations()


_senses = msgspec.json.Decoder(list[Sense])


class Template:
    """A page with places for a head, an entry, and the reply for the client."""

    def __init__(self, html: str) -> None:
        self._before, rest = _parted(html.encode(), HEAD)
        self._between, rest = _parted(rest, ENTRY)
        self._after, self._end = _parted(rest, DATA)

    def entry(self, reply: Reply, told: bytes) -> bytes:
        """Return the page of a reply, which is `told` as JSON; without senses, WordNet lacks the word."""
        word = readable(reply.word)
        data = b'<script type="application/json" id="reply">' + _in_script(told) + b"</script>"
        if reply.response == NOTHING:
            title = f"“{word}” is not in WordNet{SITE}"
            return self._filled(f"<title>{escape(title)}</title>", _unknown(word, reply.suggestions), data)
        senses = _senses.decode(reply.response)
        address = f"./{quote(named(reply.lemma or reply.word).lower(), safe='')}"
        return self._filled(_head(word, senses, address), _entry(word, reply, senses), data)

    def apology(self, message: str) -> bytes:
        """Return the page of a refused or failed lookup, which its client asks again."""
        return self._filled("<title>Wordwire</title>", f"<h1>Wordwire</h1><p>{escape(message)}</p>", b"")

    def _filled(self, head: str, entry: str, data: bytes) -> bytes:
        parts = self._before, head.encode(), self._between, entry.encode(), self._after, data, self._end
        return b"".join(parts)


def _parted(html: bytes, place: str) -> tuple[bytes, bytes]:
    before, _, after = html.partition(place.encode())
    return before, after


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


def link(name: str) -> str:
    """Return the link to the page of one of WordNet's names.

    >>> link("ice_cream")
    '<a href="./ice_cream">ice cream</a>'
    >>> link("rock 'n' roll")
    '<a href="./rock_%27n%27_roll">rock &#x27;n&#x27; roll</a>'
    """
    if name.isascii() and name.isidentifier():  # as most are; these need no escapes, which take longer
        return f'<a href="./{name}">{name.replace("_", " ")}</a>'
    return f'<a href="./{quote(named(name), safe="")}">{escape(readable(name))}</a>'


def _head(word: str, senses: list[Sense], address: str) -> str:
    title = escape(f"{word}: meaning, examples and synonyms{SITE}")
    meanings = "; ".join(f"{PARTS.get(each.pos, each.pos)}: {each.definition}" for each in senses[:3])
    about = escape(meanings[:MOST_DESCRIBED])
    term = {
        "@context": "https://schema.org",
        "@type": "DefinedTerm",
        "name": word,
        "description": senses[0].definition,
        "url": address,
        "inDefinedTermSet": WORDNET,
    }
    return f"""<title>{title}</title>
<meta name="description" content="{about}">
<link rel="canonical" href="{address}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="Wordwire">
<meta property="og:title" content="{title}">
<meta property="og:description" content="{about}">
<meta name="twitter:card" content="summary">
<script type="application/ld+json">{_in_script(encode(term)).decode()}</script>"""


def _entry(word: str, reply: Reply, senses: list[Sense]) -> str:
    parts: dict[str, list[Sense]] = {}
    for each in senses:
        parts.setdefault(PARTS.get(each.pos, each.pos), []).append(each)
    by_frequency = sorted(parts.items(), key=lambda part: -sum([each.count for each in part[1]]))
    ipa = f'<p class="ipa">/{escape(reply.ipa)}/</p>' if reply.ipa else ""
    lemma = f"<p>Found under {link(reply.lemma)}.</p>" if reply.lemma else ""
    own = {named(reply.word).lower(), reply.lemma}
    sections = "".join([_section(part, each, own) for part, each in by_frequency])
    return f"<h1>{escape(word)}</h1>{ipa}{lemma}{sections}"


def _section(part: str, senses: list[Sense], own: set[str | None]) -> str:
    items = "".join([_sense(each, own) for each in senses])
    return f"<section><h2>{escape(part)}</h2><ol>{items}</ol></section>"


def _sense(sense: Sense, own: set[str | None]) -> str:
    examples = "".join([f"<p><q>{escape(each)}</q></p>" for each in sense.examples])
    synonyms = _words("Synonyms", [name for name in sense.synonyms if name.lower() not in own])
    antonyms = _words("Antonyms", sense.relations.antonyms)
    return f'<li value="{sense.sense}"><p>{escape(sense.definition)}</p>{examples}{synonyms}{antonyms}</li>'


def _words(title: str, names: Sequence[str]) -> str:
    return f'<p class="words">{title}: {", ".join([link(name) for name in names])}</p>' if names else ""


def _unknown(word: str, suggestions: list[str] | None) -> str:
    shown = escape(word)
    meant = f"<p>Did you mean: {', '.join(map(link, suggestions))}?</p>" if suggestions else ""
    return f"<h1>{shown}</h1><p>WordNet does not have “{shown}”.</p>{meant}"


def _in_script(json: bytes) -> bytes:
    """Return JSON that no text can leave: HTML ends a script at its first end tag, even within a string."""
    return json.replace(b"<", rb"\u003c")
