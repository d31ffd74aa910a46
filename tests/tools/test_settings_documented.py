"""docs/settings.md and .env.example list every setting with its true default, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from shared.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = {field.encode_name: field.default for field in msgspec.structs.fields(Settings)}
ROW = re.compile(r"^\| `([A-Z_]+)` \| (\S+) \|", re.MULTILINE)
ASSIGNMENT = re.compile(r"^#? ?([A-Z_]+)=(.*)$", re.MULTILINE)

# Settings of docker-compose.yml alone, and settings that its containers fix.
COMPOSE_ONLY = {
    "HTTP_PORT", "GRAFANA_PORT", "WORDWIRE_VERSION",
    "HTTPS_PORT", "HTTP_REDIRECT_PORT", "ACME_CA", "TLS_CERTIFICATES",
    "GATEWAY_REPLICAS", "WORKER_REPLICAS",
    "GATEWAY_MEMORY", "WORKER_MEMORY", "REDIS_MEMORY", "REDIS_MAXMEMORY", "REDIS_PERSIST",
}  # fmt: skip
PASSWORDS = {"REDIS_GATEWAY_PASSWORD", "REDIS_WORKER_PASSWORD", "REDIS_MONITOR_PASSWORD", "GRAFANA_PASSWORD"}
FIXED_IN_CONTAINERS = {
    "HOST", "PORT", "DATA_DIR", "HEARTBEAT_FILE", "REDIS_PASSWORD_FILE", "WORDWIRE_COMMIT",
}  # fmt: skip


def documented() -> dict[str, str]:
    return dict(ROW.findall((ROOT / "docs" / "settings.md").read_text()))


def shown(default: object) -> str:
    return f"`{default}`" if default != "" else "*empty*"


def test_every_setting_has_a_row() -> None:
    assert sorted(documented()) == sorted(SETTINGS)


@pytest.mark.parametrize("name", SETTINGS)
def test_the_row_has_the_true_default(name: str) -> None:
    expected = "*`REDIS_URL`*" if name in {"BROKER_URL", "SOCKETIO_QUEUE_URL"} else shown(SETTINGS[name])

    assert documented()[name] == expected


def test_the_example_environment_names_every_setting_of_the_containers() -> None:
    example = dict(ASSIGNMENT.findall((ROOT / ".env.example").read_text()))

    assert set(example) - COMPOSE_ONLY - PASSWORDS == set(SETTINGS) - FIXED_IN_CONTAINERS


def test_the_example_leaves_nothing_to_fill_in() -> None:
    assert not re.findall(r"^[^#\n].*$", (ROOT / ".env.example").read_text(), re.MULTILINE)


def test_compose_passes_on_every_setting_of_the_example() -> None:
    example = dict(ASSIGNMENT.findall((ROOT / ".env.example").read_text()))
    compose = (ROOT / "docker-compose.yml").read_text() + (ROOT / "deploy/tls/compose.yml").read_text()

    assert [name for name in example if f"${{{name}:" not in compose and f"${{{name}}}" not in compose] == []
