"""A question for the hard words of a text, in plain English, and what follows on from its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared.messages import NOTHING, Context, Match, Reply, Where, encode
from tests.workers.questions import Chat, ask, found
from workers.english.texts import explained, reply_on_text, words_for
from workers.english.understood import Understood

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon

TEXT = "The laconic emissary absconded. He eschewed pleasantries."


@pytest.mark.parametrize(
    "question",
    [
        f"explain the hard words in this text: {TEXT}",
        f'explain the hard words in: "{TEXT}"',
        f"hard words in: {TEXT}",
        f"Which words are difficult here: “{TEXT}”",
        f"can you explain the difficult words of this text? {TEXT}",
        f"/gloss {TEXT}",
    ],
)
def test_the_whole_text_is_read(lexicon: Lexicon, question: str) -> None:
    """Also where it is several sentences."""
    reply = ask(lexicon, question)
    hard = [entry["lemma"] for entry in found(reply)]

    assert (reply.option, reply.word) == ("gloss", TEXT)
    assert hard == ["laconic", "emissary", "abscond", "eschew", "pleasantry"]
    assert (reply.text or "").startswith("“laconic”: ")


def test_the_second_one_is_the_second_hard_word(lexicon: Lexicon) -> None:
    chat = Chat(lexicon)
    chat.ask(f"explain the hard words in this text: {TEXT}")
    reply = chat.ask("synonyms of the second one")

    assert (reply.option, reply.word) == ("synonyms", "emissary")


def test_a_word_alone_after_a_text_asks_for_its_meaning(lexicon: Lexicon) -> None:
    chat = Chat(lexicon)
    chat.ask(f"/gloss {TEXT}")

    assert chat.ask("emissary").option == "definition"


def test_suggestions_are_about_the_hard_words(lexicon: Lexicon) -> None:
    for suggestion in ask(lexicon, f"/gloss {TEXT}").suggestions or []:
        assert found(ask(lexicon, suggestion))


def test_a_text_without_hard_words_says_so(lexicon: Lexicon) -> None:
    reply = ask(lexicon, "/gloss We went to the zoo.")

    assert found(reply) == []
    assert reply.text == "I see no hard word in this text."
    assert reply.suggestions


def test_a_long_text_leaves_the_topic_small(lexicon: Lexicon) -> None:
    """The gateway refuses a context of more than 2 KB, or with a word of more than 100 characters."""
    reply = reply_on_text(lexicon, f"{TEXT} " * 30, Context("gloss"))

    assert reply.context is not None
    assert len(reply.context.word) <= 100
    assert len(encode(reply.context)) < 2048


@pytest.mark.parametrize(
    "text",
    ["quinoa", "Hoverboard?", "retweet", "e-bike", "what's shakshuka?", "ikigai", "livestream", "covid-19"],
)
def test_a_word_alone_that_wordnet_lacks_is_answered_as_unknown(lexicon: Lexicon, text: str) -> None:
    """The model takes some for a greeting, others for thanks."""
    reply = ask(lexicon, text)
    word = text.removeprefix("what's ").rstrip("?")

    assert (reply.option, reply.word) == ("definition", word)
    assert (reply.text or "").startswith(f"WordNet (2006) does not have “{word}”.")


@pytest.mark.parametrize(
    ("text", "option"),
    [
        *(("hiya", "greeting"), ("Hellooo!", "greeting"), ("gracias", "thanks"), ("thnaks", "thanks")),
        *(("byeee", "goodbye"), ("tysm", "thanks"), ("hmmm", "unknown"), ("hjkl", "unknown")),
    ],
)
def test_words_of_chats_are_small_talk(lexicon: Lexicon, text: str, option: str) -> None:
    assert ask(lexicon, text).option == option


@pytest.mark.parametrize(
    ("text", "number"),
    [("what is 87", "87"), ("42", "42"), ("the number 5", "5"), ("what is 1,000?", "1000"), ("21st", "21st")],
)
def test_a_number_is_answered_if_wordnet_has_it(lexicon: Lexicon, text: str, number: str) -> None:
    reply = ask(lexicon, text)

    assert (reply.option, reply.word) == ("definition", number)
    assert found(reply)


@pytest.mark.parametrize("text", ["1984", "what is 911?", "define 4x4", "what does 3.14 mean"])
def test_an_unknown_number_is_answered_as_unknown(lexicon: Lexicon, text: str) -> None:
    reply = ask(lexicon, text)

    assert (reply.option, found(reply)) == ("definition", [])
    assert (reply.text or "").startswith(f"WordNet (2006) does not have “{reply.word}”; it has the numbers")


@pytest.mark.parametrize("text", ["break a leg", "Bite the bullet!", "the whole nine yards"])
def test_an_unknown_phrase_alone_is_named_with_questions_about_its_words(lexicon: Lexicon, text: str) -> None:
    """It may as well be about another topic."""
    reply = ask(lexicon, text)

    assert reply.option == "unknown"
    assert f"does not have “{text.rstrip('!')}” as a phrase" in (reply.text or "")
    assert all(found(ask(lexicon, suggestion)) for suggestion in reply.suggestions or [])


def test_a_phrase_that_the_model_reads_as_a_question_without_its_word_is_unknown(lexicon: Lexicon) -> None:
    reply = ask(lexicon, "once in a blue moon")

    assert (reply.option, reply.word) == ("definition", "once in a blue moon")
    assert (reply.text or "").startswith("WordNet (2006) does not have “once in a blue moon”.")


@pytest.mark.parametrize("text", ["what's the weather like", "remind me to call mum", "is it raining?"])
def test_a_question_about_another_topic_is_no_phrase(lexicon: Lexicon, text: str) -> None:
    assert "phrase, and" not in (ask(lexicon, text).text or "")


@pytest.mark.parametrize(
    ("text", "word"), [("took care of", "took care"), ("looking forward to", "looking forward")]
)
def test_a_phrase_that_wordnet_has_without_its_preposition_is_found(
    lexicon: Lexicon, text: str, word: str
) -> None:
    reply = ask(lexicon, text)

    assert (reply.option, reply.word) == ("definition", word)
    assert (reply.text or "").startswith(f"WordNet does not have “{text}”; here is “{word}”.")


def test_a_misspelt_command_alone_asks_about_the_last_word(lexicon: Lexicon) -> None:
    chat = Chat(lexicon)
    chat.ask("define happy")

    assert chat.ask("oposite").option == "antonyms"
    assert chat.ask("quokka").word == "quokka"


def described(*words: str, likelihood: float = 0.5, removed: list[str] | None = None) -> Reply:
    matches = [Match(word, "n", f"{word}.n.01", f"the gloss of {word}", likelihood) for word in words]
    return Reply("reverse", "qzx", NOTHING, matches=matches, removed=removed)


def test_the_likeliest_word_comes_with_its_meaning_and_a_few_others() -> None:
    text = words_for(Understood("reverse"), described("ice_boat", "canoe", "yacht"))

    assert text == "The word may be “ice boat”: the gloss of ice boat. Or perhaps canoe or yacht."


def test_an_unlikely_word_is_a_doubtful_one() -> None:
    text = words_for(Understood("reverse"), described("canoe", "yacht", likelihood=0.2))

    assert text == "I am not sure. Perhaps “canoe”: the gloss of canoe. Or perhaps yacht."


def test_the_next_words_follow_without_the_first_ones() -> None:
    found = described(*"abcdefgh")

    assert words_for(Understood("reverse", offset=6), found) == "Or perhaps g or h."
    assert words_for(Understood("reverse", offset=8), found) == "That was all I have."


def test_no_word_found_for_a_description_is_said() -> None:
    assert words_for(Understood("reverse"), described()).startswith("I find no word that means “qzx”.")


def test_conditions_on_a_description_name_the_words_that_they_left_out() -> None:
    text = words_for(Understood("reverse", where=Where(starts="c")), described("canoe", removed=["boat"]))

    assert text.endswith("Only words that start with c count. That leaves out boat.")


@pytest.mark.parametrize(
    ("count", "sentence"),
    [
        (0, "I see no hard word in this text."),
        (1, "“a1”: b1."),
        (2, "“a1”: b1; “a2”: b2."),
        (8, "“a1”: b1; “a2”: b2; “a3”: b3; “a4”: b4; “a5”: b5; “a6”: b6; and 2 more."),
    ],
)
def test_the_first_few_hard_words_are_explained(count: int, sentence: str) -> None:
    found = [{"word": f"a{at}", "definition": f"b{at}"} for at in range(1, count + 1)]

    assert explained(found) == sentence
