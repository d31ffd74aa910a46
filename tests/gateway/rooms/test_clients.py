"""A token's claims about rooms; a malformed claim is never a missing one."""

from __future__ import annotations

from typing import Any

import pytest

from gateway.rooms.clients import read_client
from shared.errors import Unauthorized


def test_a_token_may_limit_rooms_and_fix_the_name() -> None:
    client = read_client({"rooms": ["a", "b"], "name": " Ann "}, "192.0.2.1")

    assert (client.rooms, client.name) == (frozenset("ab"), "Ann")


def test_a_token_without_these_claims_is_for_all_rooms_and_names() -> None:
    client = read_client({"exp": 1}, "192.0.2.1")

    assert (client.rooms, client.name) == (None, None)


def test_a_token_for_no_room_opens_none() -> None:
    assert read_client({"rooms": []}, "192.0.2.1").rooms == frozenset()


@pytest.mark.parametrize(
    "claims",
    [
        {"rooms": "abc"},
        {"rooms": None},
        {"rooms": {"a": 1}},
        {"rooms": ["a", 7]},
        {"rooms": [["a"]]},
        {"rooms": True},
        {"name": 7},
        {"name": None},
        {"name": ""},
        {"name": " \u200b "},
        {"name": "n" * 41},
        {"name": "word"},
        {"name": ["Ann"]},
    ],
    ids=str,
)
def test_a_malformed_claim_is_refused(claims: dict[str, Any]) -> None:
    with pytest.raises(Unauthorized, match=r"The token's claim `(rooms|name)`"):
        read_client(claims, "192.0.2.1")


def test_a_subject_or_a_network_owns_the_rooms_of_its_connections() -> None:
    def owner(token: dict[str, Any], address: str) -> str:
        return read_client(token, address).owner

    assert owner({}, "192.0.2.1") == owner({}, "192.0.2.1") != owner({}, "192.0.2.2")
    assert owner({}, "2001:db8::1") == owner({}, "2001:db8::2")
    assert owner({"sub": "ann"}, "192.0.2.1") == owner({"sub": "ann"}, "192.0.2.2")
    assert owner({"sub": "192.0.2.1"}, "x") != owner({}, "192.0.2.1")
    assert "192.0.2.1" not in owner({}, "192.0.2.1")
