"""News reports in, one dated and cited story out."""

from __future__ import annotations

__version__ = "0.1.0"
