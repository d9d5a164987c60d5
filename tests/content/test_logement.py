"""Debts and bills: people in their situations, and what they must read, bring and do first."""

from __future__ import annotations

import pytest

from engine.case.result import Result
from engine.content.answers import Written
from engine.content.catalogue import Catalogue
from tests.content.housing import case, papers, to_do, told, verdicts


def test_a_wood_bill_is_not_lost_behind_one_in_the_name_of_an_ex_husband(catalogue: Catalogue) -> None:
    found = case(catalogue, demande_logement=["impaye-energie"], factures_energie=["actuelle", "tiers"])
    assert verdicts(found)["fsl-impaye-energie"] == "a-verifier"
    assert "une facture à votre nom" in told(found, "fsl-impaye-energie", "steps")
    alone = case(catalogue, demande_logement=["impaye-energie"], factures_energie=["tiers"])
    assert verdicts(alone)["fsl-impaye-energie"] == "peu-probable"


@pytest.mark.parametrize(
    ("wanted", "bills", "aid"),
    [("impaye-energie", "factures_energie", "fsl-impaye-energie"), ("impaye-eau", "factures_eau", "fsl-impaye-eau")],
)
def test_what_is_in_the_charges_of_a_tenant_belongs_to_rent_arrears(
    catalogue: Catalogue, wanted: str, bills: str, aid: str
) -> None:
    found = case(catalogue, demande_logement=[wanted], **{bills: ["charges"]}, occupation_logement="locataire")
    assert verdicts(found)[aid] == "peu-probable"
    assert verdicts(found)["fsl-impaye-loyer"] == "a-verifier"
    assert "decompte-dette-loyer" in papers(found)
    owner = case(catalogue, demande_logement=[wanted], **{bills: ["charges"]}, occupation_logement="proprietaire")
    assert verdicts(owner)["fsl-impaye-loyer"] == "peu-probable"


def test_whether_one_rents_is_asked_only_where_it_matters(catalogue: Catalogue) -> None:
    """It decides of rent arrears; an owner who lives there may ask for energy and water."""
    for aid in ("fsl-impaye-energie", "fsl-impaye-eau"):
        assert "ropriétaire" in catalogue.aids[aid].written.summary
    bills = case(catalogue, demande_logement=["impaye-energie", "impaye-eau"], fsl_deja_recu=["aucune"],
                 factures_energie=["actuelle"], factures_eau=["actuelle"])  # fmt: skip
    assert "occupation_logement" not in {*bills.path.asked, *bills.path.pending}
    rent = case(catalogue, demande_logement=["impaye-loyer"])
    assert "occupation_logement" in rent.path.pending


@pytest.mark.parametrize(
    ("aid", "sheet", "words"),
    [
        ("fsl-impaye-eau", {"demande_logement": ["impaye-eau"], "factures_eau": ["actuelle"],
                            "fsl_deja_recu": ["eau-annee"]}, "1er janvier"),
        ("fsl-impaye-energie", {"demande_logement": ["impaye-energie"], "factures_energie": ["actuelle"],
                                "fsl_deja_recu": ["factures-max"]}, "1 800 €"),
        ("fsl-acces-aide-financiere", {"demande_logement": ["entrer"], "logement_entree": "location",
                                       "bail_debut": "pas-commence", "fsl_deja_recu": ["entree-max"]}, "1 300 €"),
    ],
)  # fmt: skip
def test_help_that_is_used_up_is_said_to_be_received_with_what_is_left_to_do(
    catalogue: Catalogue, aid: str, sheet: dict[str, Written], words: str
) -> None:
    found = case(catalogue, **sheet)
    assert verdicts(found)[aid] == "deja-recue"
    assert {verdicts(found)[variant] for variant in catalogue.aids[aid].variants} <= {"deja-recue"}
    assert words in to_do(found, aid).replace("\u00a0", " ")
    asking = {**sheet, "fsl_deja_recu": "nsp"}
    assert verdicts(case(catalogue, **asking))[aid] == "a-verifier"
    assert "fsl_deja_recu" in case(catalogue, **asking).path.asked


def test_what_is_left_of_help_already_received_is_said(catalogue: Catalogue) -> None:
    part = case(
        catalogue, demande_logement=["impaye-energie"], factures_energie=["actuelle"], fsl_deja_recu=["factures"]
    )
    none = case(catalogue, demande_logement=["impaye-energie"], factures_energie=["actuelle"], fsl_deja_recu=["aucune"])
    assert "moins l’aide reçue en 24 mois" in told(part, "fsl-impaye-energie", "amount")
    assert "moins l’aide reçue en 24 mois" not in told(none, "fsl-impaye-energie", "amount")


def test_a_summons_is_asked_only_of_someone_who_has_one(catalogue: Catalogue) -> None:
    ordered = case(catalogue, demande_logement=["impaye-loyer", "expulsion"])
    assert "courrier-expulsion" in papers(ordered)
    assert "convocation-tribunal" not in {item.document.id for item in ordered.checklist.documents}
    summoned = case(catalogue, demande_logement=["impaye-loyer", "assignation"])
    assert "convocation-tribunal" in papers(summoned)


@pytest.mark.parametrize("aid", ["fsl-impaye-energie", "fsl-impaye-eau"])
def test_the_supplier_is_called_before_asking(catalogue: Catalogue, aid: str) -> None:
    assert catalogue.aids[aid].conditions_called("fournisseur-contacte")
    wanted = aid.removeprefix("fsl-")
    found = case(catalogue, demande_logement=[wanted], factures_energie=["actuelle"], factures_eau=["actuelle"])
    contacted = next(item for item in found.assessments if item.aid.id == aid).open
    assert "fournisseur-contacte" in [item.written.id for item in contacted]


def test_a_child_and_no_money_left_name_the_monthly_allowance(catalogue: Catalogue) -> None:
    named = Result(case(catalogue, demande_logement=["impaye-loyer", "argent-enfant"]))
    assert "allocation-mensuelle" in [aid.id for aid in named.elsewhere]
    without = Result(case(catalogue, demande_logement=["impaye-loyer"]))
    assert "allocation-mensuelle" not in [aid.id for aid in without.elsewhere]


def test_an_appeal_says_where_to_write(catalogue: Catalogue) -> None:
    for name in ("fsl-impaye-loyer", "fsl-acces-aide-financiere", "allocation-mensuelle"):
        text = " ".join(item.written.text for item in catalogue.aids[name].statements["appeal"])
        assert "74041 Annecy Cedex" in text, name
        assert "38022 Grenoble" in text, name
