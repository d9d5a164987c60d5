"""Moving in, or staying with someone’s support: who comes first, what presses, and for whom."""

from __future__ import annotations

import pytest

from engine.content.catalogue import Catalogue
from tests.content.housing import HOUSING, case, verdicts


def test_support_to_settle_in_is_not_shown_to_someone_who_does_not_move(catalogue: Catalogue) -> None:
    found = case(catalogue, demande_logement=["accompagnement"], difficultes_logement=["budget"])
    assert verdicts(found)["asll-installation"] == "non-concerne"
    assert verdicts(found)["asll-maintien"] == "a-verifier"
    assert "decompte-dette-loyer" not in {item.document.id for item in found.checklist.documents}


def test_support_rests_on_a_difficulty_and_not_on_the_wish_for_it(catalogue: Catalogue) -> None:
    both = {"demande_logement": ["impaye-loyer", "accompagnement"], "occupation_logement": "locataire"}
    assert verdicts(case(catalogue, **both, difficultes_logement="nsp"))["asll-maintien"] == "a-verifier"
    named = case(catalogue, **both, difficultes_logement=["budget"])
    support = next(item for item in named.assessments if item.aid.id == "asll-maintien")
    assert support.verdict == "probable"
    assert [item.written.id for item in support.plausible] == ["budget"]
    assert all(item.written.confirmed_by for item in support.plausible)


@pytest.mark.parametrize("wanted", ["sans-toit", "chercher", "accompagnement"])
def test_someone_without_a_home_is_told_of_support_to_get_one(catalogue: Catalogue, wanted: str) -> None:
    found = case(catalogue, demande_logement=[wanted], commune="sans-domicile")
    assert verdicts(found)["asll-installation"] == "a-verifier"


@pytest.mark.parametrize(
    ("lease", "urgent", "running"),
    [
        ("pas-de-bail", set(), {"fsl-cautionnement"}),
        ("pas-commence", {"fsl-cautionnement"}, {"fsl-cautionnement"}),
        ("moins-d-un-mois", {"fsl-acces-aide-financiere"}, {"fsl-acces-aide-financiere"}),
    ],
)
def test_the_guarantee_comes_before_the_lease_and_the_month_runs_after_it(
    catalogue: Catalogue, lease: str, urgent: set[str], running: set[str]
) -> None:
    found = case(catalogue, demande_logement=["entrer"], logement_entree="location", bail_debut=lease,
                 garant_logement="refus", fsl_deja_recu=["aucune"], difficultes_logement=["aucune"])  # fmt: skip
    clocks = found.checklist.clocks
    assert {clock.aid.id for clock in clocks if clock.urgent} == urgent
    assert {clock.aid.id for clock in clocks if clock.deadline.written.stage == "maintenant"} == running
    assert clocks[0].aid.id in running
    assert all(clock.certain for clock in clocks)


def test_a_deadline_that_presses_says_for_whom_it_runs(catalogue: Catalogue) -> None:
    idle = [
        aid.id
        for aid in catalogue.aids.values()
        if HOUSING in aid.needs
        for item in aid.deadlines
        if item.written.urgent and not item.written.when
    ]
    assert idle == []


@pytest.mark.parametrize(
    ("guarantor", "visale", "first"),
    [("aucun", "a-verifier", True), ("refus", "non-concerne", False), ("action-logement", "deja-recue", True)],
)
def test_visale_or_loca_pass_is_asked_for_first_unless_refused(
    catalogue: Catalogue, guarantor: str, visale: str, first: bool
) -> None:
    found = case(catalogue, demande_logement=["entrer"], logement_entree="location", bail_debut="pas-commence",
                 garant_logement=guarantor)  # fmt: skip
    assert verdicts(found)["ref-visale-loca-pass"] == visale
    stops = {stop.referral.role.id: stop.referral for stop in found.checklist.stops}
    assert ("action-logement" in stops) == first
    if first:
        assert stops["action-logement"].fallback, "aucun téléphone n’est connu : le pôle médico-social répond"


def test_no_advance_is_promised_under_the_name_of_loca_pass(catalogue: Catalogue) -> None:
    role = catalogue.roles["action-logement"]
    assert "avance" not in f"{role.purpose} {role.ask}".lower()


@pytest.mark.parametrize("place", ["sous-location", "foyer", "autre"])
def test_the_guarantee_stays_open_for_homes_that_its_list_leaves_out(catalogue: Catalogue, place: str) -> None:
    found = case(catalogue, demande_logement=["entrer"], logement_entree=place, bail_debut="pas-de-bail")
    guarantee = next(item for item in found.assessments if item.aid.id == "fsl-cautionnement")
    assert guarantee.verdict == "a-verifier"
    assert any(
        "pension de famille" in item.written.text and "Le logement" in item.written.text for item in guarantee.open
    )


def test_housing_benefit_goes_to_the_landlord_for_all_help_to_move_in(catalogue: Catalogue) -> None:
    for aid in ("fsl-cautionnement", "fsl-acces-aide-financiere"):
        assert catalogue.aids[aid].conditions_called("aide-logement-au-proprietaire")


def test_the_limit_of_the_guarantee_is_not_a_least_debt(catalogue: Catalogue) -> None:
    amount = catalogue.aids["fsl-cautionnement-mise-en-jeu"].statements["amount"][0].written.text
    assert amount.startswith("La limite")


def test_support_already_there_is_not_taken_for_support_nobody_looks_for(catalogue: Catalogue) -> None:
    """What is held is said of whom it concerns, whatever is still to be answered."""
    moving = {"demande_logement": ["entrer", "impaye-energie"], "difficultes_logement": ["suivi"]}
    early = verdicts(case(catalogue, **moving))
    late = verdicts(case(catalogue, **moving, factures_energie=["actuelle"]))
    assert (early["asll-installation"], early["asll-maintien"]) == ("deja-recue", "a-verifier")
    assert (late["asll-installation"], late["asll-maintien"]) == ("deja-recue", "non-concerne")
