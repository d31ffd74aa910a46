"""Questions about a word that is itself a word of questions: "define he", "the meaning of spell out".

The model takes *he* there for a pronoun and *spell* for a command. But such a text consists of the term and
of the words of a question about its meaning, so the lexicon can tell: the term is a little word, or a name
of several words.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import msgspec

from workers.english.pieces import plain
from workers.english.term_finder import AskedTerm
from workers.english.term_runs import ARTICLES
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workers.english.term_finder import TermFinder

_MOST_WORDS: Final = 14  # in a question with a name of nine words
_MOST_BEFORE: Final = 7  # "can you please tell me the meaning of …"
_SIGNS: Final = ' \t\n?!,;:."“”‘’«»`*()[]'  # noqa: RUF001 (typographic quotes are meant)
_QUOTES: Final = frozenset("\"“”‘’«»`*'")  # noqa: RUF001 (the same)

_BEFORE: Final = word_set(
    "what whats what's who whos who's is are was were does the a an word words phrase term expression idiom"
    " define explain meaning meanings definition definitions of by meant can could would you please pls tell"
    " give me show so and ok hi hey"
)
_AFTER: Final = word_set("mean means meant meaning definition in english please pls for me exactly")
_ANY_WORD: Final = frozenset([("a", "word"), ("a", "term"), ("a", "phrase"), ("another", "word")])
# One of them says that the rest is about meaning.
_DEFINES: Final = word_set(
    "define explain meaning meanings mean means meant definition definitions word phrase term expression"
    " idiom"
)
# A little word is mentioned right after one of them, "in" in "meaning of in"; a text may begin with it, too.
_GOVERNORS: Final = word_set("define explain of by does word term phrase expression idiom")
# A name also comes after these alone. "What's the" often asks for a fact: "the bus fare".
_WHAT: Final = word_set("what what's whats who who's whos")
_WHAT_IS: Final = _WHAT | word_set("is are was were a an please pls so ok hi hey")
_BEFORE_NAME: Final = word_set("what's whats who's whos is are was were a an")
# "The meaning", "its definition" and "that word" ask about the last answer.
_DETERMINERS: Final = word_set(
    "a an the this that these those what which whose my your his her its our their any every some all no"
)
_VERBS: Final = word_set("is are does")
_NOUNS: Final = word_set("meaning definition")
PRONOUNS: Final = word_set("it its that this them they those these one")
# Words of grammar that WordNet has, so that they come without a note.
_OF_GRAMMAR: Final = _DETERMINERS | word_set(
    "one nothing anything about above below both either neither other another such same own so not"
    " is are was were be been am do does did has have had being doing having enough"
)


# The whole phrase of a question about meaning, without what often follows a term there.
_PHRASE: Final = re.compile(
    r"(?:what (?:does|do|did) (?:the (?:word|phrase|expression|idiom|term|saying) )?(?P<meant>[\w' -]+?)"
    r"(?: (?:even|really|actually|exactly))? means?(?: in english)?"
    r"|(?:define|(?:what's the |what is the |the )?(?:meaning|definition) of) (?P<defined>[\w' -]+?)"
    r"(?:,? please)?)[ ?.!]*",
    re.IGNORECASE,
)
_BESIDE_TERM: Final = word_set(
    "in for as with and or from when like if to by that me english word term phrase expression idiom noun"
    " verb adjective adverb pls plz please no wait"
)
_MOST_IN_PHRASE: Final = 7  # words
_LARGE_PART: Final = 0.6  # of the words of a phrase


def in_its_phrase(text: str, term: AskedTerm) -> AskedTerm:
    """Return `term` with the phrase that `text` asks about if it is most of it, else the unknown phrase.

    A question about *let it be* does not ask for the meaning of *let*.
    """
    match = _PHRASE.fullmatch(plain(text))
    phrase = ((match["meant"] or match["defined"]) if match else "").strip()
    words = [word for word in phrase.lower().split() if word not in ARTICLES]
    own = [word for word in (term.typed or term.shown).lower().split() if word not in ARTICLES]
    if term.part_of or not 1 < len(words) <= _MOST_IN_PHRASE or len(own) >= len(words):
        return term
    if match and match["defined"] and not _BESIDE_TERM.isdisjoint(words):
        return term
    if term.name and not term.note and len(own) >= _LARGE_PART * len(words):
        return msgspec.structs.replace(term, part_of=phrase)
    return AskedTerm(phrase, None)


def mentioned(finder: TermFinder, text: str, *, has_topic: bool) -> AskedTerm | None:
    """Return the term that `text` asks the meaning of, or None if it has other words or an ordinary term.

    After another question (`has_topic`), "define it" is about the last answer.
    """
    typed = [word for word in plain(text).split() if word.strip(_SIGNS)]
    if not 1 < len(typed) <= _MOST_WORDS:
        return None
    words = [word.strip(_SIGNS).lower() for word in typed]
    if any(pair in _ANY_WORD for pair in pairwise(words)):
        return None
    for first, last in _runs(words):
        around = {*words[:first], *words[last:]}
        found = _name(finder, typed[first:last], words[first - 1] if first else "", around)
        if found is None and last - first == 1 and _is_governed(words, first):
            found = _little_word(finder, typed[first], words[last:], around, has_topic=has_topic)
        if found:
            return found
    return None


def _runs(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the runs of words, longest first, around which a text has only words of a question."""
    most_before = next((at for at, word in enumerate(words) if word not in _BEFORE), len(words))
    most_after = next((at for at, word in enumerate(reversed(words)) if word not in _AFTER), len(words))
    runs = [
        (first, last)
        for first in range(min(most_before, _MOST_BEFORE) + 1)
        for last in range(max(first + 1, len(words) - most_after), len(words) + 1)
        if last - first < len(words)
    ]
    return iter(sorted(runs, key=lambda run: run[0] - run[1]))


