"""Relations that WordNet has under other names: "the feminine of actor", "what is gently formed from?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from workers.commands.descriptions import HOPEFUL
from workers.commands.related_words import related_of
from workers.commands.term import Term
from workers.english.term_finder import as_typed
from workers.meaning.word_search import likelihoods, word_search

if TYPE_CHECKING:
    from workers.english.term_finder import TermFinder
    from workers.english.understood import Understood

_COUNTERPART: Final = re.compile(
    r"\b(?:(?P<female>feminine|female)|masculine|male)"
    r"(?: (?:counterpart|equivalent|form|version|word))? (?:of|for|to)\b",
    re.IGNORECASE,
)
_FEMALE: Final = re.compile(r"\b(?:female|wom[ae]n|wife|girl|daughter|mother)\b")
_MALE: Final = re.compile(r"\b(?:male|m[ae]n|husband|boy|son|father)\b")
_FORMED: Final = re.compile(
    r"\bformed\b|\b(?:made|built|derived) (?:up |out )?(?:from|of|with)\b", re.IGNORECASE
)
_ROOT: Final = re.compile(r"\b(?:root|base) word\b", re.IGNORECASE)
_OF_WORD: Final = re.compile(r"\b(?:words?|nouns?|verbs?|adjectives?|adverbs?)\b", re.IGNORECASE)
_BY_MODEL: Final = frozenset(["derivations", "inflect", "lemmatizer", "meronyms", "pertainyms", "synonyms"])
_MOST: Final = 100


def with_relation(finder: TermFinder, understood: Understood, text: str) -> Understood:
    """Return the question for the other sex of a word, or for the word that another one is formed from."""
    term = understood.term
    if not (term and term.name) or understood.command not in _BY_MODEL:
        return understood
    word = Term(finder.lexicon, term.name, for_reader=True)
    if found := _COUNTERPART.search(text):
        return _counterpart(word, understood, is_female=found["female"] is not None) or understood
    is_of_word = word.main_pos in ("r", "a", "s") or _OF_WORD.search(understood.around(text))
    is_root = understood.command == "lemmatizer" and not word.lemma and _ROOT.search(text)
    if not (is_root or (is_of_word and _FORMED.search(text))):
        return understood
    pos = None if understood.pos == word.main_pos else understood.pos
    return replace(understood, command="derivations", pos=pos, confidence=1.0)


def _counterpart(word: Term, understood: Understood, *, is_female: bool) -> Understood | None:
    """Return the question for the opposite of a person, or for a description such as "a female lion".

    None if the likeliest word for that does not say in its meaning that it is of this sex.
    """
    lexicon, first = word.lexicon, word.meanings[:1]
    if any(lexicon.lexname(each) == "noun.person" and related_of(word, each, "antonyms") for each in first):
        return replace(understood, command="antonyms", pos="n", confidence=1.0)
    description = f"a {'female' if is_female else 'male'} {word.form.replace('_', ' ')}"
    search = word_search(lexicon)
    likeliest = search.best(search.scores(description, "n"), _MOST)
    synset = likeliest[0].synset
    said = (_FEMALE if is_female else _MALE).search(lexicon.definition(synset))
    if not said or likelihoods(likeliest)[synset] < HOPEFUL:
        return None
    return replace(understood, command="reverse", term=as_typed(description), pos="n", confidence=1.0)
