"""The timeline: which events, on which days, in which sentences.

tellings ── what is said to be on a day, place by place
events ──── tellings of one event brought together
wording ─── the sentence that tells it best, in the reports' own words
amount ──── how many entries a story carries
"""

from __future__ import annotations

from dateline.weave.timeline.entries import entries

__all__ = ["entries"]
