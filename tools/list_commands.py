"""Writes each client's list of commands from the catalog, so their menu and help always match the server.

`make web` runs it. The lists are in the repository, too, because the gateway's image builds the web client
without Python, and the Python client is built without the server; a test fails if one is out of date.
"""

from __future__ import annotations

import json
from pathlib import Path

from shared.catalog import COMMANDS


def for_the_web() -> str:
    """Return the catalog's commands as JSON text for the web client's build."""
    commands = [
        {
            "name": c.name,
            "title": c.title,
            "needsWord": c.needs_word,
            "needsSecondWord": c.needs_second_word,
            "takesPos": c.takes_pos,
            "inMenu": c.is_in_menu,
            "givesWords": c.gives_words,
            "mostCharacters": c.most_characters,
        }
        for c in COMMANDS
    ]
    return json.dumps(commands, indent=1) + "\n"


def for_python() -> str:
    """Return the catalog's commands as JSON text for the command `wordwire`: name → summary, most terms."""
    commands = {c.name: {"summary": c.summary, "words": c.needs_word + c.needs_second_word} for c in COMMANDS}
    return json.dumps(commands, indent=1, ensure_ascii=False) + "\n"


TARGETS = {
    Path("gateway/web/src/commands.json"): for_the_web,
    Path("clients/python/wordwire/commands.json"): for_python,
}

if __name__ == "__main__":
    for target, text in TARGETS.items():
        target.write_text(text(), "utf-8")
