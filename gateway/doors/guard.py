"""Lets requests in by the rules of the socket, asks their lookups, and turns errors into problems."""

from __future__ import annotations

import logging
from collections import deque
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct, field

from gateway.doors.problems import ForeignOrigin, Response, problem
from gateway.transport.places import IS_FULL_KEY
from shared.errors import Busy, LookupRefused, wire_code_and_message
from shared.messages import NOTHING, Reply, ReplyError
from shared.names import LOOKUP_NAMESPACE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from gateway.access.allowances import Allowance
    from gateway.admission import Admission
    from gateway.doors.problems import Environ
    from gateway.lookups.dispatcher import Event
    from gateway.lookups.pending import PendingLookup
    from gateway.lookups.queues import Queues
    from gateway.metrics import Metrics
    from shared.messages import Question

    # A door reads a request into lookups, some of them refused, and a function that shows the replies.
    Asked = Sequence[Question | LookupRefused]
    Show = Callable[[Sequence[Reply]], Response]
    Read = Callable[[Environ], tuple[Asked, Show]]
    Then = Callable[[Response], None]

log = logging.getLogger(__name__)

BEARER: Final = "bearer "
MCP_HEADERS: Final = "Mcp-Protocol-Version, Mcp-Method, Mcp-Name"
PREFLIGHT_HEADERS: Final = (
    ("Access-Control-Allow-Methods", "GET, HEAD, POST"),
    ("Access-Control-Allow-Headers", "Authorization, Content-Type, If-None-Match, " + MCP_HEADERS),
    ("Access-Control-Max-Age", "3600"),
)


class Guard(Struct):
    """Lets requests in, and answers them. A request may have `at_once` lookups open."""

    admission: Admission
    queues: Queues
    metrics: Metrics
    new_event: Callable[[], Event]
    at_once: int
    numbers: Iterator[int] = field(default_factory=partial(count, 1))

    def response(self, door: str, environ: Environ, read: Read) -> Response:
        """Return the response to a request; this green thread waits for it."""
        found: list[Response] = []
        answered = self.new_event()

        def then(response: Response) -> None:
            found.append(response)
            answered.set()

        self.begin(door, environ, read, then)
        answered.wait()
        return found[0]

    def begin(self, door: str, environ: Environ, read: Read, then: Then) -> None:
        """Call `then` with the response to a request, now or once its lookups are answered."""
        Visit(self, door, environ, then).begin(read)


class Visit:
    """One request. To the queue it is a client like a connection."""

    def __init__(self, guard: Guard, door: str, environ: Environ, then: Then) -> None:
        self._guard = guard
        self._door = door
        self._environ = environ
        self._then = then
        self._allowance: Allowance | None = None
        self._open = 0

    def begin(self, read: Read) -> None:
        """Answer the request at once, or ask its lookups."""
        response = self._try(self._let_in, read)
        if response is None:
            self._ask()
        else:
            self._end(response)

    def _let_in(self, read: Read) -> Response | None:
        environ, guard = self._environ, self._guard
        if not guard.admission.is_allowed_origin(environ.get("HTTP_ORIGIN"), environ):
            raise ForeignOrigin("Pages of this origin may not ask. See CORS_ALLOWED_ORIGINS.")
        if environ.get(IS_FULL_KEY):
            raise Busy("This gateway has no place for another request. Try again later.")
        if environ["REQUEST_METHOD"] == "OPTIONS":
            return "204 No Content", list(PREFLIGHT_HEADERS), b""
        self._allowance = guard.admission.let_in(environ, _token(environ))
        asked, self._show = read(environ)
        self._waiting = deque(enumerate(asked))
        self._replies = [Reply("", "", NOTHING)] * len(asked)
        address = (f"http:{next(guard.numbers)}", LOOKUP_NAMESPACE)
        self._submit = partial(guard.queues.submit, *address, allowance=self._allowance)
        return None

    def _ask(self) -> None:
        """Ask lookups, as many at once as a client may have open; after the last reply, show all."""
        while self._waiting and self._open < self._guard.at_once:
            number, question = self._waiting.popleft()
            try:
                if isinstance(question, LookupRefused):
                    raise question
                self._submit(number, question, self._deliver)
                self._open += 1
            except LookupRefused as error:
                self._replies[number] = Reply("", "", NOTHING, error=self._refused(error))
        if not self._waiting and not self._open:
            self._end(self._try(self._show, self._replies))

    def _deliver(self, entry: PendingLookup, reply: Reply) -> None:
        self._replies[int(entry.client_id)] = reply
        self._open -= 1
        self._ask()

    def _end(self, response: Response) -> None:
        if self._allowance is not None:
            self._guard.admission.let_out(self._allowance)
        status, headers, body = response
        self._guard.metrics.requests[self._door, status[:3]] += 1
        headers.append(("Vary", "Origin"))
        origin = self._environ.get("HTTP_ORIGIN")
        if origin is not None and self._guard.admission.is_allowed_origin(origin, self._environ):
            headers.append(("Access-Control-Allow-Origin", origin))
            headers.append(("Access-Control-Expose-Headers", "ETag, Retry-After"))
        self._then((status, headers, body))

    def _try(self, step: Callable[[Any], Any], argument: Any) -> Any:
        """Return the result of a step, or the problem that it ends with."""
        try:
            return step(argument)
        except Exception as error:
            if not isinstance(error, LookupRefused):
                log.exception("could not answer a request")
            more = getattr(error, "headers", ())
            return problem(self._refused(error), getattr(error, "status", None), *more)

    def _refused(self, error: Exception) -> ReplyError:
        """Return the refusal that tells a client of `error`, and count it."""
        refusal = ReplyError(*wire_code_and_message(error), getattr(error, "retry_after", None))
        self._guard.metrics.lookup_refused(refusal.code)
        return refusal


def _token(environ: Environ) -> str | None:
    """Return the token in the header Authorization, or None if there is none."""
    given = str(environ.get("HTTP_AUTHORIZATION", ""))
    return given[len(BEARER) :].strip() if given[: len(BEARER)].lower() == BEARER else None
