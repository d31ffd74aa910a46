"""Forms are right: those of verbs by a table from elsewhere, the others by examples."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from shared.catalog import FORMS
from workers.wordnet.inflection.inflections import inflect, possessive

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon

TABLE = Path(__file__).parents[3] / "data" / "verb_forms.tsv"  # says where it is from
LEAST_RIGHT = {"irregular": 99.0, "regular": 99.5}  # percent


def is_regular(verb: str, word: str) -> bool:
    """Whether a word is its verb with an ending, changed only as spelling asks."""
    stems = (verb, verb + verb[-1], verb[:-1], verb[:-1] + "i", verb[:-2] + "y")
    return any(word == stem + ending for stem in stems for ending in ("s", "es", "d", "ed", "ing"))


def test_forms_of_verbs_agree_with_a_table_from_elsewhere(lexicon: Lexicon) -> None:
    rows = [line.split("\t") for line in TABLE.read_text().splitlines() if not line.startswith("#")]
    right: dict[str, list[bool]] = {"irregular": [], "regular": []}
    for verb, form, accepted in rows:
        words = accepted.split("/")
        kind = "regular" if any(is_regular(verb, word) for word in words) else "irregular"
        right[kind].append(not set(words).isdisjoint(inflect(lexicon, verb, form, "v")))

    assert len(right["irregular"]) > 450
    for kind, least in LEAST_RIGHT.items():
        assert 100 * sum(right[kind]) / len(right[kind]) >= least


@pytest.mark.parametrize(("form", "parts"), FORMS.items())
def test_every_form_works_for_every_part_of_speech_that_has_it(
    lexicon: Lexicon, form: str, parts: str
) -> None:
    for pos in parts:
        assert inflect(lexicon, "fast", form, pos)


def test_an_answer_has_no_repeats(lexicon: Lexicon) -> None:
    for lemma in range(0, lexicon.lemma_count, 50):
        name = lexicon.lemma_name(lemma)
        for form, parts in FORMS.items():
            for pos in parts:
                found = inflect(lexicon, name, form, pos)
                assert len(set(found)) == len(found) > 0, (name, form)


def test_possessives_of_plurals_end_in_an_apostrophe() -> None:
    assert possessive("boss") == "boss's"
    assert possessive("dogs", is_plural=True) == "dogs'"
    assert possessive("children", is_plural=True) == "children's"
