"""Everything the first version promised to cover is in the catalogue, under its own id."""

from __future__ import annotations

import csv

import pytest

from engine.catalogue import Catalogue
from tests.content.shared import SHARED, needs_shared

AUTONOMY = [
    "apa-domicile",
    "apa-etablissement",
    "aide-menagere-pa",
    "portage-repas-pa",
    "aide-menagere-ph",
    "ash-pa",
    "pch",
    "pch-aide-humaine",
    "cmi-invalidite",
    "cmi-stationnement",
    "recours-rapo",
]
CHILDHOOD = [
    "information-preoccupante",
    "allocation-mensuelle",
    "tisf",
    "aed",
    "accueil-mere-enfant",
    "consultation-infantile-pmi",
    "espace-rencontre",
    "espace-rencontre-jaf-visite",
    "espace-rencontre-jaf-residence",
    "espace-rencontre-jaf-remise",
    "espace-rencontre-juge-enfants",
    "espace-rencontre-service",
    "espace-rencontre-accord-parents",
]


@pytest.mark.parametrize(("need", "expected"), [("autonomie", AUTONOMY), ("enfance", CHILDHOOD)])
def test_the_first_aids_are_there(catalogue: Catalogue, need: str, expected: list[str]) -> None:
    missing = [name for name in expected if name not in catalogue.aids]
    assert missing == []
    assert [name for name in expected if need not in catalogue.aids[name].needs] == []


@needs_shared
def test_every_entry_of_the_coverage_table_for_housing_is_there(catalogue: Catalogue) -> None:
    with (SHARED / "reference/couverture.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter=";") if row["besoin"] == "logement"]
    assert len(rows) > 20
    missing = [
        row["id"] for row in rows if row["id"] not in (catalogue.rules if row["forme"] == "regles" else catalogue.aids)
    ]
    assert missing == []
    misplaced = [
        (row["id"], row["parent"])
        for row in rows
        if row["forme"] == "variante" and catalogue.aids[row["id"]].parent != row["parent"]
    ]
    assert misplaced == []


def test_every_open_need_offers_aids(catalogue: Catalogue) -> None:
    assert catalogue.open_needs == ("logement", "enfance", "autonomie")
    for need in catalogue.open_needs:
        assert len(catalogue.aids_for(frozenset({need}))) >= 10


def test_every_rule_paper_office_and_question_is_used(catalogue: Catalogue) -> None:
    aids = catalogue.aids.values()
    assert set(catalogue.rules) <= {rule for aid in aids for rule in aid.aid.rules}
    assert set(catalogue.documents) <= {item.item.document for aid in aids for item in aid.documents}
    used = {fact for fact, hanging in catalogue.aids_on.items() if hanging}
    assert set(catalogue.questions) - used <= set(catalogue.first_questions)
