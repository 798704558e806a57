"""Writing a story document: to the terminal, as JSON, as a page, as Markdown."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from dateline.model.story import StoryDocument

FORMATS = ("terminal", "json", "html", "markdown")
_ENDINGS = {".json": "json", ".html": "html", ".htm": "html", ".md": "markdown", ".txt": "terminal"}


def format_for(form: str | None, output: str | None) -> str:
    """The format asked for, or the one that the output file's ending names. Raises BadParameter."""
    if form:
        return form
    if not output or output == "-":
        return "terminal"
    ending = Path(output).suffix.lower()
    if ending not in _ENDINGS:
        raise click.BadParameter(
            f"saw {output!r}, expected a name ending in {', '.join(_ENDINGS)}; or give --format.", param_hint="-o"
        )
    return _ENDINGS[ending]


def deliver(document: StoryDocument, form: str, output: str | None) -> None:
    """Writes the document in ``form`` to ``output`` (standard output if None or "-")."""
    if form == "terminal":
        _terminal(document, output)
        return
    if form == "json":
        from dateline.model.codec import dumps

        data = dumps(document)
    elif form == "markdown":
        from dateline.show import markdown

        data = markdown.render(document).encode()
    else:
        from dateline.show import page

        data = page.render(document).encode()
    if output and output != "-":
        write_whole(Path(output), data)
        print(f"Wrote {output} ({len(document.reports)} reports, {len(document.entries)} entries).", file=sys.stderr)
    else:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file so that it is there whole or not at all. Raises a one-line error where it cannot be written."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent or Path())
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(data)
            mask = os.umask(0)
            os.umask(mask)
            Path(name).chmod(0o666 & ~mask)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as err:
        raise click.ClickException(f"cannot write {path}: {err.strerror}; choose another place with -o.") from err


def _terminal(document: StoryDocument, output: str | None) -> None:
    from rich.console import Console

    from dateline.show.terminal import print_story

    if output and output != "-":
        import io

        page = io.StringIO()
        print_story(document, Console(file=page, width=100, force_terminal=False))
        write_whole(Path(output), page.getvalue().encode())
        return
    print_story(document, Console(file=sys.stdout))
    if sys.stdout.isatty():
        print("The same as a page: add -o story.html", file=sys.stderr)
