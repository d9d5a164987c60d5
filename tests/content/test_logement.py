"""Housing: people in their situations, and what they must read, bring and do first."""

from __future__ import annotations

import pytest

from engine.case.case import Case
from engine.case.checklist import Clock
from engine.case.result import Result
from engine.content.answers import Written, read_answers
from engine.content.catalogue import Catalogue
from tests.content.conftest import DAY

HOUSING = "logement"
AT_HOME: dict[str, Written] = {"danger": "non", "pour_qui": "moi", "nationalite": "francaise", "commune": "74010"}


def case(catalogue: Catalogue, **sheet: Written) -> Case:
    return Case(catalogue, (HOUSING,), read_answers(catalogue, {**AT_HOME, **sheet}), DAY)


def verdicts(found: Case) -> dict[str, str]:
    return {item.aid.id: str(item.verdict) for item in found.assessments}


def papers(found: Case) -> set[str]:
    """Those that are surely asked for."""
    return {item.document.id for item in found.checklist.documents if item.certain}


def told(found: Case, aid: str, field: str) -> str:
    return " ".join(item.written.text for item in Result(found).shown(found.catalogue.aids[aid], field))


def to_do(found: Case, aid: str) -> str:
    return " ".join(item.written.text for item in Result(found).to_do(found.catalogue.aids[aid]))


def own_clocks(found: Case, aid: str) -> list[Clock]:
    return [clock for clock in found.checklist.clocks if clock.aid.id == aid]


def test_a_wood_bill_is_not_lost_behind_one_in_the_name_of_an_ex_husband(catalogue: Catalogue) -> None:
    found = case(catalogue, demande_logement=["impaye-energie"], factures_energie=["actuelle", "tiers"])
    assert verdicts(found)["fsl-impaye-energie"] == "a-verifier"
    assert "la facture à votre nom" in told(found, "fsl-impaye-energie", "steps")
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
    assert "moins ce qui a été donné" in told(part, "fsl-impaye-energie", "amount")
    assert "moins ce qui a été donné" not in told(none, "fsl-impaye-energie", "amount")


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


def test_a_summons_is_asked_only_of_someone_who_has_one(catalogue: Catalogue) -> None:
    ordered = case(catalogue, demande_logement=["impaye-loyer", "expulsion"])
    assert "courrier-expulsion" in papers(ordered)
    assert "convocation-tribunal" not in {item.document.id for item in ordered.checklist.documents}
    summoned = case(catalogue, demande_logement=["impaye-loyer", "assignation"])
    assert "convocation-tribunal" in papers(summoned)


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


def test_housing_benefit_goes_to_the_landlord_for_all_help_to_move_in(catalogue: Catalogue) -> None:
    for aid in ("fsl-cautionnement", "fsl-acces-aide-financiere"):
        assert catalogue.aids[aid].conditions_called("aide-logement-au-proprietaire")


def test_an_appeal_says_where_to_write(catalogue: Catalogue) -> None:
    for name in ("fsl-impaye-loyer", "fsl-acces-aide-financiere", "allocation-mensuelle"):
        text = " ".join(item.written.text for item in catalogue.aids[name].statements["appeal"])
        assert "74041 Annecy Cedex" in text, name
        assert "38022 Grenoble" in text, name


def test_the_limit_of_the_guarantee_is_not_a_least_debt(catalogue: Catalogue) -> None:
    amount = catalogue.aids["fsl-cautionnement-mise-en-jeu"].statements["amount"][0].written.text
    assert amount.startswith("La limite")
