"""`docker compose up --build --wait`, and then a lookup is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.clients.reference import ReferenceClient
from tests.compose.project import docker
from tests.stack.waiting import wait_until

if TYPE_CHECKING:
    from tests.compose.project import ComposeProject


@pytest.mark.parametrize("transport", ["websocket", "polling"])
def test_a_lookup_is_answered(project: ComposeProject, transport: str) -> None:
    with ReferenceClient(project.url, transports=(transport,)) as client:
        answer = client.ask(command="lemmatizer", word="geese").answer()

    assert answer == ["goose"]


def test_each_of_three_workers_answers(project: ComposeProject) -> None:
    """Seen by what each sends: a reply is a kilobyte, a heartbeat alone a tenth of that a second."""
    project.scale(worker=3)
    try:
        workers = project.containers("worker")
        assert len(workers) == 3
        before = {worker["Id"]: sent_bytes(worker["Id"]) for worker in workers}
        with ReferenceClient(project.url) as client:

            def all_have_answered() -> bool:
                for lookup in [client.ask(command="synonyms", word="run") for _ in range(60)]:
                    lookup.answer()
                return all(sent_bytes(worker) - before[worker] > 20_000 for worker in before)

            wait_until(all_have_answered, "each of three workers to answer", 30.0)
    finally:
        project.scale(worker=1)

    assert len(project.containers("worker")) == 1


def sent_bytes(container: str) -> int:
    """Return how much `container` has sent to its networks."""
    lines = docker("exec", container, "cat", "/proc/net/dev").splitlines()
    # Interface: eight numbers received, eight sent; the first of each is bytes.
    return sum(int(line.partition(":")[2].split()[8]) for line in lines if line.strip().startswith("eth"))
