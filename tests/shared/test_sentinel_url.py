"""What is made of a URL of Sentinels, and of those that can't be understood."""

from __future__ import annotations

import pytest
from socketio.redis_manager import parse_redis_sentinel_url

from shared.celery_options import celery_options
from shared.errors import SettingsError
from shared.settings import mask_url, read_settings

URL = "redis+sentinel://gateway:s3cret@one:26379,two:26380/2/words"


def test_kombu_hears_of_every_sentinel_with_credentials_database_and_name() -> None:
    options = celery_options(URL)

    assert options["broker_url"] == (
        "sentinel://gateway:s3cret@one:26379/2;sentinel://gateway:s3cret@two:26380/2"
    )
    assert options["broker_transport_options"]["master_name"] == "words"
    assert options["broker_transport_options"]["ack_emulation"] is False


def test_python_socketio_reads_the_same_from_the_url_as_it_is() -> None:
    hosts, name, rest = parse_redis_sentinel_url(URL)

    assert hosts == [("one", 26379), ("two", 26380)]
    assert name == "words"
    assert rest == {"username": "gateway", "password": "s3cret", "db": 2}


@pytest.mark.parametrize("url", [URL, "redis+sentinel://:pw@one:1/0/words", "redis+sentinel://one:1/0/a-b"])
def test_it_is_taken_for_broker_and_queue(url: str) -> None:
    settings = read_settings({"REDIS_URL": url})

    assert settings.broker_url == settings.socketio_queue_url == url


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
def test_what_is_not_understood_is_refused_with_the_form_and_without_the_password(url: str) -> None:
    with pytest.raises(SettingsError, match=r"DATABASE/NAME") as refused:
        read_settings({"REDIS_URL": url})

    assert "b%40c" not in str(refused.value)


def test_every_password_of_a_list_of_brokers_is_masked() -> None:
    assert "pw" not in mask_url("sentinel://a:pw1@one:1/0;sentinel://a:pw2@two:2/0")
