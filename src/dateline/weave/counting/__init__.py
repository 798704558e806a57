"""What a number in a report counts, and what would make two numbers one: for figures and for differences.

situations ── what became of the people counted, or where they were
sums ──────── what a sum of money is
shares ────── what a percentage is of
counts ────── the counts of a story with their scope: words, names, places, days
"""

from __future__ import annotations

from dateline.weave.counting.counts import Count, counted, counts
from dateline.weave.counting.situations import DEEDS, FATES, Situation, situation
from dateline.weave.counting.sums import CURRENCIES, sum_name

__all__ = ["CURRENCIES", "DEEDS", "FATES", "Count", "Situation", "counted", "counts", "situation", "sum_name"]
