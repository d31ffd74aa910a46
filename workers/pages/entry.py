"""The page of a word as HTML, from the reply to `overview`. Pure: no I/O.

The gateway, which asks for it, adds what is the same for all words. All links are relative, so that the page
is the same for every host and below any path.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from shared.messages import NOTHING, encode
from shared.pages import address_of, in_script, named, readable
from workers.pages.marked import Forms, forms_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from shared.messages import Reply

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


def page_of(reply: Reply) -> tuple[str, str]:
    """Return the head and the entry of a word's page; without senses, WordNet lacks the word."""
    word = readable(reply.word)
    if reply.response == NOTHING:
        title = escape(f"“{word}” is not in WordNet{SITE}")
        return f"<title>{title}</title>", _unknown(word, reply.suggestions)
    senses = _senses.decode(reply.response)
    return _head(word, senses, f"./{address_of(reply)}"), _entry(word, reply, senses)


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


def _head(word: str, senses: list[Sense], address: str) -> str:
    title = f"{escape(word)}: meaning, examples and synonyms{SITE}"
    meanings = "; ".join([f"{PARTS.get(each.pos, each.pos)}: {each.definition}" for each in senses[:3]])
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
<script type="application/ld+json">{in_script(encode(term)).decode()}</script>"""


def _entry(word: str, reply: Reply, senses: list[Sense]) -> str:
    ipa = f'<p class="ipa">/{escape(reply.ipa)}/</p>' if reply.ipa else ""
    lemma = f"<p>Found under {link(reply.lemma)}.</p>" if reply.lemma else ""
    html = f"<h1>{escape(word)}</h1>{ipa}{lemma}"
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
        html += f"<section><h2>{part}</h2><ol>{items[part]}</ol></section>"
    return html


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
