"""Whether a clause tells something done, rather than how things are."""

from __future__ import annotations

from dateline.text.patterns import late

_STATES = late(
    r"(?:is|are|was|were|am|be|been|has|have|had|remains?|remained|seems?|seemed|needs?|wants?|hopes?|knows?|believes?"
    r"|continues?|continued|looks?|appears?|contains?|includes?|means?|owns?|lives?|can|could|may|might|should|will|would"
    r"|does|did|do|faces?|stands?|sits?|feels?)\b"
)
_PERFECT = late(r"(?:has|have|had) (?:\w+ly )?(?:not )?(?:been )?\w+(?:ed|en|wn|un|ne|de|ld|id|ht|st|nt)\b")
_DONE_TO = late(
    r"(?:is|are|was|were|be|been) (?:\w+ly )?(?:\w+ed|found|shot|held|sent|put|hit|made|won|lost|killed|given|taken"
    r"|sworn|told|set|seen|shown|struck|cut|sold|bought|brought)\b"
)


def tells_a_deed(short: str) -> bool:
    """Whether a heading's first verb tells something done, rather than how things are, and not only what was done
    besides ("also")."""
    if _BESIDES.search(short):
        return False
    state = _FIRST_STATE.search(short)
    if state is None:
        return True
    return bool(_PERFECT.match(short, state.end()) or _DONE_TO.match(short, state.end()))


_BESIDES = late(r"\b(?:also|further|again|too)\b")
_FIRST_STATE = late(rf"^(?:\S+ ){{1,9}}?(?={_STATES.pattern})")
