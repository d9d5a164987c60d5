"""Languages: the one module that knows Flask-Babel. The language is in the URL, never in the cookie."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import msgspec
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal, format_percent
from flask import Flask, g
from flask_babel import Babel, get_locale, pgettext
from flask_babel import gettext as gettext

from engine.content.amounts import DatedAmount
from engine.content.languages import SOURCE_LANGUAGE as SOURCE_LANGUAGE
from web.words.languages import LANGUAGES as LANGUAGES
from web.words.languages import RIGHT_TO_LEFT as RIGHT_TO_LEFT

LANGUAGE_PREFIX = f"/<any({', '.join(LANGUAGES)}):lang>"

_AMOUNT = re.compile(r"\{bareme\.([a-z0-9_]+)\}")


def set_up(app: Flask) -> None:
    """Translate pages into the language of their URL."""
    app.config["BABEL_DEFAULT_LOCALE"] = SOURCE_LANGUAGE
    Babel(app, locale_selector=current_language)


def current_language() -> str:
    """The language of the page being made: that of its address, or French where that one has no such page."""
    return g.get("page_lang") or g.get("lang") or SOURCE_LANGUAGE


def say(item: msgspec.Struct, field: str, amounts: Mapping[str, DatedAmount]) -> str:
    """One text of a content struct, translated, its `{bareme.…}` filled in. Empty when the field is."""
    text = getattr(item, field)
    return fill(pgettext(type(item).__name__, text), amounts) if text else ""


def say_each(item: msgspec.Struct, field: str, amounts: Mapping[str, DatedAmount]) -> list[str]:
    """A list of texts of a content struct, as `say`."""
    return [fill(pgettext(type(item).__name__, text), amounts) for text in getattr(item, field)]


def fill(text: str, amounts: Mapping[str, DatedAmount]) -> str:
    """A text with its amounts written out; one with no value in force says so."""
    return _AMOUNT.sub(lambda match: _written(amounts[match[1]]), text)


def _written(dated: DatedAmount) -> str:
    if dated.value is None:
        return gettext("(montant à vérifier)")
    return money(dated.value) if dated.amount.unit == "euros" else rate(dated.value)


def money(value: Decimal | int) -> str:
    """Euros, without cents when there are none."""
    rounded = Decimal(value).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    written = format_currency(rounded, "EUR", locale=get_locale())
    return written if rounded % 1 else re.sub(r"[.,]00(?!\d)", "", written)


def rate(value: Decimal) -> str:
    """A share, as a percentage."""
    return format_percent(value, locale=get_locale(), decimal_quantization=False)


def number(value: int | Decimal) -> str:
    """A plain number; one with cents has both figures of them."""
    return format_decimal(value, "#,##0.00" if value % 1 else None, locale=get_locale())


def typed_number(value: int | Decimal) -> str:
    """A number as one would type it into a field: no thousands apart, the decimal mark of the language."""
    return format_decimal(value, "0.00" if value % 1 else "0", locale=get_locale())


def day(value: date | str) -> str:
    """A date in full words."""
    moment = date.fromisoformat(value) if isinstance(value, str) else value
    written = format_date(moment, format="long", locale=get_locale())
    # Babel's French knows no « 1er ».
    return written.replace("1 ", "1er ", 1) if moment.day == 1 and current_language() == "fr" else written


def moment(value: str) -> str:
    """A year or a month in words, as precise as it is written; a day is told by its month."""
    if len(value) == 4:
        return value
    return format_date(date(int(value[:4]), int(value[5:7]), 1), format="LLLL yyyy", locale=get_locale())


def semicolon() -> str:
    """What stands between the items of a list within a sentence."""
    return gettext("\u00a0; ")


def template_helpers() -> dict[str, Any]:
    """What templates may call."""
    return {
        "colon": lambda: gettext("\u00a0:"),
        "semicolon": semicolon,
        "languages": LANGUAGES,
        "money": money,
        "day": day,
        "moment": moment,
        "number": number,
    }
