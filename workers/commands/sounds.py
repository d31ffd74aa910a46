"""The sounds of words: pronunciations, rhymes, near rhymes and homophones."""

from __future__ import annotations

from itertools import filterfalse
from typing import TYPE_CHECKING, Any, Final

from workers.commands.word_facts.little_words import kind_of
from workers.wordnet.names.capitals import spoken_names
from workers.wordnet.names.exchanged_letters import folded
from workers.wordnet.offensive import offensive_forms
from workers.wordnet.pronunciation.heteronyms import meant_by
from workers.wordnet.pronunciation.phones import PRIMARY
from workers.wordnet.pronunciation.sounds import ANY_POS, POS_BITS
from workers.wordnet.pronunciation.syllables import syllables
from workers.wordnet.pronunciation.transcription import arpabet, ipa, respelling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workers.commands.term import Functions, Term
    from workers.wordnet.lexicon import Lexicon
    from workers.wordnet.pronunciation.sounds import Pronunciation

MAX_RHYMES: Final = 100


def pronunciation(term: Term) -> list[dict[str, Any]]:
    """Return every pronunciation of the word, the first one first; empty if the dictionary lacks it.

    Several words are put together from the first pronunciation of each. Only homographs have `pos`, `meant`.
    """
    name = spoken(term)
    found = term.lexicon.sounds.pronunciations(name, term.pos)
    return [_shown(each, name) for each in found]


def in_ipa(term: Term) -> str | None:
    """Return the first pronunciation of each part of speech in IPA, beside each other; None without any."""
    first: dict[int, str] = {}
    for found in term.lexicon.sounds.pronunciations(spoken(term), term.pos):
        first.setdefault(found.pos, ipa(found))
    return ", ".join(dict.fromkeys(first.values())) or None


def spoken(term: Term) -> str:
    """Return the form, or another spelling of it if the dictionary has only that: hemorrhage, haemorrhage."""
    lexicon, form = term.lexicon, term.form.lower()
    if lexicon.sounds.phones(form):
        return term.form
    names = (name.lower() for synset in term.meanings for name in lexicon.words(synset))
    alike = (name for name in names if folded(name) == folded(form) and lexicon.sounds.phones(name))
    return next(alike, term.form)


def _shown(found: Pronunciation, name: str) -> dict[str, Any]:
    stresses = [syllable.stress for part in found.parts for syllable in syllables(part)]
    shown = {
        "ipa": ipa(found),
        "respelling": respelling(found),
        "arpabet": arpabet(found),
        "syllables": len(stresses),
        "stressed": [number for number, stress in enumerate(stresses, 1) if stress == PRIMARY],
    }
    if found.silent:
        marked = (f"({letter})" if found.silent >> at & 1 else letter for at, letter in enumerate(name))
        shown["silent"] = "".join(marked).replace(")(", "")
    if found.pos != ANY_POS:
        shown["pos"] = [letter for letter, bit in POS_BITS.items() if bit & found.pos and letter != "s"]
    if meant := meant_by(name, found.parts[0]):
        shown["meant"] = meant
    return shown


def rhymes(term: Term) -> list[str]:
    """Return up to 100 words with the same sounds from the last stressed vowel on, by frequency.

    Only words in WordNet and their forms count, no homophones of the word itself, and nothing offensive.
    With a second word, the answer is that word if the two rhyme, else nothing.
    """
    if term.word2:
        return [term.word2] * term.lexicon.sounds.do_rhyme(spoken(term), term.word2)
    return _rhyming(term, term.lexicon.sounds.rhymes(spoken(term), term.pos))


def rhyming_ways(term: Term) -> list[dict[str, Any]]:
    """Return those pronunciations of the word, as `pronunciation` has them, that rhyme with the second."""
    name = spoken(term)
    return [_shown(each, name) for each in term.lexicon.sounds.rhyming(name, term.word2)]


def near_rhymes(term: Term) -> list[str]:
    """Return up to 100 words that have similar consonants from the last stressed vowel on, by frequency."""
    return _rhyming(term, term.lexicon.sounds.near_rhymes(spoken(term), term.pos))


def _rhyming(term: Term, found: Iterable[str]) -> list[str]:
    """Return the first words that a rhyme can be, with the capitals of names: June, for moon.

    With a subject, those come first that come nearest to it.
    """
    names, subject = spoken_names(term.lexicon), term.conditions and term.conditions.subject
    kept = term.kept(inoffensive(term.lexicon, found), MAX_RHYMES)
    return [names.get(word, word) for word in (subject.nearest_first(kept) if subject else kept)]


def inoffensive(lexicon: Lexicon, names: Iterable[str]) -> Iterator[str]:
    """Yield those of `names` that are neither offensive, in a part or as a whole, nor forms of such words."""
    return filterfalse(offensive_forms(lexicon).__contains__, names)


def homophones(term: Term) -> list[str]:
    """Return the other words that sound exactly the same, by frequency.

    No other spelling of the word itself: one that shares a synset with it, like "grey" and "gray".
    """
    found = (name for name, is_variant in _sounding_alike(term) if not is_variant)
    names = spoken_names(term.lexicon)
    return [names.get(name, name) for name in found if _is_any_word(term, name)]


def variants(term: Term) -> list[str]:
    """Return the other spellings of the word, which sound the same and share a meaning: color, colour."""
    return [name for name, is_variant in _sounding_alike(term) if is_variant]


def _is_any_word(term: Term, name: str) -> bool:
    return bool(term.lexicon.synsets(name) or kind_of(name))


def _sounding_alike(term: Term) -> Iterator[tuple[str, bool]]:
    """Yield the words that sound the same, each with whether it is another spelling of the word."""
    own = set(term.synsets)
    for name in term.lexicon.sounds.homophones(spoken(term), term.pos):
        yield name, not own.isdisjoint(term.lexicon.synsets(name))


FUNCTIONS: Final[Functions] = {
    "pronunciation": pronunciation,
    "rhymes": rhymes,
    "near_rhymes": near_rhymes,
    "homophones": homophones,
}
