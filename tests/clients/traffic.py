"""Ordinary traffic of every kind at once: lookups, questions, talk in a room, requests over HTTP."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from itertools import count
from typing import TYPE_CHECKING

from tests.clients.http import HttpClient
from tests.clients.load import Load
from tests.clients.reference import ReferenceClient
from tests.clients.room import ChatClient, RoomMember
from tests.stack.waiting import DEADLINE_S, wait_until
from tests.words import QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.clients.load import Outcome
    from tests.words import Question

# Of each kind in a second.
LOOKUPS = 150.0
SENTENCES = 2.0
SAYINGS = 5.0
REQUESTS = 20.0
MEMBERS = 4
ASK_BOT_EVERY = 10  # messages


class Traffic:
    """The lookups, once the traffic is over, and how many of everything else there have been so far."""

    lookups: Outcome

    def __init__(self, load: Load) -> None:
        self.answered = load.answered  # lookups so far
        self.counts = {"sentences": 0, "messages": 0, "requests": 0}


@contextmanager
def all_kinds(urls: Sequence[str], room: str) -> Iterator[Traffic]:
    """Make traffic on all of `urls` while the block runs; after it, every answer has come and was right."""
    is_over = threading.Event()
    with Load(urls, LOOKUPS) as load, ThreadPoolExecutor(3) as pool:
        traffic = Traffic(load)
        others = (
            pool.submit(_ask, urls[0], is_over, traffic.counts),
            pool.submit(_talk, urls, room, is_over, traffic.counts),
            pool.submit(_request, urls[-1], is_over, traffic.counts),
        )
        try:
            yield traffic
        finally:
            is_over.set()
        for other in others:
            other.result()
        traffic.lookups = load.finish(2 * DEADLINE_S)
    traffic.lookups.check()


def new_room(url: str) -> str:
    """Create a room, and return its name."""
    with ChatClient(url) as client:
        room: str = client.ask("create", {"title": "traffic"})["room"]
    return room


def _paced(per_second: float, is_over: threading.Event) -> Iterator[int]:
    """Yield 0, 1, 2 … at a steady rate until the event."""
    began = time.monotonic()
    for number in count():
        if is_over.wait(max(0.0, began + number / per_second - time.monotonic())):
            return
        yield number


def _ask(url: str, is_over: threading.Event, counts: dict[str, int]) -> None:
    """Ask different sentences and descriptions, so that no cache answers them."""
    with ReferenceClient(url) as client:
        asked = []
        for number in _paced(SENTENCES, is_over):
            counts["sentences"] += 1
            if number % 2:
                asked.append(client.ask(word=f"fond of boats, number {number}", command="reverse"))
            else:
                asked.append(client.ask("ask", text=f"question {number}: what is the opposite of hot?"))
        replies = [lookup.reply.result(2 * DEADLINE_S) for lookup in asked]
        errors = {reply["error"]["code"] for reply in replies if "error" in reply}
        assert errors <= {"timeout"}, errors  # a busy machine can take a second for one
        assert not client.stray_replies, client.stray_replies


def _talk(urls: Sequence[str], room: str, is_over: threading.Event, counts: dict[str, int]) -> None:
    """Let members talk and ask the bot, and check that all of them hear everything."""
    with ExitStack() as inside:
        members = [
            inside.enter_context(RoomMember([*urls[turn:], *urls[:turn]], room, f"member {number}"))
            for number in range(MEMBERS)
            for turn in (number % len(urls),)
        ]
        said, questions = [], 0
        for number in _paced(SAYINGS, is_over):
            counts["messages"] += 1
            is_question = number % ASK_BOT_EVERY == 0
            questions += is_question
            text = "/synonyms happy" if is_question else f"message {number}"
            said.append(members[number % MEMBERS].say(text))
        numbers = {ack.result(DEADLINE_S)["seq"] for ack in said}

        def have_heard_all(member: RoomMember) -> bool:
            answers = {message["seq"] for message in member.messages if message.get("bot")}
            since = min(numbers, default=0)
            return numbers <= set(member.seqs) and sum(seq > since for seq in answers) == questions

        wait_until(lambda: all(map(have_heard_all, members)), "every member to hear everything")
        assert all(member.seqs == sorted(set(member.seqs)) for member in members), "heard out of order"


def _request(url: str, is_over: threading.Event, counts: dict[str, int]) -> None:
    """Look words up over HTTP, one or ten in a request."""
    numbers = _paced(REQUESTS, is_over)
    while not is_over.is_set():
        # The gateway closes a connection that is silent for as long as a busy machine may pause.
        with suppress(ConnectionError), HttpClient(url, DEADLINE_S) as client:
            for number in numbers:
                counts["requests"] += 1
                asked = QUESTIONS[number % len(QUESTIONS)]
                _request_once(client, asked, is_batch=not number % 10)


def _request_once(client: HttpClient, asked: Question, *, is_batch: bool) -> None:
    answer = client.batch(*[asked.message] * 10) if is_batch else client.look_up(**asked.message)
    assert answer.status in {200, 504}, answer  # 504: a busy machine has taken a second for it
    assert is_batch or answer.status == 504 or answer.json()["response"] == asked.answer, answer
