"""The status of a clause on the day that a time expression gives to it: set for it, moved to it, stopped before it."""

from __future__ import annotations

from dateline.annotate import status_words as words
from dateline.annotate.status_attach import Slot
from dateline.annotate.status_judge import FIXES, Judge
from dateline.model.annotations import Status
from dateline.model.evidence import Span

_CALLS = FIXES | frozenset(("fix", "call", "convene", "arrange", "name"))
"""Verbs that fix a day for something when passive: "was set for Wednesday"."""

_STOPS = frozenset("stop halt block ban forbid prohibit abandon ditch axe drop veto".split())
"""Verbs that put an end to a plan which they govern."""

_STILL_AHEAD = frozenset("tomorrow next tonight midnight".split())
"""Words of a time that is to come, as a present tense tells it: "runs out at midnight"."""

_RUNNING = frozenset("today tonight now this currently today's".split())
"""Words of a time that is running, in which what somebody is doing is done: "is wearing a brace tonight","""

_ARRANGED = frozenset(
    """go come leave fly travel return visit tour arrive head move meet host hold stage play perform open close launch
    publish release unveil announce begin start end finish present marry retire run appear speak attend join stand
    vote rule decide hear receive give""".split()
)
"""but for what is arranged beforehand: "is meeting lawmakers today"."""

_BEGINS = frozenset("begin start end open finish".split())

_HINDERS = (
    words.POSTPONE
    | words.CANCEL
    | frozenset("take fail stay remain pull drop withdraw refuse miss stall slip scrap halt stop".split())
)
"""Verbs of what came in between: "was due to start on Monday, but the jurors took longer"."""

_DUE_TIMES = frozenset("week month year weekend summer autumn spring winter".split())
"""What "this" stands before in a time that may still be to come."""

_AT_FIRST = frozenset("first originally initially previously".split())


