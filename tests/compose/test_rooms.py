"""A room across two gateways, through the balancer, with the Redis users of docker-compose.yml."""

from __future__ import annotations

import http.client
import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.clients.room import ChatClient
from tests.compose.project import gateway_metric, redis_says, servers_up
from tests.stack.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.compose.project import ComposeProject

QUESTION = "@word what's the opposite of hot?"


@pytest.fixture(scope="module")
def gateways(project: ComposeProject) -> Iterator[list[str]]:
    """Start two gateways, and wait until the balancer knows both."""
    project.scale(gateway=2)
    try:
        wait_until(lambda: servers_up(project) == 2, "the balancer to find two gateways")
        yield project.ids("gateway")
    finally:
        project.scale(gateway=1)


def ask(client: ChatClient, event: str, **data: Any) -> dict[str, Any]:
    answer = client.ask(event, data)
    assert "error" not in answer, answer
    return answer


def test_people_on_two_gateways_and_the_bot_talk_in_one_order(
    project: ComposeProject, gateways: list[str]
) -> None:
    """One uses a websocket, one long-polling; the balancer sends the second to the less busy gateway."""
    with (
        ChatClient(project.url, transport="websocket") as ann,
        ChatClient(project.url, transport="polling") as bob,
    ):
        room = ask(ann, "create", title="Words")["room"]
        ask(ann, "join", room=room, name="Ann")
        there = ask(bob, "join", room=room, name="Bob")["members"]
        assert [person["name"] for person in there] == ["Ann", "Bob"]
        assert ann.wait_for("joined")["name"] == "Bob"
        assert [gateway_metric(each, "wordwire_room_members") for each in gateways] == [1, 1]

        ask(bob, "typing", room=room)
        assert ann.wait_for("typing")["name"] == "Bob"
        for number, (client, text) in enumerate([(ann, "Hello"), (bob, "Hello, Ann"), (bob, QUESTION)], 1):
            assert ask(client, "say", room=room, text=text, id=number)["seq"] == number
        heard = [[client.wait_for("message", number) for number in range(1, 5)] for client in (ann, bob)]

        assert heard[0] == heard[1] == ask(ann, "history", room=room)["history"]
        assert [message["from"] for message in heard[0]] == ["Ann", "Bob", "Bob", "word"]
        answer = heard[0][3]
        assert (answer["bot"], answer["in_reply_to"]) == (True, 3)
        assert answer["reply"]["option"] == "antonyms"
        assert "cold" in json.loads(answer["reply"]["response"])

        ask(bob, "leave", room=room)
        assert ann.wait_for("left")["name"] == "Bob"


@pytest.mark.usefixtures("gateways")
def test_redis_refused_nothing_of_it(project: ComposeProject) -> None:
    """The gateways' user needs every command of the rooms' scripts; ACL LOG lists its refusals."""
    entries = redis_says(project, "monitor", "ACL", "LOG", "128")

    assert [line for line in entries.splitlines() if " addr=" in line and " addr=127.0.0.1" not in line] == []


@pytest.mark.parametrize("user", ["worker", "monitor"])
@pytest.mark.parametrize(
    "command",
    [
        "XRANGE wordwire:room:x:log - +",
        "HGETALL wordwire:room:x",
        "DEL wordwire:room:x",
        "PUBLISH wordwire:rooms {}",
    ],
)
def test_only_gateways_read_or_change_a_room(project: ComposeProject, user: str, command: str) -> None:
    assert "NOPERM" in redis_says(project, user, *command.split())


@pytest.mark.parametrize(
    "command",
    ["HGETALL wordwire:room:x", "XTRIM wordwire:room:x:log MAXLEN 0", "FUNCTION LOAD x", "EVAL x 0"],
)
def test_a_gateway_may_do_to_a_room_only_what_its_scripts_need(project: ComposeProject, command: str) -> None:
    assert "NOPERM" in redis_says(project, "gateway", *command.split())


def test_the_page_of_the_rooms_is_served(project: ComposeProject) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", project.port, timeout=5)
    connection.request("GET", "/rooms")
    response = connection.getresponse()
    body = response.read()
    connection.close()

    assert response.status == 200
    assert b"<html" in body
