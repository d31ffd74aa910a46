"""A word in its examples: found in its regular forms, and in no other word."""

import pytest

from workers.pages.marked import forms_of


@pytest.mark.parametrize(
    ("word", "text", "marked"),
    [
        ("make", "makeup is easy to make", "makeup is easy to <b>make</b>"),
        ("make", "Making it", "<b>Making</b> it"),
        ("hot", "a shot is hotter", "a shot is <b>hotter</b>"),
        ("study", "She studied", "She <b>studied</b>"),
        ("cat", "scatter the cat's cattle", "scatter the <b>cat</b>'s cattle"),
        ("ice cream", "two ice creams", "two <b>ice creams</b>"),
        ("a", "cat", "cat"),
        ("e", "; be an e", "; be an <b>e</b>"),
    ],
)
def test_the_first_form_is_bold(word: str, text: str, marked: str) -> None:
    assert forms_of(word).marked(text) == marked
