"""The table has a function for every command of the catalog, and its replies carry the answers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from shared.catalog import BY_NAME, COMMANDS
from shared.command import Command
from shared.errors import BadRequest, UnknownCommand
from shared.messages import Question, Where
from workers.commands.for_reader import BY_SENSE
from workers.commands.table import FUNCTIONS, answer_command, answer_reader
from workers.commands.term import MOST_REMOVED

if TYPE_CHECKING:
    from shared.messages import Reply
    from workers.wordnet.lexicon import Lexicon


def reply(
    lexicon: Lexicon, command: str, word: str = "", pos: str | None = None, word2: str | None = None
) -> Reply:
    return answer_command(lexicon, Question(command, word, pos, word2))


def test_there_is_a_function_for_each_command_of_the_catalog() -> None:
    assert FUNCTIONS.keys() == BY_NAME.keys()
    assert len(BY_NAME) == len(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_example_of_the_catalog_has_an_answer(lexicon: Lexicon, command: Command) -> None:
    found = json.loads(reply(lexicon, command.name, command.word, None, command.word2).response)

    assert isinstance(found, list)
    assert found


def test_an_unknown_command_is_refused_with_the_commands_that_exist(lexicon: Lexicon) -> None:
    with pytest.raises(UnknownCommand, match="synonyms, examples, definition"):
        reply(lexicon, "synonmys", "dog")


@pytest.mark.parametrize("command", [c.name for c in COMMANDS if c.needs_word])
def test_a_command_that_needs_a_word_refuses_an_empty_one(lexicon: Lexicon, command: str) -> None:
    with pytest.raises(BadRequest, match="needs a word"):
        reply(lexicon, command, "  ")


def test_similarity_refuses_one_word_alone(lexicon: Lexicon) -> None:
    with pytest.raises(BadRequest, match="word2"):
        reply(lexicon, "similarity", "cat")


def test_the_reply_carries_command_and_term_as_asked(lexicon: Lexicon) -> None:
    found = reply(lexicon, "definition", " Ice   Cream ")

    assert (found.option, found.word) == ("definition", "Ice Cream")


def test_the_reply_names_the_lemma_if_it_is_another_word(lexicon: Lexicon) -> None:
    assert reply(lexicon, "definition", "geese").lemma == "goose"
    assert reply(lexicon, "definition", "goose").lemma is None


def test_an_unknown_word_comes_with_existing_words(lexicon: Lexicon) -> None:
    unknown = reply(lexicon, "synonyms", "serendipidy")

    assert unknown.response == "[]"
    assert unknown.suggestions == ["serendipity"]
    assert reply(lexicon, "synonyms", "happy").suggestions is None


def test_a_word_of_another_part_of_speech_is_known(lexicon: Lexicon) -> None:
    found = reply(lexicon, "definition", "happy", "n")

    assert found.response == "[]"
    assert found.suggestions is None


def narrowed(lexicon: Lexicon, command: str, word: str, **conditions: Any) -> tuple[list[str], list[str]]:
    """Return the words of a reply and those that the conditions removed."""
    found = answer_command(lexicon, Question(command, word, where=Where(**conditions)))
    return json.loads(found.response), found.removed or []


@pytest.mark.parametrize("command", [c for c in COMMANDS if c.is_list and c.needs_word], ids=lambda c: c.name)
def test_conditions_narrow_every_list(lexicon: Lexicon, command: Command) -> None:
    every = json.loads(reply(lexicon, command.name, command.word).response)
    kept, removed = narrowed(lexicon, command.name, command.word, without="e")

    assert set(kept) >= {word for word in every if "e" not in word.lower()}
    assert not any("e" in word.lower() for word in kept)
    assert all("e" in word.lower() for word in removed)
    if command.name not in {"suggest", "pattern", "reverse"}:  # they look for words that meet the conditions
        assert len(removed) >= min(len(set(every) - set(kept)), MOST_REMOVED)


def test_a_reply_says_which_words_the_conditions_removed(lexicon: Lexicon) -> None:
    assert narrowed(lexicon, "synonyms", "happy", starts="g") == (
        ["glad"],
        ["happy", "felicitous", "well-chosen"],
    )
    assert reply(lexicon, "synonyms", "happy").removed is None


def test_conditions_count_before_the_limit_of_a_list(lexicon: Lexicon) -> None:
    every, _ = narrowed(lexicon, "rhymes", "nation")
    long, _ = narrowed(lexicon, "rhymes", "nation", letters=(14, 30))

    assert len(every) == 100
    assert len(long) > len(set(every) & set(long))


def test_conditions_alone_are_a_pattern(lexicon: Lexicon) -> None:
    found, removed = narrowed(lexicon, "pattern", "", letters=7, pattern="?o*")

    assert found[:4] == ["however", "soldier", "contain", "nothing"]
    assert not removed
    assert narrowed(lexicon, "pattern", "", ends="ology")[0][:2] == ["theology", "technology"]
    assert "fuck" not in narrowed(lexicon, "pattern", "", starts="fuc")[0]


def test_conditions_narrow_the_senses_that_a_reader_gets(lexicon: Lexicon) -> None:
    found = answer_reader(lexicon, Question("synonyms", "big", where=Where(letters=5)))
    by_sense = {word for sense in found.senses or [] for word in sense.synonyms}

    assert by_sense == set(json.loads(found.response))
    assert {len(word) for word in by_sense} == {5}
    assert all(sense.synonyms for sense in found.senses or [])


def test_a_command_about_spelling_takes_any_letters(lexicon: Lexicon) -> None:
    found = reply(lexicon, "suggest", "serendipidy")

    assert (found.response, found.lemma, found.suggestions) == ("[]", None, None)


def test_a_sense_by_its_number_keeps_only_its_part_of_a_list(lexicon: Lexicon) -> None:
    found = answer_reader(lexicon, Question("synonyms", "bank"), sense=2)

    assert found.senses is not None
    assert [sense.sense for sense in found.senses] == [2]
    assert json.loads(found.response) == found.senses[0].synonyms


def test_every_list_by_sense_can_be_asked_for_one_sense(lexicon: Lexicon) -> None:
    for command in BY_SENSE:
        found = answer_reader(lexicon, Question(command, "dog"), sense=1)

        assert {sense.sense for sense in found.senses or ()} <= {1}, command


def test_a_command_that_answers_by_word_ignores_the_number_of_a_sense(lexicon: Lexicon) -> None:
    question = Question("pronunciation", "bank")

    assert answer_reader(lexicon, question, sense=2).response == answer_reader(lexicon, question).response


ON_THE_RIVER = "we sat on the bank of the river and fished"


def test_a_sentence_puts_the_meaning_that_fits_first(lexicon: Lexicon) -> None:
    """With the likelihood of every sense; the same answers otherwise."""
    plain = answer_command(lexicon, Question("definition", "bank"))
    reply = answer_command(lexicon, Question("definition", "bank", sentence=ON_THE_RIVER))
    glosses = json.loads(reply.response)

    assert glosses[0].startswith("sloping land")
    assert sorted(glosses) == sorted(json.loads(plain.response))
    assert [sense.definition for sense in reply.senses or []][:3] == glosses[:3]
    assert {sense.definition for sense in reply.senses or []} == set(glosses)
    assert sum(sense.likelihood or 0 for sense in reply.senses or []) == pytest.approx(1, abs=0.05)
    assert plain.senses is None


@pytest.mark.parametrize(("command", "field"), [("synonyms", "synonyms"), ("examples", "examples")])
def test_lists_begin_with_the_sense_that_fits(lexicon: Lexicon, command: str, field: str) -> None:
    word, sentence = "bright", "she is a bright student"
    reply = answer_command(lexicon, Question(command, word, sentence=sentence))
    [first, *_] = reply.senses or []
    own = getattr(first, field)

    assert first.definition == "characterized by quickness and ease in learning"
    assert json.loads(reply.response)[: len(own)] == own
    assert len(own) > 0


def test_the_sense_that_fits_comes_first_even_without_an_answer(lexicon: Lexicon) -> None:
    reply = answer_command(lexicon, Question("antonyms", "light", sentence="she switched on the light"))
    [first, second, *_] = reply.senses or []

    assert (first.pos, first.antonyms) == ("n", [])
    assert second.antonyms


def test_an_overview_of_a_word_in_a_sentence_is_in_the_order_of_likelihood(lexicon: Lexicon) -> None:
    plain = json.loads(answer_command(lexicon, Question("overview", "bank")).response)
    entries = json.loads(
        answer_command(lexicon, Question("overview", "bank", sentence=ON_THE_RIVER)).response
    )
    likelihoods = [entry.pop("likelihood") for entry in entries]

    assert likelihoods == sorted(likelihoods, reverse=True)
    assert sorted(entries, key=lambda entry: entry["sense"]) == plain


def test_an_unknown_word_in_a_sentence_has_no_senses(lexicon: Lexicon) -> None:
    reply = answer_command(lexicon, Question("definition", "hola", sentence="hola says he"))

    assert (reply.response, reply.senses) == ("[]", None)
