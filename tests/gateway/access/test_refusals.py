"""Refused messages: one log line for each connection, and an end for those that go on."""

from __future__ import annotations

import pytest

from gateway.access.allowances import Allowance
from gateway.access.refusals import MISTAKES_BURST_SECONDS, MISTAKES_PER_SECOND, Refusals

BURST = int(MISTAKES_PER_SECOND * MISTAKES_BURST_SECONDS)


def refuse(
    refusals: Refusals, allowance: Allowance, times: int, now: float, code: str = "bad_request"
) -> int:
    """Refuse as often as the client may go on; return how often that was."""
    for number in range(times):
        if not refusals.may_go_on(allowance, code, "reason", "eio", now):
            return number
    return times


def test_a_client_that_goes_on_is_cut_off() -> None:
    refusals, allowance = Refusals(is_limited=True), Allowance()

    assert refuse(refusals, allowance, 10_000, 0.0) == BURST
    assert refuse(refusals, allowance, 10_000, 1.0) == MISTAKES_PER_SECOND


def test_a_client_that_makes_a_few_mistakes_a_second_stays() -> None:
    refusals, allowance = Refusals(is_limited=True), Allowance()

    assert all(refuse(refusals, allowance, 1, number / 5) for number in range(10_000))


def test_refusals_that_say_later_count_apart_and_for_less() -> None:
    refusals, allowance = Refusals(is_limited=True), Allowance()

    assert refuse(refusals, allowance, 10_000, 0.0, "rate_limited") == 10_000
    assert refuse(refusals, allowance, 100_000, 0.0, "busy") < 20_000
    assert refuse(refusals, allowance, 1, 0.0) == 1


def test_without_a_rate_limit_nobody_is_cut_off() -> None:
    refusals, allowance = Refusals(is_limited=False), Allowance()

    assert refuse(refusals, allowance, 1000, 0.0) == 1000
    assert all(refusals.may_join(allowance, "eio", 0.0) for _ in range(1000))


def test_a_client_that_joins_without_end_is_cut_off() -> None:
    refusals, allowance = Refusals(is_limited=True), Allowance()

    assert [refusals.may_join(allowance, "eio", 0.0) for _ in range(201)] == [True] * 200 + [False]
    assert refusals.may_join(allowance, "eio", 0.1)


def test_only_the_first_refusal_is_logged_and_the_end_says_how_many(caplog: pytest.LogCaptureFixture) -> None:
    refusals, allowance = Refusals(is_limited=True), Allowance()
    with caplog.at_level("INFO"):
        refuse(refusals, allowance, 50, 0.0)
        refuse(refusals, allowance, 50, 0.0, "rate_limited")
        refusals.closed(allowance, "eio")

    first, last = caplog.records
    assert (first.message, first.reason) == ("refused a message", "reason")
    assert (last.message, last.count) == ("refused more messages", 49)
