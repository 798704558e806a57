"""The feeds and pages that an archive follows: asked as they were left the last time, each failure named and counted.

Nothing is noted of an answer before its reports are stored: a run that is killed in between asks again and knows them.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from dateline.archive import rejected, reports, sources, troubles
from dateline.archive.sources import Source
from dateline.model.problem import Problem
from dateline.model.report import Report
from dateline.read import read_reports
from dateline.read.readers import HEAD, choose

if TYPE_CHECKING:
    from dateline.read.fetch import Fetched, FetchError, Known

    Fetch = Callable[[str, Known | None], Fetched]
    Answer = Fetched | FetchError

AT_ONCE = 6
"""Addresses asked at the same time; of one host the fetcher asks one after another whatever this says."""
AHEAD = 12
"""Answers that may wait to be read: enough to keep the asking going, few enough to hold little."""
MOST_PAGES = 100
"""Pages of one feed's items fetched in one look. Feeds hold 10 to 50 items; at a second a page this is two minutes."""
GIVE_UP = 3
"""Pages in a row that cannot be had, after which a feed's others are not tried in this look."""
FEEDS = frozenset(("rss", "atom", "jsonfeed"))


def clock() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class Web:
    """One look at the addresses. ``tell`` is given each problem; ``again``: whether they were looked at before."""

    def __init__(
        self,
        db: sqlite3.Connection,
        fetch: Fetch,
        tell: Callable[[Problem], None],
        *,
        again: bool,
        now: Callable[[], dt.datetime] = clock,
    ) -> None:
        self._db = db
        self._fetch = fetch
        self._tell = tell
        self._again = again
        self._now = now
        self._states: list[tuple[Source, dict[str, str], str | None]] = []
        self._unfit: list[Source] = []
        self._pages: set[str] = set()

    def reports(self, asked: Sequence[Source]) -> Iterator[Report]:
        """Yields what the addresses hold now; of those that have not changed, nothing."""
        for source, answer in self._answers([source for source in asked if self._is_due(source)]):
            if isinstance(answer, Exception):
                self._failed(source, answer)
                continue
            state = {name: value for name in ("follow", "etag", "modified") if (value := source.state.get(name))}
            state["checked"] = self._time()
            self._recovered(source)
            kind = None
            if answer.body is not None:
                kind = sources.FEED if _is_feed(answer) else sources.PAGE
                yield from self._read(source, answer)
                state.pop("etag", None), state.pop("modified", None)
            state.update({name: value for name in ("etag", "modified") if (value := getattr(answer.known, name))})
            self._states.append((source, state, kind))

    def keep(self) -> None:
        """Notes how each address was left; inside the transaction after its reports were stored."""
        for source, state, kind in self._states:
            sources.keep_state(self._db, source.number, state, kind)
        for source in self._unfit:
            sources.forget(self._db, source.number)

    def _is_due(self, source: Source) -> bool:
        if source.state.get("gone"):
            return False
        return source.state.get("wait_until", "") <= self._time()

    def _time(self) -> str:
        return self._now().isoformat(timespec="seconds")

    def _answers(self, asked: Sequence[Source]) -> Iterator[tuple[Source, Answer]]:
        """The sources in their order, each with its answer."""
        left = iter(asked)
        waiting: deque[tuple[Source, Future[Answer]]] = deque()
        pool = ThreadPoolExecutor(AT_ONCE)
        try:
            while True:
                for source in islice(left, AHEAD - len(waiting)):
                    waiting.append((source, pool.submit(self._asked, source)))
                if not waiting:
                    return
                source, future = waiting.popleft()
                yield source, future.result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)

    def _asked(self, source: Source) -> Answer:
        from dateline.read.fetch import Known

        return self._tried(source.address, Known(source.state.get("etag"), source.state.get("modified")))

    def _tried(self, address: str, known: Known | None = None) -> Answer:
        from dateline.read.fetch import FetchError

        try:
            return self._fetch(address, known)
        except FetchError as err:
            return err
        except Exception as err:  # a fault met at one address must not cost the others
            return FetchError(address, f"could not be asked ({type(err).__name__})")

    def _failed(self, source: Source, err: FetchError) -> None:
        """Names and counts a failure; an address that never gave anything and never will is not kept."""
        if not self._again and err.lasting and "checked" not in source.state:
            self._unfit.append(source)
            self._tell(Problem(source.address, "rejected", f"not fetched: {err.reason}; it is not followed"))
            return
        state = troubles.counted(source.state, err.reason, self._now())
        state.pop("wait_until", None)
        if err.retry_after:
            # A server may ask for a century; a week is as good as that, and a mistake of its ends.
            until = self._now() + dt.timedelta(seconds=min(err.retry_after, 7 * 86400))
            state["wait_until"] = until.isoformat(timespec="seconds")
        end = ""
        if err.status == 410:
            state["gone"] = "yes"
            end = "; it is not asked again"
        if end or troubles.is_due(state, self._now()):
            state = troubles.said(state, self._now())
            end += troubles.so_far(state)
            kept = "; what was read from it is kept" if "checked" in source.state else ""
            self._tell(Problem(source.address, "warning", f"not fetched: {err.reason}{end}{kept}"))
        self._states.append((source, state, None))

    def _recovered(self, source: Source) -> None:
        """Says that an address answers again, where it was said that it did not."""
        if "told" in source.state:
            self._tell(Problem(source.address, "note", f"answers again{troubles.so_far(source.state)}"))

    def _read(self, source: Source, answer: Fetched) -> Iterator[Report]:
        """The reports of an answer; for a feed's items their addresses are the places, never lines that move."""
        missed = fetched = 0
        follow = "follow" in source.state

        def tell(problem: Problem) -> None:
            if follow and problem.level == "note":
                return  # that there are teasers is why their pages are fetched
            self._say_once(Problem(source.address, problem.level, problem.message))

        for report in read_reports([source.address], fetch=lambda _: answer, on_problem=tell):
            whole: Report | None = None
            if report.partial and report.url and follow:
                if self._has(report.url):
                    continue
                if missed < GIVE_UP and fetched < MOST_PAGES:
                    fetched += 1
                    whole = self._page(report, tell)
                    missed = 0 if whole else missed + 1
            led = report.url or source.address
            yield whole or msgspec.structs.replace(report, file=led)

    def _has(self, address: str) -> bool:
        """Whether an item's page was read before, in this look or an earlier one."""
        if address in self._pages:
            return True
        return any(not known.partial for known in reports.at_address(self._db, address))

    def _page(self, teaser: Report, tell: Callable[[Problem], None]) -> Report | None:
        """The report on the page of a feed's item; None where there is none that says more than the teaser."""
        assert teaser.url is not None
        answer = self._tried(teaser.url)
        if isinstance(answer, Exception):
            tell(Problem(teaser.url, "warning", f"an item's page was not fetched: {answer.reason} ({teaser.url})"))
            return None
        found = next(read_reports([teaser.url], fetch=lambda _: answer, on_problem=lambda _: None), None)
        if found is None or len(found.text) <= len(teaser.text):
            tell(Problem(teaser.url, "warning", f"no article on an item's page; its teaser is kept ({teaser.url})"))
            return None
        self._pages.add(teaser.url)
        stated = teaser.published if not found.published.date and not teaser.published.because else found.published
        return msgspec.structs.replace(
            found,
            file=teaser.url,
            title=found.title or teaser.title,
            source=found.source or teaser.source,
            authors=found.authors or teaser.authors,
            published=stated,
        )

    def _say_once(self, problem: Problem) -> None:
        """A feed is read again each time that it changes; what was wrong with it before is not said again."""
        if self._again and (problem.level == "note" or rejected.is_kept(self._db, problem)):
            return
        self._tell(problem)


def _is_feed(answer: Fetched) -> bool:
    return choose(answer.url, (answer.body or b"")[:HEAD]).name in FEEDS
