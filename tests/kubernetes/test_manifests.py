"""Every manifest is valid, all names that it uses exist, and pods are as locked down as the containers are.

The schema of KEDA's ScaledObject is no part of Kubernetes; its fields are checked by hand, and the query that
it makes is made to a real gateway.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import kubernetes_validate
import msgspec
import pytest
import yaml

from gateway.webfiles import PAGES
from shared.settings import Settings
from tests.stack import Stack

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
KUSTOMIZATION = yaml.safe_load((DEPLOY / "kustomization.yaml").read_text())
KUBERNETES = "1.33"  # and the newest that the validator knows
NOT_OF_KUBERNETES = {"ScaledObject"}

MANIFESTS: list[dict[str, Any]] = [
    manifest
    for name in KUSTOMIZATION["resources"]
    for manifest in yaml.safe_load_all((DEPLOY / name).read_text())
]


def named(manifest: dict[str, Any]) -> str:
    return f"{manifest['kind']}/{manifest['metadata']['name']}"


def one(kind: str, name: str) -> dict[str, Any]:
    return next(each for each in MANIFESTS if named(each) == f"{kind}/{name}")


def pods() -> list[tuple[str, dict[str, Any]]]:
    return [
        (named(each), each["spec"]["template"]["spec"]) for each in MANIFESTS if each["kind"] == "Deployment"
    ]


@pytest.mark.parametrize("version", [KUBERNETES, kubernetes_validate.latest_version()])
@pytest.mark.parametrize("manifest", MANIFESTS, ids=named)
def test_the_manifest_is_valid(manifest: dict[str, Any], version: str) -> None:
    if manifest["kind"] not in NOT_OF_KUBERNETES:
        kubernetes_validate.validate(manifest, version, strict=True)


def test_every_file_of_the_folder_is_used() -> None:
    files = {f"kubernetes/{path.name}" for path in (DEPLOY / "kubernetes").glob("*.yaml")}

    assert files == set(KUSTOMIZATION["resources"])


@pytest.mark.parametrize(("name", "pod"), pods(), ids=[name for name, _ in pods()])
def test_pods_are_as_locked_down_as_the_containers_of_compose(name: str, pod: dict[str, Any]) -> None:
    assert pod["securityContext"]["runAsNonRoot"], name
    assert pod["securityContext"]["runAsUser"] == 10001
    assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    assert pod["automountServiceAccountToken"] is False
    for container in pod["containers"]:
        assert container["securityContext"] == {
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": True,
            "capabilities": {"drop": ["ALL"]},
        }
        assert "memory" in container["resources"]["limits"]


@pytest.mark.parametrize(("name", "pod"), pods(), ids=[name for name, _ in pods()])
def test_what_a_pod_takes_from_config_and_secrets_is_made(name: str, pod: dict[str, Any]) -> None:
    configs = {each["name"] for each in KUSTOMIZATION["configMapGenerator"]}
    passwords = (DEPLOY / "kubernetes" / "passwords.env.example").read_text().replace("=", "").split()
    for container in pod["containers"]:
        for source in container.get("envFrom", []):
            assert source.get("configMapRef", {}).get("name", "settings") in configs, name
            assert source.get("secretRef", {}).get("name", "passwords") == "passwords", name
        for variable in container.get("env", []):
            secret = variable.get("valueFrom", {}).get("secretKeyRef", {"key": passwords[0]})
            assert secret["key"] in passwords


def test_settings_that_are_given_exist() -> None:
    known = {field.encode_name for field in msgspec.structs.fields(Settings)}
    given = [line for each in KUSTOMIZATION["configMapGenerator"] for line in each.get("literals", [])]
    for _, pod in pods():
        given += [each["name"] for container in pod["containers"] for each in container.get("env", [])]

    assert given
    assert [name for name in (line.partition("=")[0] for line in given) if name not in known] == [
        "REDIS_GATEWAY_PASSWORD",
        "REDIS_WORKER_PASSWORD",
    ]


def test_the_images_are_ours_by_the_version_of_the_project() -> None:
    tags = {each["name"]: each["newTag"] for each in KUSTOMIZATION["images"]}
    compose = (DEPLOY.parent / "docker-compose.yml").read_text()

    for name, tag in tags.items():
        assert f"image: {name}:${{WORDWIRE_VERSION:-{tag}}}" in compose


def test_probes_ask_for_pages_that_exist_and_the_ingress_keeps_operators_pages_in(stack: Stack) -> None:
    container = dict(pods())["Deployment/gateway"]["containers"][0]
    probes = [
        container[kind]["httpGet"]["path"] for kind in ("startupProbe", "readinessProbe", "livenessProbe")
    ]
    rules = one("Ingress", "wordwire")["spec"]["rules"][0]["http"]["paths"]
    paths = [rule["path"] for rule in rules]

    assert probes == ["/healthz", "/servez", "/healthz"]
    assert all(stack.gateway.status(path) == 200 for path in probes)
    assert not {"/metrics", "/readyz"} & set(paths)
    assert all(rule["pathType"] == "Exact" for rule in rules if rule["path"] == "/")
    assert set(PAGES) | {"/widget.js", "/socket.io"} <= set(paths)
    page = stack.gateway.get("/")[1]
    assert [path for path in ("/assets/",) if path in page] == ["/assets/"]


def test_the_autoscaler_asks_a_gateway_for_a_number_that_it_tells(stack: Stack) -> None:
    scaled = one("ScaledObject", "worker")
    trigger = scaled["spec"]["triggers"][0]
    service = one("Service", "gateway")["spec"]["ports"][0]

    assert scaled["apiVersion"] == "keda.sh/v1alpha1"
    assert one("Deployment", scaled["spec"]["scaleTargetRef"]["name"])
    assert trigger["type"] == "metrics-api"
    assert set(trigger["metadata"]) == {"url", "valueLocation", "targetValue"}
    assert all(isinstance(value, str) for value in trigger["metadata"].values())
    host, _, path = trigger["metadata"]["url"].removeprefix("http://").partition("/")
    assert host == f"gateway.{KUSTOMIZATION['namespace']}.svc.cluster.local:{service['port']}"
    told = json.loads(stack.gateway.get(f"/{path}")[1])
    assert told[trigger["metadata"]["valueLocation"]] == 0


def test_stopping_takes_no_longer_than_a_pod_is_given() -> None:
    for name in ("Deployment/gateway", "Deployment/worker"):
        assert dict(pods())[name]["terminationGracePeriodSeconds"] > Settings().shutdown_grace
