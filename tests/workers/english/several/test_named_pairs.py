"""Words side by side are compared, though the model sees one of them, or two of three."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared import json_codec
from tests.workers.questions import ask
from workers.english.reader import Reading
from workers.english.several.named_pairs import pair_named
from workers.english.term_finder import AskedTerm, term_finder

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("command", "text", "pair"),
    [
        ("difference", 'I write "loose" when I mean "lose"', ("loose", "lose")),
        ("difference", '"pull" and "pool": how are they pronounced?', ("pull", "pool")),
        ("pronunciation", "does were sound just like where?", ("were", "where")),
        ("difference", "I'm tired, not sleepy", ("tired", "sleepy")),
        ("spelling", "wierd or weird for only one", None),
    ],
)
def test_a_question_for_two_words_names_both(
    lexicon: Lexicon, command: str, text: str, pair: tuple[str, str] | None
) -> None:
    """If both are words, and are alike or share a meaning, unless their sound is asked for."""
    term = AskedTerm("were") if command == "pronunciation" else None
    found, *terms = pair_named(term_finder(lexicon), Reading(command, 1.0, ""), term, None, text)

    assert found == ("pronunciation" if "pronounced" in text else command)
    assert tuple(term.shown for term in terms if term) == (pair or ())


@pytest.mark.parametrize(
    ("text", "words", "verdict"),
    [
        (
            "which one is the letter paper, stationary or stationery",
            "Stationary",
            "For “letter paper”, it is",
        ),
        ("which is the desert you eat, desert or dessert", "Desert", "For “eat”, it is dessert."),
        ("do you hang clothes on a hangar or a hanger", "Hangar", "For “hang clothes”, it is hanger."),
        ("which one means calm, complacent or complaisant", "Complacent", "Complacent (adjective):"),
        ("palate palette pallet", "Palate", "Palate (noun):"),
        ("Is gaol just the British spelling of jail?", "Gaol", "By Wordwire's own notes, gaol is British"),
        ("dice or die for just one", "Dice", "Dice is the plural of die."),
        ("is forego a variant of forgo", "Forego", "Yes. Forego and forgo (verb) can mean the same:"),
        ("stationary stationery", "Stationary", "Stationary (adjective):"),
    ],
)
def test_a_choice_between_words_that_are_alike_is_about_their_difference(
    lexicon: Lexicon, text: str, words: str, verdict: str
) -> None:
    reply = ask(lexicon, text)

    assert (reply.option, reply.word) == ("difference", words.lower())
    assert (reply.text or "").startswith(verdict)


@pytest.mark.parametrize(
    ("text", "word", "word2"),
    [
        ("how is a brig unlike other ships", "brig", "ships"),
        ("what makes a mastiff different from ordinary dogs", "mastiff", "dogs"),
    ],
)
def test_a_word_is_compared_with_its_kind(lexicon: Lexicon, text: str, word: str, word2: str) -> None:
    words = json_codec.loads(ask(lexicon, text).response)[0]["words"]

    assert [each["word"] for each in words] == [word, word2]


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("court in tennis vs court in law", "definition"),
        ("does biscuit mean something else to an American than to a Brit", "usage"),
    ],
)
def test_a_word_is_not_compared_with_itself(lexicon: Lexicon, text: str, option: str) -> None:
    assert ask(lexicon, text).option == option
