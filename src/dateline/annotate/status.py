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
from dateline.annotate.status_clauses import predicates
from dateline.annotate.status_days import DayJudge
from dateline.annotate.status_judge import NOT_YET
from dateline.annotate.status_tokens import Line, read_line
from dateline.model.annotations import Event, Mention, Quote, Sentence, Status, Timex
from dateline.model.evidence import Span

TOLD = frozenset(("body", "headline", "caption"))
"""Kinds of sentence that tell the story."""

_OWN = frozenset("his her its their the".split())
_RELATIVE = frozenset("who which whose where".split())
_OPENS_ASIDE = frozenset(", after by since following despite without while when".split())
"""What stands before an -ing that tells a deed."""

_ITS_DAY = frozenset("today yesterday tonight night".split())
_SETS = frozenset("set fix schedule plan eye target settle await book".split())
"""Verbs whose object is yet to come: "set a May 11 launch"."""

_RUNS_INTO = frozenset("miss meet beat pass expire".split())
"""Verbs whose object's day has come."""

_LEFT = (["out", "of"], ["withdrew", "from"], ["withdrawn", "from"], ["withdraw", "from"], ["withdrawing", "from"])
"""Words after which stands what is left before it is held: "pulled out of Friday's run-off"."""

_AT_REMOVE = frozenset("with by since of to from at".split())
"""Words round a noun that stands at one remove from the verb: "began with his arrest"."""


_BORDERS = frozenset(",CS")
"""Kinds of token between two clauses."""


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
    return find_events_and_asides(text, sentences, timexes, mentions, quotes)[0]


