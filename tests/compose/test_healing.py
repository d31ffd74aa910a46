"""Scaling and crashes under load lose nothing for a client that follows the protocol."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.clients.load import Load
from tests.compose.project import GATEWAY_IMAGE, docker, kill_main_process
from tests.stack.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.clients.load import Outcome
    from tests.compose.project import ComposeProject

RATE = 100.0  # lookups a second
HEAL_SECONDS = 30.0


def check_nothing_lost(outcome: Outcome) -> None:
    outcome.check()
    assert outcome.counts() == {"ok": len(outcome.asked)}


@pytest.mark.parametrize("service", ["worker", "gateway"])
def test_scaling_under_load_loses_nothing(
    project: ComposeProject, service: str, figures: Callable[[str], None]
) -> None:
    """Scale from one to three and back, under a constant hundred lookups a second."""
    with Load([project.url], rate=RATE) as load:
        wait_for_answers(load)
        for count in (3, 1):
            project.scale(**{service: count})
            assert len(project.ids(service)) == count
            wait_for_answers(load)
        outcome = load.finish()

    figures(str(outcome))
    check_nothing_lost(outcome)


@pytest.mark.parametrize("service", ["worker", "gateway", "redis", "balancer"])
def test_a_crash_heals_by_itself_and_loses_nothing(
    project: ComposeProject, service: str, figures: Callable[[str], None]
) -> None:
    """Two workers, as in any scaled project, but one gateway, because clients feel its crash the most."""
    project.scale(worker=2)
    before = project.containers(service)[0]
    try:
        with Load([project.url], rate=RATE, clients=20) as load:
            wait_for_answers(load)
            kill_main_process(before["Id"])
            wait_until(lambda: is_healthy_again(before), f"{service} to heal", HEAL_SECONDS)
            wait_for_answers(load)
            outcome = load.finish()
    finally:
        project.scale(worker=1)

    figures(str(outcome))
    check_nothing_lost(outcome)


def test_a_redis_that_comes_back_at_another_address_is_found(
    project: ComposeProject, figures: Callable[[str], None]
) -> None:
    """As on another host. Meanwhile another container holds its old address, and answers nothing."""
    network = f"{project.name}_gateway-redis"
    before = address_of_redis(project, network)
    with Load([project.url], rate=RATE, clients=20) as load:
        wait_for_answers(load)
        project.run("rm", "--stop", "--force", "redis")
        squatter = docker(
            "run", "--rm", "--detach", f"--network={network}", GATEWAY_IMAGE, "sleep", "60"
        ).strip()
        try:
            project.run("up", "--detach", "--no-build", "--no-deps", "--wait", "redis")
            assert address_of_redis(project, network) != before
            wait_for_answers(load)
            outcome = load.finish()
        finally:
            docker("kill", squatter.strip())

    figures(str(outcome))
    check_nothing_lost(outcome)


def test_lookups_open_at_a_stop_are_answered_after_the_start(
    project: ComposeProject, figures: Callable[[str], None]
) -> None:
    """The rate is low, so each client may have all its lookups of two minutes open at once."""
    ours = [container["Id"] for container in project.containers()]
    with Load([project.url], rate=5.0, clients=10) as load:
        wait_for_answers(load, 10)
        try:
            project.run("stop")
            ended = json.loads(docker("inspect", *ours))
        finally:
            project.start()
        wait_for_answers(load, 10)
        outcome = load.finish()

    figures(str(outcome))
    outcome.check()
    # On a busy machine, a worker may load for longer than LOOKUP_DEADLINE.
    assert set(outcome.counts()) <= {"ok", "timeout"}
    assert outcome.connections >= 20
    # Each obeyed its signal within its grace; Docker kills a container that does not, with exit code 137.
    assert {each["Name"]: each["State"]["ExitCode"] for each in ended} == {each["Name"]: 0 for each in ended}


def address_of_redis(project: ComposeProject, network: str) -> str:
    [redis] = project.containers("redis")
    address: str = redis["NetworkSettings"]["Networks"][network]["IPAddress"]
    return address


def wait_for_answers(load: Load, count: int = 100) -> None:
    """Return once `count` more lookups have been answered."""
    before = load.answered()
    wait_until(lambda: load.answered() >= before + count, f"{count} more answers", HEAL_SECONDS)


def is_healthy_again(before: dict[str, Any]) -> bool:
    """Return whether the same container is healthy again, with a new process."""
    [now] = json.loads(docker("inspect", before["Id"]))
    is_new = now["State"]["Pid"] not in {0, before["State"]["Pid"]}
    return is_new and now["State"]["Health"]["Status"] == "healthy"
