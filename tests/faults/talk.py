"""A room in which members on several gateways talk at a steady rate, and a check of what each heard."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import Future
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any, Self

from tests.clients.room import ChatClient, RoomMember
from tests.stack import wait_until

QUESTION = "/synonyms happy"
QUESTION_EVERY = 21  # messages; not a multiple of the number of members, so that all of them ask
PATIENCE_SECONDS = 20.0


@dataclass
class Said:
    """One message: its speaker, its time in seconds of time.monotonic(), and its acknowledgement."""

    member: RoomMember
    text: str
    at: float
    ack: Future[dict[str, Any]]

    @property
    def is_question(self) -> bool:
        """Whether the bot must answer it."""
        return self.text == QUESTION


class Talk:
    """Members who stay, and reconnect through the next of `urls`; use it in a `with` statement."""

    def __init__(self, urls: Sequence[str], members: int = 20) -> None:
        with ChatClient(urls[0]) as host:
            self.room: str = host.ask("create", {"title": "Talk"})["room"]
        self.said: list[Said] = []
        self.members = [
            # Half of them start on one gateway, half on the other.
            RoomMember([*urls[number % len(urls) :], *urls[: number % len(urls)]], self.room, f"m{number}")
            for number in range(members)
        ]
        self._stack = ExitStack()
        self._speaking: threading.Thread | None = None

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            for member in self.members:
                stack.enter_context(member)
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *_error: object) -> None:
        self._stack.close()

    @property
    def names(self) -> set[str]:
        """The names of the room's rightful members."""
        return {member.name for member in self.members}

    def begin(self, count: int, rate: float, padding: str = "") -> None:
        """Let the members say `count` messages in turn, `rate` a second, without waiting for answers."""
        self._speaking = threading.Thread(target=self._speak, args=(count, rate, padding), daemon=True)
        self._speaking.start()

    def finish(self) -> None:
        """Return once every message is said and acknowledged."""
        assert self._speaking is not None
        self._speaking.join()
        for said in self.said:
            answer = said.ack.result(PATIENCE_SECONDS)
            assert "error" not in answer, answer

    def say(self, member: RoomMember, text: str) -> Said:
        """Let one member say something."""
        self.said.append(Said(member, text, time.monotonic(), member.say(text)))
        return self.said[-1]

    def ask_again(self) -> None:
        """Say every question again under its id, like a member who got no answer."""
        questions = [said for said in self.said if said.is_question]
        again = [said.member.say(said.text, said.ack.result()["id"]) for said in questions]
        assert [ack.result(PATIENCE_SECONDS) for ack in again] == [said.ack.result() for said in questions]

    def check(self) -> str:
        """Assert that all members heard every message once and in the same order; return the figures."""
        questions = [said.ack.result()["seq"] for said in self.said if said.is_question]
        expected = len(self.said) + len(questions)
        for member in self.members:
            wait_until(
                lambda member=member: len(member.messages) >= expected,
                f"{expected} messages for {member.name}, who heard {len(member.messages)}",
                PATIENCE_SECONDS,
            )
        heard = self.members[0].messages
        assert [message["seq"] for message in heard] == list(range(1, expected + 1))
        for member in self.members:
            assert member.seqs == self.members[0].seqs, f"{member.name} heard a different sequence"
            assert member.messages == heard, f"{member.name} heard different messages"
        assert {(m["seq"], m["id"], m["from"], m["text"]) for m in heard if not m.get("bot")} == {
            (said.ack.result()["seq"], said.ack.result()["id"], said.member.name, said.text)
            for said in self.said
        }
        answers = [message for message in heard if message.get("bot")]
        assert Counter(answer["in_reply_to"] for answer in answers) == Counter(questions)
        assert all(answer["seq"] > answer["in_reply_to"] for answer in answers)
        assert all("error" not in answer["reply"] for answer in answers)
        return self._figures(answers)

    def check_presence(self, within: float, *others: str) -> None:
        """Assert that every member's list soon names exactly the members and `others`."""
        there = sorted([*self.names, *others])
        for member in self.members:
            wait_until(
                lambda member=member: sorted(member.people.values()) == there,
                f"{member.name} to list {there}, not {sorted(member.people.values())}",
                within,
            )

    def _speak(self, count: int, rate: float, padding: str) -> None:
        began = time.monotonic()
        for number in range(count):
            time.sleep(max(0.0, began + number / rate - time.monotonic()))
            is_question = number % QUESTION_EVERY == QUESTION_EVERY - 1
            member = self.members[number % len(self.members)]
            self.say(member, QUESTION if is_question else f"{member.name} says {number}{padding}")

    def _figures(self, answers: Sequence[Any]) -> str:
        heard_at = [dict(zip(member.seqs, member.heard_at, strict=True)) for member in self.members]
        waits = sorted(at[said.ack.result()["seq"]] - said.at for said in self.said for at in heard_at)
        p50, p99 = (waits[int(len(waits) * share)] * 1000 for share in (0.5, 0.99))
        return (
            f"{len(self.said)} messages and {len(answers)} answers heard by {len(self.members)} members, "
            f"all in one order, none lost, none twice; latency p50 {p50:.0f} ms, p99 {p99:.0f} ms, "
            f"at most {waits[-1]:.2f} s; {sum(member.connections for member in self.members)} connections"
        )
