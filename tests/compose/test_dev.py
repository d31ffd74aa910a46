"""deploy/dev: the containers run the checkout's code, and restart when a file of it changes."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.clients.reference import ReferenceClient
from tests.compose.project import CHECKOUT, PASSWORDS, ComposeProject, environment, http_get, in_container
from tests.stack.ports import free_port
from tests.stack.waiting import DEADLINE_S, wait_until

MOUNTED = ("gateway", "workers", "shared", "requirements", "deploy")


class DevProject(ComposeProject):
    """The project with both compose files, on a copy of the checkout that a test may change."""

    files = ("docker-compose.yml", "deploy/dev/compose.yml")

    def __init__(self, directory: Path, env_file: Path) -> None:
        self.directory = directory
        super().__init__(f"wordwire-dev-{os.getpid()}", env_file, HTTP_PORT=str(free_port()), **PASSWORDS)

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace `old`, which occurs once in a file of the copy, like an editor."""
        text = (self.directory / path).read_text()
        assert text.count(old) == 1
        (self.directory / path).write_text(text.replace(old, new))


@pytest.fixture
def dev(project: ComposeProject, tmp_path: Path) -> Iterator[DevProject]:
    """Start and watch the copy, next to the plain project whose images it uses."""
    assert project.containers("gateway")
    for path in (tmp_path, *tmp_path.parents[:2]):
        path.chmod(0o755)  # the containers' user needs access
    for folder in MOUNTED:
        leave_out = shutil.ignore_patterns("node_modules", "__pycache__")
        shutil.copytree(CHECKOUT / folder, tmp_path / folder, ignore=leave_out)
    shutil.copy(CHECKOUT / "docker-compose.yml", tmp_path)
    ours = DevProject(tmp_path, tmp_path / "env")
    try:
        ours.run("up", "--detach", "--no-build", "--wait")
        with (tmp_path / "watch.log").open("w") as log:
            watch = subprocess.Popen(
                ours.command("watch", "--no-up"), cwd=tmp_path, env=environment(), stdout=log, stderr=log
            )
        try:
            wait_until(lambda: "Watch enabled" in (tmp_path / "watch.log").read_text(), "compose to watch")
            yield ours
        finally:
            watch.terminate()
            watch.wait(20)
    finally:
        ours.down()


def test_a_changed_file_restarts_its_service_with_the_change(dev: DevProject) -> None:
    with ReferenceClient(dev.url) as client:
        assert client.ask(command="lemmatizer", word="geese").answer() == ["goose"]

        dev.edit(
            "workers/commands/basics.py",
            'return [term.lexicon.lemmatize(term.form, term.pos or "n")]',
            'return ["changed"]',
        )
        wait_until(lambda: lemmas(client) == ["changed"], "the changed worker to answer", DEADLINE_S)

        dev.edit("gateway/doors/http.py", '{"status": "alive"}', '{"status": "changed"}')
        wait_until(lambda: says_changed(dev), "the changed gateway to answer", DEADLINE_S)
        wait_until(lambda: lemmas(client) == ["changed"], "an answer through it", DEADLINE_S)

    # Only the code differs: the containers are still locked down.
    [gateway] = dev.containers("gateway")
    assert gateway["HostConfig"]["ReadonlyRootfs"] is True
    assert in_container(gateway["Id"], "touch /app/gateway/x /app/shared/x")[0] != 0


def lemmas(client: ReferenceClient) -> object:
    """Return the answer, or None if the worker takes longer than the gateway's deadline to restart."""
    try:
        return client.ask(command="lemmatizer", word="geese").answer()
    except LookupError:
        return None


def says_changed(dev: DevProject) -> bool:
    """Return whether the gateway says so; while it restarts it says nothing."""
    try:
        return '{"status":"changed"}' in http_get(dev.ids("gateway")[0], "/healthz")
    except (AssertionError, IndexError):
        return False
