"""Node.js for the bench, and the packages of a folder, installed on first use."""

from __future__ import annotations

import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

from tools.web_client import environment_with_node

LOAD_GENERATOR = Path(__file__).parent


@cache
def node(folder: Path = LOAD_GENERATOR) -> str:
    """Return the path of Node.js, once the packages of `folder`'s package-lock.json are installed there."""
    environment = environment_with_node()
    lock, installed_from = folder / "package-lock.json", folder / "node_modules" / ".installed-from"
    if not installed_from.exists() or installed_from.read_text() != lock.read_text():
        print(f"Installing the packages of {folder.name} ...", file=sys.stderr, flush=True)
        npm = shutil.which("npm", path=environment["PATH"]) or "npm"
        quietly = ("--no-audit", "--no-fund", "--loglevel=error")
        subprocess.run((npm, "ci", *quietly), cwd=folder, env=environment, check=True, stdout=sys.stderr)
        installed_from.write_text(lock.read_text())
    return shutil.which("node", path=environment["PATH"]) or "node"
