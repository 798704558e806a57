"""Fetching pages and feeds politely: asked for once, in turn, within limits."""

from __future__ import annotations

import datetime as dt
import threading
import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from dateline.read.fetch import robots
from dateline.read.fetch.addresses import Target, target
from dateline.read.fetch.errors import FetchError
from dateline.read.fetch.policy import AGENT, Policy
from dateline.read.fetch.wire import Answer, ask

_MOVED = frozenset((301, 302, 303, 307, 308))
_WAIT = frozenset((429, 503))
_NOTHING = frozenset((404, 410))
_MEANING = {
    401: ", it wants a password",
    403: ", it lets no reader like this one in",
    404: ", there is nothing at this address",
    410: ", it is gone for good",
}
ACCEPT = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,*/*;q=0.5"


class Known(NamedTuple):
    """What an earlier answer said, so that an unchanged page is not sent again."""

    etag: str | None = None
    modified: str | None = None


class Fetched(NamedTuple):
    """An answer. ``body`` is None where nothing has changed. ``captured``: when it was fetched, ISO, UTC."""

    url: str
    body: bytes | None
    kind: str = ""
    charset: str | None = None
    captured: str = ""
    known: Known = Known()


class Fetcher:
    """Fetches with one request a host at a time; safe to share between threads.

    ``clock``, ``sleep``: for tests.
    """

    def __init__(
        self,
        policy: Policy | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.policy = policy or Policy()
        self._clock = clock
        self._sleep = sleep
        self._lock = threading.Lock()
        self._hosts: dict[str, _Host] = {}

    def fetch(self, url: str, known: Known | None = None) -> Fetched:
        """The body at an address, or none where it has not changed since ``known``. Raises FetchError."""
        deadline = _Deadline(self.policy.seconds)
        at = url
        for _ in range(self.policy.redirects + 1):
            to = target(at, self.policy.allow)
            answer = self._answer(to, known or Known(), deadline)
            if answer.status not in _MOVED:
                return self._taken(at, answer)
            moved = answer.headers.get("location", "").strip()
            if not moved:
                raise FetchError(url, f"moved ({answer.status}) without saying where")
            following = urljoin(at, moved)
            if to.scheme == "https" and urlsplit(following).scheme == "http":
                raise FetchError(url, "moved from a safe address to an unsafe one")
            at = following
        raise FetchError(url, f"moved more than {self.policy.redirects} times")

    def _taken(self, url: str, answer: Answer) -> Fetched:
        headers = answer.headers
        known = Known(headers.get("etag"), headers.get("last-modified"))
        captured = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        if answer.status in (204, 304):
            return Fetched(url, None, captured=captured, known=known)
        if answer.status in _WAIT:
            wait = _seconds(headers.get("retry-after"))
            asked = f"; it asks to wait {wait:.0f} seconds" if wait else ""
            raise FetchError(url, f"the server is busy ({answer.status}){asked}", wait, status=answer.status)
        if answer.status != 200:
            said = f"the server says {answer.status}{_MEANING.get(answer.status, '')}"
            raise FetchError(url, said, status=answer.status, lasting=answer.status in _NOTHING)
        kind, _, rest = headers.get("content-type", "").partition(";")
        charset = rest.lower().partition("charset=")[2].split(";")[0].strip(" \"'") or None
        return Fetched(url, answer.body, kind.strip().lower(), charset, captured, known)

    def _answer(self, to: Target, known: Known, deadline: _Deadline) -> Answer:
        with self._lock:
            host = self._hosts.setdefault(f"{to.scheme}://{to.host}:{to.port}", _Host())
        queued = time.monotonic()
        with host.lock:
            deadline.put_off(time.monotonic() - queued)
            if self.policy.robots:
                self._heed(host, to, deadline)
            headers = self._headers()
            if known.etag:
                headers["If-None-Match"] = _line(known.etag)
            if known.modified:
                headers["If-Modified-Since"] = _line(known.modified)
            answer = self._ask(host, to, headers, deadline, self.policy.largest)
            if answer.status in _WAIT and (wait := _seconds(answer.headers.get("retry-after"))):
                host.free = max(host.free, self._clock() + wait)
            return answer

    def _heed(self, host: _Host, to: Target, deadline: _Deadline) -> None:
        """Raises FetchError where robots.txt forbids the address; a missing file forbids nothing."""
        if host.rules is None:
            place = to._replace(path="/robots.txt", url=urljoin(to.url, "/robots.txt"))
            try:
                answer = self._ask(host, place, self._headers(), deadline, robots.LARGEST)
                for _ in range(self.policy.redirects):
                    if answer.status not in _MOVED or not answer.headers.get("location"):
                        break
                    place = target(urljoin(place.url, answer.headers["location"].strip()), self.policy.allow)
                    answer = self._ask(host, place, self._headers(), deadline, robots.LARGEST)
                status = 404 if answer.status in _MOVED else answer.status
                host.rules = robots.rules_from(status, answer.body, AGENT)
            except FetchError as err:
                raise FetchError(to.url, f"its robots.txt cannot be had ({err.reason})") from None
        if not host.rules.allow(to.url):
            raise FetchError(to.url, "its robots.txt asks readers like this one to stay away", lasting=True)

    def _headers(self) -> dict[str, str]:
        return {"User-Agent": self.policy.agent, "Accept": ACCEPT, "Accept-Encoding": "gzip", "Connection": "close"}

    def _ask(self, host: _Host, to: Target, headers: dict[str, str], deadline: _Deadline, largest: int) -> Answer:
        """One request when the host's turn has come."""
        wait = host.free - self._clock()
        if wait > self.policy.longest_pause:
            raise FetchError(to.url, f"the server asked to be left alone for {wait:.0f} seconds more", wait)
        if wait > 0:
            slept = time.monotonic()
            self._sleep(wait)
            deadline.put_off(time.monotonic() - slept)
        try:
            return ask(to, headers, largest=largest, silence=self.policy.silence, deadline=deadline.at)
        finally:
            asked = host.rules.pause if host.rules else 0.0
            host.free = self._clock() + max(self.policy.pause, min(asked, self.policy.longest_pause))


class _Deadline:
    """When a fetch must be done, on the monotonic clock. Waiting for a host's turn is no fault of the host's."""

    def __init__(self, seconds: float) -> None:
        self.at = time.monotonic() + seconds

    def put_off(self, seconds: float) -> None:
        self.at += seconds


class _Host:
    """One host's turn. ``free``: when the next request may go, on the fetcher's clock."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.free = 0.0
        self.rules: robots.Rules | None = None


def _line(value: str) -> str:
    return "".join(letter for letter in value if 32 <= ord(letter) < 127)


def _seconds(value: str | None) -> float | None:
    """What Retry-After says, in seconds; None where it says nothing that can be understood."""
    if not value:
        return None
    if value.strip().isdecimal():
        return float(value.strip()[:8])
    try:
        when = parsedate_to_datetime(value)
    except ValueError:
        return None
    when = when if when.tzinfo else when.replace(tzinfo=dt.UTC)
    return max(0.0, (when - dt.datetime.now(dt.UTC)).total_seconds())
