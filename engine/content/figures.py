"""What a text holds that can be proved: its figures, in digits and in letters, and the contacts printed in it."""

from __future__ import annotations

import re

_FIGURE = re.compile(r"\d+(?:[\u00a0\u202f ]\d{3})*(?:[.,]\d+)?")
# The source documents write many figures in letters.
_IN_LETTERS = {
    "un": 1, "une": 1, "premier": 1, "première": 1, "deux": 2, "second": 2, "seconde": 2, "trois": 3, "quatre": 4,
    "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13,
    "quatorze": 14, "quinze": 15, "seize": 16, "dix-huit": 18, "vingt": 20, "vingt-et-un": 21, "trente": 30,
    "soixante": 60, "moitié": 2, "demi": 2, "semestre": 6, "semestriel": 6, "trimestre": 3, "trimestriel": 3,
    "quinzaine": 15, "mensuel": 1, "annuel": 1, "dixième": 10, "tiers": 3, "quart": 4, "mi-temps": 2,
    "majeur": 18, "majeure": 18, "majeurs": 18, "majeures": 18, "majorité": 18, "mineur": 18, "mineurs": 18,
}  # fmt: skip
_PHONE = re.compile(r"(?<!\d)(?:\+33 ?|0)\d(?:[\u00a0 .-]{0,3}\d{2}){4}(?!\d)")
_POSTCODE = re.compile(r"(?<!\d)\d{5}(?!\d)")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def figures(text: str) -> set[str]:
    """The figures written in digits, each in one form: `1 300,50 €` → `1300.5`."""
    found = (re.sub(r"[\u00a0\u202f ]", "", figure).replace(",", ".") for figure in _FIGURE.findall(text))
    return {f"{float(figure):g}" for figure in found}


def in_letters(text: str) -> set[str]:
    """The figures written in French letters, or meant by a word: `trimestre` → `3`."""
    return {
        str(_IN_LETTERS[word])
        for word in re.findall(r"[\w-]+", text.lower().replace("vingt et un", "vingt-et-un"))
        if word in _IN_LETTERS
    }


def contacts(text: str) -> set[str]:
    """Phone numbers, digits only; postcodes; e-mail addresses, in small letters."""
    bare = text.replace("\\", "")  # « \_ » of a text in Markdown
    phones = {re.sub(r"\D", "", phone.replace("+33", "0")) for phone in _PHONE.findall(bare)}
    return phones | set(_POSTCODE.findall(bare)) | {email.lower() for email in _EMAIL.findall(bare)}
