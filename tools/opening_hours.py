"""Opening hours of two national formats, said in French as our own are: « Du lundi au vendredi, 8 h 30 – 12 h »."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_DAYS = {
    "Mo": "lundi", "Tu": "mardi", "We": "mercredi", "Th": "jeudi", "Fr": "vendredi", "Sa": "samedi", "Su": "dimanche",
}  # fmt: skip
_RULE = re.compile(r"((?:Mo|Tu|We|Th|Fr|Sa|Su)(?:[-,](?:Mo|Tu|We|Th|Fr|Sa|Su))*)\s+([\d:,\- ]+)")
_SPAN = re.compile(r"(\d{1,2}:\d{2})\s*-\s*(\d{1,2}:\d{2})")


def of_openstreetmap(text: str) -> str | None:
    """« Mo-Fr 08:30-12:00 » in French; nothing where it says more than days and hours."""
    said = []
    for rule in filter(None, (part.strip() for part in text.split(";"))):
        found = _RULE.fullmatch(rule)
        spans = _SPAN.findall(found[2]) if found else []
        if not found or _SPAN.sub("", found[2]).strip(" ,"):
            return None
        said.append(_said(_days(found[1]), spans))
    return _sentence(said)


def of_the_administration(spans: Iterable[Mapping[str, str]]) -> str | None:
    """The « plages d’ouverture » of the DILA in French, each with its comment."""
    said = []
    for span in spans:
        first, last = span.get("nom_jour_debut", "").lower(), span.get("nom_jour_fin", "").lower()
        hours = [
            (start, end)
            for part in "12"
            if (start := span.get(f"valeur_heure_debut_{part}")) and (end := span.get(f"valeur_heure_fin_{part}"))
        ]
        if not first:
            continue
        days = first if last in ("", first) else f"du {first} au {last}"
        comment = " ".join(span.get("commentaire", "").split())
        said.append(_said(days, hours) + (f" ({comment})" if comment else ""))
    return _sentence(said)


def _days(written: str) -> str:
    parts = []
    for part in written.split(","):
        first, _, last = part.partition("-")
        parts.append(f"du {_DAYS[first]} au {_DAYS[last]}" if last else _DAYS[first])
    return ", ".join(parts)


def _said(days: str, spans: Iterable[tuple[str, str]]) -> str:
    hours = " et ".join(f"{_hour(start)} – {_hour(end)}" for start, end in spans)
    return f"{days}, {hours}" if hours else days


def _hour(written: str) -> str:
    hour, minute, *_ = written.split(":")
    return f"{int(hour)}\u00a0h" + (f"\u00a0{minute}" if minute != "00" else "")


def _sentence(said: list[str]) -> str | None:
    text = "\u00a0; ".join(said)
    return text[:1].upper() + text[1:] or None
