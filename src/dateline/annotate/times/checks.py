"""Checks that a rule may ask for: do the words around speak for a time expression?

Each gets the words of the sentence and the place of the match, and answers whether the match may stand.
"""

from __future__ import annotations

from collections.abc import Callable

from dateline.annotate.times.lexicon import Value
from dateline.annotate.times.scan import Words

Fields = dict[str, Value]
Check = Callable[[Words, int, int, Fields], bool]

DETERMINERS = frozenset("the a an his her its their our my your this that these those no any each every 's ’s".split())
CLOSED = frozenset(
    """and or but nor of in on at by for from to with without after before since until till than as that which who when
    while where because if so is are was were be been has have had will would could can may might should must do does
    did not also he she it they we you i there a an the his her its their this these those between during over under
    about into out up off through against among despite only even both either then s ago later earlier""".split()
)
"""Words that cannot be the noun that an expression qualifies."""
_MODALS = frozenset("will would could may might can should must 'll ’ll".split())
DIMENSIONS = frozenset("old older young younger long-running deep".split())


def near(words: Words, index: int) -> str:
    """The lower-case word at ``index``, "" outside the sentence."""
    return words.spellings[index].lower() if 0 <= index < len(words.spellings) else ""


def has_class(words: Words, index: int, name: str) -> bool:
    """Whether the word at ``index`` is in a class of the lexicon."""
    classes = words.classes[index] if 0 <= index < len(words.classes) else None
    return classes is not None and name in classes


def before_noun(words: Words, last: int) -> bool:
    """Whether a small word follows that is none of the closed classes: "the 1980s boom"."""
    word = words.spellings[last] if last < len(words.spellings) else ""
    return word.isalpha() and word.islower() and word not in CLOSED and not word.endswith(("ed", "ly"))


def adjacent(words: Words, index: int) -> bool:
    """Whether no blank stands between word ``index`` and the one before it."""
    return 0 < index < len(words.starts) and words.starts[index] == words.ends[index - 1]


def _not_count(words: Words, first: int, last: int, fields: Fields) -> bool:
    return not has_class(words, last, "money")


def _month_alone(words: Words, first: int, last: int, fields: Fields) -> bool:
    spelling = words.spellings[last - 1]
    before = near(words, first - 1)
    if adjacent(words, first) and before in ("-", "/") and near(words, first - 2) not in ("mid", "pre", "post"):
        return False
    if spelling == "Jan" and words.spellings[last : last + 1] and words.spellings[last][:1].isupper():
        return False
    if has_class(words, first - 1, "to-time"):
        return True
    if spelling in ("May", "March", "MAY", "MARCH", "Jan", "Mar", "Apr", "Jun", "Jul", "Dec", "Sep", "Oct"):
        return near(words, last) in ("'s", "’s") and spelling.isupper() is False
    follows = words.spellings[last] if last < len(words.spellings) else ""
    named = follows[:1].isupper() and not has_class(words, last, "month")
    return not (named and first > 0) and not (first == 0 and follows[:1].isupper())


def _weekday_case(words: Words, first: int, last: int, fields: Fields) -> bool:
    spelling = words.spellings[first]
    if spelling.endswith("."):
        before = near(words, first - 1)
        return before not in DETERMINERS and not (words.spellings[first - 1][:1].isupper() if first else False)
    return near(words, first - 1) not in ("black", "bloody", "good", "super", "ash", "palm", "fat")


def _bare_year(words: Words, first: int, last: int, fields: Fields) -> bool:
    year = int(fields["year"])
    before = near(words, first - 1)
    if before in ("$", "£", "€", "#", "no", "no.", "number", "nos.", "room", "channel", "flight", "route", "highway"):
        return False
    if adjacent(words, first) and before in ("-", "/", ".", ":", "+") and near(words, first - 2)[-1:].isdigit():
        return has_class(words, first - 2, "year")
    follows = near(words, last)
    if follows in ("%", "/", "°") or has_class(words, last, "money") or has_class(words, last, "units"):
        return False
    if adjacent(words, last) and follows in ("-", ".", ":") and near(words, last + 1)[:1].isdigit():
        return has_class(words, last + 1, "year") or (len(near(words, last + 1)) == 2 and 1900 <= year <= 2050)
    if before == "the" and 1900 <= year <= 2040:
        return True
    if has_class(words, first - 1, "to-year"):
        return 1000 <= year <= 2100 and not (
            before in ("of", "about", "around", "the", "to", "for", "than") and _counted(words, last)
        )
    if not 1700 <= year <= 2060:
        return False
    return not _counted(words, last) and not (
        words.spellings[last : last + 1] and words.spellings[last][:1].isupper() and first == 0
    )


