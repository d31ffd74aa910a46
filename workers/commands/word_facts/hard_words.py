"""The hard words of a text, each with the meaning that fits the sentence it stands in: `gloss`.

A word is hard if it is neither common nor used often to define others, and no word of its family is common:
*forfeiture* is hard; *watery* and *penguin* are not. Names and little words are left out, and so is a
compound of easy words (*interest rate*), unless it is an idiom of three words or more (*kick the bucket*).
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from workers.commands.term import Term
from workers.commands.word_facts.little_words import kind_of
from workers.meaning.senses import likelihoods
from workers.wordnet.frequency import is_common
from workers.wordnet.lexicon import POS_ORDER
from workers.wordnet.names.defining_words import defining_words
from workers.wordnet.names.spelled import readable
from workers.wordnet.relations import CODES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.commands.term import Functions
    from workers.wordnet.lexicon import Lexicon

MOST_WORDS: Final = 40
SHORTEST: Final = 4  # letters; few shorter words are hard, and many are abbreviations
LONGEST_NAME: Final = 4  # words of a compound
SHORTEST_IDIOM: Final = 3  # words

_BETWEEN_SENTENCES: Final = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+")  # noqa: RUF001 (typographic quotes)
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?P<rest>['’][^\W\d_]+)?")  # noqa: RUF001 (an apostrophe)
_SAME: Final = 4  # first letters of two spellings: neighbour and neighbor
_FAMILY: Final = (CODES["+"], CODES["\\"])


def gloss(term: Term) -> list[dict[str, Any]]:
    """Return the hard words of the text in order, each once, at most 40, with what each means there."""
    lexicon = term.lexicon
    hard: dict[str, _HardWord] = {}
    for sentence in _BETWEEN_SENTENCES.split(readable(term.form)):
        for word, name in _hard_words(lexicon, sentence):
            found = Term(lexicon, name, for_reader=True, sentence=sentence)
            hard.setdefault(found.lemmas[0], _HardWord(word, found))
    chosen = list(islice(hard.values(), MOST_WORDS))
    meant = likelihoods(lexicon, [each.term.in_sentence for each in chosen])
    return [each.meaning(max(fits, key=fits.__getitem__)) for each, fits in zip(chosen, meant, strict=True)]


class _HardWord(NamedTuple):
    """A word in the form that the text has, and as a term in its sentence."""

    word: str
    term: Term

    def meaning(self, synset: int) -> dict[str, Any]:
        """Return the word with one of its meanings."""
        return {
            "word": self.word,
            "lemma": self.term.word_in(synset),
            "pos": self.term.lexicon.pos(synset),
            "definition": self.term.definition(synset),
        }


def _hard_words(lexicon: Lexicon, sentence: str) -> Iterator[tuple[str, str]]:
    """Yield the hard words and compounds of a sentence, as they stand there and as they are looked up."""
    words = [match[0] for match in _WORD.finditer(sentence) if not match["rest"]]
    at = 0
    while at < len(words):
        length, lemmas = _longest(lexicon, words[at : at + LONGEST_NAME])
        word = words[at]
        is_name = not word.islower() and (at > 0 or _is_only_name(lexicon, lemmas))
        if lemmas and not is_name and _is_hard(lexicon, words[at : at + length], lemmas):
            yield " ".join(words[at : at + length]), min(lemmas) if length > 1 else word.lower()
        at += length


def _longest(lexicon: Lexicon, words: list[str]) -> tuple[int, set[str]]:
    """Return the length of the longest name with which `words` begin, and the lemmas that it may be of."""
    for length in range(len(words), 0, -1):
        form = "_".join(words[:length]).lower()
        lemmas = _lemmas(lexicon, form)
        if length > 1:  # gave up, kicked the bucket
            verb, _, rest = form.partition("_")
            names = (f"{base}_{rest}" for base in lexicon.dictionary_forms(verb, "v"))
            lemmas |= {name for name in names if name in lexicon}
        if lemmas:
            return length, lemmas
    return 1, set()


def _is_only_name(lexicon: Lexicon, lemmas: set[str]) -> bool:
    """Whether WordNet writes all of `lemmas` with capitals."""
    return all(
        name not in lexicon.words(synset)
        for name in lemmas
        for pos in POS_ORDER
        for synset in lexicon.entry(lexicon.number_of(name), pos)
    )


def _is_hard(lexicon: Lexicon, words: list[str], lemmas: set[str]) -> bool:
    numbers = [lexicon.number_of(name) for name in lemmas]
    if any(is_common(lexicon, number) for number in numbers) or _is_only_name(lexicon, lemmas):
        return False
    is_idiom = len(words) >= SHORTEST_IDIOM and not any(len(lexicon.entry(number, "n")) for number in numbers)
    parts = (part for word in words for part in word.lower().split("-"))
    return is_idiom or any(_is_hard_word(lexicon, part) for part in parts)


def _is_hard_word(lexicon: Lexicon, word: str) -> bool:
    known = defining_words(lexicon)
    lemmas = _lemmas(lexicon, word)
    if len(word) < SHORTEST or kind_of(word) or word in known or not known.isdisjoint(lemmas):
        return False
    relatives = (number for name in lemmas for number in _family(lexicon, name))
    return bool(lemmas) and not any(is_common(lexicon, number) for number in relatives)


def _lemmas(lexicon: Lexicon, form: str) -> set[str]:
    return {name for names in lexicon.all_dictionary_forms(form).values() for name in names}


def _family(lexicon: Lexicon, name: str) -> Iterator[int]:
    """Yield the word itself, its other spellings, and the words that are derived from it or the reverse."""
    number = lexicon.number_of(name)
    for pos in POS_ORDER:
        for synset in lexicon.entry(number, pos):
            words = map(str.lower, lexicon.words(synset))
            yield from (lexicon.number_of(word) for word in words if word[:_SAME] == name[:_SAME])
            for sense in lexicon.senses_of(synset, [name]):
                for target in (
                    each for code in _FAMILY for each in lexicon.sense_pointers.related(sense, code)
                ):
                    yield lexicon.number_of(lexicon.sense_word(target).lower())


FUNCTIONS: Final[Functions] = {"gloss": gloss}
