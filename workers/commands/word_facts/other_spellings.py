"""The other spellings of a word that WordNet has: *color* for colour, *hemorrhage* for haemorrhage."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from workers.commands.comparison.standing import is_spelt_alike
from workers.commands.sounds import variants
from workers.commands.word_facts.marks.own_marks import OTHER_SIDE, all_marks
from workers.wordnet.names.exchanged_letters import folded
from workers.wordnet.names.national_spellings import by_country, counterparts
from workers.wordnet.names.spelled import readable, spelled

if TYPE_CHECKING:
    from workers.commands.term import Term


def other_spellings(term: Term) -> list[str]:
    """Return the names that share a meaning with the word and sound like it or exchange such letters.

    CMUdict lacks many British words, whose sound is thus unknown.
    """
    name = term.form.lower()
    names = chain.from_iterable(map(term.lexicon.words, term.meanings))
    alike = (readable(each) for each in names if folded(each.lower()) == folded(name))
    own = set(term.meanings)
    listed = (each for each in counterparts(name) if not own.isdisjoint(term.lexicon.synsets(each)))
    found = dict.fromkeys([*variants(term), *alike, *listed])
    return [each for each in found if each.lower() != readable(name)]


def spellings_by_country(term: Term) -> dict[str, str]:
    """Return the British and the American spelling of a word that WordNet has both of, else nothing."""
    name = readable(term.form.lower())
    return by_country([name, *other_spellings(term)]) or _marked_pair(name)


def _marked_pair(name: str) -> dict[str, str]:
    """Return the two spellings that our own marks on a word tell: *pyjamas* and *pajamas*."""
    for mark in all_marks().get(spelled(name), ()):
        for other in filter(partial(is_spelt_alike, name), mark.counterparts):
            pair = {country: name if country in mark.labels else other for country in OTHER_SIDE}
            return pair if len(set(pair.values())) > 1 else {}
    return {}
