"""Questions about a prefix or a suffix get the words with it, and hear that WordNet does not explain it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import ask
from workers.english.conditions.affixes import affix_meant, of_affix
from workers.english.understood import Understood

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("what does the prefix pre- mean, and give me two verbs with it", "presuppose and precondition."),
        ("what does the suffix “-less” mean?", "I can't say what “-less” means"),
        ("nouns formed with the suffix -hood", "are made of another word and can be a noun: neighborhood, "),
        ("which verbs can take the prefix out-", "Words that start with out, are made of another word"),
        (
            "four verbs that start with “dis” and mean the opposite",
            "disappear, discharge, dislike and disagree.",
        ),
    ],
)
def test_an_affix_is_answered_by_its_words(lexicon: Lexicon, text: str, sentence: str) -> None:
    reply = ask(lexicon, text)

    assert sentence in (reply.text or "")
    assert "left" not in (reply.text or "")


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("words with the prefix anti-", "pattern"),
        ("verbs beginning with un that reverse an action", "pattern"),
        ("what is a prefix", "definition"),
        ("a verb beginning with un that means to open", "definition"),
    ],
)
def test_only_a_named_affix_asks_for_its_words(text: str, command: str) -> None:
    assert of_affix(Understood("definition"), text).command == command


def test_the_meaning_of_an_affix_is_not_known() -> None:
    asked = Understood("pattern")

    assert [each.key for each in affix_meant(asked, "what does the prefix mis- mean")] == ["affix"]
    assert affix_meant(asked, "verbs with the prefix mis-") == []
