"""Language back ends: who tags, parses and names, if not our own rules alone.

The default needs none. A back end adds layers (:mod:`dateline.model.layers`) over our sentences; its names are votes
(:mod:`dateline.annotate.backends.votes`), never the last word. Nothing is ever fetched.
"""

from __future__ import annotations

from dateline.annotate.backends.registry import BackEnd, Offer, offers, open_backend, register, unregister

__all__ = ["BackEnd", "Offer", "offers", "open_backend", "register", "unregister"]
