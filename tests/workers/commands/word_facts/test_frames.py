"""The sentences that verbs form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import look_up
from workers.commands.word_facts.frames import SENTENCES

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("verb", "transitive", "intransitive"),
    [
        ("explain", True, False),
        ("arrive", False, True),
        ("devour", True, False),
        ("sneeze", False, True),
        ("grow", True, True),
    ],
)
def test_a_verb_is_transitive_or_not(
    lexicon: Lexicon, verb: str, transitive: bool, intransitive: bool
) -> None:
    found = look_up(lexicon, "frames", verb)

    assert any(sense["transitive"] for sense in found) is transitive
    assert any(sense["intransitive"] for sense in found) is intransitive


def test_the_verb_is_inflected_in_its_frames(lexicon: Lexicon) -> None:
    rise = [frame for sense in look_up(lexicon, "frames", "rise") for frame in sense["frames"]]

    assert "Something rises" in rise
    assert "Something is rising + preposition" in rise
    assert "Something takes off" in look_up(lexicon, "frames", "take_off")[0]["frames"]


def test_a_form_has_the_frames_of_its_verb(lexicon: Lexicon) -> None:
    assert "Somebody explains something" in look_up(lexicon, "frames", "explained")[0]["frames"]


def test_a_verb_that_is_also_a_form_has_its_own_frames(lexicon: Lexicon) -> None:
    lay = [frame for sense in look_up(lexicon, "frames", "lay") for frame in sense["frames"]]

    assert not any("lies" in frame for frame in lay)


def test_sentences_hold_the_verb_and_fit_a_frame(lexicon: Lexicon) -> None:
    """WordNet has "They suggest him to write the letter", which no frame of *suggest* allows."""
    suggest = [text for sense in look_up(lexicon, "frames", "suggest") for text in sense.get("sentences", ())]

    assert "They suggest that there was a traffic accident" in suggest
    assert not any("him to" in text for text in suggest)


def test_other_words_have_no_frames(lexicon: Lexicon) -> None:
    assert look_up(lexicon, "frames", "happy") == []
    assert look_up(lexicon, "frames", "zzz") == []


def test_every_frame_of_every_verb_has_its_sentence(lexicon: Lexicon) -> None:
    """WordNet has 39 frames, and verbs for nearly all of them."""
    numbers = {
        number
        for synset in range(lexicon.synset_count)
        if lexicon.pos(synset) == "v"
        for sense in lexicon.senses(synset)
        for number in lexicon.frame_numbers(sense)
    }

    assert numbers <= set(range(1, len(SENTENCES) + 1))
    assert len(numbers) > len(SENTENCES) - 5
