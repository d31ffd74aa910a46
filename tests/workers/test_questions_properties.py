"""Whatever is typed: a question is answered, in a time that grows no faster than its length."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from shared.catalog import BY_NAME
from shared.messages import Context
from tests.eval.utterances import read
from tests.workers.questions import ask, found
from workers.frame_words import FORMS
from workers.questions import prepare
from workers.sentences import LONGEST
from workers.understanding import understand
from workers.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable

    from workers.lexicon import Lexicon

SOCIAL = {"greeting", "thanks", "unknown"}
# Any Unicode; and the words of questions in any order, which reach deeper.
ANYTHING = st.text(max_size=LONGEST)
FRAMES = st.lists(
    st.sampled_from([*FORMS, "happy", "ice cream", '"', "'", ",", "?", "...", "no wait", "zzqx", "42"]),
    max_size=40,
).map(" ".join)
COMMANDS = st.builds("/{} {}".format, st.sampled_from([*BY_NAME, "synonmys", "define"]), FRAMES | ANYTHING)
CONTEXTS = st.none() | st.builds(
    Context,
    command=st.sampled_from(["", *BY_NAME, *SOCIAL]) | st.text(max_size=10),
    word=st.sampled_from(["", "light", "geese", "zzqx"]) | st.text(max_size=30),
    pos=st.sampled_from([None, "n", "v", "a", "s", "r"]),
)


@pytest.fixture(scope="module", autouse=True)
def prepared(lexicon: Lexicon) -> None:
    """Build the indexes first, so that no example is slow for it."""
    prepare(lexicon)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=ANYTHING | FRAMES | COMMANDS, context=CONTEXTS)
@example(text="\ud800 lone surrogate", context=None)
@example(text="ﷺ" * LONGEST, context=None)
@example(text="define \x00", context=Context("similarity", "cat"))
@example(text="and it?", context=Context("similarity", "zzqx"))
@example(text="what about dog", context=Context("similarity", ""))
@example(text="/synonyms \ud800", context=None)
def test_every_question_is_answered(lexicon: Lexicon, text: str, context: Context | None) -> None:
    """It never raises; the option is known, the response a list, and there is something to read."""
    reply = ask(lexicon, text, context)

    assert reply.option in {*BY_NAME, *SOCIAL}
    assert isinstance(json.loads(reply.response), list)
    assert reply.text
    assert reply.suggestions
    assert len(reply.suggestions) <= 4


@settings(max_examples=60, deadline=None)
@given(text=FRAMES | COMMANDS | st.sampled_from([utterance.text for utterance in read("development")]))
def test_every_suggestion_has_an_answer(lexicon: Lexicon, text: str) -> None:
    """What is offered can be asked as it stands."""
    for suggestion in ask(lexicon, text).suggestions or []:
        reply = ask(lexicon, suggestion)

        assert reply.option in BY_NAME, suggestion
        assert found(reply) or reply.error, suggestion


@settings(max_examples=200, deadline=None)
@given(term=st.text(max_size=60))
def test_suggested_words_exist(lexicon: Lexicon, term: str) -> None:
    """Nothing is made up."""
    words = vocabulary(lexicon)

    assert all(words.is_word(near) for near in words.suggestions(term, 4))


def best_ms(run: Callable[[], object]) -> float:
    """Return the milliseconds of this thread's own time that the quickest of several runs takes."""
    times = []
    for _ in range(7):
        started = time.thread_time()
        run()
        times.append(time.thread_time() - started)
    return min(times) * 1000


@pytest.mark.parametrize(
    "unit",
    [
        "what does ", "synonym of ", "a", "the ", "what is a ", "'", '"a ', "| ", "é", "no wait ", "happy ",
        "zq ", "how similar are x and ", "as a verb ", "pleese ", "and ", "?*", "part of ", "🙂", "x's ",
        "a-", "a.", "!", "/similarity a ", "/synonyms a, ", "/synonmys and ",
    ],
)  # fmt: skip
def test_time_grows_no_faster_than_the_text(lexicon: Lexicon, unit: str) -> None:
    """Four times the text takes at most some four times as long, and never long."""
    words = vocabulary(lexicon)
    long = (unit * LONGEST)[:LONGEST]
    short = long[: LONGEST // 4]

    long_ms = best_ms(lambda: understand(words, long))
    short_ms = best_ms(lambda: understand(words, short))

    # Generous, for the clock and for what only a longer text can contain.
    assert long_ms < 4 * 3 * short_ms + 2
    assert long_ms < 20
