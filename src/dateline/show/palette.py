"""The colours of words in a terminal; every word that a colour carries is also there as a word."""

from __future__ import annotations

STYLES = {
    "happened": "green",
    "planned": "cyan",
    "expected": "cyan",
    "requested": "blue",
    "said": "magenta",
    "postponed": "yellow",
    "cancelled": "red",
    "denied": "red",
    "reported": "yellow",
    "open": "cyan",
    "kept": "green",
    "changed": "yellow",
    "declined": "red",
    "broken": "red",
    "unknown": "yellow",
}
"""Status of a line or state of a plan -> colour of the console's own sixteen, so that its theme holds."""
