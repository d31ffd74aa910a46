"""The environment of the processes under test: this one's, without any setting of Wordwire's."""

from __future__ import annotations

import os

import msgspec

from shared.settings import Settings

# Where the files are is no matter of behaviour: `make test` says so for the tests too.
KEPT = frozenset({"DATA_DIR"})


def clean_environ(**settings: str) -> dict[str, str]:
    """Return this process's environment with no settings but `settings`."""
    ours = {field.encode_name for field in msgspec.structs.fields(Settings)} - KEPT
    environ = {name: value for name, value in os.environ.items() if name not in ours}
    environ["PYTHONUNBUFFERED"] = "1"
    return environ | settings
