"""Each client's list of commands is that of the catalog."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from shared.catalog import COMMANDS
from tools.list_commands import TARGETS, for_python, for_the_web

CHECKOUT = Path(__file__).resolve().parents[2]
PYTHON_LIST = Path("clients/python/wordwire/commands.json")


def test_the_list_in_the_checkout_is_up_to_date() -> None:
    assert (CHECKOUT / PYTHON_LIST).read_text() == for_python(), "run `make web`"


def test_every_command_of_the_catalog_is_in_the_list_with_its_traits() -> None:
    listed = json.loads(for_the_web())

    assert [each["name"] for each in listed] == [command.name for command in COMMANDS]
    by_name = {each["name"]: each for each in listed}
    assert by_name["similarity"] == {
        "name": "similarity",
        "title": "Compare two words",
        "needsWord": True,
        "needsSecondWord": True,
        "takesPos": True,
        "inMenu": True,
        "givesWords": False,
        "mostCharacters": 100,
    }
    assert not by_name["help"]["needsWord"]
    assert not by_name["help"]["takesPos"]
    assert not by_name["map"]["inMenu"]
    assert by_name["synonyms"]["givesWords"]
    assert by_name["reverse"]["mostCharacters"] == 300


def test_the_list_for_python_says_how_many_terms_a_command_takes() -> None:
    listed = json.loads(for_python())

    assert list(listed) == [command.name for command in COMMANDS]
    assert {name: listed[name]["words"] for name in ("random", "synonyms", "similarity")} == {
        "random": 0,
        "synonyms": 1,
        "similarity": 2,
    }


def test_the_program_writes_the_lists(tmp_path: Path) -> None:
    environ = os.environ | {"PYTHONPATH": str(CHECKOUT)}
    subprocess.run([sys.executable, "-m", "tools.list_commands"], cwd=tmp_path, env=environ, check=True)

    assert all((tmp_path / target).read_text() == text() for target, text in TARGETS.items())
