"""Whether a line that only one text of a big pile tells is worth a reader's while.

In a big pile every day has lines by the dozen. What several independent texts tell is kept; a line of a single text has
to be a sentence by itself on something done on its day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from dateline.model.annotations import Annotated
from dateline.model.material import Material
from dateline.text.patterns import late
from dateline.text.words import stem
from dateline.weave.timeline import as_news
from dateline.weave.timeline.as_news import FIRST_WORDS
from dateline.weave.timeline.borders import only_borders
from dateline.weave.timeline.cast import Cast
from dateline.weave.timeline.chronicle import PAGE, without_head
from dateline.weave.timeline.clauses import CHARACTERS_A_VIEW, is_comment, is_state
from dateline.weave.timeline.events import StoryEvent
from dateline.weave.timeline.features import is_feature
from dateline.weave.timeline.gist import only_ones
from dateline.weave.timeline.kinds import SPEECH
from dateline.weave.timeline.painting import paints
from dateline.weave.timeline.remarks import gives_opinion, in_court, is_colour, is_confirmed, only_comments
from dateline.weave.timeline.slight import only_meets, says_nothing
from dateline.weave.timeline.standing import goes_on, is_torn, leaves_somebody, runs_on, stands
from dateline.weave.timeline.stumbles import blemishes
from dateline.weave.timeline.tellings import EARLY, Telling
from dateline.weave.timeline.undone import is_undone, put_off_silently, was_to_be
from dateline.weave.timeline.vectors import Vectors
from dateline.weave.timeline.wording import leans, readable, without_connective

FEWEST_WORDS = 7
"""Words of a line of one text."""

LEAST_READABLE = 0.75
"""As :func:`dateline.weave.timeline.wording.readable` has it: one fault is one too many."""

TEXTS_WITHOUT_NAME = 4
"""Independent texts from which what is told need not name one whom the story is about."""

REPORT_ABOUT, OPENS_ABOUT, BRUSHES = 0.4, 0.25, 0.08
"""Mean topicality of a report from which it tells of those whom the story is about, and does not only name them; the
same where the sentence is about one of them from its first words, and on a day that weighs much."""

ALL_ABOUT, MOSTLY_ABOUT = 0.75, 0.68
"""The same for a report nearly each of whose sentences tells of them, and for one most of whose do."""

TRIED = 0.15
"""Share of the texts that open with a trial from which what is told in a court is of the story."""

TEXTS_SURE = 8
"""Independent texts from which what is told is shown even where no sentence of it stands alone."""

TEXTS_UNDATED = 3
"""Independent texts from which news is told that none of them puts on a day."""

_STANDING = late(r"\b(?:is|are|was|were)\s+(?:accused|about|due|expected|set|likely|facing|charged|to)\b")
FAIRLY_READABLE = 0.65
"""The same for what several texts tell: one small fault is let pass."""

_ENDS, _CLOSING = tuple(".!?…"), "\"'”’)] "
_HAS_BEEN = late(r"\b(?:has|have) (?!\w+ to\b|(?:an?|the|no|some|many|little|his|her|its|their)\b)")
_PERFECT = late(r"\b(?:has|have) (?:\w+ly )?(?:been )?(?:\w+ly )?([a-z]+)")
_NO_DEEDS = frozenset("stun shock learn demonstrate respond become emerge grow prove show stir spark".split())
"""Verbs that in the perfect sum up more than they tell of a day."""

_ACCUSED_BY_NOBODY = late(r"\b(?:has|have) been accused of\b(?!.*\bby\b)")
"""What somebody is said to have done, and not by whom."""

_QUOTED = "\"“'‘â"
_POINTS_BACK = late(
    r"\b(?:of|in|to|on|for|from|by|after|with|about|at|as) (?:that|those|these|such)\s+"
    r"(?!year|week|month|morning|afternoon|evening|time|day|night|summer|winter|spring|autumn|who|which|in\b|of\b|with\b)"
    r"[a-z]{3,}"
)
"""A thing that an earlier sentence named: "a dismissal of that action"."""

_DECISIVE = frozenset(
    """win elect swear inaugurate resign quit suspend withdraw arrest charge indict convict acquit clear sentence jail
    bail extradite deport overthrow oust defeat beat throw rule reject drop survive veto sack fire dismiss order sever
    strip ban choose appoint select""".split()
)
"""Verbs that settle a thing: a report that tells one of those whom the story is about may tell it far down, and one
that leads with it in the perfect need not name its day."""

FAR_DOWN = 0.95
"""How much about a story about nobody a line of one text is that stands far down in its report, and"""

CLEARLY, ON_TOPIC, TOUCHES, TOUCHES_LIGHTLY = 0.6, 0.35, 0.3, 0.15
"""How much about the story (:meth:`Gist.about`) a line of one text that hardly names the topic has to be, or of a story
about nobody, another of one text, one that several texts tell, and one that only fills a gap."""

LIGHT = 0.2
"""What a telling weighs of a text that hardly names the topic."""

FAULT = 0.3
"""What a passable line keeps of its rank for each fault: a light day's good line goes before a heavy day's poor one."""

FAMILIAR = 0.2
"""Share of the texts that open with a word for "the trial" to need no telling which."""

OFTEN_A_VIEW = 180
"""Characters for each sign of the writer's own voice from which even a text's first sentence is a comment."""

SATURDAY = 6
"""As :meth:`datetime.date.isoweekday` has it."""

LONG_READ = 40
"""Sentences of a report after which it tells details, or runs from minute to minute."""

_OPENS_WITH = late(r"The ([a-z]+) (?:is|are|was|were|has|had|\w+ly|\w+s|\w+ed)\b")

SUBJECT = 60
"""Characters at a sentence's head in which its speaker is named."""

