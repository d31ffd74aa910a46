"""`docker compose up --build --wait`, and then a lookup is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.clients.reference import ReferenceClient
from tests.compose.project import docker

if TYPE_CHECKING:
    from tests.compose.project import ComposeProject


@pytest.mark.parametrize("transport", ["websocket", "polling"])
def test_a_lookup_is_answered(project: ComposeProject, transport: str) -> None:
    with ReferenceClient(project.url, transports=(transport,)) as client:
        answer = client.ask(command="lemmatizer", word="geese").answer()

    assert answer == ["goose"]


def test_each_of_three_workers_answers(project: ComposeProject) -> None:
    """While the two others are frozen, each answers alone; what those had taken is asked again."""
    project.scale(worker=3)
    try:
        workers = [container["Id"] for container in project.containers("worker")]
        assert len(workers) == 3
        with ReferenceClient(project.url) as client:
            for worker in workers:
                others = [other for other in workers if other != worker]
                docker("pause", *others)
                try:
                    answer = client.ask(command="lemmatizer", word="geese").answer()
                finally:
                    docker("unpause", *others)
                assert answer == ["goose"]
    finally:
        project.scale(worker=1)

    assert len(project.containers("worker")) == 1
