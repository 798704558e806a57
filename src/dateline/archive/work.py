"""The work on one report that needs no archive, done here or in worker processes: the result is the same."""

from __future__ import annotations

import gc
import hashlib
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache
from itertools import islice
from multiprocessing.connection import wait
from pathlib import Path

import msgspec

from dateline.annotate.report import STORY_BLOCKS, annotate
from dateline.archive.notes import encode, names_in
from dateline.errors import ArchiveError
from dateline.group.stories.features import terms_of
from dateline.model.annotations import Annotated
from dateline.model.report import Report

HANDED = 24
"""Reports handed to a worker at once; so passing them on costs little against annotating them."""
AHEAD = 40
"""Batches a worker may have waiting or done: enough not to idle while the first reports of an archive are grouped, few
enough to hold no pile in memory (some 8 MB a worker)."""
YIELDING = 5
"""Niceness of a worker. Where all want to run, the process that stores and groups goes first: what it has no time for
nobody else can do, and workers that are ahead would leave a core idle."""

COLLECT_AFTER = (100_000, 20, 20)
"""Thresholds of a worker's cycle collector, as those of the command line: annotating makes many small records and
hardly a cycle, and Python's own thresholds cost a tenth of the time."""

_encoder = msgspec.msgpack.Encoder()
_reports = msgspec.msgpack.Decoder(list[Report])


class Worked(msgspec.Struct, frozen=True):
    """What was made of one report. ``terms``: packed, for the grouping."""

    notes: bytes
    names: list[tuple[str, str, int]]
    terms: bytes


_worked = msgspec.msgpack.Decoder(list[Worked])


def work_on(report: Report) -> Worked:
    """Annotations, names and features of a report."""
    annotated = Annotated(report, annotate(report))
    return Worked(encode(annotated.notes), names_in(annotated), terms_of(story_text(report)).packed())


def story_text(report: Report) -> str:
    """The words that tell the story: headline, paragraphs and captions."""
    parts = [report.text[block.start : block.end] for block in report.blocks if block.kind in STORY_BLOCKS]
    return "\n".join(parts) or report.text


def work_on_all(reports: Iterable[Report], workers: int = 1) -> Iterator[tuple[Report, Worked]]:
    """The reports in their order, each with what was made of it. One worker: in this process."""
    if workers <= 1:
        for report in reports:
            yield report, work_on(report)
        return
    source = iter(reports)
    waiting: deque[tuple[bytes, Future[bytes]]] = deque()
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=spawn, initializer=_set_up) as pool:
        while True:
            while len(waiting) < workers * AHEAD and (batch := list(islice(source, HANDED))):
                handed = _encoder.encode(batch)
                waiting.append((handed, pool.submit(_batch, handed)))
            if not waiting:
                return
            handed, future = waiting.popleft()
            try:
                made = future.result()
            except BrokenProcessPool as err:
                raise ArchiveError("a worker was stopped from outside; run the same command again, it goes on") from err
            yield from zip(_reports.decode(handed), _worked.decode(made), strict=True)


def _set_up() -> None:
    """Sets up a worker: it collects no cycles where there are hardly any, lets the process that started it go first
    where both want to run, and ends with that process."""
    gc.set_threshold(*COLLECT_AFTER)
    if hasattr(os, "nice"):
        os.nice(YIELDING)
    _end_with_parent()


def _end_with_parent() -> None:
    """Ends this worker when the process that started it is gone: killed, it can no longer say so.

    Ctrl-C reaches the workers of a terminal too; what is to be done then is for that process to say.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    sentinel = parent.sentinel

    def watch() -> None:
        wait([sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _batch(data: bytes) -> bytes:
    return _encoder.encode([work_on(report) for report in _reports.decode(data)])


@lru_cache(maxsize=1)
def version() -> str:
    """What makes the annotations: dateline's version and a digest of the code and tables that they come from."""
    import dateline

    root = Path(dateline.__file__).parent
    digest = hashlib.sha256()
    for folder in ("annotate", "text"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in (".py", ".txt", ".json", ".tsv"):
                digest.update(path.read_bytes())
    return f"{dateline.__version__}+{digest.hexdigest()[:8]}"
