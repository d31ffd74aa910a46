"""Writes src/commands.json from shared.catalog, so that the menu and the server never disagree.

Run it with `python gateway/web/list_commands.py` after changing the catalog; a test fails until then.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
TARGET = HERE / "src" / "commands.json"


def commands_json() -> str:
    """Return the commands of the catalog as the JSON text that the web client is built with."""
    from shared.catalog import COMMANDS

    commands = [
        {"name": c.name, "needsWord": c.needs_word, "needsSecondWord": c.needs_second_word} for c in COMMANDS
    ]
    return json.dumps(commands, indent=1) + "\n"


if __name__ == "__main__":
    sys.path.insert(0, str(HERE.parent.parent))
    TARGET.write_text(commands_json())