DOER = 40
"""The same for one who does what is told of a weighty day, wherever in its report that stands."""

NEAR_HEAD = 100
"""The same for one further down in its report, told by a few texts."""

KNOWN = 0.3
"""Topicality from which a name without first name is known to the story's readers."""


class Fitness:
    """Which tellings of one big pile may be shown."""

    def __init__(self, material: Material, vectors: Vectors) -> None:
        self._material, self._vectors, self._gist = material, vectors, vectors.gist
        self._known = only_ones(vectors.gist.known, material.reports)
        self._cast = Cast(material)
        self._on_topic = ON_TOPIC if self._cast.leading else CLEARLY
        self.about_somebody = bool(self._cast.leading)
        self._newest = max((day.isoformat() for one in material.reports if (day := one.report.day)), default="")

    def showable(self, event: StoryEvent, told: Sequence[Telling], *, weighty: bool) -> list[Telling]:
        """Those of an event's tellings that the timeline may show, in the order given; often none.

        ``told``: the event's tellings, the one to show first in front. ``weighty``: few dates weigh as much.
        """
        if self._not_told_done(event):
            return []
        if all(one.basis == "lead" for one in event.tellings):
            if event.families < TEXTS_UNDATED or told[0].position > 0:
                sure = [one for one in told if one.settled or (one.lemma in _DECISIVE and self._sits(one))]
                return [one for one in sure if self._has_done(one) and self._came(one)]
            fair = [one for one in told if self._fair(one) and not _STANDING.search(self._text(one))]
            if self._cast.leading:
                fair = [one for one in fair if one.about >= OPENS_ABOUT]
            return [one for one in fair if self._understood(one)] or (fair if event.families >= TEXTS_SURE else [])
        families = len({one.family for one in event.tellings if one.kind == event.kind})  # plans of it do not count
        own = [
            one
            for one in told
            if one.kind == event.kind
            and (one.basis != "lead" or one.position == 0)
            and (one.when.is_day or (one.alone and one.when == event.when))
        ]
        if families > 1:
            fair = [one for one in own if self._fair(one)]
            best = [one for one in fair if self._understood(one)]
            if families < TEXTS_WITHOUT_NAME or not event.when.is_day:
                best = [one for one in best if self._tells_of_them(one)]
                if self._cast.leading:
                    best = [one for one in best if self._is_firm(one)]
            if families < TEXTS_SURE or not event.when.is_day:
                best = [one for one in best if not self._only_remark(one)]
            if self._cast.leading and not event.when.is_day:
                best = [one for one in best if self._cast.opens_with_it(one, SUBJECT) or self._of_the_case(one)]
            best = [one for one in best if not self._runs_on(one)] or best
            return best or (fair if families >= TEXTS_SURE and event.when.is_day else [])
        foretold = event.families > families
        return [one for one in own if self._stands(one, weighty=weighty) or (foretold and self._came(one))]

    def _sits(self, told: Telling) -> bool:
        """Whether what is done in a court is told on a day on which courts sit; an undated lead of a Saturday may be of
        Friday."""
        day = dt.date.fromisoformat(told.when.start)
        return day.isoweekday() < SATURDAY or not in_court(self._text(told))

    def _came(self, told: Telling) -> bool:
        """Whether a report leads with what others had told ahead."""
        lead = told.basis == "lead" and self._fair(told) and self._understood(told)
        return lead and self._tells_of_them(told) and not self._only_remark(told) and self._is_firm(told)

    def _has_done(self, told: Telling) -> bool:
        """Whether a report leads with what somebody has done, or has had done to them."""
        if told.position > 0 or is_state(told.lemma) or is_colour(told.lemma) or told.lemma in _NO_DEEDS:
            return False
        head = " ".join(self._text(told).split()[: 2 * FIRST_WORDS])
        if _ACCUSED_BY_NOBODY.search(head):
            return False
        return any(done.startswith(told.lemma[:2]) for done in _PERFECT.findall(head))

    def passable(self, event: StoryEvent, told: Sequence[Telling]) -> list[Telling]:
        """Those that may be shown where nothing fitter tells of a day that the story should have."""
        return [
            one
            for one in told
            if one.kind == event.kind
            and self._tells_of_it(one)
            and (one.basis != "lead" or self._leads_with(one))
            and one.when.is_day
            and not as_news.is_caption(self._report(one), one)
            and not as_news.long_past(self._report(one), one)
            and one.rule != "no verb"
            and one.subject >= KNOWN
            and self._about(one) >= TOUCHES_LIGHTLY
            and len(self._text(one).split()) >= FEWEST_WORDS
            and not leans(without_connective(self._text(one)))
            and self._fair(one)
            and not is_torn(self._report(one), one.sentence.start, one.sentence.end)
            and not self._of_others(one)
            and not (self._cast.leading and (paints(self._text(one)) or not self._cast.knows_all(one)))
            and as_news.reads_as_news(self._text(one), _verb(one))
            and not (self._cast.leading and self._only_remark(one))
            and not is_colour(one.lemma)
            and not (one.basis == "lead" and one.lemma in _NO_DEEDS)
            and not (one.kind == "act" and is_undone(self._text(one)))
            and not is_comment(self._report(one).report.text)
        ]

    def _not_told_done(self, event: StoryEvent) -> bool:
        """Whether it was to be by a day that is past, and no report of the many says that it was."""
        return event.kind == "ahead" and event.when.end < self._newest

    def _tells_of_them(self, told: Telling) -> bool:
        """Whether it names one whom the story is about at its head, or is of their case in court."""
        case = told.about >= MOSTLY_ABOUT and self._of_the_case(told)
        return case or self._cast.opens_with_it(told)

    def _of_the_case(self, told: Telling) -> bool:
        """Whether it is told in a court of one who is on trial in this story."""
        return self._gist.shares.get(stem("trial"), 0.0) >= TRIED and in_court(self._text(told))

    def _of_others(self, told: Telling) -> bool:
        return not self._of_the_case(told) and self._cast.is_of_others(told)

    def _leads_with(self, told: Telling) -> bool:
        """Whether a report that names no day is about what its first sentence says has been done."""
        head = " ".join(self._text(told).split()[:FIRST_WORDS])
        named = bool(self._cast.leading) and self._cast.opens_with_it(told)
        return named and told.position == 0 and bool(_HAS_BEEN.search(head)) and self._understood(told)

    def _tells_of_it(self, told: Telling) -> bool:
        """Whether a line that is not quite fit is of a report that is about nobody else."""
        if not self._cast.leading:
            return True
        told_of = self._cast.opens_with_it(told) if told.position == 0 else self._of_the_case(told)
        return told_of and told.about >= MOSTLY_ABOUT and told.kind != "ahead"

    def _only_remark(self, told: Telling) -> bool:
        """Whether somebody only comments, or says how things are, not what is done; in a story about somebody."""
        if told.rule == PAGE:
            return False
        if not self._cast.leading:
            return gives_opinion(self._text(told))
        if told.lemma in ("say", "tell") and told.status != "said":
            return False
        before = min(SUBJECT, _verb(told)) or SUBJECT
        return only_comments(told.lemma, self._text(told), _verb(told), by_them=self._cast.opens_with_it(told, before))

    def _fair(self, told: Telling) -> bool:
        """Whether a sentence may stand for what several texts tell."""
        text = self._text(told)
        return (
            readable(without_connective(text)) >= FAIRLY_READABLE
            and text.rstrip(_CLOSING).endswith(_ENDS)
            and text[:1] != "("
            and not told.aside
            and not only_borders(self._report(told), told)
            and not as_news.overdue(self._report(told), told)
            and not (told.kind == "act" and was_to_be(text))
            and not put_off_silently(self._report(told), told, text)
            and (told.rule != PAGE or self._by_itself(told))
        )

    def _understood(self, told: Telling) -> bool:
        """Whether a sentence is of the story, tells its event first, needs none before it and is nobody's own voice."""
        text = self._text(told)
        return (
            self._about(told) >= TOUCHES
            and (told.rule == "noun" or as_news.is_main(self._report(told), told))
            and as_news.reads_as_news(text, _verb(told))
            and not as_news.is_caption(self._report(told), told)
            and told.position < LONG_READ
            and as_news.is_news(self._report(told), told)
            and not says_nothing(told.lemma, text, _verb(told), said=told.status == "said" and not is_confirmed(text))
            and (told.rule != "noun" or told.when.is_day)
            and (told.when.is_day or text[:1] not in _QUOTED)
            and self._cast.knows_all(told)
            and self._by_itself(told)
            and not is_torn(self._report(told), told.sentence.start, told.sentence.end)
            and not (self._is_comment(told) and not _is_decisive(told))
        )

    def _is_comment(self, told: Telling) -> bool:
        """Whether its report is its writer's own voice; a first sentence is news where no person is the story."""
        if told.position == 0 and not self._cast.leading:
            return False
        characters = OFTEN_A_VIEW if told.position == 0 else CHARACTERS_A_VIEW
        return is_comment(self._report(told).report.text, characters)

    def _runs_on(self, told: Telling) -> bool:
        return told.position == 0 and runs_on(self._report(told), told.sentence.start, told.sentence.end)

    def _is_firm(self, told: Telling) -> bool:
        """Whether a sentence that a few texts tell of tells a deed in its own clause, and needs no other for it."""
        text = without_connective(self._text(told))
        if told.rule == PAGE:
            return True
        if told.basis == "lead":
            return not self._of_others(told) and not paints(text) and self._cast.opens_with_it(told, NEAR_HEAD)
        return (
            len(text.split()) >= FEWEST_WORDS
            and readable(text) >= LEAST_READABLE
            and not leans(text)
            and not told.aside
            and not self._of_others(told)
            and not paints(text)
            and as_news.tells_a_deed(self._report(told), told)
            and not _POINTS_BACK.search(text)
            and not only_borders(self._report(told), told)
            and (
                told.position < EARLY
                or told.about >= ALL_ABOUT
                or self._cast.opens_with_it(told, NEAR_HEAD)
                or self._of_the_case(told)
            )
        )

    def _stands(self, told: Telling, *, weighty: bool) -> bool:
        text = self._text(told)
        if told.rule == PAGE:  # an editor found it worth a line
            if not self._cast.has_page(told.report) or not self._cast.knows_all(told) or is_feature(text):
                return False
            if not self._by_itself(told) or goes_on(text) or only_meets(text) or (self._cast.leading and paints(text)):
                return False
            return self._familiar(text) or (readable(text) >= FAIRLY_READABLE and not leans(text))
        text = without_connective(text)
        if len(text.split()) < FEWEST_WORDS or readable(text) < LEAST_READABLE or leans(text):
            return False
        if (
            told.basis == "lead"
            or told.aside
            or as_news.long_past(self._report(told), told)
            or not self._text(told).rstrip(_CLOSING).endswith(_ENDS)
        ):
            return False
        if told.kind == "act" and (
            was_to_be(text) or ((told.status not in SPEECH or told.status == "denied") and is_undone(text))
        ):
            return False
        if (
            put_off_silently(self._report(told), told, text)
            or as_news.overdue(self._report(told), told)
            or (told.status in SPEECH and text[:1] in _QUOTED)
        ):
            return False
        if told.subject < KNOWN or self._about(told) < (self._on_topic if told.weight >= LIGHT else CLEARLY):
            return False
        if (
            not as_news.tells_a_deed(self._report(told), told)
            or _POINTS_BACK.search(text)
            or only_borders(self._report(told), told)
        ):
            return False
        if self._cast.leading and (paints(text) or self._of_others(told)):
            return False
        return self._understood(told) and self._of_the_story(told, weighty=weighty) and not self._only_remark(told)

    def _of_the_story(self, told: Telling, *, weighty: bool = False) -> bool:
        """Whether the sentence opens with one whom the story is about, in a report that does not only brush them; one
        far down in the report, in a report that is about nobody else. On a ``weighty`` day it may brush them."""
        if not self._cast.leading:
            return told.position < EARLY or self._about(told) >= FAR_DOWN
        about = BRUSHES if weighty else OPENS_ABOUT if self._cast.opens_with_it(told, SUBJECT) else REPORT_ABOUT
        if told.about >= REPORT_ABOUT and self._cast.opens_with_it(told, DOER) and _is_decisive(told):
            return True
        return self._cast.opens_with_it(told) and told.about >= (about if told.position < EARLY else ALL_ABOUT)

    def blemishes(self, told: Telling) -> int:
        """How much a reader misses or stumbles over in a sentence that is fit: fewer make it the one to show."""
        return blemishes(self._report(told), told, self._cast, by_itself=self._by_itself(told))

    def quality(self, told: Telling) -> float:
        """0..1: how near a passable line is to one that is fit."""
        faults = (
            not as_news.is_main(self._report(told), told),
            not self._by_itself(told),
            goes_on(self._text(told)),
            self._only_remark(told),
            not self._of_the_story(told),
            not self._cast.knows_all(told),
            self._about(told) < self._on_topic,
            told.rule == "noun",
            told.kind == "ahead",
            readable(without_connective(self._text(told))) < LEAST_READABLE,
        )
        return FAULT ** sum(faults)

    def _familiar(self, text: str) -> bool:
        """Whether a sentence opens with a thing that stands for itself in this story: "The trial is delayed"."""
        opened = _OPENS_WITH.match(text)
        return opened is not None and self._gist.shares.get(stem(opened[1]), 0.0) >= FAMILIAR

    def _about(self, told: Telling) -> float:
        return self._vectors.about(told)

    def _by_itself(self, told: Telling) -> bool:
        return self._names_its_people(told) if told.rule == PAGE else stands(self._report(told), told, self._known)

    def _names_its_people(self, told: Telling) -> bool:
        """Whether a line of an editors' timeline leaves nobody to the lines before it, in a story about somebody."""
        if not self._cast.leading:
            return True
        return self._cast.names_any(told) and not leaves_somebody(self._text(told), self._known)

    def _report(self, told: Telling) -> Annotated:
        return self._material.reports[told.report]

    def _text(self, told: Telling) -> str:
        text = self._report(told).report.text[told.sentence.start : told.sentence.end]
        return without_head(text) if told.rule == PAGE else text


def _is_decisive(told: Telling) -> bool:
    """Whether it tells what settles a thing."""
    return told.status == "happened" and told.lemma in _DECISIVE


def _verb(told: Telling) -> int:
    """Where the dated verb stands in its sentence; 0 where there is none."""
    return max(told.head - told.sentence.start, 0)
