"""The outermost edge: a fault of our own is one line too."""

from __future__ import annotations

import sys

import pytest

from dateline import cli
from dateline.cli.exits import FAULT


def test_a_fault_of_our_own_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def broken(*args: object, **kwargs: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(cli.cli, "main", broken)
    monkeypatch.delenv("DATELINE_DEBUG", raising=False)
    monkeypatch.setattr(sys, "argv", ["dateline", "build"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == FAULT
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "ZeroDivisionError" in said
    monkeypatch.setenv("DATELINE_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        cli.main()
