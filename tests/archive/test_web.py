"""Feeds and pages in an archive, from a real server on loopback that is allowed by name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dateline.archive import reports, sources
from dateline.archive.connection import transaction
from dateline.archive.following import Archive
from dateline.archive.sources import FEED, PAGE
from dateline.model.problem import Problem
from dateline.read.fetch import Fetcher, Policy
from tests.archive.feed_server import Outlet, outlet

AGROUND = (
    "aground", "Sat, 02 Mar 2024 09:00:00 GMT", "Ferry Aurora runs aground off Kestrel",
    "KESTREL, March 2 - The ferry Aurora ran aground off Kestrel on Saturday with 212 people on board.",
)  # fmt: skip
TOWED = (
    "towed", "Tue, 05 Mar 2024 09:00:00 GMT", "Aurora towed to Kestrel harbour",
    "KESTREL, March 5 - The ferry Aurora was towed to Kestrel harbour on Tuesday, Greta Holm said.",
)  # fmt: skip
STORY = (
    "KESTREL, March 2 - The ferry Aurora ran aground off Kestrel on Saturday with 212 people on board.",
    '"We will tow the Aurora to Kestrel harbour by Tuesday," said Greta Holm, the harbour master of Kestrel.',
    "Two boats brought the passengers ashore in the night, and nobody was hurt, the coast guard said.",
)


@pytest.fixture
def post() -> Iterator[Outlet]:
    with outlet() as one:
        yield one


class Desk:
    """An archive that is asked and asked again, and what was said aloud."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.said: list[Problem] = []
        self.fetch = Fetcher(Policy(allow=frozenset({"127.0.0.1"}), pause=0.0, seconds=5.0)).fetch

    def add(self, *given: str, follow: bool = False) -> int:
        self.said.clear()
        return self.archive.add(given, follow=follow, fetch=self.fetch, on_problem=self.said.append).new

    def update(self) -> list[str]:
        self.said.clear()
        # Each morning is another run, which knows nothing of what servers asked the one before it.
        self.fetch = Fetcher(Policy(allow=frozenset({"127.0.0.1"}), pause=0.0, seconds=5.0)).fetch
        self.archive.update(fetch=self.fetch, on_problem=self.said.append)
        with self.archive.telling() as changes:
            return [change.kind for change in changes]

    @property
    def source(self) -> sources.Source:
        (one,) = sources.sources(self.archive.db)
        return one

    @property
    def levels(self) -> list[str]:
        return [problem.level for problem in self.said]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Archive.create(str(tmp_path / "pile")) as archive:
        yield Desk(archive)


def test_a_feed_is_taken_in_and_followed(desk: Desk, post: Outlet) -> None:
    post.feed(AGROUND)
    assert desk.add(post.base + "/feed.xml") == 1
    assert (desk.source.kind, desk.source.state.keys()) == (FEED, {"checked", "etag"})
    assert desk.update() == []
    assert post.count("/feed.xml", 304) == 1
    post.feed(TOWED, AGROUND)
    assert "new story" in desk.update()
    assert desk.update() == []
    assert desk.said == []
    assert reports.count(desk.archive.db) == 2


def test_an_item_that_is_only_a_teaser_is_partial(desk: Desk, post: Outlet) -> None:
    post.feed(AGROUND)
    desk.add(post.base + "/feed.xml")
    (known,) = [report for _, report in reports.get(desk.archive.db, [1])]
    assert known.partial
    assert known.url == post.base + "/aground.html"
    assert known.captured is not None
    assert post.count("/aground.html") == 0


def test_the_pages_of_items_are_fetched_once_if_asked_for(desk: Desk, post: Outlet) -> None:
    post.feed(AGROUND)
    post.page("aground", AGROUND[2], *STORY)
    assert desk.add(post.base + "/feed.xml", follow=True) == 1
    (known,) = [report for _, report in reports.get(desk.archive.db, [1])]
    assert not known.partial
    assert known.text.endswith("the coast guard said.")
    assert (known.day, known.source) == (dt.date(2024, 3, 2), "Post")
    post.feed(TOWED, AGROUND)
    post.page("towed", TOWED[2], TOWED[3], "Divers found a crack of nine metres in the hull of the ferry on Monday.")
    desk.update()
    assert (post.count("/aground.html"), post.count("/towed.html")) == (1, 1)
    assert reports.count(desk.archive.db) == 2


