"""A question as it was understood."""

from __future__ import annotations

from workers.english.term_finder import AskedTerm
from workers.english.understood import Understood


def test_a_text_without_its_terms_has_the_words_around_them() -> None:
    asked = Understood(
        "difference", AskedTerm("affect", "affect", typed="afect"), AskedTerm("effect", "effect")
    )

    assert asked.around("afect or effect?") == " or ?"
    assert Understood("greeting").around("hello") == "hello"
