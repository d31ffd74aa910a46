"""The traits that follow from others."""

from __future__ import annotations

import pytest

from shared.command import Command


@pytest.mark.parametrize(
    ("traits", "is_list"),
    [({}, True), ({"gives_words": False}, False), ({"gives_one_word": True}, False)],
)
def test_a_list_is_an_answer_of_several_words(traits: dict[str, bool], is_list: bool) -> None:
    assert Command("colours", "Colours", "its colours", "colours of the sky", **traits).is_list is is_list
