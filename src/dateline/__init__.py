"""News reports in, one dated and cited story out.

    >>> import dateline
    >>> report = dateline.make_report("PARIS, 3 May 2024 - The minister resigned on Thursday.")
    >>> story = dateline.build([report])

The names below load on first use, so that ``import dateline`` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from dateline.errors import DatelineError, DocumentError, InputError, MissingExtraError, ReportError
    from dateline.model.codec import dumps, loads, schema
    from dateline.model.report import Report
    from dateline.model.story import StoryDocument
    from dateline.pipeline import Options, build
    from dateline.read import make_report, read_reports

_HOMES = {
    "DatelineError": "dateline.errors",
    "DocumentError": "dateline.errors",
    "InputError": "dateline.errors",
    "MissingExtraError": "dateline.errors",
    "Options": "dateline.pipeline",
    "Report": "dateline.model.report",
    "ReportError": "dateline.errors",
    "StoryDocument": "dateline.model.story",
    "build": "dateline.pipeline",
    "dumps": "dateline.model.codec",
    "loads": "dateline.model.codec",
    "make_report": "dateline.read",
    "read_reports": "dateline.read",
    "schema": "dateline.model.codec",
}

__all__ = [
    "DatelineError",
    "DocumentError",
    "InputError",
    "MissingExtraError",
    "Options",
    "Report",
    "ReportError",
    "StoryDocument",
    "build",
    "dumps",
    "loads",
    "make_report",
    "read_reports",
    "schema",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'dateline' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
