"""Writes the office samples: ``python -m tests.read.make_exports``. The same bytes each time."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

SAMPLES = Path(__file__).parent / "samples"
_TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FONTS = r"{\fonttbl{\f0\froman Times New Roman;}{\f1\fswiss\fcharset204 Arial CYR;}}{\colortbl;\red0\green0\blue0;}"


def docx(*paragraphs: str, body: str = "") -> bytes:
    """A DOCX of these paragraphs, a tab or line break in them as such; ``body`` is put in as it stands."""
    made = "".join(
        "<w:p><w:pPr><w:jc w:val='left'/></w:pPr><w:r><w:t xml:space='preserve'>"
        + escape(one).replace("\t", "</w:t><w:tab/><w:t>").replace("\n", "</w:t><w:br/><w:t>")
        + "</w:t></w:r></w:p>"
        for one in paragraphs
    )
    text = f'<?xml version="1.0"?><w:document xmlns:w="{_WORD}"><w:body>{made}{body}</w:body></w:document>'
    return zipped({"[Content_Types].xml": _TYPES.encode(), "word/document.xml": text.encode()})


def zipped(files: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP of these files, whatever the clock says."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as made:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, (2014, 5, 8, 0, 0, 0))
            info.compress_type = compression
            made.writestr(info, data)
    return out.getvalue()


def rtf(*paragraphs: str) -> bytes:
    """An RTF of these paragraphs, their letters beyond ASCII as Word writes them."""
    body = "".join(r"\pard\plain\f0 " + _escaped(one) + "\\par\n" for one in paragraphs)
    start = r"{\rtf1\ansi\ansicpg1252\uc1" + _FONTS + r"{\info{\title Export}}{\header Page 1\par}"
    return (start + "\n" + body + "}").encode("ascii")


def _escaped(text: str) -> str:
    plain = text.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}").replace("\t", "\\tab ")
    return "".join(c if c.isascii() else rf"\u{ord(c) if ord(c) < 32768 else ord(c) - 65536}?" for c in plain)


def lines(name: str) -> list[str]:
    """The lines of a text sample that are not empty."""
    text = (SAMPLES / name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line.strip()]


def main() -> None:
    nexis = docx(*(line.replace("Length: ", "Length:\xa0\xa0") for line in lines("nexis-new.txt")))
    (SAMPLES / "nexis.docx").write_bytes(nexis)
    (SAMPLES / "nexis.rtf").write_bytes(rtf(*lines("nexis-new.txt")))
    (SAMPLES / "factiva.rtf").write_bytes(rtf(*(line.replace("   ", "\t", 1) for line in lines("factiva.txt"))))
    (SAMPLES / "factiva-articles.docx").write_bytes(docx(*lines("factiva-articles.txt")))
    road = docx("Road to reopen", "OSLO, May 6, 2014 - Ministers agreed on Tuesday to reopen the northern road.")
    (SAMPLES / "files.zip").write_bytes(zipped({"b/bridge.docx": nexis, "a/road.docx": road, "__MACOSX/._x": b"\0"}))


if __name__ == "__main__":
    main()
