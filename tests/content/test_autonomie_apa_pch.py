"""APA and PCH: what excludes them, what is already received, and what only makes noise."""

from __future__ import annotations

import pytest

from engine.case.result import Result
from engine.content.catalogue import Catalogue
from tests.content.dependence import (
    CARE_HOME,
    DISABLED,
    HERE,
    HOME,
    Sheet,
    against,
    clocks,
    met,
    named,
    sure_papers,
    verdict,
)

# What excludes


@pytest.mark.parametrize(
    ("held", "said"), [("pch", "la PCH ensemble"), ("actp", "l’ACTP ne s’ajoutent pas"), ("mtp", "(MTP, PCRTP)")]
)
def test_apa_is_a_choice_for_whoever_holds_what_it_cannot_go_with(catalogue: Catalogue, held: str, said: str) -> None:
    wanted: Sheet = {**HOME, "age": "75", "difficultes_quotidien": ["gir-fixe"], "gir": "2"}
    assert verdict(met(catalogue, **wanted), "apa-domicile") == "probable"
    found = met(catalogue, **{**wanted, "aides_percues": [held]})
    assert verdict(found, "apa-domicile") == "a-verifier"
    assert said in against(found, "apa-domicile")


@pytest.mark.parametrize("held", ["pch", "actp", "mtp"])
def test_apa_in_a_care_home_is_a_choice_too(catalogue: Catalogue, held: str) -> None:
    wanted: Sheet = {
        **CARE_HOME,
        "age": "75",
        "lieu_de_vie": "ehpad",
        "difficultes_quotidien": ["gir-fixe"],
        "gir": "2",
    }
    assert verdict(met(catalogue, **wanted), "apa-etablissement") == "probable"
    found = met(catalogue, **{**wanted, "aides_percues": [held]})
    assert verdict(found, "apa-etablissement") == "a-verifier"
    assert against(found, "apa-etablissement")


def test_home_help_already_paid_by_the_pension_fund_excludes_ours(catalogue: Catalogue) -> None:
    wanted: Sheet = {
        **HOME, "age": "84", "difficultes_quotidien": ["gir-fixe"], "gir": "6", "ressources_mensuelles": "900",
    }  # fmt: skip
    assert verdict(met(catalogue, **wanted), "aide-menagere-pa") == "probable"
    found = met(catalogue, **{**wanted, "aides_percues": ["aide-menagere-caisse"]})
    assert verdict(found, "aide-menagere-pa") == "a-verifier"
    assert verdict(found, "orientation-caisse-retraite") == "deja-recue"
    assert "caisse de retraite" in against(found, "aide-menagere-pa")


@pytest.mark.parametrize("wanted", ["aide-domicile", "etablissement", "handicap"])
def test_what_is_already_received_is_asked_wherever_it_matters(catalogue: Catalogue, wanted: str) -> None:
    found = met(catalogue, **{**HERE, "demande_autonomie": [wanted], "age": "70"})
    assert "aides_percues" in found.asked


def test_not_knowing_what_one_receives_never_makes_apa_likely(catalogue: Catalogue) -> None:
    found = met(
        catalogue, **{**HOME, "age": "75", "aides_percues": "nsp", "difficultes_quotidien": ["gir-fixe"], "gir": "2"}
    )
    assert verdict(found, "apa-domicile") == "a-verifier"


# What one already has


def test_whoever_has_apa_is_not_sent_to_ask_for_it_again(catalogue: Catalogue) -> None:
    new: Sheet = {**HOME, "age": "84", "difficultes_quotidien": ["se-laver"], "ressources_mensuelles": "3000"}
    assert {"dossier-apa", "rib", "certificat-medical-apa"} <= sure_papers(met(catalogue, **new))
    found = met(catalogue, **{**new, "aides_percues": ["apa"]})
    assert verdict(found, "apa-domicile") == "deja-recue"
    assert not {"dossier-apa", "rib", "certificat-medical-apa"} & sure_papers(found)
    steps = " ".join(item.written.text for item in Result(found.case).to_do(catalogue.aids["apa-domicile"]))
    assert "revoir le plan d’aide" in steps
    assert [str(clock.deadline.written.stage) for clock in clocks(found, "apa-domicile")] == ["renouvellement"]


