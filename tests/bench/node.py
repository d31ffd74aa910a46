"""The load generator's Node.js and its packages, installed on first use."""

from __future__ import annotations

import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

from tools.web_client import environment_with_node

HERE = Path(__file__).parent
LOCK = HERE / "package-lock.json"
INSTALLED_FROM = HERE / "node_modules" / ".installed-from"


@cache
def node() -> str:
    """Return the path of Node.js, once the load generator's packages are installed."""
    environment = environment_with_node()
    if not INSTALLED_FROM.exists() or INSTALLED_FROM.read_text() != LOCK.read_text():
        print("Installing the load generator's Socket.IO client ...", file=sys.stderr, flush=True)
        npm = shutil.which("npm", path=environment["PATH"]) or "npm"
        quietly = ("--no-audit", "--no-fund", "--loglevel=error")
        subprocess.run((npm, "ci", *quietly), cwd=HERE, env=environment, check=True, stdout=sys.stderr)
        INSTALLED_FROM.write_text(LOCK.read_text())
    return shutil.which("node", path=environment["PATH"]) or "node"
