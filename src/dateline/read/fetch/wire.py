"""One request over one connection, to the address that was checked."""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from dateline.read.fetch.addresses import Target
from dateline.read.fetch.errors import FetchError

CHUNK = 65536
MOST_SWELL = 200
FREE = 1_000_000
"""Bytes that may come out of compression whatever went in."""


class Answer(NamedTuple):
    """A server's answer; names in ``headers`` are in small letters, the body is opened."""

    status: int
    headers: dict[str, str]
    body: bytes


class _Plain(http.client.HTTPConnection):
    """A connection to an address that was looked up before."""

    def __init__(self, to: Target, timeout: float) -> None:
        super().__init__(to.host, to.port, timeout=timeout)
        self._ip = to.ip

    def connect(self) -> None:
        self.sock = socket.create_connection((self._ip, self.port), self.timeout)


class _Secure(http.client.HTTPSConnection):
    """The same with TLS; the certificate must be the host's."""

    def __init__(self, to: Target, timeout: float) -> None:
        self._trust = ssl.create_default_context()
        super().__init__(to.host, to.port, timeout=timeout, context=self._trust)
        self._ip = to.ip

    def connect(self) -> None:
        plain = socket.create_connection((self._ip, self.port), self.timeout)
        self.sock = self._trust.wrap_socket(plain, server_hostname=self.host)


def ask(to: Target, headers: dict[str, str], *, largest: int, silence: float, deadline: float) -> Answer:
    """Sends a GET and takes the answer. ``deadline``: on the monotonic clock. Raises FetchError."""
    connection = (_Secure if to.scheme == "https" else _Plain)(to, min(silence, max(0.01, deadline - time.monotonic())))
    # an answer that drips in, a letter at a time, is never silent: at the deadline the line is cut
    cut = threading.Timer(max(0.01, deadline - time.monotonic()), _cut, (connection,))
    cut.daemon = True
    cut.start()
    answer: http.client.HTTPResponse | None = None
    try:
        connection.request("GET", to.path, headers=headers)
        answer = connection.getresponse()
        named = {name.lower(): value for name, value in reversed(answer.getheaders())}
        body = b"" if answer.status in (204, 304) else _body(to, connection, answer, named, largest, deadline)
        return Answer(answer.status, named, body)
    except ssl.SSLError as err:
        raise FetchError(to.url, f"no safe connection ({err.reason or 'TLS'})") from None
    except TimeoutError:
        raise FetchError(to.url, "the server was silent for too long") from None
    except (http.client.HTTPException, OSError, ValueError) as err:
        if time.monotonic() >= deadline:
            raise FetchError(to.url, "the answer took too long") from None
        raise FetchError(to.url, f"the connection failed ({_named(err)})") from None
    finally:
        cut.cancel()
        if answer is not None:
            answer.close()
        connection.close()


def _cut(connection: http.client.HTTPConnection) -> None:
    if connection.sock is not None:
        with contextlib.suppress(OSError):
            connection.sock.shutdown(socket.SHUT_RDWR)


def _named(err: Exception) -> str:
    strerror = getattr(err, "strerror", None)
    return " ".join((strerror or type(err).__name__).split())[:80]


def _body(
    to: Target,
    connection: http.client.HTTPConnection,
    answer: http.client.HTTPResponse,
    headers: dict[str, str],
    largest: int,
    deadline: float,
) -> bytes:
    stated = headers.get("content-length", "")
    if stated.isdecimal() and int(stated[:18]) > largest:
        raise FetchError(to.url, f"the body has {stated[:18]} bytes, over the limit of {largest}")
    opener = _opener(to, headers.get("content-encoding", ""))
    parts: list[bytes] = []
    came = made = 0
    while True:
        left = deadline - time.monotonic()
        if left <= 0:
            raise FetchError(to.url, "the body took too long")
        if connection.sock is not None:
            connection.sock.settimeout(min(left, connection.timeout or left))
        data = answer.read1(CHUNK)
        if not data:
            if time.monotonic() >= deadline:
                raise FetchError(to.url, "the body took too long")
            break
        came += len(data)
        for part in opener.opened(data):
            made += len(part)
            if made > largest:
                raise FetchError(to.url, f"the body has more than the limit of {largest} bytes")
            if made > FREE and made > MOST_SWELL * came:
                raise FetchError(to.url, f"the body swells to more than {MOST_SWELL} times its size")
            parts.append(part)
    if stated.isdecimal() and came < int(stated[:18]):
        raise FetchError(to.url, f"the body broke off after {came} of {stated[:18]} bytes")
    return b"".join(parts)


class _Opener:
    """Takes compression off as the bytes come, a limited piece at a time."""

    def __init__(self, to: Target, wbits: int | None) -> None:
        self._to = to
        self._packed = zlib.decompressobj(wbits) if wbits is not None else None

    def opened(self, data: bytes) -> Iterator[bytes]:
        if self._packed is None:
            yield data
            return
        while data and not self._packed.eof:
            try:
                yield self._packed.decompress(data, CHUNK)
            except zlib.error:
                raise FetchError(self._to.url, "the body is not packed as the server says") from None
            data = self._packed.unconsumed_tail


def _opener(to: Target, encoding: str) -> _Opener:
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return _Opener(to, None)
    if name in ("gzip", "x-gzip", "deflate"):
        return _Opener(to, 47)
    raise FetchError(to.url, f"the body is packed as {name[:20]!r}, which was not asked for")
