"""deploy/dev: the checkout's code in the containers, which start again when a file of it changes."""

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
from tests.stack.waiting import wait_until

RELOAD_SECONDS = 20.0
MOUNTED = ("gateway", "workers", "shared", "requirements", "deploy")


class DevProject(ComposeProject):
    """The project with both files, of a copy of the checkout, which a test may change."""

    files = ("docker-compose.yml", "deploy/dev/compose.yml")

    def __init__(self, directory: Path, env_file: Path) -> None:
        self.directory = directory
        super().__init__(f"wordwire-dev-{os.getpid()}", env_file, HTTP_PORT=str(free_port()), **PASSWORDS)

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace what is there once in a file of the copy, as an editor would."""
        text = (self.directory / path).read_text()
        assert text.count(old) == 1
        (self.directory / path).write_text(text.replace(old, new))


@pytest.fixture
def dev(project: ComposeProject, tmp_path: Path) -> Iterator[DevProject]:
    """The copy, up and watched, beside the plain project whose images it takes."""
    assert project.containers("gateway")
    for path in (tmp_path, *tmp_path.parents[:2]):
        path.chmod(0o755)  # the containers' user must get there
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


def test_who_changes_a_file_sees_its_service_start_again_with_it(dev: DevProject) -> None:
    with ReferenceClient(dev.url) as client:
        assert client.ask(command="lemmatizer", word="geese").answer() == ["goose"]

        dev.edit(
            "workers/commands.py",
            'return [term.lexicon.lemmatize(term.form, term.pos or "n")]',
            'return ["changed"]',
        )
        wait_until(
            lambda: client.ask(command="lemmatizer", word="geese").answer() == ["changed"],
            "a worker that answers otherwise",
            RELOAD_SECONDS,
        )

        dev.edit("gateway/http.py", '{"status": "alive"}', '{"status": "changed"}')
        wait_until(lambda: says_changed(dev), "a gateway that says otherwise", RELOAD_SECONDS)
        assert client.ask(command="lemmatizer", word="geese").answer() == ["changed"]

    # No more than the code is another: the containers are locked down as ever.
    [gateway] = dev.containers("gateway")
    assert gateway["HostConfig"]["ReadonlyRootfs"] is True
    assert in_container(gateway["Id"], "touch /app/gateway/x /app/shared/x")[0] != 0


def says_changed(dev: DevProject) -> bool:
    """Return whether the gateway does; while it starts again it says nothing."""
    try:
        return '{"status":"changed"}' in http_get(dev.ids("gateway")[0], "/healthz")
    except (AssertionError, IndexError):
        return False
