"""A worker process with its pool."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tests.stack.process import ManagedProcess

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class WorkerProcess(ManagedProcess):
    """`python -m workers`, or a test's own entry point that breaks one thing about it."""

    def __init__(self, name: str, folder: Path, environ: Mapping[str, str], module: str = "workers") -> None:
        super().__init__(name, [sys.executable, "-m", module], environ, folder / f"{name}.log")
