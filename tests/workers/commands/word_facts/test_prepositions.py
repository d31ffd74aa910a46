"""Prepositions behind verbs in WordNet's own texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import look_up
from workers.commands.term import Term
from workers.commands.word_facts.prepositions import (
    prepositions_behind,
    prepositions_in_place,
    times_before,
    times_behind_verb,
)

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


def test_the_usual_preposition_is_the_commonest(lexicon: Lexicon) -> None:
    assert prepositions_behind(lexicon, "depend").most_common(1)[0][0] == "on"
    assert prepositions_behind(lexicon, "consist").most_common(1)[0][0] == "of"


def test_a_form_or_an_adjective_counts_as_it_is(lexicon: Lexicon) -> None:
    assert prepositions_behind(lexicon, "fond").keys() == {"of"}
    assert prepositions_behind(lexicon, "based", ["on"]) < prepositions_behind(lexicon, "base", ["on"])
    assert prepositions_behind(lexicon, "taller", ["than"])["than"]


def test_a_verb_that_is_a_noun_counts_in_the_forms_that_are_none(lexicon: Lexicon) -> None:
    assert times_behind_verb(lexicon, "visit", "to") < prepositions_behind(lexicon, "visit")["to"]
    assert times_behind_verb(lexicon, "depend", "on") == prepositions_behind(lexicon, "depend")["on"]


def test_words_may_stand_between(lexicon: Lexicon) -> None:
    assert times_before(lexicon, "protect", "from") > prepositions_behind(lexicon, "protect")["from"]
    assert times_before(lexicon, "depend", "from") == 0


@pytest.mark.parametrize(
    ("verb", "sense", "found"),
    [
        ("depend", 2, ["on", "to", "in"]),
        ("belong", 1, ["to"]),
        ("discuss", 1, []),  # "it was discussed"
        ("eat", 1, []),
    ],
)
def test_all_examples_may_have_one_in_place_of_an_object(
    lexicon: Lexicon, verb: str, sense: int, found: list[str]
) -> None:
    term = Term(lexicon, verb, "v", for_reader=True)

    assert set(prepositions_in_place(term, term.meanings[sense - 1])) <= set(found)
    assert bool(prepositions_in_place(term, term.meanings[sense - 1])) == bool(found)


def test_a_pronoun_behind_the_verb_is_its_object(lexicon: Lexicon) -> None:
    """WordNet's frames of *inform* have only a preposition, and its example has "I informed him"."""
    assert look_up(lexicon, "frames", "inform")[0]["transitive"]


def test_a_preposition_in_place_of_the_object_makes_a_meaning_intransitive(lexicon: Lexicon) -> None:
    owned = look_up(lexicon, "frames", "belong")[0]

    assert (owned["transitive"], owned["intransitive"], owned["prepositions"]) == (False, True, ["to"])
    assert not any(sense["transitive"] for sense in look_up(lexicon, "frames", "lie"))
