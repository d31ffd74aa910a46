"""The environment of the processes under test: this process's, without any Wordwire setting."""

from __future__ import annotations

import os

import msgspec

from shared.settings import Settings

# DATA_DIR names a place and changes no behaviour; `make test` sets it for the tests, too.
KEPT = frozenset({"DATA_DIR"})


def clean_environ(**settings: str) -> dict[str, str]:
    """Return this process's environment with `settings` as its only Wordwire settings."""
    ours = {field.encode_name for field in msgspec.structs.fields(Settings)} - KEPT
    environ = {name: value for name, value in os.environ.items() if name not in ours}
    environ["PYTHONUNBUFFERED"] = "1"
    return environ | settings
