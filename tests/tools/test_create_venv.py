"""`make venv` keeps a working virtual environment, replaces a broken one, and refuses too old a Python."""

from __future__ import annotations

import ast
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from tests.stack.waiting import DEADLINE_S, wait_until
from tools import create_venv
from tools.create_venv import main, works

SOURCE = Path(create_venv.__file__)


def fake_venv(folder: Path, script: str) -> Path:
    """Make a folder whose bin/python is a shell script."""
    python = folder / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f"#!/bin/sh\n{script}\n")
    python.chmod(0o755)
    return folder


def test_a_python_with_pip_whose_prefix_is_the_folder_works(tmp_path: Path) -> None:
    assert works(Path(sys.prefix))
    assert works(fake_venv(tmp_path / "venv", f"echo {tmp_path}/venv"))


@pytest.mark.parametrize("script", ["echo /usr", "exit 1"], ids=["no virtual environment", "without pip"])
def test_any_other_does_not(tmp_path: Path, script: str) -> None:
    assert not works(fake_venv(tmp_path / "venv", script))
    assert not works(tmp_path / "missing")


def test_a_working_environment_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    venv = fake_venv(tmp_path / "venv", f"echo {tmp_path}/venv")

    assert main(venv) == 0
    assert list(venv.rglob("*")) == [venv / "bin", venv / "bin" / "python"]
    assert capsys.readouterr().out == ""


def test_a_broken_environment_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    venv = fake_venv(tmp_path / "venv", "exit 1")
    python = fake_venv(tmp_path / "system", f'echo "$@" > {tmp_path}/arguments') / "bin" / "python"
    monkeypatch.setattr(sys, "executable", str(python))

    assert main(venv) == 0
    assert (tmp_path / "arguments").read_text() == f"-m venv --clear {venv}\n"
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    assert capsys.readouterr().out == f"Creating {venv} with Python {version} ...\n"


def test_a_python_without_venv_leads_to_the_package_that_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    python = fake_venv(tmp_path / "system", "exit 3") / "bin" / "python"
    monkeypatch.setattr(sys, "executable", str(python))

    assert main(tmp_path / "venv") == 3
    assert "apt-get install python3-venv" in capsys.readouterr().err


def test_a_python_that_is_too_old_hears_which_one_to_take(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(create_venv, "OLDEST", (99, 1))

    assert main(tmp_path / "venv") == 1
    said = capsys.readouterr().err
    assert said.startswith(f"Wordwire needs Python 99.1 or later; {sys.executable} is {sys.version_info[0]}.")
    assert "make PYTHON=python3" in said
    assert not (tmp_path / "venv").exists()


def test_ctrl_c_ends_it_and_its_children_without_a_traceback(tmp_path: Path) -> None:
    command = [sys.executable, str(SOURCE), str(tmp_path / "venv")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as creating:
        creator = psutil.Process(creating.pid)
        # Python makes bin/python, and then starts a child that needs seconds to install pip.
        wait_until((tmp_path / "venv" / "bin" / "python").exists, "the environment's Python")
        children = wait_until(lambda: creator.children(recursive=True), "the installation of pip")
        creating.send_signal(signal.SIGINT)
        output, _ = creating.communicate(timeout=DEADLINE_S)

    assert creating.returncode == 130
    assert children
    assert "Traceback" not in output.decode()
    wait_until(lambda: not any(child.is_running() for child in children), "its children to end")


def test_old_pythons_can_read_it() -> None:
    tree = ast.parse(SOURCE.read_text(), feature_version=(3, 6))
    imports = [node for node in ast.walk(tree) if isinstance(node, (ast.Import, ast.ImportFrom))]
    names = {alias.name for node in imports if isinstance(node, ast.Import) for alias in node.names}
    names |= {str(node.module) for node in imports if isinstance(node, ast.ImportFrom)}

    assert names == {"os", "signal", "subprocess", "sys", "pathlib"}
