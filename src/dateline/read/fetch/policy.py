"""What may be fetched, and how much of it."""

from __future__ import annotations

from dataclasses import dataclass

from dateline import __version__

AGENT = f"dateline/{__version__}"


@dataclass(frozen=True)
class Policy:
    """Limits of fetching.

    ``contact``: an address of the person who fetches, sent with every request. ``allow``: names of hosts, as they stand
    in addresses, that may lie in private networks. ``largest``: bytes of a body as opened. ``seconds``: for one request
    in all, redirects included; ``silence``: for one answer of the network. ``pause``: seconds between two requests to
    one host. ``longest_pause``: a server that asks for more is left alone until then. ``robots``: whether
    ``robots.txt`` is asked first.
    """

    contact: str | None = None
    allow: frozenset[str] = frozenset()
    largest: int = 20_000_000
    seconds: float = 30.0
    silence: float = 10.0
    redirects: int = 5
    pause: float = 1.0
    longest_pause: float = 10.0
    robots: bool = True

    @property
    def agent(self) -> str:
        """The user agent, with a contact."""
        contact = " ".join((self.contact or "").split())
        safe = contact.encode("ascii", "replace").decode()
        return f"{AGENT} (+{safe})" if safe else f"{AGENT} (news reader; no contact given)"
