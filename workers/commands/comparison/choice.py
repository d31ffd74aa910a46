"""Which of two words a question means by its other words: "stationary or stationery, for letters"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from workers.commands.comparison.standing import is_spelt_alike, sounding
from workers.commands.term import Term
from workers.commands.word_facts.named_sense import words_of
from workers.meaning.encoder import encoder
from workers.meaning.vectors import vectors
from workers.wordnet.names.spelled import readable
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.wordnet.lexicon import Lexicon

# Chosen on 221 hints with two words each. On 99 of them, a lead of 0.08 names 77 words, all but one right,
# and one of 0.12 names 65, all right.
_FEWEST: Final = 0.35  # the least similarity of a hint and the meaning that it names …
CLEAR_LEAD: Final = 0.12  # … and by how much the best meaning of the other word is less similar
_LEAD: Final = 0.08  # instead, for a hint that is worded as a definition: "a place where bees are kept"
_AS_GOOD: Final = 0.04  # how much less similar a commoner meaning may be, to be the one that is shown

_NAMELESS: Final = frozenset(["thing", "things", "one", "ones"])
_POS_BEHIND: Final = {"a": "n", "an": "n", "the": "n", "to": "v"}
_WORD: Final = re.compile(r"[\w'-]+")
# Words of a question that hint at no meaning, beside the little words.
_NO_HINTS: Final = word_set(
    "adjective adverb always best better called choose common confuse confused correct define definition"
    " difference explain give mean meaning means meant mix noun okay people phrase pick please prefer"
    " proper right same say sentence show spell spelled spelling spelt tell term two use used using verb"
    " want word words write wrong"
)


class Choice(NamedTuple):
    """The word that fits a hint, the meaning that does, and how much less similar the other words are."""

    hint: str
    word: str
    definition: str
    lead: float


def fitting_word(lexicon: Lexicon, words: Sequence[str], hint: str, pos: str = "") -> Choice | None:
    """Return which of the words has a meaning like `hint`; None if that is unclear.

    Meanings that all of them share choose none. If each word has meanings of the part of speech `pos`, only
    these count: "a short journey" is no verb.
    """
    if not hint or any(are_alike(lexicon, hint, word) for word in words):  # a third word to choose from
        return None
    if not set(words).isdisjoint(hint.lower().split()):  # "a small river: stream or river"
        return None
    terms = [Term(lexicon, word, for_reader=True) for word in words]
    query, rows = encoder().vector(hint), vectors(lexicon).synsets
    shared = set.intersection(*(set(term.meanings) for term in terms))
    own = {term: [synset for synset in term.meanings if synset not in shared] for term in terms}
    alike = {term: [each for each in own[term] if lexicon.pos(each) == pos] for term in terms}
    own = alike if all(alike.values()) else own
    similar = {term: rows.some_similarities(own[term], query).tolist() for term in terms if own[term]}
    best = sorted(similar, key=lambda term: -max(similar[term]))
    if not best[1:]:
        return None
    first, second = (max(similar[term]) for term in best[:2])
    if first < _FEWEST or first - second < (_LEAD if pos else CLEAR_LEAD):
        return None
    term = best[0]
    good = (at for at, each in enumerate(similar[term]) if each >= first - _AS_GOOD)
    return Choice(hint, readable(term.form), term.definition(own[term][next(good)]), first - second)


def hint_in(text: str) -> str:
    """Return the part of a question from its first to its last word that can hint at a meaning.

    >>> hint_in("which one is the letter paper")
    'letter paper'
    """
    words = _WORD.findall(text)
    telling = _telling(words)
    return " ".join(words[telling[0] : telling[-1] + 1]) if telling else ""


def pos_hinted(text: str) -> str:
    """Return the part of speech that the word before a hint shows, or "": none for "a very old thing".

    >>> pos_hinted("which for a quick look"), pos_hinted("which means to look quickly"), pos_hinted("quickly")
    ('n', 'v', '')
    """
    words = _WORD.findall(text.lower())
    first, *_, last = _telling(words) * 2 or (0, 0)
    is_adjective = not _NAMELESS.isdisjoint(words[last + 1 : last + 2])
    return _POS_BEHIND.get(words[first - 1], "") if first and not is_adjective else ""


def _telling(words: Sequence[str]) -> list[int]:
    """Return the places of the words that can hint at a meaning."""
    return [at for at, word in enumerate(words) if word.lower() not in _NO_HINTS and words_of(word)]


def are_alike(lexicon: Lexicon, one: str, other: str) -> bool:
    """Whether people may confuse two words, because they sound or are spelt nearly alike."""
    return one != other and (is_spelt_alike(one, other) or bool(sounding(lexicon, one, other)))


def are_alike_or_one(lexicon: Lexicon, one: str, other: str) -> bool:
    """Whether two words are alike, or can mean the same."""
    meanings, others = (set(Term(lexicon, word).synsets) for word in (one, other))
    return are_alike(lexicon, one, other) or (one != other and not meanings.isdisjoint(others))
