"""The client for asyncio: every question gets one answer or one error, even if the gateway is replaced.

It keeps the five rules of docs/protocol.md: unique ids; a memory of open questions; all of them asked again,
under the same ids, after each connect; nothing sent while disconnected; replies to other ids dropped.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any, Self
from uuid import uuid4

from wordwire.answer import Answer
from wordwire.errors import PASSING, TIMEOUT, UNAUTHORIZED, UNREACHABLE, WordwireError, refusal
from wordwire.link import event_packet, joined, websocket_address

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

    from wordwire.link import Link

Token = str | Callable[[], str] | None

# The gateway answers within its deadline of 10 s; two more seconds for the round trip.
PATIENCE_SECONDS = 12.0
# The most open questions at once; the gateway refuses more than 64 of one connection.
WINDOW = 32
PAUSE_SECONDS = 1.0  # after a refusal without `retry_after`
# Between attempts to connect; each pause varies by half, so that not all clients return at once.
BACK_OFF_FIRST_SECONDS = 0.2
BACK_OFF_LAST_SECONDS = 5.0


@dataclass(frozen=True)
class _Open:
    """A question without a reply so far."""

    packet: str
    reply: asyncio.Future[dict[str, Any]]


class AsyncWordwire:
    """A client of one Wordwire server, which connects with its first question; close it, or use `async with`.

    `token` is for a server that requires one: a JWT, or a function that returns a fresh one for each
    connection.
    """

    def __init__(self, url: str, *, token: Token = None) -> None:
        websocket_address(url)  # raises ValueError
        self._url = url
        self._token = token
        self._prefix = uuid4().hex[:12]
        self._numbers = count(1)
        self._window = asyncio.Semaphore(WINDOW)
        self._open: dict[str, _Open] = {}
        self._link: Link | None = None
        self._has_joined = False  # ever
        self._trouble: WordwireError | None = None  # the reason why there is no link
        self._connecting: asyncio.Task[None] | None = None
        self._context: dict[str, Any] | None = None  # of the last answer, for a new connection
        self._is_closed = False

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        await self.close()

    async def define(self, word: str, *, pos: str | None = None, sentence: str | None = None) -> Answer:
        """Return the meanings of a word; with a `sentence` that holds it, the one that fits comes first."""
        return await self.look_up("definition", word, pos=pos, sentence=sentence)

    async def look_up(
        self,
        command: str,
        word: str = "",
        word2: str | None = None,
        *,
        pos: str | None = None,
        form: str | None = None,
        where: Mapping[str, Any] | None = None,
        sentence: str | None = None,
    ) -> Answer:
        """Return the answer of any command of docs/commands.md; an empty one if nothing was found."""
        fields = {"word2": word2, "pos": pos, "form": form, "where": where, "sentence": sentence}
        given = {name: value for name, value in fields.items() if value is not None}
        return await self._answer("my_message", {"command": command, "word": word, **given})

    async def ask(self, text: str) -> Answer:
        """Return the answer to a question in plain English, which may follow on from the last answer."""
        context = {} if self._context is None else {"context": self._context}
        return await self._answer("ask", {"text": text, **context})

    async def close(self) -> None:
        """Disconnect; open questions fail."""
        self._is_closed = True
        self._fail(_closed())
        if self._connecting is not None:
            self._connecting.cancel()
            await asyncio.gather(self._connecting, return_exceptions=True)

    async def _answer(self, event: str, message: dict[str, Any]) -> Answer:
        """Ask, again after refusals that pass, and return the answer; raises WordwireError."""
        async with self._window:
            until = asyncio.get_running_loop().time() + PATIENCE_SECONDS
            while True:
                reply = await self._reply(event, message, until)
                if "error" not in reply:
                    self._context = reply.get("context")
                    return Answer(reply)
                error = refusal(reply["error"])
                pause = (error.retry_after or PAUSE_SECONDS) * random.uniform(1.0, 1.5)  # noqa: S311 (no secret)
                if error.code not in PASSING or asyncio.get_running_loop().time() + pause > until:
                    raise error
                await asyncio.sleep(pause)

    async def _reply(self, event: str, message: dict[str, Any], until: float) -> dict[str, Any]:
        """Ask once, under a new id, and return the reply; raises WordwireError if none comes in time."""
        question_id = f"{self._prefix}-{next(self._numbers)}"
        replied: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        question = self._open[question_id] = _Open(
            event_packet(event, message | {"id": question_id}), replied
        )
        try:
            async with asyncio.timeout_at(until):
                await self._send(question)
                return await replied
        except TimeoutError:
            late = WordwireError(TIMEOUT, "No answer came in time.")
            raise (self._trouble or late) from None
        finally:
            self._open.pop(question_id, None)

    async def _send(self, question: _Open) -> None:
        """Send a question, or leave it open for the next connection."""
        if self._is_closed:
            raise _closed()
        if self._link is not None:
            await self._link.send(question.packet)
        elif self._connecting is None or self._connecting.done():
            self._connecting = asyncio.create_task(self._stay_connected())
            self._connecting.add_done_callback(self._disconnected)

    async def _stay_connected(self) -> None:
        """Connect, and again after each loss as long as a question is open."""
        pause = BACK_OFF_FIRST_SECONDS
        while True:
            try:
                async with joined(self._url, self._token() if callable(self._token) else self._token) as link:
                    pause = BACK_OFF_FIRST_SECONDS
                    await self._listen(link)
            except WordwireError as trouble:
                self._trouble = trouble
                # A server that never answered is probably not there; a lost one comes back.
                if trouble.code == UNAUTHORIZED or (trouble.code == UNREACHABLE and not self._has_joined):
                    self._fail(trouble)
            finally:
                self._link = None
            if not self._open:
                return
            await asyncio.sleep(pause * random.uniform(0.5, 1.5))  # noqa: S311 (no secret)
            pause = min(pause * 2, BACK_OFF_LAST_SECONDS)

    async def _listen(self, link: Link) -> None:
        """Ask all open questions on this link, and take its replies until it ends."""
        self._link, self._trouble, self._has_joined = link, None, True
        for question in list(self._open.values()):
            await link.send(question.packet)
        async for event, content in link.events():
            replied = self._open.get(content["id"]) if event == "reply" else None
            if replied is not None and not replied.reply.done():
                replied.reply.set_result(content)

    def _disconnected(self, connecting: asyncio.Task[None]) -> None:
        """Pass an unexpected error, such as one of the token's function, to the open questions."""
        error = None if connecting.cancelled() else connecting.exception()
        if error is not None:
            self._fail(error)

    def _fail(self, error: BaseException) -> None:
        for question in self._open.values():
            if not question.reply.done():
                question.reply.set_exception(error)
        self._open.clear()


def _closed() -> WordwireError:
    return WordwireError(UNREACHABLE, "The client was closed.")
