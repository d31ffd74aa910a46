"""Questions that WordNet can't answer name a page that may."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.workers.questions import ask, found, look_up

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon

SUBJECTS = ["etymology", "translate", "grammar"]


@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_answer_says_why_wordnet_has_none_and_where_to_look(lexicon: Lexicon, subject: str) -> None:
    """For a word that WordNet lacks, too."""
    for word in ("window", "thank you", "selfie"):
        for page in look_up(lexicon, subject, word):
            assert page["reason"].startswith("WordNet ")
            assert page["source"]
            assert urlsplit(page["url"]).scheme == "https"


def test_the_word_is_quoted_in_the_address(lexicon: Lexicon) -> None:
    _, forum = look_up(lexicon, "grammar", "me & him?")

    assert parse_qs(urlsplit(forum["url"]).query) == {"q": ["me & him?"]}


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("where does the word window come from?", "etymology"),
        ("how do you say dog in Spanish?", "translate"),
    ],
)
def test_a_question_has_the_pages_as_its_response(lexicon: Lexicon, text: str, subject: str) -> None:
    reply = ask(lexicon, text)

    assert reply.option == subject
    assert found(reply) == look_up(lexicon, subject, reply.word)
