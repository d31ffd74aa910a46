"""Writes the web client's list of commands from the catalog, so the menu always matches the server.

`make web` runs it. The list is in the repository, too, because the gateway's image builds the client without
Python; a test fails if it is out of date.
"""

from __future__ import annotations

import json
from pathlib import Path

from shared.catalog import COMMANDS

TARGET = Path("gateway/web/src/commands.json")


def commands_json() -> str:
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


if __name__ == "__main__":
    TARGET.write_text(commands_json())
