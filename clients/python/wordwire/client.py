"""The client for ordinary code: each method waits for its answer."""

from __future__ import annotations

import asyncio
import threading
import weakref
from typing import TYPE_CHECKING, Any, Self

from wordwire.async_client import AsyncWordwire

if TYPE_CHECKING:
    from collections.abc import Coroutine, Mapping
    from types import TracebackType

    from wordwire.answer import Answer
    from wordwire.async_client import Token

CLOSING_SECONDS = 3.0


class Wordwire:
    """A client of one Wordwire server, for any number of threads.

    It connects with its first question. `close`, the end of a `with` statement, or the end of the program
    closes it. `token` is as for AsyncWordwire.
    """

    def __init__(self, url: str, *, token: Token = None) -> None:
        self._client = AsyncWordwire(url, token=token)
        # The factory keeps the runner from making its loop this thread's own.
        runner = asyncio.Runner(loop_factory=asyncio.new_event_loop)
        self._loop = runner.get_loop()
        ended = asyncio.Event()
        thread = threading.Thread(
            target=_serve, args=(runner, self._client, ended), name="wordwire", daemon=True
        )
        thread.start()
        self._end = weakref.finalize(self, _end, self._loop, ended, thread)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    def define(self, word: str, *, pos: str | None = None, sentence: str | None = None) -> Answer:
        """Return the meanings of a word; with a `sentence` that holds it, the one that fits comes first."""
        return self._wait(self._client.define(word, pos=pos, sentence=sentence))

    def look_up(
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
        return self._wait(
            self._client.look_up(command, word, word2, pos=pos, form=form, where=where, sentence=sentence)
        )

    def ask(self, text: str) -> Answer:
        """Return the answer to a question in plain English, which may follow on from the last answer."""
        return self._wait(self._client.ask(text))

    def close(self) -> None:
        """Disconnect; a second call does nothing."""
        self._end()

    def _wait(self, question: Coroutine[Any, Any, Answer]) -> Answer:
        if not self._end.alive:
            question.close()
            raise RuntimeError("This client was closed.")
        answer = asyncio.run_coroutine_threadsafe(question, self._loop)
        try:
            return answer.result()
        finally:
            answer.cancel()  # after Ctrl-C nobody waits for it


def _serve(runner: asyncio.Runner, client: AsyncWordwire, ended: asyncio.Event) -> None:
    """Run the loop of a client until it is closed."""

    async def until_ended() -> None:
        async with client:
            await ended.wait()

    with runner:
        runner.run(until_ended())


def _end(loop: asyncio.AbstractEventLoop, ended: asyncio.Event, thread: threading.Thread) -> None:
    loop.call_soon_threadsafe(ended.set)
    if thread is not threading.current_thread():  # garbage may be collected in any thread
        thread.join(CLOSING_SECONDS)
