"""One project for all tests that break nothing: built from the checkout and removed at the end."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.compose.project import ComposeProject
from tests.stack.ports import free_port

if TYPE_CHECKING:
    from collections.abc import Iterator

NO_ENGINE = """No Docker engine with the compose plugin answers, and these tests never skip silently:
{complaint}
Start an engine, and run `make test-compose` again."""

LOG_TAIL = 8000


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run Swarm's tests last: after the engine has left a swarm, no name resolves in new containers."""
    items.sort(key=lambda item: item.path.name == "test_swarm.py")


@pytest.fixture(scope="session")
def _engine() -> None:
    for question in (["docker", "info"], ["docker", "compose", "version"]):
        try:
            answer = subprocess.run(question, capture_output=True, text=True, timeout=30, check=False)
        except FileNotFoundError as error:
            pytest.fail(NO_ENGINE.format(complaint=error), pytrace=False)
        if answer.returncode != 0:
            pytest.fail(NO_ENGINE.format(complaint=answer.stderr.strip()), pytrace=False)


@pytest.fixture(scope="session")
def project(_engine: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ComposeProject]:
    """Start the project with one container of each service, and no setting but a free port."""
    folder = tmp_path_factory.mktemp("compose")
    name = f"wordwire-test-{os.getpid()}"
    ours = ComposeProject(name, folder / "env", HTTP_PORT=str(free_port()))
    try:
        try:
            ours.up()
        except AssertionError as error:
            error.add_note(ours.logs()[-LOG_TAIL:])
            raise
        yield ours
    finally:
        ours.down()


@pytest.fixture(autouse=True)
def _logs_of_a_failure(request: pytest.FixtureRequest) -> Iterator[None]:
    failed_before = request.session.testsfailed
    yield
    if request.session.testsfailed > failed_before and "project" in request.fixturenames:
        print(request.getfixturevalue("project").logs()[-LOG_TAIL:])
