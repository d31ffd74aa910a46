"""A question for a mark of usage is answered by the mark first, or by the sentence that there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import ask

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("is twat offensive", "Yes. Twat"),
        ("is dude informal", "Yes, in part. Dude"),
        ("so is thrice old fashioned", "WordNet does not say whether thrice is old-fashioned. Thrice"),
        ("is kid formal or informal", "WordNet does not say whether kid is formal or informal."),
        (
            "Can I write dude in a formal report?",
            "Not in the meaning that WordNet marks as informal. Dude is",
        ),
        ("would Americans say petrol", "WordNet does not say whether petrol is American. Petrol is rare"),
        ("is bairn more scottish or irish", "Bairn is Scottish."),
        ("how common is lorry in british english", "Lorry is"),
        ("is bloody a swear word", "WordNet does not say whether bloody is a swear word. Bloody is informal"),
        (
            "is pedagogue an insult? I got it in an email",
            "WordNet does not say whether pedagogue is an insult.",
        ),
        ("is dude slang or standard", "Dude is informal"),
        ("is sod a swear word in Britain", "WordNet does not say whether sod is a swear word. Sod is"),
        (
            "is it okay to call someone a pedagogue",
            "WordNet does not say whether pedagogue is offensive.",
        ),
        ("is it fine to call somebody a twat", "Twat"),
        ("can I call someone a pedagogue", "WordNet does not say whether pedagogue is offensive."),
        ("which is more formal, purchase or buy", "WordNet does not say which of them is formal"),
    ],
)
def test_a_question_for_a_mark_of_usage_gets_its_answer_first(
    lexicon: Lexicon, text: str, start: str
) -> None:
    assert (ask(lexicon, text).text or "").startswith(start)


def test_two_words_that_a_question_offers_for_one_use_are_both_looked_up(lexicon: Lexicon) -> None:
    reply = ask(lexicon, 'May I write "chaps" in a formal letter, or should I put "men"?')

    assert "whether men is formal" in (reply.text or "")


@pytest.mark.parametrize(
    ("text", "start"),
    [
        (
            "should I write gaol or jail for readers in Canada",
            "WordNet does not say which of them is Canadian",
        ),
        ("do people in England say tyre or tire", "WordNet does not say which of them is British, but its"),
        (
            "is it wight or creature in the UK",
            "WordNet does not say which of them is British. Wight and creature",
        ),
    ],
)
def test_two_words_for_the_same_are_compared_by_country(lexicon: Lexicon, text: str, start: str) -> None:
    assert (ask(lexicon, text).text or "").startswith(start)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("is whilst a british word", "Yes. “Whilst” is a conjunction. By Wordwire's own notes, it is"),
        ("could I put gotta in a business letter", "Rather not: it is informal. “Gotta” is short for"),
        ("does anyone still say betwixt", "Hardly: it is archaic. Betwixt is rare"),
        ("how common is albeit", "“Albeit” is a conjunction. By Wordwire's own notes, it is formal"),
        ("is per british", "WordNet does not say whether per is British. “Per” is a preposition."),
    ],
)
def test_little_words_have_marks_of_our_own(lexicon: Lexicon, text: str, start: str) -> None:
    assert (ask(lexicon, text).text or "").startswith(start)
