"""A client gets the code and message of our errors; any other exception is `internal`, without its text."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from shared import errors
from shared.errors import INTERNAL_MESSAGE, WordwireError, wire_code_and_message, wire_codes


def tree(cls: type[WordwireError], depth: int = 0) -> Iterator[tuple[int, str]]:
    """Yield depth and name of each class of shared.errors, in the order of their definition."""
    yield depth, cls.__name__
    for sub in cls.__subclasses__():
        if sub.__module__ == errors.__name__:
            yield from tree(sub, depth + 1)


def drawn() -> Iterator[tuple[int, str]]:
    """Yield depth and name of each class in the drawing, four characters wide per level."""
    for branches, name in re.findall(r"^([│├└─ ]*)(\w+)  +\w", errors.__doc__ or "", re.MULTILINE):
        yield len(branches) // 4, name


def test_the_docstring_draws_the_whole_tree() -> None:
    assert list(drawn()) == list(tree(WordwireError))


@pytest.mark.parametrize("cls", [cls for cls in vars(errors).values() if isinstance(cls, type)])
def test_an_error_shows_its_message_only_with_a_code_of_its_own(cls: type[WordwireError]) -> None:
    code, message = wire_code_and_message(cls("redis://user:password@host is down"))

    assert code == cls.code
    assert message == (INTERNAL_MESSAGE if code == "internal" else "redis://user:password@host is down")


@pytest.mark.parametrize("error", [ValueError("/etc/passwd"), KeyboardInterrupt(), RecursionError()])
def test_any_other_exception_is_internal(error: BaseException) -> None:
    assert wire_code_and_message(error) == ("internal", INTERNAL_MESSAGE)


def test_codes_of_subclasses_at_any_depth_are_among_the_wire_codes() -> None:
    assert {"internal", "bad_request", "busy", "timeout", "room_full"} <= wire_codes()
