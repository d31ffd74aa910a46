"""`make lock`: locks each dependency group to exact versions with hashes, for all platforms at once."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

# uv chooses versions for the first group; the others take the same, so we ship the versions that we test.
GROUPS = ("dev", "gateway", "workers", "wordnet", "deploy", "node", "kubernetes", "client", "doors")
UV = "uv==0.13.9"
OLDEST_PYTHON = "3.11"

_OPTIONS = [
    *("--no-config", "--quiet", "--upgrade", "--universal", "--python-version", OLDEST_PYTHON),
    *("--generate-hashes", "--no-emit-index-url", "--custom-compile-command", "make lock"),
]


def main() -> int:
    """Rewrite requirements/*.txt."""
    uv = _uv(Path(".cache/lock"))
    # A machine's own wheels and indexes must not get into the lock.
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "UV_"))}
    for group in GROUPS:
        output = f"requirements/{group}.txt"
        constraint = [] if group == GROUPS[0] else ["--constraint", f"requirements/{GROUPS[0]}.txt"]
        command = [uv, "pip", "compile", *_OPTIONS, *constraint, "--group", group, "--output-file", output]
        subprocess.run(command, env=environment, check=True)
        print(f"wrote {output}")
    return 0


def _uv(folder: Path) -> str:
    """Return the path of uv, installing it first into a separate virtual environment in `folder`."""
    program = folder / "bin" / "uv"
    if not program.exists():
        venv.create(folder, with_pip=True)
        subprocess.run([folder / "bin" / "python", "-m", "pip", "install", "--quiet", UV], check=True)
    return str(program)


if __name__ == "__main__":
    sys.exit(main())
