"""`make web` installs and builds only when needed, with a Node.js that can; stand-ins play node and npm."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools.web_client import BUILT_FROM, WEB, environment_with_node, is_recent_enough, main

CHECKOUT = Path(__file__).resolve().parents[2]


class Checkout:
    """A small checkout with sources of a web client, and programs that log how they are called."""

    def __init__(self, folder: Path) -> None:
        self.web = folder / WEB
        self.programs = folder / "bin"
        self.log = folder / "log"
        (self.web / "src").mkdir(parents=True)
        self.programs.mkdir()
        self.write("package.json", "{}")
        self.write("package-lock.json", "1")
        self.write("src/main.ts", "1")
        self.has("node", "echo v22.12.0")
        self.has("npm", 'mkdir -p dist node_modules; echo built > dist/index.html; test "$2" != broken')

    def has(self, program: str, script: str) -> None:
        """Install a stand-in for `program`."""
        path = self.programs / program
        path.write_text(f'#!/bin/sh\nPATH=/usr/bin:/bin\necho "{program} $*" >> {self.log}\n{script}\n')
        path.chmod(0o755)

    def write(self, name: str, content: str) -> None:
        (self.web / name).write_text(content)

    def calls(self) -> list[str]:
        """Return the calls of npm since the last time."""
        lines = self.log.read_text().splitlines() if self.log.exists() else []
        self.log.unlink(missing_ok=True)
        return [line for line in lines if line.startswith("npm")]


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checkout:
    """A small checkout, as the current folder, with its programs alone on PATH."""
    made = Checkout(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(made.programs))
    return made


INSTALL = "npm ci --no-audit --no-fund --loglevel=error"
BUILD = "npm run build --silent"


def test_the_first_call_installs_and_builds_and_the_second_does_nothing(checkout: Checkout) -> None:
    assert main([]) == 0
    assert checkout.calls() == [INSTALL, BUILD]
    assert main([]) == 0
    assert checkout.calls() == []


@pytest.mark.parametrize(
    ("changed", "calls"),
    [
        ("src/main.ts", [BUILD]),
        ("src/new.ts", [BUILD]),
        ("package-lock.json", [INSTALL, BUILD]),
        ("src/main.test.ts", []),
        ("dist/index.html", []),
        ("node_modules/package.js", []),
    ],
)
def test_a_change_repeats_only_the_steps_that_need_it(
    checkout: Checkout, changed: str, calls: list[str]
) -> None:
    main([])
    checkout.calls()
    checkout.write(changed, "2")

    assert main([]) == 0
    assert checkout.calls() == calls


def test_a_build_that_failed_is_repeated(checkout: Checkout) -> None:
    checkout.has("npm", 'mkdir -p dist node_modules; test "$2" != build')

    for _ in range(2):
        checkout.calls()
        with pytest.raises(subprocess.CalledProcessError):
            main([])
        assert BUILD in checkout.calls()
        assert not BUILT_FROM.exists()


def test_scripts_run_in_order_after_the_installation(checkout: Checkout) -> None:
    assert main(["lint", "types"]) == 0
    assert checkout.calls() == [INSTALL, "npm run --silent lint", "npm run --silent types"]
    assert not BUILT_FROM.exists()


def test_a_checkout_without_the_client_needs_no_node(checkout: Checkout) -> None:
    (checkout.web / "package.json").unlink()

    assert main([]) == 0
    assert checkout.calls() == []


def test_a_failure_names_the_command(checkout: Checkout) -> None:
    environ = os.environ | {"PYTHONPATH": str(CHECKOUT)}
    command = [sys.executable, "-m", "tools.web_client", "broken"]
    checkout.has("npm", 'mkdir -p node_modules; test "$3" != broken')
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert done.stderr.endswith("/npm run --silent broken says why above.\n")


@pytest.mark.parametrize(
    ("version", "is_recent"),
    [
        ("v18.20.4", False), ("v20.18.9", False), ("v20.19.0", True), ("v20.20.1", True),
        ("v21.7.3", False), ("v22.11.0", False), ("v22.12.0", True), ("v24.1.0\n", True), ("", False),
    ],
)  # fmt: skip
def test_only_some_versions_of_node_can_build_the_client(version: str, is_recent: bool) -> None:
    assert is_recent_enough(version) is is_recent


def test_a_recent_node_on_path_is_used(checkout: Checkout) -> None:
    assert environment_with_node()["PATH"] == str(checkout.programs)


@pytest.mark.parametrize("missing", ["node", "npm"])
def test_without_one_the_virtual_environments_own_comes_first(
    checkout: Checkout, missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (checkout.programs / missing).unlink()
    monkeypatch.setattr(sys, "prefix", str(checkout.web.parent))
    own = checkout.web.parent / "bin"
    own.mkdir()
    (own / "npm").touch()

    assert environment_with_node()["PATH"] == f"{own}:{checkout.programs}"


def test_a_node_that_is_too_old_is_replaced_by_pypis(
    checkout: Checkout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """pip is a stand-in, too; it leaves the package that the programs are linked from."""
    checkout.has("node", "echo v18.20.4")
    wheel = tmp_path / "wheel"
    (wheel / "bin").mkdir(parents=True)
    (wheel / "bin" / "node").touch()
    npm = wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    npm.parent.mkdir(parents=True)
    npm.touch()
    checkout.has("python", f'test "$1" != -c || echo {wheel}')
    venv = tmp_path / "venv"
    (venv / "bin").mkdir(parents=True)
    monkeypatch.setattr(sys, "prefix", str(venv))
    monkeypatch.setattr(sys, "executable", str(checkout.programs / "python"))

    assert environment_with_node()["PATH"].startswith(f"{venv}/bin:")
    assert (venv / "bin" / "node").resolve() == wheel / "bin" / "node"
    assert (venv / "bin" / "npm").resolve() == npm
    installing = "python -m pip install --quiet --require-hashes -r requirements/node.txt"
    assert installing in checkout.log.read_text().splitlines()


def test_the_files_are_compressed_wherever_the_checkout_is(tmp_path: Path) -> None:
    web = tmp_path / "wörd & wire"
    (web / "dist").mkdir(parents=True)
    (web / "dist" / "page.html").write_text("page" * 1000)
    shutil.copy(CHECKOUT / WEB / "compress.mjs", web)
    environ = environment_with_node()
    node = shutil.which("node", path=environ["PATH"])
    assert node

    subprocess.run([node, web / "compress.mjs"], env=environ, check=True)

    assert {path.name for path in (web / "dist").iterdir()} == {"page.html", "page.html.gz", "page.html.br"}
