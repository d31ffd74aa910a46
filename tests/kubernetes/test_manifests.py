"""Every manifest is valid, all names in it exist, and pods are as locked down as compose's containers.

Kubernetes has no schema of KEDA's ScaledObject, so a test checks its fields one by one and sends its query to
a real gateway.
"""

from __future__ import annotations

import json
import re
from functools import reduce
from operator import getitem
from pathlib import Path
from typing import Any

import kubernetes_validate
import msgspec
import pytest
import yaml

from gateway.doors.web_files import PAGES
from shared.settings import Settings
from tests.stack import Stack

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
KUSTOMIZATION = yaml.safe_load((DEPLOY / "kustomization.yaml").read_text())
DOCKERS_SHARES = 1024  # of a core, unless a service says otherwise
KUBERNETES = "1.33"  # tested together with the newest version that the validator knows
NOT_OF_KUBERNETES = {"ScaledObject", "HTTPRoute", "ServiceMonitor"}
# In the kustomization as comments, because their kinds are not part of Kubernetes.
OPTIONAL = re.findall(r"^  # - (\S+\.yaml)", (DEPLOY / "kustomization.yaml").read_text(), re.MULTILINE)
FILES = [*KUSTOMIZATION["resources"], *OPTIONAL]

MANIFESTS: list[dict[str, Any]] = [
    manifest for name in FILES for manifest in yaml.safe_load_all((DEPLOY / name).read_text())
]

EXTENSIONS = [("ScaledObject", "worker"), ("HTTPRoute", "wordwire"), ("ServiceMonitor", "gateway")]


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

    assert files == set(FILES)


def test_a_cluster_without_extensions_accepts_the_whole_base() -> None:
    kinds = {
        manifest["kind"]
        for name in KUSTOMIZATION["resources"]
        for manifest in yaml.safe_load_all((DEPLOY / name).read_text())
    }

    assert not kinds & NOT_OF_KUBERNETES
    assert {one(kind, name)["kind"] for kind, name in EXTENSIONS} == NOT_OF_KUBERNETES


def test_the_route_leads_the_paths_of_the_ingress_to_the_same_service() -> None:
    rules = one("Ingress", "wordwire")["spec"]["rules"][0]["http"]["paths"]
    route = one("HTTPRoute", "wordwire")
    (rule,) = route["spec"]["rules"]
    types = {"Exact": "Exact", "Prefix": "PathPrefix"}

    assert route["apiVersion"] == "gateway.networking.k8s.io/v1"
    assert set(route["spec"]) == {"parentRefs", "hostnames", "rules"}
    assert set(rule) == {"matches", "backendRefs", "timeouts"}
    assert [match["path"] for match in rule["matches"]] == [
        {"type": types[each["pathType"]], "value": each["path"]} for each in rules
    ]
    port = one("Service", "gateway")["spec"]["ports"][0]["port"]
    assert rule["backendRefs"] == [{"name": "gateway", "port": port}]


def test_the_ingress_is_bound_to_no_controller() -> None:
    ingress = one("Ingress", "wordwire")

    assert "annotations" not in ingress["metadata"]
    assert "ingressClassName" not in ingress["spec"]


def test_the_monitor_selects_the_gateways_service_and_scrapes_its_metrics(stack: Stack) -> None:
    monitor = one("ServiceMonitor", "gateway")
    service = one("Service", "gateway")
    (endpoint,) = monitor["spec"]["endpoints"]

    assert monitor["apiVersion"] == "monitoring.coreos.com/v1"
    assert monitor["spec"]["selector"]["matchLabels"].items() <= service["metadata"]["labels"].items()
    assert endpoint["port"] == service["spec"]["ports"][0]["name"]
    assert "wordwire_ready" in stack.gateway.get(endpoint["path"])[1]


@pytest.mark.parametrize("name", ["gateway", "worker", "question-worker"])
def test_an_eviction_takes_one_pod_at_a_time_and_pods_spread_over_nodes(name: str) -> None:
    labels = one("Deployment", name)["spec"]["template"]["metadata"]["labels"]
    budget = one("PodDisruptionBudget", name)["spec"]
    (spread,) = dict(pods())[f"Deployment/{name}"]["topologySpreadConstraints"]

    assert budget == {"maxUnavailable": 1, "selector": {"matchLabels": labels}}
    assert spread["labelSelector"] == {"matchLabels": labels}


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
def test_the_config_and_secrets_of_a_pod_exist(name: str, pod: dict[str, Any]) -> None:
    configs = {each["name"] for each in KUSTOMIZATION["configMapGenerator"]}
    passwords = (DEPLOY / "kubernetes" / "passwords.env.example").read_text().replace("=", "").split()
    for container in pod["containers"]:
        for source in container.get("envFrom", []):
            assert source.get("configMapRef", {}).get("name", "settings") in configs, name
            assert source.get("secretRef", {}).get("name", "passwords") == "passwords", name
        for variable in container.get("env", []):
            secret = variable.get("valueFrom", {}).get("secretKeyRef", {"key": passwords[0]})
            assert secret["key"] in passwords


