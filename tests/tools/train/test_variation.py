"""Variations of a sentence are new texts under labels that stay true."""

from __future__ import annotations

import pytest

from tools.train import variation as module
from tools.train.examples import Placed, place
from tools.train.sentences import Previous, Sentence
from tools.train.variation import CARRIED, Variation

DRAWS = 300  # variations of one sentence; enough to see each of its kinds
CONTEXT = Previous("synonyms", "big")


def varied(sentence: Sentence, seed: int = 1) -> list[Placed]:
    """Return many variations of a sentence."""
    variation = Variation(["ice cream"], ["I thought it was {word}."], [CONTEXT], seed)
    return [variation.vary(place(sentence)) for _ in range(DRAWS)]


def marked(examples: list[Placed], label: str) -> set[str]:
    """Return the texts of all spans with a label."""
    return {each.text[start:end] for each in examples for start, end, name in each.spans if name == label}


def test_labels_stay_on_their_words() -> None:
    examples = varied(Sentence("what does 'wander' mean, wander?", "definition", term="wander"))

    assert marked(examples, "term") == {"wander", "ice cream"}
    assert {each.labels["command"] for each in examples} == {"definition"}
    assert {each.previous for each in examples} == {None, CONTEXT}


def test_the_sentence_itself_is_left_alone() -> None:
    sentence = Sentence("what does 'wander' mean?", "definition", term="wander")
    example = place(sentence)

    changed = Variation(["ox"], ["well."], [CONTEXT], seed=1)
    texts = {changed.vary(example).text for _ in range(DRAWS)}

    assert len(texts) > 20
    assert example == place(sentence)


def test_the_same_seed_gives_the_same_variations() -> None:
    sentence = Sentence("what does 'wander' mean?", "definition", term="wander")

    assert varied(sentence) == varied(sentence)
    assert varied(sentence, seed=2) != varied(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        Sentence("words that start with pre", "suggest", term="pre"),
        Sentence("bank in |we sat on the bank|", "gloss", term="bank", sentence="we sat on the bank"),
    ],
)
def test_a_word_that_no_other_can_stand_for_is_kept(sentence: Sentence) -> None:
    assert marked(varied(sentence), "term") == {sentence.term}


def test_both_terms_can_change_at_once() -> None:
    examples = varied(Sentence("is a cat like a dog", "similarity", term="cat", term2="dog"))

    pairs = {tuple(each.text[start:end] for start, end, _ in sorted(each.spans)) for each in examples}
    assert pairs == {("cat", "dog"), ("ice cream", "ice cream")}


def test_a_question_that_follows_on_keeps_a_context() -> None:
    """ "and sad?" repeats the last question, about another word."""
    sentence = Sentence(
        "and sad?", "synonyms", term="sad", refers="question", previous=Previous("synonyms", "big")
    )

    examples = varied(sentence)

    commands = {each.labels["command"] for each in examples}
    assert all(each.previous and each.previous.command == each.labels["command"] for each in examples)
    assert len(commands) > 10
    assert commands <= {*CARRIED}


def test_a_question_without_words_gets_no_new_context() -> None:
    assert {each.previous for each in varied(Sentence("rhymes?", "rhymes"))} == {None}


def test_quotes_come_off_both_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "UNQUOTED", 1)
    for chance in ("OTHER_WORDS", "SLIP", "ASIDE", "POLITE_BEFORE", "POLITE_BEHIND"):
        monkeypatch.setattr(module, chance, 0)

    examples = varied(Sentence("what is 'wander' please", "definition", term="wander"))

    assert {each.text for each in examples} == {"what is wander please"}
    assert marked(examples, "term") == {"wander"}


def test_a_slip_drops_doubles_or_swaps_letters_outside_the_term(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SLIP", 1)
    for chance in ("OTHER_WORDS", "ASIDE", "POLITE_BEFORE", "POLITE_BEHIND"):
        monkeypatch.setattr(module, chance, 0)

    examples = varied(Sentence("def ox", "definition", term="ox"))

    assert {each.text for each in examples} == {"df ox", "ddef ox", "de ox", "edf ox", "deef ox", "dfe ox"}


def test_an_aside_speaks_of_a_word_and_stands_outside_the_spans(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ASIDE", 1)
    for chance in ("OTHER_WORDS", "NEW_CONTEXT", "SLIP", "POLITE_BEFORE", "POLITE_BEHIND"):
        monkeypatch.setattr(module, chance, 0)

    examples = varied(Sentence("define ox", "definition", term="ox"))

    assert {each.text for each in examples} == {
        "I thought it was ice cream. define ox",
        "define ox. I thought it was ice cream.",
    }
    assert marked(examples, "term") == {"ox"}
