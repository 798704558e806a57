"""The story document to bytes and back, and the schema that ships."""

from __future__ import annotations

import datetime as dt
from importlib.resources import files

import jsonschema
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import DocumentError
from dateline.model import codec
from dateline.model.dates import date_span
from dateline.model.evidence import Evidence
from dateline.model.report import Publication
from dateline.model.story import (
    FORMAT,
    Commitment,
    Difference,
    Entity,
    Entry,
    Figure,
    FigureValue,
    Generated,
    Quotation,
    Reuse,
    Role,
    SharedCopy,
    Step,
    StoryDocument,
    StoryReport,
    Version,
)

WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30)
EVIDENCE = st.builds(
    lambda report, start, quote: Evidence(report, start, start + len(quote), quote),
    st.sampled_from(["r1", "r2"]),
    st.integers(0, 999),
    WORDS,
)
PLACES = st.lists(EVIDENCE, min_size=1, max_size=3).map(tuple)
SPANS = st.sampled_from(["2011-10-28", "2011-10", "2011-W43", "2011", "2011-10-03/2011-10-05"]).map(date_span)
IDS = st.from_regex(r"[a-z][1-9]", fullmatch=True)
SHARE = st.floats(0, 1)
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))


def optional(strategy: st.SearchStrategy) -> st.SearchStrategy:  # type: ignore[type-arg]
    return st.none() | strategy


def many(strategy: st.SearchStrategy) -> st.SearchStrategy:  # type: ignore[type-arg]
    return st.lists(strategy, max_size=2).map(tuple)


PUBLISHED = st.builds(
    Publication, date=optional(DAYS), earliest=optional(DAYS), latest=optional(DAYS), because=PLACES, confidence=SHARE
)
DOCUMENTS = st.builds(
    StoryDocument,
    format=st.just(FORMAT),
    title=WORDS,
    generated=st.builds(
        Generated, by=WORDS, options=st.just({"detail": "normal"}), as_of=optional(st.just("2011-10-28"))
    ),
    reports=many(st.builds(StoryReport, id=IDS, file=optional(WORDS), published=PUBLISHED, text=WORDS)),
    entries=many(st.builds(Entry, id=IDS, date=SPANS, text=WORDS, weight=SHARE, evidence=PLACES)),
    entities=many(
        st.builds(Entity, id=IDS, name=WORDS, roles=many(st.builds(Role, role=WORDS, evidence=PLACES)), evidence=PLACES)
    ),
    quotations=many(st.builds(Quotation, id=IDS, text=WORDS, date=optional(SPANS), evidence=PLACES)),
    commitments=many(
        st.builds(
            Commitment,
            id=IDS,
            made=optional(SPANS),
            due=optional(SPANS),
            steps=many(st.builds(Step, date=optional(SPANS), evidence=PLACES, reason=WORDS)),
            evidence=PLACES,
        )
    ),
    figures=many(
        st.builds(
            Figure,
            id=IDS,
            values=st.lists(
                st.builds(
                    FigureValue, value=st.floats(0, 1e12), high=st.none(), as_of=optional(SPANS), evidence=PLACES
                ),
                min_size=1,
                max_size=2,
            ).map(tuple),
        )
    ),
    differences=many(
        st.builds(
            Difference,
            id=IDS,
            versions=st.lists(st.builds(Version, value=WORDS, evidence=PLACES), min_size=2, max_size=3).map(tuple),
        )
    ),
    reuse=many(
        st.builds(
            Reuse, shared=SHARE, evidence=st.lists(st.builds(SharedCopy, EVIDENCE, EVIDENCE), min_size=1).map(tuple)
        )
    ),
)


@settings(max_examples=40, deadline=None)
@given(DOCUMENTS)
def test_codec_round_trips_and_holds_to_the_schema(document: StoryDocument) -> None:
    data = codec.dumps(document)
    assert codec.loads(data) == document
    assert codec.dumps(codec.loads(data)) == data
    jsonschema.validate(msgspec.json.decode(data), codec.schema())


def test_shipped_schema_is_the_one_made_from_the_types() -> None:
    shipped = files("dateline").joinpath("schema/story.schema.json").read_text(encoding="utf-8")
    assert shipped == codec.schema_text(), "run: make golden"


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b"\xff\xfe", b'{"format": "dateline-story/9"}'])
def test_loads_says_in_one_line_what_is_no_document(data: bytes) -> None:
    with pytest.raises(DocumentError, match=FORMAT) as caught:
        codec.loads(data)
    assert "\n" not in str(caught.value)
