"""Mail: one message, what was forwarded in it, and its attachments, each a report of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from dateline.model.problem import Problem
from dateline.model.report import Report
from dateline.read.decode import decode
from dateline.read.html_text import fragment_pieces
from dateline.read.nested import reports_within
from dateline.read.readers import Input, Reader
from dateline.read.reports import as_kept, make_report, publication_from
from dateline.read.whole import whole_bytes

if TYPE_CHECKING:
    from email.message import Message

_FORWARD = re.compile(
    r"^[ \t]*(?:-{2,}[ ]?(?:Forwarded|Original) [Mm]essage[ ]?-{2,}|Begin forwarded message:)[ \t]*\n", re.M
)
_FIELD = re.compile(r"[ \t>*]*(From|Date|Sent|Subject|To|Cc|Reply-To)[ \t]*:[* \t]*(.*)\n?", re.I)
_BLANK = re.compile(r"[ \t>]*\n")
_PREFIX = re.compile(r"(?:(?:re|fwd?|aw|wg|tr|rv)\s*(?:\[\d+\])?\s*:\s*|\[[^\]]{1,40}\]\s*)+", re.I)
LINKS = 0.5
"""Share of a message's characters. An alert with more in links lists reports and is none."""
_SILENT = ("image/", "audio/", "video/", "font/", "application/pgp", "application/pkcs7", "application/x-pkcs7")
_SKIPPED = frozenset(("text/calendar", "text/vcard", "text/x-vcard", "text/css", "message/delivery-status"))
_BROKEN = (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError)
"""What the library raises for headers that are none; no message is lost for that."""
LONGEST_SENDER = 500
MOST_INSIDE = 4
"""Messages in messages."""
MOST_PARTS = 200
"""Parts of one message; newsletters have three, a digest some dozens."""


def read(given: Input) -> Iterator[Report]:
    """Yields the reports of one message."""
    data = whole_bytes(given, "one mail message")
    if data is not None:
        yield from read_message(given, data, given.name)


def read_message(given: Input, data: bytes, place: str) -> Iterator[Report]:
    """Yields the reports of a message that stands at ``place``."""
    from email import message_from_bytes

    message = message_from_bytes(data)
    yield from _reports(given, message, place, 0)


def _reports(given: Input, message: Message, place: str, depth: int) -> Iterator[Report]:
    html, texts, others = _parts(message)
    text, listed = _body(html, texts)
    if listed:
        _say(given, place, "a list of links, no report; fetch the pages that it names")
    elif text.strip():
        yield _report(given, message, text, place)
    elif not others:
        _say(given, place, "a message without text")
    for number, part in enumerate(others, 1):
        yield from _other(given, message, part, f"{place}!{_name(part) or number}", depth)


def _parts(message: Message) -> tuple[str, list[str], list[Message]]:
    """The HTML of the body, its plain texts, and the attachments; forwarded messages among these."""
    from email.message import Message

    html, texts, others = "", [], []
    pending: list[Any] = [message]
    for _ in range(MOST_PARTS):
        if not pending:
            break
        part = pending.pop(0)
        if part.is_multipart() and part.get_content_type() != "message/rfc822":
            pending[:0] = [one for one in part.get_payload() if isinstance(one, Message)]
            continue
        kind = part.get_content_type()
        attached = part.get_content_disposition() == "attachment" or (_name(part) and not kind.startswith("text/"))
        if kind == "message/rfc822" or attached:
            if not kind.startswith(_SILENT) and kind not in _SKIPPED:
                others.append(part)
        elif kind == "text/html":
            html = html or _text(part)
        elif kind == "text/plain":
            texts.append(_text(part))
    return html, texts, others


def _body(html: str, texts: list[str]) -> tuple[str, bool]:
    """The message's text, HTML before plain text, and whether it is but a list of links."""
    if html:
        found = fragment_pieces(html)
        linked, size = sum(piece.linked for piece in found), sum(len(piece.text) for piece in found)
        if size:
            return "\n\n".join(piece.text for piece in found), linked > LINKS * size
    return "\n\n".join(text for text in texts if text.strip()), False


