"""Scripts in Redis: as functions where Redis has them, else loaded by the gateway."""

from __future__ import annotations

import secrets

import pytest
import redis

from gateway.rooms import lua
from gateway.rooms.lua import NAMES, Call, Scripts, function_name, read_script, room_keys
from gateway.rooms.store import RoomStore
from shared.settings import read_settings
from tests.stack.redis_process import RedisProcess


@pytest.fixture
def store(redis_server: RedisProcess) -> RoomStore:
    return RoomStore(read_settings({"REDIS_URL": redis_server.url}), "boot")


def test_every_script_begins_with_the_shared_head() -> None:
    head = (lua.SCRIPTS / "head.lua").read_text()

    assert all(read_script(name).startswith(head) for name in NAMES)
    assert {path.stem for path in lua.SCRIPTS.glob("*.lua")} == {"head", *NAMES}


def test_a_function_s_name_is_another_whenever_a_script_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    before = function_name("say")
    function_name.cache_clear()
    monkeypatch.setattr(lua, "read_script", lambda name: read_script(name) + " -- changed")
    try:
        assert function_name("say") != before
        assert function_name("say").startswith("wordwire_say_")
    finally:
        function_name.cache_clear()


def test_redis_gets_scripts_that_it_has_lost(store: RoomStore, redis_server: RedisProcess) -> None:
    room = secrets.token_urlsafe(16)
    store.create(room, "Words", "owner")
    with redis_server.client() as client:
        client.script_flush()

    results = store.run_all([store.leave_call(room, "a", "sid"), store.leave_call(room, "b", "sid")])

    assert results == [1, 1]


def test_many_calls_share_a_round_trip_and_fail_alone(store: RoomStore, redis_server: RedisProcess) -> None:
    sound, spoilt = secrets.token_urlsafe(16), secrets.token_urlsafe(16)
    store.create(sound, "Words", "owner")
    with redis_server.client() as client:
        client.set(room_keys(spoilt)[0], "no hash")
        results = store.run_all([Call("heartbeat", room) for room in (sound, spoilt, sound)])

    assert results[0] == results[2] == [0, []]
    assert isinstance(results[1], Exception)


class Refusing:
    """A Redis with other functions, whose users may load no scripts."""

    def __init__(self) -> None:
        self.commands: list[str] = []

    def execute_command(self, command: str, *_arguments: object) -> None:
        self.commands.append(command)
        raise redis.exceptions.ResponseError("Function not found")

    def script_load(self, _script: str) -> None:
        raise redis.exceptions.NoPermissionError("no permission for 'script|load'")


def test_a_redis_with_another_version_s_functions_is_reported(caplog: pytest.LogCaptureFixture) -> None:
    other = Refusing()
    results = Scripts(other, ()).run([Call("say", "room")])  # type: ignore[arg-type]  # a stand-in for a client

    assert isinstance(results[0], redis.exceptions.ResponseError)
    assert other.commands == ["FCALL", "FCALL"]
    assert "start it again with this version's deploy/redis.sh" in caplog.text
