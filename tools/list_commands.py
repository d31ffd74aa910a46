"""Writes each client's list of commands from the catalog, so their menu and help always match the server.

`make web` and the gateway's image run it. The Python client's list is in the repository, too, because that
client is built without the server; a test fails if it is out of date.
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


def main() -> None:
    """Write both lists below the working directory, unless they are up to date."""
    for target, text in TARGETS.items():
        if not target.exists() or target.read_text("utf-8") != text():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text(), "utf-8")


if __name__ == "__main__":
    main()
