"""Conditions become the `where` of a question, and can decide about its command."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared.messages import Where
from tests.workers.questions import ask
from workers.english.conditions.question import with_conditions
from workers.english.reader import Reading, Span
from workers.english.term_finder import TermFinder
from workers.english.understood import Understood

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


def understood(
    words: TermFinder,
    text: str,
    command: str,
    term: str = "",
    *,
    second: str = "definition",
    pos: str | None = None,
    marked: str = "",
    confidence: float = 0.5,
) -> Understood:
    """Return the question of `text` as if the model had read this command, term and condition."""
    spans = {
        label: [Span(part, text.index(part), text.index(part) + len(part))]
        for label, part in (("term", term), ("condition", marked))
        if part
    }
    reading = Reading(command, confidence, second, spans=spans)
    span = reading.span("term")
    found = words.in_span(text, span.start, span.end) if span else None
    return with_conditions(words, reading, Understood(command, found, pos=pos, confidence=confidence), text)


def shown(question: Understood) -> tuple[str, str, Where | None]:
    return question.command, question.term.shown if question.term else "", question.where


def test_conditions_narrow_a_list(words: TermFinder) -> None:
    found = understood(words, "synonyms of big with five letters that start with l", "synonyms", "big")

    assert shown(found) == ("synonyms", "big", Where(starts="l", letters=5))


def test_a_class_in_the_plural_is_one_of_things(words: TermFinder) -> None:
    assert understood(words, "drinks with four letters", "hyponyms", "drinks").pos == "n"
    assert understood(words, "kinds of drink with four letters", "hyponyms", "drink").pos is None
    assert understood(words, "synonyms of drinks with four letters", "synonyms", "drinks").pos is None


def test_conditions_alone_ask_for_a_pattern(words: TermFinder) -> None:
    found = understood(words, "words ending in ology", "pattern", "ology")

    assert shown(found) == ("pattern", "", Where(ends="ology"))
    assert shown(understood(words, "five letters starting with st", "suggest", "st")) == (
        "pattern", "", Where(starts="st", letters=5),
    )  # fmt: skip


@pytest.mark.parametrize(
    "how", ["near rhymes for", "almost rhymes with", "Slant rhymes of", "imperfect rhyme of"]
)
def test_near_rhymes_are_a_command(words: TermFinder, how: str) -> None:
    near = understood(words, f"{how} love, only common ones", "rhymes", "love", marked="only common ones")
    full = understood(words, "rhymes of love near me", "rhymes", "love")

    assert (shown(near), near.unread) == (("near_rhymes", "love", Where(common=True)), ())
    assert full.command == "rhymes"


def test_a_rhyme_beside_the_term_is_a_condition(words: TermFinder) -> None:
    text = "a word that contains ough but rhymes with cow"

    assert shown(understood(words, text, "rhymes", "ough")) == (
        "pattern", "", Where(contains=("ough",), rhymes_with="cow"),
    )  # fmt: skip


def test_a_clue_with_its_size_is_a_description(words: TermFinder) -> None:
    assert shown(understood(words, "angry (5)", "definition", "angry")) == (
        "reverse", "angry", Where(letters=5),
    )  # fmt: skip


def test_a_beginning_alone_asks_for_completions(words: TermFinder) -> None:
    assert shown(understood(words, "words starting with seren", "pattern", "seren")) == (
        "suggest", "seren", None,
    )  # fmt: skip


def test_a_part_of_speech_is_that_of_the_words_where_the_term_is_no_meaning(words: TermFinder) -> None:
    of_pattern = understood(words, "nouns that end with ship", "pattern", "ship", pos="n")
    of_rhyme = understood(words, "verbs that rhyme with run", "rhymes", "run", pos="v")

    assert (of_pattern.where, of_pattern.pos) == (Where(ends="ship", pos="n"), None)
    assert (of_rhyme.where, of_rhyme.pos) == (Where(pos="v"), None)
    assert understood(words, "an adjective for not tall", "reverse", "not tall", pos="a").pos == "a"
    assert understood(words, "verb synonyms of run", "synonyms", "run", pos="v").pos == "v"


def test_words_that_wordnet_lacks_are_no_condition(words: TermFinder) -> None:
    assert understood(words, "gimme words with all vowels", "pattern").unread == ()
    assert understood(words, "some rude words with all vowels", "pattern").unread == ("rude",)


def test_what_is_asked_besides_the_letters_is_named(words: TermFinder) -> None:
    found = understood(words, "gimme animals that start with z", "pattern", "z")

    assert (found.command, found.term, found.unread) == ("pattern", None, ("gimme animals",))
    assert understood(words, "gimme words that end with z", "pattern", "z").unread == ()


@pytest.mark.parametrize(
    ("text", "command", "term", "expected"),
    [
        ("animals that start with z", "suggest", "z", ("hyponyms", "animals", Where(starts="z"))),
        ("birds with five letters", "pattern", "birds", ("hyponyms", "birds", Where(letters=5))),
        ("planets that start with m", "pattern", "m", ("instances", "planets", Where(starts="m"))),
        ("kinds of dogs with six letters", "hyponyms", "dogs", ("hyponyms", "dogs", Where(letters=6))),
        ("a fish of five letters", "pattern", "fish", ("hyponyms", "fish", Where(letters=5))),
        ("tools ending in er, for my homework", "pattern", "tools", ("hyponyms", "tools", Where(ends="er"))),
    ],
)
def test_a_class_with_conditions_asks_for_its_kinds(
    words: TermFinder, text: str, command: str, term: str, expected: tuple[str, str, Where]
) -> None:
    marked = text.split(",", maxsplit=1)[0].split(maxsplit=1)[1]

    assert shown(understood(words, text, command, term, marked=marked)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "five letter words with two vowels",
        "palindromes with five letters",
        "something short with five letters",
    ],
)
def test_what_is_no_class_is_named_as_unread(words: TermFinder, text: str) -> None:
    assert understood(words, text, "pattern").command == "pattern"


def test_other_commands_take_no_conditions(words: TermFinder) -> None:
    assert understood(words, "define big with five letters", "definition", "big").where is None
    assert understood(words, "does big have two letters?", "spelling", "big").where is None


@pytest.mark.parametrize(
    ("text", "term", "marked", "asked"),
    [
        (
            "fruit but not apples or pears",
            "fruit",
            "not apples or pears",
            ("hyponyms", "fruit", Where(pattern="!apple,pear")),
        ),
        (
            "animals but not dangerous",
            "animals",
            "but not dangerous",
            ("hyponyms", "animals", None),
        ),
    ],
)
def test_a_word_is_left_out_of_its_class(
    words: TermFinder, text: str, term: str, marked: str, asked: tuple[str, str, Where | None]
) -> None:
    assert shown(understood(words, text, "hyponyms", term, marked=marked)) == asked


@pytest.mark.parametrize(
    ("text", "command", "term", "pos"),
    [
        ("adjectives starting with z", "similar", "z", "a"),
        ("need verbs of two syllables", "similar", "", "v"),
        ("any nouns ending in ism", "definition", "ism", "n"),
    ],
)
def test_a_list_of_nothing_but_conditions_is_a_pattern(
    words: TermFinder, text: str, command: str, term: str, pos: str
) -> None:
    found = understood(words, text, command, term, marked=text.rsplit("s ", 1)[-1])

    assert (found.command, found.term) == ("pattern", None)
    assert found.where
    assert found.where.pos == pos


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("musical instruments that start with o, all", "hyponyms"),
        ("vegetables beginning with c", "hyponyms"),
    ],
)
def test_a_class_in_front_of_letters_asks_for_its_kinds(lexicon: Lexicon, text: str, asked: str) -> None:
    assert ask(lexicon, text).option == asked


def test_what_words_are_for_is_no_description(words: TermFinder) -> None:
    text = "two syllable words beginning with m for a client who mumbles"

    found = understood(words, text, "reverse", "a client who mumbles")

    assert (found.command, found.where) == ("pattern", Where(starts="m", syllables=2))


def test_letters_that_sound_so_ask_for_words_with_them(words: TermFinder) -> None:
    text = "words where ea sounds like eh"

    found = understood(words, text, "homophones", "ea")

    assert (found.command, found.where) == ("pattern", Where(contains=("ea",)))
    assert found.unread == ("ea sounds like eh",)


def test_minimal_pairs_are_no_kinds(words: TermFinder) -> None:
    found = understood(words, "minimal pairs for ship", "hyponyms", "ship")

    assert (found.command, found.where, found.unread) == ("pattern", None, ("minimal pairs for ship",))


@pytest.mark.parametrize(
    ("text", "term", "command"),
    [
        ("six-letter words for tools", "tools", "hyponyms"),
        ("other six-letter words for tools", "tools", "synonyms"),
        ("six-letter words for money", "money", "synonyms"),
    ],
)
def test_words_for_a_class_in_the_plural_are_kinds(
    words: TermFinder, text: str, term: str, command: str
) -> None:
    found = understood(words, text, "synonyms", term, marked="six-letter")

    assert (found.command, found.where) == (command, Where(letters=6, without="_"))
