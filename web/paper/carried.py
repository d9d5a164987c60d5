"""The resume code on paper: in letters to type, and drawn for a phone to read."""

from __future__ import annotations

import re
from typing import Any

import segno
from flask import g

from engine.case.case import Case
from engine.case.code import write_code
from web.current import absolute
from web.words.i18n import gettext

# Every reader undoes any of the eight masks. To look for the evenest takes as long as all the rest of a PDF.
ANY_MASK = 6
MARGIN = 2  # squares
_DARK = re.compile(rb"\x01+")
CARRIED = ("code", "qr", "qr_alt", "code_help")


def resume_code(case: Case) -> str:
    """The code that brings this case back."""
    return write_code(case.catalogue, case.needs, case.answers)


def carried(case: Case) -> dict[str, str]:
    """What a sheet of this case says to take it up again."""
    code, address = resume_code(case), absolute("code.ask", lang=g.lang)
    return {
        "code": code,
        "qr": _drawn(f"{address}#", code),
        "qr_alt": gettext("Code à scanner pour reprendre ces réponses sur un autre appareil."),
        "code_help": gettext(
            "Pour reprendre\u00a0: scannez ce carré, ou tapez le code sur %(address)s. Il contient les réponses"
            "\u00a0: gardez-le comme un papier personnel.",
            address=address,
        ),
    }


def _drawn(address: str, code: str) -> str:
    """An SVG that a phone reads as this address: the page of this site, with the code in the fragment.

    Told apart, as it has capitals and figures alone, the code makes a smaller square of larger points.
    """
    parts: Any = [address, code]  # more than its type says, it takes several
    rows = segno.make(parts, error="m", micro=False, mask=ANY_MASK).matrix
    side = len(rows) + 2 * MARGIN
    dark = "".join(
        f"M{run.start() + MARGIN} {place}.5h{run.end() - run.start()}"
        for place, row in enumerate(rows, start=MARGIN)
        for run in _DARK.finditer(row)
    )
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {side} {side}'>"
        f"<path fill='#fff' d='M0 0h{side}v{side}h-{side}z'/><path stroke='#000' d='{dark}'/></svg>"
    )
