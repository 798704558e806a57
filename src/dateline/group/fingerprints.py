"""The words of a report's story, and the word runs by which two reports can be compared."""

from __future__ import annotations

import itertools
import re
import zlib
from array import array
from collections.abc import Container

from dateline.model.report import Report

RUN = 4
"""Words. On made versions of 1,533 news texts, runs of four told reuse from chance best (F1 99.5, against 99.4 with
runs of three and 99.0 with five)."""

_WORD = re.compile(r"\w+")
_SPLIT = re.compile(r"(\w+)")


class _Numbers(dict[str, int]):
    """Word -> number, the same for either case and in every process: nothing depends on the hash seed."""

    def __missing__(self, word: str) -> int:
        number = self[word] = zlib.crc32(word.lower().encode("utf-8", "surrogatepass"))
        return number


class Fingerprint:
    """One report's story as numbers.

    ``size``: how many words. ``runs``: a number for each run of :data:`RUN` words, by the place of its first word;
    ``kinds``: how many different ones. ``first``: where each run that other reports have too stands first; ``again``:
    where it stands after that; both empty until :meth:`keep`.
    """

    __slots__ = ("_offsets", "again", "first", "kinds", "report", "runs", "size")

    def __init__(self, report: Report, numbers: dict[str, int]) -> None:
        self.report = report
        words: list[int] = []
        for start, end in self._stretches():
            words += map(numbers.__getitem__, _WORD.findall(report.text, start, end))
        self.size = len(words)
        self.runs = array("q", map(hash, zip(words, words[1:], words[2:], words[3:], strict=False)))
        self.kinds = len(set(self.runs))
        self.first: dict[int, int] = {}
        self.again: dict[int, list[int]] = {}
        self._offsets: tuple[list[int], list[int]] | None = None

    def keep(self, repeated: Container[int]) -> None:
        """Notes where the runs stand that other reports have too; the rest is of no use in a comparison."""
        flags = list(map(repeated.__contains__, self.runs))
        spots = list(itertools.compress(itertools.count(), flags))
        shared = list(itertools.compress(self.runs, flags))
        self.first = dict(zip(reversed(shared), reversed(spots), strict=True))
        if len(self.first) < len(shared):
            for run, at in zip(shared, spots, strict=True):
                if self.first[run] != at:
                    self.again.setdefault(run, []).append(at)

    def places(self, run: int) -> list[int]:
        """Where one of the kept runs stands, in order."""
        return [self.first[run], *self.again.get(run, ())]

    def _stretches(self) -> list[tuple[int, int]]:
        """The places of the story; of all the text where no story was recognised."""
        body = [(block.start, block.end) for block in self.report.blocks if block.kind == "body"]
        return body or [(0, len(self.report.text))]

    @property
    def offsets(self) -> tuple[list[int], list[int]]:
        """Where each word starts in the report's text, and where each ends."""
        if self._offsets is None:
            text = self.report.text
            self._offsets = [], []
            for start, end in self._stretches():
                parts = _SPLIT.split(text[start:end])  # gap, word, gap, ..., word, gap
                borders = list(itertools.accumulate(map(len, parts), initial=start))
                self._offsets[0].extend(borders[1:-1:2])
                self._offsets[1].extend(borders[2::2])
        return self._offsets

    def place(self, first: int, last: int) -> tuple[int, int]:
        """The place in the report's text from one word to another, both included."""
        starts, ends = self.offsets
        return starts[first], ends[last]


def numbering() -> dict[str, int]:
    """A fresh word -> number table, to be shared by the fingerprints that are compared."""
    return _Numbers()
