"""Every alert fires in its fault, and stays silent in a similar state without it, by promtool's reckoning.

A series is written in promtool's notation: `0x80` is 0 and 80 more of it, `0+6x80` grows by 6 each time.
"""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any, Final

from tests.monitoring.prometheus_process import programs
from tests.roundtrip.test_metrics import MONITORING

ALERTS: Final = MONITORING / "alerts.yml"
RULE: Final = re.compile(r'- alert: (\w+)\n +expr: .*\n +for: .*\n +annotations: \{summary: "(.*)"\}')
SUMMARIES: Final = dict(RULE.findall(ALERTS.read_text()))

INTERVAL: Final = "15s"
ASKED_AFTER: Final = "20m"  # longer than each alert's range and its `for`, one after the other

Series = dict[str, str]

READY_A, READY_B = (f'wordwire_ready{{job="gateway",instance="{name}"}}' for name in "ab")
TIMEOUTS: Final = 'wordwire_lookups_total{command="pos",outcome="timeout"}'
ANSWERS: Final = 'wordwire_lookups_total{command="pos",outcome="ok"}'
CPU: Final = 'process_cpu_seconds_total{job="gateway"}'
SERVERS: Final = 'haproxy_backend_active_servers{proxy="gateways"}'
OPEN, MOST = "haproxy_frontend_current_sessions", "haproxy_frontend_limit_sessions"
USED, LIMIT = "wordwire_redis_memory_bytes", "wordwire_redis_memory_limit_bytes"

# Alert → the series of its fault, and those of a state in which it must stay silent.
CASES: Final[dict[str, tuple[Series, Series]]] = {
    # All gateways have answered for five minutes, then none does; one of two is left.
    "NoGateway": ({READY_A: "1x20 stale", READY_B: "1x20 stale"}, {READY_A: "1x20 stale", READY_B: "1x80"}),
    "NotReady": ({READY_A: "1x80", READY_B: "0x80"}, {READY_A: "1x80", READY_B: "1x80"}),
    "RedisAway": ({"wordwire_redis_up": "1x20 0x60"}, {"wordwire_redis_up": "1x20 0x1 1x60"}),
    "RedisFull": ({USED: "250x80", LIMIT: "256x80"}, {USED: "230x80", LIMIT: "256x80"}),
    "LookupsWait": (
        {"wordwire_oldest_waiting_seconds": "3x80"},
        {"wordwire_oldest_waiting_seconds": "1x80"},
    ),
    "ClientsHearErrors": ({TIMEOUTS: "0+1x80"}, {TIMEOUTS: "7x80", ANSWERS: "0+100x80"}),
    "GatewayFull": ({CPU: "0+13.5x80"}, {CPU: "0+9x80"}),  # 90 and 60 % of a core
    "LookupsGetLost": ({"wordwire_retries_total": "0+30x80"}, {"wordwire_retries_total": "0+1x80"}),
    "NoBalancer": (
        {"haproxy_process_uptime_seconds": "0+15x20 stale"},
        {"haproxy_process_uptime_seconds": "0+15x80"},
    ),
    "BalancerWithoutGateway": ({SERVERS: "2x20 0x60"}, {SERVERS: "2x20 1x60"}),
    "BalancerFull": ({OPEN: "17000x80", MOST: "20000x80"}, {OPEN: "15000x80", MOST: "20000x80"}),
}


def unit_test(alert: str, series: Series, *, fires: bool) -> dict[str, Any]:
    """Return promtool's test that `alert` fires, or that it does not."""
    expected = [{"exp_annotations": {"summary": SUMMARIES[alert]}}] if fires else []
    return {
        "interval": INTERVAL,
        "input_series": [{"series": name, "values": values} for name, values in series.items()],
        "alert_rule_test": [{"eval_time": ASKED_AFTER, "alertname": alert, "exp_alerts": expected}],
    }


def complaints(folder: Path, tests: list[dict[str, Any]]) -> set[str]:
    """Return the alerts whose tests fail in `promtool test rules`."""
    content = {"rule_files": [str(ALERTS)], "evaluation_interval": INTERVAL, "tests": tests}
    path = folder / "tests.json"  # promtool reads YAML, and all JSON is YAML
    path.write_text(json.dumps(content))
    done = subprocess.run(
        [programs() / "promtool", "test", "rules", path], capture_output=True, text=True, check=False
    )
    failed = set(re.findall(r"alertname: (\w+)", done.stdout + done.stderr))
    assert (done.returncode == 0) is (not failed), done.stdout + done.stderr
    return failed


def test_every_alert_is_tested() -> None:
    assert set(SUMMARIES) == set(CASES)
    assert len(SUMMARIES) == ALERTS.read_text().count("- alert:")


def test_every_alert_fires_in_its_fault(tmp_path: Path) -> None:
    tests = [unit_test(alert, fault, fires=True) for alert, (fault, _) in CASES.items()]

    assert complaints(tmp_path, tests) == set()


def test_every_alert_stays_silent_without_its_fault(tmp_path: Path) -> None:
    tests = [unit_test(alert, harmless, fires=False) for alert, (_, harmless) in CASES.items()]

    assert complaints(tmp_path, tests) == set()


def test_a_wrong_alert_would_be_noticed(tmp_path: Path) -> None:
    silent = [unit_test(alert, fault, fires=False) for alert, (fault, _) in CASES.items()]
    loud = [unit_test(alert, harmless, fires=True) for alert, (_, harmless) in CASES.items()]

    assert complaints(tmp_path, silent) == set(CASES)
    assert complaints(tmp_path, loud) == set(CASES)
