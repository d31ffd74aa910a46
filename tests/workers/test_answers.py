"""Every lookup gets its reply: a command from the table, a sentence from workers.english."""

from __future__ import annotations

import msgspec
import pytest

from shared.errors import UnknownCommand
from shared.messages import Context, Lookup, Question, Reply, Where
from workers.answers import answer, encoded_answer
from workers.commands.answer_cache import AnswerCache
from workers.wordnet.lexicon import Lexicon


def reply(lexicon: Lexicon, cache: AnswerCache, **fields: object) -> Reply:
    return msgspec.json.decode(encoded_answer(lexicon, Question(**fields), cache), type=Reply)


def test_a_command_and_a_sentence_get_the_same_answer(lexicon: Lexicon) -> None:
    by_command = answer(lexicon, Question("hypernyms", "oak"))
    by_sentence = answer(lexicon, Question("ask", text="what is an oak a kind of?"))

    assert (by_sentence.option, by_sentence.word) == ("hypernyms", "oak")
    assert by_sentence.response == by_command.response


def test_only_who_asks_for_the_page_of_a_word_gets_it(lexicon: Lexicon) -> None:
    cache = AnswerCache()
    alone, with_page, again = (
        reply(lexicon, cache, command="overview", word="dog", page=page) for page in (False, True, False)
    )

    assert alone == again
    assert alone.page is None
    assert with_page.page
    assert "<h1>dog</h1>" in with_page.page[1]
    assert with_page.response == alone.response


def test_an_unknown_command_is_refused(lexicon: Lexicon) -> None:
    with pytest.raises(UnknownCommand):
        answer(lexicon, Question("greeting", "dog"))


def test_the_second_asker_gets_the_reply_from_the_cache(lexicon: Lexicon) -> None:
    cache = AnswerCache()
    by_ann, by_bob = (Lookup("definition", "dog", key=key, namespace="/", room=key) for key in ("ann", "bob"))

    first, second = encoded_answer(lexicon, by_ann, cache), encoded_answer(lexicon, by_bob, cache)

    assert first is second
    assert len(cache) == 1


def test_lookups_that_differ_in_any_field_have_entries_of_their_own(lexicon: Lexicon) -> None:
    cache = AnswerCache()
    asked = [
        {"command": "definition", "word": "dog"},
        {"command": "definition", "word": "dog", "pos": "v"},
        {"command": "definition", "word": "dog", "sentence": "a hot dog with mustard"},
        {"command": "definition", "word": "dog", "sentence": "the dog barked"},
        {"command": "hyponyms", "word": "dog", "where": Where(letters=5)},
        {"command": "hyponyms", "word": "dog", "where": Where(letters=6)},
        {"command": "inflect", "word": "dog"},
        {"command": "inflect", "word": "dog", "form": "plural"},
        {"command": "similarity", "word": "dog", "word2": "cat"},
        {"command": "similarity", "word": "dog", "word2": "car"},
        {"command": "ask", "text": "and as a verb?", "context": Context("definition", "light")},
        {"command": "ask", "text": "and as a verb?", "context": Context("definition", "run")},
    ]

    replies = [reply(lexicon, cache, **each).response for each in asked * 2]

    # The same question with its page has another reply, but the same response.
    assert {"page"} | {field for each in asked for field in each} == set(Question.__struct_fields__)
    assert len(set(replies)) == len(cache) == len(asked)
    assert replies[: len(asked)] == replies[len(asked) :]


def test_small_talk_is_cached(lexicon: Lexicon) -> None:
    cache = AnswerCache()

    assert reply(lexicon, cache, command="ask", text="hello").option == "greeting"
    assert len(cache) == 1


def test_random_words_are_never_cached(lexicon: Lexicon) -> None:
    cache = AnswerCache()
    found = {reply(lexicon, cache, command="random").response for _ in range(10)}
    found |= {reply(lexicon, cache, command="ask", text="a random word").response for _ in range(10)}

    assert len(found) > 15
    assert len(cache) == 0
