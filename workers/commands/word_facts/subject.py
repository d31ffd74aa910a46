"""What words have to do with (`about` of a `where`): as a kind or a part of it, by their domain or gloss."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from workers.commands.comparison.ancestors import Ways
from workers.commands.comparison.prominence import prominent
from workers.commands.word_facts.little_words import kind_of
from workers.commands.word_facts.marks.asked_labels import NEVER_OFFERED, labels_for, unfit_for
from workers.commands.word_facts.marks.usage_marks import marks_on
from workers.commands.word_facts.relatives import relatives
from workers.wordnet.names.spelled import readable, spelled
from workers.wordnet.relations import CODES, HYPERNYM
from workers.wordnet.sense_order import own_senses, stored_senses
from workers.wordnet.word_in_text import holds_any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workers.wordnet.lexicon import Lexicon
    from workers.wordnet.sense_order import OwnSenses

MOST_TRIED: Final = 300  # names; each takes about 20 µs
_DOMAINS: Final = tuple(CODES[symbol] for symbol in (";c", ";r", ";u"))
_MEMBERS: Final = tuple(CODES[symbol] for symbol in ("-c", "-r", "-u", "%p"))
_KINDS: Final = (CODES["~"], CODES["~i"])
_WHOLE: Final = CODES["#p"]
_ABOVE: Final = frozenset((*_DOMAINS, _WHOLE))
_ENDING: Final = 2  # letters that an ending can change: baby, babies
_SHORTEST: Final = 3
_MOST_KINDS: Final = 3_000  # of a subject, the nearest: most animals
_SEVERAL: Final = 3  # kinds about a subject, which make their class one about it
_MOST_KEPT: Final = 2_000  # meanings, and words of glosses, of which a topic remembers what it found
_WORD: Final = re.compile(r"[a-z]{3,}")


class Subject:
    """A word or a phrase of WordNet, or several words, that the words of an answer have to do with all.

    Of a word's meanings those below `within`, the meanings that the answer is about, count if there are any:
    the ruby that is a gem. Otherwise its commoner meanings do.
    """

    def __init__(self, lexicon: Lexicon, text: str, within: Sequence[int] = ()) -> None:
        self._lexicon, self._within, self._ways = lexicon, frozenset(within), Ways(lexicon)
        phrase = spelled(text.lower())
        is_phrase = bool(labels_for(text)) or any(lexicon.all_dictionary_forms(phrase).values())
        parts = [phrase] if is_phrase else [each for each in phrase.split("_") if not kind_of(each)]
        self._topics = [_topic(lexicon, part) for part in parts]
        self._tried = 0

    def holds(self, synset: int, name: str = "", *, is_below: bool = False) -> bool:
        """Whether a meaning, as that of a name, has to do with all of the subject.

        A meaning that is not below `within` must be marked with a kind of usage, rather than speak of it: no
        word for *tired* is British for Rider Haggard, and no *cooky* for its British synonym.
        """
        for topic in self._topics:
            may_speak = is_below or not topic.labels
            if not (topic.is_mark_of(synset, name) or (may_speak and topic.holds(synset))):
                return False
        return True

    def test(self, name: str) -> bool:
        """Whether a name, inflected or not, has such a meaning.

        Of names none of whose meanings is below `within`, only the first MOST_TRIED are looked at.
        """
        below = self._below(name)
        if below:
            return any(self.holds(synset, name, is_below=synset not in self._within) for synset in below)
        self._tried += 1
        common = _common(self._lexicon, name) if self._tried <= MOST_TRIED else ()
        return any(self.holds(synset, name) for synset in common)

    @property
    def is_exhausted(self) -> bool:
        """Whether no further name is looked at, unless a meaning is below `within`."""
        return self._tried > MOST_TRIED

    def _below(self, name: str) -> list[int]:
        lexicon, within = self._lexicon, self._within
        lemma = lexicon.lemma(name) if within else None
        if lemma is None:
            return []
        return [synset for synset in lexicon.every_entry(lemma) if self._ways.leads_to(synset, within)]

    def nearest_first(self, names: Iterable[str]) -> Iterator[str]:
        """Yield first the kinds of the subject, then the names close to others about it, then the rest.

        Of the sciences about animals, *zoology* and its kind *ornithology* come before *morphology*. Most
        lists end before every name has been looked at again, which takes longer than its test.
        """
        for is_near in (self._is_kind, self._is_amid):
            rest = []
            for name in names:
                if is_near(name):
                    yield name
                else:
                    rest.append(name)
            names = rest
        yield from names

    def _is_kind(self, name: str) -> bool:
        return any(topic.is_kind(synset) for synset in _common(self._lexicon, name) for topic in self._topics)

    def _is_amid(self, name: str) -> bool:
        """Whether a name is a kind of something about the subject, or several of its own kinds are."""
        common, related = _common(self._lexicon, name), self._lexicon.pointers.related
        if any(self.holds(high) for synset in common for high in related(synset, HYPERNYM)):
            return True
        below = (low for synset in common for low in related(synset, _KINDS[0]))
        return len(list(islice(filter(self.holds, below), _SEVERAL))) == _SEVERAL

    def members(self) -> Iterator[str]:
        """Yield the names of kinds of the subject, of its parts, and of all that has it as a domain."""
        for synset in chain.from_iterable(topic.members() for topic in self._topics):
            yield from map(str.lower, self._lexicon.words(synset))


class _Topic:
    """One word or phrase of a subject; `holds` tells whether a meaning has to do with it."""

    def __init__(self, lexicon: Lexicon, name: str) -> None:
        self._lexicon, self._ways = lexicon, Ways(lexicon)
        self.labels, self._unfit = labels_for(readable(name)), unfit_for(readable(name))
        own = _senses(lexicon, name)
        self._synsets = frozenset(_common(lexicon, name))
        senses = [sense for each in own.values() for sense in each.senses]
        self._kinds = _kinds(lexicon, self._synsets)
        self._names = {lexicon.sense_word(each).lower() for each in (*senses, *relatives(lexicon, senses))}
        listed = (form for each in self._names for pos in "nv" for form in lexicon.listed_forms(each, pos))
        stems = {_stem(each) for each in (*self._names, *listed)}
        self._stems = [each for each in stems if not any(each != one and one in each for one in stems)]
        self.holds = lru_cache(_MOST_KEPT)(lambda synset: self._belongs(synset) or self._is_named(synset))
        self._names_kind = lru_cache(_MOST_KEPT)(self._is_name_of_kind)

    def is_mark_of(self, synset: int, name: str) -> bool:
        """Whether a name is marked with the topic in a meaning, as slang or British, or fits it."""
        if not self.labels:
            return False
        marks = marks_on(self._lexicon, synset, self._lexicon.senses_of(synset, [name]), [name])
        found = {mark["label"] for mark in marks}
        if not NEVER_OFFERED.isdisjoint(found):
            return False
        return found.isdisjoint(self._unfit) if self._unfit else not found.isdisjoint(self.labels)

    def is_kind(self, synset: int) -> bool:
        """Whether a meaning is a kind or an instance of the topic, or the topic itself."""
        return self._ways.leads_to(synset, self._synsets)

    def _belongs(self, synset: int) -> bool:
        """Whether a meaning is a kind or a part of the topic, or has it as its domain."""
        return self.is_kind(synset) or self._is_below(synset)

    def _is_below(self, synset: int) -> bool:
        pointers = self._lexicon.pointers
        present = _ABOVE.intersection(pointers.codes(synset))
        if not present:
            return False  # as most
        domains = (high for code in present - {_WHOLE} for high in pointers.related(synset, code))
        wholes = pointers.related(synset, _WHOLE) if _WHOLE in present else ()
        return any(map(self.is_kind, domains)) or any(map(self._belongs, wholes))

    def _is_named(self, synset: int) -> bool:
        """Whether a gloss has the topic in any form, a relative of it (France, French) or a kind of it."""
        gloss = self._lexicon.definition(synset).lower()
        for stem in self._stems:  # `any` takes twice the time
            if stem in gloss and any(holds_any(self._lexicon, gloss, list(self._names), pos) for pos in "nv"):
                return True
        return any(map(self._names_kind, _WORD.findall(gloss)))

    def _is_name_of_kind(self, word: str) -> bool:
        """Whether a word of a gloss names a kind of the topic above all: for animals, "birds", not "pen"."""
        if not any(map(self._is_kinds_name, {word, word.removesuffix("s")})):
            return False  # as nearly all
        common = _common(self._lexicon, word)
        return bool(common) and self.is_kind(common[0])

    def _is_kinds_name(self, name: str) -> bool:
        lemma = self._lexicon.lemma(name)
        return lemma is not None and not self._kinds.isdisjoint(self._lexicon.every_entry(lemma))

    def members(self) -> Iterator[int]:
        """Yield the kinds of the topic, each with its parts, and with those that have it as a domain."""
        seen, waiting = set(self._synsets), list(self._synsets)
        related = self._lexicon.pointers.related
        for synset in waiting:
            yield synset
            yield from (low for code in _MEMBERS for low in related(synset, code))
            kinds = [low for code in _KINDS for low in related(synset, code) if low not in seen]
            if len(waiting) < MOST_TRIED:
                seen.update(kinds)
                waiting += kinds


@lru_cache(maxsize=4)  # a question looks at its subject several times
def _topic(lexicon: Lexicon, name: str) -> _Topic:
    return _Topic(lexicon, name)


def _kinds(lexicon: Lexicon, synsets: frozenset[int]) -> set[int]:
    """Return some synsets and their kinds, the nearest _MOST_KINDS or a level more."""
    seen, waiting, related = set(synsets), list(synsets), lexicon.pointers.related
    for synset in waiting:
        lows = [low for low in related(synset, _KINDS[0]) if low not in seen]
        seen.update(lows)
        waiting += lows if len(seen) < _MOST_KINDS else ()
    return seen


def _stem(name: str) -> str:
    first = name.partition("_")[0].partition("-")[0]
    return first[: max(_SHORTEST, len(first) - _ENDING)]


def _senses(lexicon: Lexicon, name: str) -> dict[int, OwnSenses]:
    return stored_senses(lexicon, name) or own_senses(lexicon, lexicon.all_dictionary_forms(name))


@lru_cache(maxsize=1_000)  # for the next look at the same subject
def _common(lexicon: Lexicon, name: str) -> list[int]:
    own = _senses(lexicon, name)
    return prominent(own, own)
