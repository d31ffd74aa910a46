"""Questions for a spelling: of a country, with a capital, of a misspelt word behind a description."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared import json_codec
from tests.workers.questions import ask

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "first", "start"),
    [
        ("how is anaemia spelt in America", "anemia", "By Wordwire's own rules, “anemia” is the American"),
        ("British spelling of center", "centre", "By Wordwire's own rules, “center” is the American"),
        ("the UK spelling of gray please", "grey", "By Wordwire's own rules, “gray” is the American"),
        ("spell that long yellow fruit, bananna", "banana", "The right spelling is “banana”"),
        ("how do you spell the word for a stroll, saunter or sauntar", "saunter", "The right spelling is"),
        ("does tuesday have a capital", "Tuesday", "Yes: “Tuesday” has a capital letter."),
        ("should summer start with a capital letter", "summer", "No: WordNet writes “summer” without"),
        ("one l or two in wilful", "wilful", "Wilful has two l's, but not together."),
        ('is it "ise" or "ize" at the end of "surprise"?', "surprise", "Surprise has “ise”."),
        ('should "pleasant" end in "ant" or "ent"?', "pleasant", "Pleasant has “ant”."),
        ('which is it, "c" or "k", at the start of "cactus"?', "cactus", "Cactus has “c”."),
        ("is “magic” spelt with a g or with a j?", "magic", "Magic has “g”."),
        ("how many c's and s's are in success", "success", "Success has two c's and three s's. The"),
    ],
)
def test_the_word_that_is_meant_is_spelt(lexicon: Lexicon, text: str, first: str, start: str) -> None:
    reply = ask(lexicon, text)

    assert json_codec.loads(reply.response)[0] == first
    assert (reply.text or "").startswith(start)


def test_two_spellings_belong_to_their_countries(lexicon: Lexicon) -> None:
    said = ask(lexicon, "is it favour or favor in American English").text or ""

    assert said.startswith(
        "By Wordwire's own rules, “favor” is the American spelling and “favour” the British"
    )
