"""The readers under guided fuzzing: inputs bred by which lines of the code they reach.

    pip install atheris
    nice python -m benchmarks.fuzz_guided [--seconds 600] [--corpus FOLDER]

Starts from the samples in ``tests/read`` and fails where :func:`benchmarks.fuzz.fault` finds one. The input that did it
is left in the current folder as ``crash-...``. Atheris is no dependency of ours (Apache-2.0).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.fuzz import LIMIT, samples

LONGEST = 8000
"""Bytes of an input. Longer ones reach no other code and take longer."""
SLOWER = 3
"""Times that instrumented code is slower than plain code, at most."""


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--corpus", type=Path, help="folder that keeps what was bred, for a later run")
    given = parser.parse_args()
    atheris: Any = __import__("atheris")
    with atheris.instrument_imports(include=["dateline"]):
        from dateline.read.readers import readers

        readers()
    from benchmarks.fuzz import fault

    def one(data: bytes) -> None:
        wrong, _ = fault(data, LIMIT * SLOWER)
        if wrong:
            raise RuntimeError(wrong)

    with tempfile.TemporaryDirectory() as folder:
        corpus = given.corpus or Path(folder)
        corpus.mkdir(parents=True, exist_ok=True)
        for name, data in samples():
            (corpus / name).write_bytes(data)
        atheris.Setup([sys.argv[0], str(corpus), f"-max_len={LONGEST}", f"-max_total_time={given.seconds}"], one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
