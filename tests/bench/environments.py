"""Separate Python environments for packages that the project itself must not depend on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.bench.processes import REPOSITORY

HERE = Path(__file__).parent


def python_with(name: str) -> str:
    """Return the Python of an environment with requirements-`name`.txt, installing it first if necessary."""
    requirements = HERE / f"requirements-{name}.txt"
    folder = REPOSITORY / ".cache" / f"bench-{name}"
    python, stamp = folder / "bin" / "python", folder / "installed.txt"
    wanted = f"{sys.version}\n{requirements.read_text()}"
    if not stamp.exists() or stamp.read_text() != wanted:
        print(f"Installing {requirements.name} into {folder} ...", file=sys.stderr, flush=True)
        subprocess.run((sys.executable, "-m", "venv", "--clear", str(folder)), check=True)
        install = (str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        subprocess.run((*install, "-r", str(requirements)), check=True)
        stamp.write_text(wanted)
    return str(python)
