"""A worker that can't answer is unhealthy and logs the reason."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.compose.project import PASSWORDS, ComposeProject, answers_with, docker
from tests.stack.waiting import wait_until
from workers.wordnet.snapshot import FILE_NAME

if TYPE_CHECKING:
    from pathlib import Path

HEALTHY_WITHIN_SECONDS = 30.0
UNHEALTHY_WITHIN_SECONDS = 60.0  # ten of silence, then three checks every ten seconds


def health_of_the_worker(project: ComposeProject) -> str:
    status: str = project.containers("worker")[0]["State"]["Health"]["Status"]
    return status


def test_a_worker_that_lost_its_broker_is_unhealthy_until_it_is_back(project: ComposeProject) -> None:
    project.run("stop", "redis")
    try:
        wait_until(
            lambda: health_of_the_worker(project) == "unhealthy",
            "the worker to be unhealthy",
            UNHEALTHY_WITHIN_SECONDS,
        )
        assert "the broker does not answer" in project.logs("worker")
    finally:
        project.run("start", "redis")  # not `up --wait`, which gives up on unhealthy containers

    wait_until(
        lambda: health_of_the_worker(project) == "healthy",
        "the worker to be healthy again",
        HEALTHY_WITHIN_SECONDS,
    )


def test_a_worker_with_a_damaged_lexicon_does_not_start_and_says_why(
    project: ComposeProject, tmp_path: Path
) -> None:
    damaged = tmp_path / FILE_NAME
    damaged.write_bytes(b"not what it was")
    damaged.chmod(0o644)
    tmp_path.chmod(0o755)
    image = project.containers("worker")[0]["Config"]["Image"]

    code, said = answers_with(
        "run", "--rm", "--network=none", f"--volume={damaged}:/app/data/{FILE_NAME}:ro", image
    )

    assert code != 0
    assert "WordNet" in said


def test_a_worker_over_its_memory_limit_is_unhealthy_and_the_engine_says_why(
    project: ComposeProject, tmp_path: Path
) -> None:
    """The kernel kills it during each start."""
    ours = ComposeProject(
        f"{project.name}-small", tmp_path / "env", HTTP_PORT="0", WORKER_MEMORY="48m", **PASSWORDS
    )
    try:
        ours.run("up", "--detach", "--no-build", "worker")

        wait_until(lambda: state_of_the_worker(ours)["OOMKilled"], "the kernel to kill it", 30.0)
        state = state_of_the_worker(ours)
        assert state["Health"]["Status"] != "healthy"
        assert state["ExitCode"] in {0, 137}  # 0 during a restart
    finally:
        ours.down()


def state_of_the_worker(project: ComposeProject) -> dict[str, Any]:
    """Return the state of the only worker, running or not."""
    state: dict[str, Any] = json.loads(
        docker("inspect", "--format={{json .State}}", f"{project.name}-worker-1")
    )
    return state
