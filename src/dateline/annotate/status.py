"""Events of a report: what each clause tells, which time expression dates it, and whether it happened.

The status (factuality) follows from tense, modality and negation of the verb group, from the verb or noun that governs
it ("a decision to end", "asked ... to wait", "is due to"), from reporting frames ("an official said") and from the kind
of sentence (question, condition). What the rules do not know is taken as the report tells it: as happened when it is
told in the past, as reported when it is told on somebody's word.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate import status_words as words
from dateline.annotate.status_attach import Slot, attach, slots
from dateline.annotate.status_clauses import Line, predicates, read_line
from dateline.model.annotations import Event, Mention, Quote, Sentence, Status, Timex
from dateline.model.evidence import Span

TOLD = frozenset(("body", "headline", "caption"))
"""Kinds of sentence that tell the story."""

_NOT_YET = frozenset(("planned", "expected", "requested"))

_FIXES = frozenset(("set", "schedule", "slate", "book", "plan", "due"))
_OWN = frozenset("his her its their the".split())
_AT_REMOVE = frozenset("with by since of to from at".split())
_CALLS = _FIXES | frozenset(("fix", "call", "convene", "arrange", "name"))
"""Verbs that fix a day for something when passive: "was set for Wednesday"."""


def find_events(
    text: str,
    sentences: Sequence[Sentence],
    timexes: Sequence[Timex],
    mentions: Sequence[Mention],
    quotes: Sequence[Quote],
) -> tuple[Event, ...]:
    """The events of a report, in the order of the text.

    Every time expression that stands in a sentence of the story belongs to one event; every such sentence with a
    finite verb has one. Linear in the text.
    """
    found: list[Event] = []
    timex_at = name_at = quote_at = 0
    spoken = sorted(
        (span.start, span.end, number)
        for number, quote in enumerate(quotes)
        if quote.kind != "indirect"  # whose clauses the verbs themselves tell more sharply
        for span in quote.content
    )
    for number, sentence in enumerate(sentences):
        here: list[tuple[int, int, int]] = []
        names: list[tuple[int, int]] = []
        while timex_at < len(timexes) and timexes[timex_at].start < sentence.end:
            timex = timexes[timex_at]
            if timex.start >= sentence.start and timex.end <= sentence.end:
                here.append((timex.start, timex.end, timex_at))
            timex_at += 1
        while name_at < len(mentions) and mentions[name_at].start < sentence.end:
            mention = mentions[name_at]
            if mention.start >= sentence.start and mention.end <= sentence.end:
                names.append((mention.start, mention.end))
            name_at += 1
        while quote_at < len(spoken) and spoken[quote_at][1] <= sentence.start:
            quote_at += 1
        if sentence.kind not in TOLD:
            continue
        inside: list[tuple[int, int, Quote]] = []
        ahead = quote_at
        while ahead < len(spoken) and spoken[ahead][0] < sentence.end:
            inside.append((spoken[ahead][0], spoken[ahead][1], quotes[spoken[ahead][2]]))
            ahead += 1
        line = read_line(text, sentence.start, sentence.end, here, names)
        if line.low:
            found.extend(_Reader(text, number, sentence, line, timexes, inside).events())
    return tuple(found)


class _Reader:
    """The events of one sentence."""

    def __init__(
        self,
        text: str,
        number: int,
        sentence: Sentence,
        line: Line,
        timexes: Sequence[Timex],
        quotes: Sequence[tuple[int, int, Quote]],
    ) -> None:
        self.text, self.number, self.sentence, self.line = text, number, sentence, line
        self.timexes, self.quotes = timexes, quotes
        self.preds = predicates(line)
        self.question = text[sentence.start : sentence.end].rstrip("\"'”’ ").endswith("?")
        self.governors = [self._governor(at) for at in range(len(self.preds))]
        self.statuses: dict[int, tuple[Status, Span | None, Span | None]] = {}

    def events(self) -> list[Event]:
        places = slots(self.line)
        owners = attach(self.line, self.preds, places)
        made: list[Event] = []
        dated: set[int] = set()
        for slot, owner in zip(places, owners, strict=True):
            noun = self._noun(slot, owner)
            if noun is not None:
                made.append(self._noun_event(slot, noun, owner))
            elif owner is not None:
                dated.add(owner)
                made.append(self._event(owner, slot))
            else:
                made.append(self._bare(slot))
        main = next((n for n, pred in enumerate(self.preds) if pred.shape == "finite"), None)
        made.extend(
            self._event(at, None)
            for at in range(len(self.preds))
            if at not in dated and (at == main or self._worth_telling(at))
        )
        made.sort(key=lambda event: (event.head.start if event.head else event.start, event.timex or -1))
        return made

    def _worth_telling(self, at: int) -> bool:
        """Whether an undated clause beside the main one is an event that later steps may follow."""
        pred = self.preds[at]
        if pred.lemma in ("be", "have", "do"):
            return False
        status = self._status(at)[0]
        if pred.shape == "finite":
            return status not in ("happened",) or pred.lemma in words.SAY
        return pred.shape == "infinitive" and status in _NOT_YET and self._status(at)[2] is not None

    # -- building ---------------------------------------------------------------------------------------------------

    def _event(self, at: int, slot: Slot | None) -> Event:
        pred = self.preds[at]
        status, by, cue = self._status(at)
        rule = "verb"
        if slot is not None:
            status, cue, rule = self._dated(at, slot, status, cue)
        start, end = self._clause(at)
        if slot is not None:
            start, end = min(start, self.line.starts[slot.lead]), max(end, self.line.ends[slot.last])
        line = self.line
        return Event(
            start=start,
            end=end,
            sentence=self.number,
            status=status,
            timex=None if slot is None else slot.index,
            head=Span(line.starts[pred.head], line.ends[pred.head]),
            lemma=pred.lemma,
            by=by,
            cue=cue,
            negated=pred.negated,
            rule=rule,
        )

    def _bare(self, slot: Slot) -> Event:
        line = self.line
        return Event(
            self.sentence.start, self.sentence.end, self.number, "happened", timex=slot.index, rule="no verb",
            head=None, lemma="", cue=None, by=None, negated="not" in line.low,
        )  # fmt: skip

    def _noun_event(self, slot: Slot, noun: int, owner: int | None) -> Event:
        line = self.line
        status: Status = "happened"
        by = None
        if self._follows_on(noun):
            owner = None
        if owner is not None:
            outer, by, _ = self._status(owner)
            tense = self.preds[owner].tense
            governed = outer in _NOT_YET and noun > self.preds[owner].head
            ahead = outer in ("planned", "expected") and tense in ("future", "present") and slot.last < noun
            if governed or ahead:
                status = outer
            elif self.preds[owner].passive and noun < self.preds[owner].head:
                moved = self.preds[owner].lemma == "move"
                status = "postponed" if moved else outer if outer in ("postponed", "cancelled") else status
        word = self.text[self.timexes[slot.index].start : self.timexes[slot.index].end].lower()
        if word.startswith(("next", "tomorrow", "coming", "this coming")):
            status = "expected"
        first, last = min(slot.lead, noun), max(slot.last, noun)
        lemma = line.low[noun]
        rule = "was set for" if status in ("postponed", "cancelled") else "noun"
        return Event(
            start=line.starts[first],
            end=line.ends[last],
            sentence=self.number,
            status=status,
            timex=slot.index,
            head=Span(line.starts[noun], line.ends[noun]),
            lemma=lemma,
            by=by,
            rule=rule,
        )

    def _follows_on(self, noun: int) -> bool:
        """Whether "following", "after" or "since" opens the noun's phrase: it lies before what is told."""
        at = noun - 1
        while at >= 0 and at > noun - 8 and self.line.kinds[at] not in ("S", ",", "v"):
            if self.line.low[at] in ("following", "since", "despite", "amid"):
                return True
            at -= 1
        return at >= 0 and self.line.low[at] in ("after", "since")

    def _noun(self, slot: Slot, owner: int | None) -> int | None:
        """The noun that a time expression dates by itself: "Friday's vote", "following the death last week"."""
        low, kinds, size = self.line.low, self.line.kinds, len(self.line.low)
        after = slot.last + 1
        if low[slot.last].endswith(("'s", "’s", "s'")) or (after < size and low[after] in ("'", "’")):
            at = after
            while at < size and at < after + 4 and kinds[at] in ("", "N", "E", "v"):
                if low[at] in words.EVENT_NOUNS or low[at] in words.PLAN_NOUNS:
                    return at
                at += 1
            return after if after < size and kinds[after] in ("", "N") and low[after][0].isalpha() else None
        opens = all(low[token] in words.DETERMINERS for token in range(slot.lead, slot.first))
        if opens and after < size and kinds[after] == "N" and low[after] in words.EVENT_NOUNS:
            return after  # "the August 1 hearing"
        before = slot.lead - 1
        while before > 1 and kinds[before] == "E":
            before -= 1
        if before != slot.lead - 1 and low[before] == "of":
            before -= 1  # "the arrest of Ann Kirk on 3 March"
        if before < 0 or kinds[before] not in ("N", "") or low[before] not in words.EVENT_NOUNS:
            return None
        if self._follows_on(before):
            return before
        if owner is not None and before > 1 and low[before - 1] in _OWN and low[before - 2] in _AT_REMOVE:
            return before  # "a case that began with his arrest on May 15"
        if owner is None or self.preds[owner].lemma in words.SAY:
            return None
        return before if self.preds[owner].head > slot.last else None

    # -- clauses ----------------------------------------------------------------------------------------------------

    def _clause(self, at: int) -> tuple[int, int]:
        start = self._cut(at - 1, at) if at else 0
        end = self._cut(at, at + 1) if at + 1 < len(self.preds) else len(self.line.low)
        while end - 1 > self.preds[at].last and self.line.kinds[end - 1] in (",", "C"):
            end -= 1
        return self.line.starts[min(start, self.preds[at].first)], self.line.ends[max(end - 1, self.preds[at].last)]

    def _cut(self, left: int, right: int) -> int:
        """The first token of the right one's clause."""
        line, low_end, high = self.line, self.preds[left].last + 1, self.preds[right].first
        if self.preds[right].shape in ("infinitive", "ing", "participle"):
            return high
        for at in range(high - 1, low_end - 1, -1):
            if line.kinds[at] in (",", "C"):
                return at + 1
            if line.kinds[at] == "S":
                return at
        at = probe = low_end
        while probe < high and (line.timex[probe] >= 0 or line.kinds[probe] == "P"):
            probe += 1
            if line.timex[probe - 1] >= 0:
                at = probe
        return at

    # -- status -----------------------------------------------------------------------------------------------------

    def _governor(self, at: int) -> int | None:
        """The predicate whose complement this one is, as far as order and borders tell."""
        pred = self.preds[at]
        for before in range(at - 1, -1, -1):
            outer = self.preds[before]
            if pred.shape == "infinitive":
                return before
            if pred.shape == "finite" and outer.shape == "finite" and outer.lemma in words.REPORTS_THAT:
                between = self.line.kinds[outer.last + 1 : pred.first]
                lows = self.line.low[outer.last + 1 : pred.first]
                if ";" in lows or ("C" in between and "but" in lows):
                    return None
                return before
            if pred.shape != "finite":
                return before
        return None

    def _status(self, at: int) -> tuple[Status, Span | None, Span | None]:
        known = self.statuses.get(at)
        if known is None:
            self.statuses[at] = ("happened", None, None)
            known = self.statuses[at] = self._judge(at)
        return known

    def _judge(self, at: int) -> tuple[Status, Span | None, Span | None]:
        pred = self.preds[at]
        by = self._teller(at)
        status, cue = self._bare_status(at)
        if status == "happened" and by is not None:
            status = "reported"
        if status == "happened" and any(
            w in words.HEDGES for w in self.line.low[max(pred.first - 1, 0) : pred.last + 1]
        ):
            status = "reported"
        if status in ("happened", "said") and self.question and not by:
            status = "expected"
        return status, by, cue

    def _bare_status(self, at: int) -> tuple[Status, Span | None]:
        """The status without regard to who tells it."""
        pred, line = self.preds[at], self.line
        cue = self._span(*pred.cue) if pred.cue else None
        if pred.shape == "infinitive":
            return self._infinitive_status(at)
        if pred.shape in ("participle", "ing"):
            return self._participle_status(at)
        opener = self._opener(at)
        if opener in ("if", "unless", "whether"):
            return "expected", self._word(at, opener)
        if pred.due:
            if pred.due in ("happened", "reported"):
                return pred.due, cue  # type: ignore[return-value]
            return pred.due, cue  # type: ignore[return-value]
        if pred.lemma in _FIXES and (pred.passive or pred.lemma == "due"):
            return "planned", self._span(pred.first, pred.head)
        if pred.lemma in words.EXPECT and pred.passive:
            return "expected", self._span(pred.first, pred.head)
        if pred.tense == "future":
            return "planned", self._span(pred.first, pred.first)
        if pred.tense in ("conditional", "possible", "necessary") and not pred.perfect:
            if line.low[pred.first] in ("should", "must") and self._teller(at) is not None:
                return "requested", self._span(pred.first, pred.first)
            if pred.tense == "conditional" and line.low[pred.first].startswith("would") and self._promised(at):
                return "planned", self._span(pred.first, pred.first)
            return "expected", self._span(pred.first, pred.first)
        if pred.lemma in words.CANCEL:
            return "cancelled", self._span(pred.head, pred.head)
        if pred.lemma in words.POSTPONE:
            return "postponed", self._span(pred.head, pred.head)
        outer = self.governors[at]
        if outer is not None and self.preds[outer].lemma == "deny":
            return "denied", self._span(self.preds[outer].head, self.preds[outer].head)
        if pred.passive and pred.lemma in ("want", "call", "describe"):
            return "happened", None
        if pred.lemma in words.SAY or pred.lemma in ("urge", "ask", "call", "want", "appeal", "demand", "request"):
            return "said", self._span(pred.head, pred.head)
        if pred.lemma == "deny":
            return "said", self._span(pred.head, pred.head)
        if pred.lemma == "expect" and not pred.passive:
            return "said", self._span(pred.head, pred.head)
        if opener in words.PENDING and pred.tense == "present" and pred.lemma != "be":
            return "expected", self._word(at, opener)
        return "happened", None

    def _promised(self, at: int) -> bool:
        """Whether a "would" tells somebody's own plan: "confirmed it would end", "said he would resign"."""
        if self.governors[at] is not None:
            return True
        low = self.line.low
        told = self._opener(at) == "that" and next(
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
                return "planned", self._span(token, token)
            if word in words.REQUEST_NOUNS or (word.endswith("s") and word[:-1] in words.REQUEST_NOUNS):
                return "requested", self._span(token, token)
            if word in words.EXPECT_NOUNS:
                return "expected", self._span(token, token)
            if word in ("whether", "how", "when", "where", "if"):
                return "expected", self._span(token, token)
            if word in ("keen", "eager", "likely", "ready", "willing", "due", "set", "reluctant"):
                return ("planned" if word in ("due", "set") else "expected"), self._span(token, token)
        if outer is None:
            return "expected", None
        governor = self.preds[outer]
        cue = self._span(governor.head, governor.head)
        if governor.negated and governor.lemma in words.REQUEST | words.EXPECT | words.PLAN:
            return "denied", cue
        if self._opener(outer) in ("if", "unless", "whether"):
            return "expected", cue
        if governor.lemma in ("want", "wish") and pred.first == governor.last + 1:
            return "expected", cue  # what one wants to do oneself
        if governor.lemma in words.REQUEST:
            return "requested", cue
        if governor.lemma in words.EXPECT:
            return "expected", cue
        if governor.lemma in words.PLAN:
            return "planned", cue
        if governor.lemma in words.REFUSE:
            return "denied", cue
        if governor.first and low[governor.first - 1] in words.PLAN_NOUNS:
            return "planned", self._span(governor.first - 1, governor.first - 1)
        status = self._status(outer)[0]
        if governor.lemma in words.REPORTS_THAT:
            return "expected", cue
        if status in ("happened", "said", "reported") and governor.lemma not in words.IMPLIES:
            return "planned", None
        return ("happened" if status in ("said", "reported") else status), None

    def _participle_status(self, at: int) -> tuple[Status, Span | None]:
        pred, low = self.preds[at], self.line.low
        cue = self._span(pred.head, pred.head)
        if pred.lemma in words.POSTPONE:
            return "postponed", cue
        if pred.lemma in words.CANCEL:
            return "cancelled", cue
        if pred.lemma in _FIXES or pred.lemma == "expect":
            return ("expected" if pred.lemma == "expect" else "planned"), cue
        if pred.shape == "participle":
            return "happened", None
        before = low[pred.first - 1] if pred.first else ""
        if before in ("after", "since", "by", "following", "despite", "for"):
            return "happened", None
        outer = self.governors[at]
        if before in words.PLAN_NOUNS:
            return "planned", self._span(pred.first - 1, pred.first - 1)
        if before in ("before", "of", "from", "about"):
            return "expected", self._span(pred.first - 1, pred.first - 1)
        if outer is None:
            return "happened", None
        if self.preds[outer].lemma in words.PLAN | words.EXPECT | words.REQUEST and before != ",":
            return "expected", self._span(self.preds[outer].head, self.preds[outer].head)
        status = self._status(outer)[0]
        return ("happened", None) if status in ("said", "reported") else (status, None)

    def _dated(self, at: int, slot: Slot, status: Status, cue: Span | None) -> tuple[Status, Span | None, str]:
        """The status on the day that a time expression gives to a predicate."""
        pred, low = self.preds[at], self.line.low
        lead = low[slot.lead : slot.first]
        if pred.lemma in words.POSTPONE or (pred.lemma == "move" and status != "planned"):
            if "until" in lead or "till" in lead or "to" in lead:
                return "planned", cue or self._span(pred.head, pred.head), "moved to"
            if "from" in lead:
                return "postponed", cue or self._span(pred.head, pred.head), "moved from"
        if "for" in lead and pred.lemma in _CALLS and status in ("happened", "reported") and not pred.passive:
            return "planned", self._span(pred.head, pred.head), "set for"
        if status in ("planned", "expected") and self._superseded(at):
            return "postponed", cue, "was set for"
        if status == "planned" and pred.lemma in _FIXES:
            for other in (*self.preds[max(at - 2, 0) : at], *self.preds[at + 1 : at + 2]):
                told = self._span(other.head, other.head)
                if other.lemma in words.POSTPONE and pred.tense in ("past", "none"):
                    return "postponed", told, "was set for"
                if other.lemma in words.CANCEL and not other.due and other.tense in ("past", "present", "none"):
                    return "cancelled", told, "was set for"
        if status == "happened" and pred.progressive and pred.tense == "present":
            return "planned", self._span(pred.first, pred.head), "is doing on a day"
        return status, cue, "verb"

    def _superseded(self, at: int) -> bool:
        """Whether a plan is told as what was to be: "had been due to fly", "due on 24 March, will now begin"."""
        pred, line = self.preds[at], self.line
        bare = pred.shape == "infinitive" and pred.first > 0 and line.low[pred.first - 1] in words.DUE
        if not (pred.due or pred.lemma in _FIXES or bare):
            return False
        if pred.tense == "past" and "had" in line.low[pred.first : pred.head]:
            return True
        for other in self.preds[at + 1 : at + 3]:
            if other.tense == "future" and "now" in line.low[other.first : other.head]:
                return True
        return False

    def _opener(self, at: int) -> str:
        """The subordinator that opens a predicate's clause, "" where none does."""
        line, pred = self.line, self.preds[at]
        stop = self.preds[at - 1].last if at else -1
        for token in range(pred.first - 1, stop, -1):
            kind = line.kinds[token]
            if kind == "S":
                return line.low[token]
            if line.low[token] in (",", ";", "but") and token < pred.first - 1:
                return ""
        return ""

    def _teller(self, at: int) -> Span | None:
        """Who is named as the one who says what a predicate tells; None where the report vouches for it."""
        line, pred = self.line, self.preds[at]
        place = line.starts[pred.head]
        for start, end, quote in self.quotes:
            if start <= place < end and quote.source is not None:
                return quote.source
        outer = self.governors[at]
        if outer is not None and self.preds[outer].shape == "finite" and self.preds[outer].lemma in words.REPORTS_THAT:
            return self._subject(outer)
        for later in range(at + 1, len(self.preds)):
            tail = self.preds[later]
            if tail.shape == "finite" and tail.lemma in ("say", "tell", "report", "add") and self._closing(later):
                return self._subject(later)
        low = line.low
        for token in range(len(low) - 1):
            if low[token] == "according" and low[token + 1] == "to":
                end = token + 2
                while end < len(low) and line.kinds[end] not in (",", "S", "T") and low[end] != ".":
                    end += 1
                if end > token + 2:
                    return self._span(token + 2, end - 1)
        return None

    def _closing(self, at: int) -> bool:
        """Whether ", X said" closes the sentence."""
        line, pred = self.line, self.preds[at]
        start = self.preds[at - 1].last + 1 if at else 0
        if "," not in line.low[start : pred.first]:
            return False
        return at == len(self.preds) - 1

    def _subject(self, at: int) -> Span | None:
        """The words before a predicate that name its subject."""
        line, pred = self.line, self.preds[at]
        stop = self.preds[at - 1].last + 1 if at else 0
        end = pred.first - 1
        while end >= stop and line.kinds[end] in ("T", ",", "P"):
            end -= 1
        start = end
        while start >= stop and line.kinds[start] not in (",", "C", "S", "T") and line.low[start] not in "\"“”'":
            start -= 1
        return self._span(start + 1, end) if start + 1 <= end else None

    def _word(self, at: int, word: str) -> Span | None:
        line = self.line
        for token in range(self.preds[at].first - 1, -1, -1):
            if line.low[token] == word:
                return self._span(token, token)
        return None

    def _span(self, first: int, last: int) -> Span:
        return Span(self.line.starts[first], self.line.ends[last])
