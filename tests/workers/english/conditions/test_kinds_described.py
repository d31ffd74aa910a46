"""Questions for kinds that a text describes, and others that only look like them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import ask, found
from workers.english.conditions.kinds_described import of_kinds
from workers.english.term_finder import as_typed, term_finder
from workers.english.understood import Understood

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "command", "kind", "described"),
    [
        ("name four birds that hunt at night", "reverse", "birds", "that hunt at night"),
        ("3 musical instruments with keys", "reverse", "musical instruments", "with keys"),
        ("verbs for eat like a pig", "synonyms", "eat", "like a pig"),
        ("other words that mean “look” when you are in love", "synonyms", "look", "when you are in love"),
    ],
)
def test_a_description_becomes_a_condition_on_kinds(
    lexicon: Lexicon, text: str, command: str, kind: str, described: str
) -> None:
    asked = of_kinds(term_finder(lexicon), Understood(command, as_typed("x")), text)

    assert (asked.command, asked.term and asked.term.shown, asked.unread) == ("hyponyms", kind, (described,))


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("what are people who mend shoes called", "reverse"),
        ("the word for a fear of heights", "reverse"),
        ("words for walk that start with s", "synonyms"),
        ("words for happy when you are in love", "synonyms"),
        ("name four birds that hunt at night", "definition"),
    ],
)
def test_other_questions_stay_as_they_are(lexicon: Lexicon, text: str, command: str) -> None:
    asked = Understood(command, as_typed("x"))

    assert of_kinds(term_finder(lexicon), asked, text) == asked


def test_the_reply_says_that_it_can_not_check_the_condition(lexicon: Lexicon) -> None:
    reply = ask(lexicon, "name three birds that hunt at night")

    assert reply.option == "hyponyms"
    assert "owl" in (reply.text or "")
    assert "These come nearest to “that hunt at night”, which I can't check exactly." in (reply.text or "")


@pytest.mark.parametrize(
    ("text", "option", "word"),
    [
        ("a word starting with wh and meaning to speak softly", "reverse", "whisper"),
        ("verbs that start with d and mean to eat greedily", "reverse", "devour"),
        ("adjectives that end in less and mean poor", "synonyms", "hapless"),
    ],
)
def test_a_meaning_goes_with_conditions_on_letters(
    lexicon: Lexicon, text: str, option: str, word: str
) -> None:
    reply = ask(lexicon, text)

    assert reply.option == option
    assert word in reply.response


def test_a_condition_on_letters_is_no_description(lexicon: Lexicon) -> None:
    reply = ask(lexicon, "types of cheese that begin with c")

    assert reply.option == "hyponyms"
    assert "can't check" not in (reply.text or "")
    assert {"cheddar", "Camembert"} <= set((reply.text or "").replace(",", "").split())


def test_a_letter_describes_no_kind(lexicon: Lexicon) -> None:
    assert "come nearest" not in (ask(lexicon, "trees with o").text or "")


@pytest.mark.parametrize(
    ("text", "command", "first"),
    [
        ("list of collective nouns for birds", "hyponyms", "flock"),
        ("the collective noun for lions", "hyponyms", "pride"),
        ("collective noun for bees", "reverse", "swarm"),  # no group of animals speaks of them
        ("collective noun for ships", "reverse", "fleet"),
        ("what do you call a word that's the same backwards", "reverse", "palindrome"),
        ("what's a word that reads the same backwards called?", "reverse", "palindrome"),
        ("words that are the same backwards", "pattern", "eye"),
        ("what do you call a word of five letters starting with q", "pattern", "quite"),
    ],
)
def test_the_name_of_groups_or_of_such_words_is_asked_for(
    lexicon: Lexicon, text: str, command: str, first: str
) -> None:
    reply = ask(lexicon, text)

    assert (reply.option, found(reply)[0]) == (command, first)
