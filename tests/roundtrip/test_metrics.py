"""The metrics of /metrics are documented, shown on the dashboard, and right."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from tests.clients.reference import ReferenceClient
from tests.stack import GatewayProcess, Stack, wait_until
from tests.stack.waiting import DEADLINE_S, patience

ROOT = Path(__file__).resolve().parents[2]
MONITORING = ROOT / "deploy" / "monitoring"
ROW = re.compile(r"^\| `([a-z_]+)` \| (counter|gauge|histogram) \|([^|]*)\|", re.MULTILINE)
NAME = re.compile(r"\b(?:wordwire|process)_[a-z_]+")
HISTOGRAM_PARTS = ("_bucket", "_sum", "_count")


@pytest.fixture(scope="module")
def asked(stack: Stack) -> GatewayProcess:
    """The gateway after lookups through each door, one of them refused, so that every label exists."""
    with ReferenceClient(stack.gateway.url) as client:
        client.ask(command="lemmatizer", word="geese").answer()
        client.ask(command="no_such", word="geese").reply.result(DEADLINE_S)
    stack.gateway.get("/v1/lemmatizer?word=geese")
    return stack.gateway


def exposed(gateway: GatewayProcess) -> dict[str, tuple[str, set[str]]]:
    """Return the type and labels of every metric, by its name in queries."""
    found = {}
    for family in text_string_to_metric_families(gateway.get("/metrics")[1]):
        name = family.name + "_total" if family.type == "counter" else family.name
        labels = {label for sample in family.samples for label in sample.labels} - {"le"}
        found[name] = (family.type, labels)
    return found


def documented() -> dict[str, tuple[str, set[str]]]:
    table = ROW.findall((ROOT / "docs" / "metrics.md").read_text())
    return {name: (kind, set(re.findall(r"`(\w+)`", labels))) for name, kind, labels in table}


def test_every_metric_is_documented_with_its_type_and_labels(asked: GatewayProcess) -> None:
    assert documented() == exposed(asked)


def queries() -> list[str]:
    """Return every query of the dashboard and of the alerts."""
    panels = json.loads((MONITORING / "dashboard.json").read_text())["panels"]
    of_dashboard = [target["expr"] for panel in panels for target in panel.get("targets", [])]
    of_alerts = re.findall(r"expr: (.*)", (MONITORING / "alerts.yml").read_text())
    assert len(of_dashboard) > 20
    assert len(of_alerts) >= 5
    return of_dashboard + of_alerts


def test_every_metric_in_dashboard_and_alerts_exists(asked: GatewayProcess) -> None:
    known = exposed(asked)
    names = set(known) | {
        name + part for name, (kind, _) in known.items() if kind == "histogram" for part in HISTOGRAM_PARTS
    }

    assert [name for query in queries() for name in NAME.findall(query) if name not in names] == []


def test_the_dashboard_shows_every_metric_of_ours(asked: GatewayProcess) -> None:
    shown = " ".join(queries())

    assert [name for name in exposed(asked) if name.startswith("wordwire_") and name not in shown] == []


def test_the_documented_alerts_are_those_of_the_file() -> None:
    documentation = (ROOT / "docs" / "metrics.md").read_text().replace("\\|", "|")

    for expression in re.findall(r"expr: (.*)", (MONITORING / "alerts.yml").read_text()):
        assert f"| `{expression}` |" in documentation


def test_panels_do_not_overlap_and_fit_the_page() -> None:
    taken: set[tuple[int, int]] = set()
    for panel in json.loads((MONITORING / "dashboard.json").read_text())["panels"]:
        at = panel["gridPos"]
        cells = {(at["x"] + dx, at["y"] + dy) for dx in range(at["w"]) for dy in range(at["h"])}
        assert not cells & taken, panel["title"]
        assert max(x for x, _ in cells) < 24, panel["title"]
        taken |= cells


def test_each_lookup_counts_once_in_both_histograms_of_time(asked: GatewayProcess) -> None:
    names = ("wordwire_lookup_seconds_count", "wordwire_queue_round_trip_seconds_count")
    before = [asked.metric(name) for name in names]

    with ReferenceClient(asked.url) as client:
        for _ in range(10):
            client.ask(command="pos", word="happy").answer()

    # A reply that arrives before its publication has ended has no round trip.
    lookups, round_trips = (asked.metric(name) - was for name, was in zip(names, before, strict=True))
    assert lookups == 10
    assert 1 <= round_trips <= 10


def test_the_oldest_lookup_ages_while_no_worker_answers(stack: Stack) -> None:
    gateway = stack.gateway
    assert gateway.metric("wordwire_oldest_waiting_seconds") == 0

    with ReferenceClient(gateway.url) as client:
        stack.worker.freeze()
        try:
            lookup = client.ask(command="pos", word="happy")
            lookup.ack.result(DEADLINE_S)
            wait_until(lambda: gateway.metric("wordwire_oldest_waiting_seconds") > 0.3, "the lookup to age")
            assert gateway.metric("wordwire_pending") == 1
        finally:
            stack.worker.thaw()
        lookup.answer()

    assert gateway.metric("wordwire_oldest_waiting_seconds") == 0


def test_a_ready_gateway_measures_its_reply_channel(asked: GatewayProcess) -> None:
    assert asked.metric("wordwire_ready") == 1
    assert 0 < asked.metric("wordwire_reply_channel_seconds") < patience()
