"""Telephone numbers: how one is written here, and what of others' spellings can be read without a doubt."""

from __future__ import annotations

import re
from dataclasses import dataclass

# « 04 50 33 50 00 », « 115 », « 3919 », « 0810 22 42 62 », « +41 22 000 00 00 »: spaces aside, what a telephone dials.
_DIALED = re.compile(r"0[1-9]\d{8}|1\d{1,2}|10\d{2}|3\d{3}|11[68]\d{3}|\+[1-9]\d{8,14}")
_SEVERAL = re.compile(r"[/;,|]|\bou\b|\bet\b")
_EXTENSION = re.compile(r"\b(poste|ext|extension|p)\b\.?\s*(\d+)\s*$", re.IGNORECASE)
_EXPONENT = re.compile(r"\d[.,]?\d*e\+?\d+", re.IGNORECASE)
_LOST_ZERO = re.compile(r"[1-9]\d{8}")


class NumberError(ValueError):
    """The number cannot be read; the message says why, in French."""


@dataclass(frozen=True)
class Number:
    """A number as it is written here; `mended` says what was put right, when it is more than spaces."""

    written: str
    mended: str | None = None


def is_dialed(number: str) -> bool:
    """Whether a telephone that is given this number, spaces aside, calls someone."""
    return bool(_DIALED.fullmatch(re.sub(r"[\s\u00a0\u202f]", "", number)))


def read_number(text: str) -> Number:
    """The one number that `text` gives.

    Raises:
        NumberError: it gives none, several, or more than a number.
    """
    bare = re.sub(r"^(téléphone|tél|tel)[\s.:]*", "", text.strip(), flags=re.IGNORECASE)
    if extension := _EXTENSION.search(bare):
        said = f"« {text} » a un poste ({extension[2]}), qu’un téléphone ne compose pas. Gardez le numéro seul."
        raise NumberError(said)
    if _EXPONENT.fullmatch(bare):
        raise NumberError(f"« {text} » : le tableur a abîmé ce numéro. Mettez la colonne en « Texte » et retapez-le.")
    if _SEVERAL.search(bare):
        raise NumberError(f"« {text} » a plusieurs numéros. Gardez-en un seul.")
    if letters := re.search(r"[^\W\d_]+", bare):
        raise NumberError(f"« {text} » n’est pas un numéro : « {letters[0]} » est en trop.")
    figures = re.sub(r"^(\+|00)33(\(0\)|0(?=[1-9]\d{8}$))?", "0", re.sub(r"[\s\u00a0\u202f.\-_]", "", bare))
    figures = re.sub(r"^00(?=[1-9])", "+", figures)
    if _LOST_ZERO.fullmatch(figures):
        return Number(_in_pairs(f"0{figures}"), f"« {text} » avait perdu son zéro")
    if not _DIALED.fullmatch(figures):
        raise NumberError(_not_one(text, figures))
    return Number(_in_pairs(figures) if len(figures) == 10 and figures[0] == "0" else figures)


def _in_pairs(figures: str) -> str:
    return " ".join(re.findall("..", figures))


def _not_one(text: str, figures: str) -> str:
    if not figures.isdecimal():
        return f"« {text} » n’est pas un numéro."
    return f"« {text} » n’est pas un numéro : il a {len(figures)} chiffres. Il en faut dix, comme 04 50 00 00 00."
