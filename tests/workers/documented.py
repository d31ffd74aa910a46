"""The examples of docs/commands.md: under each command's heading, a request and the response to it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from msgspec import Struct

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"
MORE = "…"  # as the last item: the real response goes on


class Example(Struct):
    """One example as the page shows it."""

    command: str
    request: dict[str, str]
    response: list[Any]

    def is_true(self, found: list[Any]) -> bool:
        """Whether `found` is the response that is shown, or begins so where the page leaves something out."""
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


def sentences() -> dict[str, str]:
    """Return, for each command on the page, how it is asked for in plain English."""
    found = re.findall(
        r"^## (\w+)$.*?^In plain English: \*(.*?)\*$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    return dict(found)
