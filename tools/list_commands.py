"""Writes the web client's list of commands from shared.catalog, so that menu and server never disagree.

Run `python -m tools.list_commands` after changing the catalog; a test fails until then.
"""

from __future__ import annotations

import json
from pathlib import Path

from shared.catalog import COMMANDS

TARGET = Path("gateway/web/src/commands.json")


def commands_json() -> str:
    """Return the commands of the catalog as the JSON text that the web client is built with."""
    commands = [
        {
            "name": c.name,
            "needsWord": c.needs_word,
            "needsSecondWord": c.needs_second_word,
            "takesPos": c.takes_pos,
        }
        for c in COMMANDS
    ]
    return json.dumps(commands, indent=1) + "\n"


if __name__ == "__main__":
    TARGET.write_text(commands_json())
