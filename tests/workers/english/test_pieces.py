# ruff: noqa: RUF001 (typographic quotes are meant)
"""A text is cut into words where no name can go on, and quotes set a stretch apart."""

from __future__ import annotations

import pytest

from workers.english.pieces import pieces_around, plain, quoted, set_apart, without_same


def pieces(line: str, part: str = "", *names: str) -> list[str]:
    """Return the pieces of a line, with a bar before each that does not join the one before."""
    start = line.index(part)
    found = pieces_around(line, start, start + len(part or line), lambda text: text in names)
    return [piece.text if piece.joins else f"|{piece.text}" for piece in found]


def apart(line: str, part: str) -> str | None:
    """Return the stretch that a part of the line touches."""
    start = line.index(part)
    stretch = set_apart(line, start, start + len(part))
    return line[slice(*stretch)] if stretch else None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("spill the beans", ["|spill", "the", "beans"]),
        ("what does “spill the beans” mean?", ["|what", "does", "|spill", "the", "beans", "|mean"]),
        ("beans — roughly — mean", ["|beans", "|roughly", "|mean"]),
        ("10,000 or 10, 20", ["|10,000", "or", "10", "|20"]),
        ("don't, o'clock U.S.A. 'hood", ["|don't", "|o'clock", "U.S.A.", "'hood"]),
        ("happy가 뭐야", ["|happy", "가", "뭐야"]),
        ("a - b / c", ["|a", "|b", "|c"]),
        ("", []),
    ],
)
def test_a_name_cannot_go_on_across_a_sign(line: str, expected: list[str]) -> None:
    assert pieces(line) == expected


@pytest.mark.parametrize(
    ("line", "part", "expected"),
    [
        ("rise/raise it", "", ["|rise", "|raise", "it"]),
        ("over 24/7 now", "", ["|over", "24/7", "now"]),
        ("the ice-cream thing", "cream", ["|the", "ice-cream", "thing"]),
    ],
)
def test_a_word_is_cut_only_if_wordnet_lacks_the_whole(line: str, part: str, expected: list[str]) -> None:
    """At a slash always; at a hyphen only where the span begins or ends there."""
    assert pieces(line, part, "24/7", "ice-cream") == expected


def test_each_piece_knows_its_place() -> None:
    line = "what's  “ice cream”?"

    found = pieces_around(line, 0, len(line), lambda _: False)

    assert [line[piece.start : piece.end] for piece in found] == [piece.text for piece in found]


def test_only_whole_words_near_the_span_are_cut() -> None:
    """A text of 1,000 characters costs as little as a sentence."""
    line = " ".join(f"w{number}x" for number in range(200))
    start = line.index("w100x")

    found = [piece.text for piece in pieces_around(line, start, start + 5, lambda _: False)]

    assert 20 < len(found) < 60
    assert "w100x" in found
    assert set(found[:-1]) <= set(line.split())


@pytest.mark.parametrize(
    ("line", "part", "stretch"),
    [
        ('what does "hot dog" mean', "dog", "hot dog"),
        ("what does “spill the beans” mean", "beans", "spill the beans"),
        ("«été» is", "été", "été"),
        ("**bold** here", "bold", "bold"),
        ("use 'bank' in it's own words", "bank", "bank"),
        ("use 'bank' in it's own words", "own", None),
        ("the boys' and the girls' things", "girls", None),
        ('define "a" and "b"', "b", "b"),
        ("well-known and co-opted", "known", None),
        ('say "..." twice', "...", None),
        ('say "' + "x " * 40 + '" twice', "x x", None),
    ],
)
def test_a_stretch_in_quotes_stands_apart(line: str, part: str, stretch: str | None) -> None:
    """An apostrophe is no quote, and a quotation as long as a sentence is no term."""
    assert apart(line, part) == stretch


def test_plain_signs_stand_at_the_old_places() -> None:
    typed = "it’s an ice‐cream\N{NO-BREAK SPACE}van"

    assert plain(typed) == "it's an ice-cream van"
    assert len(plain(typed)) == len(typed)


def test_the_word_behind_both_of_two_is_no_part_of_them() -> None:
    text = "the difference between principal amount and principle amount"

    assert without_same(text) == "the difference between principal and principle"
    assert without_same("an old car or a new car") == "an old car or a new car"


def test_quotations_are_found_once_each() -> None:
    assert quoted('I write "loose" for “lose”, and "loose" is wrong') == ["loose", "lose"]
