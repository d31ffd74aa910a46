"""What both sides of a word's page agree on."""

import pytest

from shared.messages import Reply
from shared.pages import address_of, in_script


@pytest.mark.parametrize(
    ("word", "lemma", "address"),
    [("Ice creams", "ice_cream", "ice_cream"), ("New York", None, "new_york"), ("a/b?", None, "a%2Fb%3F")],
)
def test_all_forms_of_a_word_have_one_address(word: str, lemma: str | None, address: str) -> None:
    assert address_of(Reply("overview", word, "[]", lemma=lemma)) == address


def test_no_text_ends_a_script() -> None:
    assert b"<" not in in_script(b'["</script>"]')
