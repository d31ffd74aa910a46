"""deploy/update.sh: nobody notices an update, a rollback, or an update that fails."""

from __future__ import annotations

import http.client
import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.clients.load import Load
from tests.compose.project import GATEWAY_IMAGE, WORKER_IMAGE, answers_with, docker, http_get, servers_up
from tests.compose.visitors import Visitors
from tests.stack.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.compose.project import ComposeProject

RATE = 100.0  # lookups a second
COMMIT = "abc1234"
UPDATE = ("bash", "deploy/update.sh")
SIDES = {"gateway": GATEWAY_IMAGE, "worker": WORKER_IMAGE}


@pytest.fixture
def scaled(project: ComposeProject) -> Iterator[ComposeProject]:
    """Start two gateways and two workers; afterwards, the tags are as before."""
    before = {
        image: docker("image", "inspect", "--format={{.Id}}", image).strip() for image in SIDES.values()
    }
    project.scale(gateway=2, worker=2)
    wait_until(lambda: servers_up(project) == 2, "the balancer to find two gateways")
    try:
        yield project
    finally:
        for image, image_id in before.items():
            docker("tag", image_id, image)
            answers_with("rmi", f"{image}-{COMMIT}")
        project.run("up", "--detach", "--no-build", "--wait")


def images_of(project: ComposeProject, service: str) -> set[str]:
    return {container["Image"] for container in project.containers(service)}


def status(project: ComposeProject) -> dict[str, Any]:
    connection = http.client.HTTPConnection("127.0.0.1", project.port, timeout=5)
    connection.request("GET", "/status.json")
    found: dict[str, Any] = json.loads(connection.getresponse().read())
    connection.close()
    return found


def test_nobody_notices_an_update_or_a_rollback(
    scaled: ComposeProject, figures: Callable[[str], None]
) -> None:
    """Under a hundred lookups a second, with ten new visitors a second."""
    ids = {service: set(scaled.ids(service)) for service in ("balancer", "redis", *SIDES)}
    images = {service: images_of(scaled, service) for service in SIDES}

    with Load([scaled.url], rate=RATE) as load, Visitors(scaled.port) as visitors:
        code, said = scaled.script(*UPDATE, WORDWIRE_COMMIT=COMMIT)
        assert code == 0, said
        updated = {service: set(scaled.ids(service)) for service in ids}
        new = {service: images_of(scaled, service) for service in SIDES}
        checks_of_the_version(scaled)
        code, said = scaled.script(*UPDATE, "rollback")
        assert code == 0, said
        outcome = load.finish()

    figures(f"{outcome}; {visitors.number} visitors, the slowest {visitors.slowest:.2f} s")
    outcome.check()
    assert outcome.counts() == {"ok": len(outcome.asked)}
    assert visitors.refused == []
    assert all(len(updated[service]) == 2 and not updated[service] & ids[service] for service in SIDES)
    assert all(updated[service] == ids[service] for service in ("balancer", "redis"))
    assert all(len(new[service]) == 1 and not new[service] & images[service] for service in SIDES)
    assert {service: images_of(scaled, service) for service in SIDES} == images


def checks_of_the_version(project: ComposeProject) -> None:
    """After the update, everything names the commit."""
    assert status(project)["commit"] == COMMIT
    for service, image in SIDES.items():
        for container in project.containers(service):
            labels = container["Config"]["Labels"]
            assert labels["org.opencontainers.image.revision"] == COMMIT
            assert labels["org.opencontainers.image.version"] == status(project)["version"]
        assert docker("image", "inspect", "--format={{.Id}}", f"{image}-{COMMIT}").strip() in images_of(
            project, service
        )
        assert f'"wordwire_commit": "{COMMIT}"' in project.logs(service)
    assert f'commit="{COMMIT}"' in http_get(project.ids("gateway")[0], "/metrics")


def test_an_update_that_fails_leaves_the_old_containers(scaled: ComposeProject) -> None:
    """An image that ends at once takes the place of the one to go back to."""
    ids = {service: scaled.ids(service) for service in SIDES}
    # Docker calls a container that was paused unhealthy until its next check, and then `up --wait` fails.
    commit = ("commit", "--pause=false", '--change=CMD ["false"]')
    docker(*commit, ids["gateway"][0], "wordwire-gateway:previous")
    docker("tag", WORKER_IMAGE, "wordwire-worker:previous")

    with Load([scaled.url], rate=RATE) as load:
        code, said = scaled.script(*UPDATE, "rollback")
        outcome = load.finish()

    assert code == 1
    assert "The update has failed, and the old version is running" in said
    assert {service: scaled.ids(service) for service in SIDES} == ids
    assert outcome.counts() == {"ok": len(outcome.asked)}
