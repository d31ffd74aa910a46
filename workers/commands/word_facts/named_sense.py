"""The sense that a hint names by a word: "bank, the river", "crane, not the bird"."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from workers.commands.comparison.ancestors import Ways
from workers.commands.for_reader import BY_SENSE
from workers.commands.term import Term
from workers.commands.word_facts.little_words import kind_of
from workers.wordnet.relations import CODES
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.messages import Match
    from workers.wordnet.lexicon import Lexicon

REFUSED: Final = re.compile(r"\b(?:not|rather than|instead of)\b", re.IGNORECASE)
_WORD: Final = re.compile(r"[a-z]{3,}")
_EMPTY_WORDS: Final = word_set(
    "kind sort type like mean meaning sense one about thing stuff you used use with"
)
_TOPICS: Final = (CODES[";c"],)
_CLEAR: Final = 0.25  # the probability of a sense that a hint names in other words
_STEPS_UP: Final = 6  # from a sense to the hypernyms that can name it


def sense_named(
    lexicon: Lexicon, word: str, hint: str, pos: str | None = None, command: str = "definition"
) -> int:
    """Return the number of the sense of `word` that `hint` names, in the reader's order; 0 if it names none.

    A hint names a sense by a word of its hypernyms ("the animal"), topic, gloss or examples, or refuses one
    by it ("not the animal"); else it names one by its likeness: "hard, the one about stone". Of several, one
    with an answer to the command counts: the opposite of *shallow*, for water, is not that of a shallow.
    """
    hint, *others = REFUSED.split(hint)
    wanted, refused = (words_of(said) - {word.lower()} for said in (hint, " ".join(others)))
    if not (wanted or refused):
        return 0
    hinted = Term(lexicon, word, pos, for_reader=True, sentence=f"the {word} {hint}")
    scores = [
        _score(lexicon, synset, wanted) - _score(lexicon, synset, refused) for synset in hinted.meanings
    ]
    if any(scores):
        best = sorted(range(len(scores)), key=lambda place: -scores[place])
        answers = BY_SENSE.get(command, Term.definition)
        fitting = (place for place in best if scores[place] > 0 and answers(hinted, hinted.meanings[place]))
        return next(fitting, best[0]) + 1
    if not any(each in lexicon or f"{each}s" in lexicon for each in wanted):
        return 0
    number, synset = hinted.numbered[0] if hinted.numbered else (0, 0)
    return number if (hinted.likelihood(synset) or 0) > _CLEAR else 0


def sense_by_words(lexicon: Lexicon, word: str, hint: str) -> int:
    """Return the number of the sense that the words of `hint` name, 0 if they name none; no vector counts."""
    wanted = words_of(hint) - {word.lower()}
    scores = [_score(lexicon, each, wanted) for each in Term(lexicon, word, for_reader=True).meanings]
    return scores.index(max(scores)) + 1 if any(scores) else 0


def is_named(lexicon: Lexicon, synset: int, hint: str) -> bool:
    """Whether words of a hint are about a meaning: in its definition, its topic or its hypernyms."""
    return _score(lexicon, synset, words_of(hint)) > 0


def sense_listed(lexicon: Lexicon, name: str, topic: str) -> int:
    """Return the number of the sense of `name` that an answer about `topic` listed, 0 for none or the first.

    It is a sense of `topic`, or below one, or one points to it.
    """
    own, ways = Term(lexicon, name, for_reader=True).meanings, Ways(lexicon)
    for about in Term(lexicon, topic, for_reader=True).meanings:
        senses = chain(*map(lexicon.sense_pointers.targets, lexicon.senses(about)))
        near = {about, *lexicon.pointers.targets(about), *map(lexicon.sense_synset, senses)}
        for number, synset in enumerate(own):
            if synset in near or about in ways.above(synset):
                return number + 1 if number else 0
    return 0


def sense_matched(lexicon: Lexicon, matches: Sequence[Match] | None, offset: int = 0) -> int:
    """Return the number of the sense of a word for a description, 0 for its first or none."""
    found = list(matches or ())[offset:]
    word, meant = (found[0].word, found[0].definition) if found else ("", "")
    meanings = list(map(lexicon.definition, Term(lexicon, word, for_reader=True).meanings))
    return meanings.index(meant) + 1 if meant in meanings[1:] else 0


def _score(lexicon: Lexicon, synset: int, wanted: set[str]) -> int:
    above = Ways(lexicon).just_above(synset, _STEPS_UP)
    topics = (topic for code in _TOPICS for topic in lexicon.pointers.related(synset, code))
    names = {
        name.lower() for each in chain((each for each, _ in above), topics) for name in lexicon.words(each)
    }
    gloss = words_of(" ".join([lexicon.definition(synset), *lexicon.examples(synset)]))
    return 3 * len(wanted & names.union(lexicon.lexname(synset).split("."))) + len(wanted & gloss)


def words_of(text: str) -> set[str]:
    """Return the words of `text` that say something, without the -s of most plurals: trees hint at a tree."""
    words = (word for word in _WORD.findall(text.lower()) if not kind_of(word))
    return {re.sub(r"(?<!s)s$", "", word) for word in words} - _EMPTY_WORDS
