"""The web client's list of commands is that of the catalog."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from shared.catalog import COMMANDS
from tools.list_commands import TARGET, commands_json

CHECKOUT = Path(__file__).resolve().parents[2]


def test_the_list_in_the_checkout_is_up_to_date() -> None:
    assert (CHECKOUT / TARGET).read_text() == commands_json(), "run `make web`"


def test_every_command_of_the_catalog_is_in_the_list_with_its_traits() -> None:
    listed = json.loads(commands_json())

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


def test_the_program_writes_the_list(tmp_path: Path) -> None:
    (tmp_path / TARGET).parent.mkdir(parents=True)
    environ = os.environ | {"PYTHONPATH": str(CHECKOUT)}
    subprocess.run([sys.executable, "-m", "tools.list_commands"], cwd=tmp_path, env=environ, check=True)

    assert (tmp_path / TARGET).read_text() == commands_json()
