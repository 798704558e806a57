"""The same as :mod:`dateline.group.meetings` and to the last pair, by whole arrays, where numpy is installed.

A run's number is made as there: the CRC-32 of each word, from tables for eight bytes at a time, and the sum of four of
them times their factors. Then all runs are sorted, and those of more than one report stand side by side.
"""

from __future__ import annotations

import itertools
import zlib
from array import array
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, NamedTuple

from dateline.group.fingerprints import FACTORS, RUN, SAMPLED_BY, WORD_BYTES, Fingerprint, folded, sampled_bytes, story
from dateline.group.meetings import COMMON, FAMILY, Meetings, least, one_in
from dateline.model.report import Report

REPAID = 3_000_000
"""Characters of all texts together from which what numpy saves is more than what it takes to load."""
BLOCK = 250_000
"""Characters that are turned into runs at once; more no longer fit a processor's own memory."""
LONGEST = 64
"""Bytes of a word that are taken by eights; what is longer is no word of any language, and taken by itself."""
MOST_PAIRS = 2_000_000
"""Pairs of holders of one run that are counted at once; 16 MB, and more takes longer."""

_ROOM = 28_000_000
"""Bytes, asked for once and given back: from then on the C library of Linux keeps memory of that size at hand, where it
would fetch it anew from the system for each of thousands of passing arrays. Saves a tenth of the time."""
_LANE = 8
_HEADS = {2: 0xC0, 3: 0xE0, 4: 0xF0, 5: 0x100}
"""First bytes of characters of so many bytes: from which on."""

Array = Any
"""numpy.ndarray: numpy need not be there to check types against."""


def repays(reports: Sequence[Report]) -> bool:
    """Whether numpy is there and there is work enough for it."""
    return sum(len(report.text) for report in reports) >= REPAID and find_spec("numpy") is not None


class _Block(NamedTuple):
    """The reports of one block: ``bounds`` are the places in ``runs`` where the words of each begin, and the end."""

    runs: Array
    bounds: Array


def meet(reports: Sequence[Report]) -> tuple[dict[int, Fingerprint], Meetings]:
    """The pairs of reports that share enough, and the fingerprints of those that are in one, by their numbers."""
    np = import_module("numpy")
    np.empty(_ROOM, np.uint8)
    blocks = [_block(np, texts) for texts in _blocks(reports)]
    sizes = np.concatenate([np.diff(block.bounds) for block in blocks])
    every = one_in(int(np.maximum(sizes - RUN + 1, 0).sum()))
    runs, holders = _sampled(np, blocks, every)
    kinds, runs, holders, firsts = _repeated(np, runs, holders, len(reports))
    counts = np.diff(np.append(firsts, len(runs)))
    is_stock = counts > COMMON
    stock = frozenset(runs[firsts[is_stock]].tolist())
    kept = (runs, holders)
    if every > 1:
        runs, holders, firsts = _less_stock(np, runs, holders, np.repeat(is_stock, counts), kinds)
    needed = np.array([least(size, every) for size in kinds.tolist()], np.float64)
    pairs = _pairs(np, holders, firsts, needed)
    prints = _prints(np, reports, blocks, sorted(set(itertools.chain.from_iterable(pairs))))
    if every == 1:
        _keep(np, prints, *kept, kinds)
    return prints, Meetings(pairs, stock, every)


def _blocks(reports: Sequence[Report]) -> Iterator[list[str]]:
    texts: list[str] = []
    size = 0
    for report in reports:
        texts.append(story(report))
        size += len(texts[-1])
        if size >= BLOCK:
            yield texts
            texts, size = [], 0
    if texts:
        yield texts


def _block(np: Any, texts: list[str]) -> _Block:
    """The run numbers of some texts; those that begin in the last words of a text are of no use."""
    pieces = [text.encode("utf-8", "surrogatepass") for text in texts]
    data = b" ".join(pieces)
    ends = list(itertools.accumulate(len(piece) + 1 for piece in pieces))
    margin = bytes(2 * _LANE).replace(b"\0", b" ")
    data = margin + _fold(np, data).translate(WORD_BYTES) + margin + margin[: -len(data) % _LANE]
    letters = np.frombuffer(data, np.uint8) != ord(" ")
    edges = np.flatnonzero(letters[1:] != letters[:-1]) + 1
    word_starts, word_ends = edges[0::2], edges[1::2]
    words = _crc(np, data, word_starts, word_ends)
    runs = words[: 1 - RUN] * np.uint64(FACTORS[0]) if len(words) >= RUN else np.zeros(0, np.uint64)
    for place, factor in enumerate(FACTORS[1:], 1):
        runs += words[place : place + len(runs)] * np.uint64(factor)
    return _Block(runs, np.searchsorted(word_starts, np.array([0, *ends]) + len(margin)))


