"""The resume code on paper: in letters to type, and drawn for a phone to read."""

from __future__ import annotations

import re
from functools import lru_cache
from math import isqrt
from typing import Any

import zxingcpp
from flask import g

from engine.case.case import Case
from engine.case.code import write_code
from web.current import absolute
from web.words.i18n import gettext

MARGIN = 2  # squares
_PIECE = 8  # squares
_RUN = re.compile(rb"\x00+|\xff+")  # dark, or not


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
    image: Any = square.to_image(scale=1, add_quiet_zones=False)  # a buffer, which its type does not say
    dots = bytes(image)
    across = isqrt(len(dots))
    rows = [dots[start : start + across] for start in range(0, len(dots), across)]
    side = across + 2 * MARGIN
    dark = "".join(
        f"M{MARGIN} {place}.5" + "".join([_stroke(row[start : start + _PIECE]) for start in range(0, across, _PIECE)])
        for place, row in enumerate(rows, start=MARGIN)
    )
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {side} {side}'>"
        f"<path fill='#fff' d='M0 0h{side}v{side}h-{side}z'/><path stroke='#000' d='{dark}'/></svg>"
    )


@lru_cache(maxsize=512)  # more than there are
def _stroke(piece: bytes) -> str:
    """How a pen goes along a piece of a row: kept, since every square is made of the same few."""
    return "".join(f"m{len(run)} 0" if run[0] else f"h{len(run)}" for run in _RUN.findall(piece))