def _counted(words: Words, last: int) -> bool:
    """Whether a plural noun follows: "1989 shares"."""
    word = words.spellings[last] if last < len(words.spellings) else ""
    return word.isalpha() and word.islower() and word.endswith("s") and word not in CLOSED and len(word) > 3


def _year_range(words: Words, first: int, last: int, fields: Fields) -> bool:
    return 1000 <= int(fields["year"]) <= 2200


def _after_year_word(words: Words, first: int, last: int, fields: Fields) -> bool:
    return has_class(words, first - 1, "to-year") and not adjacent(words, last)


def _dir_unit(words: Words, first: int, last: int, fields: Fields) -> bool:
    unit = fields["unit"]
    if unit in ("TS", "TM", "TH", "K") or _title(words, first, last):
        return False
    if near(words, first) == "the":
        return not (adjacent(words, last) and near(words, last) == "-")
    if unit == "D":
        return False
    before = near(words, first - 1)
    return (before == "that" or before not in DETERMINERS) and not (near(words, last) == "-" and adjacent(words, last))


def _title(words: Words, first: int, last: int) -> bool:
    """Whether all words of the match are capitalised inside a sentence: "ABC's This Week"."""
    return first > 0 and all(word[:1].isupper() and not word.isupper() for word in words.spellings[first:last])


def _named_day(words: Words, first: int, last: int, fields: Fields) -> bool:
    """Today, tomorrow: not in "the leaders of tomorrow", nor in "USA Today"."""
    if _title(words, first, last) and words.spellings[first - 1][:1].isupper():
        return False
    return near(words, first - 1) != "of" or words.spellings[first].lower() == "yesterday"


def _the_week(words: Words, first: int, last: int, fields: Fields) -> bool:
    if near(words, first - 1) == "of":
        return False
    return near(words, last) in ("'s", "’s") or (
        near(words, first - 1) == "for" and near(words, last) in (",", ".", "")
    )


def _the_day(words: Words, first: int, last: int, fields: Fields) -> bool:
    """Later in the day."""
    return near(words, first - 1) == "in" and near(words, first - 2) in ("later", "earlier", "late", "early")


def _that_unit(words: Words, first: int, last: int, fields: Fields) -> bool:
    return fields["unit"] not in ("TS", "TM", "TH", "K")


def _noun_phrase(words: Words, first: int, last: int, fields: Fields) -> bool:
    if near(words, first) not in ("the", "its", "their"):
        return True
    if last - first > 2 and words.spellings[last - 2] == "-":
        return False
    return not before_noun(words, last)


def _determined(words: Words, first: int, last: int, fields: Fields) -> bool:
    if near(words, first) in ("the", "its", "their") and words.spellings[last - 2] == "-":
        return False
    return True


def _alone(words: Words, first: int, last: int, fields: Fields) -> bool:
    return near(words, last) != "of" and not before_noun(words, last) and near(words, last) != "-"


def _season(words: Words, first: int, last: int, fields: Fields) -> bool:
    spelling = words.spellings[last - 1]
    if spelling[0].isupper() and first > 0 and last - first == 1:
        return False
    if last - first == 2:
        return not before_noun(words, last) or spelling.lower() in ("summer", "winter")
    before = near(words, first - 1)
    if spelling.lower() in ("spring", "fall"):
        return before in ("in", "by", "since", "until", "early", "late", "mid", "during", "of") and not before_noun(
            words, last
        )
    return before in (
        "in",
        "by",
        "since",
        "until",
        "early",
        "late",
        "mid",
        "during",
        "of",
        "-",
        "for",
        "all",
        "each",
        "through",
    )


def _season_dir(words: Words, first: int, last: int, fields: Fields) -> bool:
    return near(words, first - 1) not in DETERMINERS


def _half(words: Words, first: int, last: int, fields: Fields) -> bool:
    if near(words, last) == "of" and not has_class(words, last + 1, "year"):
        return False
    return _determined(words, first, last, fields)


