"""A real Chromium for tests of the web client; no page may log errors or contact other hosts."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Request, expect, sync_playwright

from tests.browser.chat import Chat
from tests.browser.room_page import RoomPage
from tests.conftest import STACKS
from tests.stack import GatewayProcess, Stack
from tests.stack.missing import skip_without
from tests.stack.process import CHECKOUT
from tests.stack.waiting import DEADLINE_S

# The first is the same engine without windows, and pages take a third less time in it.
PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",  # Chromium as root, as in containers, needs it
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
BROWSER = "Chromium (Debian: apt-get install chromium)"
NOT_BUILT = "gateway/web/dist is missing; run `make web`"

# Some tests stop the gateway, make it refuse an origin, or forbid connections; the browser reports each.
EXPECTED_COMPLAINTS = (
    "WebSocket connection to",
    "Failed to load resource",
    "blocked by CORS policy",
    'violates the following Content Security Policy directive: "connect-src',
)

DEFAULTS: dict[str, Any] = {"viewport": {"width": 1100, "height": 800}, "locale": "en-GB"}

OpenChat = Callable[..., Chat]
OpenRooms = Callable[..., RoomPage]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start one Chromium for all tests."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        skip_without(BROWSER)
    if not (CHECKOUT / "gateway" / "web" / "dist" / "index.html").exists():
        pytest.fail(NOT_BUILT)
    expect.set_options(timeout=DEADLINE_S * 1000)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture
def new_context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Return a function that makes a browser profile, and check its pages' logs and requests at the end."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []
    strangers: list[str] = []

    def note(message: ConsoleMessage) -> None:
        expected = any(part in message.text for part in EXPECTED_COMPLAINTS)
        if message.type in {"error", "warning"} and not expected:
            complaints.append(message.text)

    def check_request(request: Request) -> None:
        url = urlsplit(request.url)
        if url.scheme not in {"data", "blob"} and url.hostname not in {"127.0.0.1", "localhost"}:
            strangers.append(request.url)

    def make(**options: Any) -> BrowserContext:
        context = browser.new_context(**DEFAULTS | options)
        context.set_default_timeout(DEADLINE_S * 1000)
        context.on("console", note)
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        context.on("request", check_request)
        contexts.append(context)
        return context

    yield make
    for context in contexts:
        context.close()
    assert complaints == []
    assert strangers == []


@pytest.fixture
def open_chat(new_context: Callable[..., BrowserContext], stack: Stack) -> OpenChat:
    """Return a function that opens the client at an address of the shared gateway."""

    def open_at(address: str = "/", **options: Any) -> Chat:
        return Chat(new_context(**options).new_page(), stack.gateway.url).visit(address)

    return open_at


@pytest.fixture
def open_rooms(new_context: Callable[..., BrowserContext], stack: Stack) -> OpenRooms:
    """Return a function that opens the rooms' page, or a room's link, as a new person each time."""

    def open_at(address: str = "/rooms", **options: Any) -> RoomPage:
        return RoomPage(new_context(**options).new_page(), stack.gateway.url).visit(address)

    return open_at


@pytest.fixture
def ann(open_rooms: OpenRooms) -> RoomPage:
    """Return Ann's page, in a room that she has created."""
    return open_rooms().create("Ann", "Words")


@pytest.fixture
def bob(open_rooms: OpenRooms, ann: RoomPage) -> RoomPage:
    """Return Bob's page, in Ann's room."""
    return open_rooms(ann.page.url).join("Bob")


@pytest.fixture
def add_gateway(stack: Stack) -> Iterator[Callable[..., GatewayProcess]]:
    """Return a function that starts another gateway of the shared stack, with the given settings."""
    names: list[str] = []

    def add(**settings: str) -> GatewayProcess:
        names.append(f"gateway-for-browser-{len(names) + 1}")
        gateway = stack.add_gateway(names[-1], **settings)
        gateway.wait_until_ready()
        return gateway

    yield add
    for name in names:
        stack.gateways.pop(name).end()


@pytest.fixture(scope="session")
def second_stack(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Iterator[Stack]:
    """Start a stack of its own for the tests that break one; they use it through `own_stack`."""
    with Stack(tmp_path_factory.mktemp("second")) as stack:
        pytestconfig.stash[STACKS].append(stack)
        yield stack.start()


@pytest.fixture
def own_stack(second_stack: Stack) -> Iterator[Stack]:
    """Return a stack that the test may break and add gateways to; its processes are running and ready."""
    yield second_stack.mend()
    for name in [*second_stack.gateways][1:]:
        second_stack.gateways.pop(name).end()
