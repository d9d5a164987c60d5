"""One language as the site speaks it. The one module that asks Flask-Babel for a catalogue, once a language."""

from __future__ import annotations

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_currency
from flask_babel import Translations, force_locale, get_translations
from markupsafe import Markup

from web.words.languages import LOCALES

# More than the texts, dates and amounts of site and content: nothing that a person typed is ever kept.
_TEXTS, _DATES = 1 << 15, 1 << 10


class Voice:
    """The translations of a language, and its ways of writing numbers and dates."""

    def __init__(self, locale: Locale, catalogue: Translations) -> None:
        self.locale = locale
        self.gettext = lru_cache(_TEXTS)(catalogue.ugettext)
        self.pgettext = lru_cache(_TEXTS)(catalogue.upgettext)
        self.ngettext = catalogue.ungettext
        self._bare = lru_cache(_TEXTS)(self._without_variables)
        self.euros = lru_cache(_DATES)(self._euros)
        self.day = lru_cache(_DATES)(self._day)
        self.month = lru_cache(_DATES)(self._month)

    @classmethod
    def of(cls, language: str) -> Voice:
        """Reads its compiled catalogue; French, in which all is written, needs none."""
        with force_locale(language):
            return cls(LOCALES[language], get_translations())

    def marked_up(self, text: str, **variables: object) -> Markup:
        """A text of a template: always a format, in which a `%` is written `%%`, its variables escaped."""
        return Markup(self.gettext(text)) % variables if variables else self._bare(text)  # noqa: S704

    def _without_variables(self, text: str) -> Markup:
        return Markup(self.gettext(text)) % {}  # noqa: S704

    def _euros(self, value: Decimal | int) -> str:
        """Without cents when there are none."""
        rounded = Decimal(value).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
        written = format_currency(rounded, "EUR", locale=self.locale)
        return written if rounded % 1 else re.sub(r"[.,]00(?!\d)", "", written)

    def _day(self, day: date) -> str:
        written = format_date(day, format="long", locale=self.locale)
        # Babel's French knows no « 1er ».
        return written.replace("1 ", "1er ", 1) if day.day == 1 and self.locale.language == "fr" else written

    def _month(self, year: int, month: int) -> str:
        return format_date(date(year, month, 1), format="LLLL yyyy", locale=self.locale)
