"""The page of a word as HTML, from the reply to `overview`. Pure: no I/O.

All links in it are relative, so that it is the same for every host and below any path.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from gateway.doors.marked import Forms, forms_of
from shared.messages import NOTHING, encode

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

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


class Relations(Struct, frozen=True, gc=False):
    """The relations that the page shows."""

    antonyms: tuple[str, ...] = ()


class Sense(Struct, frozen=True, gc=False):
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

    def __init__(self, html: str, public_origin: str = "") -> None:
        self._place = f"{escape(public_origin)}/word/" if public_origin else ""
        self._before, rest = _parted(html.encode(), HEAD)
        self._between, rest = _parted(rest, ENTRY)
        self._after, self._end = _parted(rest, DATA)

    def entry(self, reply: Reply, told: bytes) -> bytes:
        """Return the page of a reply, which is `told` as JSON; without senses, WordNet lacks the word."""
        word = readable(reply.word)
        data = b'<script type="application/json" id="reply">', _in_script(told), b"</script>"
        if reply.response == NOTHING:
            title = escape(f"“{word}” is not in WordNet{SITE}")
            head = f"<title>{title}</title>".encode()
            return self._filled([head], [_unknown(word, reply.suggestions).encode()], data)
        senses = _senses.decode(reply.response)
        name = quote(named(reply.lemma or reply.word).lower(), safe="")
        # The only whole address in the page, because Open Graph takes no other; so it needs an origin.
        whole = f'<meta property="og:url" content="{self._place}{name}">\n' if self._place else ""
        return self._filled(_head(word, senses, f"./{name}", whole), _entry(word, reply, senses), data)

    def apology(self, message: str) -> bytes:
        """Return the page of a refused or failed lookup, which its client asks again."""
        entry = f"<h1>Wordwire</h1><p>{escape(message)}</p>".encode()
        return self._filled([b"<title>Wordwire</title>"], [entry], ())

    def _filled(self, head: Iterable[bytes], entry: Iterable[bytes], data: Iterable[bytes]) -> bytes:
        return b"".join((self._before, *head, self._between, *entry, self._after, *data, self._end))


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


def links(names: Iterable[str], own: Container[str | None] = ()) -> str:
    """Return links to the pages of some of WordNet's names, except the word's `own`."""
    html = ""
    for name in names:
        if name.lower() not in own:
            plain = name.isascii() and name.isalpha()  # as most are
            html += f', <a href="./{name}">{name}</a>' if plain else f", {link(name)}"
    return html[2:]


def _head(word: str, senses: list[Sense], address: str, whole: str) -> Iterable[bytes]:
    title = f"{escape(word)}: meaning, examples and synonyms{SITE}".encode()
    meanings = "; ".join([f"{PARTS.get(each.pos, each.pos)}: {each.definition}" for each in senses[:3]])
    about = escape(meanings[:MOST_DESCRIBED]).encode()
    term = {
        "@context": "https://schema.org",
        "@type": "DefinedTerm",
        "name": word,
        "description": senses[0].definition,
        "url": address,
        "inDefinedTermSet": WORDNET,
    }
    return (
        b"<title>",
        title,
        b'</title>\n<meta name="description" content="',
        about,
        f'">\n<link rel="canonical" href="{address}">\n{whole}'.encode(),
        b'<meta property="og:type" content="article">\n<meta property="og:site_name" content="Wordwire">\n'
        b'<meta property="og:title" content="',
        title,
        b'">\n<meta property="og:description" content="',
        about,
        b'">\n<meta name="twitter:card" content="summary">\n<script type="application/ld+json">',
        _in_script(encode(term)),
        b"</script>",
    )


def _entry(word: str, reply: Reply, senses: list[Sense]) -> Iterable[bytes]:
    ipa = f'<p class="ipa">/{escape(reply.ipa)}/</p>' if reply.ipa else ""
    lemma = f"<p>Found under {link(reply.lemma)}.</p>" if reply.lemma else ""
    yield f"<h1>{escape(word)}</h1>{ipa}{lemma}".encode()
    if _has_escapes(reply.response):  # few have; this look spares the others
        senses = list(map(_escaped, senses))
    own = {named(reply.word).lower(), reply.lemma}
    forms = [forms_of(readable(name).lower()) for name in (reply.word, reply.lemma) if name]
    items: dict[str, str] = {}
    counts: dict[str, int] = {}
    for each in senses:
        part = PARTS.get(each.pos, each.pos)
        items[part] = items.get(part, "") + _item(each, own, forms)
        counts[part] = counts.get(part, 0) + each.count
    for part in sorted(items, key=counts.__getitem__, reverse=True):
        yield f"<section><h2>{part}</h2><ol>{items[part]}</ol></section>".encode()


def _has_escapes(response: str) -> bool:
    """Return whether texts in this JSON may need escapes in HTML; a search for one letter takes no time."""
    return "&" in response or "<" in response or ("\\" in response and r"\u" in response)


def _escaped(sense: Sense) -> Sense:
    """Return a sense whose texts are HTML; its names stay, since their links escape them."""
    examples = tuple(map(escape, sense.examples))
    return replace(sense, pos=escape(sense.pos), definition=escape(sense.definition), examples=examples)


def _item(sense: Sense, own: Container[str | None], forms: list[Forms]) -> str:
    html = f'<li value="{sense.sense}"><p>{sense.definition}</p>'
    for example in sense.examples:
        html += f"<p><q>{_marked(example, forms)}</q></p>"
    if synonyms := links(sense.synonyms, own):
        html += f'<p class="words">Synonyms: {synonyms}</p>'
    if antonyms := sense.relations.antonyms:
        html += f'<p class="words">Antonyms: {links(antonyms)}</p>'
    return html + "</li>"


def _marked(example: str, forms: list[Forms]) -> str:
    if example.isascii() and "&" not in example:  # so that a letter is a letter, as in most
        for each in forms:
            marked = each.marked(example)
            if marked is not example:
                return marked
    return example


def _unknown(word: str, suggestions: list[str] | None) -> str:
    shown = escape(word)
    meant = f"<p>Did you mean: {links(suggestions)}?</p>" if suggestions else ""
    return f"<h1>{shown}</h1><p>WordNet does not have “{shown}”.</p>{meant}"


def _in_script(json: bytes) -> bytes:
    """Return JSON that no text can leave: HTML ends a script at its first end tag, even within a string."""
    return json.replace(b"<", rb"\u003c")
