"""Lets requests in by the rules of the socket, asks their lookups, and turns errors into problems."""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from itertools import count
from typing import TYPE_CHECKING, Any, Final, TypeVar

from msgspec import Struct, field

from gateway.doors.problems import problem
from gateway.lookups.parsing import read_ask, read_id, read_my_message, shown_field
from gateway.transport.places import IS_FULL_KEY
from gateway.transport.responses import JSON, Environ, Response
from shared.errors import Busy, LookupRefused
from shared.messages import NOTHING, Reply, ReplyError, reply_error
from shared.names import LOOKUP_NAMESPACE

if TYPE_CHECKING:
    from gateway.admission import Admission
    from gateway.lookups.pending import PendingLookup
    from gateway.lookups.queues import Queues
    from gateway.metrics import Metrics

log = logging.getLogger(__name__)

Found = TypeVar("Found")
Asking = Generator[Sequence[dict[str, Any]], list[Reply], Found]  # yields messages, as on the socket
Steps = Asking[Response]  # from a request

VARY: Final = ("Vary", "Origin")
EXPOSED: Final = ("Access-Control-Expose-Headers", "ETag, Retry-After")
MAY_SEND: Final = "Authorization, Content-Type, If-None-Match, Mcp-Protocol-Version, Mcp-Method, Mcp-Name"
PREFLIGHT: Final = (
    ("Access-Control-Allow-Methods", "GET, HEAD, POST"),
    ("Access-Control-Allow-Headers", MAY_SEND),
    ("Access-Control-Max-Age", "3600"),
)
FOREIGN: Final = ReplyError("unauthorized", "Pages of this origin may not ask. See CORS_ALLOWED_ORIGINS.")


class Door(Struct, frozen=True):
    """One kind of request: the steps to its response, and the form of a problem."""

    name: str  # in the metrics
    steps: Callable[[Environ], Steps]
    methods: tuple[str, ...] = ("GET", "HEAD")
    problem: Callable[..., Response] = problem


class Guard(Struct):
    """Lets requests in, and answers them. A request may have `at_once` lookups open.

    `doors` has them by their path or, if they have more than one, by its first folder.
    """

    admission: Admission
    queues: Queues
    metrics: Metrics
    new_event: Callable[[], Any]  # eventlet's, by which a green thread gives another a value
    at_once: int
    doors: Mapping[str, Door]
    numbers: Iterator[int] = field(default_factory=count)

    def door(self, path: str) -> Door | None:
        """Return the door to a path, or None if it leads elsewhere."""
        return self.doors.get(path) or self.doors.get(path[: path.find("/", 1) + 1])

    def begin(self, door: Door, environ: Environ, then: Callable[[Response], object]) -> None:
        """Call `then` with the response to a request, now or once its lookups are answered."""
        Visit(self, door, environ, then)

    def response(self, path: str, environ: Environ) -> Response | None:
        """Return the response to a request, for which this green thread waits; None without a door."""
        door = self.door(path)
        if door is None:
            return None
        answered = self.new_event()
        self.begin(door, environ, answered.send)
        response: Response = answered.wait()
        return response


class Visit:
    """One request. To the queue it is a client like a connection."""

    def __init__(
        self, guard: Guard, door: Door, environ: Environ, then: Callable[[Response], object]
    ) -> None:
        self._guard = guard
        self._door = door
        self._then = then
        self._sid = f"http:{next(guard.numbers)}"
        self._headers = [VARY]
        self._open = 0
        self._steps = self._enter(environ)
        self._go_on(None)

    def _go_on(self, replies: Any) -> None:
        """Take the next step, with the replies to the lookups of the last one."""
        try:
            asked = self._steps.send(replies)
        except StopIteration as done:
            self._end(done.value)
        except Exception as error:
            if not isinstance(error, LookupRefused):
                log.exception("could not answer a request")
            self._end(self._door.problem(self._refused(error)))
        else:
            self._waiting = enumerate(asked)
            self._replies: dict[int, Reply] = {}
            self._ask()

    def _end(self, response: Response) -> None:
        status, headers, _ = response
        self._guard.metrics.requests[self._door.name, status[:3]] += 1
        headers += self._headers
        self._then(response)

    def _enter(self, environ: Environ) -> Steps:
        admission, door, method = self._guard.admission, self._door, environ["REQUEST_METHOD"]
        origin = environ.get("HTTP_ORIGIN")
        if origin is not None:
            if not admission.is_allowed_origin(origin, environ):
                return door.problem(FOREIGN, 403)
            self._headers = [VARY, ("Access-Control-Allow-Origin", origin), EXPOSED]
        if environ.get(IS_FULL_KEY):
            raise Busy("This gateway has no place for another request. Try again later.")
        if method == "OPTIONS":
            return "204 No Content", list(PREFLIGHT), b""
        if method not in door.methods:
            methods = ", ".join((*door.methods, "OPTIONS"))
            self._headers.append(("Allow", methods))
            return door.problem(ReplyError("bad_request", f"The methods here are {methods}."), 405)
        if method == "POST" and environ.get("CONTENT_TYPE", "").partition(";")[0].strip().lower() != JSON:
            return door.problem(ReplyError("bad_request", f"The body must be {JSON}."), 415)
        self._allowance = admission.let_in(environ)
        try:
            return (yield from door.steps(environ))
        finally:
            admission.let_out(self._allowance)

    def _ask(self) -> None:
        """Ask lookups, as many at once as a client may have open; after the last reply, go on."""
        guard = self._guard
        for number, sent in self._waiting:
            try:
                read_id(sent)
                question = read_my_message(sent) if "command" in sent else read_ask(sent, None)
                guard.queues.submit(
                    self._sid, LOOKUP_NAMESPACE, number, question, self._deliver, allowance=self._allowance
                )
            except LookupRefused as error:
                shown = shown_field(sent, "command"), shown_field(sent, "word")
                self._replies[number] = Reply(*shown, NOTHING, error=self._refused(error))
                continue
            self._open += 1
            if self._open == guard.at_once:
                return
        if not self._open:
            self._go_on([reply for _, reply in sorted(self._replies.items())])

    def _deliver(self, entry: PendingLookup, reply: Reply) -> None:
        self._replies[int(entry.client_id)] = reply
        self._open -= 1
        self._ask()

    def _refused(self, error: Exception) -> ReplyError:
        """Return the refusal that tells a client of `error`, and count it."""
        refusal = reply_error(error)
        self._guard.metrics.lookup_refused(refusal.code)
        return refusal
