"""The examples of docs/doors.md work as they are written, and its table has every tool."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

from gateway.doors.described import TOOLS
from tests.stack import Stack
from tests.stack.missing import skip_without
from tests.stack.waiting import DEADLINE_S

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "doors.md").read_text()


def example(title: str, language: str, stack: Stack) -> str:
    """Return the first example under a heading, for this stack's gateway."""
    section = PAGE.partition(f"\n## {title}\n")[2].partition("\n## ")[0]
    found = re.search(rf"```{language}\n(.*?)```", section, re.DOTALL)
    assert found is not None, title
    return found[1].replace("http://127.0.0.1:5000", stack.gateway.url)


def output(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=DEADLINE_S, check=True)
    return done.stdout


def test_python_s_example_prints_the_meanings(stack: Stack) -> None:
    lines = output(sys.executable, "-c", example("Python", "python", stack)).splitlines()

    assert lines[0] == "goose"
    assert lines[1].startswith("- web-footed long-necked")


def test_curl_s_examples_are_answered(stack: Stack) -> None:
    if shutil.which("curl") is None:
        skip_without("curl")
    answers = [
        output(*command) for line in example("curl", "sh", stack).splitlines() if (command := words_of(line))
    ]

    assert all(
        word in answer for word, answer in zip(("felicitous", "acrophobia", "whale"), answers, strict=True)
    )
    assert not [answer for answer in answers if '"code"' in answer]


def words_of(line: str) -> list[str]:
    """Return the words of a command line."""
    return [quoted or plain for quoted, plain in re.findall(r"'([^']*)'|(\S+)", line)]


def test_the_table_has_every_tool() -> None:
    section = PAGE.partition("\n## An agent\n")[2].partition("\n## ")[0]

    assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == list(TOOLS)
