"""Loading a story document that the user names."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.errors import DocumentError

if TYPE_CHECKING:
    from dateline.model.story import StoryDocument


def load(path: str) -> StoryDocument:
    """The document in a file, or on standard input for "-". Raises a one-line error where it is none."""
    from dateline.model.codec import loads

    try:
        return loads(sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes())
    except OSError as err:
        raise click.ClickException(f"cannot read {path}: {err.strerror}.") from err
    except DocumentError as err:
        raise click.ClickException(f"{path}: {err}; make one with: dateline build REPORTS -o story.json") from err
