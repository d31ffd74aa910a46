"""Kinds and parts of a phrase that WordNet lacks are those of its last word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import ask
from workers.english.conditions.head_nouns import with_head
from workers.english.term_finder import AskedTerm, term_finder
from workers.english.understood import Understood

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("command", "phrase", "head", "unread"),
    [
        ("hyponyms", "kitchen knife", "knife", ("kitchen",)),
        ("meronyms", "racing bicycle", "bicycle", ()),
        ("hyponyms", "kitchen zzxqv", "kitchen zzxqv", ()),
        ("hyponyms", "zzxqv", "zzxqv", ()),
        ("definition", "kitchen knife", "kitchen knife", ()),
    ],
)
def test_the_last_word_stands_for_the_phrase(
    lexicon: Lexicon, command: str, phrase: str, head: str, unread: tuple[str, ...]
) -> None:
    found = with_head(term_finder(lexicon), Understood(command, AskedTerm(phrase)))

    assert found.term
    assert (found.term.shown, found.unread) == (head, unread)


def test_the_reply_names_the_phrase(lexicon: Lexicon) -> None:
    assert "does not have “racing bicycle”" in (ask(lexicon, "parts of a racing bicycle").text or "")


def test_a_class_that_wordnet_lacks_leaves_the_meaning_of_the_word(lexicon: Lexicon) -> None:
    reply = ask(lexicon, "is a halberd a type of polearm")

    assert "does not have “polearm”" in (reply.text or "")
    assert "Halberd (noun)" in (reply.text or "")
    assert "Poem (noun)" not in (ask(lexicon, "is villanelle a kind of poem").text or "")
