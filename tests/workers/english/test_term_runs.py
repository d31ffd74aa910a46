"""The longest name of WordNet around a span is found, and it has no word of the question in it."""

from __future__ import annotations

import pytest

from workers.english.term_runs import Runs
from workers.wordnet.correction.name_index import NameIndex, name_index
from workers.wordnet.lexicon import Lexicon


@pytest.fixture(scope="module")
def names(lexicon: Lexicon) -> NameIndex:
    return name_index(lexicon)


def around(names: NameIndex, line: str, part: str) -> Runs:
    """Return the runs around a part of a line."""
    start = line.index(part)
    return Runs(names, line, start, start + len(part))


@pytest.mark.parametrize(
    ("line", "span", "core"),
    [
        ("define the ice cream", "the ice cream", "ice cream"),
        ("define the", "the", "the"),
        ("what does happy! mean", "happy!", "happy"),
        ("is A level hard", "A level hard", "level hard"),
    ],
)
def test_the_core_is_the_span_without_an_article(names: NameIndex, line: str, span: str, core: str) -> None:
    """One word always stays."""
    assert around(names, line, span).core == core


@pytest.mark.parametrize(
    ("line", "part", "found"),
    [
        ("what is a hot dog stand", "dog", ("hot dog", "hot_dog")),
        ("what is jack-o'-lantern?", "lantern", ("jack-o'-lantern", "jack-o'-lantern")),
        ("does hold on mean wait", "hold on", ("hold on", "hold_on")),
        ("use run in a sentence", "run", ("run", "run")),
        ("words ending in time", "time", ("time", "time")),
        ("what is a level", "level", ("level", "level")),
        ("a hot, dog day", "dog", ("dog", "dog")),
        ("what is zzqxv", "zzqxv", None),
    ],
)
def test_the_widest_run_is_the_name_that_was_meant(
    names: NameIndex, line: str, part: str, found: tuple[str, str] | None
) -> None:
    """It neither crosses a sign nor begins or ends with a word that belongs to the question."""
    runs = around(names, line, part)

    assert runs.widest() == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("boy's", ("boy", "boy")),
        ("'happy'", ("happy", "happy")),
        ("happy.", ("happy", "happy")),
        ("etc.", ("etc.", "etc.")),
        ("'hood", ("'hood", "'hood")),
        ("N.A.T.O.", ("N.A.T.O.", "nato")),
    ],
)
def test_a_run_has_the_signs_of_its_name_and_no_others(
    names: NameIndex, typed: str, found: tuple[str, str]
) -> None:
    runs = Runs(names, typed)

    assert runs.widest() == found


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("hot dog stand", ("hot dog", "hot_dog")),
        ("complains of", ("complains", "complains")),
        ("a lot of", ("a lot", "a_lot")),
        ("very happy", ("happy", "happy")),
        ("of the with", None),
        ("zzqxv dog", None),
    ],
)
def test_a_name_that_is_most_of_an_unknown_phrase_is_its_part(
    names: NameIndex, phrase: str, found: tuple[str, str] | None
) -> None:
    runs = Runs(names, phrase)

    assert runs.part() == found


def test_a_span_of_signs_has_no_runs(names: NameIndex) -> None:
    assert Runs(names, "?? happy", 0, 2).core == ""
    assert Runs(names, "?? happy", 3, 8).core == "happy"
