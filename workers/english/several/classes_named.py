"""The class that a question names by several words, of which WordNet has others or the last one alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from workers.commands.term import Term
from workers.commands.word_facts.little_words import kind_of
from workers.commands.word_family import word_family
from workers.english.term_finder import AskedTerm
from workers.wordnet.names.spelled import readable, spelled

if TYPE_CHECKING:
    from workers.english.term_finder import TermFinder

_MOST_WORDS: Final = 3  # of a class
_ENDINGS: Final = ("ed", "'s", "s", "s'", "en", "ing")
_OF_CLASSES: Final = frozenset(["species", "breed", "variety", "type", "kind"])  # "a primate species"
_NO_CLASS: Final = frozenset(["today", "now", "nowadays", "please", "right", "though", "anyway", "too"])


def class_named(finder: TermFinder, phrase: str, seen: AskedTerm) -> AskedTerm:
    """Return the class that is all of a phrase, or that its last word names; else the class `seen` in it.

    The model sees *flying* alone in "a flying insect". A "string instrument" is stringed in WordNet.
    """
    first, _, last = phrase.rpartition(" ")
    is_in_phrase = set(seen.shown.lower().split()) <= set(phrase.split())
    if not (first and is_in_phrase) or last in _NO_CLASS or len(phrase.split()) > _MOST_WORDS:
        return seen
    if any(kind_of(word) for word in phrase.split()):
        return seen
    if last in _OF_CLASSES:
        return finder.term(first) or seen
    if found := finder.term(phrase) or _named_otherwise(finder, first, last):
        return found
    head = finder.term(last)
    are_words = all(map(finder.find, first.split()))
    is_noun = are_words and head and head.name and finder.lexicon.dictionary_forms(head.name, "n")
    return replace(head, part_of=phrase) if head and is_noun else seen


def _named_otherwise(finder: TermFinder, first: str, last: str) -> AskedTerm | None:
    """Return a name of these words without a blank, or with a relative or a form of the first one."""
    lexicon = finder.lexicon
    relatives = word_family(Term(lexicon, spelled(first), for_reader=True))
    others = [*(first + ending for ending in _ENDINGS), *(readable(name).lower() for name in relatives)]
    names = map(spelled, [first + last, *(f"{other} {last}" for other in others)])  # gem stone, …
    name = next((name for name in names if name in lexicon), "")
    return AskedTerm(readable(name), name, typed=f"{first} {last}") if name else None
