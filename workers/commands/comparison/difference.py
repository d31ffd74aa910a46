"""The difference of two words: the meanings that matter for the pair, and the relations of the words."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from workers.commands.comparison.ancestors import Ways, is_too_general
from workers.commands.comparison.prominence import FEW_USES, SHARE
from workers.commands.comparison.standing import in_form, in_meaning
from workers.commands.word_facts.little_words import is_explained, kind_of
from workers.wordnet.names.spelled import readable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.commands.term import Functions, Term

MOST_MEANINGS: Final = 3  # of each word
_MOST_COMPARED: Final = 3  # meanings of each word whose common hypernym is looked for
_MOST_STEPS: Final = 8  # between two meanings that have something in common


def difference(term: Term) -> list[dict[str, Any]]:
    """Return both words with their meanings and their relations, as a list of one object.

    Empty if WordNet knows neither word, and the two have nothing in common as words.
    """
    ways = Ways(term.lexicon)
    relations = [*in_meaning(term, ways), *in_form(term)]
    if not any(relation["relation"] in _OF_MEANING and "rare" not in relation for relation in relations):
        relations += _shared_hypernym(term, ways)
    words = [_word(term, term.second, 0, relations), _word(term.second, term, 1, relations)]
    if not (relations or any(word["senses"] or "kind" in word for word in words)):
        return []
    return [{"words": words, "relations": relations}]


_OF_MEANING: Final = frozenset({"same_meaning", "opposites", "kind_of", "similar"})


def _word(term: Term, other: Term, place: int, relations: Sequence[dict[str, Any]]) -> dict[str, Any]:
    name = term.form.lower()
    kind = kind_of(readable(name))
    is_own = any(name in names for names in term.forms.values()) and not is_explained(name)
    # "Its" is no plural of IT, nobody means an organization by "who", and "mine" with "my" is the pronoun.
    is_other = kind and (not is_own or kind_of(other.form.lower()))
    senses = [] if is_other else _senses(term, other, place, relations)
    found = {"word": readable(term.form), "senses": senses}
    return {**found, "kind": kind} if kind else found


def _senses(term: Term, other: Term, place: int, relations: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the meanings to show: the commonest, then those in which the two are related.

    The commonest is left out if the texts hardly know it: a tortoise is no kind of sweater. If none of them
    has an example, the first other one with an example follows.
    """
    if not term.meanings:
        return []
    prominent = set(term.prominent)
    likely = [number for number, synset in enumerate(term.meanings, 1) if synset in prominent]
    related = [
        number
        for relation in relations
        if "senses" in relation and "rare" not in relation and (number := relation["senses"][place]) in likely
    ]
    first = term.meanings[0]
    is_common = term.uses(first) >= FEW_USES
    if not related:
        related = [term.sense_number(synset) for synset in _of_same_pos(term, other)]
    shown = list(dict.fromkeys([1, *related] if is_common or not related else related))[:MOST_MEANINGS]
    senses = [_sense(term, number) for number in shown]
    if not any("example" in sense for sense in senses):
        with_example = (number for number in likely if term.example(term.meanings[number - 1]))
        senses += [_sense(term, number) for number in islice(with_example, 1)]
    return senses


def _of_same_pos(term: Term, other: Term) -> list[int]:
    """Return the first meaning with the part of speech of the other word's first, if it is common enough."""
    lexicon = term.lexicon
    if not other.meanings:
        return []
    kinds = {"a": "as", "s": "as"}
    letter = lexicon.pos(other.meanings[0])
    wanted = kinds.get(letter, letter)
    found = next((each for each in term.prominent if lexicon.pos(each) in wanted), None)
    if found is None or found == term.meanings[0]:
        return []
    uses, most = (term.uses(each) for each in (found, term.meanings[0]))
    return [found] if uses * SHARE >= most > 0 else []


def _sense(term: Term, number: int) -> dict[str, Any]:
    synset = term.meanings[number - 1]
    sense = {"sense": number, "pos": term.lexicon.pos(synset), "definition": term.definition(synset)}
    example = term.example(synset)
    return {**sense, "example": example} if example else sense


def _shared_hypernym(term: Term, ways: Ways) -> list[dict[str, Any]]:
    """Return the relation of two words with a common hypernym that says something, as a list of one."""
    lexicon, second = term.lexicon, term.second
    best: tuple[int, int, list[int]] | None = None
    for synset in term.prominent[:_MOST_COMPARED]:
        for other in second.prominent[:_MOST_COMPARED]:
            if lexicon.pos(synset) != lexicon.pos(other):
                continue
            meeting = ways.meeting(synset, other)
            if meeting is None or meeting[1] > _MOST_STEPS or is_too_general(lexicon, meeting[0]):
                continue
            numbers = [term.sense_number(synset), second.sense_number(other)]
            steps = meeting[1] + sum(numbers)
            if best is None or steps < best[0]:
                best = (steps, meeting[0], numbers)
    if best is None:
        return []
    _, hypernym, senses = best
    definition = term.definition(hypernym)
    words = lexicon.words(hypernym)
    return [{"relation": "shared_hypernym", "words": words, "definition": definition, "senses": senses}]


FUNCTIONS: Final[Functions] = {"difference": difference}
