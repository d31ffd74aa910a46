"""The meaning that a question claims for a word ("does sick mean good?"), and the nearest that it has."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from workers.commands.related_words import targets_of
from workers.commands.term import Term
from workers.meaning.encoder import encoder
from workers.meaning.shared_words import content_words
from workers.meaning.vectors import vectors
from workers.wordnet.relations import SIMILAR

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon

_CLAIM: Final = re.compile(
    r"(?:(?:so|and|but|wait|ok),? )?(?:does|do|did|can|could|is|has|doesn't|isn't)\b"
    r".*(?<!\byou)(?<!\bi)(?<!\bwe) means? "
    r"(?!the same|the opposite|to (?:say|call|use|write|tell)\b)"
    r"(?:(?:that|to|both|an?) )*(?P<meaning>[^?!.;]+)",
    re.IGNORECASE,
)
# "He says wireless for the radio, is that meaning listed?"
_LISTED: Final = re.compile(
    r".*\b(?:sa(?:y|ys|id)|use[sd]?|calls?|called|read|wrote|writes?)\b.*"
    r"\b(?:for|meant|meaning|to mean|in the sense of) (?:the |an? )?(?P<meaning>[\w -]{1,40}?)[\"'”]?[,.;:]? "
    r"(?:and )?(?:is|are|was) (?:that|it|this)\b.*\b(?:meaning|sense|use|listed|dictionar\w+|still)\b.*",
    re.IGNORECASE,
)
# "Is decimate properly “kill one in ten”?"
_PROPERLY: Final = re.compile(
    r"(?:so |and |but )?is [\"'“]?[\w-]+[\"'”]? (?:properly|correctly|really|actually|strictly|originally) "
    r"[\"'“](?P<meaning>[\w '-]+)[\"'”][ ?.!]*",
    re.IGNORECASE,
)
_LONGEST: Final = 200  # characters in which such a question lies
_BEHIND: Final = re.compile(
    r",? (?:now|nowadays|today|these days|any ?more|too|either|as well|in english|or (?:what|not|is)\b.*)$",
    re.IGNORECASE,
)
_EITHER: Final = re.compile(r",? or (?:to |the |an? )*", re.IGNORECASE)
_BOTH: Final = re.compile(r",? and (?:to |the |an? )*", re.IGNORECASE)  # behind "mean both"
_MOST_WORDS: Final = 4  # of each of two meanings
_DENIED: Final = re.compile(r"(?:not|no|never|without)\b|it doesn't", re.IGNORECASE)
_SHORTEST_STEM: Final = 4  # letters
_SAME: Final = 0.85  # the least similarity of a meaning that it is; "figuratively" for literally has .80
_NEAR: Final = 0.45  # where it is less, the word has no such meaning, as sick has none like "good"


class Claim(NamedTuple):
    """A claimed meaning, whether the word has it, and the nearest of the word's own; "" if none is near."""

    meaning: str
    is_so: bool
    nearest: str


def claim_in(text: str) -> str:
    """Return the meaning that a question claims for a word, or "".

    >>> claim_in("does literally actually mean figuratively now?"), claim_in("what does it mean")
    ('figuratively', '')
    >>> claim_in("He says wireless for the radio, is that meaning still listed?")
    'radio'
    """
    found = _CLAIM.match(text) or _PROPERLY.fullmatch(text) or _LISTED.match(text[:_LONGEST])
    return _BEHIND.sub("", found["meaning"].strip(" \"'“”")) if found else ""


def claimed_meanings(lexicon: Lexicon, word: str, text: str) -> list[Claim]:
    """Compare the meaning that a question claims for a word, or both that it offers, with the word's own."""
    claimed, term = claim_in(text), Term(lexicon, word, for_reader=True)
    if not (claimed and term.meanings):
        return []
    joint = _BOTH if re.search(r"\bmeans? (?:to )?both\b", text) else _EITHER
    parts = [each.strip(" \"'“”") for each in joint.split(claimed)]
    are_short = all(1 <= len(each.split()) <= _MOST_WORDS for each in parts)
    return [_compared(term, meaning) for meaning in (parts if are_short else [claimed])]


def _compared(term: Term, meaning: str) -> Claim:
    """Return whether a word has a meaning, by a word for it, by the words of its gloss, or by its vector."""
    lexicon, own, said = term.lexicon, term.meanings, content_words(meaning)
    others = set(Term(lexicon, meaning, for_reader=True).meanings)
    similar = vectors(lexicon).synsets.some_similarities(own, encoder().vector(meaning)).tolist()
    is_in_gloss = (each for each in own if len(said) > 1 and said <= content_words(term.definition(each)))
    shared = next((each for each in own if each in others), next(is_in_gloss, None))
    best = max(similar)
    nearest = own[similar.index(best)] if shared is None else shared
    is_so = shared is not None or best >= _SAME
    is_opposed = _DENIED.match(meaning) or not others.isdisjoint(_opposites(term))
    is_near = best >= _NEAR and not is_opposed
    if not is_so and (akin := _akin(term, said, others)):
        return Claim(meaning, is_so=False, nearest=term.definition(akin[0]))
    return Claim(meaning, is_so, term.definition(nearest) if is_so or is_near else "")


def _akin(term: Term, said: frozenset[str], others: set[int]) -> list[int]:
    """Return the meanings that WordNet calls similar to the claimed one, or explains by its words.

    *Anxious* is "eagerly desirous".
    """
    lexicon, stems = term.lexicon, [word for word in said if len(word) >= _SHORTEST_STEM]
    return [
        synset
        for synset in term.meanings
        if not others.isdisjoint(lexicon.pointers.related(synset, SIMILAR))
        or any(_is_akin(word, stem) for word in content_words(term.definition(synset)) for stem in stems)
    ]


def _is_akin(one: str, other: str) -> bool:
    """Whether one of two words begins with the other, and so much that it is a form of it: eager, eagerly."""
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORTEST_STEM and long.startswith(short)


def _opposites(term: Term) -> set[int]:
    targets = (targets_of(term, synset, "antonyms") for synset in term.meanings)
    return {synset for _, synset in chain.from_iterable(targets)}
