"""A client can show each part of a reply once: the notes of a card and the buttons of a doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.messages import Context, Said
from tests.workers.questions import ask
from workers.english.reader import Reading

if TYPE_CHECKING:
    import pytest

    from workers.wordnet.lexicon import Lexicon


def test_an_entry_has_its_pronunciation_and_the_notes_apart(lexicon: Lexicon) -> None:
    reply = ask(lexicon, "what are geese?")

    assert (reply.notes, reply.ipa) == ("geese → goose.", "ɡis")
    assert ask(lexicon, "define goose").notes == ""


def test_a_text_that_matters_as_a_whole_has_no_notes(lexicon: Lexicon) -> None:
    assert ask(lexicon, "the second meaning of goose").notes is None


def test_a_list_has_its_conditions_as_notes(lexicon: Lexicon) -> None:
    """The card shows the words themselves, and those that are left out."""
    reply = ask(lexicon, "antonyms of hot that start with n")

    assert reply.notes == "Only words that start with n count."
    assert reply.said == [Said("answer"), Said("where", text=reply.notes)]
    assert "That leaves out" in (reply.text or "")
    assert (
        ask(lexicon, "words that start with qu and end in k").notes
        == "Words that start with qu and end in k."
    )


def test_a_doubt_offers_a_term_only_to_readings_that_take_one(
    lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "workers.english.several.messages.read", lambda *_: Reading("random", 0.1, "antonyms")
    )

    reply = ask(lexicon, "another of the same", context=Context("synonyms", "happy"))

    assert (reply.option, reply.suggestions) == ("unknown", ["give me a random word", "opposite of happy"])
