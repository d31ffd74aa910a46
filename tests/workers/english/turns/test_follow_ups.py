"""Turns that mean nothing without the answer before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared.messages import Context, Question
from workers.english.reader import Reading
from workers.english.several.messages import answer_question
from workers.english.term_finder import term_finder
from workers.english.turns.follow_ups import as_follow_up

if TYPE_CHECKING:
    from shared.messages import Reply
    from workers.wordnet.lexicon import Lexicon


def last_of(lexicon: Lexicon, *turns: str) -> Reply:
    context: Context | None = None
    for text in turns:
        reply = answer_question(lexicon, Question("ask", text=text, context=context))
        context = reply.context
    return reply


@pytest.mark.parametrize(
    ("turns", "option", "word"),
    [
        (["define harbour", "synonyms of it", "what did I ask first?"], "definition", "harbour"),
        (["parts of a tree", "can you do the same for a ship"], "meronyms", "ship"),
        (["rhymes with window", "never mind, try pane"], "rhymes", "pane"),
        (["plural of ox", "now do child"], "inflect", "child"),
        (["the word for fear of water", "and dogs?"], "reverse", "fear of dogs"),
        (["someone who repairs shoes, what is it called", "and clocks?"], "reverse", None),
        (["define goose", "what do you call a male one"], "reverse", "a male goose"),
        (["define run", "how many meanings has it got altogether"], "overview", "run"),
        (["define stubborn", "is it a good word or a bad word?"], "usage", "stubborn"),
        (["kinds of bird", "what was the second one you said?"], "definition", None),
        (['what does light mean in "a light meal"', 'and in "turn on the light"?'], "definition", "light"),
        (["define brave", "예문도 하나만"], "examples", "brave"),
        (["define brave", "비슷한 말도 알려줘"], "synonyms", "brave"),
        (["brave 뜻", "반대말은 뭐야"], "antonyms", "brave"),
        (["the word for the young of a swan", "and geese?"], "reverse", "the young of geese"),
        (["the word for a group of wolves", "and fear of wolves"], "reverse", "fear of wolves"),
        (["plural of deer", "really? no s?"], "inflect", "deer"),
        (["what is a young bear called", "and a young seal"], "reverse", "a young seal"),
        (["kinds of weapon", "is a rifle one"], "is_a", "rifle"),
    ],
)
def test_a_turn_is_understood_from_the_turn_before(
    lexicon: Lexicon, turns: list[str], option: str, word: str | None
) -> None:
    reply = last_of(lexicon, *turns)

    assert reply.option == option
    assert word in (None, reply.word)


@pytest.mark.parametrize(
    ("word", "hint", "gloss"),
    [
        ("mouse", "the one for computers", "hand-operated electronic device"),
        ("scale", "no, the one you weigh with", "measuring instrument"),
        ("pitch", "not the ball, the one in music", "property of sound"),
        ("bat", "not the animal, the one in cricket", "playing cricket"),
    ],
)
def test_a_hint_of_another_sense_never_becomes_the_topic(
    lexicon: Lexicon, word: str, hint: str, gloss: str
) -> None:
    reply = last_of(lexicon, f"what does {word} mean", hint)

    assert reply.word == word
    assert gloss in (reply.text or "")


@pytest.mark.parametrize(
    ("context", "text", "pos", "command"),
    [
        (Context("synonyms", "run"), "no, the noun", "n", "synonyms"),
        (Context("definition", "light"), "and the verb?", "v", "definition"),
        (Context("synonyms", "happy"), "the noun?", "n", "derivations"),
        (Context("synonyms", "run"), "what is the noun of it", "n", "derivations"),
    ],
)
def test_a_part_of_speech_alone_asks_for_the_same_of_a_word_that_has_it(
    lexicon: Lexicon, context: Context, text: str, pos: str, command: str
) -> None:
    reading = Reading("derivations", 0.9, "synonyms", pos=pos, refers="word")

    assert as_follow_up(term_finder(lexicon), reading, text, context).command == command


def test_both_words_stay_the_topic(lexicon: Lexicon) -> None:
    reply = last_of(lexicon, "the difference between a hill and a mountain", "plurals please")

    assert reply.context is not None
    assert (reply.context.word2, reply.context.shown) == ("mountain", ("hill", "mountain"))


def test_a_doubt_does_not_change_the_answer(lexicon: Lexicon) -> None:
    first = last_of(lexicon, "is alot a word")

    assert last_of(lexicon, "is alot a word", "really? I see it everywhere").text == first.text


def test_a_word_that_names_a_command_is_no_second_question(lexicon: Lexicon) -> None:
    assert last_of(lexicon, "what is a synonym? I forgot").also is None


def test_a_word_judged_in_a_question_of_its_own_stays_the_term(lexicon: Lexicon) -> None:
    assert last_of(lexicon, "define brave", "is it unkind to call a boy clumsy").word == "clumsy"


@pytest.mark.parametrize(
    "turns", [["what is a pun? give me some synonyms"], ["define vivid", "simpler please"]]
)
def test_a_second_question_without_a_word_is_answered_after_the_first(
    lexicon: Lexicon, turns: list[str]
) -> None:
    reply = last_of(lexicon, *turns)

    assert reply.option == "definition"
    assert reply.also is not None
    assert reply.also.word == reply.word


def test_a_number_counts_the_close_words_that_are_shown_first(lexicon: Lexicon) -> None:
    shown = last_of(lexicon, "synonyms for tired").context

    assert shown is not None
    assert last_of(lexicon, "synonyms for tired", "what does the second one mean").word == shown.shown[1]
    assert shown.shown[1] in (last_of(lexicon, "synonyms for tired").text or "").split(".")[0]


def test_a_word_alone_keeps_the_form_that_was_asked_for(lexicon: Lexicon) -> None:
    """Until another form is named."""
    bring = last_of(lexicon, "past form of catch", "and bring")
    plural = last_of(lexicon, "past form of catch", "and plural?")

    assert bring.text == "The past tense of bring is brought."
    assert plural.text == "The plural of catch is catches."
