"""Which reports belong together, as they come in: events (one happening) and running stories (chains of events)."""

from dateline.group.stories.grouper import Grouper, NewReport
from dateline.group.stories.shelf import Shelf

__all__ = ["Grouper", "NewReport", "Shelf"]
