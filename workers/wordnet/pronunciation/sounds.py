"""The sounds of words: pronunciations, rhymes, near rhymes and homophones, from tables of the snapshot.

sound_tables.py draws the tables. They are views of the mapped file, like those of the lexicon.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache, reduce
from operator import and_
from typing import TYPE_CHECKING, Final, NamedTuple

from workers.wordnet.names.name_slots import find
from workers.wordnet.pronunciation.phones import rhyming_part, syllable_count
from workers.wordnet.pronunciation.silent_letters import silent_letters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

# Part of speech → its bit in `word_pos` and `sound_pos`.
POS_BITS: Final = {"n": 1, "v": 2, "a": 4, "s": 4, "r": 8}
ANY_POS: Final = 15

_SILENT: Final = re.compile("gh|[a-z]")
_PART_ENDS: Final = re.compile(r"[\s_-]+")


class Pronunciation(NamedTuple):
    """One pronunciation of a name: the phones of each of its words (see phones.py), "ice cream" has two.

    `pos` has the bits of the parts of speech that are pronounced so, and `silent` those of the letters of one
    word that have no sound (see silent_letters.py).
    """

    parts: tuple[bytes, ...]
    pos: int = ANY_POS
    silent: int = 0


class Sounds:
    """The pronouncing dictionary by word and by sound; every name may be of any case."""

    def __init__(self, tables: Mapping[str, memoryview]) -> None:
        self._names, self._names_at = tables["sound_names"], tables["sound_names_at"]
        self._slots = tables["sound_slots"]
        self._first_sound = tables["first_sound"]
        self._weights, self._pos = tables["word_weights"], tables["word_pos"]
        self._phones, self._phones_at = tables["phones"], tables["phones_at"]
        self._sound_pos, self._silent = tables["sound_pos"], tables["silent"]
        self._rhyme_of, self._near_of = tables["rhyme_of"], tables["near_of"]
        self._rhymes, self._rhymes_at = tables["rhymes"], tables["rhymes_at"]
        self._near_rhymes, self._near_rhymes_at = tables["near_rhymes"], tables["near_rhymes_at"]
        self._by_sound = tables["by_sound"]
        self.word_count = len(self._names_at) - 1
        self.phones = lru_cache(maxsize=16)(self._first_phones)  # each form of a word asks again

    def __contains__(self, name: str) -> bool:
        """Whether the dictionary has this one word; names of several words are put together."""
        return self._word(name.lower()) is not None

    def pronunciations(self, name: str, pos: str | None = None) -> list[Pronunciation]:
        """Return every pronunciation, the first one first; empty if the dictionary lacks a part of the name.

        A name that is not in the dictionary is put together from the first pronunciation of each part. `pos`
        leaves out the pronunciations of other parts of speech, where homographs.py knows them.
        """
        lowered = name.lower()
        word = self._word(lowered)
        if word is not None:
            wanted = POS_BITS[pos] if pos else ANY_POS
            sounds = [sound for sound in self._sounds_of(word) if self._sound_pos[sound] & wanted]
            return [self._pronunciation(word, sound) for sound in sounds or self._sounds_of(word)]
        together = self._together(lowered)
        return [Pronunciation(together)] if together else []

    def spoken(self, name: str) -> set[bytes]:
        """Return the phones of every pronunciation, with a blank between words; empty if there is none."""
        lowered = name.lower()
        word = self._word(lowered)
        if word is not None:
            return set(map(self._phones_of, self._sounds_of(word)))
        together = self._together(lowered)
        return {b" ".join(together)} if together else set()

    def _first_phones(self, name: str, pos: str | None = None) -> bytes:
        """Return the phones of the first pronunciation, of the last of several words; empty if unknown."""
        parts = self._first(name, pos)
        return parts[-1] if parts else b""

    def syllable_count(self, name: str) -> int | None:
        """Return the number of syllables of the first pronunciation, or None if there is none."""
        parts = self._first(name)
        return sum(map(syllable_count, parts)) if parts else None

    def syllable_counts(self, name: str) -> set[int]:
        """Return the numbers of syllables of all pronunciations; empty if there is none."""
        word = self._word(name.lower())
        if word is not None:
            return {syllable_count(self._phones_of(sound)) for sound in self._sounds_of(word)}
        return {sum(map(syllable_count, found.parts)) for found in self.pronunciations(name)}

    def always_silent(self, name: str) -> set[str]:
        """Return the letters of one word that have no sound in any of its pronunciations; "gh" is one."""
        word = self._word(name.lower())
        if word is None:
            return set()
        silent = reduce(and_, (self._silent_of(word, sound) for sound in self._sounds_of(word)))
        letters = (letter if silent >> at & 1 else " " for at, letter in enumerate(name.lower()))
        return set(_SILENT.findall("".join(letters)))

    def rhymes(self, name: str, pos: str | None = None) -> Iterator[str]:
        """Yield the words that rhyme with any pronunciation of `name`, the commonest first.

        See phones.rhyming_part for the rule. Only words that WordNet knows, and their forms; neither the word
        itself nor its homophones. A name of several words rhymes as its last one does.
        """
        sounds = self._last_sounds(name)
        own = self._words_sounding_as(sounds)
        words = self._members(self._rhyme_of, self._rhymes, self._rhymes_at, sounds)
        return self._named(words, own, pos)

    def rhyme_test(self, name: str) -> Callable[[str], bool]:
        """Return the test of whether the last word of another name is among the rhymes of `name`."""
        found = frozenset(self.rhymes(name))
        return lambda other: other.rpartition("_")[2] in found

    def do_rhyme(self, one: str, other: str) -> bool:
        """Whether a pronunciation of one name rhymes with one of the other, or is the same."""
        classes = [{self._rhyme_of[sound] for sound in self._last_sounds(name)} for name in (one, other)]
        return not classes[0].isdisjoint(classes[1])

    def rhyming(self, one: str, other: str) -> list[Pronunciation]:
        """Return those pronunciations of one word that rhyme with another name; of several words, none."""
        word, classes = self._word(one.lower()), {self._rhyme_of[sound] for sound in self._last_sounds(other)}
        sounds = self._sounds_of(word) if word is not None else ()
        return [self._pronunciation(word or 0, each) for each in sounds if self._rhyme_of[each] in classes]

    def near_rhymes(self, name: str, pos: str | None = None) -> Iterator[str]:
        """Yield the words that nearly rhyme (see phones.near_part) but not fully.

        Those with the same stressed vowel come before those with one like it, each the commonest first.
        """
        sounds = self._last_sounds(name)
        perfect = self._members(self._rhyme_of, self._rhymes, self._rhymes_at, sounds)
        words = self._members(self._near_of, self._near_rhymes, self._near_rhymes_at, sounds)
        left_out = {*perfect, *self._words_sounding_as(sounds)}
        return self._named(self._same_vowel_first(words, sounds), left_out, pos)

    def _same_vowel_first(self, words: Sequence[int], sounds: Sequence[int]) -> Iterator[int]:
        """Yield first the words with the vowel with which the rhymes of one of these sounds begin."""
        vowels, others = set(map(self._rhyming_vowel, sounds)), []
        for word in words:
            if vowels.isdisjoint(map(self._rhyming_vowel, self._sounds_of(word))):
                others.append(word)
            else:
                yield word
        yield from others

    def _rhyming_vowel(self, sound: int) -> bytes:
        return rhyming_part(self._phones_of(sound))[:1]

    def homophones(self, name: str, pos: str | None = None) -> Iterator[str]:
        """Yield the other words that sound exactly like a pronunciation of `name`, the commonest first.

        Without `pos`, words that WordNet lacks are among them: little words such as *their*, and names.
        """
        word = self._word(name.lower())
        if word is None:
            return iter(())
        alike = sorted(self._words_sounding_as(self._sounds_of(word)) - {word}, key=self._rank)
        return self._named(alike, set(), pos) if pos else map(self.name, alike)

    def _word(self, name: str) -> int | None:
        """Return the number of the word with exactly this name, in lower case, or None."""
        return find(name.encode("utf-8", "replace"), self._slots, self._names, self._names_at)

    def name(self, word: int) -> str:
        """Return the name of the word with this number."""
        return self._names[self._names_at[word] : self._names_at[word + 1] - 1].tobytes().decode()

    def words_matching(self, expression: str) -> Iterator[str]:
        """Yield the words that a regular expression matches as a whole, in alphabetical order."""
        if expression and expression.isascii():
            # From one line feed to the next, `re` jumps; for a "^", it would look at every letter.
            found = re.finditer(rb"\n(%b)(?=\n)" % expression.encode(), b"\n" + self._names)
            yield from (match[1].decode() for match in found)

    def _sounds_of(self, word: int) -> range:
        """Return the numbers of a word's pronunciations."""
        return range(self._first_sound[word], self._first_sound[word + 1])

    def _last_sounds(self, name: str) -> range:
        """Return the numbers of the pronunciations of the last word of a name; empty if a part is missing."""
        lowered = name.lower()
        word = self._word(lowered)
        if word is None:
            parts = self._parts(lowered)
            return self._sounds_of(parts[-1]) if parts else range(0)
        return self._sounds_of(word)

    def _parts(self, name: str) -> list[int]:
        """Return the words that a name consists of; empty if the dictionary lacks any of them."""
        words = [self._word(part) for part in _PART_ENDS.split(name) if part]
        known = [word for word in words if word is not None]
        return known if len(known) == len(words) else []

    def _first(self, name: str, pos: str | None = None) -> Sequence[bytes]:
        """Return the phones of each word of the first pronunciation; empty if there is none."""
        lowered = name.lower()
        word = self._word(lowered)
        if word is None:
            return self._together(lowered)
        wanted, sounds = POS_BITS[pos] if pos else ANY_POS, self._sounds_of(word)
        first = next((sound for sound in sounds if self._sound_pos[sound] & wanted), sounds[0])
        return (self._phones_of(first),)

    def _together(self, name: str) -> tuple[bytes, ...]:
        """Return the phones of the first pronunciation of each word of a name; empty if one has none."""
        return tuple(self._phones_of(self._first_sound[part]) for part in self._parts(name))

    def _pronunciation(self, word: int, sound: int) -> Pronunciation:
        return Pronunciation((self._phones_of(sound),), self._sound_pos[sound], self._silent_of(word, sound))

    def _phones_of(self, sound: int) -> bytes:
        return self._phones[self._phones_at[sound] : self._phones_at[sound + 1]].tobytes()

    def _silent_of(self, word: int, sound: int) -> int:
        """Return the silent letters of a word as bits; the table has them for the words of WordNet."""
        return (
            self._silent[sound]
            if self._pos[word]
            else silent_letters(self.name(word), self._phones_of(sound))
        )

    def _rank(self, word: int) -> tuple[int, int]:
        return -self._weights[word], word

    def _words_sounding_as(self, sounds: Sequence[int]) -> set[int]:
        """Return the words that have one of these pronunciations, among them the words themselves."""
        found: set[int] = set()
        for sound in sounds:
            phones = self._phones_of(sound)
            found.add(bisect_right(self._first_sound, sound) - 1)
            at = bisect_left(self._by_sound, phones, key=self._phones_of)
            while at < len(self._by_sound) and self._phones_of(self._by_sound[at]) == phones:
                found.add(bisect_right(self._first_sound, self._by_sound[at]) - 1)
                at += 1
        return found

    def _members(
        self, class_of: Sequence[int], rows: Sequence[int], starts: Sequence[int], sounds: Sequence[int]
    ) -> Sequence[int]:
        """Return the words of the classes that these pronunciations are in, the commonest first."""
        classes = {class_of[sound] for sound in sounds}
        members = [rows[starts[number] : starts[number + 1]] for number in classes]
        if len(members) == 1:
            return members[0]
        return sorted({word for words in members for word in words}, key=self._rank)

    def _named(self, words: Iterable[int], left_out: set[int], pos: str | None) -> Iterator[str]:
        """Yield the names of `words` without those `left_out`, only those that can be a `pos`."""
        wanted = POS_BITS[pos] if pos else ANY_POS
        return (self.name(word) for word in words if self._pos[word] & wanted and word not in left_out)
