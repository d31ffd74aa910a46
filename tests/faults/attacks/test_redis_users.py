"""Attack: an intruder with a password of deploy/redis.sh runs commands that the service never runs."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import redis

from shared.names import LOOKUP_QUEUE, ROOMS_CHANNEL, WORKERS_KEY
from tests.clients.reference import ReferenceClient
from tests.clients.room import ChatClient
from tests.conftest import STACKS
from tests.faults.attacks.bystander import Bystander
from tests.stack import Stack, wait_until
from tests.stack.guarded_redis import GuardedRedis
from tests.stack.missing import skip_without
from tools.redis_server import RedisMissing

ENDLESS = "while true do end"
WRITES_AND_NEVER_ENDS = "redis.call('HSET', 'wordwire:room:x', 'a', 1) while true do end"
LIBRARY = f"#!lua name=endless\nredis.register_function('endless', function() {ENDLESS} end)"
ROOM = "wordwire:room:AAAAAAAAAAAAAAAAAAAAAA"

SCRIPTS = (
    ("SCRIPT", "LOAD", ENDLESS),
    ("EVAL", ENDLESS, 0),
    ("EVAL", WRITES_AND_NEVER_ENDS, 1, "wordwire:room:x"),
    ("EVAL_RO", ENDLESS, 0),
    ("EVALSHA", "0" * 40, 0),
    ("FUNCTION", "LOAD", LIBRARY),
    ("FUNCTION", "LOAD", "REPLACE", LIBRARY),
    ("FUNCTION", "FLUSH"),
    ("FUNCTION", "DELETE", "wordwire"),
    ("SCRIPT", "FLUSH"),
    ("SCRIPT", "KILL"),
)
RULE = (
    ("FLUSHALL",),
    ("CONFIG", "SET", "maxmemory", 1),
    ("SHUTDOWN", "NOSAVE"),
    ("DEBUG", "SLEEP", 5),
    ("CLIENT", "KILL", "TYPE", "normal"),
    ("CLIENT", "PAUSE", 5000),
    ("ACL", "SETUSER", "worker", "off"),
    ("KEYS", "*"),
    ("REPLICAOF", "127.0.0.1", 1),
    ("MONITOR",),
    ("SAVE",),
    ("SWAPDB", 0, 1),
)
ANOTHER_TYPE = (
    ("ZADD", LOOKUP_QUEUE, 1, "x"),
    ("ZINCRBY", LOOKUP_QUEUE, 1, "x"),
    ("SADD", LOOKUP_QUEUE, "x"),
    ("HSET", LOOKUP_QUEUE, "x", 1),
    ("HSETNX", LOOKUP_QUEUE, "x", 1),
    ("HINCRBY", LOOKUP_QUEUE, "x", 1),
    ("XADD", LOOKUP_QUEUE, "*", "x", 1),
    ("SET", LOOKUP_QUEUE, "x"),
    ("SETEX", LOOKUP_QUEUE, 9, "x"),
    ("APPEND", LOOKUP_QUEUE, "x"),
    ("SETRANGE", LOOKUP_QUEUE, 400_000_000, "x"),
    ("RENAME", "x", LOOKUP_QUEUE),
    ("COPY", "x", LOOKUP_QUEUE),
)
FORBIDDEN: dict[str, tuple[tuple[Any, ...], ...]] = {
    "worker": (
        *SCRIPTS,
        *RULE,
        *ANOTHER_TYPE,
        ("DEL", LOOKUP_QUEUE),
        ("EXPIRE", LOOKUP_QUEUE, 0),
        ("LPUSH", WORKERS_KEY, "x"),
        ("DEL", WORKERS_KEY),
        ("LPUSH", ROOM, "x"),
        ("ZADD", f"{ROOM}:seen", 1, "x"),
        ("BRPOP", ROOM, 1),
        ("HGETALL", ROOM),
        ("FCALL", "wordwire_evict", 0),
        ("SUBSCRIBE", ROOMS_CHANNEL),
        ("PUBLISH", ROOMS_CHANNEL, "{}"),
        ("PSUBSCRIBE", "wordwire:replies:*"),
    ),
    "gateway": (
        *SCRIPTS,
        *RULE,
        *ANOTHER_TYPE,
        ("RPUSH", LOOKUP_QUEUE, "x"),
        ("BRPOP", LOOKUP_QUEUE, 1),
        ("LRANGE", LOOKUP_QUEUE, 0, -1),
        ("ZADD", WORKERS_KEY, 1, "forged"),
        ("DEL", WORKERS_KEY),
        ("LPUSH", ROOM, "x"),
        ("XREAD", "BLOCK", 0, "STREAMS", f"{ROOM}:log", "$"),
        ("LPUSH", "elsewhere", "x"),
        ("PUBLISH", "elsewhere", "x"),
    ),
    "monitor": (
        *SCRIPTS,
        *RULE,
        *ANOTHER_TYPE,
        ("LRANGE", LOOKUP_QUEUE, 0, -1),
        ("HGETALL", ROOM),
        ("SUBSCRIBE", ROOMS_CHANNEL),
    ),
}


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Iterator[Stack]:
    """Start a stack on a Redis with the users of deploy/redis.sh."""
    folder = tmp_path_factory.mktemp("guarded")
    try:
        redis_7 = GuardedRedis(folder)
    except RedisMissing as error:
        skip_without(f"Redis 7 or later: {error}")
    with Stack(folder, LOG_LEVEL="info") as stack:
        stack.redis = redis_7  # type: ignore[assignment]  # a RedisProcess in all that a stack uses
        pytestconfig.stash[STACKS].append(stack)
        redis_7.start()
        stack.add_worker("worker", REDIS_URL=redis_7.url("worker"))
        stack.add_gateway("gateway", REDIS_URL=redis_7.url("gateway"))
        stack.gateway.wait_until_ready()
        yield stack


def as_user(stack: Stack, user: str, *command: Any) -> str:
    """Run a command as `user` and return Redis's error; empty if Redis obeyed."""
    assert isinstance(stack.redis, GuardedRedis)
    with stack.redis.client(user) as client:
        try:
            client.execute_command(*command)
        except redis.exceptions.NoPermissionError as error:
            return f"NOPERM {error}"
        except redis.exceptions.ResponseError as error:
            return str(error)
    return ""


