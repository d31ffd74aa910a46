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
        ("is twat offensive", "Yes. Twat is obscene"),
        ("is dude informal", "Yes. Dude is informal"),
        ("so is thrice old fashioned", "Yes. By Wordwire's own notes, thrice is"),
        ("is kid formal or informal", "By Wordwire's own notes, kid is informal in"),
        ("Can I write dude in a formal report?", "Rather not: it is informal"),
        (
            "would Americans say petrol",
            "No: it is British. By Wordwire's own notes, petrol is British (the American",
        ),
        ("is bairn more scottish or irish", "Bairn is Scottish."),
        ("how common is window in british english", "Window is"),
        (
            "is bloody a swear word",
            "It is marked as impolite rather than as a swear word. Bloody is informal",
        ),
        ("is dude slang or standard", "Dude is informal"),
        ('is "irregardless" a standard word?', "No: it is nonstandard."),
        ("is gonna standard or nonstandard", "“Gonna” is short for"),
        ("is pass away a euphemism", "Yes. By Wordwire's own notes, pass away is a euphemism in"),
        ("is poo a child's word", "Yes. By Wordwire's own notes, poo is"),
        ("is wicked slang", "Yes, in one of its meanings."),
        ("is damn a bad word", "It is marked as impolite rather than as a swearword. Damn is"),
        ("is kid slang", "It is marked as informal rather than as slang. By Wordwire's own notes, kid"),
        ("is damsel formal", "Neither WordNet nor Wordwire's own notes mark damsel as formal or informal. A"),
        ("is damsel slang", "No: it is literary."),
        (
            "is boot american",
            "Not in the meaning that is marked as British. Boot is British in the meaning “British",
        ),
        ("is it fine to call somebody a twat", "Rather not: it is obscene and offensive. Twat"),
        ("is boss too informal for a report", "Yes, in one of its meanings. Boss is informal in"),
        ("what register is chap", "Chap is a plural in"),
        ("is pants british", "Yes. Pants is a plural in"),
    ],
)
def test_a_question_for_a_mark_of_usage_gets_its_answer_first(
    lexicon: Lexicon, text: str, start: str
) -> None:
    assert (ask(lexicon, text).text or "").startswith(start)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("is pedagogue an insult? I got it in an email", "an insult, but they leave many words out"),
        ("is it okay to call someone a pedagogue", "offensive, but they leave many words out"),
        ("can I call someone a pedagogue", "offensive, but they leave many words out"),
        ("is window informal", "informal, as is usual for neutral, everyday words"),
        ("do Americans say window", "American or British, as is usual for neutral, everyday words"),
        (
            "/usage window",
            "informal, offensive, archaic or regional, as is usual for neutral, everyday words",
        ),
        ("is per british", "American or British"),
        ("is knackered offensive", "offensive"),
    ],
)
def test_what_no_mark_says_names_a_dictionary_that_labels_usage(
    lexicon: Lexicon, text: str, asked: str
) -> None:
    """An everyday word without a mark is probably neutral; a rare one may lack its mark."""
    reply = ask(lexicon, text)

    assert f" as {asked}. A learner's dictionary labels usage, such as the Cambridge" in (reply.text or "")
    assert f"q={reply.word}" in reply.response


def test_two_words_that_a_question_offers_for_one_use_are_both_looked_up(lexicon: Lexicon) -> None:
    reply = ask(lexicon, 'May I write "chaps" in a formal letter, or should I put "men"?')

    assert "Rather not: it is informal. " in (reply.text or "")
    assert "Not in the meaning that is marked as informal. Man is" in (reply.text or "")


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("is whilst a british word", "Yes. “Whilst” is a conjunction. By Wordwire's own notes, it is"),
        ("could I put gotta in a business letter", "Rather not: it is informal and nonstandard. “Gotta” is"),
        ("is forsooth archaic or still used", "Hardly: it is archaic. Forsooth is archaic."),
        ("does anyone still say betwixt", "Hardly: it is archaic. By Wordwire's own notes, betwixt is"),
        ("how common is albeit", "“Albeit” is a conjunction. By Wordwire's own notes, it is formal"),
        ('is "splash out" british', "Yes. By Wordwire's own notes, splash out is British and informal, and"),
        ("is gotten american", "gotten → get. Yes. By Wordwire's own notes, it is American and is a"),
    ],
)
def test_words_that_wordnet_lacks_have_marks_of_our_own(lexicon: Lexicon, text: str, start: str) -> None:
    assert (ask(lexicon, text).text or "").startswith(start)
