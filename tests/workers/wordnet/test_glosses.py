"""For readers, a gloss ends before its first quotation, and an author goes to the quotation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from workers.wordnet.glosses import definition_for_reader, examples_for_reader, without_quotations

if TYPE_CHECKING:
    from pathlib import Path

    from workers.wordnet.lexicon import Lexicon

# NLTK's text where the file has a mistake, or a quotation within the definition → what readers get.
MENDED = {
    "significant progress (especially in the phrase )": "significant progress",
    "spread by scattering ( is archaic)": "spread by scattering",
    'focus once again; The physicist refocused the light beam"': "focus once again",
    'close in; darkness enclosed him"': "close in",
    "promise of reward as in": "promise of reward",
    "keep in a certain state, position, or activity; e.g.,": "keep in a certain state, position, or activity",
    "a report of the exact words used in a discourse (e.g., )": (
        "a report of the exact words used in a discourse"
    ),
}


@pytest.fixture(scope="module")
def raw_glosses(wordnet_folder: Path) -> list[str]:
    """Each synset's gloss as the data files have it."""
    files = ("data.noun", "data.verb", "data.adj", "data.adv")
    lines = [line for name in files for line in (wordnet_folder / name).read_text("ascii").splitlines()]
    return [line.partition("|")[2].strip() for line in lines if not line.startswith(" ")]


def test_every_definition_ends_before_its_first_quotation(lexicon: Lexicon, raw_glosses: list[str]) -> None:
    changed = 0
    for synset, raw in enumerate(raw_glosses):
        before = raw.partition('"')[0].strip("; ")
        ours = definition_for_reader(lexicon, synset)
        changed += ours != lexicon.definition(synset)

        # Shorter still: one that goes on after a quotation or introduces it (e.g.), or lacks a mark.
        assert ours == before or (before.startswith(ours) and len(before) - len(ours) < 45), synset
        assert ours.count("(") <= ours.count(")") or ours == lexicon.definition(synset)

    assert changed == 819


@pytest.mark.parametrize(("gloss", "definition"), MENDED.items())
def test_remnants_of_a_quotation_leave_the_definition(gloss: str, definition: str) -> None:
    assert without_quotations(gloss) == definition


def test_every_author_goes_to_the_right_example(lexicon: Lexicon, raw_glosses: list[str]) -> None:
    quoted = re.compile(r'"([^"]*)"\s*--?\s*([^;"]+)')
    authors = 0
    for synset, raw in enumerate(raw_glosses):
        with_authors = [text for text in examples_for_reader(lexicon, synset) if " — " in text]
        expected = [f"{text} — {author.strip()}" for text, author in quoted.findall(raw)]
        authors += len(expected)

        assert with_authors == expected or not lexicon.definition(synset).count(";"), synset
    assert authors > 650


def test_other_glosses_and_examples_stay(lexicon: Lexicon) -> None:
    [synset] = lexicon.synsets("serendipity")

    assert definition_for_reader(lexicon, synset) == lexicon.definition(synset)
    assert examples_for_reader(lexicon, synset) == lexicon.examples(synset)
