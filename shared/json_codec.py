"""msgspec as the JSON module of Socket.IO and Celery: the `dumps` and `loads` that both expect."""

from __future__ import annotations

from typing import Any

import msgspec

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder()


def dumps(value: Any, **_standard_library_options: Any) -> str:
    """Return `value` as compact JSON text; the options that libraries pass have no effect."""
    return _encoder.encode(value).decode()


def loads(text: str | bytes) -> Any:
    """Return the value of the JSON `text`; raises ValueError if it is not JSON, or nested too deep."""
    try:
        return _decoder.decode(text)
    except RecursionError:
        raise ValueError("JSON is nested too deep") from None
