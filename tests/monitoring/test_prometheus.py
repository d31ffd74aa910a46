"""A real Prometheus scrapes two gateways and a balancer with our configuration, and runs our queries."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.clients.reference import ReferenceClient
from tests.conftest import MakeStack
from tests.monitoring.balancer_process import BalancerProcess
from tests.monitoring.prometheus_process import PrometheusProcess, programs
from tests.roundtrip.test_metrics import MONITORING, queries
from tests.stack import Stack, wait_until

SAMPLED_WITHIN_SECONDS = 30.0  # Prometheus scrapes each second
RATE_INTERVAL = "10s"  # Grafana's value of $__rate_interval

# These queries have samples only after a refusal or a fault, or beyond a threshold.
MAY_BE_EMPTY = re.compile(r"wordwire_refused_total|== 0$|> [0-9.]+$|^absent")


@pytest.fixture
def gateways(make_stack: MakeStack) -> Stack:
    """Two gateways and a worker."""
    return make_stack().start(gateways=2)


@pytest.fixture
def balancer(gateways: Stack, tmp_path: Path) -> Iterator[BalancerProcess]:
    """HAProxy in front of both."""
    process = BalancerProcess(tmp_path, list(gateways.gateways.values()))
    process.start()
    try:
        yield process
    finally:
        process.end()


@pytest.fixture
def prometheus(gateways: Stack, balancer: BalancerProcess, tmp_path: Path) -> Iterator[PrometheusProcess]:
    """Start Prometheus with our configuration, except for the addresses and the scrape interval."""
    process = PrometheusProcess(tmp_path, configured(tmp_path, gateways, balancer))
    process.start()
    try:
        yield process
    finally:
        process.end()


def configured(folder: Path, gateways: Stack, balancer: BalancerProcess) -> Path:
    """Return our configuration with loopback ports in place of Docker's DNS, scraped every second."""
    text = (MONITORING / "prometheus.yml").read_text()
    text, number = re.subn("balancer:8405", f"127.0.0.1:{balancer.metrics_port}", text)
    assert number == 1
    targets = [f"127.0.0.1:{gateway.port}" for gateway in gateways.gateways.values()]
    text, number = re.subn(
        r"dns_sd_configs:\n(?: +.*\n)+", f"static_configs:\n      - targets: {targets}\n\n", text
    )
    assert number == 1
    text = text.replace("scrape_interval: 5s", "scrape_interval: 1s")
    (folder / "prometheus.yml").write_text(text)
    (folder / "alerts.yml").write_text((MONITORING / "alerts.yml").read_text())
    return folder / "prometheus.yml"


def test_promtool_finds_no_fault_in_the_original_configuration() -> None:
    checked = subprocess.run(
        [programs() / "promtool", "check", "config", MONITORING / "prometheus.yml"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "11 rules found" in checked.stdout


def test_all_are_scraped_every_query_has_an_answer_and_a_loss_of_all_gateways_shows(
    prometheus: PrometheusProcess, gateways: Stack
) -> None:
    def rates() -> bool:
        for gateway in gateways.gateways.values():
            with ReferenceClient(gateway.url) as client:
                client.ask(command="lemmatizer", word="geese").answer()
            assert gateway.get("/v1/lemmatizer?word=geese")[0] == 200
        found = prometheus.query("sum by (instance) (rate(wordwire_lookups_total[10s]))")
        return len(found) == 2 and all(float(sample["value"][1]) > 0 for sample in found)

    wait_until(rates, "a lookup rate from both gateways", SAMPLED_WITHIN_SECONDS)
    wait_until(
        lambda: prometheus.query("haproxy_process_uptime_seconds"), "the balancer", SAMPLED_WITHIN_SECONDS
    )

    health = [target["health"] for target in prometheus.get("targets")["activeTargets"]]
    assert health == ["up"] * 3
    for query in queries():
        is_answered = partial(prometheus.query, query.replace("$__rate_interval", RATE_INTERVAL))
        if MAY_BE_EMPTY.search(query):
            is_answered()
        else:
            wait_until(is_answered, query, SAMPLED_WITHIN_SECONDS)

    for gateway in gateways.gateways.values():
        gateway.kill()
    for alert in ("absent(wordwire_ready)", 'max(haproxy_backend_active_servers{proxy="gateways"}) == 0'):
        wait_until(partial(prometheus.query, alert), alert, SAMPLED_WITHIN_SECONDS)
