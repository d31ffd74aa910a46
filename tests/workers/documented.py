"""The sections of docs/commands.md: each has a command's summary and an example with its response."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from msgspec import Struct

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"
MORE = "…"  # as the last item: the page leaves out the rest of the response


class Example(Struct):
    """One example of the page."""

    command: str
    request: dict[str, str]
    response: list[Any]

    def is_true(self, found: list[Any]) -> bool:
        """Whether `found` is the response on the page, or begins with it if the page leaves something out."""
        if self.response[-1:] == [MORE]:
            shown = self.response[:-1]
            return found[: len(shown)] == shown and len(found) > len(shown)
        return found == self.response


def examples() -> dict[str, Example]:
    """Return the example of each command on the page."""
    found = {}
    for section in PAGE.read_text(encoding="utf-8").split("\n## ")[1:]:
        name = section.partition("\n")[0]
        [block] = re.findall(r"^```\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
        request, _, response = block.partition("\n")
        found[name] = Example(name, json.loads(request), json.loads(response))
    return found


def summaries() -> dict[str, str]:
    """Return, for each command on the page, its first sentence in plain text."""
    sections = PAGE.read_text(encoding="utf-8").split("\n## ")[1:]
    named = (section.split("\n", 2) for section in sections)
    return {name: text.split("\n")[0].replace("`", "") for name, _, text in named}


def sentences() -> dict[str, str]:
    """Return, for each command on the page, its question in plain English."""
    found = re.findall(
        r"^## (\w+)$.*?^In plain English: \*(.*?)\*$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    return dict(found)
