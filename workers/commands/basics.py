"""The five basic commands: synonyms, examples, definition, pos and lemmatizer, with NLTK's answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workers.commands.term import Functions, Term


def synonyms(term: Term) -> list[str]:
    """Return every lemma name of every synset."""
    words = term.lexicon.words
    return _without_repeats(word for synset in term.synsets for word in words(synset))


def examples(term: Term) -> list[str]:
    """Return every example sentence."""
    sentences = term.lexicon.examples
    return _without_repeats(sentence for synset in term.synsets for sentence in sentences(synset))


def definition(term: Term) -> list[str]:
    """Return every gloss."""
    return _without_repeats(map(term.lexicon.definition, term.synsets))


def parts_of_speech(term: Term) -> list[str]:
    """Return the letter of every part of speech among the word's synsets."""
    return _without_repeats(map(term.lexicon.pos, term.synsets))


def lemmatizer(term: Term) -> list[str]:
    """Return the answer of NLTK's WordNetLemmatizer, as a list of one; without `pos`, that of a noun."""
    return [term.lexicon.lemmatize(term.form, term.pos or "n")]


def _without_repeats(items: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(items))


FUNCTIONS: Final[Functions] = {
    "synonyms": synonyms,
    "examples": examples,
    "definition": definition,
    "pos": parts_of_speech,
    "lemmatizer": lemmatizer,
}
