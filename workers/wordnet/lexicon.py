"""All of WordNet, read-only, from the tables of a snapshot.

Lemmas, synsets and senses are numbers. Their tables (see nltk_reader.py) are views of the mapped snapshot,
and become Python objects only on demand. So a forked child copies almost nothing, and the garbage collector
has nothing to do.
"""

from __future__ import annotations

import zlib
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Final

from workers.wordnet.inflection.morphy import base_forms
from workers.wordnet.names.letter_index import LetterIndex
from workers.wordnet.pronunciation.sounds import Sounds
from workers.wordnet.relations import Pointers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

POS_ORDER: Final = "nvar"  # parts of speech, in the order of NLTK's synsets
# Part of speech → its place among a lemma's entries. Satellites are among the adjectives.
_ENTRY: Final = {"n": 0, "v": 1, "a": 2, "s": 2, "r": 3}
_SATELLITE: Final = ord("s")
# Marks of a lemma in a synset: written with a capital, and written both ways (the Moon, the moon); the lemma
# is a form of no other lemma.
NAME, TWICE, ALONE = 1, 2, 4


class Lexicon:
    """All of WordNet, by number and by name, with the same answers as NLTK's reader."""

    def __init__(self, tables: Mapping[str, memoryview], named: Mapping[str, Any]) -> None:
        self.tables = tables
        # As text, 1.8 MB that processes share: parts of the mapped table take three times as long to read.
        self._names, self._names_at = str(tables["names"], "ascii"), tables["names_at"]
        self._slots = tables["name_slots"]
        self._slot_mask = len(self._slots) - 1
        self._entries, self._entries_at = tables["entries"], tables["entries_at"]
        self._entry_senses, self._entry_marks = tables["entry_senses"], tables["entry_marks"]
        self._reader_order = tables.get("reader_order", memoryview(b""))
        self._words, self._words_at = tables["words"], tables["words_at"]
        self._definitions, self._definitions_at = tables["definitions"], tables["definitions_at"]
        self._examples, self._examples_at = tables["examples"], tables["examples_at"]
        self._synset_pos = tables["synset_pos"]
        self._parents, self._parents_at = tables["parents"], tables["parents_at"]
        self.pointers = Pointers(tables, "pointers", "pointer_codes")
        self.sense_pointers = Pointers(tables, "sense_pointers", "sense_pointer_codes")
        self._first_sense = tables["first_sense"]
        self._sense_counts, self._synset_uses = tables["sense_count"], tables["synset_uses"]
        self._exceptions: dict[str, dict[str, str]] = named["exceptions"]
        self._lexnames: list[str] = named["lexnames"]
        self._frames: dict[str, str] = named["frames"]
        self._sentences: dict[str, str] = named["sentences"]
        self._letter_traits: dict[str, int] = named.get("letter_traits", {})
        self._first_verb = self._first_sense[bytes(self._synset_pos).index(b"v")]
        self.lemma_count = len(self._names_at) - 1
        self.synset_count = len(self._synset_pos)
        self.listed_forms = lru_cache(maxsize=16)(self._listed_forms)  # each form of a word asks again

    @cached_property
    def sounds(self) -> Sounds:
        """The pronunciations, rhymes and homophones."""
        return Sounds(self.tables)

    @cached_property
    def letters(self) -> LetterIndex:
        """The names by their letters."""
        return LetterIndex(self.tables, self._letter_traits, self._names)

    # Lemmas: every name in lower case, with underscores, numbered in alphabetical order.

    def lemma(self, name: str) -> int | None:
        """Return the number of the lemma with exactly this name, or None."""
        slots, mask, names, names_at = self._slots, self._slot_mask, self._names, self._names_at
        slot = zlib.crc32(name.encode("utf-8", "surrogatepass")) & mask
        while number := slots[slot]:
            if names[names_at[number - 1] : names_at[number] - 1] == name:
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
        return self._names[self._names_at[lemma] : self._names_at[lemma + 1] - 1]

    def lemma_names(self) -> Iterator[str]:
        """Yield the name of every lemma, in alphabetical order."""
        return map(self.lemma_name, range(self.lemma_count))

    def lemma_weight(self, lemma: int) -> int:
        """Return a sort key for common lemmas: first uses in the tagged texts, then number of senses."""
        return self.tables["lemma_weights"][lemma]

    def entry(self, lemma: int, pos: str) -> Sequence[int]:
        """Return the synsets of a lemma as one part of speech, in WordNet's sense order."""
        at = lemma * len(POS_ORDER) + _ENTRY[pos]
        synsets = self._entries[self._entries_at[at] : self._entries_at[at + 1]]
        if pos == "s":
            return [synset for synset in synsets if self._synset_pos[synset] == _SATELLITE]
        return synsets

    def every_entry(self, lemma: int) -> memoryview:
        """Return the synsets of a lemma as every part of speech."""
        at = lemma * len(POS_ORDER)
        return self._entries[self._entries_at[at] : self._entries_at[at + len(POS_ORDER)]]

    def places_for_reader(self, lemma: int) -> list[int]:
        """Return the places of a lemma in `entries`, in a reader's order (sense_order.py), if it is ALONE."""
        at = lemma * len(POS_ORDER)
        start, end = self._entries_at[at], self._entries_at[at + len(POS_ORDER)]
        if not self._entry_marks[start] & ALONE:
            return []
        return [start + place for place in self._reader_order[start:end].tobytes()]

    def entry_senses(self, lemma: int, pos: str) -> Iterator[tuple[int, int, int, int]]:
        """Yield each synset of a lemma as one part of speech, the sense that it is there, marks and uses."""
        at = lemma * len(POS_ORDER) + _ENTRY[pos]
        start, end = self._entries_at[at], self._entries_at[at + 1]
        senses = self._entry_senses[start:end]
        uses = map(self._sense_counts.__getitem__, senses)
        found = zip(self._entries[start:end], senses, self._entry_marks[start:end], uses, strict=True)
        return (each for each in found if self._synset_pos[each[0]] == _SATELLITE) if pos == "s" else found

    def all_entries(self) -> tuple[memoryview, memoryview]:
        """Return the synsets of all lemmas, and where those of each lemma as each part of speech begin."""
        return self._entries, self._entries_at

    # Words, inflected or not.

    def dictionary_forms(self, form: str, pos: str) -> list[str]:
        """Return the lemmas that `form` (leaves) can be a form of (leaf, leave), itself first, like NLTK."""
        return self._forms(form, "a" if pos == "s" else pos, self.lemma(form))

    def all_dictionary_forms(self, form: str) -> dict[str, list[str]]:
        """Return part of speech → the lemmas that `form` can be a form of."""
        own = self.lemma(form)
        if own is not None:
            n, v, a, r, end = self._entries_at[len(POS_ORDER) * own : len(POS_ORDER) * (own + 1) + 1]
            if self._entry_marks[n] & ALONE:
                has = (n < v, v < a, a < r, r < end)
                return {pos: [form] * each for pos, each in zip(POS_ORDER, has, strict=True)}
        return {pos: self._forms(form, pos, own) for pos in POS_ORDER}

    def _forms(self, form: str, pos: str, own: int | None) -> list[str]:
        found = [form] if own is not None and self._is_of(own, pos) else []
        for candidate in self.possible_forms(form, pos):
            if candidate not in found:
                lemma = self.lemma(candidate)
                if lemma is not None and self._is_of(lemma, pos):
                    found.append(candidate)
        return found

    def _is_of(self, lemma: int, pos: str) -> bool:
        at = lemma * len(POS_ORDER) + _ENTRY[pos]
        return bool(self._entries_at[at] < self._entries_at[at + 1])

    def irregular_bases(self, form: str, pos: str) -> str | None:
        """Return the lemmas of an irregular form, with blanks between them, or None if it is regular."""
        return self._exceptions[pos].get(form)

    def possible_forms(self, form: str, pos: str) -> Iterable[str]:
        """Return what `form` may be a form of, by exceptions or else by rules; not all of it exists."""
        listed = self.irregular_bases(form, pos)
        return base_forms(form, pos) if listed is None else listed.split()

    def irregular_forms(self) -> Iterator[str]:
        """Yield every form in WordNet's lists of exceptions, such as *geese* and *attorneys-at-law*."""
        for listed in self._exceptions.values():
            yield from listed

    def _listed_forms(self, name: str, pos: str) -> list[str]:
        """Return the inflected forms of a word in WordNet's exception lists, in lower case: children."""
        lemma = self.lemma(name.lower())
        if lemma is None:
            return []
        at = self.tables["listed_forms_at"]
        forms = str(self.tables["listed_forms"][at[lemma] : at[lemma + 1] - 1], "ascii").split()
        return [form[1:] for form in forms if form[0] == ("a" if pos == "s" else pos)]

    def synsets(self, word: str, pos: str | None = None) -> list[int]:
        """Return the synsets of a word, in sense order, and with repeats like NLTK's `synsets`."""
        form = word.lower()
        return [
            synset
            for p in (pos or POS_ORDER)
            for name in self.dictionary_forms(form, p)
            for synset in self.entry(self.number_of(name), p)
        ]

    def lemmatize(self, word: str, pos: str = "n") -> str:
        """Return the shortest dictionary form of `word`, or `word` itself, like WordNetLemmatizer."""
        return min(self.dictionary_forms(word, pos), key=len, default=word)

    # Synsets.

    def words(self, synset: int) -> list[str]:
        """Return the words of a synset, in WordNet's spelling."""
        start, end = self._words_at[synset], self._words_at[synset + 1]
        return self._words[start:end].tobytes().decode().split("\n")[:-2]

    def definition(self, synset: int) -> str:
        """Return the gloss of a synset, without its examples."""
        at = self._definitions_at
        return self._definitions[at[synset] : at[synset + 1] - 1].tobytes().decode()

    @cached_property
    def checksum(self) -> int:
        """The CRC-32 of all glosses in order, which tells one numbering of synsets from another."""
        return zlib.crc32(self._definitions)

    def examples(self, synset: int) -> list[str]:
        """Return the example sentences of a synset."""
        start, end = self._examples_at[synset], self._examples_at[synset + 1]
        if end - start == 1:
            return []
        return self._examples[start:end].tobytes().decode().split("\n")[:-2]

    def pos(self, synset: int) -> str:
        """Return the letter of a synset's part of speech."""
        return chr(self._synset_pos[synset])

    def lexname(self, synset: int) -> str:
        """Return the name of a synset's lexicographer file, such as `noun.animal`."""
        return self._lexnames[self.tables["synset_lexname"][synset]]

    def synset_name(self, synset: int) -> str:
        """Return NLTK's name of a synset, such as `dog.n.01`: its first word and that word's sense."""
        name, pos = self.words(synset)[0].lower(), self.pos(synset)
        return f"{name}.{pos}.{list(self.entry(self.number_of(name), pos)).index(synset) + 1:02}"

    def parents(self, synset: int) -> Sequence[int]:
        """Return the hypernyms of a synset, then its instance hypernyms."""
        return self._parents[self._parents_at[synset] : self._parents_at[synset + 1]]

    def synset_uses(self, synset: int) -> int:
        """Return how often the tagged texts use the words of a synset in this meaning."""
        return self._synset_uses[synset]

    def depth(self, synset: int) -> tuple[int, int]:
        """Return the lengths of the shortest and of the longest way to a root, in steps."""
        return self.tables["min_depth"][synset], self.tables["max_depth"][synset]

    # Senses: one word of one synset.

    def senses(self, synset: int) -> range:
        """Return the senses of a synset, in the order of its words."""
        return range(self._first_sense[synset], self._first_sense[synset + 1])

    def sense_synset(self, sense: int) -> int:
        """Return the synset of a sense."""
        return self.tables["sense_synset"][sense]

    def sense_word(self, sense: int) -> str:
        """Return the word of a sense, in WordNet's spelling."""
        synset = self.sense_synset(sense)
        return self.words(synset)[sense - self._first_sense[synset]]

    def senses_of(self, synset: int, names: Sequence[str]) -> list[int]:
        """Return the senses of `synset` whose words are among `names` (in lower case)."""
        first = self._first_sense[synset]
        return [first + at for at, word in enumerate(self.words(synset)) if word.lower() in names]

    def sense_count(self, sense: int) -> int:
        """Return the number of uses of a sense in the tagged texts."""
        return self._sense_counts[sense]

    def sense_counts(self, synset: int) -> Sequence[int]:
        """Return how often the tagged texts use each sense of `synset`."""
        return self._sense_counts[self._first_sense[synset] : self._first_sense[synset + 1]]

    def frames(self, sense: int) -> list[str]:
        """Return the frames of a verb sense, with the verb in its place: "Somebody run something"."""
        return [self._frames[str(number)] % self.sense_word(sense) for number in self.frame_numbers(sense)]

    def verb_sentences(self, sense: int) -> list[str]:
        """Return WordNet's example sentences for a verb sense, with the verb in its place."""
        numbers = self.row("sentences", sense - self._first_verb)  # mostly none
        return [self._sentences[str(number)] % self.sense_word(sense) for number in numbers]

    def frame_numbers(self, sense: int) -> Sequence[int]:
        """Return the numbers of a verb sense's frames in wninput(5WN)."""
        return self.row("frames", sense - self._first_verb)

    def row(self, name: str, at: int) -> Sequence[int]:
        """Return a row of a ragged table."""
        starts = self.tables[f"{name}_at"]
        return self.tables[name][starts[at] : starts[at + 1]]
