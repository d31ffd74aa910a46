"""A text that starts with "/" and a command's name is that command, with the term unchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared.catalog import BY_NAME, COMMANDS
from shared.command import Command
from shared.messages import NOTHING, Context, Question, Reply
from tests.workers.documented import Example, examples
from tests.workers.questions import Chat, ask, found
from workers.commands.table import answer_command

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon

ONE_WORD = [command.name for command in COMMANDS if command.needs_word and not command.needs_second_word]


def by_my_message(
    lexicon: Lexicon, command: str, word: str = "", pos: str | None = None, word2: str | None = None
) -> Reply:
    """Return the reply to a `my_message`."""
    return answer_command(lexicon, Question(command, word, pos, word2))


def said(reply: Reply) -> tuple[str, str, str]:
    """Return the fields of a reply that the original client knows."""
    return reply.option, reply.word, reply.response


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_is_answered_as_by_my_message(lexicon: Lexicon, command: Command) -> None:
    """With the example of the catalog; the reply has a text and suggestions as well."""
    reply = ask(lexicon, f"/{command.name} {command.word} {command.word2}")

    asked = by_my_message(lexicon, command.name, command.word, word2=command.word2)
    assert (reply.option, reply.word) == (command.name, command.word)
    assert reply.response == asked.response or not command.is_cacheable
    assert reply.response != NOTHING
    assert reply.text
    assert reply.suggestions


@pytest.mark.parametrize("example", examples().values(), ids=lambda example: example.command)
def test_every_documented_example_is_true_of_slash_commands(lexicon: Lexicon, example: Example) -> None:
    """docs/commands.md promises that."""
    request = example.request
    words = [
        request.get("word", ""),
        request.get("word2", ""),
        "as a noun" if request.get("pos") == "n" else "",
    ]

    reply = ask(lexicon, " ".join([f"/{example.command}", *filter(None, words)]))

    assert reply.error is None
    if BY_NAME[example.command].is_cacheable:
        assert example.is_true(found(reply))


@pytest.mark.parametrize(
    "word", ["Happy", "leaves", "ICE_CREAM", "ice cream", "Geese", "proper noun", "it", "zzqxv"]
)
@pytest.mark.parametrize("name", ONE_WORD)
def test_the_term_is_looked_up_unchanged(lexicon: Lexicon, name: str, word: str) -> None:
    """Case, inflection, names of several words, words of questions, and no word at all."""
    assert said(ask(lexicon, f"/{name} {word}")) == said(by_my_message(lexicon, name, word))


@pytest.mark.parametrize(
    "typed", ["/word_of_the_day", "/word-of-the-day", "/Word_Of_The_Day", " /WORD-OF-THE-DAY! "]
)
def test_names_are_read_in_any_case_and_with_hyphens(lexicon: Lexicon, typed: str) -> None:
    """As people type on a telephone."""
    assert ask(lexicon, typed).option == "word_of_the_day"


@pytest.mark.parametrize(
    ("text", "command", "word", "pos"),
    [
        ("/antonyms hot adjective", "antonyms", "hot", "a"),
        ("/definition light as a verb", "definition", "light", "v"),
        ("/definition ice cream (noun)", "definition", "ice cream", "n"),
        ("/definition run, verb", "definition", "run", "v"),
        ("/pattern p?ttern* noun", "pattern", "p?ttern*", "n"),
        ("/definition noun", "definition", "noun", None),
        ("/definition v", "definition", "v", None),
        ("/suggest noun", "suggest", "noun", None),
    ],
)
def test_a_part_of_speech_beside_the_term_narrows_the_answer(
    lexicon: Lexicon, text: str, command: str, word: str, pos: str | None
) -> None:
    """Unless it is the term, or belongs to it."""
    reply = ask(lexicon, text)

    assert said(reply) == said(by_my_message(lexicon, command, word, pos))
    assert reply.pos == pos


def test_a_command_without_a_word_takes_a_part_of_speech(lexicon: Lexicon) -> None:
    """A random adverb."""
    reply = ask(lexicon, "/random adverb")

    assert "r" in found(by_my_message(lexicon, "pos", found(reply)[0]))


@pytest.mark.parametrize(
    ("text", "word", "word2"),
    [
        ("/similarity cat, dog", "cat", "dog"),
        ("/similarity cat and dog", "cat", "dog"),
        ("/similarity ice cream, hot dog", "ice cream", "hot dog"),
        ("/similarity ice cream hot dog", "ice cream", "hot dog"),
        ("/similarity ice cream dog", "ice cream", "dog"),
        ("/similarity rock and roll and jazz", "rock and roll", "jazz"),
        ("/similarity noun verb", "noun", "verb"),
        ("/similarity cat zzqxv", "cat", "zzqxv"),
    ],
)
def test_two_terms_are_separated(lexicon: Lexicon, text: str, word: str, word2: str) -> None:
    """By a comma, by "and", or where two terms of WordNet meet."""
    assert said(ask(lexicon, text)) == said(by_my_message(lexicon, "similarity", word, word2=word2))


def test_a_misspelt_term_is_corrected_as_in_a_question(lexicon: Lexicon) -> None:
    """The text mentions a clear correction; an unclear word brings suggestions."""
    meant, unclear = ask(lexicon, "/definition serendipty"), ask(lexicon, "/synonyms hola")

    assert said(meant) == said(by_my_message(lexicon, "definition", "serendipity"))
    assert "I took “serendipty” for “serendipity”" in (meant.text or "")
    assert said(unclear) == ("synonyms", "hola", NOTHING)
    assert "does not have “hola”" in (unclear.text or "")
    assert unclear.suggestions


@pytest.mark.parametrize("text", ["/define happy", "/meaning happy", "/def happy", "/Definition: happy!"])
def test_cues_are_aliases(lexicon: Lexicon, text: str) -> None:
    """Words that mean a command in plain English."""
    assert said(ask(lexicon, text)) == said(by_my_message(lexicon, "definition", "happy"))


@pytest.mark.parametrize(
    "command", [command for command in COMMANDS if command.needs_word], ids=lambda c: c.name
)
def test_a_command_without_its_word_says_how_to_write_it(lexicon: Lexicon, command: Command) -> None:
    """With an example that works; the context does not supply the word."""
    reply = ask(lexicon, f"/{command.name}", Context("definition", "happy"))

    assert said(reply) == (command.name, "", NOTHING)
    assert reply.error is not None
    assert (reply.error.code, reply.error.message) == ("bad_request", reply.text)
    example, *_ = reply.suggestions or [""]
    assert example in (reply.text or "")
    assert ask(lexicon, example).option == command.name
    assert found(ask(lexicon, example))


def test_one_word_of_two_is_not_enough(lexicon: Lexicon) -> None:
    """The example has both."""
    reply = ask(lexicon, "/similarity cat")

    assert said(reply) == ("similarity", "cat", NOTHING)
    assert reply.error is not None
    assert reply.error.code == "bad_request"
    assert "/similarity cat dog" in (reply.text or "")


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("/synonmys happy", "/synonyms happy"),
        ("/antonmys hot", "/antonyms hot"),
        ("/word of the day", "/word_of_the_day"),
        ("/similaritty cat", "/similarity cat dog"),
    ],
)
def test_an_unknown_command_names_the_nearest_and_is_never_corrected(
    lexicon: Lexicon, text: str, nearest: str
) -> None:
    """The client gets an error, and people read the right names."""
    reply = ask(lexicon, text, Context("definition", "happy"))

    assert said(reply) == ("unknown", "", NOTHING)
    assert reply.error is not None
    assert (reply.error.code, reply.error.message) == ("unknown_command", reply.text)
    assert nearest.split(maxsplit=1)[0] in (reply.text or "")
    assert "/help" in (reply.text or "")
    assert nearest in (reply.suggestions or [])
    assert reply.context is None


def test_a_command_near_to_none_names_help(lexicon: Lexicon) -> None:
    """Nothing is guessed."""
    reply = ask(lexicon, "/zzqxv happy")

    assert reply.error is not None
    assert reply.error.code == "unknown_command"
    assert reply.suggestions == ["/help"]


@pytest.mark.parametrize(
    "text", ["/", "//", "/usr/bin/synonyms", "/ synonyms happy", "/kæt/", "synonyms/happy"]
)
def test_a_slash_alone_makes_no_command(lexicon: Lexicon, text: str) -> None:
    """Paths, sounds and slips are read like any text."""
    error = ask(lexicon, text).error
    assert error is None or error.code != "unknown_command"


def test_help_lists_the_commands(lexicon: Lexicon) -> None:
    """Every command; or one, by its name, by a cue, or with the slash."""
    everything = ask(lexicon, "/help").text or ""
    one = [ask(lexicon, text) for text in ("/help synonyms", "/help syn", "/help /synonyms")]

    assert all(f"/{name}" in everything for name in BY_NAME)
    assert {said(reply) for reply in one} == {said(by_my_message(lexicon, "help", "synonyms"))}
    assert all("/synonyms happy" in (reply.text or "") for reply in one)


def test_plain_english_follows_on_from_a_command(lexicon: Lexicon) -> None:
    """Its reply has a context, like the reply to a question."""
    chat = Chat(lexicon)
    chat.ask("/definition light")

    reply = chat.ask("and the opposite?")

    assert (reply.option, reply.word) == ("antonyms", "light")


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_an_empty_text_gets_a_greeting(lexicon: Lexicon, text: str) -> None:
    """It is not an error."""
    reply = ask(lexicon, text)

    assert (reply.option, reply.error) == ("unknown", None)
    assert (reply.text or "").startswith("Hello!")
    assert reply.suggestions


def test_a_text_is_taken_as_a_whole(lexicon: Lexicon) -> None:
    """A part of speech at its end belongs to it."""
    reply = ask(lexicon, "/gloss The erstwhile noun")

    assert (reply.option, reply.word) == ("gloss", "The erstwhile noun")
    assert [entry["word"] for entry in found(reply)] == ["erstwhile"]


def test_the_nearest_word_is_not_the_spelling_of_an_unknown_one(lexicon: Lexicon) -> None:
    text = ask(lexicon, "/spelling rizz").text

    assert "does not have “rizz”" in str(text)
    assert "r-i-z-z" in str(text)
