"""Small talk, and two replies as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared.messages import NOTHING, Context, Reply, Said
from tests.workers.questions import ask
from workers.english.talk import joined, said, saying, without_urging
from workers.english.wording.offers import OPENERS
from workers.english.wording.sentences import say

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


def test_small_talk_keeps_the_topic() -> None:
    context = Context("definition", "cat", offers=("synonyms of cat",))
    reply = said("thanks", context)

    assert (reply.option, reply.text, reply.context) == ("thanks", say("small_talk.thanks"), context)
    assert reply.suggestions == ["synonyms of cat"]
    assert said("greeting", Context()).suggestions == OPENERS


def test_another_topic_has_the_option_unknown() -> None:
    assert said("out_of_scope", Context()).option == "unknown"


def test_one_reply_stays_as_it_is() -> None:
    reply = Reply("pos", "cat", NOTHING, text="A noun.")

    assert joined([reply]) == reply


def test_two_replies_have_one_text() -> None:
    first, second = (
        Reply("pos", "cat", NOTHING, text="A noun."),
        Reply("synonyms", "cat", NOTHING, text="None."),
    )
    both = joined([first, second])

    assert (both.option, both.text) == ("pos", "A noun. None.")
    assert both.also is not None
    assert (both.also.option, both.also.text) == ("synonyms", None)


def test_a_third_reply_is_in_the_second() -> None:
    replies = [Reply("pos", word, NOTHING, text=f"{word} is a noun.") for word in ("cat", "dog", "ox")]
    both = joined(replies)

    assert both.text == "cat is a noun. dog is a noun. ox is a noun."
    assert both.also is not None
    assert both.also.also is not None
    assert (both.also.word, both.also.also.word, both.also.also.also) == ("dog", "ox", None)


def test_a_reply_says_its_sentences_one_after_the_other() -> None:
    reply = saying(
        Reply("etymology", "cat", NOTHING), Said("etymology", text="No."), Said("meaning", text="It is.")
    )

    assert reply.text == "No. It is."
    assert reply.said is not None
    assert [each.key for each in reply.said] == ["etymology", "meaning"]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("define geese", ["form", "answer"]),
        ("serendipty", ["corrected", "answer"]),
        ("ㅗ메ㅔㅛ", ["keyboard", "answer"]),
        ("define blorptastic", ["unknown", "elsewhere"]),
        ("행복", ["hangul"]),
        ("끝말잇기 하자", ["out_of_scope"]),  # the model is not sure what this asks
        ("from", ["little"]),
        ("/synonyms", ["write_one"]),
        ("/synonymz happy", ["no_command"]),
        ("what fits P.R.S.I.G", ["unchecked"]),
        ("where does the word create come from", ["etymology", "family", "meaning"]),
        ("the third meaning of serendipity", ["fewer"]),
        ("rhymes with zymurgy", ["unpronounced"]),
    ],
)
def test_a_client_can_word_the_sentences_itself(lexicon: Lexicon, text: str, keys: list[str]) -> None:
    reply = ask(lexicon, text)

    assert reply.said is not None
    assert [each.key for each in reply.said] == keys
    assert all(each.text in (reply.text or "") for each in reply.said)


def test_a_plain_answer_says_nothing_beside_its_fields(lexicon: Lexicon) -> None:
    assert ask(lexicon, "define goose").said is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Seven letters, starts with M. Any ideas?", "Seven letters, starts with M."),
        ("I'm stuck. Word for fear. Please help!", "Word for fear."),
        ("synonym of cold, thanks in advance", "synonym of cold"),
        ("_OUND what could it be", "_OUND what could it be"),
        ("rhymes with blue - any suggestions would be welcome?", "rhymes with blue"),
        ("Can anyone help me out? a word for joy", "a word for joy"),
        ("what does help mean", "what does help mean"),
        ("Any idea what hope means?", "Any idea what hope means?"),
        ("please help", "please help"),
        ("I'm lost. Help!", "I'm lost. Help!"),
    ],
)
def test_urging_is_taken_off(text: str, rest: str) -> None:
    assert without_urging(text) == rest


@pytest.mark.parametrize(
    "options", [("synonyms", "synonyms"), ("synonyms", "antonyms"), ("rhymes", "rhymes")]
)
def test_the_words_of_two_replies_to_the_same_question_are_the_topic(options: tuple[str, str]) -> None:
    replies = [
        Reply(option, word, NOTHING, text="-", context=Context(option, word))
        for option, word in zip(options, ("hill", "w" * 90), strict=True)
    ]

    context = joined(replies).context

    is_same = options[0] == options[1] != "rhymes"
    assert context is not None
    assert (context.word2, context.shown) == (("w" * 40, ("hill", "w" * 40)) if is_same else ("", ()))
