"""A worker that can't answer is unhealthy, and says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.compose.project import answers_with
from tests.stack.waiting import wait_until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.compose.project import ComposeProject

HEALTHY_WITHIN_SECONDS = 30.0
UNHEALTHY_WITHIN_SECONDS = 60.0  # ten of silence, then three checks in ten seconds each


def health_of_the_worker(project: ComposeProject) -> str:
    status: str = project.containers("worker")[0]["State"]["Health"]["Status"]
    return status


def test_a_worker_that_lost_its_broker_is_unhealthy_until_it_is_back(project: ComposeProject) -> None:
    project.run("stop", "redis")
    try:
        wait_until(
            lambda: health_of_the_worker(project) == "unhealthy",
            "the worker to say so",
            UNHEALTHY_WITHIN_SECONDS,
        )
        assert "the broker does not answer" in project.logs("worker")
    finally:
        project.run("start", "redis")  # not `up --wait`, which gives up on who is unhealthy

    wait_until(
        lambda: health_of_the_worker(project) == "healthy",
        "the worker to be well again",
        HEALTHY_WITHIN_SECONDS,
    )


def test_a_worker_with_a_damaged_lexicon_does_not_start_and_says_why(
    project: ComposeProject, tmp_path: Path
) -> None:
    damaged = tmp_path / "wordnet.snapshot"
    damaged.write_bytes(b"not what it was")
    damaged.chmod(0o644)
    tmp_path.chmod(0o755)
    image = project.containers("worker")[0]["Config"]["Image"]

    code, said = answers_with(
        "run", "--rm", "--network=none", f"--volume={damaged}:/app/data/wordnet.snapshot:ro", image
    )

    assert code != 0
    assert "WordNet" in said