def _fold(np: Any, data: bytes) -> bytes:
    """See :func:`dateline.group.fingerprints.folded`; what takes several bytes still does."""
    if data.isascii():
        return data
    writable = np.frombuffer(data, np.uint8).copy()
    heads = np.flatnonzero(writable >= 0xC0)
    for size in (2, 3, 4):
        at = heads[(writable[heads] >= _HEADS[size]) & (writable[heads] < _HEADS[size + 1])]
        letters = sum(writable[at + place].astype(np.uint32) << (8 * place) for place in range(size))
        kinds, which = np.unique(letters, return_inverse=True)
        new = np.array([_folded_bytes(int(kind).to_bytes(size, "little")) for kind in kinds.tolist()], np.uint32)
        changed = np.flatnonzero((new != kinds)[which])
        at, new = at[changed], new[which[changed]]
        for place in range(size):
            writable[at + place] = (new >> (8 * place)) & 0xFF
    return bytes(writable.tobytes())


@lru_cache(maxsize=1 << 16)
def _folded_bytes(letter: bytes) -> int:
    new = folded(letter.decode("utf-8", "surrogatepass")).encode("utf-8", "surrogatepass")
    return int.from_bytes(new.ljust(len(letter)), "little")


@lru_cache(maxsize=1)
def _tables() -> tuple[Array, Array]:
    """What two bytes add to a CRC-32 in each of the four places of a lane, and the CRC-32 of nothing but zeros."""
    np = import_module("numpy")
    step = np.array([zlib.crc32(bytes([byte])) ^ zlib.crc32(b"\0") for byte in range(256)], np.uint32)
    places = [step]  # from the last byte of a lane to its first
    for _ in range(_LANE - 1):
        places.append(step[places[-1] & 0xFF] ^ (places[-1] >> 8))
    pair = np.arange(1 << 16)
    tables = [places[_LANE - 1 - at][pair & 0xFF] ^ places[_LANE - 2 - at][pair >> 8] for at in range(0, _LANE, 2)]
    zeros = np.array([zlib.crc32(bytes(size)) for size in range(LONGEST + 1)], np.uint32)
    return np.stack(tables), zeros


