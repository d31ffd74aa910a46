"""The examples of docs/doors.md work as they are written, and its table has every tool."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from gateway.doors.described import TOOLS
from tests.stack import Stack
from tests.stack.missing import skip_without
from tests.stack.process import CHECKOUT
from tests.stack.waiting import DEADLINE_S

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "doors.md").read_text()


def examples(title: str, language: str, stack: Stack) -> list[str]:
    """Return the examples under a heading, for this stack's gateway."""
    section = PAGE.partition(f"\n## {title}\n")[2].partition("\n## ")[0]
    found = re.findall(rf"```{language}\n(.*?)```", section, re.DOTALL)
    return [each.replace("http://127.0.0.1:5000", stack.gateway.url) for each in found]


def output(*command: str) -> str:
    environ = os.environ | {"PYTHONPATH": str(CHECKOUT / "clients" / "python")}
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=DEADLINE_S, check=True, env=environ
    )
    return done.stdout


def test_python_s_examples_print_the_meanings(stack: Stack) -> None:
    by_package, plain = (
        output(sys.executable, "-c", each).splitlines() for each in examples("Python", "python", stack)
    )

    assert by_package[0] == plain[1]
    assert by_package[0].startswith("- web-footed long-necked")
    assert by_package[-1].startswith("The opposite of hot: cold.")
    assert plain[0] == "goose"


def test_curl_s_examples_are_answered(stack: Stack) -> None:
    if shutil.which("curl") is None:
        skip_without("curl")
    [lines] = examples("curl", "sh", stack)
    answers = [output(*words_of(line)) for line in lines.splitlines()]

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
