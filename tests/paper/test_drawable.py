"""No character keeps a paper from being made: the fonts draw what content may hold, and all else has a substitute."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import pypdfium2
import pytest
from flask import Flask

from engine.content.drawable import ALLOWED, SUBSTITUTE
from tests.load.weights import visitor
from tests.paper.blanks import told
from tests.paper.documents import bare_sheet, squeezed
from web.paper.pdf import QUESTIONNAIRE, SHEET, compile_pdf

SURROGATES = range(0xD800, 0xE000)
BMP = [chr(code) for code in range(0x10000) if code not in SURROGATES]
ODD = {
    "an emoji": "\U0001f600", "a family": "\U0001f468\u200d\U0001f469\u200d\U0001f466", "a flag": "\U0001f1eb\U0001f1f7",
    "nul": "\x00", "escape": "\x1b", "a C1 control": "\x9f", "a line end": "\r\n", "a line separator": "\u2028",
    "right to left": "\u202e", "Arabic": "العربية", "Hebrew": "עברית", "Chinese": "漢字", "Cherokee": "ᏣᎳᎩ",
    "accents alone": "\u0301\u0302\u0303", "many accents": "e" + "\u0301" * 40, "a joiner": "\u200d",
    "private use": "\ue000\U000f0000", "not a character": "\uffff\ufdd0", "half a pair": "\ud800", "the other": "\udfff",
    "beyond the BMP": "\U0002a6a5", "a tag": "\U000e0041", "a byte order mark": "\ufeff", "a Hangul filler": "\u3164",
}  # fmt: skip
odd = pytest.mark.parametrize("text", ODD.values(), ids=ODD)


def compiled(app: Flask, template: str, data: dict[str, Any]) -> str:
    """The words of the paper, which is whole."""
    with app.app_context():
        pages = list(pypdfium2.PdfDocument(compile_pdf(template, data)))
    assert pages
    return "\n".join(page.get_textpage().get_text_range() for page in pages)


def lines(words: list[str]) -> dict[str, Any]:
    """A sheet that says all these words."""
    pieces = [" ".join(words[first : first + 200]) for first in range(0, len(words), 200)]
    return {**bare_sheet("Mot"), "urgent": [{"text": piece, "aid": "Mot"} for piece in pieces]}


def test_the_fonts_draw_all_that_content_may_hold(app: Flask) -> None:
    """A single one that they lack would refuse the whole document. Accents need a letter to stand on."""
    letters = " ".join(f"e{character}e" for character in sorted(ALLOWED))
    assert compiled(app, SHEET, bare_sheet(letters))


def test_each_sign_of_the_basic_plane_is_printed_or_has_something_in_its_place(app: Flask) -> None:
    """Between two letters none leaves nothing, but for spaces and what joins the letter before.

    An accent that stands alone is drawn on a space.
    """
    signs = [sign for sign in BMP if unicodedata.category(sign)[0] not in "ZM" and not sign.isspace()]
    signs.remove("\u00ad")  # the place where a word may be cut
    assert len(signs) > 60_000
    printed = compiled(app, SHEET, lines([f"Q{sign}Q" for sign in signs])).replace("\r\n", "")
    assert "QQ" not in printed.replace("QQQ", "")
    assert len(re.findall(r"Q ?[^\sQ]{1,20}Q|QQQ", printed)) == len(signs)


def test_every_letter_taken_apart(app: Flask) -> None:
    """An accent that comes after its letter is drawn on it, or replaced."""
    apart = {sign: unicodedata.normalize("NFKD", sign) for sign in BMP if unicodedata.category(sign)[0] in "LM"}
    words = [f"e{parts}e" for sign, parts in apart.items() if parts != sign]
    assert len(words) > 10_000
    assert SUBSTITUTE in compiled(app, SHEET, lines(words))


@odd
def test_something_odd_in_every_place_of_a_sheet(app: Flask, text: str) -> None:
    printed = squeezed(compiled(app, SHEET, bare_sheet(f"avant{text}après")))
    assert printed.count("avant") == printed.count("après") >= 20


@odd
def test_something_odd_on_a_questionnaire(app: Flask, text: str) -> None:
    data = told(app, "logement")
    data["questions"] = [{**data["questions"][0], "text": f"avant{text}après"}]
    assert "après" in compiled(app, QUESTIONNAIRE, data)


@odd
def test_something_odd_typed_as_an_answer(app: Flask, text: str) -> None:
    """Whatever is made of it, the paper can be taken away."""
    person = visitor(app, ("logement",), {"pour_qui": "moi"})
    for fact in ("commune", "age", "ressources_mensuelles"):
        sent = {fact: text.encode("utf-8", "surrogatepass")}
        person.post(f"/fr/questions/{fact}", data=sent)
    assert person.get("/fr/resultats/liste.pdf").data.startswith(b"%PDF")
