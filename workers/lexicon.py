"""WordNet, whole and read-only; no Celery, no Redis, no NLTK.

Lemmas, synsets and senses are numbers; the tables behind them (drawn in wordnet_reader.py) are views of the
mapped snapshot, and become Python objects only when asked for. So there is next to nothing that a forked
child would copy, and nothing to collect.
"""

from __future__ import annotations

import zlib
from bisect import bisect_left
from typing import TYPE_CHECKING, Any, Final

from workers.morphology import base_forms

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping, Sequence

POS_ORDER: Final = "nvar"
# Where a part of speech's synsets are in a lemma's entries. Satellites are among the adjectives.
_ENTRY: Final = {"n": 0, "v": 1, "a": 2, "s": 2, "r": 3}
_SATELLITE: Final = ord("s")


class Lexicon:
    """All of WordNet, by number and by name; answers as NLTK's reader would."""

    def __init__(self, tables: Mapping[str, memoryview], named: Mapping[str, Any]) -> None:
        self._tables = tables
        self._names, self._names_at = tables["names"], tables["names_at"]
        self._slots = tables["name_slots"]
        self._slot_mask = len(self._slots) - 1
        self._entries, self._entries_at = tables["entries"], tables["entries_at"]
        self._words, self._words_at = tables["words"], tables["words_at"]
        self._definitions, self._definitions_at = tables["definitions"], tables["definitions_at"]
        self._examples, self._examples_at = tables["examples"], tables["examples_at"]
        self._synset_pos = tables["synset_pos"]
        self._pointers, self._pointers_at = tables["pointers"], tables["pointers_at"]
        self._pointer_codes = tables["pointer_codes"]
        self._sense_pointers, self._sense_pointers_at = tables["sense_pointers"], tables["sense_pointers_at"]
        self._sense_pointer_codes = tables["sense_pointer_codes"]
        self._first_sense = tables["first_sense"]
        self._exceptions: dict[str, dict[str, str]] = named["exceptions"]
        self._lexnames: list[str] = named["lexnames"]
        self._frames: dict[str, str] = named["frames"]
        self._sentences: dict[str, str] = named["sentences"]
        self.lemma_count = len(self._names_at) - 1
        self.synset_count = len(self._synset_pos)

    # Lemmas: every name in lower case, with underscores, numbered in alphabetical order.

    def lemma(self, name: str) -> int | None:
        """Return the number of the lemma with exactly this name, or None."""
        encoded = name.encode("utf-8", "surrogatepass")
        slots, mask, names, names_at = self._slots, self._slot_mask, self._names, self._names_at
        slot = zlib.crc32(encoded) & mask
        while number := slots[slot]:
            if names[names_at[number - 1] : names_at[number] - 1] == encoded:
                return number - 1
            slot = (slot + 1) & mask
        return None

    def number_of(self, name: str) -> int:
        """Return the number of the lemma with exactly this name, which must exist."""
        lemma = self.lemma(name)
        if lemma is None:
            raise KeyError(name)
        return lemma

    def __contains__(self, name: object) -> bool:
        """Whether WordNet has a lemma with exactly this name."""
        return isinstance(name, str) and self.lemma(name) is not None

    def lemma_name(self, lemma: int) -> str:
        """Return the name of a lemma."""
        return str(self._names[self._names_at[lemma] : self._names_at[lemma + 1] - 1], "ascii")

    def lemma_names(self) -> Iterator[str]:
        """Yield the name of every lemma, in alphabetical order."""
        return map(self.lemma_name, range(self.lemma_count))

    def lemmas_with_prefix(self, prefix: str) -> range:
        """Return the numbers of the lemmas whose names begin with `prefix`; they follow one another."""
        if not prefix.isascii():
            return range(0)
        numbers = range(self.lemma_count)
        start = bisect_left(numbers, prefix, key=self.lemma_name)
        return range(start, bisect_left(numbers, prefix + "\x7f", start, key=self.lemma_name))

    def lemmas_matching(self, expression: re.Pattern[bytes], among: range) -> Iterator[int]:
        """Yield those lemmas of `among` (numbers in a row) whose whole line in the list of names matches."""
        if not among:
            return
        at, lemma = self._names_at, among.start
        for match in expression.finditer(self._names, at[among.start], at[among.stop] - 1):
            lemma = bisect_left(at, match.start(), lemma, among.stop)
            yield lemma

    def lemma_weight(self, lemma: int) -> int:
        """Return how common a lemma is, for sorting: by its uses in tagged texts, then by its senses."""
        weight: int = self._tables["lemma_weights"][lemma]
        return weight

    def entry(self, lemma: int, pos: str) -> Sequence[int]:
        """Return the synsets of a lemma as one part of speech, in WordNet's sense order."""
        at = lemma * len(POS_ORDER) + _ENTRY[pos]
        synsets = self._entries[self._entries_at[at] : self._entries_at[at + 1]]
        if pos == "s":
            return [synset for synset in synsets if self._synset_pos[synset] == _SATELLITE]
        return synsets

    # Words: what people ask for, inflected or not.

    def dictionary_forms(self, form: str, pos: str) -> list[str]:
        """Return the lemma names that `form` can be a form of, `form` itself first, as NLTK's `_morphy` does.

        >>> lexicon.dictionary_forms("leaves", "n")  # doctest: +SKIP
        ['leaf', 'leave']
        """
        pos = "a" if pos == "s" else pos
        listed = self._exceptions[pos].get(form)
        candidates = base_forms(form, pos) if listed is None else listed.split()
        found: list[str] = []
        for candidate in (form, *candidates):
            lemma = self.lemma(candidate)
            if lemma is not None and candidate not in found and len(self.entry(lemma, pos)):
                found.append(candidate)
        return found

    def synsets(self, word: str, pos: str | None = None) -> list[int]:
        """Return the synsets of a word, in sense order, as NLTK's `synsets` does: some twice."""
        form = word.lower()
        return [
            synset
            for p in (pos or POS_ORDER)
            for name in self.dictionary_forms(form, p)
            for synset in self.entry(self.number_of(name), p)
        ]

    def lemmatize(self, word: str, pos: str = "n") -> str:
        """Return the shortest dictionary form of `word`, or `word` itself, as WordNetLemmatizer does."""
        return min(self.dictionary_forms(word, pos), key=len, default=word)

    # Synsets.

    def words(self, synset: int) -> list[str]:
        """Return the words of a synset, as WordNet writes them."""
        return str(self._words[self._words_at[synset] : self._words_at[synset + 1]], "ascii").split("\n")[:-2]

    def definition(self, synset: int) -> str:
        """Return the gloss of a synset, without its examples."""
        at = self._definitions_at
        return str(self._definitions[at[synset] : at[synset + 1] - 1], "ascii")

    def examples(self, synset: int) -> list[str]:
        """Return the example sentences of a synset."""
        start, end = self._examples_at[synset], self._examples_at[synset + 1]
        if end - start == 1:
            return []
        return str(self._examples[start:end], "ascii").split("\n")[:-2]

    def pos(self, synset: int) -> str:
        """Return the letter of a synset's part of speech."""
        return chr(self._synset_pos[synset])

    def lexname(self, synset: int) -> str:
        """Return the name of the lexicographer file that a synset is from, such as `noun.animal`."""
        return self._lexnames[self._tables["synset_lexname"][synset]]

    def synset_name(self, synset: int) -> str:
        """Return NLTK's name of a synset, such as `dog.n.01`: its first word and that word's sense."""
        name, pos = self.words(synset)[0].lower(), self.pos(synset)
        return f"{name}.{pos}.{list(self.entry(self.number_of(name), pos)).index(synset) + 1:02}"

    def related(self, synset: int, code: int) -> list[int]:
        """Return the synsets to which `synset` points by the relation with this code (see relations.py)."""
        start, end = self._pointers_at[synset], self._pointers_at[synset + 1]
        codes = self._pointer_codes
        return [self._pointers[at] for at in range(start, end) if codes[at] == code]

    def pointers(self, synset: int) -> dict[int, list[int]]:
        """Return code of a relation → the synsets to which `synset` points by it."""
        start, end = self._pointers_at[synset], self._pointers_at[synset + 1]
        return _grouped(self._pointer_codes[start:end], self._pointers[start:end])

    def depth(self, synset: int) -> tuple[int, int]:
        """Return how many steps the shortest and the longest way to a root take."""
        return self._tables["min_depth"][synset], self._tables["max_depth"][synset]

    # Senses: one word of one synset.

    def senses(self, synset: int) -> range:
        """Return the senses of a synset, in the order of its words."""
        return range(self._first_sense[synset], self._first_sense[synset + 1])

    def sense_synset(self, sense: int) -> int:
        """Return the synset that a sense belongs to."""
        synset: int = self._tables["sense_synset"][sense]
        return synset

    def sense_word(self, sense: int) -> str:
        """Return the word of a sense, as WordNet writes it."""
        synset = self.sense_synset(sense)
        return self.words(synset)[sense - self._first_sense[synset]]

    def senses_of(self, synset: int, names: Sequence[str]) -> list[int]:
        """Return the senses of `synset` whose words are among `names` (in lower case)."""
        first = self._first_sense[synset]
        return [first + at for at, word in enumerate(self.words(synset)) if word.lower() in names]

    def sense_count(self, sense: int) -> int:
        """Return how often the texts tagged with WordNet's senses use this one."""
        count: int = self._tables["sense_count"][sense]
        return count

    def sense_pointers(self, sense: int) -> dict[int, list[int]]:
        """Return code of a relation → the senses to which `sense` points by it."""
        start, end = self._sense_pointers_at[sense], self._sense_pointers_at[sense + 1]
        return _grouped(self._sense_pointer_codes[start:end], self._sense_pointers[start:end])

    def frames(self, sense: int) -> list[str]:
        """Return the frames a verb sense fits, with the verb in its place, as in "Somebody run something"."""
        word = self.sense_word(sense)
        return [self._frames[str(number)] % word for number in self._row("frames", sense)]

    def verb_sentences(self, sense: int) -> list[str]:
        """Return WordNet's example sentences for a verb sense, with the verb in its place."""
        word = self.sense_word(sense)
        return [self._sentences[str(number)] % word for number in self._row("sentences", sense)]

    def _row(self, name: str, at: int) -> Sequence[int]:
        starts = self._tables[f"{name}_at"]
        return self._tables[name][starts[at] : starts[at + 1]]


def _grouped(codes: Sequence[int], targets: Sequence[int]) -> dict[int, list[int]]:
    grouped: dict[int, list[int]] = {}
    for code, target in zip(codes, targets, strict=True):
        grouped.setdefault(code, []).append(target)
    return grouped
