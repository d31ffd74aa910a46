"""Terms that are words of questions themselves, or names around such words, are found without the model."""

from __future__ import annotations

import pytest

from tests.workers.commands.word_facts.test_little_words import CONTRACTIONS, FUNCTION_WORDS
from workers.english.mentions import in_its_phrase, mentioned
from workers.english.term_finder import AskedTerm, TermFinder


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("what does spell out mean", "spell out"),
        ("what does William Tell mean?", "William Tell"),
        ("meaning of “the City”, please", "the City"),
        ("define 'by and large'", "by and large"),
        ("spill the beans meaning", "spill the beans"),
        ("so what is meant by under the weather", "under the weather"),
        ("what does he mean in English?", "he"),
        ("what is the meaning of the word in", "in"),
        ("tell me what of means", "of"),
        ('explain the word "about"', "about"),
        ("meaning of for please", "for"),
        ("can you define can for me", "can"),
    ],
)
def test_a_term_among_the_words_of_a_question_only(words: TermFinder, text: str, shown: str) -> None:
    term = mentioned(words, text, has_topic=False)

    assert term is not None
    assert term.shown == shown


@pytest.mark.parametrize("frame", ["what does {} mean?", "define {}", "meaning of {} in english"])
def test_every_little_word_is_found_in_every_question(words: TermFinder, frame: str) -> None:
    missed = []
    for word in sorted(FUNCTION_WORDS | CONTRACTIONS):
        term = mentioned(words, frame.format(word), has_topic=False)
        if term is None or term.shown.lower() != word:
            known = words.term(word)
            missed += [word] if known is None or known.note else []

    assert missed == []


@pytest.mark.parametrize(
    "text",
    [
        "what does happy mean",  # the model reads ordinary words
        "what's going on",
        "what is the capital of France",
        "what part of speech",
        "what is the meaning",
        "what does the word mean",
        "what do you mean",
        "what was the word again",
        "I mean",
        "shut up please",
        "ok thank you",
        "a word at random please",
        "tell me what you can do",
        "what are you talking about",
        "what's the meaning of the word 'meaning'",
        "in",
    ],
)
def test_other_texts_are_left_to_the_model(words: TermFinder, text: str) -> None:
    assert mentioned(words, text, has_topic=False) is None


@pytest.mark.parametrize("text", ["what does it mean", "define that", "explain this word", "its meaning"])
def test_after_another_question_a_pronoun_is_about_its_answer(words: TermFinder, text: str) -> None:
    assert mentioned(words, text, has_topic=True) is None


def test_a_pronoun_in_quotes_is_a_term_in_any_case(words: TermFinder) -> None:
    term = mentioned(words, "what does “it” mean", has_topic=True)

    assert term is not None
    assert term.note.startswith("“It” is a pronoun.")


@pytest.mark.parametrize(
    ("text", "term", "shown", "phrase"),
    [
        ("what does let it be mean?", "let", "let it be", ""),
        ("define break a leg, please", "leg", "break a leg", ""),
        ("what does hot dog stand mean", "hot dog", "hot dog", "hot dog stand"),
        ("what does happy really mean", "happy", "happy", ""),
        ("what does the word happy mean", "happy", "happy", ""),
        ("define the verb harbor", "harbor", "harbor", ""),
        ("meaning of bank in finance", "bank", "bank", ""),
        ("what does bank mean in finance", "bank", "bank", ""),
        ("define a hot dog", "hot dog", "hot dog", ""),
        ("explain once in a blue moon", "once", "once in a blue moon", ""),
        ("the ball is in your court meaning", "ball", "the ball is in your court", ""),
        ("explain irony like I'm five", "irony", "irony", ""),
    ],
)
def test_a_part_of_an_unknown_phrase_does_not_stand_for_it(
    text: str, term: str, shown: str, phrase: str
) -> None:
    """Unless it is most of the phrase: then the reply names both."""
    found = in_its_phrase(text, AskedTerm(term, term.replace(" ", "_")), "in finance")

    assert (found.shown, found.part_of) == (shown, phrase)
    assert (found.name is None) is (shown != term)
