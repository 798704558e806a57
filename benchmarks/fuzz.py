"""Damaged files of every format through the readers: no error, no hang, nothing dropped in silence.

    nice python -m benchmarks.fuzz [--inputs 100000] [--seed 1] [--keep FOLDER]

Takes the samples in ``tests/read``, damages them (bytes changed, cut, doubled, swapped between files, odd letters and
long runs put in), and reads each damaged file. An input fails where reading raises, where it takes longer than the
limit, or where neither a report nor a problem comes of it. Failing inputs are kept and named.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import io
import random
import sys
import time
import traceback
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from dateline.model.problem import Problem
from dateline.read import read_reports

ROOT = Path(__file__).parent.parent / "tests" / "read"
LIMIT = 2.0
"""Seconds of processor time for one input. Samples take some milliseconds; a damaged one of 100 KB may take fifty."""
LONGEST_RUN = 20_000
_ODD = (
    *(
        b"\0",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\r",
        b"\n\n",
        b"<",
        b">",
        b"&",
        b"&#x0;",
        b"&#1114112;",
        b"]]>",
        b"<![CDATA[",
    ),
    *(b"<!--", b"-->", b'"', b"'", b"\\", b"\\ud800", b"{", b"}", b"[", b"]", b",", b":", b"%PDF-", b"\x1f\x8b", b"\f"),
    *(
        b"=?utf-8?q?=ff?=",
        b"=?x?b?!?=",
        b"From ",
        b"Content-Length: -1\r\n",
        b"Content-Type: multipart/mixed\n",
        b"WARC/1.0",
    ),
    *(
        b"99999999999999999999",
        b"-1",
        b"1e999",
        b"0000-00-00",
        b"9999-12-31",
        b"31 February 2011",
        b"NaN",
        b"null",
        b"true",
    ),
    *("\u2028".encode(), "\ud7ff\ue000".encode(), b"\xed\xa0\x80", "𝔘".encode(), "İ".encode(), "ß".encode(), b"\x85"),
    *(
        b"<!DOCTYPE x [<!ENTITY a 'b'>]>",
        b"<html>",
        b"</article>",
        b"<div>" * 300,
        b"[" * 2000,
        b"(Reuters) - ",
        b"By A B",
    ),
)


def samples() -> list[tuple[str, bytes]]:
    """The sample files of every format, by name."""
    paths = sorted(path for folder in ("samples", "pages") for path in (ROOT / folder).iterdir() if path.is_file())
    return [(path.name, path.read_bytes()) for path in paths]


def damaged(data: bytes, others: list[bytes], rng: random.Random) -> bytes:
    """One damaged form of ``data``. Half of the damage to gzip, most of that to ZIP, is done to what is inside."""
    if data.startswith(b"PK") and rng.random() < 0.7:
        return _zip_damaged(data, others, rng)
    inside = data.startswith(b"\x1f\x8b") and rng.random() < 0.5
    if inside:
        data = _opened(data)
    changed = _changed(data, others, rng)
    return gzip.compress(changed, 1, mtime=0) if inside else changed


def _changed(data: bytes, others: list[bytes], rng: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.choice((1, 1, 1, 2, 3, 5, 12, 40))):
        _damage(changed, others, rng)
    return bytes(changed)


def _zip_damaged(data: bytes, others: list[bytes], rng: random.Random) -> bytes:
    """A whole ZIP file with one damaged file in it; a document in a ZIP may be damaged inside."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        chosen = rng.choice([name for name in names if not name.startswith("[")] or names)
        for name in names:
            held = old.read(name)
            if name == chosen:
                held = damaged(held, others, rng) if held.startswith(b"PK") else _changed(held, others, rng)
            new.writestr(zipfile.ZipInfo(name), held)
    return out.getvalue()


def _opened(data: bytes) -> bytes:
    try:
        return gzip.decompress(data)
    except (OSError, EOFError, zlib.error):
        return data


def _damage(data: bytearray, others: list[bytes], rng: random.Random) -> None:
    at = rng.randrange(len(data) + 1)
    end = min(len(data), at + rng.choice((1, 2, 8, 40, 300)))
    kind = rng.randrange(9)
    if kind == 0 and at < len(data):
        data[at] ^= 1 << rng.randrange(8)
    elif kind == 1 and at < len(data):
        data[at] = rng.randrange(256)
    elif kind == 2:
        del data[at:end]
    elif kind == 3:
        data[at:at] = data[at:end]
    elif kind == 4:
        data[at:at] = rng.choice(_ODD)
    elif kind == 5:
        data[at:end] = rng.choice(_ODD)
    elif kind == 6:
        other = rng.choice(others)
        start = rng.randrange(len(other) + 1)
        data[at:end] = other[start : start + rng.choice((4, 40, 400))]
    elif kind == 7:
        piece = bytes(data[at : at + rng.choice((1, 1, 2, 5))]) or b" "
        data[at:at] = piece * (rng.choice((10, 100, LONGEST_RUN)) // len(piece))
    elif rng.random() < 0.3:
        del data[at:]


def inputs(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Damaged files with the names of the samples that they come from."""
    rng = random.Random(seed)
    known = samples()
    others = [data for _, data in known]
    for number in range(count):
        name, data = known[number % len(known)]
        yield name, damaged(data, others, rng)


def fault(data: bytes, limit: float = LIMIT) -> tuple[str | None, str]:
    """What is wrong with reading ``data``, None if nothing; and what came of it: reports, problems or both."""
    problems: list[Problem] = []
    reports = 0
    started = time.process_time()
    try:
        for report in read_reports(["-"], stdin=io.BytesIO(data), on_problem=problems.append):
            reports += 1
            if not report.text.strip():
                return "a report without text", ""
            if any(not report.text[block.start : block.end].strip() for block in report.blocks):
                return "a block outside the text", ""
    except Exception:
        return traceback.format_exc(limit=-3), ""
    took = time.process_time() - started
    if took > limit:
        return f"took {took:.1f} seconds", ""
    if not reports and not problems:
        return "neither a report nor a problem", ""
    if any("\n" in str(problem) or not problem.message or not problem.where for problem in problems):
        return f"a problem that is no line: {problems}", ""
    rejected = any(problem.level == "rejected" for problem in problems)
    return (
        None,
        "read" if reports and not rejected else "read and rejected" if reports else "rejected" if rejected else "noted",
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="folder for the inputs that fail")
    given = parser.parse_args()
    outcomes: collections.Counter[str] = collections.Counter()
    faults: dict[str, str] = {}
    started, slowest = time.monotonic(), (0.0, "")
    for number, (name, data) in enumerate(inputs(given.inputs, given.seed)):
        before = time.process_time()
        wrong, outcome = fault(data)
        slowest = max(slowest, (time.process_time() - before, name))
        outcomes[outcome or "failed"] += 1
        if wrong and wrong not in faults:
            faults[wrong] = name
            print(f"input {number} from {name} ({len(data)} bytes):\n{wrong}", flush=True)
            if given.keep:
                given.keep.mkdir(parents=True, exist_ok=True)
                (given.keep / f"{number}-{name}").write_bytes(data)
    took = time.monotonic() - started
    told = ", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items()))
    print(f"{given.inputs} inputs in {took:.0f} s, seed {given.seed}: {told}")
    print(f"slowest {slowest[0]:.2f} s ({slowest[1]}); {len(faults)} kinds of failure")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
