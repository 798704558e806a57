"""RTF, as Nexis, Factiva and word processors write it: its words, without fonts, pictures, headers and hidden text."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

from dateline.model.report import Report
from dateline.read.exports import reports_of_text
from dateline.read.readers import Input, Reader
from dateline.read.whole import whole_bytes

_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?\x20?"
    rb"|\\'(?P<hex>[0-9a-fA-F]{2})"
    rb"|\\(?P<sign>[^a-zA-Z])"
    rb"|(?P<group>[{}])"
    rb"|[\r\n]+"
    rb"|(?P<text>[^\\{}\r\n]+)"
    rb"|\\"
)
_UNSEEN = frozenset(
    b"""colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf ftnsep
    listtable listoverridetable revtbl rsidtbl themedata colorschememapping datastore latentstyles xmlnstbl fldinst
    bkmkstart bkmkend generator private nonshppict filetbl userprops docvar template operator""".split()
)
_LETTERS = {
    b"par": "\n\n", b"sect": "\n\n", b"page": "\n\n", b"line": "\n", b"row": "\n\n", b"nestrow": "\n\n", b"tab": "\t",
    b"cell": "\t", b"nestcell": "\t", b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’",
    b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•", b"emspace": " ", b"enspace": " ", b"qmspace": " ",
}  # fmt: skip
_SIGNS = {b"~": " ", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}", b"\n": "\n\n", b"\r": "\n\n", b"\t": "\t"}
_CHARSETS = {
    0: "cp1252", 77: "mac-roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
"""Windows' numbers of the character sets that a font may be of, with Python's names for them."""
_BREAK = re.compile(r"(?<![ \t])[ \t]*+\n(?:[ \t]*+\n)+")
MOST_GROUPS = 10_000
"""Groups inside each other. Word writes some twenty."""


class _State(NamedTuple):
    """What a group inherits. ``skip``: letters to leave out after a Unicode one; ``unseen``: not part of the text."""

    unseen: bool = False
    fallback: int = 1
    encoding: str = ""
    fonts: bool = False


class _Reading:
    """One reading of a file's tokens."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.state = _State()
        self._above: list[_State] = []
        self._bytes = bytearray()
        self._encoding = "cp1252"
        self._charsets: dict[int, str] = {}
        self._font = 0
        self._left_out = 0
        self._high = ""

    def text_of(self, data: bytes) -> str:
        at = 0
        while found := _TOKEN.match(data, at):
            at = found.end()
            if found["group"]:
                self._group(found["group"])
            elif found["hex"]:
                self._letters(bytes.fromhex(found["hex"].decode()))
            elif found["text"]:
                self._letters(found["text"])
            elif found["sign"]:
                self._sign(found["sign"])
            elif found["word"]:
                number = int(found["number"]) if found["number"] else None
                self._word(found["word"], number)
                if found["word"] == b"bin":
                    at += max(0, number or 0)
        self._flush()
        return _BREAK.sub("\n\n", "".join(self.out)).strip()

    def _group(self, mark: bytes) -> None:
        self._flush()
        if mark == b"{" and len(self._above) < MOST_GROUPS:
            self._above.append(self.state)
        elif mark == b"}" and self._above:
            self.state = self._above.pop()
        self._left_out = 0

    def _letters(self, data: bytes) -> None:
        """Bytes of the text, kept until a mark comes: a letter of some encodings takes two."""
        if self._left_out:
            cut = min(self._left_out, len(data))
            self._left_out -= cut
            data = data[cut:]
        if not self.state.unseen:
            self._bytes += data

    def _sign(self, sign: bytes) -> None:
        self._flush()
        if sign == b"*":
            self.state = self.state._replace(unseen=True)
        elif not self.state.unseen:
            self.out.append(_SIGNS.get(sign, ""))

    def _word(self, word: bytes, number: int | None) -> None:
        self._flush()
        if word == b"u" and number is not None:
            self._unicode(number % 65536)
        elif word == b"uc":
            self.state = self.state._replace(fallback=max(0, number or 0))
        elif word == b"ansicpg":
            self._encoding = _known(f"cp{number}") or self._encoding
        elif word == b"fonttbl":
            self.state = self.state._replace(unseen=True, fonts=True)
        elif word == b"f" or word == b"fcharset":
            self._charset(word, number or 0)
        elif word in _UNSEEN:
            self.state = self.state._replace(unseen=True)
        elif word in (b"v", b"deleted"):
            self.state = self.state._replace(unseen=number != 0)
        elif word == b"plain":
            self.state = self.state._replace(encoding="")
        elif word in _LETTERS and not self.state.unseen:
            self.out.append(_LETTERS[word])

    def _charset(self, word: bytes, number: int) -> None:
        """Learns which encoding a font is of, in the table of fonts; switches to a font elsewhere."""
        if word == b"f":
            self._font = number
            if not self.state.fonts:
                self.state = self.state._replace(encoding=self._charsets.get(number, ""))
        elif self.state.fonts and number in _CHARSETS and number != 0:
            self._charsets[self._font] = _CHARSETS[number]

    def _unicode(self, code: int) -> None:
        self._left_out = self.state.fallback
        if self.state.unseen:
            return
        letter = chr(code)
        if "\ud800" <= letter <= "\udbff":
            self._high = letter
            return
        if "\udc00" <= letter <= "\udfff":
            pair = self._high + letter
            letter = pair.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if self._high else "\ufffd"
        self._high = ""
        self.out.append("\n" if letter in "\u2028\u2029\x0b" else letter)

    def _flush(self) -> None:
        if self._bytes:
            self.out.append(self._bytes.decode(self.state.encoding or self._encoding, "replace").replace("\xa0", " "))
            self._bytes.clear()


def _known(name: str) -> str | None:
    try:
        return codecs.lookup({"cp10000": "mac-roman", "cp65001": "utf-8"}.get(name, name)).name
    except LookupError:
        return None


def text_of(data: bytes) -> str:
    """The words of an RTF file, paragraphs parted by a blank line; never fails."""
    return _Reading().text_of(data)


def read(given: Input) -> Iterator[Report]:
    """Yields the reports of a file: those of a Nexis or Factiva export, else one."""
    data = whole_bytes(given, "a report or an export as RTF; export fewer reports at once")
    if data is not None:
        yield from reports_of_text(given, text_of(data))


READER = Reader(
    "rtf",
    "RTF: Nexis and Factiva exports, many reports a file, or one report",
    (".rtf",),
    lambda head: head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf"),
    read,
)