class DayJudge(Judge):
    """A judge who also says what a predicate is on a day."""

    def dated(self, at: int, slot: Slot, status: Status, cue: Span | None) -> tuple[Status, Span | None, str]:
        """The status on the day that a time expression gives to a predicate."""
        pred, low = self.preds[at], self.line.low
        lead = low[slot.lead : slot.first]
        if pred.lemma in words.POSTPONE or (pred.lemma == "move" and status != "planned"):
            if "until" in lead or "till" in lead or "to" in lead:
                return "planned", cue or self.span(pred.head, pred.head), "moved to"
            if "from" in lead:
                return "postponed", cue or self.span(pred.head, pred.head), "moved from"
        if pred.first and low[pred.first - 1] in _AT_FIRST and pred.lemma in _CALLS:
            return "postponed", self.span(pred.first - 1, pred.head), "was set for"
        if "for" in lead and pred.lemma in _CALLS and status in ("happened", "reported") and not pred.passive:
            return "planned", self.span(pred.head, pred.head), "set for"
        fixes = pred.lemma in _CALLS and not pred.passive and status in ("happened", "reported")
        if fixes and slot.first == pred.last + 1 and low[slot.last + 1 : slot.last + 2] in (["for"], ["as"]):
            return "planned", self.span(pred.head, pred.head), "set for"  # "set March 20 for the hearing"
        ahead = bool({"by", "for", "within", "until", "before"} & set(low[slot.lead : slot.first + 1]))
        if ahead and status in ("happened", "said", "reported") and pred.lemma in words.PROMISES and not pred.passive:
            return "planned", self.span(pred.head, pred.head), "promised for"
        object_ = slot.lead > pred.last + 1
        if object_ and status == "said" and pred.lemma == "expect" and not pred.passive:
            return "expected", self.span(pred.head, pred.head), "expected by"
        if pred.lemma in words.STAVES_OFF and pred.shape == "ing" and object_ and status in ("happened", "reported"):
            return "expected", self.span(pred.head, pred.head), "staved off"
        if status in ("planned", "expected") and self._superseded(at):
            stopped = self._stopped(at)
            if stopped is not None:
                return "cancelled", stopped, "was set for"
            return "postponed", cue, "was set for"
        if status == "planned" and pred.shape == "ing" and pred.lemma in _BEGINS and at and self._superseded(at - 1):
            return "postponed", cue, "was set for"  # "had been due to play ten concerts, beginning on 13 July"
        if status == "planned" and pred.lemma in FIXES:
            stopped = self._stopped(at)
            if stopped is not None:
                return "cancelled", stopped, "was set for"
            for other in (*self.preds[max(at - 2, 0) : at], *self.preds[at + 1 : at + 2]):
                told = self.span(other.head, other.head)
                if other.lemma in words.POSTPONE and pred.tense in ("past", "none"):
                    return "postponed", told, "was set for"
                if other.lemma in words.CANCEL and not other.due and other.tense in ("past", "present", "none"):
                    return "cancelled", told, "was set for"
        if status in ("happened", "reported") and pred.progressive and pred.tense == "present" and not pred.passive:
            later = slot.lead > pred.last or slot.lead < slot.first  # not the date of a page before its text
            if pred.lemma in _ARRANGED or (later and low[slot.first] not in _RUNNING):
                return "planned", self.span(pred.first, pred.head), "is doing on a day"
        elif status == "happened" and pred.tense == "present" and low[slot.first] in _STILL_AHEAD:
            return "planned", self.span(pred.first, pred.head), "is on a day"
        if status == "happened" and self._with_a_plan(at, slot):
            return "planned", self.span(pred.head, pred.head), "with a plan"
        return status, cue, "verb"

    def _with_a_plan(self, at: int, slot: Slot) -> bool:
        """Whether a participle tells of what is only planned: "is to return in a film released this month"."""
        pred, low = self.preds[at], self.line.low
        if pred.shape != "participle" or low[slot.first] != "this" or low[slot.last] not in _DUE_TIMES or not at:
            return False
        outer = next((one for one in reversed(self.preds[max(at - 3, 0) : at]) if one.shape == "finite"), None)
        return outer is not None and outer.due == "planned" and outer.tense == "present"

    def _superseded(self, at: int) -> bool:
        """Whether a plan is told as what was to be: "had been due to fly", "due on 24 March, will now begin"."""
        pred, line = self.preds[at], self.line
        bare = pred.shape == "infinitive" and pred.first > 0 and line.low[pred.first - 1] in words.DUE
        if not (pred.due or pred.lemma in FIXES or bare or (pred.lemma == "expect" and pred.shape == "participle")):
            return False
        group = line.low[pred.first : pred.head]
        if pred.tense == "past" and ("had" in group or ("to" in group and "have" in group)):
            return True  # "had been due to open", "was to have opened"
        if pred.shape == "participle" and pred.first and line.low[pred.first - 1] in _AT_FIRST:
            return True  # "the hearing, first set for Monday, was held on Friday"
        held_up = self.preds[at + 1] if at + 1 < len(self.preds) else None
        if pred.shape == "participle" and held_up is not None and held_up.lemma in words.POSTPONE:
            return True  # "the ship expected on Monday has been delayed"
        for other in self.preds[at + 1 : at + 3]:
            if other.tense == "future" and "now" in line.low[other.first : other.head]:
                return True
        return self._held_up(at)

    def _held_up(self, at: int) -> bool:
        """Whether a "but" tells what came in between: "was due to start on Monday, but the jurors took longer"."""
        pred, line = self.preds[at], self.line
        if pred.tense != "past" or pred.shape != "finite" or pred.negated or at + 1 == len(self.preds):
            return False
        after = self.preds[at + 1]
        between = line.low[pred.last + 1 : after.first]
        return "but" in between and after.shape == "finite" and after.lemma in _HINDERS

    def _stopped(self, at: int) -> Span | None:
        """The verb before a plan that stops it: "stopped a show that had been set for Monday"; None where none does."""
        for before in range(at - 1, max(at - 3, -1), -1):
            outer = self.preds[before]
            if outer.lemma in words.CANCEL or outer.lemma in _STOPS:
                between = range(outer.last + 1, self.preds[at].first)
                borders = (to for to in between if self.line.kinds[to] in ("P", ",", "C", "S"))
                if any(self.line.low[to] != "of" and self.line.low[to] not in words.RELATIVES for to in borders):
                    return None  # "trading halted ahead of a vote set for Friday"
                done = outer.tense in ("past", "present", "none") and not outer.negated and not outer.due
                return self.span(outer.head, outer.head) if done and outer.shape != "infinitive" else None
            if outer.lemma in words.POSTPONE:
                return None
        return None
