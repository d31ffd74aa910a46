"""Small talk, and two replies as one."""

from __future__ import annotations

from shared.messages import NOTHING, Context, Reply, Said
from workers.english.talk import joined, said, saying
from workers.english.wording.small_talk import OPENERS, SAYINGS


def test_small_talk_keeps_the_topic() -> None:
    context = Context("definition", "cat", offers=("synonyms of cat",))
    reply = said("thanks", context)

    assert (reply.option, reply.text, reply.context) == ("thanks", SAYINGS["thanks"], context)
    assert reply.suggestions == ["synonyms of cat"]
    assert said("greeting", Context()).suggestions == OPENERS


def test_another_topic_has_the_option_unknown() -> None:
    assert said("out_of_scope", Context()).option == "unknown"


def test_one_reply_stays_as_it_is() -> None:
    reply = Reply("pos", "cat", NOTHING, text="A noun.")

    assert joined([reply]) is reply


def test_two_replies_have_one_text() -> None:
    first, second = (
        Reply("pos", "cat", NOTHING, text="A noun."),
        Reply("synonyms", "cat", NOTHING, text="None."),
    )
    both = joined([first, second])

    assert (both.option, both.text) == ("pos", "A noun. None.")
    assert both.also is not None
    assert (both.also.option, both.also.text) == ("synonyms", None)


def test_a_reply_says_its_sentences_one_after_the_other() -> None:
    reply = saying(
        Reply("etymology", "cat", NOTHING), Said("etymology", text="No."), Said("meaning", text="It is.")
    )

    assert reply.text == "No. It is."
    assert reply.said is not None
    assert [each.key for each in reply.said] == ["etymology", "meaning"]
