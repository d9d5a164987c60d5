"""What one prints, as tagged PDFs. Typst lays them out; what they say goes in as JSON.

A result takes two pages at most. One that does not fit is told again with less: hints first, then details, then what
can be read on the site.
"""

from __future__ import annotations

import json
import re
from datetime import date
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import Any, cast

import typst
from flask import current_app

from engine.case.case import Case
from engine.case.plan import Plan
from web.paper.blank_questionnaire import blank_questionnaire
from web.paper.carried import CARRIED
from web.paper.sheet import FOLDED, LEAST, Sheet
from web.words.wording import Wording

SHEET, QUESTIONNAIRE = "liste.typ", "questionnaire.typ"
MOST_PAGES = 2
# To lay a sheet out takes most of the time. Of some 500 that fit, none said more than 9,400 letters.
TOO_MANY = 10_500
_PAGE = re.compile(rb"/Type\s*/Page\b")
_ONE_AT_A_TIME = Lock()  # a compiler breaks when two threads use it


def checklist_pdf(case: Case, wording: Wording, *, everything: bool = False) -> bytes:
    """The PDF/UA-1 of a case, in the language of the request.

    Raises:
        typst.TypstError: the document cannot be laid out, or is not accessible.
    """
    sheet = Sheet(Plan(case), wording, everything=everything)
    for level in range(LEAST + 1):
        data = sheet.data(level)
        if level < FOLDED and letters(data) > TOO_MANY:
            continue
        pdf = compile_pdf(SHEET, data)
        if pages(pdf) <= MOST_PAGES:
            break
    return pdf


def pages(pdf: bytes) -> int:
    """How many pages a document of ours has."""
    return len(_PAGE.findall(pdf))


def letters(data: dict[str, Any]) -> int:
    """About how much a sheet says: its words and the names of its parts, without what every sheet carries."""
    return len(json.dumps({**data, **dict.fromkeys(CARRIED)}, ensure_ascii=False))


def questionnaire_pdf(need: str, wording: Wording, day: date) -> bytes:
    """The PDF/UA-1 of the questions and aids of an open need, to fill in by hand. It is laid out once for all.

    Raises:
        typst.TypstError: as in `checklist_pdf`.
    """
    return kept(_place(QUESTIONNAIRE), _said(blank_questionnaire(need, wording, day)))


def compile_pdf(template: str, data: dict[str, Any]) -> bytes:
    """A template, with what it says."""
    return _compiled(_place(template), _said(data))


def _place(template: str) -> Path:
    return Path(current_app.root_path) / "templates" / template


def _said(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False)


def _compiled(template: Path, said: str) -> bytes:
    with _ONE_AT_A_TIME:
        compiler = _compiler(template)
        return cast(bytes, compiler.compile(format="pdf", sys_inputs={"data": said}, pdf_standards=["ua-1"]))


# Known by every word it says, so that it changes with the content, the language and the day. Never what a person
# answered: only blank questionnaires are kept.
kept = lru_cache(maxsize=16)(_compiled)


@lru_cache(maxsize=4)
def _compiler(template: Path) -> typst.Compiler:
    """One compiler a template and process."""
    return typst.Compiler(str(template), font_paths=_fonts())


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """The fonts, read once."""
    return typst.Fonts(include_system_fonts=False, font_paths=[str(files("font_source_sans_pro") / "files")])
