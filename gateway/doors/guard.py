"""Lets requests in by the rules of the socket: origins, tokens, rates. Each may then ask lookups."""

from __future__ import annotations

import logging
from itertools import count
from typing import TYPE_CHECKING, Final

from gateway.doors.problems import ForeignOrigin, Response, problem
from gateway.transport.places import IS_FULL_KEY
from shared.errors import Busy, LookupRefused, wire_code_and_message
from shared.messages import NOTHING, Reply, ReplyError
from shared.names import LOOKUP_NAMESPACE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gateway.access.allowances import Allowance
    from gateway.admission import Admission
    from gateway.doors.problems import Environ, Headers
    from gateway.lookups.dispatcher import Event
    from gateway.lookups.pending import PendingLookup
    from gateway.lookups.queues import Queues
    from gateway.metrics import Metrics
    from shared.messages import Question

    # The part of a door that answers a request which has been let in.
    Answer = Callable[[Environ, "Visit"], Response]

log = logging.getLogger(__name__)

BEARER: Final = "bearer "
PREFLIGHT_HEADERS: Final = (
    ("Access-Control-Allow-Methods", "GET, HEAD, POST"),
    ("Access-Control-Allow-Headers", "Authorization, Content-Type, If-None-Match, Mcp-Protocol-Version"),
    ("Access-Control-Max-Age", "3600"),
)


class Guard:
    """Lets requests in, and turns errors into problems. A request may have `at_once` lookups open."""

    def __init__(
        self,
        admission: Admission,
        queues: Queues,
        metrics: Metrics,
        *,
        new_event: Callable[[], Event],
        at_once: int,
    ) -> None:
        self._admission = admission
        self._queues = queues
        self._metrics = metrics
        self._new_event = new_event
        self._at_once = at_once
        self._numbers = count(1)

    def response(self, door: str, environ: Environ, answer: Answer) -> Response:
        """Return the response of `answer`, or a problem; count it for the door."""
        origin = environ.get("HTTP_ORIGIN")
        status, headers, body = self._respond(environ, origin, answer)
        self._metrics.requests[door, status[:3]] += 1
        return status, [*headers, ("Vary", "Origin"), *self._cors(origin, environ)], body

    def _respond(self, environ: Environ, origin: str | None, answer: Answer) -> Response:
        allowance = None
        try:
            self._check_origin(origin, environ)
            if environ["REQUEST_METHOD"] == "OPTIONS":
                return "204 No Content", list(PREFLIGHT_HEADERS), b""
            allowance = self._admission.let_in(environ, _token(environ))
            return answer(environ, self._visit(allowance))
        except Exception as error:
            if not isinstance(error, LookupRefused):
                log.exception("could not answer a request")
            refusal = self._refused(error)
            return problem(refusal, getattr(error, "status", None), *getattr(error, "headers", ()))
        finally:
            if allowance is not None:
                self._admission.let_out(allowance)

    def _check_origin(self, origin: str | None, environ: Environ) -> None:
        if not self._admission.is_allowed_origin(origin, environ):
            raise ForeignOrigin("Pages of this origin may not ask. See CORS_ALLOWED_ORIGINS.")
        if environ.get(IS_FULL_KEY):
            raise Busy("This gateway has no place for another request. Try again later.")

    def _visit(self, allowance: Allowance) -> Visit:
        return Visit(
            f"http:{next(self._numbers)}",
            self._queues,
            allowance,
            refused=self._refused,
            answered=self._new_event(),
            at_once=self._at_once,
        )

    def _refused(self, error: Exception) -> ReplyError:
        """Return the refusal that tells a client of `error`, and count it."""
        refusal = ReplyError(*wire_code_and_message(error), getattr(error, "retry_after", None))
        self._metrics.lookup_refused(refusal.code)
        return refusal

    def _cors(self, origin: str | None, environ: Environ) -> Headers:
        if origin is None or not self._admission.is_allowed_origin(origin, environ):
            return []
        exposed = ("Access-Control-Expose-Headers", "ETag, Retry-After")
        return [("Access-Control-Allow-Origin", origin), exposed]


class Visit:
    """One request that has been let in. To the queue it is a client like a connection, with one line."""

    def __init__(
        self,
        name: str,
        queues: Queues,
        allowance: Allowance,
        *,
        refused: Callable[[Exception], ReplyError],
        answered: Event,
        at_once: int,
    ) -> None:
        self._name = name
        self._queues = queues
        self._allowance = allowance
        self._refused = refused
        self._answered = answered
        self._at_once = at_once
        self._open = 0

    def ask(self, asked: Sequence[Question | LookupRefused]) -> list[Reply]:
        """Return the replies to lookups, in their order; those refused already are among them.

        This green thread waits until the dispatcher, which keeps to its deadline, has answered them all.
        """
        replies: dict[int, Reply] = {}

        def deliver(entry: PendingLookup, reply: Reply) -> None:
            replies[int(entry.client_id)] = reply
            self._open -= 1
            self._answered.set()

        for number, question in enumerate(asked):
            self._wait_for_fewer_than(self._at_once)
            try:
                if isinstance(question, LookupRefused):
                    raise question
                address = (self._name, LOOKUP_NAMESPACE, number)
                self._queues.submit(*address, question, deliver, allowance=self._allowance)
                self._open += 1
            except LookupRefused as error:
                replies[number] = Reply("", "", NOTHING, error=self._refused(error))
        self._wait_for_fewer_than(1)
        return [replies[number] for number in range(len(asked))]

    def _wait_for_fewer_than(self, number: int) -> None:
        while True:
            self._answered.clear()  # before the check, so that no answer goes unnoticed
            if self._open < number:
                return
            self._answered.wait()


def _token(environ: Environ) -> str | None:
    """Return the token in the header Authorization, or None if there is none."""
    given = str(environ.get("HTTP_AUTHORIZATION", ""))
    return given[len(BEARER) :].strip() if given[: len(BEARER)].lower() == BEARER else None
