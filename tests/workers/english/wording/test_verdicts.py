"""The short answer before the whole one, and the questions that get one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import ask

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "start"),
    [
        (
            "are violin and fiddle the same instrument?",
            "In part: they share one meaning, but the first meaning of fiddle is another one. Violin and",
        ),
        ("is purchase equivalent to buy?", "Yes, in one meaning, the commonest of both. Purchase and buy"),
        ("is colour the same as color?", "Yes. By Wordwire's own rules"),
        ('does "invaluable" mean the opposite of "worthless"', "Yes. Invaluable"),
        ("is dinner another word for supper", "No, not in WordNet. Dinner"),
        ("are speak and talk the same?", "In part: they share 3 meanings, but the first meaning of talk is"),
        ("do quick and rapid mean the same?", "Not quite. Quick"),
        ("are heat and warmth the same in physics?", "WordNet does not say whether it is so in physics."),
        ("are virus and bacterium the same in medicine", "No, not in WordNet. Virus"),
        ('does "cash" mean the same as "money" in law', "No, not in WordNet. Cash"),
        ("is a bunny the same as a rabbit?", "Not quite. Bunny"),
        ("do discreet and discrete mean the same thing?", "No, not in WordNet. Discreet"),
        (
            "Mum, are a hare and a rabbit the same?",
            "Only in a meaning that is not the commonest of either. Hare",
        ),
        (
            "is difficult a synonym for hard?",
            "Yes, in one meaning, the commonest of both. Difficult and hard",
        ),
        ("is the word hot an antonym of cold?", "Yes. Hot (adjective)"),
        ("are up and down opposites?", "Yes. Up (adverb)"),
        ("are bottle and glass opposites?", "No, not in WordNet. Bottle"),
        (
            'Is there any difference between "kid" and "child", or can I use both?',
            "The same in 2 meanings. Kid",
        ),
        (
            'Is there any difference between "jail" and "prison", or can I use both?',
            "Different, in WordNet. Jail",
        ),
        ("difference between same and similar", "Same (adjective)"),
        ("hot and cold, the same or opposites?", "Opposites, in WordNet. Hot (adjective)"),
        ("flammable and inflammable, same thing or opposites?", "The same, in WordNet. Flammable"),
        ("is a marsh wetter than a bog or are they the same", "Different, in WordNet. Marsh"),
        ('do "infer" and "imply" mean the same or the opposite', "Different, in WordNet. Infer"),
        ("continual or continuous: same or different?", "Different, in WordNet. Continual"),
        ("valuable and invaluable, are they opposites or the same?", "Nearly the same. Valuable"),
    ],
)
def test_a_question_whether_two_words_are_the_same_gets_a_yes_or_no_first(
    lexicon: Lexicon, text: str, start: str
) -> None:
    reply = ask(lexicon, text)

    assert reply.option == "difference"
    assert (reply.text or "").startswith(start)


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("is there a synonym for happy?", "synonyms"),
        ("what is the opposite of hot?", "antonyms"),
        ("what are synonyms of big and large?", "synonyms"),
        ("do meet and meat sound the same?", "pronunciation"),
    ],
)
def test_a_question_for_words_of_the_same_meaning_stays_one(lexicon: Lexicon, text: str, option: str) -> None:
    assert ask(lexicon, text).option == option


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("how many m's and how many t's in commitment?", "Commitment has three m's and two t's. The right"),
        ("is tomorrow spelled with one m or two?", "Tomorrow has one m."),
        ("how many e's are there in beekeeper?", "Beekeeper has 5 e's."),
        ("ie or ei in believe?", "Believe has “ie”."),
        ("is dependent spelt with an a or an e?", "Dependent has “e”."),
        (
            "is alot one word or two?",
            "“A lot” is written with a space, without a hyphen. The right spelling is “a lot”",
        ),
        ('is "ice cream" one word or two words?', "“Ice cream” is written with a space"),
        ("is notebook one word or two?", "“Notebook” is one word"),
        (
            "is mother in law hyphenated?",
            "“Mother-in-law” has a hyphen. The right spelling is “mother-in-law”",
        ),
        ("how do you spell rhythm?", "The right spelling is “rhythm”"),
        ("is colour the American spelling?", "By Wordwire's own rules, “color” is the American spelling"),
    ],
)
def test_a_question_about_letters_or_blanks_gets_them_before_the_spelling(
    lexicon: Lexicon, text: str, start: str
) -> None:
    assert (ask(lexicon, text).text or "").startswith(start)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("does terrific still mean terrifying", "Yes, in this meaning: causing extreme terror."),
        (
            "does decimate mean to kill one in ten",
            "Yes: that is its first meaning. Decimate (verb): kill one",
        ),
        ('Is decimate properly "kill one in ten"?', "Yes: that is its first meaning."),
        ('can you use "sick" to mean good', "In WordNet (2006), I see no meaning of sick like “good”."),
        ("can anxious mean eager", "Not in these words; its first meaning is the nearest to “eager”."),
        ('is "enormity" properly "great evil"?', "Not in these words;"),
        ("does literally mean figuratively", "Not in these words; of its meanings, this is nearest to"),
        ("does cleave mean split or stick? I've seen both", "“Split”: yes"),
        ("can bad mean good", "In WordNet (2006), I see no meaning of bad like “good”."),
        ("does inflammable mean not flammable", "In WordNet (2006), I see no meaning of inflammable"),
        ("can dust mean both remove dust and add dust", "“Remove dust”: yes, in the meaning"),
        ("does cleave mean split or stick?", "“Split”: yes, in the meaning “separate or cut"),
        (
            "does awful mean full of awe",
            "Not in these words; of its meanings, this is nearest to “full of awe”: ",
        ),
        ("does sick mean good now?", "In WordNet (2006), I see no meaning of sick like “good”."),
    ],
)
def test_a_meaning_that_the_question_claims_is_compared_with_the_words_own(
    lexicon: Lexicon, text: str, start: str
) -> None:
    reply = ask(lexicon, text)

    assert (reply.text or "").startswith(start)
    assert ("can't say whether that has changed" in (reply.text or "")) == ("still" in text or "now" in text)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("how many phonemes in fox", "Fox has 4 sounds, in ARPAbet: F AA K S. Fox is pronounced"),
        ("how many consonant sounds in box", "Box has 3 consonant sounds"),
        ("how many syllables in box", "Box is pronounced"),
    ],
)
def test_the_sounds_of_a_word_are_counted_on_demand(lexicon: Lexicon, text: str, start: str) -> None:
    assert (ask(lexicon, text).text or "").startswith(start)


@pytest.mark.parametrize(
    "text",
    [
        "would a sailor in 1750 have said “mate”?",
        "did “villain” once mean a farm worker?",
        "was “radio” a word in the 19th century?",
    ],
)
def test_a_question_about_former_times_is_declined_first(lexicon: Lexicon, text: str) -> None:
    assert (ask(lexicon, text).text or "").startswith("I don't know the history of words")


@pytest.mark.parametrize("text", ["what does century mean", "does awful still mean great", "define medieval"])
def test_another_question_says_nothing_of_history(lexicon: Lexicon, text: str) -> None:
    assert "history of words" not in (ask(lexicon, text).text or "")
