"""Programs that a test needs and a developer's machine may lack."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest


def skip_without(need: str) -> NoReturn:
    """Skip the test and name its need; fail it in CI, where a skip would hide a missing install step."""
    if os.environ.get("CI"):
        pytest.fail(f"needs {need}", pytrace=False)
    pytest.skip(f"needs {need}")
