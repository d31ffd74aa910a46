"""Lets requests in by the rules of the socket, asks their lookups, and turns errors into problems."""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Mapping, Sequence
from http import HTTPStatus
from itertools import count
from math import ceil
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from gateway.lookups.parsing import read_ask, read_id, read_my_message, shown_field
from gateway.transport.places import IS_FULL_KEY
from gateway.transport.responses import JSON, NEVER_KEEP, Environ, Response, respond
from shared.errors import Busy, LookupRefused
from shared.http_messages import Problem
from shared.messages import NOTHING, Question, Reply, ReplyError, encode, reply_error
from shared.names import LOOKUP_NAMESPACE

if TYPE_CHECKING:
    from gateway.access.allowances import Allowance
    from gateway.admission import Admission
    from gateway.lookups.pending import PendingLookup
    from gateway.lookups.queues import Queues
    from gateway.metrics import Metrics

    Deliver = Callable[[PendingLookup, Reply], None]

log = logging.getLogger(__name__)

# From a request to its response: they yield a question and get its reply, or messages as on the socket and
# get their replies.
Steps = Generator[Question | Sequence[dict[str, Any]], Any, Any]

VARY: Final = "Vary: Origin\r\n"
EXPOSED: Final = "Access-Control-Expose-Headers: ETag, Retry-After\r\n"
MAY_SEND: Final = "Authorization, Content-Type, If-None-Match, Mcp-Protocol-Version, Mcp-Method, Mcp-Name"
PREFLIGHT: Final = (
    "Access-Control-Allow-Methods: GET, HEAD, POST\r\n"
    f"Access-Control-Allow-Headers: {MAY_SEND}\r\n"
    "Access-Control-Max-Age: 3600\r\n"
)
FOREIGN: Final = ReplyError("unauthorized", "Pages of this origin may not ask. See CORS_ALLOWED_ORIGINS.")

NUMBERS: Final = count()  # of visits
PROBLEM_TYPE: Final = "application/problem+json"
PROBLEMS_PAGE: Final = "/api"  # explains each code
STATUS_OF: Final = {
    "bad_request": 400,
    "unauthorized": 401,
    "unknown_command": 404,
    "too_long": 400,
    "rate_limited": 429,
    "busy": 503,
    "unavailable": 503,
    "timeout": 504,
}


def problem(error: ReplyError, status: int | None = None) -> Response:
    """Return the response to a failed request; `status` is that of the error's code, unless given."""
    status = status or STATUS_OF.get(error.code, 500)
    place, title = f"{PROBLEMS_PAGE}#{error.code}", HTTPStatus(status).phrase
    body = encode(Problem(place, title, status, error.message, error.code, error.retry_after))
    headers = NEVER_KEEP
    if status == HTTPStatus.UNAUTHORIZED:
        headers += "WWW-Authenticate: Bearer\r\n"
    if status in {429, 503}:
        headers += f"Retry-After: {max(1, ceil(error.retry_after or 1))}\r\n"
    return respond(status, body, PROBLEM_TYPE, headers)


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

    def door(self, path: str) -> Door | None:
        """Return the door to a path, or None if it leads elsewhere."""
        return self.doors.get(path) or self.doors.get(path[: path.find("/", 1) + 1])

    def response(self, path: str, environ: Environ) -> Response | None:
        """Return the response to a request, for which this green thread waits; None without a door."""
        if (door := self.door(path)) is None:
            return None
        answered = self.new_event()
        Visit(self, door, environ, answered.send)
        response: Response = answered.wait()
        return response


