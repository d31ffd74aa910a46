"""Writes the scripts of rooms into deploy/redis.sh, as functions that Redis has from its start.

$ python -m tools.room_functions

Then no user needs the right to load scripts, of which one could run for ever. A test fails while
deploy/redis.sh has other scripts than gateway/rooms/scripts.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from gateway.rooms.lua import NAMES, SCRIPTS, function_name

CHECKOUT: Final = Path(__file__).resolve().parent.parent
REDIS_SH: Final = CHECKOUT / "deploy" / "redis.sh"
COMPOSE: Final = CHECKOUT / "docker-compose.yml"
BEGIN: Final = "# --- written by `python -m tools.room_functions` from gateway/rooms/scripts\n"
END: Final = "# --- end of what is written\n"
# They free memory, or keep members, when there is none left.
WITHOUT_MEMORY: Final = frozenset({"leave", "heartbeat", "evict", "sweep"})


def written() -> tuple[str, str]:
    """Return deploy/redis.sh and docker-compose.yml as they should be."""
    head, _, rest = REDIS_SH.read_text(encoding="utf-8").partition(BEGIN)
    _, _, tail = rest.partition(END)
    compose = re.sub(
        r"ROOM_FUNCTIONS: \w*", f"ROOM_FUNCTIONS: {version()}", COMPOSE.read_text(encoding="utf-8")
    )
    return head + BEGIN + _block() + END + tail, compose


def version() -> str:
    """Return the version of the functions, which is a part of their names."""
    return function_name("say").rpartition("_")[2]


def _block() -> str:
    parts = [
        f"version={version()}\n",
        f"beginning() {{\n    cat <<'LUA'\n{_code('head')}LUA\n}}\n",
        "functions() {\n",
    ]
    for name in NAMES:
        flags = "allow-oom" if name in WITHOUT_MEMORY else ""
        parts.append(f"    function_of {name} '{flags}' <<'LUA'\n{_code(name)}LUA\n")
    return "".join(parts) + "}\n"


def _code(name: str) -> str:
    """Return a script without its comments and empty lines."""
    text = (SCRIPTS / f"{name}.lua").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("--")]
    return "".join(f"{line}\n" for line in lines)


if __name__ == "__main__":
    redis_sh, compose_file = written()
    REDIS_SH.write_text(redis_sh, encoding="utf-8")
    COMPOSE.write_text(compose_file, encoding="utf-8")
