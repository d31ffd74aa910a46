"""The npm package as its users get it: packed, installed into fresh projects, and asking a real server."""

from __future__ import annotations

import json
import shutil
import subprocess
import tarfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.stack.process import CHECKOUT
from tools.web_client import environment_with_node

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import BrowserContext, Page

    from tests.stack import GatewayProcess

PROJECTS = Path(__file__).parent
SITES = ("plain", "react", "vue")
PACKAGE = json.loads((CHECKOUT / "clients" / "web" / "package.json").read_text())
WEB = json.loads((CHECKOUT / "gateway" / "web" / "package.json").read_text())
PACKED = CHECKOUT / "clients" / "web" / "dist" / f"wordwire-chat-{PACKAGE['version']}.tgz"


def build(site: str, folder: Path) -> Path:
    """Install the package into a copy of a project, check its types and build it; return what it serves."""
    project = folder / site
    shutil.copytree(PROJECTS / site, project)
    environment = environment_with_node()
    npm = shutil.which("npm", path=environment["PATH"]) or "npm"
    quiet = ("--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error")
    for command in (("install", *quiet, str(PACKED)), ("run", "build")):
        done = subprocess.run(
            [npm, *command],
            cwd=project,
            env=environment,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert done.returncode == 0, f"{site}: npm {command[0]}\n{done.stdout}{done.stderr}"
    return project / "dist"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Each project, built."""
    if not PACKED.exists():
        pytest.fail(f"{PACKED.relative_to(CHECKOUT)} is missing; run `make package`")
    folder = tmp_path_factory.mktemp("sites")
    with ThreadPoolExecutor() as pool:
        return dict(zip(SITES, pool.map(partial(build, folder=folder), SITES), strict=True))


class QuietPages(SimpleHTTPRequestHandler):
    """Serves a folder and keeps the test's output clean."""

    def log_message(self, *_: object) -> None:
        """Write nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port; yields the origin."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietPages, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(params=SITES)
def page(
    request: pytest.FixtureRequest,
    built: dict[str, Path],
    add_gateway: Callable[..., GatewayProcess],
    new_context: Callable[..., BrowserContext],
) -> Iterator[Page]:
    """Open a site whose origin the gateway allows."""
    with served(built[request.param]) as origin:
        gateway = add_gateway(CORS_ALLOWED_ORIGINS=origin)
        opened = new_context().new_page()
        opened.goto(f"{origin}/?server={gateway.url}")
        yield opened


def test_a_site_shows_the_element_sets_its_properties_and_hears_its_events(page: Page) -> None:
    chat = page.locator("wordwire-chat")
    expect(chat).to_contain_text("Ask our dictionary")
    box = chat.get_by_role("combobox", name="Word or question")
    box.fill("serendipity")
    box.press("Enter")

    expect(chat.get_by_role("log")).to_contain_text("good luck")
    expect(page.locator("#last")).to_have_text("definition of serendipity: 1 found")


@pytest.mark.parametrize("page", ["plain"], indirect=True)
def test_the_connection_asks_without_the_element(page: Page) -> None:
    expect(page.locator("#lemma")).to_have_text('["goose"]')


def test_the_package_holds_what_its_exports_name() -> None:
    with tarfile.open(PACKED) as packed:
        names = {name.removeprefix("package/") for name in packed.getnames()}

    files = set(leaves(PACKAGE["exports"])) | {"./README.md", "./LICENSE"}
    assert {name.removeprefix("./") for name in files} <= names


def test_the_manifest_names_every_property_and_part_of_the_docs() -> None:
    manifest = json.loads((CHECKOUT / "clients" / "web" / "custom-elements.json").read_text())
    [element] = manifest["modules"][0]["declarations"]
    docs = (CHECKOUT / "docs" / "web-client.md").read_text()

    for kind in ("attributes", "events", "cssParts", "cssProperties", "slots"):
        names = [each["name"] for each in element[kind]]
        assert names
        assert [name for name in names if f"`{name}`" not in docs and f'"{name}"' not in docs] == []


def test_the_package_needs_the_same_versions_as_the_page() -> None:
    assert PACKAGE["dependencies"] == WEB["dependencies"]
    assert PACKAGE["version"] == WEB["version"]


def leaves(exports: Any) -> Iterator[str]:
    """Yield the files that `exports` names."""
    if isinstance(exports, str):
        yield exports
    else:
        for each in exports.values():
            yield from leaves(each)