def _duration(words: Words, first: int, last: int, fields: Fields) -> bool:
    before = near(words, first - 1)
    if before in ("$", "£", "€", "#", ".") and adjacent(words, first):
        return False
    if fields.get("unit") == "TS" and words.spellings[last - 1].lower() == "second":
        return words.spellings[last - 2] == "-" or near(words, last) == "-"
    follows = near(words, last)
    if (
        fields.get("unit") == "Q"
        and (follows == "of" or words.spellings[last - 2] == "-")
        and near(words, last - 1) == "quarters"
    ):
        return False
    if (fields.get("unit"), near(words, first), last - first) == ("D", "one", 2):
        return before in (
            "for",
            "in",
            "within",
            "by",
            "after",
            "of",
            "than",
            "least",
            "about",
            "only",
            "just",
        ) or follows in ("after", "before", "of")
    if follows in DIMENSIONS or (follows == "-" and near(words, last + 1) in ("old", "olds")):
        return False
    if fields.get("unit") == "Q" and has_class(words, last - 1, "units") is False:
        return True
    return not (
        before == "age" or (before in ("-", "/") and adjacent(words, first) and near(words, first - 2).isdigit())
    )


def _a_duration(words: Words, first: int, last: int, fields: Fields) -> bool:
    if (
        fields["unit"] == "WE"
        or near(words, last) in DIMENSIONS
        or (fields["unit"] == "Q" and near(words, last) != "ago")
    ):
        return False
    if near(words, last) == "-" or has_class(words, first - 1, "number") or has_class(words, first - 1, "money"):
        return False
    before = near(words, first - 1)
    if before in ("share", "%", "cents", "tons", "each") or (
        before.endswith("s") and has_class(words, first - 2, "number")
    ):
        return False
    return not before_noun(words, last)


def _bare_units(words: Words, first: int, last: int, fields: Fields) -> bool:
    before = near(words, first - 1)
    return (
        before in ("for", "in", "within", "after", "over", "take", "took", "last", "lasted", "takes", "the", "of", "or")
        and fields["unit"] not in ("TS", "Q", "WE")
        and near(words, last) != "old"
        and before != "of"
    )


def _the_n(words: Words, first: int, last: int, fields: Fields) -> bool:
    return near(words, last) not in DIMENSIONS


def _earlier(words: Words, first: int, last: int, fields: Fields) -> bool:
    word = near(words, last - 1)
    return word != "before" or near(words, last) in (".", ",", ";", ")", "")


def _rate(words: Words, first: int, last: int, fields: Fields) -> bool:
    """Whether a quantity stands before: "$3 a year", "4 percent a year"."""
    for index in range(first - 1, max(first - 5, -1), -1):
        word = near(words, index)
        if word in (",", ";", "-"):
            return False
        if word in ("$", "percent", "%", "million", "billion", "cents", "dollars", "times") or word[:1].isdigit():
            return True
    return False


def _current(words: Words, first: int, last: int, fields: Fields) -> bool:
    return near(words, last) not in ("account", "accounts", "events", "affairs")


def _future(words: Words, first: int, last: int, fields: Fields) -> bool:
    return near(words, first - 1) not in (
        "the",
        "a",
        "its",
        "their",
        "his",
        "her",
        "our",
        "my",
        "'s",
        "’s",
    ) and before_noun(words, last)


def _soon(words: Words, first: int, last: int, fields: Fields) -> bool:
    return near(words, last) not in ("as", "after", "afterward", "afterwards") and near(words, first - 1) not in (
        "as",
        "how",
    )


def _one_day(words: Words, first: int, last: int, fields: Fields) -> bool:
    return any(near(words, index) in _MODALS for index in range(first - 4, first))


def _moment(words: Words, first: int, last: int, fields: Fields) -> bool:
    return near(words, first - 1) in ("at", "for") and near(words, last) not in ("of", "when", "that")


def _at_this_time(words: Words, first: int, last: int, fields: Fields) -> bool:
    return near(words, first - 1) == "at"


def _earlier_alone(words: Words, first: int, last: int, fields: Fields) -> bool:
    return first == 0 and before_noun(words, last)


def _once(words: Words, first: int, last: int, fields: Fields) -> bool:
    return (
        near(words, first - 1) in ("a", "the", "was", "were", "had")
        and before_noun(words, last)
        and near(words, first - 1) == "a"
    )


def _clock(words: Words, first: int, last: int, fields: Fields) -> bool:
    if "ampm" in fields or "zone" in fields:
        return True
    if "." in str(fields["clock"]):
        return False
    return near(words, first - 1) in (
        "at",
        "by",
        "around",
        "about",
        "until",
        "till",
        "from",
        "since",
        "before",
        "after",
        "past",
        "to",
        "and",
        "between",
    )


