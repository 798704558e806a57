"""Writes the golden files of the tests anew: python -m tests.regenerate. Read the diff before you commit it."""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich.console import Console

from dateline.model.story import StoryDocument
from dateline.show import markdown
from dateline.show.page import render
from dateline.show.terminal import print_story
from tests.show.stories import bridge

HOW = "if the change is meant, run: make golden"
GOLDEN = Path(__file__).parent / "show" / "golden"


def terminal_text(document: StoryDocument) -> str:
    """The story as a terminal of 80 columns shows it."""
    out = io.StringIO()
    print_story(document, Console(file=out, width=80, force_terminal=False, color_system=None))
    return out.getvalue()


def page_text(document: StoryDocument) -> str:
    """The page without its style and script, blank lines dropped."""
    made = re.sub(r"<style>.*?</style>|<script>.*?</script>", "", render(document), flags=re.DOTALL)
    return "\n".join(line.rstrip() for line in made.splitlines() if line.strip()) + "\n"


def main() -> None:
    """Writes every golden file."""
    GOLDEN.mkdir(exist_ok=True)
    (GOLDEN / "bridge.txt").write_text(terminal_text(bridge()), encoding="utf-8")
    (GOLDEN / "bridge.md").write_text(markdown.render(bridge()), encoding="utf-8")
    (GOLDEN / "bridge.html").write_text(page_text(bridge()), encoding="utf-8")


if __name__ == "__main__":
    main()
