"""Questions that name forms of a word, or offer two of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import ask

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "past and past participle of take",
            "The past tense of take is took. The past participle of take is taken.",
        ),
        (
            "past and present participle of write",
            "The past participle of write is written. The present participle of",
        ),
        ("present participle of sit", "The present participle of sit is sitting."),
        ("third person singular of do", "The third person of do is does."),
        (
            "comparative and superlative of bad",
            "The comparative of bad is worse. The superlative of bad is worst.",
        ),
        (
            "plural, past tense and -ing form of fly",
            "The plural of fly is flies. The past tense of fly is flew. The",
        ),
        (
            "singular and plural of criteria",
            "The singular of criteria is criterion. The plural of criterion is",
        ),
        ("how do I spell mimic with -ing on the end", "The present participle of mimic is mimicking."),
        ('how to write "cry" plus -ed', "The past tense of cry is cried."),
        ("Is criterion plural?", "Criterion is singular. The plural of criterion is criteria."),
        ("is the word geese singular or plural", "Geese is plural. The singular of geese is goose."),
        ("is deer a plural", "Deer can be singular or plural. The plural of deer is deer."),
        ("is news plural", "News is singular. News has no plural, because it can't be counted."),
        ("spell panic", "The right spelling is “panic”: p-a-n-i-c (5 letters)."),
    ],
)
def test_each_form_that_a_question_names_is_answered(lexicon: Lexicon, text: str, said: str) -> None:
    assert (ask(lexicon, text).text or "").startswith(said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("is it knifes or knives?", "The plural of knife is knives."),
        ("is advice countable or uncountable", "Advice has no plural, because it can't be counted."),
        ("is apple a countable noun", "The plural of apple is apples."),
        ("is it sheeps or sheep", "The plural of sheep is sheep."),
        ("plural of index - indexes or indices", "The plural of index is indices or indexes."),
        ("is the plural of fish fish or fishes?", "The plural of fish is fish or fishes."),
        ("did she sneak or snuck?", "The past tense of sneak is sneaked or snuck."),
        ("catched or caught", "The past tense of catch is caught."),
        ('Is it "I have sang" or "I have sung"?', "The past participle of sing is sung."),
        (
            'should I write "she has broke it" or "she has broken it"',
            "The past participle of break is broken.",
        ),
        ("sang or sung", "The past tense of sing is sang. The past participle of sing is sung."),
        ("has he sank or sunk the boat", "The past participle of sink is sunk."),
        ("was it stole or stolen", "The past participle of steal is stolen."),
        ("tidy, tidier, ???", "The superlative of tidy is tidiest."),
        ("what comes next: weave, wove", "The past participle of weave is woven"),
        ("weave, wove, then what?", "The past participle of weave is woven"),
        ("is it more tidy or tidier?", "The comparative of tidy is tidier."),
        ("they costed a lot or they cost a lot", "The past tense of cost is cost."),
        ("the rope that leaped or the rope that leapt", "The past tense of leap is leaped or leapt."),
        ("past tense of shine, shone or shined?", "The past tense of shine is shone or shined."),
    ],
)
def test_a_choice_of_two_forms_of_a_word_is_answered_with_the_right_ones(
    lexicon: Lexicon, text: str, said: str
) -> None:
    reply = ask(lexicon, text)

    assert reply.option == "inflect"
    assert (reply.text or "").startswith(said)


def test_a_participle_that_is_no_adjective_has_a_verb(lexicon: Lexicon) -> None:
    text = ask(lexicon, "slain is the participle of which verb").text or ""

    assert text.startswith("The dictionary form of slain is slay.")


@pytest.mark.parametrize("text", ["lie or lay", "find or found", "lose or loose", "cat or dog"])
def test_a_choice_of_two_words_is_one_for_their_difference(lexicon: Lexicon, text: str) -> None:
    assert ask(lexicon, text).option == "difference"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hanged or hung, for a person", "and “hanged” in the meaning “kill by hanging” (“The murderer was"),
        (
            "he lied on the bed or he lay on the bed",
            "The past tense of lie is lay or lied. WordNet's examples",
        ),
        ("learned or learnt", "have “learned” 53 times and “learnt” once."),
        ("brought or brung", "The past tense of bring is brought."),
        (
            "more fun or funner",
            "comparative. Without one, people say “more fun”. WordNet's own definitions",
        ),
    ],
)
def test_of_two_right_forms_the_reply_says_which_wordnet_itself_uses(
    lexicon: Lexicon, text: str, said: str
) -> None:
    reply = ask(lexicon, text)

    assert reply.option == "inflect"
    assert said in (reply.text or "")


@pytest.mark.parametrize(
    ("text", "option", "said"),
    [
        (
            "what is the difference between hanged and hung",
            "inflect",
            "and “hanged” in the meaning “kill by ",
        ),
        ("difference between wrote and written", "inflect", "The past participle of write is written."),
        ("difference between bound and binding", "difference", "Bound (adjective): "),
        ("difference between sing and sang", "difference", "Sang is the past tense of sing."),
    ],
)
def test_two_forms_of_a_third_word_differ_as_forms(
    lexicon: Lexicon, text: str, option: str, said: str
) -> None:
    reply = ask(lexicon, text)

    assert reply.option == option
    assert said in (reply.text or "")


@pytest.mark.parametrize(
    ("text", "option", "start"),
    [
        ("list all the forms of the verb arise", "inflect", "Arise: third person arises; past tense arose"),
        ("she ____ (to buzz) around", "inflect", "The third person of buzz is buzzes."),
        ("can advice be plural?", "inflect", "Advice is singular. Advice has no plural"),
        ('which verb does "advice" come from', "derivations", "Advice as a verb: advise."),
        ('the verb of "success"', "derivations", "Success as a verb: succeed."),
        ("turn calm into an adverb", "derivations", "Calm as an adverb: calmly"),
        ("which verb does ran come from", "lemmatizer", "The dictionary form of ran is run."),
    ],
)
def test_forms_and_families_are_told_apart(lexicon: Lexicon, text: str, option: str, start: str) -> None:
    reply = ask(lexicon, text)

    assert reply.option == option
    assert (reply.text or "").startswith(start)


def test_other_relatives_are_offered_where_none_is_of_the_part_of_speech(lexicon: Lexicon) -> None:
    assert "Of the same family as Crete: Cretan." in (ask(lexicon, "the adjective of Crete").text or "")


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("the past tense of lie as in recline", "For “recline”, it is lay."),
        ("past of hang when it's about execution", "For “execution”, it is hanged."),
        ("past tense of hang", ""),
    ],
)
def test_a_meaning_that_is_named_chooses_the_form(lexicon: Lexicon, text: str, fits: str) -> None:
    said = ask(lexicon, text).text or ""

    assert fits in said
    assert ("it is" in said) is bool(fits)


@pytest.mark.parametrize(
    ("text", "option", "start"),
    [
        ("which tense is “swam”?", "is_word", "Yes: “swam” is the past tense of swim."),
        ("what tense is “had been sung”?", "grammar", "I can't judge grammar"),
        ("third person of double click", "inflect", "WordNet does not have “double click” as a verb"),
    ],
)
def test_a_tense_of_one_word_is_named_and_of_several_declined(
    lexicon: Lexicon, text: str, option: str, start: str
) -> None:
    reply = ask(lexicon, text)

    assert reply.option == option
    assert (reply.text or "").startswith(start)
