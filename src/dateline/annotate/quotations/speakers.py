"""Whom a source stands for: the mention, in this report, of a name, a pronoun or a role noun."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from itertools import pairwise

from dateline.annotate.names import lexicon as lex
from dateline.annotate.quotations.draft import Draft
from dateline.annotate.quotations.tags import Tag
from dateline.annotate.speech import ATTITUDES
from dateline.model.annotations import Mention, Sentence
from dateline.model.evidence import Span
from dateline.text.gazetteer import tables

_CUT = re.compile(r"\b(?:of|for|in|at|from|with|who|which|on|to|by|close|speaking)\b|[,(]")
_BEHALF = re.compile(
    r"\b(?:spokes\w+|lawyers?|attorneys?|representatives?|advis[eo]rs?|aides?|counsel|envoys?)"
    r"(?: \w+(?: \w+)?)? (?:for|of|to) (.+)$"
)
_GENDER = {"he": "m", "she": "f"}
_TITLE_GENDER = {"mr": "m", "mrs": "f", "ms": "f", "miss": "f", "sir": "m", "lady": "f", "lord": "m", "king": "m",
                 "queen": "f", "prince": "m", "princess": "f", "spokeswoman": "f", "spokesman": "m", "chairman": "m",
                 "chairwoman": "f", "congressman": "m", "congresswoman": "f", "actress": "f", "father": "m",
                 "mother": "f", "brother": "m", "sister": "f", "wife": "f", "husband": "m", "widow": "f", "son": "m",
                 "daughter": "f", "businessman": "m", "businesswoman": "f", "policeman": "m"}  # fmt: skip
_BOTH = "mf"
"""A surname that a man and a woman of the report share: alone it does not tell whom "he" or "she" means."""
_TITLE_ROOM = 24
"""Characters for a comma and a title between a source and the name in apposition."""
_PARTIES = frozenset(
    "woman man women men victim victims widow family girl boy child couple suspect defendant driver".split()
)
"""Nouns that a name after them explains, not the whole of "a lawyer for the woman"."""
_OWNERS = frozenset(
    """owner operator maker manufacturer company firm bank chain agency airline builder developer publisher retailer
    supplier regulator union ministry party newspaper broadcaster""".split()
)
"""Nouns of bodies that a name in apposition tells: "The owner, Prado Lines, said"."""
_KIN = re.compile(
    r"(?:[Hh]is|[Hh]er|[Tt]heir|(?P<of>[\w.’' -]{2,40})['’]s) "
    r"(?P<kin>father|mother|brother|sister|son|daughter|wife|husband|widow|widower|uncle|aunt|cousin)"
)
_AGED = re.compile(r"the (\d\d)-year-old")
_BEARERS_BACK = 200
"""Mentions looked at for the full name of a surname; the bound keeps long reports linear."""
FURTHEST = 3
"""Sentences. A pronoun whose person stands further back is left open."""


class Speakers:
    """Resolves the sources of one report. Answers None rather than a guess."""

    def __init__(self, text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> None:
        self._text = text
        self._mentions = mentions
        self._starts = [mention.start for mention in mentions]
        self._sentences = sentences
        self._sentence_starts = [sent.start for sent in sentences]
        self._said: dict[int, Mention] = {}
        self._genders: dict[str, str] | None = None
        self._by_surname: dict[str, Mention] | None = None
        self._roles: list[tuple[Mention, list[str]]] | None = None

    def resolve_all(self, drafts: Sequence[Draft]) -> list[Mention | None]:
        """The mention that speaks for each draft; those are given in the order of the text."""
        who: dict[int, Mention | None] = {}
        numbered = sorted(range(len(drafts)), key=lambda n: _cue_start(drafts[n]))
        for n in numbered:
            tag = drafts[n].tag
            found = self._resolve(tag, self._enclosing(drafts, n, who)) if tag is not None else None
            who[n] = found
            if found is not None and found.kind == "person" and tag is not None and tag.verb.act not in ATTITUDES:
                self._said.setdefault(self._sentence_of(tag.cue.start), found)
        return [who[n] for n in range(len(drafts))]

    def _enclosing(self, drafts: Sequence[Draft], n: int, who: dict[int, Mention | None]) -> Mention | None:
        """Who says the words that the n-th source stands in ("X said he would"): the closest such."""
        tag = drafts[n].tag
        if tag is None or tag.source is None:
            return None
        best: Mention | None = None
        size = -1
        for k in range(max(0, n - 6), min(len(drafts), n + 3)):
            speaker = who.get(k)
            if k == n or speaker is None or speaker.kind == "place":
                continue
            for span in drafts[k].content:
                if tag.source.within(span) and (best is None or span.end - span.start < size):
                    best, size = speaker, span.end - span.start
        return best

    def widened(self, source: Span | None, who: Mention | None) -> Span | None:
        """The source with the speaker's title and role where those stand right before it."""
        if source is None or who is None or not (source.start <= who.start and who.end <= source.end):
            return source
        starts = [part.start for part in (who.role, who.title) if part is not None and part.start < who.start]
        start = min([source.start, *starts])
        return Span(start, source.end) if source.start - start < 80 else source

    def on_behalf(self, source: Span | None) -> Span | None:
        """The principal in "a spokesman for the council"."""
        if source is None:
            return None
        found = _BEHALF.search(self._text[source.start : source.end])
        return Span(source.start + found.start(1), source.end) if found else None

    def _resolve(self, tag: Tag, enclosing: Mention | None) -> Mention | None:
        source = tag.source
        if source is None:
            return None
        words = self._text[source.start : source.end]
        low = words.lower()
        if low in _GENDER:
            if enclosing is not None and enclosing.kind == "person" and self._fits(enclosing, low):
                return enclosing
            return self._person_before(source.start, low)
        if low == "it":
            return enclosing if enclosing is not None and enclosing.kind == "organisation" else None
        if low in ("who", "which"):
            return self._just_before(source.start)
        if self._several(source, words):
            return None
        return (
            self._named(source, words)
            or self._apposed(source, low)
            or self._by_role(source, low)
            or self._by_kin(source, words)
            or self._by_age(source, low)
            or self._shouted(source, words)
        )

    def _several(self, source: Span, words: str) -> bool:
        """ "Lane and Carr": two people speak, no one of them."""
        if " and " not in words:
            return False
        low = bisect.bisect_left(self._starts, source.start)
        high = bisect.bisect_left(self._starts, source.end)
        mine = self._mentions[low:high]
        beside = any(self._text[a.end : b.start] == " and " for a, b in pairwise(mine))
        return beside or sum(mention.kind == "person" for mention in mine) > 1

    def _apposed(self, source: Span, low: str) -> Mention | None:
        """ "A spokeswoman for the board, Ines Prado, said": the name right after, or at the end of the source."""
        head = _CUT.split(low, maxsplit=1)[0].split()
        if not head or (head[-1].endswith("s") and head[-1] not in lex.ROLES):
            return None  # "Lawyers for the widow, Ines Prado, said": the name of the widow
        cut = low.find(", ")
        if cut > 0:
            at = bisect.bisect_left(self._starts, source.start + cut + 2)
            inner = self._mentions[at] if at < len(self._mentions) else None
            if inner is not None and inner.kind == "person" and inner.end >= source.end - 1:
                return inner if inner.start - source.start - cut <= _TITLE_ROOM else None
            return None
        if self._text[source.end : source.end + 2] != ", " or low.split()[-1] in _PARTIES:
            return None
        at = bisect.bisect_left(self._starts, source.end + 2)
        if at < len(self._mentions) and self._starts[at] - source.end <= _TITLE_ROOM:
            mention = self._mentions[at]
            start = min([mention.start, *(part.start for part in (mention.title,) if part is not None)])
            if (
                (mention.kind == "person" or (mention.kind in ("organisation", "other") and head[-1] in _OWNERS))
                and start == source.end + 2
                and self._text[mention.end : mention.end + 1] == ","
            ):
                return mention
        return None

    def _shouted(self, source: Span, words: str) -> Mention | None:
        """ "ROMERO": the one person before whose name ends so."""
        if not words.isupper() or len(words) < 3:
            return None
        if self._by_surname is None:
            self._by_surname = {}
            for mention in self._mentions:
                if mention.kind == "person":
                    surname = self._text[mention.start : mention.end].split()[-1].upper()
                    self._by_surname.setdefault(surname, mention)
        return self._by_surname.get(words.split()[-1])

    def _named(self, source: Span, words: str) -> Mention | None:
        cut = _CUT.search(words)
        head_end = source.start + (cut.start() if cut else len(words))
        while head_end > source.start and self._text[head_end - 1] in " ,.":
            head_end -= 1
        low = bisect.bisect_left(self._starts, source.start)
        high = bisect.bisect_left(self._starts, source.end)
        if low and self._mentions[low - 1].end > source.start:
            low -= 1
        for mention in self._mentions[low:high]:
            if mention.kind == "person" and mention.end >= source.end - 1 and self._titled(mention, source):
                return mention
            if mention.start < head_end <= mention.end + 1 and mention.kind in ("person", "organisation", "place"):
                return mention
        return None

    def _titled(self, mention: Mention, source: Span) -> bool:
        """Whether all that stands before the name in the source is its title or role."""
        return any(part is not None and part.start <= source.start + 4 for part in (mention.title, mention.role))

    def _by_role(self, source: Span, low: str) -> Mention | None:
        """ "the spokeswoman": the one person of the report who is called so before."""
        cut = _CUT.search(low)
        words = low[: cut.start() if cut else None].split()
        if len(words) < 2 or words[0] != "the" or words[-1] not in lex.ROLES or words[-1] in ("official", "expert"):
            return None
        if self._roles is None:
            self._roles = self._all_roles()
        found: dict[str, Mention] = {}
        for mention, said in self._roles:
            if mention.start > source.start or len(found) > 1:
                break
            if all(word in said for word in words[1:]):
                found[self._text[mention.start : mention.end].split()[-1]] = mention
        return next(iter(found.values())) if len(found) == 1 else None

    def _by_kin(self, source: Span, words: str) -> Mention | None:
        """ "His father", "Prado's father": the one person of the report introduced as a father."""
        found = _KIN.fullmatch(words)
        if found is None:
            return None
        if self._roles is None:
            self._roles = self._all_roles()
        kin = found["kin"].lower()
        able = {self._name_of(m): m for m, said in reversed(self._roles) if kin in said}
        return next(iter(able.values())) if len(able) == 1 else None

    def _by_age(self, source: Span, low: str) -> Mention | None:
        """ "the 27-year-old": the one person of that age, else who is spoken of."""
        found = _AGED.fullmatch(low)
        if found is None:
            return None
        aged = {
            self._name_of(mention): mention
            for mention in self._mentions
            if mention.kind == "person" and self._text[mention.end : mention.end + 4] == f", {found[1]}"
        }
        if aged:
            return next(iter(aged.values())) if len(aged) == 1 else None
        return self._person_before(source.start, "")

    def _name_of(self, mention: Mention) -> str:
        return self._text[mention.start : mention.end].split()[-1]

    def _all_roles(self) -> list[tuple[Mention, list[str]]]:
        out = []
        for mention in self._mentions:
            parts = [self._text[p.start : p.end].lower() for p in (mention.role, mention.title) if p is not None]
            if mention.kind == "person" and parts:
                out.append((mention, " ".join(parts).replace("-", " ").split()))
        return out

    def _just_before(self, at: int) -> Mention | None:
        index = bisect.bisect_left(self._starts, at) - 1
        if index >= 0 and self._text[self._mentions[index].end : at].strip(" ,") == "":
            return self._mentions[index]
        return None

    def _person_before(self, at: int, pronoun: str) -> Mention | None:
        """The person that "he" or "she" means: who spoke in the sentence before, else its first person."""
        here = self._sentence_of(at)
        if here < 0:
            return None
        for n in range(here, max(-1, here - FURTHEST - 1), -1):
            sent = self._sentences[n]
            said = self._said.get(n)
            if said is not None and n != here and self._fits(said, pronoun):
                return said
            low = bisect.bisect_left(self._starts, sent.start)
            high = bisect.bisect_left(self._starts, min(sent.end, at))
            for mention in self._mentions[low:high]:
                if mention.kind == "person" and self._fits(mention, pronoun) and not self._genitive(mention):
                    return mention
            if said is not None and self._fits(said, pronoun):
                return said
        return None

    def _genitive(self, mention: Mention) -> bool:
        return self._text[mention.end : mention.end + 2] in ("'s", "’s")

    def _sentence_of(self, at: int) -> int:
        return bisect.bisect_right(self._sentence_starts, at) - 1

    def _fits(self, mention: Mention, pronoun: str) -> bool:
        """Whether nothing known of the named one speaks against the pronoun."""
        if self._genders is None:
            self._genders = self._learn()
        if not pronoun:
            return True
        words = self._text[mention.start : mention.end].split()
        own = tables().gender.get(words[0].lower(), "") if len(words) > 1 else ""
        known = own or self._genders.get(words[-1], "")
        if known == _BOTH:
            if len(words) > 1:
                return True
            known = self._titled_gender(mention) or self._bearer_gender(mention, words[-1])
        return known in ("", _GENDER[pronoun])

    def _titled_gender(self, mention: Mention) -> str:
        if mention.title is None:
            return ""
        return _TITLE_GENDER.get(self._text[mention.title.start : mention.title.end].lower().strip("."), "")

    def _bearer_gender(self, mention: Mention, surname: str) -> str:
        """The gender of the one whom a surname alone means: of those who share it the last one named in full before."""
        at = bisect.bisect_left(self._starts, mention.start)
        for n in range(at - 1, max(-1, at - _BEARERS_BACK), -1):
            other = self._mentions[n]
            words = self._text[other.start : other.end].split()
            if other.kind == "person" and len(words) > 1 and words[-1] == surname:
                return tables().gender.get(words[0].lower(), "")
        return _BOTH

    def _learn(self) -> dict[str, str]:
        """Surname -> gender, by the given names, titles and roles in the report."""
        table = tables().gender
        genders: dict[str, str] = {}
        for mention in self._mentions:
            if mention.kind != "person":
                continue
            words = self._text[mention.start : mention.end].split()
            mark = table.get(words[0].lower(), "") if len(words) > 1 else ""
            for part in (mention.title, mention.role):
                if part is not None:
                    said = self._text[part.start : part.end].lower().replace(".", "").split()
                    mark = next((_TITLE_GENDER[word] for word in said if word in _TITLE_GENDER), mark)
            if not mark:
                continue
            if genders.setdefault(words[-1], mark) != mark:
                genders[words[-1]] = _BOTH
        return genders


def _cue_start(draft: Draft) -> int:
    return draft.tag.cue.start if draft.tag is not None else draft.start
