"""Questions whether a verb takes an infinitive or an -ing form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import ask
from workers.english.wording.patterns.infinitives_asked import verb_before_form

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("does resist take an infinitive or an -ing form?", "The -ing form: “They resist moving”."),
        ('is "refuse" followed by a gerund or an infinitive', "The infinitive: “Somebody refuses to do"),
        ("gerund or infinitive after begin?", "Both: “Somebody begins to do something” and"),
        ("recommend: infinitive or gerund?", "WordNet does not tell whether recommend takes an"),
    ],
)
def test_the_form_behind_a_verb_comes_first(lexicon: Lexicon, text: str, start: str) -> None:
    assert (ask(lexicon, text).text or "").startswith(start)


@pytest.mark.parametrize(
    "line",
    [
        "what is the gerund of run?",
        "infinitive of went",
        "is swimming a gerund?",
        "does a verb take an object",
    ],
)
def test_other_questions_name_no_verb_before_a_form(line: str) -> None:
    assert verb_before_form(line) == ""
