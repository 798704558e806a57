"""Reading and writing the story document: one generic codec over the types, and the JSON Schema made from them."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from dateline.errors import DocumentError
from dateline.model.story import FORMAT, StoryDocument

_encoder = msgspec.json.Encoder(order=None)


def dumps(document: StoryDocument) -> bytes:
    """The document as JSON bytes (UTF-8, two-space indent, a line feed at the end); same document, same bytes."""
    return msgspec.json.format(_encoder.encode(document), indent=2) + b"\n"


def loads(data: bytes | str) -> StoryDocument:
    """The document in ``data``. Raises DocumentError, one line, where it is none."""
    try:
        return msgspec.json.decode(data, type=StoryDocument)
    except (msgspec.MsgspecError, UnicodeDecodeError) as err:
        raise DocumentError(f"not a {FORMAT} document: {err}") from err


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the story document."""
    made: dict[str, Any] = msgspec.json.schema(StoryDocument)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": FORMAT, **made}


def schema_text() -> str:
    """The schema as it ships in ``dateline/schema/story.schema.json``."""
    return json.dumps(schema(), indent=2, sort_keys=True, ensure_ascii=False) + "\n"
