"""The traits that follow from others."""

from __future__ import annotations

import msgspec
import pytest

from shared.command import Command


@pytest.mark.parametrize(
    ("traits", "is_list"),
    [({}, True), ({"gives_words": False}, False), ({"gives_one_word": True}, False)],
)
def test_a_list_is_an_answer_of_several_words(traits: dict[str, bool], is_list: bool) -> None:
    assert Command("colours", "Colours", "its colours", "colours of the sky", **traits).is_list is is_list


def test_a_command_takes_the_fields_of_its_traits() -> None:
    shade = Command("shade", "Shade", "a shade between", "shade of red and blue", "red", "blue")

    assert shade.terms == {"word": "red"}
    assert shade.fields == {"word", "pos", "where"}
    both = msgspec.structs.replace(shade, needs_second_word=True, takes_pos=False, takes_form=True)
    assert both.terms == {"word": "red", "word2": "blue"}
    assert both.fields == {"word", "word2", "form", "where"}
