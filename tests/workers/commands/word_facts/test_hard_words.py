"""The hard words of a text: rare ones, each once, in order, with the meaning that fits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.workers.questions import look_up
from workers.commands.word_facts.hard_words import MOST_WORDS

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


def words(lexicon: Lexicon, text: str) -> list[str]:
    return [entry["word"] for entry in look_up(lexicon, "gloss", text)]


def entry(lexicon: Lexicon, text: str) -> dict[str, Any]:
    [found] = look_up(lexicon, "gloss", text)
    assert isinstance(found, dict)
    return found


def test_rare_words_are_explained_in_order_and_once(lexicon: Lexicon) -> None:
    text = "The laconic emissary absconded. Nobody lauded the emissary, or any other emissaries."

    assert words(lexicon, text) == ["laconic", "emissary", "absconded", "lauded"]


@pytest.mark.parametrize(
    "text",
    [
        "Mum made pizza in the oven, and we drank juice at the zoo under my umbrella.",
        "The watery soup made her sleepy; he admirably and nobly ate it.",  # of common families
        "My neighbour's favourite colour is in the neighbourhood.",  # other spellings of common words
        "Interest rates went up, and the ice cream is full of sugar.",  # compounds of easy words
        "Call me Ishmael, said Zeus to Obadiah in Ouagadougou.",  # names
        "I don't know whether they're his or hers; it wasn't me.",
        "!!! 123 ... ---",
    ],
)
def test_easy_words_names_and_little_words_are_left_out(lexicon: Lexicon, text: str) -> None:
    assert words(lexicon, text) == []


def test_an_inflected_word_has_its_lemma(lexicon: Lexicon) -> None:
    found = entry(lexicon, "He eschewed sugar.")

    assert found == {
        "word": "eschewed",
        "lemma": "eschew",
        "pos": "v",
        "definition": "avoid and stay away from deliberately; stay clear of",
    }


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("The old man kicked the bucket.", "kicked the bucket", "kick_the_bucket"),
        ("She left him in the lurch.", "in the lurch", "in_the_lurch"),
    ],
)
def test_idioms_are_explained_as_a_whole(lexicon: Lexicon, text: str, word: str, lemma: str) -> None:
    found = look_up(lexicon, "gloss", text)

    assert (word, lemma) in [(entry["word"], entry["lemma"]) for entry in found]


def test_the_meaning_fits_the_sentence(lexicon: Lexicon) -> None:
    """Zest is a taste, the skin of a lemon, or a verb."""
    meanings = {
        entry(lexicon, text)["definition"]
        for text in ("He ate with great zest.", "Zest the lemon with a knife, and zest an orange.")
    }

    assert len(meanings) == 2


def test_a_long_text_gets_forty_words_at_most(lexicon: Lexicon) -> None:
    rare = [
        name
        for name in lexicon.lemma_names()
        if name.isalpha() and name.endswith("ness") and lexicon.lemma_weight(lexicon.number_of(name)) < 100
    ]
    found = words(lexicon, " ".join(rare[:100])[:2000])

    assert len(found) == MOST_WORDS
    assert found == [word for word in rare if word in found]