def test_apa_held_at_home_follows_into_the_care_home_without_a_new_file(catalogue: Catalogue) -> None:
    new: Sheet = {**CARE_HOME, "age": "86", "lieu_de_vie": "ehpad", "frais_sejour": "payables"}
    assert {"dossier-apa", "grille-aggir-etablissement", "rib"} <= sure_papers(met(catalogue, **new))
    found = met(catalogue, **{**new, "aides_percues": ["apa"]})
    assert verdict(found, "apa-etablissement") == "deja-recue"
    assert not {"dossier-apa", "grille-aggir-etablissement", "rib"} & sure_papers(found)
    steps = " ".join(item.written.text for item in Result(found.case).to_do(catalogue.aids["apa-etablissement"]))
    assert "sans nouveau dossier" in steps
    assert "autre Département" in steps


def test_whoever_has_pch_changes_it_and_files_no_new_certificate(catalogue: Catalogue) -> None:
    new: Sheet = {**DISABLED, "age": "45", "besoins_handicap": ["vehicule"], "difficultes_gestes": "impossible"}
    assert {"formulaire-mdph", "certificat-medical-mdph"} <= sure_papers(met(catalogue, **new))
    found = met(catalogue, **{**new, "aides_percues": ["pch"]})
    assert verdict(found, "pch") == "deja-recue"
    assert verdict(found, "pch-vehicule-transport") == "probable", "a new part of what one has can be asked for"
    assert not {"formulaire-mdph", "certificat-medical-mdph"} & sure_papers(found)


def test_a_pch_is_told_of_beside_help_at_home_after_60(catalogue: Catalogue) -> None:
    found = met(catalogue, **{**HOME, "age": "62", "aides_percues": ["pch"]})
    assert "pch" in named(found)
    assert "pch" not in named(met(catalogue, **{**HOME, "age": "62"}))


@pytest.mark.parametrize("held", ["actp", "acfp"])
def test_old_allowances_are_renewed_by_whoever_has_them(catalogue: Catalogue, held: str) -> None:
    found = met(catalogue, **{**DISABLED, "age": "58", "aides_percues": [held]})
    assert verdict(found, "actp") == "deja-recue"
    assert verdict(found, "acfp") == ("deja-recue" if held == "acfp" else "non-concerne")
    assert "demande-renouvellement-actp" in sure_papers(found)
    assert ("preuve-frais-professionnels" in sure_papers(found)) == (held == "acfp")


# What only makes noise


@pytest.mark.parametrize(
    ("sheet"),
    [
        {**DISABLED, "age": "20"},
        {**DISABLED, "pour_qui": "proche", "age": "70", "aides_percues": "nsp"},
        {**HOME, "age": "50", "aides_percues": "nsp"},
    ],
    ids=["20 ans", "un voisin mal connu", "50 ans, aides inconnues"],
)
def test_the_old_allowance_is_shown_to_nobody_else(catalogue: Catalogue, sheet: Sheet) -> None:
    found = met(catalogue, **sheet)
    assert verdict(found, "actp") == "non-concerne"
    assert "demande-renouvellement-actp" not in {item.document.id for item in found.case.checklist.documents}


def test_the_pension_fund_is_never_likely(catalogue: Catalogue) -> None:
    for gir in ("5", "6"):
        wanted: Sheet = {**HOME, "age": "72", "difficultes_quotidien": ["gir-fixe"], "gir": gir}
        found = met(catalogue, **{**wanted, "ressources_mensuelles": "5000"})
        assert verdict(found, "aide-menagere-pa") == "peu-probable"
        assert verdict(found, "orientation-caisse-retraite") == "a-verifier"


def test_equipment_outside_the_plan_never_stands_without_apa(catalogue: Catalogue) -> None:
    equipment = "aides-techniques-conference-financeurs"
    autonomous = {**HOME, "age": "84", "difficultes_quotidien": ["gir-fixe"], "gir": "6"}
    no_papers = {
        **HOME,
        "age": "72",
        "nationalite": "autre",
        "titre_sejour": "non",
        "difficultes_quotidien": ["se-laver"],
    }
    deaf = {**DISABLED, "age": "64", "besoins_handicap": ["materiel"], "difficultes_gestes": "vue-ouie"}
    assert verdict(met(catalogue, **autonomous), equipment) == "peu-probable"
    assert verdict(met(catalogue, **no_papers), equipment) == "peu-probable"
    assert verdict(met(catalogue, **deaf), equipment) == "non-concerne"
    assert verdict(met(catalogue, **{**HOME, "age": "84", "aides_percues": ["apa"]}), equipment) == "a-verifier"
    assert catalogue.aids[equipment].parent == "apa-domicile"
