"""The private Redis of `make run` listens on loopback, reports an unexpected end, and leaves nothing."""

from __future__ import annotations

import os
import signal
import socket
import threading
import time
from pathlib import Path

import psutil
import pytest
import redis

from shared.settings import read_settings
from tests.stack.waiting import wait_until
from tools import redis_process
from tools.redis_process import OwnRedis, RedisFailed
from tools.redis_server import find_redis_server


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that holds the server's own folder, and nothing else."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


@pytest.fixture
def own(temporary: Path) -> OwnRedis:  # noqa: ARG001 (its folder goes there)
    """Return a server that is not started yet."""
    return OwnRedis(find_redis_server(Path(read_settings().data_dir)))


def fake_server(folder: Path, script: str) -> Path:
    path = folder / "redis-server"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


def pid_of(own: OwnRedis) -> int:
    with redis.Redis.from_url(own.url) as client:
        return int(client.info("server")["process_id"])


def test_it_listens_on_loopback_only_and_saves_nothing(own: OwnRedis) -> None:
    own.start()
    try:
        with redis.Redis.from_url(own.url) as client:
            client.set("word", "ocean")
            assert client.get("word") == b"ocean"
            assert client.config_get("save") == {"save": ""}
            assert client.config_get("appendonly") == {"appendonly": "no"}
        listening = psutil.Process(pid_of(own)).net_connections()
        addresses = {each.laddr for each in listening if each.status == psutil.CONN_LISTEN}
        assert addresses == {("127.0.0.1", own.port)}
    finally:
        own.end()


@pytest.mark.parametrize("is_frozen", [False, True], ids=["running", "frozen"])
def test_its_end_leaves_no_process_and_no_file(own: OwnRedis, temporary: Path, is_frozen: bool) -> None:
    own.start()
    assert len(list(temporary.iterdir())) == 1
    pid = pid_of(own)
    if is_frozen:
        os.kill(pid, signal.SIGSTOP)
    began = time.monotonic()
    own.end()

    assert time.monotonic() - began < redis_process.END_SECONDS, "it was killed"
    assert not psutil.pid_exists(pid)
    assert list(temporary.iterdir()) == []


def test_a_server_that_ignores_sigterm_is_killed(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(redis_process, "END_SECONDS", 0.2)
    monkeypatch.setattr(redis_process, "_answers", lambda _port: (tmp_path / "pid").exists())
    own = OwnRedis(
        fake_server(tmp_path, f"trap '' TERM; echo $$ > {tmp_path}/pid; while :; do sleep 0.1; done")
    )
    own.start()
    own.end()

    assert not psutil.pid_exists(int((tmp_path / "pid").read_text()))
    assert list(temporary.iterdir()) == []


def test_a_server_that_does_not_start_shows_the_end_of_its_log(tmp_path: Path, temporary: Path) -> None:
    find_log = 'while test "$1" != --logfile; do shift; done'
    own = OwnRedis(fake_server(tmp_path, f'{find_log}; seq --format="line %g" 9 > "$2"; exit 1'))

    with pytest.raises(RedisFailed) as raised:
        own.start()
    own.end()

    first, *shown = str(raised.value).splitlines()
    assert first == f"{tmp_path}/redis-server did not start:"
    assert shown == [f"line {number}" for number in range(2, 10)]
    assert list(temporary.iterdir()) == []


def test_a_server_that_never_answers_is_given_up(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(redis_process, "START_SECONDS", 0.2)
    own = OwnRedis(fake_server(tmp_path, "exec sleep 60"))

    with pytest.raises(RedisFailed, match=r"did not start:\n\(no log\)"):
        own.start()
    own.end()
    assert list(temporary.iterdir()) == []


def test_an_unexpected_end_is_reported_once(own: OwnRedis) -> None:
    calls: list[str] = []
    own.start()
    own.when_it_dies(lambda: calls.append(threading.current_thread().name))
    os.kill(pid_of(own), signal.SIGKILL)
    wait_until(lambda: calls, "the report")
    own.end()

    assert len(calls) == 1
    assert calls != [threading.current_thread().name]


def test_an_end_that_was_asked_for_is_not_reported(own: OwnRedis) -> None:
    calls: list[str] = []
    own.start()
    own.when_it_dies(lambda: calls.append("ended"))
    watching = [thread for thread in threading.enumerate() if thread.name.endswith("(watch)")]
    own.end()
    for thread in watching:
        thread.join(5)

    assert len(watching) == 1
    assert calls == []


def test_something_else_on_the_port_is_no_redis() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        def answer() -> None:
            connection, _ = other.accept()
            connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            connection.close()

        thread = threading.Thread(target=answer)
        thread.start()
        assert not redis_process._answers(port)
        thread.join()
    assert not redis_process._answers(port)