def _crc(np: Any, data: bytes, starts: Array, ends: Array) -> Array:
    """The CRC-32 of each word, as 64-bit numbers."""
    tables, zeros = _tables()
    lanes = np.frombuffer(data, "<u8")
    sizes = ends - starts
    state = np.zeros(len(sizes), np.uint64)
    for before in range((min(LONGEST, int(sizes.max(initial=0))) - 1) // _LANE * _LANE, 0, -_LANE):
        longer = np.flatnonzero((sizes > before) & (sizes <= LONGEST))
        lane = _lane(np, lanes, ends[longer] - before, sizes[longer] - before)
        state[longer] = _add(np, tables, state[longer], lane)
    state = _add(np, tables, state, _lane(np, lanes, ends, sizes)) ^ zeros[np.minimum(sizes, LONGEST)]
    for word in np.flatnonzero(sizes > LONGEST).tolist():
        state[word] = zlib.crc32(data[starts[word] : ends[word]])
    return state


def _lane(np: Any, lanes: Array, ends: Array, sizes: Array) -> Array:
    """The eight bytes before each of some places, the last one highest, with zeros for all but the last ``sizes``."""
    starts = ends - _LANE
    at = starts >> 3
    shift = ((starts & 7) << 3).astype(np.uint64)
    found = (lanes[at] >> shift) | (lanes[at + 1] << np.uint64(1) << (np.uint64(63) - shift))
    spare = (np.maximum(_LANE - sizes, 0) << 3).astype(np.uint64)
    return found >> spare << spare


def _add(np: Any, tables: Array, state: Array, lane: Array) -> Array:
    """The CRC-32 of what came before, and eight bytes more."""
    pairs = (lane ^ state).astype("<u8", copy=False).view("<u2")
    found = tables[0][pairs[0::4]]
    for place in range(1, 4):
        found ^= tables[place][pairs[place::4]]
    return found.astype(np.uint64)


def _sampled(np: Any, blocks: Sequence[_Block], every: int) -> tuple[Array, Array]:
    """The runs looked at, in the order of reports, and the number of the report that each stands in."""
    taken = np.frombuffer(sampled_bytes(every), np.uint8).astype(bool)
    runs, holders = [], []
    before = 0
    for block in blocks:
        holder = np.repeat(np.arange(len(block.bounds) - 1), np.diff(block.bounds))
        ends = block.bounds[1:] - RUN + 1
        inside = np.arange(len(block.runs)) < ends[holder[: len(block.runs)]]
        if every > 1:
            inside &= taken[block.runs.astype("<u8", copy=False).view(np.uint8)[SAMPLED_BY::_LANE]]
        chosen = np.flatnonzero(inside)
        runs.append(block.runs[chosen])
        holders.append(holder[chosen] + before)
        before += len(ends)
    return np.concatenate(runs), np.concatenate(holders).astype(np.int32)


def _repeated(np: Any, runs: Array, holders: Array, reports: int) -> tuple[Array, Array, Array, Array]:
    """How many runs each report has; those of more than one report, sorted, with their holders; where each begins."""
    order = np.argsort(runs, kind="stable")
    runs, holders = runs[order], holders[order]
    new_run = np.append(True, runs[1:] != runs[:-1])[: len(runs)]
    new = np.flatnonzero(new_run | np.append(True, holders[1:] != holders[:-1])[: len(runs)])
    runs, holders, new_run = runs[new], holders[new], new_run[new]
    kinds = np.bincount(holders, minlength=reports)
    several = ~(new_run & np.append(new_run[1:], True)[: len(runs)])
    runs, holders, new_run = runs[several], holders[several], new_run[several]
    return kinds, runs, holders, np.flatnonzero(new_run)


def _less_stock(np: Any, runs: Array, holders: Array, stock: Array, kinds: Array) -> tuple[Array, Array, Array]:
    """Without the stock phrases, but for reports that are made of little else."""
    family = np.bincount(holders[stock], minlength=len(kinds)) >= FAMILY * kinds
    kept = np.flatnonzero(~stock | family[holders])
    runs, holders = runs[kept], holders[kept]
    return runs, holders, np.flatnonzero(np.append(True, runs[1:] != runs[:-1])[: len(runs)])


def _pairs(np: Any, holders: Array, firsts: Array, needed: Array) -> list[tuple[int, int]]:
    """See :func:`dateline.group.meetings._pairs`."""
    counts = np.diff(np.append(firsts, len(holders)))
    begins = np.repeat(firsts, counts)
    earlier = np.minimum(np.arange(len(holders)) - begins, COMMON)
    found: list[tuple[int, int]] = []
    fewest = needed.min()
    share = np.cumsum(np.bincount(holders, weights=earlier, minlength=len(needed)))[holders] // MOST_PAIRS
    for part in range(int(share.max(initial=0)) + 1):
        mine = np.flatnonzero(share == part)
        keys = []
        for place in range(COMMON):
            mine = mine[earlier[mine] > place]
            keys.append(holders[begins[mine] + place].astype(np.int64) * len(needed) + holders[mine])
        together = np.concatenate(keys)
        together.sort()
        together, times = _counted(np, together)
        likely = np.flatnonzero(times >= fewest)
        times = times[likely]
        first, second = np.divmod(together[likely], len(needed))
        enough = times >= np.minimum(needed[first], needed[second])
        found += zip(first[enough].tolist(), second[enough].tolist(), strict=True)
    return sorted(found)


def _counted(np: Any, ordered: Array) -> tuple[Array, Array]:
    """Different numbers of a sorted array, and how many of each."""
    firsts = np.flatnonzero(np.append(True, ordered[1:] != ordered[:-1])[: len(ordered)])
    return ordered[firsts], np.diff(np.append(firsts, len(ordered)))


def _prints(
    np: Any, reports: Sequence[Report], blocks: Sequence[_Block], numbers: Sequence[int]
) -> dict[int, Fingerprint]:
    places = [(block, at) for block in blocks for at in range(len(block.bounds) - 1)]
    found = {}
    for number in numbers:
        block, at = places[number]
        start, end = block.bounds[at : at + 2].tolist()
        runs = array("q")
        runs.frombytes(block.runs[start : max(start, end - RUN + 1)].tobytes())
        found[number] = Fingerprint(reports[number], end - start, runs)
    return found


def _keep(np: Any, prints: dict[int, Fingerprint], runs: Array, holders: Array, kinds: Array) -> None:
    order = np.argsort(holders, kind="stable")
    runs = runs[order]
    bounds = np.searchsorted(holders[order], np.arange(len(kinds) + 1)).tolist()
    for number, one in prints.items():
        one.keep(set(runs[bounds[number] : bounds[number + 1]].tolist()), int(kinds[number]))
