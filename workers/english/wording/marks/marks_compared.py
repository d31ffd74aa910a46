"""The short answer to a question which of two words is British, or the more formal one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from workers.commands.term import Term
from workers.commands.word_facts.marks.asked_labels import HIGH, NOT_FORMAL, countries_in
from workers.commands.word_facts.marks.own_marks import claims_on
from workers.commands.word_facts.marks.usage import usage
from workers.commands.word_facts.marks.usage_marks import REGIONS
from workers.english.wording.marks.mark_claims import mark_claims
from workers.english.wording.marks.marks_asked import asked_in, union
from workers.english.wording.sentences import if_any, sentence
from workers.wordnet.names.national_spellings import by_country

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from shared.messages import Said
    from workers.wordnet.lexicon import Lexicon

_SAME: Final = frozenset(["same_meaning", "variants", "kind_of"])
# "Is it more formal than", "which is the less polite one".
_DEGREE: Final = re.compile(
    r"\b(?:(?P<less>less|least) )?(?P<kind>formal|informal|casual|politer?|ruder?|offensive)\b"
    r"(?P<than>.*\bthan\b)?",
    re.IGNORECASE,
)
_ASKS_YES: Final = re.compile(r"(?:(?:so|and|but),? )?(?:is|are)\b", re.IGNORECASE)
_RUDE: Final = NOT_FORMAL - {"informal", "slang", "nonstandard"}
_MOST: Final = 2  # claims on each word


class _Word(NamedTuple):
    """One of two words, with the answer of `usage`, and the labels of what both mean, or of all meanings."""

    shown: str
    entry: dict[str, Any]
    labels: set[str]

    def claims(self, wanted: Container[str], *, is_own: bool) -> list[str]:
        """Return what WordNet or we say of its meanings with wanted labels."""
        lacking = claims_on(self.shown.lower()) if is_own and self._has_new(wanted) else []
        return [*lacking, *mark_claims(self.entry, is_own=is_own, wanted=wanted)][:_MOST]

    def _has_new(self, wanted: Container[str]) -> bool:
        return any(label in wanted for mark in self.entry.get("own", ()) for label in mark["labels"])


def on_both(lexicon: Lexicon, entry: dict[str, Any], line: str) -> list[Said]:
    """Return which of two words has the mark that a question asks for, such as that of a country."""
    likely = [each for each in entry["relations"] if "rare" not in each]
    alike = [each for each in likely if each["relation"] in _SAME]
    names, countries, asked = [each["word"] for each in entry["words"]], countries_in(line), asked_in(line)
    are_one = any(each["relation"] == "variants" for each in alike)
    if are_one and countries and (known := by_country(names)):
        return [sentence("verdict.countries", american=known["American"], british=known["British"])]
    if not asked:
        return []
    labels, of_text = union(asked), {"formal", "informal", "euphemism"}
    wanted = REGIONS if countries else labels if labels.isdisjoint(of_text) else labels | NOT_FORMAL | HIGH
    words = _words(lexicon, names, are_of_countries=bool(countries))
    said = _claims(words, wanted)
    if not said and countries and not alike:
        return []
    commoner = next((each["commoner"] for each in alike if "commoner" in each), "")
    neither = sentence("verdict.neither", asked=list(asked.values()), word=commoner)
    return [*(_by_country(words, countries, line) or _by_degree(words, line)), *said] or [neither]


def _words(lexicon: Lexicon, names: Sequence[str], *, are_of_countries: bool) -> list[_Word]:
    """Return two words with their usage in what both mean, else in their likely meanings, or in all."""
    terms = [Term(lexicon, name, for_reader=True) for name in names]
    shared = set.intersection(*(set(term.meanings) for term in terms))
    found = []
    for name, term in zip(names, terms, strict=True):
        entry: dict[str, Any] = next(iter(usage(term)), {"senses": []})
        numbers = {term.sense_number(synset) for synset in (shared or term.prominent)}
        likely = [sense for sense in entry["senses"] if sense["sense"] in numbers]
        labels = {mark["label"] for sense in likely for mark in sense["marks"]}
        labels |= {label for own in entry.get("own", ()) if "pos" not in own for label in own["labels"]}
        found.append(
            _Word(name, entry if are_of_countries and not shared else entry | {"senses": likely}, labels)
        )
    return found


def _claims(words: Sequence[_Word], wanted: Container[str]) -> list[Said]:
    """Return WordNet's marks on each word, then our own on both."""
    said, own = [], []
    for word in words:
        said += if_any("usage.marked", word=word.shown, marked=word.claims(wanted, is_own=False))
        own += [f"{word.shown} is {claim}" for claim in word.claims(wanted, is_own=True)]
    return [*said, *if_any("usage.own_of_both", claims=own)]


def _by_country(words: Sequence[_Word], countries: Sequence[str], line: str) -> list[Said]:
    """Return which word is of the one country asked for, or whether each is of its own of two countries."""
    if len(countries) == 1 and (" or " in line or not _ASKS_YES.match(line)):
        having = [word.shown for word in words if countries[0] in word.labels]
        return [sentence("verdict.it_is", word=having[0])] if len(having) == 1 else []
    if len(countries) != len(words) or not _ASKS_YES.match(line) or " and " not in line:
        return []
    if all(country in word.labels for country, word in zip(countries, words, strict=True)):
        return [sentence("verdict.is_so")]
    is_crossed = all(country in word.labels for country, word in zip(countries, reversed(words), strict=True))
    return [sentence("verdict.other_way")] if is_crossed else []


def _by_degree(words: Sequence[_Word], line: str) -> list[Said]:
    """Return which word is the more formal or polite one; nothing if the marks do not tell."""
    asked = _DEGREE.search(line)
    if asked is None:
        return []
    kind = asked["kind"].lower()
    one, other = (_rank(word.labels, kind) for word in words)
    if one == other:
        return []
    is_first = (one > other) == (asked["less"] is None)
    if asked["than"] and _ASKS_YES.match(line):
        return [sentence("verdict.is_so" if is_first else "verdict.other_way")]
    return [sentence("verdict.it_is", word=words[0 if is_first else 1].shown)]


def _rank(labels: set[str], kind: str) -> int:
    """Return how formal, informal, polite or rude a word with these labels is, compared with others."""
    if kind in ("rude", "ruder", "offensive"):
        return len(labels & _RUDE)
    high, low = {"euphemism"} if kind.startswith("polite") else HIGH, labels & NOT_FORMAL
    formal = (not labels.isdisjoint(high)) - bool(low)
    return -formal if kind in ("informal", "casual") else formal