class Visit:
    """One request. To the queue it is a client like a connection.

    It calls `then` with the response, now or once its lookups are answered.
    """

    def __init__(
        self, guard: Guard, door: Door, environ: Environ, then: Callable[[Response], object]
    ) -> None:
        self._guard = guard
        self._door = door
        self._then = then
        self._origin = environ.get("HTTP_ORIGIN")
        try:
            refusal = self._refusal(environ)
        except Exception as error:  # noqa: BLE001 (_problem logs it)
            refusal = self._problem(error)
        if refusal is not None:
            self._respond(refusal)
            return
        self._sid = f"http:{next(NUMBERS)}"
        self._open = 0
        self._steps = door.steps(environ)
        self._go_on(None)

    def _refusal(self, environ: Environ) -> Response | None:
        """Let a request in, or return the response without it; raises Busy or Unauthorized."""
        admission, door, method = self._guard.admission, self._door, environ["REQUEST_METHOD"]
        if self._origin is not None and not admission.is_allowed_origin(self._origin, environ):
            self._origin = None
            return door.problem(FOREIGN, 403)
        if environ.get(IS_FULL_KEY):
            raise Busy("This gateway has no place for another request. Try again later.")
        if method == "OPTIONS":
            return "204 No Content", PREFLIGHT, b""
        if method not in door.methods:
            methods = ", ".join((*door.methods, "OPTIONS"))
            error = ReplyError("bad_request", f"The methods here are {methods}.")
            line, headers, body = door.problem(error, 405)
            return line, f"{headers}Allow: {methods}\r\n", body
        if method == "POST" and environ.get("CONTENT_TYPE", "").partition(";")[0].strip().lower() != JSON:
            return door.problem(ReplyError("bad_request", f"The body must be {JSON}."), 415)
        self._allowance: Allowance = admission.let_in(environ)
        return None

    def _go_on(self, replies: Any) -> None:
        """Take the next step, with the replies to the lookups of the last one."""
        try:
            asked = self._steps.send(replies)
            if isinstance(asked, Question):
                self._submit(0, asked, self._answered)
                return
        except StopIteration as done:
            response: Response = done.value
        except Exception as error:  # noqa: BLE001 (_problem logs it)
            response = self._problem(error)
        else:
            self._waiting = enumerate(asked)
            self._replies: list[Any] = [None] * len(asked)
            self._ask()
            return
        self._guard.admission.let_out(self._allowance)
        self._respond(response)

    def _answered(self, _entry: PendingLookup, reply: Reply) -> None:
        self._go_on(reply)

    def _respond(self, response: Response) -> None:
        status, headers, body = response
        self._guard.metrics.requests[self._door.name, status[:3]] += 1
        headers += VARY
        if self._origin is not None:
            headers += f"Access-Control-Allow-Origin: {self._origin}\r\n{EXPOSED}"
        self._then((status, headers, body))

    def _ask(self) -> None:
        """Ask lookups, as many at once as a client may have open; after the last reply, go on."""
        for number, sent in self._waiting:
            try:
                read_id(sent)
                question = read_my_message(sent) if "command" in sent else read_ask(sent, None)
                self._submit(number, question, self._deliver)
            except LookupRefused as error:
                shown = shown_field(sent, "command"), shown_field(sent, "word")
                self._replies[number] = Reply(*shown, NOTHING, error=self._refused(error))
                continue
            self._open += 1
            if self._open == self._guard.at_once:
                return
        if not self._open:
            self._go_on(self._replies)

    def _submit(self, number: int, question: Question, deliver: Deliver) -> None:
        submit, allowance = self._guard.queues.submit, self._allowance
        submit(self._sid, LOOKUP_NAMESPACE, number, question, deliver, allowance=allowance)

    def _deliver(self, entry: PendingLookup, reply: Reply) -> None:
        self._replies[int(entry.client_id)] = reply
        self._open -= 1
        self._ask()

    def _problem(self, error: Exception) -> Response:
        if not isinstance(error, LookupRefused):
            log.exception("could not answer a request")
        return self._door.problem(self._refused(error))

    def _refused(self, error: Exception) -> ReplyError:
        """Return the refusal that tells a client of `error`, and count it."""
        refusal = reply_error(error)
        self._guard.metrics.lookup_refused(refusal.code)
        return refusal
