"""The sense that a question names: by its number ("the second meaning"), or by a word ("bank, the river").

An article names no sense, but the part of speech: "a fly" is an insect, though the word mostly means to fly.
So does "kinds of".
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from shared.catalog import BY_NAME
from workers.commands.comparison.ancestors import Ways
from workers.commands.for_reader import BY_SENSE
from workers.commands.table import has_answer
from workers.commands.term import Term
from workers.commands.word_facts.little_words import kind_of
from workers.english.conditions.expressions import NUMBERS, ORDINALS
from workers.english.slash_commands import POS_BY_NAME
from workers.english.suggestions import looked_up
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.messages import Match
    from workers.english.term_finder import AskedTerm
    from workers.english.understood import Understood
    from workers.wordnet.lexicon import Lexicon

_NUMBERED: Final = re.compile(
    r"\b(?P<ordinal>first|second|third|fourth|fifth|[1-5](?:st|nd|rd|th))\s+(?:meaning|sense|definition)\b"
    r"|\b(?:meaning|sense|definition|number)\s+(?:no\.?\s*)?(?P<number>\d{1,2}|one|two|three|four|five)\b",
    re.IGNORECASE,
)
# "What kind of animal is a bat?" names the sense, and "who is Washington?" does, too.
_KIND: Final = re.compile(
    r"\b(?:kind|sort|type|breed|species) of (?P<kind>[a-z]+) (?:is|are|was|were)\b", re.IGNORECASE
)
_WHO: Final = re.compile(r"who(?:'s| is| was)\b(?! (?:an?|the)\b)", re.IGNORECASE)
_WORD: Final = re.compile(r"[a-z]{3,}")
_POS: Final = r"(?:noun|verb|adjective|adverb)"
_BOTH_POS: Final = re.compile(
    rf"\b{_POS}s?,? (?:and|or|vs\.?) (?:as )?(?:an? |the )?{_POS}s?\b", re.IGNORECASE
)
_NOT: Final = re.compile(r"\b(?:not|rather than|instead of)\b", re.IGNORECASE)
_EMPTY_WORDS: Final = word_set(
    "kind sort type like mean meaning sense one about thing stuff you used use with"
)
_CLEAR: Final = 0.25  # the probability of a sense that a hint names in other words
_STEPS_UP: Final = 6  # from a sense to the hypernyms that can name it


def number_in(text: str) -> int:
    """Return the number of the sense that `text` asks for, 0 for none.

    >>> number_in("the second meaning of bank"), number_in("sense 3"), number_in("one bank")
    (2, 3, 0)
    """
    found = _NUMBERED.search(text)
    if not found:
        return 0
    said = (found["ordinal"] or found["number"]).lower()
    return ORDINALS.get(said) or NUMBERS.get(said) or int(said)


def sense_of_hint(lexicon: Lexicon, understood: Understood, term: AskedTerm, text: str) -> int:
    """Return the number of the sense of `term` that a question names by a word, or 0."""
    hint, kind = understood.hint, _KIND.search(text)
    if understood.command == "hypernyms" and kind:
        hint = kind["kind"]
    elif not BY_NAME[understood.command].takes_sentence or understood.sentence:
        return 0
    elif understood.command == "definition" and _WHO.match(text):
        hint = hint or "person"
    elif _NOT.match(hint):  # "the machine, not the bird": the model sees the second part alone
        hint = text
    return sense_named(lexicon, looked_up(term), hint, understood.pos, understood.command)


def sense_named(
    lexicon: Lexicon, word: str, hint: str, pos: str | None = None, command: str = "definition"
) -> int:
    """Return the number of the sense of `word` that `hint` names, in the reader's order; 0 if it names none.

    A hint names a sense by a word of its hypernyms ("the animal"), topic, gloss or examples, or refuses one
    by it ("not the animal"); else it names one by its likeness: "hard, the one about stone". Of several, one
    with an answer to the command counts: the opposite of *shallow*, for water, is not that of a shallow.
    """
    hint, *others = _NOT.split(hint)
    wanted, refused = (_words_of(said) - {word.lower()} for said in (hint, " ".join(others)))
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


def sense_matched(lexicon: Lexicon, matches: Sequence[Match] | None) -> int:
    """Return the number of the sense of the first word for a description, 0 for its first or none."""
    word, meant = (matches[0].word, matches[0].definition) if matches else ("", "")
    meanings = list(map(lexicon.definition, Term(lexicon, word, for_reader=True).meanings))
    return meanings.index(meant) + 1 if meant in meanings[1:] else 0


def is_noun(lexicon: Lexicon, understood: Understood, text: str) -> bool:
    """Whether an article or "kinds of" in `text` makes a noun of a term that is mainly something else.

    It does not if the noun has no answer, or the article belongs to the next word: "a fast car".
    """
    row, term = BY_NAME.get(understood.command), understood.term
    if not (row and term and term.name and row.takes_pos) or row.is_about_form or row.needs_second_word:
        return False
    typed = re.escape(term.typed or term.shown)
    found = re.search(rf"\b(?:an?|the|(?:kind|sort|type)s? of) {typed}\b(?: ([\w'-]+))?", text, re.IGNORECASE)
    if not found or any(_is_mainly_noun(lexicon, word) for word in (term.name, found[1]) if word):
        return False
    return has_answer(Term(lexicon, term.name, "n"), row.name)


def _is_mainly_noun(lexicon: Lexicon, word: str) -> bool:
    first = Term(lexicon, word, for_reader=True).meanings[:1]
    return bool(first) and lexicon.pos(first[0]) == "n" and not kind_of(word.lower())


def _score(lexicon: Lexicon, synset: int, wanted: set[str]) -> int:
    above = Ways(lexicon).just_above(synset, _STEPS_UP)
    names = {name.lower() for each, _ in above for name in lexicon.words(each)}
    gloss = _words_of(" ".join([lexicon.definition(synset), *lexicon.examples(synset)]))
    return 3 * len(wanted & names.union(lexicon.lexname(synset).split("."))) + len(wanted & gloss)


def is_unread(understood: Understood) -> bool:
    """Whether a hint, if it names no sense, is a part of the question that the answer leaves out."""
    takes_hint = BY_NAME[understood.command].takes_sentence and not understood.sentence
    return takes_hint and bool(_words_of(understood.hint))


def _words_of(text: str) -> set[str]:
    """Return the words of `text` that say something, without the -s of most plurals: trees hint at a tree."""
    words = {re.sub(r"(?<!s)s$", "", word) for word in _WORD.findall(text.lower())}
    return {word for word in words if not kind_of(word)} - _EMPTY_WORDS


def pos_said(text: str, term: AskedTerm | None, read: str | None = None) -> str | None:
    """Return the part of speech that `text` names, if it names one, and not as the term; else that `read`.

    >>> pos_said("is run a verb?", None), pos_said("is it a noun or a verb?", None, "v")
    ('v', None)
    """
    if _BOTH_POS.search(text):
        return None
    words = set(re.findall(r"\w\w+", text.lower())) - {term.shown.lower() if term else ""}
    named = {POS_BY_NAME[word] for word in words if word in POS_BY_NAME}
    return read or (named.pop() if len(named) == 1 else None)
