"""The questions that WordNet can't answer: the reason, and where to ask on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import quote

from workers.wordnet.names.spelled import readable

if TYPE_CHECKING:
    from workers.commands.term import Functions, Term


class _Subject(NamedTuple):
    """The reason for no answer, and name → address of pages about a word, which takes the place of `{}`."""

    reason: str
    pages: dict[str, str]


_CAMBRIDGE: Final = "https://dictionary.cambridge.org/search/english/direct/?q={}"
_WIKTIONARY: Final = "https://en.wiktionary.org/wiki/{}"
_SUBJECTS: Final = {
    "etymology": _Subject(
        "WordNet does not have the history of words.",
        {"Wiktionary": _WIKTIONARY, "Online Etymology Dictionary": "https://www.etymonline.com/search?q={}"},
    ),
    "translate": _Subject("WordNet has English only.", {"Wiktionary": f"{_WIKTIONARY}#Translations"}),
    "grammar": _Subject(
        "WordNet has single words and names, and no grammar.",
        {
            "Cambridge Dictionary": _CAMBRIDGE,
            "English Language & Usage": "https://english.stackexchange.com/search?q={}",
        },
    ),
}
# Dictionaries that label how a word is used.
_OF_USAGE: Final = {"Cambridge Dictionary": _CAMBRIDGE, "Wiktionary": _WIKTIONARY}


def elsewhere(term: Term, subject: str) -> list[dict[str, str]]:
    """Return an object for each page that may have the answer, all with the reason why WordNet lacks it."""
    reason, pages = _SUBJECTS[subject]
    return [{"reason": reason, **page} for page in _on_word(term, pages)]


def usage_pages(term: Term) -> list[dict[str, str]]:
    """Return the source and the address of pages that label how a word is used."""
    return _on_word(term, _OF_USAGE)


def _on_word(term: Term, pages: dict[str, str]) -> list[dict[str, str]]:
    word = quote(readable(term.form), safe="")
    return [{"source": name, "url": url.format(word)} for name, url in pages.items()]


FUNCTIONS: Final[Functions] = {subject: partial(elsewhere, subject=subject) for subject in _SUBJECTS}
