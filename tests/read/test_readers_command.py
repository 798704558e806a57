"""``dateline readers``: every format, and the line that installs what is missing."""

from __future__ import annotations

import importlib.util
import json

import pytest
from click.testing import CliRunner

from dateline.cli.readers import command
from dateline.read import readers


def test_every_reader_is_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    done = CliRunner().invoke(command, ["--format", "json"])
    rows = {row["name"]: row for row in json.loads(done.output)}
    assert list(rows) == [reader.name for reader in readers()]
    assert rows["pdf"]["ready"] is False and rows["pdf"]["install"] == "pip install 'dateline[pdf]'"
    assert rows["html"]["ready"] is True and rows["html"]["install"] == "pip install 'dateline[html]'"
    assert rows["text"]["install"] is None


def test_table_names_formats_and_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    done = CliRunner().invoke(command, [])
    assert done.exit_code == 0
    assert "missing; needs" in done.output and ".warc .wet" in done.output
