"""A real server, a real Chromium, and a watch over what every page says and asks for.

`opened("/compare?q=service_use")` gives a settled Playwright page; `open_page(...)` chooses the screen.
When a test ends, a console error or a request to another host on any of its pages fails it;
`watch.expected(pattern)` names, beforehand, a console error that the test provokes on purpose.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from tests.browser.serving import serving

DEBIAN_CHROMIUM = Path("/usr/bin/chromium")
SETTLE_MILLISECONDS = 30_000

# No background traffic, no sandbox (root in a container), and no name but the loopback resolves.
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]

# Below a page's own path the front end probes `<path>/_stcore/...` first and then finds the server's root.
FRAMEWORK_PROBE = re.compile(r"/[^?]+/_stcore/(health|host-config)(\?|$)")

# The script has finished, nothing on the page is left over from the run before, nothing is still loading.
SETTLED = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  return app !== null
    && app.dataset.testConnectionState === 'CONNECTED'
    && app.dataset.testScriptState === 'notRunning'
    && document.querySelector('[data-testid="stMain"] [data-testid="stElementContainer"]') !== null
    && document.querySelector('[data-stale="true"], [data-testid="stSkeleton"], [data-testid="stSpinner"]') === null
    && [...document.querySelectorAll('[data-testid="stVegaLiteChart"]')]
         .every(chart => chart.offsetParent === null || chart.querySelector('svg') !== null)
    && document.fonts.status === 'loaded';
}"""


ON_SCREEN = """() => JSON.stringify({...document.querySelector('[data-testid="stApp"]')?.dataset})
  + '\\n' + document.body.innerText"""
CHROMIUM = pytest.StashKey[Browser]()


@dataclass
class Watch:
    """What the pages of one test said on the console and asked of other hosts."""

    host: str
    console_errors: list[str] = field(default_factory=list)
    outside_requests: list[str] = field(default_factory=list)
    _expected: list[re.Pattern[str]] = field(default_factory=list)

    def expected(self, pattern: str) -> None:
        """Console errors matching `pattern` are part of the test."""
        self._expected.append(re.compile(pattern))

    def over(self, page: Page) -> None:
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self._note(f"uncaught: {error}"))
        page.on("request", lambda request: self._see(request.url))
        page.on("websocket", lambda socket: self._see(socket.url))

    def assert_quiet(self) -> None:
        """Called for every test when it ends; call it earlier to place the failure."""
        assert self.outside_requests == [], f"requests left the server: {self.outside_requests}"
        assert self.console_errors == [], f"console errors: {self.console_errors}"

    def _hear(self, message: ConsoleMessage) -> None:
        url = message.location.get("url", "")
        if message.type == "error" and not (
            "404" in message.text and FRAMEWORK_PROBE.search(urlsplit(url).path)
        ):
            self._note(f"{message.text} [{url}]")

    def _note(self, text: str) -> None:
        if not any(pattern.search(text) for pattern in self._expected):
            self.console_errors.append(text)

    def _see(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.netloc != self.host:
            self.outside_requests.append(url)


def settled(page: Page) -> Page:
    """Wait until Streamlit has finished the run and drawn it; use after every click that reruns.

    The state is asked for twice, a moment apart, so that a rerun that is just being sent is waited for too.
    """
    for _ in range(2):
        page.wait_for_timeout(120)
        page.wait_for_function(SETTLED, timeout=SETTLE_MILLISECONDS)
    return page


@pytest.fixture(scope="session")
def server(store: Path) -> Iterator[str]:
    """The address, without a closing slash, of `uvicorn app:app` on the session's store."""
    with serving(store) as address:
        yield address


@pytest.fixture(scope="module")
def own_server(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address of a server on a store of its own, and the store: what a module writes shows on no other's pages."""
    folder = tmp_path_factory.mktemp("own") / "store"
    shutil.copytree(store, folder)
    with serving(folder) as address:
        yield address, folder


@pytest.fixture(scope="session")
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    """Debian's Chromium where it is installed, Playwright's own elsewhere."""
    executable = str(DEBIAN_CHROMIUM) if DEBIAN_CHROMIUM.exists() else None
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_ARGUMENTS)
        request.session.stash[CHROMIUM] = chromium
        yield chromium
        chromium.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """What stood on every open page when a test failed, since no second run need fail again."""
    report = yield
    if report.failed and CHROMIUM in item.session.stash:
        for context in item.session.stash[CHROMIUM].contexts:
            for page in context.pages:
                report.sections.append((f"on screen: {page.url}", _on_screen(page)))
    return report


def _on_screen(page: Page) -> str:
    try:
        return str(page.evaluate(ON_SCREEN))[:4000]
    except PlaywrightError as error:
        return f"not to be read: {error}"


@contextmanager
def watched(browser: Browser, address: str, width: int) -> Iterator[Page]:
    """A blank page on any server, 900 high, under a watch of its own."""
    context = browser.new_context(
        base_url=address,
        viewport={"width": width, "height": 900},
        locale="ja-JP",
        reduced_motion="reduce",
        accept_downloads=True,
    )
    watch = Watch(urlsplit(address).netloc)
    page = context.new_page()
    watch.over(page)
    yield page
    context.close()
    watch.assert_quiet()


@pytest.fixture
def watch(server: str) -> Iterator[Watch]:
    """The watch over every page of this test."""
    watching = Watch(host=urlsplit(server).netloc)
    yield watching
    watching.assert_quiet()


PageFactory = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, server: str, watch: Watch) -> Iterator[PageFactory]:
    """Factory of watched pages, each in a fresh context; closed when the test ends.

    open_page(width=1280, height=800, locale="ja-JP", color_scheme="light") -> Page, still blank.
    """
    contexts: list[BrowserContext] = []

    def open_blank(
        width: int = 1280,
        height: int = 800,
        locale: str = "ja-JP",
        color_scheme: Literal["light", "dark"] = "light",
    ) -> Page:
        context = browser.new_context(
            base_url=server,
            viewport={"width": width, "height": height},
            locale=locale,
            timezone_id="Asia/Tokyo",
            color_scheme=color_scheme,
            reduced_motion="reduce",
            accept_downloads=True,
        )
        contexts.append(context)
        page = context.new_page()
        watch.over(page)
        return page

    yield open_blank
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_page: PageFactory) -> Page:
    """A watched blank page, 1280 x 800, Japanese, Asia/Tokyo."""
    return open_page()


@pytest.fixture
def opened(open_page: PageFactory) -> PageFactory:
    """opened(path, **what open_page takes) -> a page at `path`, cold (fresh context), settled."""

    def open_at(path: str = "/", **screen: object) -> Page:
        page = open_page(**screen)
        page.goto(path, wait_until="domcontentloaded")
        return settled(page)

    return open_at


@pytest.fixture(name="settled")
def settled_fixture() -> Callable[[Page], Page]:
    """settled(page) -> the same page once Streamlit has finished the run and drawn it."""
    return settled
