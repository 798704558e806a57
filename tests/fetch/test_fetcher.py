"""Fetching from a server that misbehaves, and never from where it must not."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from dateline.model.problem import Problem
from dateline.read import read_reports
from dateline.read.fetch import Fetcher, FetchError, Known, Policy
from dateline.read.fetch.addresses import is_open, target
from tests.fetch.server import PAGE, Server, answer, serving

POLICY = Policy(
    contact="desk@example.org",
    allow=frozenset({"127.0.0.1"}),
    largest=2_000_000,
    seconds=0.6,
    silence=0.3,
    pause=0.0,
)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as one:
        yield one


def refused(server: Server, path: str, policy: Policy = POLICY) -> FetchError:
    started = time.monotonic()
    with pytest.raises(FetchError) as caught:
        Fetcher(policy).fetch(server.base + path)
    assert time.monotonic() - started < 2 * policy.seconds + 0.5
    assert "\n" not in str(caught.value)
    return caught.value


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/silent", "silent for too long"),
        ("/drip-head", "took too long"),
        ("/drip-body", "took too long"),
        ("/continue", "took too long"),
        ("/endless", "more than the limit"),
        ("/bomb", "swells|more than the limit"),
        ("/announced", "over the limit"),
        ("/broken-off", "broke off|connection failed"),
        ("/garbage", "connection failed"),
        ("/long-header", "connection failed"),
        ("/many-headers", "connection failed"),
        ("/loop", "moved more than 5 times"),
        ("/to-private", r"10\.0\.0\.1, a private"),
        ("/to-metadata", "a private or local address"),
        ("/to-loopback-name", "a private or local address"),
        ("/to-ipv6", "a private or local address"),
        ("/to-mapped", "a private or local address"),
        ("/to-decimal", "a private or local address|not known"),
        ("/to-file", "expected http"),
        ("/to-gopher", "expected http"),
        ("/to-login", "a name and password"),
        ("/nowhere", "without saying where"),
        ("/bad-chunks", "connection failed"),
        ("/false-gzip", "not packed as the server says"),
        ("/brotli", "not asked for"),
        ("/busy", "wait 120 seconds"),
        ("/too-many", r"busy \(429\)"),
        ("/odd-wait", "busy"),
        ("/error", "says 500"),
        ("/gone", "says 410"),
        ("/closed", "connection failed"),
    ],
)
def test_misbehaviour_ends_in_time_with_a_reason(server: Server, path: str, reason: str) -> None:
    import re

    assert re.search(reason, refused(server, path).reason)


@pytest.mark.parametrize("path", ["/page", "/gzip", "/moved", "/negative", "/odd-charset"])
def test_page_is_fetched(server: Server, path: str) -> None:
    found = Fetcher(POLICY).fetch(server.base + path)
    assert found.body == PAGE
    assert found.captured.endswith("+00:00")


def test_agent_names_the_contact(server: Server) -> None:
    Fetcher(POLICY).fetch(server.base + "/page")
    assert all("desk@example.org" in headers["user-agent"] for _, headers in server.seen)
    assert all(headers["user-agent"].startswith("dateline/") for _, headers in server.seen)


@pytest.mark.parametrize("known", [Known(etag='"17"'), Known(modified="Tue, 06 May 2014 08:30:00 GMT")])
def test_unchanged_page_is_not_sent_again(server: Server, known: Known) -> None:
    fetcher = Fetcher(POLICY)
    assert fetcher.fetch(server.base + "/known").known.etag == '"17"'
    assert fetcher.fetch(server.base + "/known", known).body is None


def test_known_etag_cannot_smuggle_a_header(server: Server) -> None:
    Fetcher(POLICY).fetch(server.base + "/page", Known(etag='"1"\r\nX-Evil: 1'))
    assert "x-evil" not in server.seen[-1][1]


def test_busy_host_is_left_alone(server: Server) -> None:
    fetcher = Fetcher(POLICY)
    with pytest.raises(FetchError):
        fetcher.fetch(server.base + "/busy")
    asked = len(server.seen)
    with pytest.raises(FetchError, match="left alone for 1") as caught:
        fetcher.fetch(server.base + "/page")
    assert caught.value.retry_after and caught.value.retry_after > 100
    assert len(server.seen) == asked


def test_one_request_a_host_at_a_time(server: Server) -> None:
    fetcher = Fetcher(POLICY)
    threads = [threading.Thread(target=fetcher.fetch, args=(server.base + "/slow",)) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert server.most_busy == 1


def test_pause_between_requests_is_kept(server: Server) -> None:
    slept: list[float] = []
    fetcher = Fetcher(Policy(allow=POLICY.allow, pause=2.0), clock=lambda: 0.0, sleep=slept.append)
    fetcher.fetch(server.base + "/page")
    fetcher.fetch(server.base + "/page")
    assert slept == [2.0, 2.0]


def test_robots_are_heeded(server: Server) -> None:
    server.robots = answer(b"User-agent: *\nDisallow: /secret\n")
    fetcher = Fetcher(POLICY)
    assert fetcher.fetch(server.base + "/page").body
    with pytest.raises(FetchError, match="stay away"):
        fetcher.fetch(server.base + "/secret")
    assert [path for path, _ in server.seen] == ["/robots.txt", "/page"]


@pytest.mark.parametrize(
    ("robots", "allowed"),
    [
        (answer(b"", "500 Broken"), False),
        (answer(b"", "403 No"), True),
        (answer(b"User-agent: dateline\nDisallow: /\n"), False),
        (answer(b"User-agent: other\nDisallow: /\n"), True),
        (answer(b"", "302 Found", "Location: /robots.txt"), True),
        (answer(b"", "302 Found", "Location: http://10.0.0.1/robots.txt"), False),
        (answer(b"\xff\xfe\x00" * 50), True),
    ],
)
def test_odd_robots(server: Server, robots: bytes, allowed: bool) -> None:
    server.robots = robots
    if allowed:
        assert Fetcher(POLICY).fetch(server.base + "/page").body
    else:
        refused(server, "/page")
        assert [path for path, _ in server.seen if path == "/page"] == []


@pytest.mark.parametrize(
    ("ip", "opened"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        *((ip, False) for ip in ("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0")),
        *((ip, False) for ip in ("100.64.0.1", "224.0.0.1", "255.255.255.255", "198.18.0.1", "240.0.0.1", "x")),
        *((ip, False) for ip in ("::1", "::", "fe80::1%eth0", "fc00::1", "::ffff:10.0.0.1", "ff02::1")),
        *((ip, False) for ip in ("2002:7f00:1::1", "64:ff9b::7f00:1", "2001:db8::1")),
    ],
)
def test_private_addresses_are_told(ip: str, opened: bool) -> None:
    assert is_open(ip) is opened


@pytest.mark.parametrize(
    "url",
    [
        *("http://127.0.0.1/", "http://localhost:8080/", "https://[::1]/", "http://0/", "http://93.184.216.34:25/"),
        *("ftp://e.org/", "http:///", "http://e.org:99999/", "http://e.org/a b", "http://[::1", "javascript:1", ""),
    ],
)
def test_address_that_must_not_be_asked(url: str) -> None:
    with pytest.raises(FetchError):
        target(url, frozenset())


def test_every_answer_of_a_name_must_be_open(monkeypatch: pytest.MonkeyPatch) -> None:
    both = [(2, 1, 6, "", ("93.184.216.34", 80)), (2, 1, 6, "", ("10.0.0.1", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: both)
    with pytest.raises(FetchError, match=r"10\.0\.0\.1"):
        target("http://e.example/", frozenset())


def test_connection_goes_to_the_address_that_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that answers open first and private afterwards (rebinding) gains nothing."""
    answers = iter(["93.184.216.34"] + ["127.0.0.1"] * 9)
    asked: list[Any] = []

    def resolve(*args: object, **kwargs: object) -> list[Any]:
        return [(2, 1, 6, "", (next(answers), 80))]

    def connect(address: Any, *args: object, **kwargs: object) -> None:
        asked.append(address)
        raise OSError("no network in tests")

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(FetchError):
        Fetcher(Policy(robots=False)).fetch("http://e.example/")
    assert asked == [("93.184.216.34", 80)]


def test_allowed_name_allows_no_other(server: Server) -> None:
    with pytest.raises(FetchError, match="private or local"):
        Fetcher(POLICY).fetch(server.base.replace("127.0.0.1", "localhost").rpartition(":")[0] + ":80/page")


def test_addresses_are_read_only_where_that_is_asked(server: Server) -> None:
    problems: list[Problem] = []
    assert list(read_reports([server.base + "/page"], on_problem=problems.append)) == []
    assert "nothing is fetched" in problems[0].message and server.seen == []
    paths = [server.base + "/page", server.base + "/error", server.base + "/empty", server.base + "/odd-charset"]
    found = list(read_reports(paths, on_problem=problems.append, fetch=Fetcher(POLICY).fetch))
    assert [report.url for report in found] == [paths[0], paths[3]]
    assert all(report.captured and report.day is None and report.published.latest for report in found)
    assert [problem.level for problem in problems[1:]] == ["rejected", "note"]
