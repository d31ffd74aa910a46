"""One version: in the code, in both packages and in docker-compose.yml."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

from shared.settings import read_settings
from shared.version import VERSION, build_of

ROOT = Path(__file__).resolve().parents[2]


def test_every_file_names_the_same_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    page = json.loads((ROOT / "gateway" / "web" / "package.json").read_text())
    compose = set(re.findall(r"WORDWIRE_VERSION:-([^}]*)}", (ROOT / "docker-compose.yml").read_text()))

    assert {project["version"], page["version"], *compose} == {VERSION}


def test_the_commit_is_the_environments() -> None:
    settings = read_settings({"WORDWIRE_COMMIT": "abc1234"})

    assert build_of(settings) == {"version": VERSION, "commit": "abc1234"}
