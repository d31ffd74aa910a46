"""PyTorch is in the environment of `make train` only: `make test-train` runs the modules that need it.

Other runs skip them, with that reason.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Final, NoReturn

import pytest

NEED_PYTORCH: Final = {"test_encoder.py", "test_export.py", "test_fit.py", "test_model_file.py"}


class Skipped(pytest.Module):
    """A module that is not even imported."""

    def collect(self) -> NoReturn:
        pytest.skip("PyTorch is in the training environment only: run `make test-train`")


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> pytest.Module | None:
    """Skip a module that needs PyTorch, unless it is there."""
    if module_path.name in NEED_PYTORCH and find_spec("torch") is None:
        return Skipped.from_parent(parent, path=module_path)
    return None
