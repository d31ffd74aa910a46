"""Forms of words have anagrams, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.wordnet.inflection.anagrams_of_forms import anagrams_of_forms

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("letters", "forms"),
    [
        ("nights", {"things"}),
        ("diaper", {"paired"}),
        ("gnibka", {"baking"}),
        ("retsafs", {"strafes"}),
        ("srailet", {"retails"}),
    ],
)
def test_regular_forms_are_among_the_anagrams(lexicon: Lexicon, letters: str, forms: set[str]) -> None:
    found = list(anagrams_of_forms(lexicon, sorted(letters)))

    assert forms <= set(found)
    assert "paider" not in found
