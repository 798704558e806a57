"""Imports go one way: model knows nobody, a stage knows model and text, only the pipeline knows the order."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "dateline"
STAGES = ("read", "annotate", "group", "weave", "show")
BASE = {"model", "text", "errors"}
ALLOWED = {
    "model": {"model", "errors"},
    "text": {"text"},
    **{stage: {stage, *BASE} for stage in STAGES},
    "archive": {"archive", "pipeline", "read", "annotate", "group", *BASE},
    "cli": {"cli", "archive", "pipeline", "read", "show", "annotate", "weave", *BASE},
    "pipeline": {*STAGES, *BASE},
    "times": {"annotate", *BASE},
    "errors": set(),
    "__main__": {"cli"},
}
MODULES = sorted(SOURCE.rglob("*.py"))


def imported(path: Path) -> set[str]:
    """The parts of dateline that a module imports, at the top or inside a function."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names = [node.module]
        found.update(name.split(".")[1] for name in names if name.startswith("dateline."))
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_module_imports_only_what_its_layer_may(path: Path) -> None:
    layer = path.relative_to(SOURCE).parts[0].removesuffix(".py")
    if layer == "__init__":
        return
    assert imported(path) <= ALLOWED[layer]


def test_every_layer_has_a_rule() -> None:
    layers = {path.relative_to(SOURCE).parts[0].removesuffix(".py") for path in MODULES} - {"__init__"}
    assert layers <= set(ALLOWED)


def test_import_loads_no_library_and_no_stage() -> None:
    code = "import sys; before = set(sys.modules); import dateline; print(*sorted(set(sys.modules) - before))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not [name for name in loaded if name.startswith("dateline.")]
    assert not set(loaded) & {"lxml", "rich", "jinja2", "click", "msgspec", "http", "socket", "charset_normalizer"}


def test_help_loads_no_stage() -> None:
    code = (
        "import sys\nsys.argv = ['dateline', '--help']\nfrom dateline.cli import main\n"
        "try: main()\nexcept SystemExit: pass\nprint('LOADED', *sorted(sys.modules))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    loaded = set(out.split("LOADED", 1)[1].split())
    assert not {"lxml", "rich", "jinja2", "dateline.pipeline", "dateline.annotate.times"} & loaded
