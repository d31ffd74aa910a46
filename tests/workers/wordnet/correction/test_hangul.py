"""Korean letters, and English words that somebody typed on a Korean keyboard."""

from __future__ import annotations

import unicodedata

import pytest

from workers.wordnet.correction.hangul import is_korean, typed_keys


def test_hangul_in_a_text_is_korean() -> None:
    assert is_korean("happy 뜻")
    assert is_korean("ㅋㅋ")
    assert not is_korean("happy, señor")


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("ㅗㅁㅔㅔㅛ", "happy"),
        ("ㅗ메ㅔㅛ", "happy"),
        ("ㅣㅐㅍㄷ", "love"),
        ("애ㅎ", "dog"),
        ("챻ㅁㄱ", "cigar"),
        ("ㅑㅊㄷ ㅊㄱㄷ므", "ice cream"),
        ("행복", ""),
        ("happy", ""),
        ("happy ㅋㅋ", ""),
    ],
)
def test_the_wrong_layout_gives_the_keys_that_were_typed(text: str, keys: str) -> None:
    assert typed_keys(text) == keys
    assert typed_keys(unicodedata.normalize("NFKC", text)) == keys
