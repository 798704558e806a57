"""A server on loopback that misbehaves in as many ways as it has paths."""

from __future__ import annotations

import contextlib
import gzip
import socketserver
import threading
import time
from collections.abc import Callable, Iterator

PAGE = (
    b"<!DOCTYPE html><html><head><title>Road to reopen</title></head><body><article>"
    b"<p>Ministers agreed on Tuesday to reopen the northern road, officials said.</p></article></body></html>"
)
Send = Callable[[bytes], None]


def answer(body: bytes = b"", status: str = "200 OK", *headers: str, length: bool = True) -> bytes:
    sized = [f"Content-Length: {len(body)}"] if length else []
    lines = [f"HTTP/1.1 {status}", *headers, *sized, "Connection: close"]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def drip(send: Send, piece: bytes, seconds: float = 3.0) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        send(piece)
        time.sleep(0.02)


def endless(send: Send) -> None:
    send(answer(b"", length=False))
    for _ in range(10_000):
        send(b"The road was closed. " * 3000)


class Server(socketserver.ThreadingTCPServer):
    """``seen``: the requests as they came, in order. ``robots``: what robots.txt answers."""

    daemon_threads = True
    allow_reuse_address = True
    block_on_close = False

    def __init__(self) -> None:
        self.seen: list[tuple[str, dict[str, str]]] = []
        self.robots = answer(b"", "404 Not Found")
        self.busy = 0
        self.most_busy = 0
        self.lock = threading.Lock()
        super().__init__(("127.0.0.1", 0), Handler)

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class Handler(socketserver.StreamRequestHandler):
    server: Server

    def handle(self) -> None:
        with contextlib.suppress(OSError):
            first = self.rfile.readline(65536).decode("latin-1").split()
            headers = {}
            while (line := self.rfile.readline(65536)).strip():
                name, _, value = line.decode("latin-1").partition(":")
                headers[name.strip().lower()] = value.strip()
            if len(first) < 2:
                return
            with self.server.lock:
                self.server.seen.append((first[1], headers))
            self.tell(first[1], headers)

    def tell(self, path: str, headers: dict[str, str]) -> None:
        send = self.wfile.write
        if path == "/robots.txt":
            send(self.server.robots)
        elif path == "/silent":
            time.sleep(1.5)
        elif path == "/drip-head":
            send(b"HTTP/1.1 200 OK\r\nX: ")
            drip(send, b"x")
        elif path == "/continue":
            drip(send, b"HTTP/1.1 100 Continue\r\n\r\n")
        elif path == "/drip-body":
            send(answer(b"", length=False))
            drip(send, b"x")
        elif path == "/endless":
            endless(send)
        elif path == "/page":
            send(answer(PAGE, "200 OK", "Content-Type: text/html; charset=utf-8", 'ETag: "17"'))
        elif path == "/slow":
            with self.server.lock:
                self.server.busy += 1
                self.server.most_busy = max(self.server.most_busy, self.server.busy)
            time.sleep(0.03)
            with self.server.lock:
                self.server.busy -= 1
            send(answer(PAGE))
        elif path == "/known":
            fresh = headers.get("if-none-match") == '"17"' or "if-modified-since" in headers
            send(answer(b"", "304 Not Modified") if fresh else answer(PAGE, "200 OK", 'ETag: "17"'))
        else:
            send(FIXED[path])


BOMB = gzip.compress(b"\0" * 30_000_000)
FIXED = {
    "/bomb": answer(BOMB, "200 OK", "Content-Encoding: gzip"),
    "/announced": answer(b"", "200 OK", "Content-Length: 99999999999", length=False),
    "/negative": answer(PAGE, "200 OK", "Content-Length: -5", length=False),
    "/broken-off": answer(PAGE, "200 OK", "Content-Length: 5000", length=False),
    "/garbage": b"\x00\x01\x02 no HTTP at all \r\n\r\n",
    "/long-header": b"HTTP/1.1 200 OK\r\nX: " + b"x" * 200_000 + b"\r\n\r\n",
    "/many-headers": answer(PAGE, "200 OK", *(f"X-{n}: y" for n in range(500))),
    "/loop": answer(b"", "302 Found", "Location: /loop"),
    "/to-private": answer(b"", "302 Found", "Location: http://10.0.0.1/"),
    "/to-metadata": answer(b"", "301 Moved", "Location: http://169.254.169.254/latest/meta-data/"),
    "/to-loopback-name": answer(b"", "302 Found", "Location: http://localhost/"),
    "/to-ipv6": answer(b"", "302 Found", "Location: http://[::1]/"),
    "/to-mapped": answer(b"", "302 Found", "Location: http://[::ffff:127.0.0.2]/"),
    "/to-decimal": answer(b"", "302 Found", "Location: http://2130706434/"),
    "/to-file": answer(b"", "302 Found", "Location: file:///etc/passwd"),
    "/to-gopher": answer(b"", "302 Found", "Location: gopher://127.0.0.1:70/"),
    "/to-login": answer(b"", "302 Found", "Location: http://user:secret@127.0.0.1/"),
    "/nowhere": answer(b"", "302 Found"),
    "/bad-chunks": answer(b"zzz\r\nnot a chunk", "200 OK", "Transfer-Encoding: chunked", length=False),
    "/false-gzip": answer(PAGE, "200 OK", "Content-Encoding: gzip"),
    "/brotli": answer(PAGE, "200 OK", "Content-Encoding: br"),
    "/busy": answer(b"", "503 Busy", "Retry-After: 120"),
    "/too-many": answer(b"", "429 Too Many", "Retry-After: Fri, 31 Dec 2099 23:59:59 GMT"),
    "/odd-wait": answer(b"", "503 Busy", "Retry-After: soon, I hope"),
    "/error": answer(b"", "500 Broken"),
    "/gone": answer(b"", "410 Gone"),
    "/closed": b"",
    "/empty": answer(b""),
    "/gzip": answer(gzip.compress(PAGE), "200 OK", "Content-Encoding: gzip", "Content-Type: text/html"),
    "/moved": answer(b"", "301 Moved", "Location: /page"),
    "/odd-charset": answer(PAGE, "200 OK", "Content-Type: text/html; charset=klingon"),
    "/secret": answer(PAGE),
}


@contextlib.contextmanager
def serving() -> Iterator[Server]:
    server = Server()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
