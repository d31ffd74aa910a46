"""WordNet's names, found in the spellings and inflections that people type: "Café", "Ladies room", "gave up".

A text is looked up as typed, then without accents, then by its letters alone, then with the inflections of
collocations, which Princeton's Morphy takes apart (morphy(7WN)) and NLTK's does not.
"""

from __future__ import annotations

import re
import zlib
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from workers.wordnet.correction.folding import JOINTS, agree, fold
from workers.wordnet.lexicon import POS_ORDER
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.wordnet.lexicon import Lexicon

LONGEST: Final = 80  # characters; WordNet's longest name has 71
_MOST_PARTS: Final = 9  # words in a name
_SHORTEST_STEM: Final = 3

PARTS = re.compile(r"[_-]")
_INITIALS = re.compile(r"(?:[a-z]\.)+[a-z]?\.?")
SYNSET = re.compile(r"(.+)\.[nvasr]\.\d{1,3}")  # poodle.n.01, as NLTK prints it

# Words that stand where a name of WordNet has "one's" or "oneself": lost my temper, lose one's temper.
_ONES: Final = word_set("my your his her its our their one's ones someone's somebody's")
_ONESELF: Final = word_set("myself yourself himself herself itself ourselves yourselves themselves")
# Regular endings that NLTK's rules do not undo; the letter doubled before them goes, too.
_ENDINGS: Final[tuple[tuple[str, str, str], ...]] = (
    ("ied", "y", "v"),
    ("ier", "y", "a"),
    ("iest", "y", "a"),
    ("oes", "o", "n"),
    ("ed", "", "v"),
    ("ing", "", "v"),
    ("es", "", "nv"),
    ("er", "", "a"),
    ("est", "", "a"),
)


