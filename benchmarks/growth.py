"""Whether the annotators stay linear on text made to hurt: python -m benchmarks.growth

Each annotator reads lines without end, made of one piece again and again. Four times the text may cost ``ROOM`` times
four; a quadratic rule costs sixteen times. CPU seconds, the least of three runs. Exits 1 where one grows faster.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence

from dateline import times
from dateline.annotate.names import find_names
from dateline.annotate.quantities import find_quantities
from dateline.annotate.quotations import find_quotations
from dateline.annotate.sentences import sentences
from dateline.annotate.status import find_events
from dateline.model.annotations import Sentence
from dateline.model.report import Block

SIZES = (15_000, 60_000)
"""Characters: the small text and the large one, four times as long."""
ROOM = 2.0
"""Times the fair share. Noise on a shared machine stays under 1.5; a quadratic rule shows as 4."""
PIECES = (
    '"a" ', '“hello ', ' "hello my friend," he said. ', "and said ", "he said she said ", ", said ", "A: B. ", "- ",
    "two hundred and 12 to 13 million ", "and the mayor said that on Monday it was said to be decided, ", "1998-",
    "Alpha Beta ", "Bank of ", "Ana Costa, chief of the board, ", "NATO (", "to be ", "from 3 to ", "the first of the ",
    "....", "''", "x" * 300 + " ", "Mr. ", "\n\n",
)  # fmt: skip

Reader = Callable[[str, Sequence[Sentence]], object]


def read_quotations(text: str, sents: Sequence[Sentence]) -> object:
    return find_quotations(text, tuple(sents), find_names(text, tuple(sents)))


def read_events(text: str, sents: Sequence[Sentence]) -> object:
    return find_events(text, sents, times.find(text, published="2011-10-28"), (), ())


READERS: dict[str, Reader] = {
    "sentences": lambda text, _: sentences(text, [Block("body", 0, len(text))]),
    "times": lambda text, _: times.find(text, published="2011-10-28"),
    "names": lambda text, sents: find_names(text, tuple(sents)),
    "names and quotations": read_quotations,
    "quantities": lambda text, sents: find_quantities(text, sents, ()),
    "events": read_events,
}


def cost(reader: Reader, piece: str, size: int) -> float:
    """CPU seconds of one reader on a text of ``size`` characters."""
    text = piece * (size // len(piece))
    sents = sentences(text, [Block("body", 0, len(text))])
    least = float("inf")
    for _ in range(3):
        began = time.process_time()
        reader(text, sents)
        least = min(least, time.process_time() - began)
    return least


def main() -> None:
    failed = False
    share = SIZES[1] / SIZES[0]
    for name, reader in READERS.items():
        worst, where = 0.0, ""
        for piece in PIECES:
            small, large = (cost(reader, piece, size) for size in SIZES)
            if large > 0.02 and large / max(small, 1e-4) > worst:  # what takes no time has no growth to speak of
                worst, where = large / max(small, 1e-4), piece
        over = worst > ROOM * share
        failed |= over
        print(f"{name:22} at most {worst:4.1f} times the cost{' OVER' if over else ''}   {where[:40]!r}", flush=True)
    sys.exit(failed)


if __name__ == "__main__":
    main()