def _name(finder: TermFinder, typed: Sequence[str], before: str, around: set[str]) -> AskedTerm | None:
    """Return the name that `typed` is: of several words, or of one such as "deer's-ears" or "etc."."""
    is_quoted = [word[0] in _QUOTES for word in typed]
    if typed[0].lower() in _VERBS or (is_quoted[-1] and not is_quoted[0]):
        return None
    asks = around & _DEFINES or (around <= _WHAT_IS and around & _WHAT and before in _BEFORE_NAME)
    text = " ".join(typed).strip(_SIGNS)
    if is_quoted[0]:
        text = text.strip("'")
    if not asks:
        return None
    term = finder.dotted(" ".join(typed)) or (None if text.isalnum() else finder.term(text))
    if term is None and around & _DEFINES:
        term = finder.around_object(text)
    if term is None or not term.name or (typed[0].lower().endswith("ing") and not around & _DEFINES):
        return None  # "what's going on" is no question about words
    return term


def _is_governed(words: Sequence[str], at: int) -> bool:
    """Return whether the word at a place is mentioned there: after "define", or as in "what from means"."""
    if at == 0:
        return words[1] != "mean"
    return words[at - 1] in _GOVERNORS or (words[at - 1] == "what" and words[at + 1 :] == ["means"])


def _little_word(
    finder: TermFinder, typed: str, after: Sequence[str], around: set[str], *, has_topic: bool
) -> AskedTerm | None:
    """Return the little word that `typed` is, if it is mentioned and not used."""
    word = typed.strip(_SIGNS).lower()
    is_quoted = typed[0] in _QUOTES or typed.rstrip("?!.,;:")[-1:] in _QUOTES
    if not is_quoted:
        is_used = (word in _DETERMINERS and not _NOUNS.isdisjoint(after)) or (has_topic and word in PRONOUNS)
        if is_used or _DEFINES.isdisjoint(around):
            return None
    term = finder.term(typed.strip(_SIGNS))
    return term if term and (term.note or word in _OF_GRAMMAR) else None


def after_article(finder: TermFinder, text: str) -> AskedTerm | None:
    """Return the noun in a text that is nothing but an article and a noun, such as "the sun", or None."""
    article, _, noun = text.partition(" ")
    term = finder.term(noun) if article.lower() in ARTICLES else None
    return term if term and finder.lexicon.synsets(term.name or "", "n") else None
