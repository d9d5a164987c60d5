"""No paper that an answer says the person cannot have, in any aid of any need."""

from __future__ import annotations

import pytest

from engine.case.checklist import asked_for
from engine.content.answers import read_answers
from engine.content.catalogue import Catalogue
from tests.content.conftest import DAY

PERMIT, RECEIPT = "titre-de-sejour", "recepisse"
COUPLE = {"avis-imposition-couple", "declaration-revenus-couple"}
TAX = {"avis-imposition", "declaration-revenus"}


def papers(catalogue: Catalogue, aid: str, sheet: dict[str, str | list[str]]) -> dict[str, bool]:
    """The papers an aid asks for, and whether it surely does."""
    asked = asked_for(catalogue.aids[aid].documents, read_answers(catalogue, sheet), catalogue.amounts_at(DAY))
    return {item.written.document: certain for item, certain in asked}


def asking_for(catalogue: Catalogue, *documents: str) -> list[str]:
    return [
        aid.id for aid in catalogue.aids.values() if {item.written.document for item in aid.documents} & set(documents)
    ]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("oui", {PERMIT: True}),
        ("recepisse", {RECEIPT: True}),
        ("non", {}),
        ("nsp", {PERMIT: False, RECEIPT: False}),
    ],
)
def test_only_the_paper_of_residence_that_one_has_is_asked_for(
    catalogue: Catalogue, answer: str, expected: dict[str, bool]
) -> None:
    aids = asking_for(catalogue, PERMIT, RECEIPT)
    assert len(aids) > 20
    wrong = {
        aid: found
        for aid in aids
        if (
            found := {
                name: certain
                for name, certain in papers(catalogue, aid, {"nationalite": "autre", "titre_sejour": answer}).items()
                if name in (PERMIT, RECEIPT)
            }
        )
        != expected
    }
    assert wrong == {}, "un titre va avec « titre_a_montrer », un récépissé avec « recepisse_a_montrer »"


def test_a_french_or_european_person_is_asked_for_no_permit(catalogue: Catalogue) -> None:
    for nationality in ("francaise", "europeenne"):
        for aid in asking_for(catalogue, PERMIT):
            assert not {PERMIT, RECEIPT} & set(papers(catalogue, aid, {"nationalite": nationality})), aid


def test_a_single_person_is_asked_for_no_tax_paper_of_a_partner(catalogue: Catalogue) -> None:
    aids = asking_for(catalogue, *COUPLE)
    assert len(aids) > 15
    for aid in aids:
        assert not COUPLE & set(papers(catalogue, aid, {"en_couple": "non"})), aid
        together = papers(catalogue, aid, {"en_couple": "oui"})
        assert any(together.get(document) for document in COUPLE), aid


def test_nobody_reads_of_couples_in_the_papers_of_all(catalogue: Catalogue) -> None:
    """What is only asked of couples is a paper of its own."""
    told = [
        item.id
        for item in catalogue.documents.values()
        if item.id not in COUPLE and "en couple" in f"{item.name} {item.detail or ''}".lower()
    ]
    noted = [
        (aid.id, item.written.document)
        for aid in catalogue.aids.values()
        for item in aid.documents
        if "en couple" in (item.written.note or "").lower()
    ]
    assert (told, noted) == ([], [])


@pytest.mark.parametrize(
    ("commune", "nationality", "certain"),
    [
        ("arrivee-recente", "autre", False),
        ("arrivee-recente", "europeenne", False),
        ("arrivee-recente", "nsp", False),
        ("arrivee-recente", "francaise", True),
        ("74010", "autre", True),
    ],
)
def test_a_french_tax_notice_is_not_sure_for_someone_just_arrived(
    catalogue: Catalogue, commune: str, nationality: str, certain: bool
) -> None:
    aids = asking_for(catalogue, *COUPLE - {"declaration-revenus-couple"})
    assert aids
    for aid in aids:
        found = papers(catalogue, aid, {"commune": commune, "nationalite": nationality})
        assert {found[document] for document in TAX & set(found)} == {certain}, aid
