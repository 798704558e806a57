"""A small news outlet on loopback: a feed and pages that a test changes while it is followed."""

from __future__ import annotations

import contextlib
import hashlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from xml.sax.saxutils import escape


class Outlet:
    """What the server holds. ``pages``: path -> body, or status and headers. ``asked``: the requests, in order."""

    def __init__(self) -> None:
        self.pages: dict[str, str | tuple[int, dict[str, str]]] = {}
        self.asked: list[tuple[str, int]] = []
        self.agents: set[str] = set()
        self.base = ""

    def feed(self, *items: tuple[str, str, str, str], path: str = "/feed.xml") -> None:
        """Puts up an RSS feed of items: name, day as in mail, title, text."""
        made = "".join(
            f"<item><guid isPermaLink='false'>{name}</guid><link>{self.base}/{name}.html</link>"
            f"<title>{escape(title)}</title><pubDate>{day}</pubDate><description>{escape(text)}</description></item>"
            for name, day, title, text in items
        )
        self.pages[path] = f"<?xml version='1.0'?><rss version='2.0'><channel><title>Post</title>{made}</channel></rss>"

    def page(self, name: str, title: str, *paragraphs: str) -> None:
        """Puts up an article."""
        text = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
        head = f"<head><title>{escape(title)}</title></head>"
        self.pages[f"/{name}.html"] = f"<!DOCTYPE html><html>{head}<body><article>{text}</article></body></html>"

    def count(self, path: str, status: int | None = None) -> int:
        """How often a path was asked for, or was answered so."""
        return sum(at == path and status in (None, said) for at, said in self.asked)


@contextlib.contextmanager
def outlet() -> Iterator[Outlet]:
    """An outlet that answers while the block runs."""
    held = Outlet()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body, status, headers = b"", 404, {}
            found = held.pages.get(self.path)
            if isinstance(found, str):
                body, status = found.encode(), 200
                headers["ETag"] = f'"{hashlib.sha256(body).hexdigest()[:12]}"'
                if self.headers.get("If-None-Match") == headers["ETag"]:
                    body, status = b"", 304
            elif found:
                status, headers = found[0], dict(found[1])
            held.asked.append((self.path, status))
            held.agents.add(self.headers.get("User-Agent", ""))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if status != 304:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    held.base = f"http://127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield held
    finally:
        server.shutdown()
        server.server_close()
