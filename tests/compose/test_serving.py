"""After `docker compose up --build --wait`, every container of a service serves clients, scaled or not."""

from __future__ import annotations

import http.client
import re
from typing import TYPE_CHECKING

import pytest

from tests.clients.load import Load
from tests.clients.reference import ReferenceClient
from tests.compose.project import docker, gateway_metric, http_get, servers_up
from tests.stack.waiting import wait_until

if TYPE_CHECKING:
    from tests.compose.project import ComposeProject


@pytest.mark.parametrize("transports", [("websocket",), ("polling",), ("polling", "websocket")])
def test_a_lookup_is_answered(project: ComposeProject, transports: tuple[str, ...]) -> None:
    with ReferenceClient(project.url, transports=transports) as client:
        answer = client.ask(command="lemmatizer", word="geese").answer()

        assert client.transport == transports[-1]
    assert answer == ["goose"]


def test_three_gateways_and_four_workers_all_work(project: ComposeProject) -> None:
    """Metrics show that gateways work; workers send far more bytes than their heartbeats need."""
    project.scale(gateway=3, worker=4)
    try:
        gateways, workers = project.ids("gateway"), project.ids("worker")
        assert (len(gateways), len(workers)) == (3, 4)
        before = {worker: sent_bytes(worker) for worker in workers}
        wait_until(lambda: servers_up(project) == 3, "the balancer to find three gateways")

        with Load([project.url], rate=200, clients=12) as load:
            wait_until(
                lambda: (
                    all(answered(gateway) > 50 for gateway in gateways)
                    and all(sent_bytes(worker) - before[worker] > 30_000 for worker in workers)
                ),
                "each gateway and each worker to answer",
                30.0,
            )
            outcome = load.finish()
    finally:
        project.scale(gateway=1, worker=1)

    outcome.check()
    assert len(outcome.of("ok")) == len(outcome.asked)


def test_long_polling_clients_stay_on_their_gateway_without_cookies(project: ComposeProject) -> None:
    """With three gateways, all requests of a client reach the one that holds its session."""
    project.scale(gateway=3)
    clients = [ReferenceClient(project.url, transports=("polling",)) for _ in range(9)]
    try:
        wait_until(lambda: servers_up(project) == 3, "the balancer to find three gateways")
        for client in clients:
            client.__enter__()
        answers = [
            client.ask(command="lemmatizer", word="geese").answer() for _ in range(5) for client in clients
        ]

        assert answers == [["goose"]] * 45
        assert [client.connections for client in clients] == [1] * 9
        assert all(gateway_metric(gateway, "wordwire_connections") > 0 for gateway in project.ids("gateway"))
    finally:
        for client in clients:
            client.__exit__()
        project.scale(gateway=1)


@pytest.mark.parametrize("path", ["/metrics", "/metrics/", "//metrics", "/%6detrics", "/./metrics"])
def test_the_metrics_are_private(project: ComposeProject, path: str) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", project.port, timeout=5)
    connection.request("GET", path)
    response = connection.getresponse()
    body = response.read()
    connection.close()

    assert response.status == 404
    assert b"wordwire_" not in body


def test_the_web_client_is_served(project: ComposeProject) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", project.port, timeout=5)
    connection.request("GET", "/")
    response = connection.getresponse()
    body = response.read()
    connection.close()

    assert response.status == 200
    assert b"<html" in body


def sent_bytes(container: str) -> int:
    """Return how many bytes `container` has sent to its networks."""
    lines = docker("exec", container, "cat", "/proc/net/dev").splitlines()
    # Each line: the interface, eight counters of receiving, eight of sending; bytes come first in both.
    return sum(int(line.partition(":")[2].split()[8]) for line in lines if line.strip().startswith("eth"))


def answered(gateway: str) -> float:
    """Return the number of lookups that a gateway has answered."""
    metrics = http_get(gateway, "/metrics")
    return sum(
        float(number)
        for number in re.findall(r'^wordwire_lookups_total\{.*outcome="ok"\} (\S+)', metrics, re.MULTILINE)
    )
