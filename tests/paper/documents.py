"""Reads a PDF as a screen reader would, and makes a sheet that says almost nothing."""

from __future__ import annotations

import io
import re
from functools import lru_cache
from typing import Any

import pypdf
import pypdfium2

from web.paper.sheet import PARTS

LANGS = ("fr", "en")
SMALLEST_LETTER = 12  # points


@lru_cache(maxsize=64)
def opened(document: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(document))


def title_of_tagged(read: pypdf.PdfReader, lang: str) -> str:
    """The title of a document that says all that PDF/UA-1 asks of it."""
    root = read.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].split("-")[0] == lang
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "/StructTreeRoot" in root
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    assert read.metadata is not None
    return read.metadata.title or ""


@lru_cache(maxsize=256)
def pages_of(document: bytes) -> tuple[str, ...]:
    """The text of each page."""
    return tuple(
        # A word cut at its own hyphen is told with a sign that no text holds.
        page.get_textpage().get_text_range().replace("\r\n", "\n").replace("\ufffe", "-\n")
        for page in pypdfium2.PdfDocument(document)
    )


def text_of(document: bytes) -> str:
    return "\n".join(pages_of(document))


def sizes_of(document: bytes) -> set[float]:
    """How large the letters are, in points."""
    return {
        round(item.get_font_size() * item.get_matrix().d, 1)
        for page in pypdfium2.PdfDocument(document)
        for item in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])
    }


def bold_of(document: bytes) -> str:
    """All that is set in bold, as it comes."""
    found: list[str] = []

    def take(text: str, _cm: object, _tm: object, font: dict[str, Any] | None, _size: float) -> None:
        if font and "Bold" in font["/BaseFont"]:
            found.append(text)

    for page in opened(document).pages:
        page.extract_text(visitor_text=take)
    return "".join(found)


def squeezed(text: str) -> str:
    """Without spaces and line ends, which an extraction may put anywhere."""
    return re.sub(r"[\s\u00ad]", "", text)


def bare_sheet(said: str) -> dict[str, Any]:
    """The data of a sheet with the same words everywhere, and nothing to gather or to call."""
    aid = {"verdict": said, "name": said, "french": said, "why": said}
    return {
        **{part: [] for part in (*PARTS, "emergencies")}, "aids": [aid, {**aid, "joined": True}],
        "labels": titles(said), "lang": "fr", "known": True, "more": {"aids": said},
        **dict.fromkeys(("site", "title", "note", "act", "intro", "rules", "bring", "answers"), said),
        **dict.fromkeys(("code", "code_help", "qr_alt"), said),
        "qr": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>',
    }  # fmt: skip


def titles(said: str) -> dict[str, str]:
    """All the titles, alike."""
    return dict.fromkeys(
        (
            *PARTS, "colon", "emergencies", "no_papers", "say", "anyway", "also", "answers", "code", "notes", "agent",
            "appointment", "hour",
        ),
        said,
    )  # fmt: skip