def _the_part(words: Words, first: int, last: int, fields: Fields) -> bool:
    if near(words, first) == "the":
        return near(words, first - 1) in (
            "in",
            "during",
            "through",
            "late",
            "early",
            "into",
            "for",
            "by",
        ) and not before_noun(words, last)
    if near(words, first) == "that":
        return True
    return False


def _some_time(words: Words, first: int, last: int, fields: Fields) -> bool:
    return near(words, first - 1) in ("for", "take", "quite", "took", "in") and not has_class(words, last, "to-time")


def _over(words: Words, first: int, last: int, fields: Fields) -> bool:
    return near(words, first) != "over" or near(words, last - 1) not in ("ago",)


def _the_year(words: Words, first: int, last: int, fields: Fields) -> bool:
    if last - first == 2 and near(words, last) in ("of", "'s", "’s", "when", "that", "before", "after"):
        return False
    return not before_noun(words, last)


def _overnight(words: Words, first: int, last: int, fields: Fields) -> bool:
    return not before_noun(words, last)


def _ended(words: Words, first: int, last: int, fields: Fields) -> bool:
    return near(words, last) in ("ended", "ending", "ends", "to")


def _ahead(words: Words, first: int, last: int, fields: Fields) -> bool:
    """Whether "the next year" is the time from now on, not the year after one that was named."""
    return near(words, first - 1) in ("over", "in", "within", "during", "for", "through", "throughout")


def _not_ahead(words: Words, first: int, last: int, fields: Fields) -> bool:
    return near(words, first + 1) != "next" or not _ahead(words, first, last, fields)


def _decade(words: Words, first: int, last: int, fields: Fields) -> bool:
    """The 1960s, the '60s; not "a man in his 60s"."""
    if len(str(fields["decade"]).strip("'’s")) < 4 and near(words, first - 1) in (
        "his",
        "her",
        "their",
        "my",
        "low",
        "mid",
        "high",
        "upper",
    ):
        return False
    return _noun_phrase(words, first, last, fields)


def _noon(words: Words, first: int, last: int, fields: Fields) -> bool:
    return near(words, first - 1) != "high"


def _hour(words: Words, first: int, last: int, fields: Fields) -> bool:
    return str(fields["hour"]).isdigit() and int(fields["hour"]) <= 12


def _not_possessive(words: Words, first: int, last: int, fields: Fields) -> bool:
    return near(words, last) not in ("'s", "’s")


def _list(words: Words, first: int, last: int, fields: Fields) -> bool:
    """April 24 and 25: no noun is counted."""
    return not before_noun(words, last) and near(words, last) not in ("%", "percent")


def _span(words: Words, first: int, last: int, fields: Fields) -> bool:
    """3 to 5 May: "from", "between" or a preposition of time leads in, or a dash joins."""
    joint = near(words, first + 1)
    return (
        joint in ("-", "–")
        or near(words, first) in ("from", "between")
        or near(words, first - 1) in ("on", "from", "between")
    )


def _never(words: Words, first: int, last: int, fields: Fields) -> bool:
    return False


CHECKS: dict[str, Check] = {
    "not-count": _not_count, "month-alone": _month_alone, "weekday-case": _weekday_case, "bare-year": _bare_year,
    "year-range": _year_range, "after-year-word": _after_year_word, "dir-unit": _dir_unit, "that-unit": _that_unit,
    "noun-phrase": _noun_phrase, "determined": _determined, "alone": _alone, "season": _season,
    "season-dir": _season_dir, "half": _half, "duration": _duration, "a-duration": _a_duration,
    "bare-units": _bare_units, "the-n": _the_n, "earlier": _earlier, "rate": _rate, "current": _current,
    "future": _future, "soon": _soon, "one-day": _one_day, "moment": _moment, "at-this-time": _at_this_time,
    "earlier-alone": _earlier_alone, "once": _once, "clock": _clock, "the-part": _the_part, "some-time": _some_time,
    "over": _over, "the-year": _the_year, "overnight": _overnight, "never": _never, "decade": _decade, "noon": _noon, "hour": _hour,
    "not-possessive": _not_possessive, "list": _list, "span": _span, "named-day": _named_day, "the-week": _the_week, "the-day": _the_day, "ended": _ended, "ahead": _ahead,
    "not-ahead": _not_ahead,
}  # fmt: skip
