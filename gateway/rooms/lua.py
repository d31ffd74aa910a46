"""Runs the Lua scripts of rooms in Redis: as functions if Redis holds them, else as scripts."""

from __future__ import annotations

import hashlib
import logging
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import redis
from msgspec import Struct

from shared.names import ROOM_KEY_PREFIX

if TYPE_CHECKING:
    from collections.abc import Sequence

log = logging.getLogger(__name__)

SCRIPTS = Path(__file__).parent / "scripts"
NAMES = ("create", "join", "leave", "say", "heartbeat", "evict", "sweep")
LIBRARY = "wordwire"


class Call(Struct, frozen=True):
    """One call of a script for one room; `arguments` follow those that all scripts share."""

    name: str
    room: str
    arguments: tuple[str | bytes | int, ...] = ()

    @property
    def size(self) -> int:
        """About the bytes of the arguments."""
        return sum(len(each) for each in self.arguments if not isinstance(each, int))


class Scripts:
    """Calls scripts with the `shared` arguments, many in one round trip.

    deploy/redis.sh starts Redis with the functions, so that no user needs the right to load scripts: a script
    can run for ever. A Redis without them, or older than 7, gets the scripts from the gateway.
    """

    def __init__(self, client: redis.Redis, shared: Sequence[str | int]) -> None:
        self._client = client
        self._shared = tuple(shared)
        self._has_functions = True  # until a call fails

    def run(self, calls: Sequence[Call]) -> list[Any]:
        """Run `calls` in order and return their results; one that fails has its ResponseError as result.

        Raises RedisError if Redis does not answer.
        """
        results = self._run(calls)
        missing = [at for at, result in enumerate(results) if _is_missing(result)]
        if missing:
            self._provide()
            again = self._run([calls[at] for at in missing])
            for at, result in zip(missing, again, strict=True):
                results[at] = result
        return results

    def _run(self, calls: Sequence[Call]) -> list[Any]:
        if len(calls) == 1:  # without the cost of a pipeline, a third of a message's
            try:
                return [self._client.execute_command(*self._command(calls[0]))]  # type: ignore[no-untyped-call]  # redis-py has no types for it
            except redis.exceptions.ResponseError as error:
                return [error]
        pipe = self._client.pipeline(transaction=False)
        for call in calls:
            pipe.execute_command(*self._command(call))  # type: ignore[no-untyped-call]  # redis-py has no types for it
        return list(pipe.execute(raise_on_error=False))

    def _command(self, call: Call) -> tuple[str | bytes | int, ...]:
        command = ("FCALL", function_name(call.name)) if self._has_functions else ("EVALSHA", _sha(call.name))
        keys = room_keys(call.room)
        return (*command, len(keys), *keys, call.room, *self._shared, *call.arguments)

    def _provide(self) -> None:
        """Load the scripts, unless Redis forbids it; this may be another Redis than at the last call."""
        self._has_functions = False
        try:
            for name in NAMES:
                self._client.script_load(read_script(name))
        except redis.exceptions.NoPermissionError as error:
            self._has_functions = True
            log.error(
                "Redis has no functions of this version for rooms, and allows no scripts; "
                "start it again with this version's deploy/redis.sh",
                extra={"reason": str(error)},
            )


def room_keys(room: str) -> list[str]:
    """Return the keys of a room."""
    key = ROOM_KEY_PREFIX + room
    return [key, f"{key}:log", f"{key}:seen"]


@cache
def read_script(name: str) -> str:
    """Return the source of scripts/NAME.lua, after the head that all scripts share.

    A script changes a room and publishes the change in one atomic step, so all gateways see one order.
    """
    return "".join((SCRIPTS / f"{part}.lua").read_text(encoding="utf-8") for part in ("head", name))


@cache
def function_name(name: str) -> str:
    """Return the name of a script's function, which is another whenever any script changes."""
    digest = hashlib.sha256("".join(map(read_script, NAMES)).encode()).hexdigest()
    return f"{LIBRARY}_{name}_{digest[:12]}"


@cache
def _sha(name: str) -> str:
    return hashlib.sha1(read_script(name).encode()).hexdigest()  # noqa: S324 (Redis's own name for it)


def _is_missing(result: Any) -> bool:
    if isinstance(result, redis.exceptions.NoScriptError | redis.exceptions.NoPermissionError):
        return True
    is_error = isinstance(result, redis.exceptions.ResponseError)
    return is_error and any(text in str(result) for text in ("Function not found", "unknown command"))
