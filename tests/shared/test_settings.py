"""Settings from the environment: types, checks, all problems at once, and no secret in any text."""

from __future__ import annotations

from ipaddress import ip_network
from typing import TYPE_CHECKING

import pytest

from shared.errors import SettingsError
from shared.settings import Settings, masked, read_settings

if TYPE_CHECKING:
    from pathlib import Path

SENTINELS = "redis+sentinel://gateway:s3cret@one:26379,two:26380/2/words"


def test_unset_empty_and_blank_variables_take_their_defaults() -> None:
    settings = read_settings({"PORT": "", "RATE_LIMIT": "  "})

    assert (settings.port, settings.rate_limit) == (Settings().port, Settings().rate_limit)


def test_values_are_converted_to_the_type_of_their_setting() -> None:
    settings = read_settings({"PORT": "80", "RATE_LIMIT": "0.5", "LOG_LEVEL": "DEBUG", "AUTH_SECRET": "7"})

    assert (settings.port, settings.rate_limit, settings.log_level) == (80, 0.5, "debug")
    assert settings.auth_secret == "7"


@pytest.mark.parametrize("url", ["redis://other:1/2", SENTINELS])
def test_broker_and_queue_default_to_redis_url(url: str) -> None:
    settings = read_settings({"REDIS_URL": url})

    assert settings.broker_url == settings.socketio_queue_url == url


def test_every_problem_is_reported_at_once_with_name_value_and_remedy() -> None:
    with pytest.raises(SettingsError) as refused:
        read_settings(
            {
                "PORT": "99999",
                "RATE_LIMIT": "many",
                "LOG_LEVEL": "loud",
                "REDIS_URL": "http://host",
                "BROKER_URL": "broker",
                "TRUSTED_PROXIES": "10.0.0.0/8, everyone",
                "PUBLIC_ORIGIN": "words.example",
            }
        )

    [_, *problems] = str(refused.value).splitlines()
    for named, remedy in (
        ("PORT=99999", "5000"),
        ("RATE_LIMIT=many", "50.0"),
        ("LOG_LEVEL=loud", "debug, info, warning, error"),
        ("REDIS_URL=http://host", "redis://HOST:PORT/DATABASE"),
        ("BROKER_URL=broker", "redis://HOST:PORT/DATABASE"),
        ("TRUSTED_PROXIES=everyone", "10.0.0.0/8"),
        ("PUBLIC_ORIGIN=words.example", "https://HOST"),
    ):
        assert any(named in problem and remedy in problem for problem in problems), named


@pytest.mark.parametrize(
    ("environ", "form"),
    [
        ({"REDIS_URL": "redis+sentinel://a:hunter2@one/0/words"}, "DATABASE/NAME"),
        ({"REDIS_URL": "redis+sentinel://a:hunter2@one:1/0"}, "DATABASE/NAME"),
        ({"SOCKETIO_QUEUE_URL": "http://a:hunter2@one"}, "redis://HOST:PORT/DATABASE"),
        ({"REDIS_URL": "redis://a:hunter2/x@one"}, "REDIS_URL=redis://.*Percent-encode"),
        ({"BROKER_URL": "amqp://a:hunter2#x@one//"}, "BROKER_URL=amqp://.*Percent-encode"),
        ({"REDIS_URL": "redis://one/0?password=hunter2&max_connections=5"}, "parameters are db, username"),
        ({"REDIS_URL": "redis://a:hunter2@one/none"}, "the database is a number"),
        ({"REDIS_URL": "redis+cluster://a:hunter2@one"}, "Redis Cluster is not supported"),
        ({"REDIS_URL": "unix://a:hunter2@run/redis.sock"}, "unix:///PATH"),
        ({"AUTH_SECRET": "hunter2", "PORT": "many"}, "PORT=many"),
    ],
)
def test_a_problem_shows_no_password(environ: dict[str, str], form: str) -> None:
    with pytest.raises(SettingsError, match=form) as refused:
        read_settings(environ)

    assert "hunter2" not in str(refused.value)


def test_broker_and_queue_get_the_password_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("s3cret\n")

    settings = read_settings({"REDIS_URL": "redis://worker:@one/0", "REDIS_PASSWORD_FILE": str(file)})

    assert settings.redis_url == settings.broker_url == "redis://worker:s3cret@one/0"


def test_a_missing_file_is_a_problem_only_if_its_password_is_needed(tmp_path: Path) -> None:
    file = str(tmp_path / "password")

    assert read_settings({"REDIS_URL": "redis://a:b@one", "REDIS_PASSWORD_FILE": file})
    with pytest.raises(SettingsError, match=r"REDIS_PASSWORD_FILE=.*No such file"):
        read_settings({"REDIS_URL": "redis://a@one", "REDIS_PASSWORD_FILE": file})


def test_no_secret_is_in_a_repr() -> None:
    settings = read_settings({"REDIS_URL": "redis://u:hunter2@h/0", "AUTH_SECRET": "hunter2" * 5})

    assert "hunter2" not in repr(settings) + str(masked(settings))
    assert "auth_secret='***'" in repr(settings)
    assert "auth_secret=''" in repr(Settings())


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        ("", None),
        ("https://a.example", ["https://a.example"]),
        ("https://a.example, https://b.example,", ["https://a.example", "https://b.example"]),
        ("https://a.example,*", "*"),
    ],
)
def test_origins_are_in_python_socketios_form(text: str, origins: list[str] | str | None) -> None:
    assert read_settings({"CORS_ALLOWED_ORIGINS": text}).origins == origins


def test_proxies_are_networks() -> None:
    settings = read_settings({"TRUSTED_PROXIES": "10.0.0.0/8,::1,::ffff:192.0.2.0/120"})

    assert settings.proxies == tuple(map(ip_network, ("10.0.0.0/8", "::1/128", "192.0.2.0/24")))
