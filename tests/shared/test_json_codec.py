"""msgspec behaves like the standard library's json where Socket.IO and Celery depend on it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from shared import json_codec


@pytest.mark.parametrize(
    "value", [None, True, 0, 2**53, -1.5, "", 'Ünï "quoted"\n\x00', [], {"a": [1, {"b": None}]}]
)
def test_values_survive_both_ways(value: Any) -> None:
    text = json_codec.dumps(value)

    assert json_codec.loads(text) == json_codec.loads(text.encode()) == json.loads(text) == value


def test_text_is_compact_whatever_options_a_library_passes() -> None:
    assert json_codec.dumps({"a": [1, 2]}, separators=(", ", ": "), default=str) == '{"a":[1,2]}'


@pytest.mark.parametrize("text", ["", "{", "{'a': 1}", "NaN", b"\xff", "[" * 100_000])
def test_malformed_text_raises_a_value_error(text: str | bytes) -> None:
    """Both libraries catch only this class; text that is nested too deep is no exception."""
    with pytest.raises(ValueError, match=r".+"):
        json_codec.loads(text)
