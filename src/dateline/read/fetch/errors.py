"""Why an address could not be fetched."""

from __future__ import annotations

from dateline.errors import InputError


class FetchError(InputError):
    """An address was not fetched. ``reason``: one line; ``retry_after``: seconds to wait, where that is known.

    ``status``: what the server answered, where it did. ``lasting``: asking again will hardly help, since the address is
    none, may not be asked, or has nothing behind it.
    """

    def __init__(
        self,
        url: str,
        reason: str,
        retry_after: float | None = None,
        *,
        status: int | None = None,
        lasting: bool = False,
    ) -> None:
        super().__init__(f"{url}: {reason}")
        self.url = url
        self.reason = reason
        self.retry_after = retry_after
        self.status = status
        self.lasting = lasting
