"""Letters, capitals and countries of a spelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.english.wording.spelling_asked import on_spelling

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("word", "line", "said"),
    [
        ("wilful", "one l or two in ", "Wilful has two l's, but not together."),
        ("success", "how many c's and s's are in ", "Success has two c's and three s's."),
        ("separate", "is it e or a in , in the middle", ""),
        ("generous", "is  spelt with a g or with a j", "Generous has “g”."),
        ("calendar", "is  written with an a or an e at the end", "Calendar has two a's and one e."),
        ("argument", "is there an e in ", "Argument has one e."),
        ("argument", "is there an e after the u in ", ""),
        ("dolphin", "is it “ph” or “f” in ", "Dolphin has “ph”."),
        ("dessert", "is it one “s” or two in ", "Dessert has two s's."),
        ("wrong", "is  spelt with a silent w", "Wrong has one w."),
        ("post office", "is  written as one word or as two",
         "“Post office” is written with a space, without a hyphen."),
        ("May", "does  need a capital", "WordNet writes “May” and “may”, in different meanings."),
        ("dog", "british spelling of ", "WordNet does not say which spelling belongs to which country."),
    ],
)  # fmt: skip
def test_the_short_answer_comes_first(lexicon: Lexicon, word: str, line: str, said: str) -> None:
    assert " ".join(each.text for each in on_spelling(lexicon, word, line)) == said