@pytest.mark.parametrize("user", FORBIDDEN)
def test_nobody_may_do_what_their_part_never_does(
    guarded: Stack, user: str, figures: Callable[[str], None]
) -> None:
    with Bystander(guarded.gateway.url) as bystander:
        quiet = bystander.quiet_p99()
        answers = {command: as_user(guarded, user, *command) for command in FORBIDDEN[user]}
        time.sleep(1.5)

        figures(f"{len(answers)} commands refused; {bystander.check(quiet)}")
    allowed = [
        command
        for command, answer in answers.items()
        if "NOPERM" not in answer and "DEBUG command not allowed" not in answer
    ]
    assert allowed == []
    assert guarded.gateway.readiness()[0] == 200


@pytest.mark.waits
def test_the_service_itself_is_refused_nothing(guarded: Stack) -> None:
    assert isinstance(guarded.redis, GuardedRedis)
    with guarded.redis.client() as monitor:
        refused = len(monitor.acl_log(1000))
        ask_and_talk(guarded)
        guarded.worker.stop()
        guarded.worker.start()
        guarded.gateway.stop()
        guarded.gateway.start()
        guarded.gateway.wait_until_ready()
        ask_and_talk(guarded)

        assert len(monitor.acl_log(1000)) == refused
    for process in (guarded.gateway, guarded.worker):
        assert "NOPERM" not in process.log()
        assert "no permission" not in process.log().lower()


def test_a_message_of_20_mb_does_not_enter_redis(guarded: Stack, figures: Callable[[str], None]) -> None:
    assert isinstance(guarded.redis, GuardedRedis)
    with Bystander(guarded.gateway.url) as bystander:
        quiet = bystander.quiet_p99()
        for user, key in (("worker", LOOKUP_QUEUE), ("gateway", LOOKUP_QUEUE)):
            with guarded.redis.client(user) as client, pytest.raises(redis.RedisError):
                client.lpush(key, b"x" * 20_000_000)
        time.sleep(6.0)

        figures(bystander.check(quiet))


def ask_and_talk(stack: Stack) -> None:
    with ReferenceClient(stack.gateway.url) as client, ChatClient(stack.gateway.url) as ann:
        assert client.ask(command="lemmatizer", word="geese").answer() == ["goose"]
        room = ann.ask("create", {"title": "Words"})["room"]
        assert ann.ask("join", {"room": room, "name": "Ann"})["name"] == "Ann"
        assert ann.ask("say", {"room": room, "text": "/lemmatizer geese", "id": 1})["seq"] == 1
        assert ann.wait_for("message", 2)["bot"]
        assert len(ann.ask("history", {"room": room})["history"]) == 2
        assert ann.ask("typing", {"room": room}) == {}
        assert ann.ask("leave", {"room": room}) == {"room": room}
        wait_until(lambda: ann.ask("join", {"room": room, "name": "Ann"})["members"], "the room again")
