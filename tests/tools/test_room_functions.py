"""deploy/redis.sh holds the scripts of rooms as they are."""

from __future__ import annotations

from gateway.rooms.lua import NAMES
from tools import room_functions
from tools.room_functions import COMPOSE, REDIS_SH, version, written

REMEDY = "run `python -m tools.room_functions`"


def test_redis_starts_with_this_version_of_the_scripts() -> None:
    redis_sh, compose = written()

    assert REDIS_SH.read_text() == redis_sh, REMEDY
    assert COMPOSE.read_text() == compose, REMEDY
    assert f"ROOM_FUNCTIONS: {version()}\n" in compose


def test_every_script_is_a_function_without_comments() -> None:
    block = room_functions._block()

    assert all(f"    function_of {name} " in block for name in NAMES)
    assert not [line for line in block.splitlines() if line.strip().startswith("--") or not line.strip()]
