"""The overview has NLTK's data for every sense, the commonest sense first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.workers.questions import look_up
from workers.commands.overview import overview
from workers.commands.term import Term

if TYPE_CHECKING:
    from tests.workers.nltk_side import AllOfNltk
    from workers.wordnet.lexicon import Lexicon

RICH_WORDS = (
    "run", "break", "person", "dog", "plant", "light", "make", "city", "genus", "entity", "ice cream",
)  # fmt: skip


def test_the_senses_have_numbers_and_data_of_nltk(lexicon: Lexicon, nltk_side: AllOfNltk) -> None:
    for name in [*RICH_WORDS, *nltk_side.sampled(60)]:
        form = name.replace(" ", "_")
        found = look_up(lexicon, "overview", name)
        theirs = {s.name(): s for s in nltk_side.synsets(form)}
        synsets = [theirs.pop(lexicon.synset_name(number)) for number in Term(lexicon, name).meanings]

        assert not theirs
        assert [entry["sense"] for entry in found] == list(range(1, len(synsets) + 1))
        for entry, synset in zip(found, synsets, strict=True):
            own = [lemma for lemma in synset.lemmas() if lemma.name().lower() == form]
            assert entry["pos"] == synset.pos()
            assert entry["lexname"] == synset.lexname()
            assert entry["definition"] == synset.definition()
            assert entry["examples"] == synset.examples()
            assert entry["synonyms"] == synset.lemma_names()
            assert all(entry["relations"].values())
            if own:
                assert entry["count"] == sum(lemma.count() for lemma in own)
                assert entry.get("frames", []) == [frame for lemma in own for frame in lemma.frame_strings()]


def test_the_commonest_sense_comes_first(lexicon: Lexicon) -> None:
    [first, *_] = look_up(lexicon, "overview", "come")

    assert (first["pos"], first["definition"][:11]) == ("v", "move toward")


def test_a_reader_gets_no_word_itself_and_its_own_examples_first(lexicon: Lexicon) -> None:
    [first, *_] = overview(Term(lexicon, "make", "v", for_reader=True))

    assert "make" not in first["synonyms"]
    assert "make" in first["examples"][0]


def test_the_senses_of_one_part_of_speech_are_numbered_from_one(lexicon: Lexicon) -> None:
    found = look_up(lexicon, "overview", "dog", "v")

    assert [(entry["sense"], entry["pos"]) for entry in found] == [(1, "v")]
    assert "Somebody dog somebody" in found[0]["frames"]


def test_only_verbs_have_frames_and_sentences(lexicon: Lexicon) -> None:
    for entry in look_up(lexicon, "overview", "run"):
        assert ("frames" in entry) == ("sentences" in entry) == (entry["pos"] == "v")


def test_an_unknown_word_has_no_overview(lexicon: Lexicon) -> None:
    assert look_up(lexicon, "overview", "xyzzy") == []
