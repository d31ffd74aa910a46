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
            "Cambridge Dictionary": "https://dictionary.cambridge.org/search/english/direct/?q={}",
            "English Language & Usage": "https://english.stackexchange.com/search?q={}",
        },
    ),
}


def elsewhere(term: Term, subject: str) -> list[dict[str, str]]:
    """Return an object for each page that may have the answer, all with the reason why WordNet lacks it."""
    reason, pages = _SUBJECTS[subject]
    word = quote(readable(term.form), safe="")
    return [{"reason": reason, "source": name, "url": url.format(word)} for name, url in pages.items()]


FUNCTIONS: Final[Functions] = {subject: partial(elsewhere, subject=subject) for subject in _SUBJECTS}
