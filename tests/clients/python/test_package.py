"""The package as its users get it: built, installed into a fresh environment, and asking a real server."""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.stack import Stack
from tests.stack.process import CHECKOUT
from tests.stack.waiting import DEADLINE_S

SOURCE = CHECKOUT / "clients" / "python"
WHEELS = CHECKOUT / ".cache" / "client"  # of its dependencies
OURS = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())
PACKAGE = tomllib.loads((SOURCE / "pyproject.toml").read_text())["project"]

PROGRAM = """
import sys, wordwire
with wordwire.Wordwire(sys.argv[1]) as client:
    print(wordwire.__file__.startswith(sys.prefix), client.look_up("lemmatizer", "geese"))
"""


def run(*command: object, cwd: Path, environ: Mapping[str, str] | None = None) -> str:
    """Return the output of a program; fail with its errors."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environ,
        capture_output=True,
        text=True,
        timeout=10 * DEADLINE_S,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel built from it."""
    folder = tmp_path_factory.mktemp("built")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, SOURCE, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a fresh environment with the wheel and its dependencies, and nothing else."""
    if not WHEELS.exists():
        pytest.fail("The wheels of the Python client's dependencies are missing; run `make test`.")
    folder = tmp_path_factory.mktemp("fresh")
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder)
    programs = folder / "bin"
    pip = [sys.executable, "-m", "pip", "--python", programs / "python"]
    offline = ["--no-index", "--find-links", WHEELS, "--disable-pip-version-check"]
    [wheel] = built.glob("*.whl")
    run(*pip, "install", "--quiet", *offline, wheel, cwd=folder)
    return programs


def test_the_installed_command_and_library_ask_a_real_server(
    installed: Path, stack: Stack, tmp_path: Path
) -> None:
    environ = {"WORDWIRE_URL": stack.gateway.url}

    defined = run(installed / "wordwire", "define", "serendipity", cwd=tmp_path, environ=environ)
    asked = run(installed / "python", "-c", PROGRAM, stack.gateway.url, cwd=tmp_path, environ=environ)
    assert defined == "good luck in making unexpected and fortunate discoveries\n"
    assert asked == "True ['goose']\n"


def test_the_examples_of_the_readme_run(installed: Path, stack: Stack, tmp_path: Path) -> None:
    examples = re.findall(r"```python\n(.*?)```", (SOURCE / "README.md").read_text(), re.DOTALL)
    ordinary, concurrent = [
        run(
            installed / "python",
            "-c",
            example.replace("http://127.0.0.1:5000", stack.gateway.url),
            cwd=tmp_path,
        )
        for example in examples
    ]

    assert ordinary.startswith("good luck in making unexpected and fortunate discoveries\n['large', ")
    assert "\nThe opposite of hot: cold." in ordinary
    assert "\nThe opposite of happy: unhappy." in ordinary
    assert "ice cream ['frozen dessert containing cream and sugar and flavoring']\n" in concurrent


def test_the_sdist_has_what_a_build_needs(built: Path) -> None:
    [sdist] = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}

    assert {"LICENSE", "README.md", "pyproject.toml", "wordwire/py.typed", "wordwire/commands.json"} <= names


def test_what_two_files_say_is_the_same() -> None:
    assert PACKAGE["version"] == OURS["project"]["version"]
    assert PACKAGE["requires-python"] == OURS["project"]["requires-python"]
    assert PACKAGE["dependencies"] == OURS["dependency-groups"]["client"]
    assert (SOURCE / "LICENSE").read_text() == (CHECKOUT / "LICENSE").read_text()
