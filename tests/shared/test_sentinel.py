"""The URL of Sentinels: its parts, its translation for both libraries, and the refusal of other forms."""

from __future__ import annotations

import pytest
from socketio.redis_manager import parse_redis_sentinel_url

from shared.sentinel import FORM, SentinelUrl, is_sentinel, parse_sentinel

URL = "redis+sentinel://gateway:s3cret@one:26379,two:26380/2/words"


def test_python_socketio_reads_the_same_parts_from_the_url() -> None:
    ours = parse_sentinel(URL)

    hosts, name, rest = parse_redis_sentinel_url(URL)

    assert [f"{host}:{port}" for host, port in hosts] == ours.hosts == ["one:26379", "two:26380"]
    assert name == ours.name == "words"
    assert f"{rest['username']}:{rest['password']}" == ours.credentials == "gateway:s3cret"
    assert rest["db"] == ours.database == 2


def test_kombu_gets_a_complete_url_for_each_sentinel() -> None:
    assert SentinelUrl(["one:1", "two:2"], 3, "words", ":pw").for_kombu() == (
        "sentinel://:pw@one:1/3;sentinel://:pw@two:2/3"
    )
    assert SentinelUrl(["one:1"], 0, "words").for_kombu() == "sentinel://one:1/0"


@pytest.mark.parametrize(
    "url",
    [
        "redis+sentinel://one:26379",
        "redis+sentinel://one:26379/0",
        "redis+sentinel://one/0/words",
        "redis+sentinel://one:26379,two/0/words",
        "redis+sentinel://a:b%40c@one:26379/0/words",
    ],
)
def test_other_forms_are_refused_with_the_right_one_and_without_the_password(url: str) -> None:
    assert is_sentinel(url)
    with pytest.raises(ValueError, match="DATABASE/NAME") as refused:
        parse_sentinel(url)

    assert FORM in str(refused.value)
    assert "b%40c" not in str(refused.value)


def test_a_plain_redis_url_is_not_for_sentinels() -> None:
    assert not is_sentinel("redis://one:6379/0")
