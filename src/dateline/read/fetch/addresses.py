"""Which machines may be asked: an address on the open network, or a host allowed by name.

The name is looked up once, every answer is checked, and the connection goes to the address that was checked. A name
that answers differently the next time (DNS rebinding) changes nothing.
"""

from __future__ import annotations

import ipaddress
import socket
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

from dateline.read.fetch.errors import FetchError

PORTS = frozenset((80, 443, 8000, 8008, 8080, 8443))
"""Ports on which pages are served; others are for mail, databases and the like. A host allowed by name may have any."""


class Target(NamedTuple):
    """A checked address. ``ip``: the one to connect to."""

    url: str
    scheme: str
    host: str
    port: int
    path: str
    ip: str


def target(url: str, allow: frozenset[str]) -> Target:
    """Where to connect for an address. Raises FetchError where it may not be asked."""
    parts = _parts(url)
    host = (parts.hostname or "").rstrip(".").lower()
    try:
        host = host.encode("idna").decode("ascii") if not host.isascii() else host
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except (UnicodeError, ValueError):
        raise FetchError(url, "no address of a page: its host or port cannot be read", lasting=True) from None
    allowed = host in allow
    if not allowed and port not in PORTS:
        raise FetchError(
            url, f"port {port} is not one on which pages are served; allow the host by name if it is", lasting=True
        )
    ip = _checked(url, host, port, allowed)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(url, parts.scheme, host, port, _quoted(path), ip)


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
    except ValueError:
        raise FetchError(url[:200], "no address of a page", lasting=True) from None
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise FetchError(url[:200], "no address of a page; expected http:// or https://", lasting=True)
    if parts.username is not None or parts.password is not None:
        bare = parts._replace(netloc=parts.hostname or "").geturl()
        raise FetchError(bare, "a name and password in an address", lasting=True)
    if any(ord(letter) <= 32 or ord(letter) == 127 for letter in url):
        shown = url[:200].encode("unicode_escape").decode()
        raise FetchError(shown, "blanks or control characters in an address", lasting=True)
    return parts


def _quoted(path: str) -> str:
    from urllib.parse import quote

    return quote(path, safe="/%:=&?~#+!$,;'@()*[]|")


def _checked(url: str, host: str, port: int, allowed: bool) -> str:
    """The first address of a host, all of them checked."""
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise FetchError(
            url, f"the host {host} is not known; check the address and the network", lasting=True
        ) from None
    found = [str(answer[4][0]) for answer in answers]
    for ip in found:
        if not allowed and not is_open(ip):
            raise FetchError(
                url,
                f"{host} is {ip}, a private or local address; allow the host by name if that is meant",
                lasting=True,
            )
    return found[0]


def is_open(ip: str) -> bool:
    """Whether an address is one of the open network, also where it is wrapped in IPv6."""
    try:
        address = ipaddress.ip_address(ip.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is None and address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            address = inner
    return address.is_global and not address.is_multicast and not address.is_reserved


_NAT64 = ipaddress.ip_network("64:ff9b::/96")
