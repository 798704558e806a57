"""Takes the picture of the example's page that the README shows: python -m tests.browser.picture STORY.html."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import FLAGS, program

PICTURE = Path(__file__).parent.parent.parent / "docs" / "images" / "page.png"
WIDTH = 1180
"""Px: wide enough for the rail at the side."""


def main(page_file: str) -> None:
    """Writes the top of the page with the first leading line unfolded."""
    PICTURE.parent.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=FLAGS)
        page = browser.new_page(viewport={"width": WIDTH, "height": 1180})
        page.goto(Path(page_file).resolve().as_uri())
        page.evaluate(
            "(document.querySelector('.entry.lead details') || document.querySelector('.entry details')).open = true"
        )
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1])
