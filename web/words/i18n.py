"""Languages: what the site says in each. The language is in the URL, never in the cookie."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
from babel.numbers import format_decimal, format_percent
from flask import Flask, current_app, g
from flask_babel import Babel
from markupsafe import Markup

from engine.content.amounts import DatedAmount
from engine.content.languages import SOURCE_LANGUAGE as SOURCE_LANGUAGE
from web.words.languages import LANGUAGES as LANGUAGES
from web.words.languages import RIGHT_TO_LEFT as RIGHT_TO_LEFT
from web.words.voice import Voice

LANGUAGE_PREFIX = f"/<any({', '.join(LANGUAGES)}):lang>"

_AMOUNT = re.compile(r"\{bareme\.([a-z0-9_]+)\}")


def set_up(app: Flask) -> None:
    """Translate pages into the language of their URL."""
    app.config["BABEL_DEFAULT_LOCALE"] = SOURCE_LANGUAGE
    Babel(app, locale_selector=current_language)
    app.extensions["voices"] = {}
    # In the place of those of Flask-Babel, which look up locale and catalogue for each word of a page.
    app.jinja_env.globals.update(_=marked_up, gettext=marked_up, ngettext=marked_up_count)


def current_language() -> str:
    """The language of the page being made: that of its address, or French where that one has no such page."""
    page = g._get_current_object()  # asked for at each word: both names in one look
    return page.get("page_lang") or page.get("lang") or SOURCE_LANGUAGE


def voice(language: str | None = None) -> Voice:
    """That of a language, or of the page being made: its translations are found once for all pages."""
    page = vars(g._get_current_object())  # asked for at each word: the voices of the site are looked up once
    language = language or page.get("page_lang") or page.get("lang") or SOURCE_LANGUAGE
    known: dict[str, Voice] = page.get("voices") or page.setdefault("voices", current_app.extensions["voices"])
    return known.get(language) or known.setdefault(language, Voice.of(language))


def gettext(text: str, **variables: object) -> str:
    """A text of the site, in the language of the page."""
    said = voice().gettext(text)
    return said % variables if variables else said


def pgettext(context: str, text: str) -> str:
    """The same, where one text is said in several ways."""
    return voice().pgettext(context, text)


def marked_up(text: str, **variables: object) -> Markup:
    """A text in a template, in the language of the page."""
    return voice().marked_up(text, **variables)


def marked_up_count(one: str, several: str, num: int, **variables: object) -> Markup:
    """A text in a template that counts something."""
    return Markup(voice().ngettext(one, several, num)) % {"num": num, **variables}  # noqa: S704


def say(item: msgspec.Struct, field: str, amounts: Mapping[str, DatedAmount]) -> str:
    """One text of a content struct, translated, its `{bareme.…}` filled in. Empty when the field is."""
    text = getattr(item, field)
    return fill(voice().pgettext(type(item).__name__, text), amounts) if text else ""


def say_each(item: msgspec.Struct, field: str, amounts: Mapping[str, DatedAmount]) -> list[str]:
    """A list of texts of a content struct, as `say`."""
    name, spoken = type(item).__name__, voice()
    return [fill(spoken.pgettext(name, text), amounts) for text in getattr(item, field)]


def fill(text: str, amounts: Mapping[str, DatedAmount]) -> str:
    """A text with its amounts written out; one with no value in force says so."""
    return _AMOUNT.sub(lambda match: _written(amounts[match[1]]), text) if "{" in text else text


def _written(dated: DatedAmount) -> str:
    if dated.value is None:
        return gettext("(montant à vérifier)")
    return money(dated.value) if dated.amount.unit == "euros" else rate(dated.value)


def money(value: Decimal | int) -> str:
    """Euros, without cents when there are none. Of an amount of the content, which is kept, not of what one told."""
    return voice().euros(value)


def rate(value: Decimal) -> str:
    """A share, as a percentage."""
    return format_percent(value, locale=voice().locale, decimal_quantization=False)


def number(value: int | Decimal) -> str:
    """A plain number; one with cents has both figures of them."""
    return format_decimal(value, "#,##0.00" if value % 1 else None, locale=voice().locale)


def typed_number(value: int | Decimal) -> str:
    """A number as one would type it into a field: no thousands apart, the decimal mark of the language."""
    return format_decimal(value, "0.00" if value % 1 else "0", locale=voice().locale)


def day(value: date | str) -> str:
    """A date in full words."""
    return voice().day(date.fromisoformat(value) if isinstance(value, str) else value)


def moment(value: str) -> str:
    """A year or a month in words, as precise as it is written; a day is told by its month."""
    return value if len(value) == 4 else voice().month(int(value[:4]), int(value[5:7]))


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
