"""Rooms across two gateways keep one order for all members through kills, cuts, freezes and restarts."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

import msgspec
import pytest

from gateway.rooms.lua import read_script
from shared import messages
from shared.names import ROOM_KEY_PREFIX
from shared.room_messages import NewMessage
from tests.clients.room import ChatClient
from tests.faults.talk import Talk
from tests.stack import Stack, wait_until

pytestmark = pytest.mark.waits

REMOVED_WITHIN_SECONDS = 15.0  # the store's SILENCE_LIMIT_S in whole seconds, and the beat after it
BEAT_SECONDS = 3.0
GRACE_SECONDS = 10.0  # SHUTDOWN_GRACE

Figures = Callable[[str], None]


@pytest.fixture
def pair(mended_pair: Stack) -> Iterator[Stack]:
    """Return the stack of two gateways, whose logs must show no traceback after the test."""
    sizes = {gateway.name: gateway.log_size() for gateway in mended_pair.gateways.values()}
    yield mended_pair
    for gateway in mended_pair.gateways.values():
        assert "Traceback" not in gateway.log(sizes[gateway.name]), gateway.name


def urls(stack: Stack) -> list[str]:
    return [gateway.url for gateway in stack.gateways.values()]


def test_all_hear_the_same_in_one_order_on_both_gateways(pair: Stack, figures: Figures) -> None:
    with Talk(urls(pair)) as talk:
        talk.begin(count=2000, rate=300)
        talk.finish()

        figures(talk.check())
        talk.check_presence(within=1.0)


def test_members_of_a_killed_gateway_come_back_and_miss_nothing(pair: Stack, figures: Figures) -> None:
    killed = pair.gateways["gateway-1"]
    with Talk(urls(pair)) as talk, ChatClient(killed.url) as dave, ChatClient(killed.url) as eve:
        for client in (dave, eve):  # they never return
            client.ask("join", {"room": talk.room, "name": "ghost"})
        talk.begin(count=1000, rate=200)
        wait_until(lambda: len(talk.said) > 400, "traffic")
        killed.kill()
        killed_at = time.monotonic()
        talk.finish()
        talk.ask_again()

        figures(talk.check())
        talk.check_presence(within=killed_at + REMOVED_WITHIN_SECONDS - time.monotonic())
        figures(f"members who did not return were removed after {time.monotonic() - killed_at:.1f} s")
        with ChatClient(urls(pair)[1]) as fresh:
            members = fresh.ask("join", {"room": talk.room, "name": "fresh"})["members"]
        assert {person["name"] for person in members} == talk.names | {"fresh"}
        assert len(members) == len(talk.members) + 1


def test_nobody_misses_a_message_while_subscriptions_are_cut_each_second(
    pair: Stack, figures: Figures
) -> None:
    before = sum(gateway.metric("wordwire_room_catch_ups_total") for gateway in pair.gateways.values())
    with Talk(urls(pair)) as talk, subscriptions_cut(pair, every=1.0):
        talk.begin(count=1000, rate=200)
        talk.finish()

        figures(talk.check())
        catch_ups = sum(gateway.metric("wordwire_room_catch_ups_total") for gateway in pair.gateways.values())
        figures(f"{catch_ups - before:.0f} fetches of missed messages from the history")


def test_nobody_misses_a_message_while_redis_is_frozen(pair: Stack, figures: Figures) -> None:
    with Talk(urls(pair)) as talk:
        talk.begin(count=1000, rate=200)
        wait_until(lambda: len(talk.said) > 200, "traffic")
        pair.redis.freeze()
        time.sleep(3.0)
        pair.redis.thaw()
        talk.finish()

        figures(talk.check())
        talk.check_presence(within=BEAT_SECONDS + 2.0)


def test_the_last_message_is_heard_even_if_its_publication_was_lost(pair: Stack, figures: Figures) -> None:
    deaf = pair.gateways["gateway-2"]
    with Talk(urls(pair), members=4) as talk:
        deaf.freeze()
        with pair.redis.client() as redis:
            redis.client_kill_filter(_type="pubsub")
        talk.say(talk.members[0], "published while one gateway was cut off").ack.result(10)
        deaf.thaw()
        thawed_at = time.monotonic()
        for member in talk.members:
            wait_until(lambda member=member: len(member.messages) == 1, f"{member.name} to hear it", 5.0)
        figures(f"heard {time.monotonic() - thawed_at:.2f} s after the gateway ran again")

        say_without_publishing(pair, talk.room, "published to nobody")
        said_at = time.monotonic()
        for member in talk.members:
            wait_until(lambda member=member: len(member.messages) == 2, f"{member.name} to hear it", 5.0)
        figures(f"an unpublished message was found after {time.monotonic() - said_at:.1f} s")
        assert [member.seqs for member in talk.members] == [[1, 2]] * 4


def test_joins_and_leaves_become_known_even_if_never_published(pair: Stack, figures: Figures) -> None:
    near, deaf = pair.gateways.values()
    with Talk(urls(pair), members=4) as talk, ChatClient(near.url) as dave, ChatClient(near.url) as eve:
        dave.ask("join", {"room": talk.room, "name": "dave"})
        talk.check_presence(2.0, "dave")
        deaf.freeze()
        with pair.redis.client() as redis:
            redis.client_kill_filter(_type="pubsub")
        dave.ask("leave", {"room": talk.room})
        eve.ask("join", {"room": talk.room, "name": "eve"})
        deaf.thaw()
        thawed_at = time.monotonic()

        talk.check_presence(2 * BEAT_SECONDS + 2.0, "eve")
        figures(f"known to all {time.monotonic() - thawed_at:.1f} s after the gateway ran again")


def test_members_keep_their_history_when_both_gateways_restart(pair: Stack, figures: Figures) -> None:
    with Talk(urls(pair)) as talk:
        talk.begin(count=1000, rate=200)
        for gateway in pair.gateways.values():  # one by one, under traffic
            wait_until(lambda: talk.said and talk.said[-1].ack.done(), "traffic")
            began = time.monotonic()
            assert gateway.stop() == 0
            figures(f"{gateway.name} had drained after {time.monotonic() - began:.1f} s")
            assert time.monotonic() - began < GRACE_SECONDS
            gateway.start()
            gateway.wait_until_ready()
        talk.finish()
        figures(talk.check())
        heard = talk.members[0].messages

        talk.check_presence(
            within=REMOVED_WITHIN_SECONDS
        )  # python-socketio may give up if it is sent away while connecting

        for gateway in pair.gateways.values():  # and both at once
            assert gateway.stop() == 0
        for gateway in pair.gateways.values():
            gateway.start()
        pair.wait_until_ready()
        with ChatClient(urls(pair)[1]) as fresh:
            history = fresh.ask("join", {"room": talk.room, "name": "fresh", "since": len(heard) - 100})
        assert history["title"] == "Talk"
        assert history["history"] == heard[-100:]
        talk.check_presence(within=REMOVED_WITHIN_SECONDS)


def test_rooms_end_with_a_redis_that_comes_back_empty_and_new_ones_work_at_once(
    pair: Stack, figures: Figures
) -> None:
    with ChatClient(urls(pair)[0]) as ann, ChatClient(urls(pair)[1]) as bob:
        room = ann.ask("create", {})["room"]
        for client in (ann, bob):
            client.ask("join", {"room": room, "name": "x"})
        pair.redis.kill()
        began = time.monotonic()
        for client in (ann, bob):
            assert client.code("say", {"room": room, "text": "x", "id": 1}) == "unavailable"
            assert client.code("create", {}) == "unavailable"
        figures(f"four refusals while Redis was down took {time.monotonic() - began:.1f} s")
        pair.redis.start()
        returned_at = time.monotonic()
        for client in (ann, bob):
            assert client.code("say", {"room": room, "text": "x", "id": 2}) == "no_such_room"
            assert client.code("join", {"room": room, "name": "x"}) == "no_such_room"

        new = ann.ask("create", {})["room"]
        for client in (ann, bob):
            assert "error" not in client.ask("join", {"room": new, "name": "x"})
        assert ann.ask("say", {"room": new, "text": "hello", "id": 1})["seq"] == 1
        for client in (ann, bob):
            assert client.wait_for("message", within=3.0)["text"] == "hello"
        figures(f"a new room worked on both gateways {time.monotonic() - returned_at:.1f} s after its return")


@contextmanager
def subscriptions_cut(stack: Stack, every: float) -> Iterator[None]:
    """Cut every gateway's subscription again and again while the block runs."""
    is_over = Event()

    def cut() -> None:
        with stack.redis.client() as redis:
            while not is_over.wait(every):
                redis.client_kill_filter(_type="pubsub")

    thread = Thread(target=cut)
    thread.start()
    try:
        yield
    finally:
        is_over.set()
        thread.join()


def say_without_publishing(stack: Stack, room: str, text: str) -> None:
    """Append to a room's history like a gateway, but publish to a channel without subscribers."""
    message = NewMessage(1, "nobody", "nobody", text)
    key = ROOM_KEY_PREFIX + room
    with stack.redis.client() as redis:
        redis.eval(
            read_script("say"),
            3,
            *(key, f"{key}:log", f"{key}:seen"),
            *(room, "nowhere", 500, 3600, 3600, 10),
            *(message.member, msgspec.json.encode(message.id), messages.encode(message), 10**6),
        )