class NameIndex:
    """The names of a lexicon, by their letters and by their first two words."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        tables = lexicon.tables  # see name_tables.py
        self._joined, self._joined_lemmas = tables["joined_checksums"], tables["joined_lemmas"]
        self._pairs = tables["pair_checksums"]  # most texts are refused by these alone
        # A sentence asks for the same texts again and again.
        self.may_begin = lru_cache(maxsize=1024)(self._may_begin)
        self._short = lru_cache(maxsize=256)(self._find)

    def weight(self, name: str) -> int:
        """Return how common a name is (see Lexicon.lemma_weight), or 0 for one that WordNet lacks."""
        lemma = self._lexicon.lemma(name)
        return 0 if lemma is None else self._lexicon.lemma_weight(lemma)

    def is_word(self, name: str) -> bool:
        """Return whether WordNet knows `name` (in lower case, with underscores), inflected or not."""
        return name in self._lexicon or any(self._lexicon.dictionary_forms(name, pos) for pos in POS_ORDER)

    def find(self, text: str) -> str | None:
        """Return the name by which WordNet knows `text`, or None. Inflected single words stay as they are."""
        return self._short(text) if 0 < len(text) <= LONGEST else None

    def _find(self, text: str) -> str | None:
        name = fold(text).replace(" ", "_")
        if "_" not in name and name in self._lexicon:
            return name
        bare = name.strip("-'.!?_")
        return self._found(name) or (self._found(bare) if bare != name else None)

    def _found(self, name: str) -> str | None:
        if not name:
            return None
        if name.isalpha():
            return name if self.is_word(name) else self.spelt(name) or self._rarely_inflected(name)
        synset = SYNSET.fullmatch(name)
        return self.find(synset[1]) if synset else self._of_several(name)

    def _of_several(self, name: str) -> str | None:
        """Return the known name of several words, or with a hyphen, a dot or a digit.

        A form with the same blanks comes before a name without them: "built up" is of build up, not built-up.
        The past of a commoner verb comes before an adjective: "turned out" is of turn out, not well dressed.
        """
        parts = PARTS.split(name)
        form = None
        if 1 < len(parts) <= _MOST_PARTS and self.may_begin(parts[0], parts[1]):
            form = self.inflected(name)
            if self.is_word(name) and not (form and self._is_rather(form, name)):
                return name
            if form and form.count("_") == name.count("_"):
                return form
        return self.spelt(name) or form or self._unjoined(name)

    def _is_rather(self, verb: str, name: str) -> bool:
        """Return whether a form means this verb rather than the adjective that it is, too."""
        is_adjective = self._is(name, "a") and not any(self._is(name, pos) for pos in "nvr")
        return is_adjective and self._is(verb, "v") and self.weight(verb) > self.weight(name)

    def _may_begin(self, first: str, second: str) -> bool:
        """Return whether a name of several words may begin with forms of these two."""
        if self._is_pair(first, second):
            return True
        firsts = (first, *self._forms(first, "v"), *self._forms(first, "n"), *self._forms(first, "a"))
        seconds = (second, *_replaced(second), *self._forms(second, "n"))
        return any(self._is_pair(one, other) for one in firsts for other in seconds)

    def spelt(self, name: str, pos: str = "") -> str | None:
        """Return WordNet's name with these letters, whose words `name` may join, part or hyphenate."""
        letters = JOINTS.sub("", name)
        number = checksum(letters)
        found: list[str] = []
        for at in range(bisect_left(self._joined, number), len(self._joined)):
            if self._joined[at] != number:
                break
            candidate = self._lexicon.lemma_name(self._joined_lemmas[at])
            if JOINTS.sub("", candidate) == letters and agree(name, candidate) and not letters.isdigit():
                found.append(candidate)
        if pos:
            found = [candidate for candidate in found if self._is(candidate, pos)]
        return min(found, key=lambda each: (each != name, abs(len(each) - len(name))), default=None)

    def _unjoined(self, name: str) -> str | None:
        """Return the single word that is typed with dots or hyphens: N.A.T.O., co-operate."""
        letters = JOINTS.sub("", name)
        if _INITIALS.fullmatch(name):
            return letters if letters in self._lexicon else None
        hyphenated = "-" in name and letters.isalpha() and name.count("-") + len(letters) == len(name)
        if hyphenated and not name.startswith("re-") and self.is_word(letters):
            return letters
        return None

    def inflected(self, name: str) -> str | None:
        """Return the collocation of which `name` is a form: gave_up → give_up, attorneys_general."""
        parts = PARTS.split(name)
        if not 1 < len(parts) <= _MOST_PARTS:
            return None
        kinds = (("v", self._as_verb), ("n", self._as_noun), ("a", self._as_adjective), ("", _with_ones))
        for pos, candidates in kinds:
            for candidate in candidates(parts):
                found = self.spelt(candidate, pos)
                if found:
                    return found
        return None

    def _as_verb(self, parts: list[str]) -> Iterator[str]:
        tails = list(self._tails(parts[1:]))
        for stem in (*self._forms(parts[0], "v"), parts[0]):
            for tail in tails:
                yield f"{stem}_{tail}"

    def _tails(self, parts: list[str]) -> Iterator[str]:
        """Yield the words after a verb: as they are, with the last one's dictionary form, with "one's"."""
        yield "_".join(parts)
        for form in self._forms(parts[-1], "v" if parts[0] == "and" else "n"):
            yield "_".join((*parts[:-1], form))
        yield from _with_ones(parts)

    def _as_noun(self, parts: list[str]) -> Iterator[str]:
        """Yield the names with one or two of the words in the singular."""
        changed = [(at, form) for at, part in enumerate(parts) for form in self._forms(part.rstrip("'"), "n")]
        for at, form in changed:
            once = [*parts[:at], form, *parts[at + 1 :]]
            yield "_".join(once)
            for later, other in changed:
                if later > at:
                    yield "_".join((*once[:later], other, *once[later + 1 :]))

    def _as_adjective(self, parts: list[str]) -> Iterator[str]:
        for form in self._forms(parts[0], "a"):
            yield "_".join((form, *parts[1:]))

    def _rarely_inflected(self, word: str) -> str | None:
        """Return the word of which `word` is a form that NLTK misses: rivetted, crunchier, boxesful."""
        if word.endswith("sful"):
            for noun in self._lexicon.dictionary_forms(word[:-3], "n"):
                if f"{noun}ful" in self._lexicon:
                    return f"{noun}ful"
        for ending, replacement, parts_of_speech in _ENDINGS:
            stem = word.removesuffix(ending) + replacement
            if len(stem) <= _SHORTEST_STEM or not word.endswith(ending):
                continue
            if not replacement:
                if stem[-1] != stem[-2]:
                    continue
                stem = stem[:-1]
            if any(self._is(stem, pos) for pos in parts_of_speech):
                return stem
        return None

    def _is(self, name: str, pos: str) -> bool:
        lemma = self._lexicon.lemma(name)
        return lemma is not None and bool(len(self._lexicon.entry(lemma, pos)))

    def _forms(self, word: str, pos: str) -> list[str]:
        """Return what `word` may be a form of; not all of it exists."""
        forms = list(self._lexicon.possible_forms(word, pos))
        if pos == "v" and word.endswith(("ed", "ing")):
            stem = word[:-2] if word.endswith("ed") else word[:-3]
            forms.append(stem[:-1] + "y" if stem.endswith("i") else stem)
            if stem[-1:] == stem[-2:-1]:
                forms.append(stem[:-1])
        return forms

    def _is_pair(self, first: str, second: str) -> bool:
        """Return whether a name begins with these two words."""
        number = checksum(JOINTS.sub("", first + second))
        at = bisect_left(self._pairs, number)
        return at < len(self._pairs) and self._pairs[at] == number


def _with_ones(parts: list[str]) -> Iterator[str]:
    """Yield the names with "one's" or "oneself" in place of a pronoun: on my guard, on one's guard."""
    for at, part in enumerate(parts):
        for word in _replaced(part):
            yield "_".join((*parts[:at], word, *parts[at + 1 :]))


def _replaced(word: str) -> tuple[str, ...]:
    """Return the words that names of WordNet have for a possessive or reflexive pronoun."""
    return ("one's", "someone's") if word in _ONES else ("oneself",) if word in _ONESELF else ()


def checksum(letters: str) -> int:
    """Return the number under which the tables have these letters (see name_tables.py)."""
    return zlib.crc32(letters.encode("utf-8", "surrogatepass"))


@lru_cache(maxsize=1)
def name_index(lexicon: Lexicon) -> NameIndex:
    """Return the index of `lexicon`, made at the first call."""
    return NameIndex(lexicon)
