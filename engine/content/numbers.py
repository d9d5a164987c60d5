"""Numbers as people type them: « 84 ans », « environ 1 200 € », « 1'200.- ». What reads in two ways is refused."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

LONGEST = 60  # characters, the words around the number included
_MOST_DIGITS = 12

# Marks of other scripts, and what people use for ours.
_MARKS = {
    "٫": ",", "٬": "'", "，": ",", "．": ".", "’": "'", "‘": "'", "´": "'", "`": "'", "＇": "'",
    "−": "-", "–": "-", "—": "-", "‑": "-", "－": "-", "＋": "+", "／": "/",
}  # fmt: skip
_BEFORE = re.compile(r"^(environ|env\.?|vers|autour de|a peu pres|presque|about|around|~|≈)\s*")
_AFTER = re.compile(r"\s*(environ|a peu pres)$")
_MONEY = re.compile(r"\s*(€|euros?|eur\.?|nets?|bruts?|/\s?mois|par mois|mensuels?|a month|per month|/\s?month)$")
_MONEY_BEFORE = re.compile(r"^€\s*")
_YEARLY = re.compile(r"(/\s?an|par an|annuels?|a year|per year|/\s?year)\b")
_YEARS = re.compile(r"\s*(ans?|annees?|years?( old)?)$")
_ROUND = re.compile(r"[.,]\s?-$")  # « 1'200.- », as it is written across the border
_GROUPED = re.compile(
    r"(?P<whole>\d{1,3}(?:(?P<mark>[ '.,])\d{3})(?:(?P=mark)\d{3})*)(?:(?!(?P=mark))[.,](?P<cents>\d{1,2}))?"
)
_PLAIN = re.compile(r"(?P<whole>\d*)(?:[.,](?P<cents>\d{1,2}))?")


class NumberError(ValueError):
    """What is typed is no number of the kind expected. The argument names why."""


def read_whole(typed: str) -> int:
    """A whole number of years.

    Raises:
        NumberError: `nombre`, or `negatif`.
    """
    number = _read(_YEARS.sub("", _bare(typed, "nombre")), "nombre")
    if number != number.to_integral_value() or _has_cents(number):
        raise NumberError("nombre")
    return int(number)


def read_sum(typed: str) -> Decimal:
    """A sum of euros a month. A mark before three digits groups thousands.

    Raises:
        NumberError: `montant`, `negatif`, `par-an` (a sum for a year), or `ambigu` (« 0,500 » reads in two ways).
    """
    text = _bare(typed, "montant")
    if _YEARLY.search(text):
        raise NumberError("par-an")
    text = _MONEY_BEFORE.sub("", text)
    while (shorter := _MONEY.sub("", text)) != text:
        text = shorter
    return _read(_ROUND.sub("", text), "montant")


def _bare(typed: str, fault: str) -> str:
    """Small letters without accents, digits and marks of any script as ours, one kind of space, no « environ »."""
    if len(typed) > LONGEST:
        raise NumberError(fault)
    marked = "".join(_MARKS.get(c, c) for c in typed)
    bare = "".join(
        str(unicodedata.decimal(c)) if c.isdecimal() else " " if c.isspace() else c
        for c in unicodedata.normalize("NFD", marked.casefold())
        if unicodedata.category(c) not in ("Mn", "Cf")
    )
    return _AFTER.sub("", _BEFORE.sub("", " ".join(bare.split())))


def _read(text: str, fault: str) -> Decimal:
    negative = text.startswith("-")
    digits = text.lstrip("+-").strip()
    found = _GROUPED.fullmatch(digits) or _PLAIN.fullmatch(digits)
    if not found or not any(map(str.isdigit, digits)) or len(digits) > _MOST_DIGITS + 4:
        raise NumberError(fault)
    if negative:
        raise NumberError("negatif")
    whole = re.sub(r"\D", "", found["whole"])
    if found.re is _GROUPED and whole.startswith("0"):
        raise NumberError("ambigu" if fault == "montant" else fault)
    if len(whole) > _MOST_DIGITS:
        raise NumberError(fault)
    cents = found["cents"]
    return Decimal(whole or "0") if cents is None else Decimal(f"{whole or '0'}.{cents.ljust(2, '0')}")


def _has_cents(number: Decimal) -> bool:
    exponent = number.as_tuple().exponent
    return isinstance(exponent, int) and exponent < 0
