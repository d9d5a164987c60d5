"""The resume code on paper: in letters to type, and drawn for a phone to read."""

from __future__ import annotations

import re
from typing import Any

import zxingcpp
from flask import g

from engine.case.case import Case
from engine.case.code import write_code
from web.current import absolute
from web.words.i18n import gettext

MARGIN = 2  # squares
_DARK = re.compile(rb"\x00+")


def resume_code(case: Case) -> str:
    """The code that brings this case back."""
    return write_code(case.catalogue, case.needs, case.answers)


def carried(case: Case) -> dict[str, str]:
    """What a sheet of this case says to take it up again."""
    code, address = resume_code(case), absolute("code.ask", lang=g.lang)
    return {
        "code": code,
        "qr": _drawn(f"{address}#{code}"),
        "qr_alt": gettext("Code à scanner pour reprendre ces réponses sur un autre appareil."),
        "code_help": gettext(
            "Pour reprendre\u00a0: scannez ce carré, ou tapez le code sur %(address)s. Il contient les réponses"
            "\u00a0: gardez-le comme un papier personnel.",
            address=address,
        ),
    }


def _drawn(address: str) -> str:
    """An SVG that a phone reads as this address: the page of this site, with the code in the fragment."""
    square = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    dots: Any = square.to_image(scale=1, add_quiet_zones=False)  # a buffer, which its type does not say
    rows = [bytes(row) for row in memoryview(dots).tolist()]
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
