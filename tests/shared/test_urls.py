"""URLs of Redis: both libraries reach the same place, and no text shows a secret."""

from __future__ import annotations

import doctest
from typing import Any

import pytest
import redis
from kombu import Connection

from shared import urls
from shared.urls import mask_url, parse_redis, with_password


def reached_by_kombu(url: str) -> dict[str, Any]:
    """Return kombu's options for a connection to the broker `url`."""
    connection = Connection(parse_redis(url).for_kombu())
    channel_class = connection.get_transport_cls().Channel
    channel = channel_class.__new__(channel_class)  # its __init__ would connect
    channel.connection = connection.transport
    options: dict[str, Any] = channel._connparams()
    return options


def reached_by_redis_py(url: str) -> dict[str, Any]:
    """Return redis-py's options for a connection to `url`."""
    options: dict[str, Any] = redis.connection.parse_url(url)
    return options


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("redis://one:1/2", {"host": "one", "port": 1, "db": 2}),
        ("redis://one?db=3", {"host": "one", "db": 3}),
        ("redis://[::1]:1/0", {"host": "::1", "port": 1, "db": 0}),
        ("redis://user:p%2Fw%3A%40@one/0", {"username": "user", "password": "p/w:@"}),
        ("redis://user:p@w@one/0", {"username": "user", "password": "p@w"}),
        ("redis://:secret@one/0", {"password": "secret"}),
        ("redis://one/0?username=user&password=p%26w", {"username": "user", "password": "p&w"}),
        ("unix:///run/redis.sock?db=2", {"path": "/run/redis.sock", "db": 2}),
        ("unix://user:secret@/run/a%20b.sock", {"path": "/run/a b.sock", "password": "secret"}),
        ("rediss://one/0?ssl_ca_certs=/etc/ca.pem", {"ssl_ca_certs": "/etc/ca.pem"}),
        ("rediss://one/0?ssl_check_hostname=false", {"ssl_check_hostname": False}),
    ],
)
def test_both_libraries_reach_the_same_place(url: str, expected: dict[str, Any]) -> None:
    assert reached_by_kombu(url).items() >= expected.items()
    assert reached_by_redis_py(url).items() >= expected.items()


@pytest.mark.parametrize(
    ("url", "mistake"),
    [
        ("redis://u:p/w@one", "Percent-encode"),
        ("redis://u:p#w@one", "Percent-encode"),
        ("redis://u:p?w@one", "Percent-encode"),
        ("redis://u:p[w@one", "Percent-encode"),
        ("redis://u:p;w@one", "Percent-encode"),
        ("redis://u:p w@one", "Percent-encode"),
        ("redis://one/0?password=p@w", "Percent-encode"),
        ("redis://[::1:6379/0", "Percent-encode"),
        ("redis://one,two/0", "Sentinels"),
        ("redis://one:65536", "at most 65535"),
        ("redis://one/first", "a number"),
        ("redis://one/0/1", "a number"),
        ("redis://one?db=-1", "a number"),
        ("redis://one?socket_timeout=5", "parameters are"),
        ("redis://one?db=1&db=2", "twice"),
        ("redis://one?ssl_cert_reqs=none", "for rediss"),
        ("rediss://one?ssl_cert_reqs=maybe", "required, optional or none"),
        ("rediss://one?ssl_check_hostname=no", "true or false"),
        ("unix://run/redis.sock", "three slashes"),
        ("unix:///", "three slashes"),
    ],
)
def test_a_mistake_is_named(url: str, mistake: str) -> None:
    with pytest.raises(ValueError, match=mistake):
        parse_redis(url)


@pytest.mark.parametrize(
    "url",
    [
        "redis://user:hunter2@one:1/0",
        "redis://hunter2@one:1/0",
        "redis://:hunter2@one",
        "redis://user:hunter2/hunter2@one",
        "redis://user:12/hunter2@one",
        "redis://user:12#hunter2@one",
        "redis://user:12?hunter2@one",
        "redis://user:12?a=hunter2@one",
        "redis://user:12;hunter2@one",
        "redis://user:12@hunter2@one",
        "redis://user:hunter2]@one",
        "redis://user:hunter2 @one",
        "redis://one/0?password=hunter2",
        "redis://one/0?pass%77ord=hunter2",
        "redis://one/0?password=12@hunter2",
        "redis://one/0?password=12&hunter2=12",
        "redis://one/0?password=12;hunter2",
        "redis://one/0#hunter2",
        "rediss://one/0?ssl_password=hunter2",
        "unix://user:hunter2@/run/redis.sock",
        "unix:///run/redis.sock?password=hunter2",
        "redis+sentinel://user:hunter2@one:1,two:2/0/words",
        "amqp://user:hunter2@one//;amqp://user:hunter2@two//",
        "amqp://user:1@one//;amqp://user:hunter/2hunter2@two//",
        "user:hunter2@one",
        "//user:hunter2@one",
    ],
)
def test_no_secret_is_shown_in_any_form_of_url(url: str) -> None:
    assert "hunter2" not in mask_url(url)


def test_the_rest_of_a_url_is_shown() -> None:
    listed = (
        "sentinel://a:pw1@one:1/0;sentinel://a:p@w2@two:2/0;rediss://three:3/0?ssl_cert_reqs=none&password=x"
    )

    assert mask_url(listed) == (
        "sentinel://a:***@one:1/0;sentinel://a:***@two:2/0;rediss://three:3/0?ssl_cert_reqs=none&password=***"
    )


def test_certificates_are_verified_unless_the_url_says_otherwise() -> None:
    assert reached_by_kombu("rediss://one/0")["ssl_cert_reqs"].name == "CERT_REQUIRED"
    assert reached_by_kombu("rediss://one/0?ssl_cert_reqs=none")["ssl_cert_reqs"].name == "CERT_NONE"
    # redis-py's own default, for the other leg.
    assert redis.SSLConnection().cert_reqs.name == "CERT_REQUIRED"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("redis://gateway@one", "redis://gateway:a%2Fb@one"),
        ("redis://gateway:@one:1/0", "redis://gateway:a%2Fb@one:1/0"),
        (
            "redis+sentinel://gateway:@one:1,two:2/0/words",
            "redis+sentinel://gateway:a%2Fb@one:1,two:2/0/words",
        ),
        ("redis://gateway:own@one", "redis://gateway:own@one"),
        ("redis://one", "redis://one"),
    ],
)
def test_only_a_user_without_a_password_gets_one(url: str, expected: str) -> None:
    assert with_password(url, lambda: "a/b") == expected


def test_the_examples_are_true() -> None:
    assert doctest.testmod(urls).failed == 0
