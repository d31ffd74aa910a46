"""A real Prometheus scrapes two real gateways with our configuration, and runs every query of ours."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.clients.reference import ReferenceClient
from tests.conftest import MakeStack
from tests.monitoring.prometheus_process import PrometheusProcess
from tests.roundtrip.test_metrics import MONITORING, queries
from tests.stack import Stack, wait_until

RATE_INTERVAL = "10s"  # Grafana's value of $__rate_interval

# These queries have samples only after a refusal or a fault, or beyond a threshold.
MAY_BE_EMPTY = re.compile(r"wordwire_refused_total|== 0$|> [0-9.]+$")


@pytest.fixture
def gateways(make_stack: MakeStack) -> Stack:
    """Two gateways and a worker."""
    return make_stack().start(gateways=2)


@pytest.fixture
def prometheus(gateways: Stack, tmp_path: Path) -> Iterator[PrometheusProcess]:
    """Start Prometheus with our configuration, except for the gateways' addresses and the scrape interval."""
    process = PrometheusProcess(tmp_path, configured(tmp_path, gateways))
    process.start()
    try:
        yield process
    finally:
        process.end()


def configured(folder: Path, gateways: Stack) -> Path:
    """Return our configuration with loopback ports in place of Docker's DNS, scraped every second."""
    text = (MONITORING / "prometheus.yml").read_text()
    targets = [f"127.0.0.1:{gateway.port}" for gateway in gateways.gateways.values()]
    text, number = re.subn(
        r"dns_sd_configs:\n(?: +.*\n)+", f"static_configs:\n      - targets: {targets}\n\n", text
    )
    assert number == 1
    text = text.replace("scrape_interval: 5s", "scrape_interval: 1s")
    (folder / "prometheus.yml").write_text(text)
    (folder / "alerts.yml").write_text((MONITORING / "alerts.yml").read_text())
    return folder / "prometheus.yml"


def test_promtool_finds_no_fault_in_the_original_configuration(prometheus: PrometheusProcess) -> None:
    checked = subprocess.run(
        [prometheus.promtool, "check", "config", MONITORING / "prometheus.yml"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "5 rules found" in checked.stdout


def test_both_gateways_are_scraped_and_every_query_has_an_answer(
    prometheus: PrometheusProcess, gateways: Stack
) -> None:
    def rates() -> bool:
        for gateway in gateways.gateways.values():
            with ReferenceClient(gateway.url) as client:
                client.ask(command="lemmatizer", word="geese").answer()
        found = prometheus.query("sum by (instance) (rate(wordwire_lookups_total[10s]))")
        return len(found) == 2 and all(float(sample["value"][1]) > 0 for sample in found)

    wait_until(rates, "a lookup rate from both gateways", 30)

    health = [target["health"] for target in prometheus.get("targets")["activeTargets"]]
    assert health.count("up") == 2  # the third target, the balancer, does not run here
    for query in queries():
        samples = prometheus.query(query.replace("$__rate_interval", RATE_INTERVAL))
        assert samples or MAY_BE_EMPTY.search(query), query
