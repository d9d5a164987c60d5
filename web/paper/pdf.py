"""What one prints, as tagged PDFs. Typst lays them out; what they say goes in as JSON.

A result takes two pages at most, one where little is known. What does not fit goes line by line, the least
useful first.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, cast

import msgspec
import typst
from flask import current_app

from engine.case.case import Case
from engine.case.plan import Plan
from engine.content.drawable import ALLOWED, drawn
from engine.content.shapes.letters import Letter
from web.paper.blank_questionnaire import blank_questionnaire
from web.paper.heights import LINE, PAGE
from web.paper.letter import letter_data
from web.paper.sheet import Sheet
from web.words.wording import Wording

SHEET, PAPERS = "liste.typ", "papiers.typ"
QUESTIONNAIRE, LETTER = "questionnaire.typ", "lettre.typ"
# Of the height of its pages: what holds on them as a rule, what seldom does, and what hardly ever does. In points: what
# may stay empty, but for those that seldom hold.
LIKELY, SELDOM, HARDLY, EMPTY = 0.993, 1.015, 1.028, 4 * LINE
_PLAIN = bytes(range(0x20, 0x7F))  # the letters of which nearly all that is said is made, looked for no further
_PAGE = re.compile(rb"/Type\s*/Page\b")
_ONE_AT_A_TIME = Lock()  # a compiler breaks when two threads use it


def checklist_pdf(case: Case, wording: Wording, *, everything: bool = False, note: str = "") -> bytes:
    """The PDF/UA-1 of a case, in the language of the request; a `note` of the agent stands where notes go.

    Raises:
        typst.TypstError: the document cannot be laid out, or is not accessible.
    """
    return fitted(Sheet(Plan(case), wording, everything=everything, note=note))[1]


def papers_pdf(case: Case, wording: Wording, *, note: str = "") -> bytes:
    """The papers to gather, alone.

    Raises:
        typst.TypstError: as in `checklist_pdf`.
    """
    return compile_pdf(PAPERS, Sheet(Plan(case), wording, note=note).data())


def fitted(sheet: Sheet) -> tuple[int, bytes]:
    """How many cuts the sheet takes, and the PDF: on one page where only details go, else on as many as it may have."""
    light = sheet.lines.light
    if sheet.pages > 1 and sheet.guess(PAGE * HARDLY) <= light:
        fits, cuts, pdf = _fewest(sheet, 1, light)
        if fits:
            return cuts, pdf
    return _fewest(sheet, sheet.pages, len(sheet.lines))[1:]


def _fewest(sheet: Sheet, room: int, most: int) -> tuple[bool, int, bytes]:
    """The fewest cuts after which it keeps to so many pages, give or take a few lines: whether it does, cuts and PDF.

    To lay it out takes most of the time: it is tried where it may well fit, then as many lines from there as may stay
    empty, until one try fits and another does not.
    """
    fewest, likely = (min(sheet.guess(room * PAGE * share), most) for share in (SELDOM, LIKELY))
    short, cuts = fewest - 1, likely
    enough, fitting = most + 1, b""
    while True:
        pdf = compile_pdf(SHEET, {**sheet.data(cuts), "alone": room == 1})
        if pages(pdf) <= room:
            enough, fitting = cuts, pdf
        elif cuts == most:
            return False, most, pdf
        else:
            short = cuts
        if fitting and (enough - short == 1 or _near(sheet, short, enough)):
            return True, enough, fitting
        if fitting:
            cuts = min(max(sheet.guess(sheet.heights[enough] + EMPTY), short + 1), enough - 1)
        else:
            cuts = min(max(sheet.guess(sheet.heights[short] - EMPTY) - 1, short + 1), most)


def _near(sheet: Sheet, short: int, enough: int) -> bool:
    """Whether the fewer cuts, where there are any, leave but a few lines more."""
    return short >= 0 and sheet.heights[short] - sheet.heights[enough] <= EMPTY


def pages(pdf: bytes) -> int:
    """How many pages a document of ours has."""
    return len(_PAGE.findall(pdf))


def questionnaire_pdf(need: str, wording: Wording, day: date) -> bytes:
    """The PDF/UA-1 of the questions and aids of an open need, to fill in by hand. It is laid out once for all.

    Raises:
        typst.TypstError: as in `checklist_pdf`.
    """
    return kept(_place(QUESTIONNAIRE), _said(blank_questionnaire(need, wording, day)))


def letter_pdf(letter: Letter, wording: Wording) -> bytes:
    """The PDF/UA-1 of a letter to fill in by hand, laid out once for all.

    Raises:
        typst.TypstError: as in `checklist_pdf`.
    """
    return kept(_place(LETTER), _said(letter_data(letter, wording)))


def compile_pdf(template: str, data: dict[str, Any]) -> bytes:
    """A template, with what it says."""
    return _compiled(_place(template), _said(data))


def _place(template: str) -> Path:
    return Path(current_app.root_path) / "templates" / template


def _said(data: dict[str, Any]) -> str:
    """The data as JSON. Only where it holds something out of the ordinary is each of its texts looked at."""
    with suppress(UnicodeEncodeError):  # half a pair of a character
        said = msgspec.json.encode(data)
        if b"\\" not in said and set(said.translate(None, _PLAIN).decode()) <= ALLOWED:
            return said.decode()
    return msgspec.json.encode(_drawable(data)).decode()


def _drawable(data: Any) -> Any:
    """The same with a substitute for each character that no font of ours draws: one would refuse the whole paper."""
    if isinstance(data, str):
        return drawn(data)
    if isinstance(data, dict):
        return {name: _drawable(value) for name, value in data.items()}
    return [_drawable(value) for value in data] if isinstance(data, list | tuple) else data


def _compiled(template: Path, said: str) -> bytes:
    """What is said goes in as a document that calls the template: lines that are the same in two are laid out once."""
    text = said.replace("\\", "\\\\").replace('"', '\\"')
    document = f'#import "/{template.name}": laid-out\n#laid-out(json(bytes("{text}")))'
    with _ONE_AT_A_TIME:
        compiler = _compiler(template.parent)
        return cast(bytes, compiler.compile(document.encode(), format="pdf", pdf_standards=["ua-1"]))


# Known by every word it says, so that it changes with the content, the language and the day. Never what a person
# answered: only blank questionnaires and letters are kept.
kept = lru_cache(maxsize=32)(_compiled)


@lru_cache(maxsize=1)
def _compiler(folder: Path) -> typst.Compiler:
    """One compiler a process, for the templates of this folder."""
    return typst.Compiler(b"", root=str(folder), font_paths=_fonts())


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """The fonts, read once: those of the compiler draw what ours have not."""
    return typst.Fonts(include_system_fonts=False, font_paths=[Path(__file__).with_name("fonts")])
