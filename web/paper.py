"""The result as a tagged PDF of two pages at most. Typst lays it out; what it says goes in as JSON.

A result that does not fit is told again with less: hints first, then details, then what can be read on the site.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, cast

import typst
from flask import current_app

from web.printing import LEAST, printed
from web.state import Case

MOST_PAGES = 2
_PAGE = re.compile(rb"/Type\s*/Page\b")


def checklist_pdf(case: Case) -> bytes:
    """The PDF/UA-1 of a case, in the language of the request.

    Raises:
        typst.TypstError: the document cannot be laid out, or is not accessible.
    """
    for level in range(LEAST + 1):
        document = compile_sheet(printed(case, level))
        if len(_PAGE.findall(document)) <= MOST_PAGES:
            break
    return document


def compile_sheet(data: dict[str, Any]) -> bytes:
    """The document that says this."""
    said = {"data": json.dumps(data, ensure_ascii=False)}
    compiler = _compiler(Path(current_app.root_path))
    return cast(bytes, compiler.compile(format="pdf", sys_inputs=said, pdf_standards=["ua-1"]))


@lru_cache(maxsize=2)
def _compiler(root: Path) -> typst.Compiler:
    """One compiler a process: the fonts are read once."""
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(files("font_source_sans_pro") / "files")])
    return typst.Compiler(str(root / "templates/liste.typ"), font_paths=fonts)