def test_where_an_items_page_cannot_be_had_its_teaser_is_kept(desk: Desk, post: Outlet) -> None:
    post.feed(AGROUND)
    assert desk.add(post.base + "/feed.xml", follow=True) == 1
    assert [problem for problem in desk.said if "404" in problem.message]
    post.page("aground", AGROUND[2], *STORY)
    post.feed(AGROUND, TOWED)
    desk.update()
    whole = [
        report.partial for _, report in reports.get(desk.archive.db, range(1, 9)) if "aground" in (report.url or "")
    ]
    assert whole == [True, False]


def test_an_item_that_was_rewritten_is_another_report(desk: Desk, post: Outlet) -> None:
    post.feed(AGROUND)
    desk.add(post.base + "/feed.xml")
    post.feed((*AGROUND[:3], AGROUND[3].replace("212", "214")))
    desk.update()
    assert reports.count(desk.archive.db) == 2
    assert {report.url for _, report in reports.get(desk.archive.db, (1, 2))} == {post.base + "/aground.html"}


def test_a_page_is_followed(desk: Desk, post: Outlet) -> None:
    post.page("aground", AGROUND[2], *STORY)
    assert desk.add(post.base + "/aground.html") == 1
    assert desk.source.kind == PAGE
    assert desk.update() == []
    post.pages["/aground.html"] = (410, {})
    assert desk.update() == []
    assert desk.levels == ["warning"]
    assert "what was read from it is kept" in desk.said[0].message
    desk.update()
    assert (desk.said, post.count("/aground.html", 410)) == ([], 1)
    assert reports.count(desk.archive.db) == 1


def test_a_server_that_asks_to_wait_is_left_alone_until_then(desk: Desk, post: Outlet) -> None:
    post.feed(AGROUND)
    desk.add(post.base + "/feed.xml")
    post.pages["/feed.xml"] = (429, {"Retry-After": "3600"})
    desk.update()
    assert desk.levels == ["warning"]
    assert (desk.source.state["failures"], post.count("/feed.xml", 429)) == ("1", 1)
    desk.update()
    assert (desk.levels, post.count("/feed.xml", 429)) == ([], 1)
    state = {**desk.source.state, "wait_until": "2024-01-01T00:00:00+00:00"}
    sources.keep_state(desk.archive.db, desk.source.number, state)
    post.feed(TOWED, AGROUND)
    assert desk.update() != []
    assert "failures" not in desk.source.state


def test_failures_are_counted_and_the_rest_goes_on(desk: Desk, post: Outlet) -> None:
    post.feed(AGROUND)
    post.feed(AGROUND, path="/other.xml")
    desk.add(post.base + "/feed.xml", post.base + "/other.xml")
    post.pages["/feed.xml"] = (500, {})
    post.feed(TOWED, AGROUND, path="/other.xml")
    for _ in range(2):
        desk.update()
    failing, fine = sources.sources(desk.archive.db)
    assert (failing.state["failures"], "500" in failing.state["error"]) == ("2", True)
    assert "failures" not in fine.state
    assert reports.count(desk.archive.db) == 2
    assert desk.archive.db.execute("SELECT count(*) FROM rejected WHERE reason LIKE '%500%'").fetchone() == (1,)


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("{base}/nothing.xml", "nothing at this address"),
        ("http://10.0.0.1/feed.xml", "a private or local address"),
        ("http://localhost/feed.xml", "a private or local address"),
        ("https://", "no address of a page"),
    ],
)
def test_an_address_that_can_never_be_had_is_not_followed(desk: Desk, post: Outlet, address: str, reason: str) -> None:
    assert desk.add(address.format(base=post.base)) == 0
    assert desk.levels == ["rejected"]
    assert reason in desk.said[0].message
    assert sources.sources(desk.archive.db) == []


def test_an_address_that_may_come_back_is_followed(desk: Desk, post: Outlet) -> None:
    post.pages["/feed.xml"] = (503, {})
    assert desk.add(post.base + "/feed.xml") == 0
    post.feed(AGROUND)
    assert desk.update() == ["new report"]


def test_an_opml_file_is_a_list_of_feeds(desk: Desk, post: Outlet, tmp_path: Path) -> None:
    post.feed(AGROUND)
    post.feed(TOWED, path="/other.xml")
    rows = "".join(f"<outline type='rss' xmlUrl='{post.base}{path}'/>" for path in ("/feed.xml", "/other.xml", "/no"))
    (tmp_path / "feeds.opml").write_text(
        f"<opml version='2.0'><body><outline text='News'>{rows}</outline></body></opml>"
    )
    assert desk.add(str(tmp_path / "feeds.opml")) == 2
    assert [one.address for one in sources.sources(desk.archive.db)] == [
        f"{post.base}/feed.xml",
        f"{post.base}/other.xml",
        str(tmp_path / "feeds.opml"),
    ]
    assert desk.levels.count("rejected") == 1


