"""The contacts found in public lists → the rows of `releves.csv`, each joined to the office here that it is about."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tools.role_addresses import is_of_a_service

_CERTAINTY = {
    "2-sources": "2-sources",
    "2-sources-old": "2-sources-anciennes",
    "1-source": "1-source",
    "1-source-old": "1-source-ancienne",
}
# Kinds of which there is one here in each of these communes; the others are joined as the list of contacts says.
_BY_COMMUNE = {
    "mission_locale": {
        "74010": "mission-locale-annecy", "74012": "mission-locale-annemasse", "74042": "mission-locale-bonneville",
        "74081": "mission-locale-cluses", "74105": "mission-locale-douvaine", "74123": "mission-locale-faverges",
        "74225": "mission-locale-rumilly", "74243": "mission-locale-saint-julien", "74281": "mission-locale-thonon",
    },
    "france_services": {
        "74042": "france-services-bonneville", "74056": "france-services-chamonix", "74081": "france-services-cluses",
        "74133": "france-services-gaillard", "74188": "france-services-montriond",
        "74256": "france-services-sallanches",
        "74282": "france-services-filliere", "74294": "france-services-verchaix",
    },
    "bureau_aide_victimes": {
        "74010": "aide-victimes-annecy", "74042": "aide-victimes-bonneville", "74281": "aide-victimes-thonon",
    },
    "maison_justice_droit": {"74012": "justice-droit-annemasse", "74243": "justice-droit-saint-julien"},
    "tribunal_pour_enfants": {"74010": "juge-des-enfants-annecy", "74042": "juge-des-enfants-bonneville"},
    "equipe_handicap_ETH": {"74010": "eth-annecy"},
    "CIDFF": {"74010": "cidff74"},
}  # fmt: skip
_POLES = {
    "Balmettes": "pms-annecy-balmettes", "Seyssel": "pms-seyssel", "Douvaine": "pms-douvaine",
    "Chamonix": "pms-chamonix", "Cran-Gevrier": "pms-annecy-cran-gevrier", "Alby": "pms-alby",
}  # fmt: skip


def findings(contacts: Path, communes: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, ...]]:
    """One row for each contact, in the order of the list."""
    today = {part["insee"]: item["insee"] for item in communes for part in item["communes_deleguees_ou_associees"]}
    today |= {item["insee"]: item["insee"] for item in communes}
    with contacts.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            place = ("name", "address", "postcode", "town", "insee", "phone")
            email = row["email"] if is_of_a_service(row["email"], row["name"], row["town"]) else ""
            # A page without a date is as old as the hours that it gives.
            date = re.search(r"\d{4}(-\d{2}(?!\d))?", f"{row['source_date']} {row['hours']}")
            yield (
                row["kind"],
                *(_one_line(row[column]) for column in place),
                email,
                *(_one_line(row[column]) for column in ("web", "hours", "source")),
                date[0] if date else "",
                _CERTAINTY[row["confidence"]],
                _office(row, today),
            )


def _office(row: Mapping[str, str], today: Mapping[str, str]) -> str:
    """The office here that a contact is about."""
    if row["kind"] == "mairie":
        return f"mairie-{today[row['insee']]}" if row["insee"] in today else ""
    if row["kind"] == "PMS":
        return next(office for town, office in _POLES.items() if town in row["name"])
    if row["kind"] in _BY_COMMUNE:
        return _BY_COMMUNE[row["kind"]].get(row["insee"], "")
    return row["guichet_id"]


def _one_line(text: str) -> str:
    """A text on one line; a Windows letter read as a control character upstream is put right."""
    whole = re.sub(r"[\x80-\x9f]", lambda found: found[0].encode("latin-1").decode("cp1252"), text)
    return " ".join(whole.replace("'", "’").split())
