"""A real Chromium for the tests of the page; they are skipped where there is none.

With DATELINE_REQUIRE_BROWSER=1 in the environment a missing browser is a failure.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dateline.show.page import render
from tests.show.stories import bridge

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def program() -> str | None:
    """The Chromium of this machine, or None."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """The browser, once for all tests."""
    found = program()
    sync_api = (
        pytest.importorskip("playwright.sync_api") if not required() else __import__("playwright.sync_api").sync_api
    )
    if found is None:
        if required():
            pytest.fail(f"DATELINE_REQUIRE_BROWSER is set, but none of {', '.join(NAMES)} is installed")
        pytest.skip("no Chromium on this machine")
    with sync_api.sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield made
        made.close()


def required() -> bool:
    """Whether these tests must run."""
    return os.environ.get("DATELINE_REQUIRE_BROWSER") == "1"


@pytest.fixture(scope="session")
def story_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the hand-made story, on disk."""
    path = tmp_path_factory.mktemp("page") / "story.html"
    path.write_text(render(bridge()), encoding="utf-8")
    return path


class Watched:
    """A page with all that it said on the console and all that it asked for."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.console: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.console.append(message.text))
        page.on("pageerror", lambda error: self.console.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))


@pytest.fixture
def watched(browser: Any, story_file: Path) -> Iterator[Watched]:
    """The story opened from disk at 1100 by 800."""
    made = browser.new_context(
        viewport={"width": 1100, "height": 800}, permissions=["clipboard-read", "clipboard-write"]
    )
    seen = Watched(made.new_page())
    seen.page.set_default_timeout(5000)
    seen.page.goto(story_file.as_uri())
    yield seen
    made.close()
