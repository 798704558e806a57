"""Writes the golden files of the tests anew: python -m tests.regenerate. Read the diff before you commit it."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from pathlib import Path

from rich.console import Console

from dateline.model import codec
from dateline.model.story import StoryDocument
from dateline.show import markdown
from dateline.show.page import render
from dateline.show.terminal import print_story
from tests.show.stories import bridge

HOW = "if the change is meant, run: make golden"
GOLDEN = Path(__file__).parent / "show" / "golden"
ROOT = Path(__file__).parent.parent
SCHEMA = ROOT / "src/dateline/schema/story.schema.json"
INDEX = ROOT / "docs" / "README.md"
PAGES_WITH_OUTPUT = [ROOT / "README.md", ROOT / "docs/tutorial/first-story.md"]
_OUTPUT = re.compile(
    r"<!-- output of: dateline (?P<call>[^|>]*?)(?P<cut> \| head -(?P<lines>\d+))? -->\n.*?<!-- end of output -->",
    re.DOTALL,
)


def terminal_text(document: StoryDocument) -> str:
    """The story as a terminal of 80 columns shows it."""
    out = io.StringIO()
    print_story(document, Console(file=out, width=80, force_terminal=False, color_system=None))
    return out.getvalue()


def page_text(document: StoryDocument) -> str:
    """The page without its style and script, blank lines dropped."""
    made = re.sub(r"<style>.*?</style>|<script>.*?</script>", "", render(document), flags=re.DOTALL)
    return "\n".join(line.rstrip() for line in made.splitlines() if line.strip()) + "\n"


def with_outputs(text: str) -> str:
    """A page of the docs with each ``<!-- output of: dateline ... -->`` followed by what that command prints now."""
    return _OUTPUT.sub(_output, text)


def _output(found: re.Match[str]) -> str:
    call = [sys.executable, "-m", "dateline", *found["call"].split()]
    printed = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=True, encoding="utf-8").stdout
    lines = printed.splitlines()[: int(found["lines"]) if found["lines"] else None]
    command = f"dateline {found['call']}{found['cut'] or ''}"
    block = "\n".join([f"    $ {command}", *(f"    {line}".rstrip() for line in lines)])
    return f"<!-- output of: {command} -->\n\n{block}\n\n<!-- end of output -->"


def index_page() -> str:
    """The index of the docs: every page under its kind, called by its heading."""
    parts = ["# Documentation"]
    for folder, name in (
        ("tutorial", "Learn"),
        ("how-to", "Do"),
        ("reference", "Look up"),
        ("explanation", "Understand"),
    ):
        pages = sorted((ROOT / "docs" / folder).glob("*.md"))
        titles = [page.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ") for page in pages]
        links = [f"- [{title}]({folder}/{page.name})" for title, page in zip(titles, pages, strict=True)]
        parts += [f"## {name}", "\n".join(links)]
    return "\n\n".join(parts) + "\n"


def main() -> None:
    """Writes every golden file."""
    GOLDEN.mkdir(exist_ok=True)
    (GOLDEN / "bridge.txt").write_text(terminal_text(bridge()), encoding="utf-8")
    (GOLDEN / "bridge.md").write_text(markdown.render(bridge()), encoding="utf-8")
    (GOLDEN / "bridge.html").write_text(page_text(bridge()), encoding="utf-8")
    SCHEMA.write_text(codec.schema_text(), encoding="utf-8")
    INDEX.write_text(index_page(), encoding="utf-8")
    for page in PAGES_WITH_OUTPUT:
        page.write_text(with_outputs(page.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