def find_events_and_asides(
    text: str,
    sentences: Sequence[Sentence],
    timexes: Sequence[Timex],
    mentions: Sequence[Mention],
    quotes: Sequence[Quote],
) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
    """The events of a report, and what undated clauses beside them tell as done."""
    found: list[Event] = []
    asides: list[Event] = []
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
            events, beside = _Reader(text, number, sentence, line, timexes, inside).events()
            found.extend(events)
            asides.extend(beside)
    return tuple(found), tuple(asides)


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
        self.timexes = timexes
        self.preds = predicates(line)
        start, end = sentence.start, sentence.end
        question = text.find("?", start, end) >= 0 and text[start:end].rstrip("\"'”’ ").endswith("?")
        self.judge = DayJudge(line, self.preds, quotes, question)

    def events(self) -> tuple[list[Event], list[Event]]:
        """What the sentence tells, and what its undated clauses tell as done."""
        places = slots(self.line)
        owners = attach(self.line, self.preds, places)
        made: list[Event] = []
        dated: set[int] = set()
        for slot, owner in zip(places, owners, strict=True):
            noun = self._noun(slot, owner, dated)
            if noun is not None:
                made.append(self._noun_event(slot, noun, owner))
            elif owner is not None:
                dated.add(owner)
                made.append(self._event(owner, slot))
            else:
                made.append(self._bare(slot))
        main = self._main()
        asides: list[Event] = []
        for at in range(len(self.preds)):
            if at in dated:
                continue
            if at == main or self._worth_telling(at):
                made.append(self._event(at, None))
            elif self._done(at):
                asides.append(self._event(at, None, "aside"))
        made.sort(key=lambda event: (event.head.start if event.head else event.start, event.timex or -1))
        return made, asides

    def _done(self, at: int) -> bool:
        """Whether an undated clause beside the main one tells a deed: "when it pulled out", "rejecting the appeal"."""
        pred = self.preds[at]
        if pred.lemma in ("be", "have", "do"):
            return False
        status = self.judge.status(at)[0]
        if pred.shape == "infinitive":
            return status == "denied"  # "declined to pay"
        if pred.shape == "ing" and self.line.low[pred.first - 1 if pred.first else 0] not in _OPENS_ASIDE:
            return False  # "closing mines would help"
        return status in ("happened", "reported", "cancelled", "postponed", "denied")

    def _main(self) -> int:
        """The predicate of the main clause: the first finite one that stands in no relative clause."""
        finite = [at for at, pred in enumerate(self.preds) if pred.shape == "finite"]
        if len(finite) < 2:
            return finite[0] if finite else 0
        return next((at for at in finite if self._leads(at)), finite[0])

    def _leads(self, at: int) -> bool:
        """Whether a finite predicate is no relative clause and nobody's words."""
        return self.judge.governors[at] is None and self.judge.opener(at) not in _RELATIVE

    def _worth_telling(self, at: int) -> bool:
        """Whether an undated clause beside the main one is an event that later steps may follow."""
        pred = self.preds[at]
        if pred.lemma in ("be", "have", "do"):
            return False
        status = self.judge.status(at)[0]
        if pred.shape == "finite":
            return status not in ("happened",) or pred.lemma in words.SAY
        if pred.shape == "ing":
            return status == "requested"  # "recommended moving the stage"
        return pred.shape == "infinitive" and status in NOT_YET and self.judge.status(at)[2] is not None

    # -- building ---------------------------------------------------------------------------------------------------

    def _event(self, at: int, slot: Slot | None, rule: str = "verb") -> Event:
        pred = self.preds[at]
        status, by, cue = self.judge.status(at)
        if slot is not None:
            status, cue, rule = self.judge.dated(at, slot, status, cue)
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
            outer, by, _ = self.judge.status(owner)
            tense = self.preds[owner].tense
            governed = outer in NOT_YET and noun > self.preds[owner].head
            ahead = outer in ("planned", "expected") and tense in ("future", "present") and slot.last < noun
            if governed or ahead or (noun < self.preds[owner].head and self._told_of(slot, noun, outer)):
                status = outer
            elif self.preds[owner].passive and noun < self.preds[owner].head:
                moved = self.preds[owner].lemma == "move"
                status = "postponed" if moved else outer if outer in ("postponed", "cancelled") else status
        word = self.text[self.timexes[slot.index].start : self.timexes[slot.index].end].lower()
        if word.startswith(("next", "tomorrow", "coming", "this coming")):
            status = "expected"
        elif status in NOT_YET and word.startswith(("last ", "yesterday")):
            status = "happened"  # "gave up hope of help after last week's storm"
        if status == "happened" and slot.last < noun and self._day_of_plan(slot, noun, owner):
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

    def _told_of(self, slot: Slot, noun: int, outer: Status) -> bool:
        """Whether what the clause tells is the news of the noun's day: "At Monday's hearing he said", "Monday's vote
        was a farce, they said"."""
        if outer == "reported":
            return min(slot.lead, noun) == 0
        opens = self.line.low[0] in ("at", "in", "during")
        between = self.line.kinds[1 : min(slot.first, noun)]
        return outer == "said" and opens and not any(kind in (",", "S", "C", "v") for kind in between)

    def _day_of_plan(self, slot: Slot, noun: int, owner: int | None) -> bool:
        """Whether a dated noun names the day of a plan: "a May 11 launch date", "ahead of a 29 May hearing"."""
        low = self.line.low
        lead = slot.first - 1 if low[slot.first - 1] in words.DETERMINERS else slot.first
        if owner is not None and self.preds[owner].last + 1 == lead and self.preds[owner].lemma in _RUNS_INTO:
            return False  # "missed a May 3 deadline"
        if low[noun] == "deadline" or low[noun + 1 : noun + 2] in (["date"], ["deadline"], ["target"]):
            return True
        if lead > 1 and low[lead - 1] == "of" and low[lead - 2] in ("ahead", "advance", "eve"):
            return True
        if lead > 1 and low[noun] in words.TO_BE_HELD and low[lead - 2 : lead] in _LEFT:
            return True
        return owner is not None and self.preds[owner].head < slot.first and self.preds[owner].lemma in _SETS

    def _follows_on(self, noun: int) -> bool:
        """Whether "following", "after" or "since" opens the noun's phrase: it lies before what is told."""
        at = noun - 1
        while at >= 0 and at > noun - 8 and self.line.kinds[at] not in ("S", ",", "v"):
            if self.line.low[at] in ("following", "since", "despite", "amid"):
                return True
            at -= 1
        return at >= 0 and self.line.low[at] in ("after", "since")

    def _noun(self, slot: Slot, owner: int | None, dated: set[int]) -> int | None:
        """The noun that a time expression dates by itself: "Friday's vote", "following the death last week".

        ``dated``: the predicates that have a time already.
        """
        low, kinds, size = self.line.low, self.line.kinds, len(self.line.low)
        after = slot.last + 1
        if low[slot.last].endswith(("'s", "’s", "s'")) or (after < size and low[after] in ("'", "’")):
            at = after
            while at < size and at < after + 4 and kinds[at] in ("", "N", "E", "v"):
                if low[at] in words.EVENT_NOUNS or low[at] in words.PLAN_NOUNS:
                    return at
                at += 1
            return after if after < size and kinds[after] in ("", "N") and low[after][0].isalpha() else None
        opens = slot.lead == slot.first or low[slot.first - 1] in words.DETERMINERS
        if opens and after < size and kinds[after] == "N" and low[after] in words.EVENT_NOUNS:
            return after  # "the August 1 hearing", "settled on a May 11 launch date"
        before = slot.lead - 1
        while before > 1 and kinds[before] == "E":
            before -= 1
        if before != slot.lead - 1:
            if low[before] != "of":
                return None  # "the ruling Arden Party today elected"
            before -= 1  # "the arrest of Ann Kirk on 3 March"
        if owner in dated and low[before] in words.CLAIM_NOUNS and slot.lead == slot.first:
            return before  # "today confirmed reports yesterday that"
        if before < 0 or kinds[before] not in ("N", "") or low[before] not in words.EVENT_NOUNS:
            return None
        if before and low[before - 1] == "house":  # "was to be moved to house arrest last Friday"
            return None
        if self._follows_on(before):
            return before
        if owner is not None and before > 1 and low[before - 1] in _OWN and low[before - 2] in _AT_REMOVE:
            return before  # "a case that began with his arrest on May 15"
        if owner is not None and self._beside(before):
            return before
        if owner is None or self.preds[owner].lemma in words.SAY:
            return None
        if slot.lead == slot.first and low[slot.last] in _ITS_DAY and self._does_next(slot, owner):
            return None
        return before if self.preds[owner].head > slot.last else None

    def _does_next(self, slot: Slot, owner: int) -> bool:
        """Whether a past verb stands right after the time, and has it: "the trial today ended"."""
        pred = self.preds[owner]
        return pred.first == slot.last + 1 and pred.shape == "finite" and pred.tense == "past"

    def _beside(self, noun: int) -> bool:
        """Whether a noun is only the reason or the occasion: "declined because of a board meeting that day"."""
        low = self.line.low
        for at in range(noun - 1, max(noun - 5, 1), -1):
            if low[at] in ("a", "an", "the", "his", "her", "its", "their"):
                return low[at - 1] in ("despite",) or (
                    low[at - 2] in ("because", "ahead", "instead", "due", "owing") and low[at - 1] in ("of", "to")
                )
            if self.line.kinds[at] in (",", "S", "P", "v"):
                return False
        return False

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
        for at in range(high - 1, low_end - 1, -1) if not _BORDERS.isdisjoint(line.kinds[low_end:high]) else ():
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