def _report(given: Input, message: Message, text: str, place: str) -> Report:
    title, sent, sender = _head(message, "Subject"), _head(message, "Date"), _head(message, "From")
    text = as_kept(text)
    if found := _FORWARD.search(text):
        fields, end = _fields(text, found.end())
        if fields:
            title, sender = fields.get("subject") or title, fields.get("from") or sender
            # the mail's own date says when it was sent on, and only bounds the report's
            sent = fields.get("date") or fields.get("sent")
            text = text[end:].lstrip("\n")
    received = (_head(message, "Received") or "").rpartition(";")[2].strip() or _head(message, "Date")
    return make_report(
        text,
        file=place,
        title=_PREFIX.sub("", title or "", count=1).strip() or None,
        source=_sender(sender),
        published=_dated(sent),
        captured=_iso(received) or given.captured,
        key=f"{given.name}\0{_head(message, 'Message-ID') or place}",
    )


def _fields(text: str, at: int) -> tuple[dict[str, str], int]:
    """The header lines of an inline forward that begin at ``at``, and where its text begins."""
    fields: dict[str, str] = {}
    end = at
    while blank := _BLANK.match(text, end):
        end = blank.end()
    while found := _FIELD.match(text, end):
        fields.setdefault(found[1].lower(), found[2].strip(" *"))
        end = found.end()
        if not found[0].endswith("\n"):
            break
    return fields, end


def _other(given: Input, message: Message, part: Message, place: str, depth: int) -> Iterator[Report]:
    """The reports of an attachment or of a message forwarded whole."""
    from email.message import Message

    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        if isinstance(inner, list) and inner and isinstance(inner[0], Message) and depth < MOST_INSIDE:
            yield from _reports(given, inner[0], place, depth + 1)
        else:
            _say(given, place, "a forwarded message that cannot be opened")
        return
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        _say(given, place, "an attachment without content")
    else:
        yield from reports_within(given, place, data, captured=_iso(_head(message, "Date")), charset=_charset(part))


def _text(part: Message) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    try:
        return data.decode(_charset(part) or "utf-8")
    except (LookupError, ValueError):
        return decode(data).text


def _charset(part: Message) -> str | None:
    try:
        return part.get_content_charset()
    except _BROKEN:
        return None


def _name(part: Message) -> str | None:
    try:
        name = part.get_filename()
    except _BROKEN:
        return None
    return " ".join(_words(name).replace("!", "_").split()) or None if name else None


def _head(message: Message, name: str) -> str | None:
    value = message.get(name)
    return " ".join(_words(str(value)).split()) or None if value is not None else None


def _words(value: str) -> str:
    """A header with its encoded words as letters; broken ones as they stand."""
    from email.errors import MessageError
    from email.header import decode_header, make_header

    try:
        return str(make_header(decode_header(value)))
    except (*_BROKEN, MessageError):
        return value.encode("utf-8", "replace").decode()


def _sender(value: str | None) -> str | None:
    from email.utils import parseaddr

    try:
        name, address = parseaddr((value or "")[:LONGEST_SENDER])
    except _BROKEN:
        return None
    return name.strip("\"' ") or address.rpartition("@")[2] or None


def _dated(value: str | None) -> str | None:
    """A date that can be understood, "Wed, Oct 26, 2011 at 9:14 AM" of an inline forward too."""
    if not value:
        return None
    if _iso(value):
        return value
    found = re.search(r"\d{1,2}\.? [A-Za-z]{3,9},? \d{4}|[A-Z][a-z]{2,8} \d{1,2}, \d{4}", value)
    return found[0] if found else None


def _iso(value: str | None) -> str | None:
    known = publication_from(value) if value else None
    return value if known else None


def _say(given: Input, place: str, reason: str) -> None:
    given.on_problem(Problem(place, "rejected", reason))


def is_mail(head: bytes) -> bool:
    """Whether bytes begin with a message's header."""
    front = head.split(b"\n\n", 1)[0].split(b"\r\n\r\n", 1)[0] + b"\n"
    names = {line.split(b":", 1)[0].lower() for line in front.split(b"\n") if re.match(rb"[A-Za-z][\w-]*:", line)}
    if not re.match(rb"[A-Za-z][\w-]*:", front):
        return False
    if names & {b"message-id", b"mime-version", b"received", b"dkim-signature", b"delivered-to", b"return-path"}:
        return bool(names & {b"from", b"date", b"subject", b"to"})
    return {b"from", b"date", b"subject"} <= names


READER = Reader(
    "mail",
    "a mail message: its text, forwarded messages and attachments, each a report",
    (".eml",),
    is_mail,
    read,
)