def test_feeds_that_a_followed_list_gains_are_taken_up_and_removed_ones_stay_away(
    desk: Desk, post: Outlet, tmp_path: Path
) -> None:
    def write(*paths: str) -> None:
        rows = "".join(f"<outline type='rss' xmlUrl='{post.base}{path}'/>" for path in paths)
        (tmp_path / "feeds.opml").write_text(f"<opml version='2.0'><body>{rows}</body></opml>")

    def followed() -> list[str]:
        known = sources.sources(desk.archive.db)
        return [one.address.removeprefix(post.base) for one in known if one.kind not in sources.ON_DISK]

    post.feed(AGROUND)
    post.feed(TOWED, path="/other.xml")
    write("/feed.xml")
    desk.add(str(tmp_path / "feeds.opml"))
    write("/feed.xml", "/other.xml")
    assert "new story" in desk.update()
    assert followed() == ["/feed.xml", "/other.xml"]
    with transaction(desk.archive.db):
        sources.forget(desk.archive.db, sources.sources(desk.archive.db)[0].number)
    desk.update()
    assert followed() == ["/other.xml"]
    (tmp_path / "feeds.opml").unlink()
    desk.update()
    assert (desk.levels, followed()) == (["warning"], ["/other.xml"])


def test_a_feed_that_fails_is_spoken_of_once_then_counted_then_again(desk: Desk, post: Outlet) -> None:
    post.feed(AGROUND)
    desk.add(post.base + "/feed.xml")
    post.pages["/feed.xml"] = (500, {})
    said = []
    for _ in range(4):
        desk.update()
        said += desk.said
    assert [problem.level for problem in said] == ["warning"]
    assert desk.source.state["failures"] == "4"
    week_ago = (dt.datetime.now(dt.UTC) - dt.timedelta(days=8)).isoformat(timespec="seconds")
    state = {**desk.source.state, "told": week_ago, "since": week_ago}
    sources.keep_state(desk.archive.db, desk.source.number, state)
    desk.update()
    assert f"failed 5 times since {week_ago[:10]}" in desk.said[0].message
    desk.update()
    assert desk.said == []
    post.feed(AGROUND)
    desk.update()
    assert (desk.levels, "answers again (failed 6 times since" in desk.said[0].message) == (["note"], True)
    desk.update()
    assert desk.said == []


def test_what_is_wrong_with_a_feed_is_said_once(desk: Desk, post: Outlet) -> None:
    post.feed(AGROUND, ("bare", "Sat, 02 Mar 2024 09:00:00 GMT", "A headline only", ""))
    desk.add(post.base + "/feed.xml")
    assert "rejected" in desk.levels
    post.feed(TOWED, AGROUND, ("bare", "Sat, 02 Mar 2024 09:00:00 GMT", "A headline only", ""))
    desk.update()
    assert desk.said == []


def test_a_run_killed_before_its_reports_are_stored_asks_again(
    desk: Desk, post: Outlet, monkeypatch: pytest.MonkeyPatch
) -> None:
    post.feed(AGROUND)
    desk.add(post.base + "/feed.xml")
    post.feed(TOWED, AGROUND)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("dateline.archive.ingest.Intake._keep", killed)
        with pytest.raises(KeyboardInterrupt):
            desk.update()
    assert "new story" in desk.update()


def test_a_fault_in_fetching_one_address_costs_no_other(desk: Desk, post: Outlet) -> None:
    post.feed(AGROUND)
    real: Callable[..., object] = desk.fetch

    def fetch(url: str, known: object = None) -> object:
        if "bad" in url:
            raise ZeroDivisionError
        return real(url, known)

    desk.fetch = fetch  # type: ignore[assignment]
    assert desk.add(post.base + "/bad.xml", post.base + "/feed.xml") == 1
    assert "could not be asked (ZeroDivisionError)" in desk.said[0].message


def test_a_server_is_told_whom_to_write_to(tmp_path: Path, post: Outlet) -> None:
    from dateline.archive.arrivals import fetcher, keep_manners

    post.feed(AGROUND)
    with Archive.create(str(tmp_path / "pile")) as archive:
        keep_manners(archive.db, "desk@example.org", ["127.0.0.1"])
        archive.add([post.base + "/feed.xml"])
        fetcher(archive.db)(post.base + "/feed.xml", None)
    (agent,) = post.agents
    assert "desk@example.org" in agent
