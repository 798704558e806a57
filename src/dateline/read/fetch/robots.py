"""What a host's robots.txt allows."""

from __future__ import annotations

from urllib.robotparser import RobotFileParser

LARGEST = 500_000
"""Bytes of a robots.txt that are heeded (RFC 9309 asks for at least 500 KiB)."""


class Rules:
    """The rules of one host. ``pause``: seconds that it asks for between two requests."""

    def __init__(self, text: str | None, agent: str) -> None:
        self._agent = agent
        self._parser: RobotFileParser | None = None
        self.pause = 0.0
        if text is not None:
            self._parser = RobotFileParser()
            self._parser.parse(text.splitlines())
            asked = self._parser.crawl_delay(agent)
            self.pause = float(asked) if asked else 0.0

    def allow(self, url: str) -> bool:
        return self._parser is None or self._parser.can_fetch(self._agent, url)


def rules_from(status: int, body: bytes, agent: str) -> Rules:
    """The rules that an answer gives: none where there is no file, all forbidden where the server fails (RFC 9309)."""
    if 200 <= status < 300:
        return Rules(body[:LARGEST].decode("utf-8", "replace"), agent)
    if status in (401, 403) or 400 <= status < 500:
        return Rules(None, agent)
    return Rules("User-agent: *\nDisallow: /", agent)
