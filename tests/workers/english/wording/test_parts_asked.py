"""Yes or no to a question for several parts of speech, or for one that WordNet lacks."""

from __future__ import annotations

import pytest

from workers.english.wording.parts_asked import asks_parts, on_parts


@pytest.mark.parametrize(
    ("word", "found", "text", "said"),
    [
        ("shim", ["n"], "is it a verb as well as a noun", ["No, not a verb in WordNet."]),
        ("run", ["v", "n"], "is it both a noun and a verb", ["Yes."]),
        ("shim", ["n"], "is it only a noun", ["Yes, only that."]),
        ("fun", ["n"], "is it just a noun or a verb", []),
        ("bespoke", ["s", "v"], "is it only an adjective", ["No, not only."]),
        ("quick", ["a"], "is it an adverb", []),
        ("quick", ["a"], "what part of speech is it", []),
    ],
)
def test_all_parts_are_needed_for_a_yes(word: str, found: list[str], text: str, said: list[str]) -> None:
    assert [each.text for each in on_parts(word, found, text)] == said


def test_our_own_notes_have_the_kinds_that_wordnet_lacks() -> None:
    [said] = on_parts("alas", ["r"], "what part of speech is it")
    yes, own = on_parts("between", ["r"], "is it a preposition")
    [unknown] = on_parts("dog", ["n"], "is it an interjection")

    assert (said.words, own.words) == (["alas", "an interjection"], ["between", "a preposition"])
    assert yes.key == "is_so"
    assert "does not say whether it is an interjection" in unknown.text


def test_a_question_for_several_parts_is_for_no_single_one() -> None:
    assert asks_parts("pos", "is goodbye a noun or an interjection")
    assert asks_parts("pos", "is shim only a noun")
    assert asks_parts("difference", "advice or advise, which is the noun")
    assert not asks_parts("pos", "is shim a verb")
