"""Everything the first version promised to cover is in the catalogue, under its own id."""

from __future__ import annotations

import csv

import pytest

from engine.content.catalogue import Catalogue
from tests.content.shared import CONTENT

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


def test_the_first_aids_for_children_are_there(catalogue: Catalogue) -> None:
    missing = [name for name in CHILDHOOD if name not in catalogue.aids]
    assert missing == []
    assert [name for name in CHILDHOOD if "enfance" not in catalogue.aids[name].needs] == []


def lineage(catalogue: Catalogue, name: str) -> set[str | None]:
    """A form of a form stands beside it, under their common parent."""
    return {name, catalogue.aids[name].parent}


@pytest.mark.parametrize(("need", "entries"), [("logement", 21), ("autonomie", 69), ("budget", 65), ("sante", 10)])
def test_every_entry_of_the_coverage_table_is_there(catalogue: Catalogue, need: str, entries: int) -> None:
    with (CONTENT / "couverture.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter=";") if row["besoin"] == need]
    assert len(rows) == entries
    missing = [
        row["id"] for row in rows if row["id"] not in (catalogue.rules if row["forme"] == "regles" else catalogue.aids)
    ]
    assert missing == []
    misplaced = [
        (row["id"], row["parent"])
        for row in rows
        if row["forme"] == "variante" and catalogue.aids[row["id"]].parent not in lineage(catalogue, row["parent"])
    ]
    assert misplaced == []
    elsewhere = [row["id"] for row in rows if row["forme"] != "regles" and need not in catalogue.aids[row["id"]].needs]
    assert elsewhere == []


def test_every_open_need_offers_aids(catalogue: Catalogue) -> None:
    assert catalogue.open_needs == ("logement", "enfance", "autonomie", "budget", "sante")
    for need in catalogue.open_needs:
        assert len(catalogue.aids_for(frozenset({need}))) >= 10


def test_every_rule_paper_office_and_question_is_used(catalogue: Catalogue) -> None:
    aids = catalogue.aids.values()
    assert set(catalogue.rules) <= {rule for aid in aids for rule in aid.written.rules}
    asked = {
        item.written.document for aid in aids for item in (*aid.documents, *(aid.held.documents if aid.held else ()))
    }
    assert set(catalogue.documents) <= asked
    used = {fact for fact, hanging in catalogue.aids_on.items() if hanging}
    assert set(catalogue.questions) - used <= set(catalogue.first_questions)
