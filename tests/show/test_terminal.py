from __future__ import annotations

import io
import re
import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console

from dateline.model.story import StoryDocument
from dateline.show.parts import print_part
from dateline.show.terminal import print_story
from tests.regenerate import HOW, terminal_text
from tests.show.stories import bridge, empty, hostile

GOLDEN = Path(__file__).parent / "golden" / "bridge.txt"


def printed(document: StoryDocument, width: int = 80, colour: bool = False) -> str:
    out = io.StringIO()
    print_story(
        document, Console(file=out, width=width, force_terminal=colour, color_system="truecolor" if colour else None)
    )
    return out.getvalue()


def test_story_is_the_golden_one() -> None:
    assert terminal_text(bridge()) == GOLDEN.read_text(encoding="utf-8"), HOW


@pytest.mark.parametrize("width", [30, 50, 80, 100, 200])
def test_width_is_honoured(width: int) -> None:
    lines = printed(bridge(), width).splitlines()
    assert max(len(line) for line in lines) <= width
    assert not any(line.endswith(" ") for line in lines)


def test_no_colour_in_a_pipe_and_colour_on_a_terminal() -> None:
    assert "\x1b[" not in printed(bridge())
    assert "\x1b[" in printed(bridge(), colour=True)


def test_each_line_has_date_status_text_and_sources() -> None:
    flat = re.sub(r"\s+", " ", printed(bridge()))
    assert "e3 3 May 2024 happened Ostervik closed its harbour bridge" in flat
    assert "[Harbour Post, Fjord Daily; 2 reports, 1 text]" in flat
    assert "e2 late Aug 2019 happened" in flat


def test_words_of_a_report_are_no_markup() -> None:
    assert "<script>alert(1)</script>" in printed(hostile(), 400)
    assert "[bold]" in printed_title("[bold]x[/bold] [red]")


def printed_title(title: str) -> str:
    import msgspec

    return printed(msgspec.structs.replace(bridge(), title=title))


def test_story_without_lines_prints() -> None:
    assert printed(empty()).startswith("Untitled\n1 report")


def test_entry_is_printed_with_every_place() -> None:
    out = io.StringIO()
    print_part(bridge(), "e3", Console(file=out, width=100))
    text = re.sub(r"\s+", " ", out.getvalue())
    assert "e3 Friday 3 May 2024 happened" in text
    assert "bridge/1.txt, characters 49 to 158" in text
    assert "bridge/2.txt, characters 49 to 158" in text
    assert "Fjord Daily, 4 May 2024, “Ostervik closes its harbour bridge”, para. 1" in text


def test_rich_loads_only_when_something_is_printed() -> None:
    code = "import sys, dateline.show.terminal; sys.exit('rich' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
