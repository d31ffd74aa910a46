"""Prepositions behind a word in WordNet's own texts: "depend on", "capable of", "dissuade somebody from"."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby
from os.path import commonprefix
from typing import TYPE_CHECKING, Final

from workers.wordnet.inflection.inflections import inflect
from workers.wordnet.names.spelled import readable
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from workers.commands.term import Term
    from workers.wordnet.lexicon import Lexicon

PREPOSITIONS: Final = word_set(
    "about against among at between by for from in into of on over through to toward towards upon with"
)
_FORMS: Final = ("third_person", "past", "past_participle", "ing")
_BEING: Final = word_set("am are be been being is was were")
_OBJECTS: Final = word_set("him it me them us")
_WH: Final = re.compile(r"\b(?:what|which|who|whom|how (?:much|many))\b", re.IGNORECASE)
_WORDS: Final = re.compile(r"[a-z'-]+|[.,;:!?()]", re.IGNORECASE)
_MOST_BETWEEN: Final = 4  # words: "dissuade the old man from"


def prepositions_in_place(term: Term, synset: int) -> list[str]:
    """Return the prepositions behind the verbs of a synset if all examples that show what follows have one.

    WordNet has "somebody depends something" as a sentence frame, and "count on me" as an example.
    """
    lexicon = term.lexicon
    forms = set().union(*(_forms(lexicon, word) for word in lexicon.words(synset) if "_" not in word))
    behind = [word for text in term.examples(synset) for word in _behind(text, forms)]
    return list(dict.fromkeys(behind)) if PREPOSITIONS.issuperset(behind) else []


def _behind(text: str, forms: set[str]) -> Iterator[str]:
    """Yield what follows a verb in an example, unless it ends there or asks for the object.

    Behind a passive that is no preposition: "it was discussed by …".
    """
    words = _WORDS.findall(text.lower())
    for before, word, after in zip(["", *words], words, [*words[1:], "."], strict=False):
        if word in forms and after[0].isalpha() and not _WH.search(text):
            yield before if before in _BEING and not word.endswith("ing") else after


def takes_pronoun(term: Term, synset: int) -> bool:
    """Whether an example has a pronoun as the object, which the frames may lack: "I informed him"."""
    forms = _forms(term.lexicon, term.word_in(synset))
    return any(not _OBJECTS.isdisjoint(_behind(text, forms)) for text in term.examples(synset))


def prepositions_behind(lexicon: Lexicon, word: str, wanted: Collection[str] = PREPOSITIONS) -> Counter[str]:
    """Return how often WordNet's definitions and examples have each preposition right behind a word.

    A verb counts in all its forms; a form (*accused*) or another word counts as it is.
    """
    forms = _forms(lexicon, word) if word in lexicon.dictionary_forms(word, "v") else {word}
    return Counter(found for found in next_words(lexicon, forms, r" ([a-z]+)") if found in wanted)


def times_behind_verb(lexicon: Lexicon, verb: str, preposition: str) -> int:
    """Return how often they have a preposition right behind a verb."""
    return sum(1 for _ in next_words(lexicon, _verbal(lexicon, verb), rf" ({preposition})(?![\w-])"))


def times_before(lexicon: Lexicon, verb: str, preposition: str) -> int:
    """Return how often WordNet's definitions and examples have a verb and, a few words on, a preposition."""
    between = rf"(?: [\w'-]+){{0,{_MOST_BETWEEN}}}? ({preposition})(?![\w-])"
    return sum(1 for _ in next_words(lexicon, _verbal(lexicon, verb), between))


def _verbal(lexicon: Lexicon, verb: str) -> set[str]:
    """Return the forms of a verb, but without those of a noun: "the approach to the house"."""
    forms = _forms(lexicon, verb)
    is_noun = verb in lexicon.dictionary_forms(verb, "n")
    return {form for form in forms if not (is_noun and lexicon.dictionary_forms(form, "n"))}


def next_words(lexicon: Lexicon, forms: Collection[str], behind: str) -> Iterator[str]:
    """Yield the group in `behind` for each place where a form stands before that; takes about 10 ms."""
    # A pattern that begins with letters makes the search much faster, so irregular forms have their own.
    for _, alike in groupby(sorted(forms), key=lambda form: form[:2]):
        same = list(alike)
        start = commonprefix(same)  # noqa: RUF071 (of words, rather than of paths)
        ends = "|".join(sorted((re.escape(form[len(start) :]) for form in same), key=len, reverse=True))
        pattern = re.compile(rf"{re.escape(start)}(?:{ends})\b{behind}".encode())
        for text in (lexicon.tables[name] for name in ("definitions", "examples")):
            for found in pattern.finditer(text):
                if not bytes(text[max(found.start() - 1, 0) : found.start()]).isalpha():
                    yield found[1].decode()


def _forms(lexicon: Lexicon, verb: str) -> set[str]:
    inflected = (form for kind in _FORMS for form in inflect(lexicon, verb, kind, "v"))
    return {readable(form).lower() for form in (verb, *inflected)}