def test_the_settings_in_the_manifests_exist() -> None:
    known = {field.encode_name for field in msgspec.structs.fields(Settings)}
    given = [line for each in KUSTOMIZATION["configMapGenerator"] for line in each.get("literals", [])]
    for _, pod in pods():
        given += [each["name"] for container in pod["containers"] for each in container.get("env", [])]

    assert given
    assert {line.partition("=")[0] for line in given} - known == {
        "REDIS_GATEWAY_PASSWORD",
        "REDIS_WORKER_PASSWORD",
    }


def test_the_images_are_ours_in_the_version_of_the_project() -> None:
    tags = {each["name"]: each["newTag"] for each in KUSTOMIZATION["images"]}
    compose = (DEPLOY.parent / "docker-compose.yml").read_text()

    for name, tag in tags.items():
        assert f"image: {name}:${{WORDWIRE_VERSION:-{tag}}}" in compose


def test_probes_ask_for_pages_that_exist_and_the_ingress_hides_operators_pages(stack: Stack) -> None:
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
    assert set(PAGES) | {"/widget.js", "/socket.io", "/v1", "/mcp"} <= set(paths)
    page = stack.gateway.get("/")[1]
    assert [path for path in ("/assets/",) if path in page] == ["/assets/"]


@pytest.mark.parametrize("name", ["worker", "question-worker"])
def test_the_autoscaler_asks_a_gateway_for_a_number_that_it_reports(stack: Stack, name: str) -> None:
    scaled = one("ScaledObject", name)
    trigger = scaled["spec"]["triggers"][0]
    service = one("Service", "gateway")["spec"]["ports"][0]

    assert scaled["apiVersion"] == "keda.sh/v1alpha1"
    assert one("Deployment", scaled["spec"]["scaleTargetRef"]["name"])
    assert trigger["type"] == "metrics-api"
    assert set(trigger["metadata"]) == {"url", "valueLocation", "targetValue"}
    assert all(isinstance(value, str) for value in trigger["metadata"].values())
    host, _, path = trigger["metadata"]["url"].removeprefix("http://").partition("/")
    assert host == f"gateway.{KUSTOMIZATION['namespace']}.svc.cluster.local:{service['port']}"
    reported = json.loads(stack.gateway.get(f"/{path}")[1])
    assert reduce(getitem, trigger["metadata"]["valueLocation"].split("."), reported) == 0


def test_the_two_kinds_of_workers_take_both_queues_and_are_alike_otherwise() -> None:
    containers = [
        dict(pods())[f"Deployment/{name}"]["containers"][0] for name in ("worker", "question-worker")
    ]
    settings = [
        {each["name"]: each.get("value") for each in container.pop("env")} for container in containers
    ]
    names = [container.pop("name") for container in containers]
    requests = [container["resources"]["requests"].pop("cpu") for container in containers]

    assert requests == ["1", "100m"]
    assert {each.pop("WORKER_QUEUES") for each in settings} == {"lookups", "questions"}
    assert containers[0] == containers[1]
    assert names == ["worker", "question-worker"]


def test_compose_gives_questions_the_same_tenth_of_a_core() -> None:
    services = yaml.safe_load((DEPLOY.parent / "docker-compose.yml").read_text())["services"]

    assert services["question-worker"]["cpu_shares"] == DOCKERS_SHARES // 10
    assert "cpu_shares" not in services["worker"]


def test_pods_get_more_time_to_stop_than_the_settings_allow() -> None:
    for name in ("Deployment/gateway", "Deployment/worker", "Deployment/question-worker"):
        pod = dict(pods())[name]
        stopping = pod["containers"][0].get("lifecycle", {}).get("preStop", {"sleep": {"seconds": 0}})
        needed = stopping["sleep"]["seconds"] + Settings().shutdown_grace
        assert pod["terminationGracePeriodSeconds"] > needed
