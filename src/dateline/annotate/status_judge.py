"""The status of a clause: what its verb group, its governor, its opener and its teller make of it."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate import status_words as words
from dateline.annotate.status_forms import Predicate
from dateline.annotate.status_tellers import REACH, Tellers
from dateline.annotate.status_tokens import Line
from dateline.model.annotations import Quote, Status
from dateline.model.evidence import Span

NOT_YET = frozenset(("planned", "expected", "requested"))

FIXES = frozenset(("set", "schedule", "slate", "book", "plan", "due"))


_STATES = frozenset("be have want need know like seem mean matter".split())
"""Verbs of lasting states: that they are not so is no event that failed to happen."""

_ENACTED = frozenset("decree order".split())
"""Nouns whose -ing tells what they do: "signed a decree dissolving parliament"."""

_URGES = frozenset("recommend urge advise demand".split())
"""Verbs whose -ing tells what is asked for: "recommended moving the stage"."""

_MAKES_SURE = frozenset(("ensure", "guarantee", "secure"))
"""Verbs whose present clause is yet to come: "to ensure that all are withdrawn by May"."""

_QUESTIONS = frozenset(("question", "questions"))

_THAT_REACH = 8
"""Tokens after a verb in which the "that" of its clause stands: "wrote in a letter on May 3 that"."""

_AIMS = words.PLAN | words.EXPECT | words.REQUEST
_RANKS = frozenset("first second third last latest only youngest oldest next".split())


class Judge(Tellers):
    """The statuses of one sentence's predicates, each worked out once."""

    def __init__(
        self, line: Line, preds: Sequence[Predicate], quotes: Sequence[tuple[int, int, Quote]], question: bool
    ) -> None:
        super().__init__(line, preds, quotes)
        self.question = question
        self.statuses: dict[int, tuple[Status, Span | None, Span | None]] = {}

    def status(self, at: int) -> tuple[Status, Span | None, Span | None]:
        """A predicate's status, who tells it where the report does not vouch, and the words that made it."""
        known = self.statuses.get(at)
        if known is None:
            self.statuses[at] = ("happened", None, None)
            known = self.statuses[at] = self._judge(at)
        return known

    def _judge(self, at: int) -> tuple[Status, Span | None, Span | None]:
        pred = self.preds[at]
        by = self._teller(at)
        status, cue = self._bare_status(at)
        told = pred.lemma in words.REPORTS_THAT or pred.lemma in _STATES
        if status == "happened" and pred.negated and pred.shape == "finite" and not told:
            status, cue = "denied", self.span(pred.first, pred.head)
        if status == "happened" and by is not None:
            status = "reported"
        hedged = status == "happened" and not words.HEDGES.isdisjoint(
            self.line.low[max(pred.first - 1, 0) : pred.last + 1]
        )
        if hedged:
            status = "reported"
        if status in ("happened", "said") and self.question and not by:
            status = "expected"
        return status, by, cue

    def _bare_status(self, at: int) -> tuple[Status, Span | None]:
        """The status without regard to who tells it."""
        pred, line = self.preds[at], self.line
        cue = self.span(*pred.cue) if pred.cue else None
        if pred.shape == "infinitive":
            return self._infinitive_status(at)
        if pred.shape in ("participle", "ing"):
            return self._participle_status(at)
        opener = self.opener(at)
        if opener in ("if", "unless", "whether"):
            return "expected", self._word(at, opener)
        if pred.due:
            return pred.due, cue  # type: ignore[return-value]
        if pred.lemma in FIXES and (pred.passive or pred.lemma == "due"):
            return "planned", self.span(pred.first, pred.head)
        if pred.lemma in words.EXPECT and pred.passive:
            return "expected", self.span(pred.first, pred.head)
        if pred.passive and not pred.negated and self._only_believed(pred):
            return "reported", self.span(pred.first, pred.head)
        if pred.tense == "future":
            return "planned", self.span(pred.first, pred.first)
        if pred.tense in ("conditional", "possible", "necessary") and not pred.perfect:
            if line.low[pred.first] in ("should", "must") and self._teller(at) is not None:
                return "requested", self.span(pred.first, pred.first)
            if pred.tense == "conditional" and line.low[pred.first].startswith("would") and self._promised(at):
                return "planned", self.span(pred.first, pred.first)
            return "expected", self.span(pred.first, pred.first)
        outer = self.governors[at]
        if outer is not None and self.preds[outer].lemma == "deny" and not self.preds[outer].passive:
            return "denied", self.span(self.preds[outer].head, self.preds[outer].head)
        if pred.lemma in words.CANCEL:
            return "cancelled", self.span(pred.head, pred.head)
        if pred.lemma in words.POSTPONE:
            return "postponed", self.span(pred.head, pred.head)
        if outer is not None and self.preds[outer].lemma in words.REQUEST and line.low[pred.first] == "be":
            return "requested", self.span(self.preds[outer].head, self.preds[outer].head)  # "asked that it be done"
        if opener == "that" and at and pred.tense == "present" and self.preds[at - 1].lemma in _MAKES_SURE:
            return "expected", self.span(self.preds[at - 1].head, self.preds[at - 1].head)
        claim = self._claimed(at) if opener == "that" else None
        if claim is not None:
            return claim
        if pred.lemma == "recall" and not self._recalls(at):
            return "happened", None
        if pred.passive and pred.lemma in ("want", "call", "describe", "declare"):
            return "happened", None
        if pred.lemma == "want" and pred.negated:
            return "happened", None
        if pred.lemma in words.SAY or pred.lemma in ("urge", "ask", "call", "want", "appeal", "demand", "request"):
            return "said", self.span(pred.head, pred.head)
        if pred.lemma in words.REQUEST and not pred.passive and (self._asks_to(at) or self._tells_that(at)):
            return "said", self.span(pred.head, pred.head)
        if pred.lemma == "deny" and not pred.passive:
            return "said", self.span(pred.head, pred.head)
        if (pred.lemma in words.SAY_THAT and self._tells_that(at)) or self._vows(at):
            return "said", self.span(pred.head, pred.head)
        if pred.lemma == "expect" and not pred.passive:
            return "said", self.span(pred.head, pred.head)
        if opener in words.PENDING and pred.tense == "present" and pred.lemma != "be":
            return "expected", self._word(at, opener)
        return "happened", None

    def _asks_to(self, at: int) -> bool:
        """Whether somebody is asked to do something: "pressed the house to act"."""
        after = self.preds[at + 1] if at + 1 < len(self.preds) else None
        pred = self.preds[at]
        return after is not None and after.shape == "infinitive" and after.first > pred.last + 1

    def _only_believed(self, pred: Predicate) -> bool:
        """Whether a passive tells what nobody vouches for: "are feared dead", "is accused of"."""
        if pred.lemma in words.BELIEVED or (pred.lemma == "say" and self.line.low[pred.first - 1] == "it"):
            return True
        return pred.lemma in words.ACCUSE and pred.tense == "present" and not pred.perfect and pred.lemma != "charge"

    def _vows(self, at: int) -> bool:
        """Whether a verb of promising or confirming is speech: "vowed to go", "confirmed it had", "promised aid"."""
        pred = self.preds[at]
        if pred.passive or pred.shape != "finite":
            return False
        if pred.lemma not in words.SAID_TO:
            return pred.lemma in words.VOWS
        after = self.preds[at + 1] if at + 1 < len(self.preds) else None
        if pred.lemma == "confirm":  # to confirm that one will is to decide
            return self._tells_that(at) and after is not None and after.tense in ("past", "present")
        if after is not None and after.shape == "infinitive":
            return after.first == pred.last + 1
        clause = after is not None and after.shape == "finite" and self.governors[at + 1] == at
        return self._tells_that(at) or (clause and pred.lemma in words.REPORTS_THAT)

    def _claimed(self, at: int) -> tuple[Status, Span | None] | None:
        """The status of what a noun of claiming tells: "rejected claims that he knew", "rumours that it fell"."""
        low, first = self.line.low, self.preds[at].first
        that = next((token for token in range(first - 1, 0, -1) if low[token] == "that"), 0)
        if not that or low[that - 1] not in words.CLAIM_NOUNS:
            return None
        before = next((p for p in reversed(self.preds[:at]) if p.last < that), None)
        if before is not None and before.shape != "infinitive" and before.lemma in words.DENY:
            return "denied", self.span(before.head, before.head)
        return "reported", self.span(that - 1, that - 1)

    def _recalls(self, at: int) -> bool:
        """Whether "recall" is speech ("recalled that", "he recalled.") and not the taking back of goods."""
        after = self.preds[at].last + 1
        low, kinds = self.line.low, self.line.kinds
        return not self.preds[at].passive and (
            after >= len(low) or kinds[after] in ("S", "I", ",", "g") or low[after] in ("how", ".", "his", "her")
        )

    def _tells_that(self, at: int) -> bool:
        """Whether "that" follows a verb, with no more than a time, a place or a name between: "wrote on May 3 that"."""
        pred, line = self.preds[at], self.line
        if pred.passive or pred.shape != "finite":
            return False
        for token in range(pred.last + 1, min(pred.last + 1 + _THAT_REACH, len(line.low))):
            if line.low[token] == "that":
                return line.kinds[token - 1] in ("T", "E") or token == pred.last + 1
            if line.kinds[token] not in ("T", "P", "E", "D", "", ",", "N"):
                return False
        return False

    def _promised(self, at: int) -> bool:
        """Whether a "would" tells somebody's own plan: "confirmed it would end", "said he would resign"."""
        if self.governors[at] is not None:
            return True
        low = self.line.low
        told = self.opener(at) == "that" and next(
            (token for token in range(self.preds[at].first - 1, 0, -1) if low[token] == "that"), 0
        )
        return bool(told) and (low[told - 1] in words.PLAN_NOUNS or low[told - 1] in ("notice", "warning", "hope"))

    def _infinitive_status(self, at: int) -> tuple[Status, Span | None]:
        pred = self.preds[at]
        outer = self.governors[at]
        low = self.line.low
        stop = self.preds[outer].last if outer is not None else -1
        for token in range(pred.first - 1, max(stop, pred.first - 12, -1), -1):
            word = low[token]
            if word in words.PLAN_NOUNS or (word.endswith("s") and word[:-1] in words.PLAN_NOUNS):
                return "planned", self.span(token, token)
            if word in words.REQUEST_NOUNS or (word.endswith("s") and word[:-1] in words.REQUEST_NOUNS):
                return "requested", self.span(token, token)
            if word in words.EXPECT_NOUNS:
                return "expected", self.span(token, token)
            if word in ("whether", "how", "when", "where", "if", "enough", "too"):
                return "expected", self.span(token, token)
            if word in ("keen", "eager", "likely", "ready", "willing", "due", "set", "reluctant"):
                return ("planned" if word in ("due", "set") else "expected"), self.span(token, token)
        if outer is None:
            return "planned", self.span(pred.first, pred.first)  # "Band to play in Arden", as headlines have it
        governor = self.preds[outer]
        if pred.perfect and governor.passive and governor.tense in ("past", "present") and not governor.due:
            return "reported", self.span(governor.head, governor.head)  # "was confirmed to have caught it"
        if governor.lemma == "be" and _RANKS & set(low[governor.last + 1 : pred.first]):
            return self.status(outer)[0], None  # "was the first official to arrive"
        cue = self.span(governor.head, governor.head)
        if governor.negated and governor.lemma in _AIMS:
            return "denied", cue
        if self.opener(outer) in ("if", "unless", "whether"):
            return "expected", cue
        if governor.lemma in ("want", "wish") and pred.first == governor.last + 1:
            return "expected", cue  # what one wants to do oneself
        if self._denied(outer):
            return "denied", cue  # "denied that he had ordered staff to destroy files"
        plain = (
            governor.lemma == "demand" and governor.last == governor.head
        )  # not "called for the drug to be withdrawn"
        if governor.lemma == "ask" and not _QUESTIONS.isdisjoint(low[governor.last + 1 : pred.first]):
            return ("happened" if self.status(outer)[0] == "said" else self.status(outer)[0]), None
        if governor.lemma in words.REQUEST and governor.tense == "possible":
            return "expected", self.span(governor.first, governor.first)  # "may ask boards to tell more"
        if governor.lemma in words.REQUEST and (not plain or pred.first == governor.last + 1):
            return "requested", cue  # but "demanded cash to protect themselves"
        if governor.lemma in words.EXPECT:
            return "expected", cue
        if governor.lemma in words.PLAN and (governor.lemma != "commit" or pred.first == governor.last + 1):
            return "planned", cue  # but "committed fraud to win the vote"
        if governor.lemma in words.REFUSE:
            return "denied", cue
        if governor.first and low[governor.first - 1] in words.PLAN_NOUNS:
            return "planned", self.span(governor.first - 1, governor.first - 1)
        status = self.status(outer)[0]
        if governor.lemma in words.REPORTS_THAT:
            return "expected", cue
        if status in ("happened", "said", "reported") and governor.lemma not in words.IMPLIES:
            return "planned", None
        return ("happened" if status in ("said", "reported") else status), None

    def _denied(self, at: int) -> bool:
        """Whether a predicate is what somebody denies."""
        outer = self.governors[at]
        return (
            outer is not None
            and self.preds[outer].lemma == "deny"
            and self.preds[at].shape == "finite"
            and self.status(at)[0] == "denied"
        )

    def _participle_status(self, at: int) -> tuple[Status, Span | None]:
        pred, low = self.preds[at], self.line.low
        cue = self.span(pred.head, pred.head)
        before = low[pred.first - 1] if pred.first else ""
        near = at - 1 if at and self.governors[at] is None else self.governors[at]
        if pred.shape == "ing" and near is not None:
            if before == "for" and self.status(near)[0] in NOT_YET:
                return self.status(near)[0], self.status(near)[2]  # "is to be towed away for scrapping"
            if before in ("of", "with") and self.preds[near].lemma in words.ACCUSE:
                return "reported", self.span(self.preds[near].head, self.preds[near].head)
        if pred.lemma in words.POSTPONE:
            return "postponed", cue
        if pred.lemma in words.CANCEL:
            return "cancelled", cue
        if pred.lemma in FIXES or pred.lemma == "expect":
            return ("expected" if pred.lemma == "expect" else "planned"), cue
        if pred.completes:
            return self._completed(at)
        if pred.shape == "participle":
            return self._of_any(at)
        if before == "without":
            return "denied", self.span(pred.first - 1, pred.first - 1)
        main = self._main_before(at)
        onward = main is None or self.preds[main].tense != "past"
        if before in ("by", "through") and at and onward and self.status(at - 1)[0] in NOT_YET:
            return self.status(at - 1)[0], self.status(at - 1)[2]  # "plans to win by waiting"
        if before in ("after", "since", "by", "following", "despite", "for"):
            return "happened", None
        outer = self._main_before(at) if before == "," else self.governors[at]
        if before in words.PLAN_NOUNS and before not in _ENACTED:
            return "planned", self.span(pred.first - 1, pred.first - 1)
        if before in ("before", "of", "from", "about") and not pred.perfect:
            return "expected", self.span(pred.first - 1, pred.first - 1)
        if outer is None:
            return self._of_subject(at)
        if self.preds[outer].lemma == "deny" and before != ",":
            return "denied", self.span(self.preds[outer].head, self.preds[outer].head)
        if self.preds[outer].lemma in _URGES and pred.first == self.preds[outer].last + 1:
            return "requested", self.span(self.preds[outer].head, self.preds[outer].head)
        if self.preds[outer].lemma in _AIMS and before != ",":
            return "expected", self.span(self.preds[outer].head, self.preds[outer].head)
        status = self.status(outer)[0]
        aside = before == "," and status == "denied"  # "refused to pay, ignoring calls from the union"
        return ("happened", None) if aside or status in ("said", "reported") else (status, None)

    def _of_subject(self, at: int) -> tuple[Status, Span | None]:
        """The status of an -ing in the subject of a verb: "states holding a vote on Monday will be the first"."""
        after = self.preds[at + 1] if at + 1 < len(self.preds) else None
        if after is None or after.shape != "finite" or after.tense != "future":
            return "happened", None
        if self.preds[at].first == 0 or {",", "S", "C"} & set(self.line.kinds[self.preds[at].last : after.first]):
            return "happened", None
        return self.status(at + 1)[0], self.status(at + 1)[2]

    def _of_any(self, at: int) -> tuple[Status, Span | None]:
        """The status of a participle beside its noun; of "any sentence handed down on Monday" nobody knows yet."""
        start = self.preds[at - 1].last + 1 if at else 0
        after = self.preds[at + 1] if at + 1 < len(self.preds) else None
        if after is not None and after.shape == "finite" and self.status(at + 1)[0] in NOT_YET:
            opens = self.line.low[start : self.preds[at].first]
            if "any" in opens and not {",", "S"} & set(self.line.kinds[start : self.preds[at].first]):
                return "expected", self.span(start + opens.index("any"), start + opens.index("any"))
        return "happened", None

    def _completed(self, at: int) -> tuple[Status, Span | None]:
        """The status of what is to be done to an object: as far as the verb before it, "wants the men released"."""
        outer = self.preds[at - 1]
        cue = self.span(outer.head, outer.head)
        status = self.status(at - 1)[0]
        if outer.negated:
            return "denied", cue
        if status in NOT_YET:
            return status, self.status(at - 1)[2] or cue
        if outer.lemma in ("want", "wish", "need", "require", "order"):
            return "requested", cue
        if outer.lemma in ("expect", "prefer", "like"):
            return "expected", cue
        return ("happened", None) if status in ("said", "reported") else (status, cue)

    def _main_before(self, at: int) -> int | None:
        """The finite predicate before a participle behind a comma: "decided to pull out, rejecting the appeal"."""
        for before in range(at - 1, max(-1, at - 1 - REACH), -1):
            if self.preds[before].shape == "finite":
                return before
        return self.governors[at]

    def opener(self, at: int) -> str:
        """The subordinator that opens a predicate's clause, "" where none does."""
        line, pred = self.line, self.preds[at]
        stop = self.preds[at - 1].last if at else -1
        if "S" not in line.kinds[stop + 1 : pred.first]:
            return ""
        for token in range(pred.first - 1, stop, -1):
            if line.kinds[token] == "S":
                return line.low[token]
            if line.low[token] in (",", ";", "but") and token < pred.first - 1:
                return ""
        return ""

    def _word(self, at: int, word: str) -> Span | None:
        line = self.line
        for token in range(self.preds[at].first - 1, max(-1, self.preds[at].first - 40), -1):
            if line.low[token] == word:
                return self.span(token, token)
        return None
