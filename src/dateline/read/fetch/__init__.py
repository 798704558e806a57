"""Fetching over HTTP, all of it behind one class.

Built on ``http.client`` alone: an address must be checked and then connected to as checked, which needs the socket in
our own hands, and no client library gives that without its inner parts. So fetching needs no extra.
"""

from dateline.read.fetch.errors import FetchError
from dateline.read.fetch.fetcher import Fetched, Fetcher, Known
from dateline.read.fetch.policy import Policy

__all__ = ["FetchError", "Fetched", "Fetcher", "Known", "Policy"]
