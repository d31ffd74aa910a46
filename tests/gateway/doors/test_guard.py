"""The guard of the doors: origins, tokens and rates as on the socket, and every lookup one reply."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import jwt
import pytest

from gateway.doors.guard import STATUS_OF, Door, problem
from gateway.transport.places import IS_FULL_KEY
from gateway.transport.responses import pairs, respond
from shared.errors import LookupFailed, LookupRefused
from shared.messages import ReplyError
from tests.gateway.doors.desk import HERE, Answer, Desk
from tests.gateway.transport.websocket import eventlet, wait_until

if TYPE_CHECKING:
    from gateway.doors.guard import Steps
    from gateway.transport.responses import Environ
    from shared.messages import Reply

SECRET = "a-secret-of-the-tests-0123456789abcdef"
GOOSE = {"command": "pos", "word": "goose"}
CODES_OF_LOOKUPS = {cls.code for tree in (LookupRefused, LookupFailed) for cls in tree.__subclasses__()}


class Counter:
    """A door that asks the same lookup a number of times, and remembers the replies."""

    def __init__(self, number: int = 1, **settings: str) -> None:
        self.desk = Desk({"/any": Door("api", self._steps, ("GET", "POST"))}, **settings)
        self.lookups = [GOOSE] * number
        self.replies: list[Reply] = []

    def ask(self, **environ: Any) -> Answer:
        return self.desk.request("/any", **environ)

    def _steps(self, _environ: Environ) -> Steps:
        self.replies = yield self.lookups
        return respond(HTTPStatus.OK, b"{}", "application/json")

    def codes(self) -> list[str]:
        return [reply.error.code if reply.error else "ok" for reply in self.replies]


def token(**claims: object) -> str:
    return "Bearer " + jwt.encode({"sub": "tester", **claims}, SECRET, algorithm="HS256")


def test_the_replies_have_the_order_of_the_questions() -> None:
    counter = Counter()
    counter.lookups = [
        {"command": "pos", "word": "a"},
        {"command": "pos", "word": "a" * 101},
        {"text": "b"},
        GOOSE,
    ]
    counter.ask()

    assert [reply.word for reply in counter.replies] == ["a", "a" * 100, "", "goose"]
    assert counter.codes() == ["ok", "too_long", "ok", "ok"]
    assert counter.desk.metrics.refused["too_long"] == 1


def test_more_lookups_than_a_client_may_have_open_are_asked_one_after_another() -> None:
    counter = Counter(30, MAX_PENDING_PER_CLIENT="4", RATE_LIMIT="0")
    counter.ask()

    assert counter.codes() == ["ok"] * 30
    assert counter.desk.queues.pending() == 0


def test_a_request_waits_for_its_answer() -> None:
    counter = Counter()
    counter.desk.is_held = True
    asking = eventlet.spawn(counter.ask)
    wait_until(lambda: counter.desk.asked)
    assert counter.replies == []

    counter.desk.settle(counter.desk.asked[0])
    asking.wait()

    assert counter.codes() == ["ok"]


def test_without_an_answer_the_deadline_ends_the_wait() -> None:
    counter = Counter(LOOKUP_DEADLINE="0.2")
    counter.desk.is_held = True
    counter.ask()

    assert counter.codes() == ["timeout"]


def test_requests_one_after_another_share_the_rate_of_one_connection() -> None:
    counter = Counter(RATE_LIMIT="1")  # with a burst of 2
    for _ in range(3):
        counter.ask()

    assert counter.codes() == ["rate_limited"]
    assert counter.replies[0].error is not None
    assert (counter.replies[0].error.retry_after or 0) > 0
    counter.ask(REMOTE_ADDR="192.0.2.2")
    assert counter.codes() == ["ok"]


def test_only_listed_origins_and_the_gateway_s_own_may_ask() -> None:
    counter = Counter()

    own = counter.ask(HTTP_ORIGIN=HERE)
    assert (own.status, own.headers["Access-Control-Allow-Origin"]) == (200, HERE)
    foreign = counter.ask(HTTP_ORIGIN="http://stranger")
    assert (foreign.status, foreign.json()["code"]) == (403, "unauthorized")
    assert "CORS_ALLOWED_ORIGINS" in foreign.json()["detail"]
    assert "Access-Control-Allow-Origin" not in foreign.headers
    assert "Access-Control-Allow-Origin" not in counter.ask().headers
    assert {answer.headers["Vary"] for answer in (own, foreign, counter.ask())} == {"Origin"}
    listed = Counter(CORS_ALLOWED_ORIGINS="http://friend").ask(HTTP_ORIGIN="http://friend")
    assert listed.headers["Access-Control-Allow-Origin"] == "http://friend"


def test_a_preflight_is_answered_without_a_token() -> None:
    answer = Counter(AUTH_SECRET=SECRET).ask(method="OPTIONS", HTTP_ORIGIN=HERE)

    assert (answer.status, answer.body) == (204, b"")
    assert "Authorization" in answer.headers["Access-Control-Allow-Headers"]
    assert "POST" in answer.headers["Access-Control-Allow-Methods"]
    # An agent on a page repeats the method and the name of its request in headers.
    assert {"Mcp-Protocol-Version", "Mcp-Method", "Mcp-Name"} <= set(
        answer.headers["Access-Control-Allow-Headers"].split(", ")
    )


@pytest.mark.parametrize("header", [None, "", "Basic abc", "Bearer", "Bearer no-token", token(exp=1)])
def test_with_a_secret_a_token_is_needed(header: str | None) -> None:
    environ = {} if header is None else {"HTTP_AUTHORIZATION": header}
    answer = Counter(AUTH_SECRET=SECRET).ask(**environ)

    assert (answer.status, answer.json()["code"]) == (401, "unauthorized")
    assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_a_token_has_one_rate_at_all_addresses() -> None:
    counter = Counter(AUTH_SECRET=SECRET, RATE_LIMIT="2", RATE_LIMIT_PER_ADDRESS="2")
    for last in range(1, 12):  # one token: 4 at once; each new connection still has half of its rate
        counter.ask(HTTP_AUTHORIZATION=token(), REMOTE_ADDR=f"192.0.2.{last % 2}")

    assert counter.codes() == ["rate_limited"]
    counter.ask(HTTP_AUTHORIZATION=token(jti="another"), REMOTE_ADDR="192.0.2.9")
    assert counter.codes() == ["ok"]


def test_a_request_without_a_place_is_told_to_come_back() -> None:
    answer = Counter().ask(**{IS_FULL_KEY: True})

    assert (answer.status, answer.json()["code"], answer.headers["Retry-After"]) == (503, "busy", "1")


def test_a_fault_of_ours_is_logged_and_not_shown(caplog: pytest.LogCaptureFixture) -> None:
    def steps(_environ: Environ) -> Steps:
        yield [GOOSE]
        raise ZeroDivisionError

    answer = Desk({"/any": Door("api", steps)}).request("/any")

    assert (answer.status, answer.json()["code"]) == (500, "internal")
    assert "Traceback" in caplog.text
    assert "Traceback" not in answer.body.decode()


def test_a_door_is_known_by_its_path_or_by_its_first_folder() -> None:
    whole, folder, inner = (Door(name, Counter()._steps) for name in ("whole", "folder", "inner"))
    guard = Desk({"/whole": whole, "/folder/": folder, "/folder/inner": inner}).guard

    assert [guard.door(path) for path in ("/whole", "/folder/a", "/folder/a/b", "/folder/inner")] == [
        whole,
        folder,
        folder,
        inner,
    ]
    assert [guard.door(path) for path in ("/", "/whole/", "/whole/a", "/folder", "/folders/a", "")] == [
        None
    ] * 6


def test_requests_are_counted_by_door_and_status() -> None:
    counter = Counter(AUTH_SECRET=SECRET)
    counter.ask()
    counter.ask(HTTP_AUTHORIZATION=token())

    assert dict(counter.desk.metrics.requests) == {("api", "401"): 1, ("api", "200"): 1}
    assert counter.desk.metrics.refused["unauthorized"] == 1


def test_every_code_of_a_lookup_has_a_status() -> None:
    assert set(STATUS_OF) == CODES_OF_LOOKUPS


@pytest.mark.parametrize("code", [*STATUS_OF, "internal"])
def test_a_problem_has_the_form_of_rfc_9457_and_our_code(code: str) -> None:
    status, headers, body = problem(ReplyError(code, "So it is."))
    number = STATUS_OF.get(code, 500)

    assert status == f"{number} {HTTPStatus(number).phrase}"
    assert dict(pairs(headers))["Content-Type"] == "application/problem+json"
    assert dict(pairs(headers))["Cache-Control"] == "no-store"
    assert json.loads(body) == {
        "type": f"/api#{code}",
        "title": HTTPStatus(number).phrase,
        "status": number,
        "detail": "So it is.",
        "code": code,
    }


@pytest.mark.parametrize(
    ("code", "after", "header"),
    [
        ("rate_limited", 0.02, "1"),
        ("rate_limited", 2.1, "3"),
        ("busy", None, "1"),
        ("unavailable", None, "1"),
        ("bad_request", None, None),
        ("timeout", None, None),
    ],
)
def test_retry_after_is_in_whole_seconds(code: str, after: float | None, header: str | None) -> None:
    _, headers, body = problem(ReplyError(code, "Later.", after))

    assert dict(pairs(headers)).get("Retry-After") == header
    assert json.loads(body).get("retry_after") == after


def test_a_status_of_the_error_itself_comes_first() -> None:
    assert problem(ReplyError("unauthorized", "No."), 403)[0] == "403 Forbidden"
    assert dict(pairs(problem(ReplyError("unauthorized", "No."))[1]))["WWW-Authenticate"] == "Bearer"
