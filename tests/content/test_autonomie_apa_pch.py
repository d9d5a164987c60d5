"""APA, PCH and what goes with them: what is already received, what excludes, what runs, what is worth asking."""

from __future__ import annotations

import pytest

from engine.case.checklist import Clock
from engine.case.result import Result
from engine.content.catalogue import Catalogue
from tests.content.people import Outcome, Persona, Played, play

Sheet = dict[str, str | list[str]]

HERE: Sheet = {"danger": "non", "pour_qui": "moi", "nationalite": "francaise", "commune": "74010"}
HOME: Sheet = {**HERE, "demande_autonomie": ["aide-domicile"], "en_couple": "non", "aides_percues": ["aucune"]}
CARE_HOME: Sheet = {
    **HERE, "demande_autonomie": ["etablissement"], "aides_percues": ["aucune"],
    "domicile_avant": "haute-savoie", "entree_lieu": "moins-de-2-mois",
}  # fmt: skip
DISABLED: Sheet = {**HERE, "demande_autonomie": ["handicap"], "aides_percues": ["aucune"]}
CARDS = ["cmi-invalidite", "cmi-stationnement"]


def met(catalogue: Catalogue, **sheet: str | list[str]) -> Played:
    return play(catalogue, Persona(name="", needs=("autonomie",), sheet=sheet, expected=Outcome(verdicts={})))


def verdict(found: Played, aid: str) -> str:
    return next(str(item.verdict) for item in found.case.assessments if item.aid.id == aid)


def against(found: Played, aid: str) -> str:
    """What the card says that the aid cannot go with."""
    item = next(item for item in found.case.assessments if item.aid.id == aid)
    return " ".join(entry.written.text for entry in item.against)


def sure_papers(found: Played) -> set[str]:
    return {item.document.id for item in found.case.checklist.documents if item.certain}


def clocks(found: Played, aid: str) -> list[Clock]:
    return [clock for clock in found.case.checklist.clocks if clock.aid.id == aid]


def named(found: Played) -> list[str]:
    return [aid.id for aid in Result(found.case).elsewhere]


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


# A wrong "no"


@pytest.mark.parametrize("held", ["actp", "acfp", "pch"])
def test_sixty_next_month_opens_apa_to_whoever_must_choose(catalogue: Catalogue, held: str) -> None:
    wanted: Sheet = {**HOME, "age": "59", "aides_percues": [held], "difficultes_quotidien": ["se-laver"]}
    soon = met(catalogue, **{**wanted, "bientot_60": "oui"})
    assert verdict(soon, "apa-domicile") == "a-verifier"
    age = next(item for item in catalogue.aids["apa-domicile"].conditions if item.written.id == "age")
    assert "2 mois avant les 60 ans" in (age.written.to_check or "")
    assert verdict(met(catalogue, **{**wanted, "bientot_60": "non"}), "apa-domicile") == "peu-probable"


@pytest.mark.parametrize(("age", "held"), [("58", "actp"), ("60", "actp"), ("59", "aucune")])
def test_sixty_next_month_is_asked_only_where_it_matters(catalogue: Catalogue, age: str, held: str) -> None:
    assert "bientot_60" not in met(catalogue, **{**HOME, "age": age, "aides_percues": [held]}).asked


def test_lighter_before_60_and_still_at_work_can_be_said_together(catalogue: Catalogue) -> None:
    wanted: Sheet = {**DISABLED, "age": "64", "difficultes_gestes": "impossible"}
    at_work = met(catalogue, **{**wanted, "debut_difficultes": "avant-60-leger-travail"})
    retired = met(catalogue, **{**wanted, "debut_difficultes": "avant-60-leger"})
    assert (verdict(at_work, "pch"), verdict(retired, "pch")) == ("probable", "a-verifier")


@pytest.mark.parametrize("need", ["materiel", "animal", "vue-ouie", "surveillance", "travail"])
def test_no_hard_act_is_no_reason_to_close_pch_to_someone_deaf_or_blind(catalogue: Catalogue, need: str) -> None:
    found = met(catalogue, **{**DISABLED, "age": "38", "besoins_handicap": [need], "difficultes_gestes": "non"})
    assert verdict(found, "pch") == "a-verifier"


def test_someone_deaf_can_say_so_and_the_flat_rate_is_likely(catalogue: Catalogue) -> None:
    wanted: Sheet = {**DISABLED, "age": "38", "besoins_handicap": ["vue-ouie"], "difficultes_gestes": "vue-ouie"}
    found = met(catalogue, **wanted)
    assert (verdict(found, "pch"), verdict(found, "pch-aide-humaine")) == ("probable", "probable")


@pytest.mark.parametrize("age", ["60", "64"])
def test_home_help_keeps_the_rules_of_disability_until_65(catalogue: Catalogue, age: str) -> None:
    """60 is for hosting, 65 for help at home."""
    condition = next(item for item in catalogue.aids["aide-menagere-ph"].conditions if "65 ans" in item.written.text)
    assert condition.rule.text == "age < 65 or inconnu"
    found = met(catalogue, **{**HOME, "demande_autonomie": ["aide-domicile", "handicap"], "age": age})
    item = next(item for item in found.case.assessments if item.aid.id == "aide-menagere-ph")
    assert condition in item.met


# Signs


@pytest.mark.parametrize("act", ["se-laver", "manger", "se-deplacer", "se-reperer"])
def test_one_essential_act_that_is_hard_makes_apa_likely_until_the_visit(catalogue: Catalogue, act: str) -> None:
    found = met(catalogue, **{**HOME, "age": "84", "difficultes_quotidien": [act]})
    item = next(item for item in found.case.assessments if item.aid.id == "apa-domicile")
    assert item.verdict == "probable"
    assert [entry.written.id for entry in item.plausible] == ["gir"]
    assert "équipe du Département" in (item.plausible[0].written.confirmed_by or "")


def test_housework_alone_is_no_sign_for_apa(catalogue: Catalogue) -> None:
    found = met(catalogue, **{**HOME, "age": "84", "difficultes_quotidien": ["maison"], "ressources_mensuelles": "900"})
    assert verdict(found, "apa-domicile") == "a-verifier"
    home_help = next(item for item in found.case.assessments if item.aid.id == "aide-menagere-pa")
    assert "gir" not in [entry.rule.text[:3] for entry in home_help.open], "the sign settles the GIR for home help"


# What nobody should be asked


@pytest.mark.parametrize("wanted", ["handicap", "carte"])
def test_a_child_is_asked_nothing_of_the_aids_of_adults(catalogue: Catalogue, wanted: str) -> None:
    found = met(catalogue, **{**HERE, "pour_qui": "proche", "demande_autonomie": [wanted], "age": "8"})
    adults = {
        "aides_percues",
        "debut_difficultes",
        "gir",
        "difficultes_quotidien",
        "ressources_mensuelles",
        "en_couple",
    }
    assert set(found.asked) & adults == set()


def test_a_childs_pch_is_asked_by_itself(catalogue: Catalogue) -> None:
    child: Sheet = {**HERE, "pour_qui": "proche", "demande_autonomie": ["handicap"], "age": "8"}
    assert verdict(met(catalogue, **{**child, "pch_avant_20": "oui"}), "pch") == "deja-recue"
    new = met(
        catalogue, **{**child, "pch_avant_20": "non", "aeeh_complement": "oui", "difficultes_gestes": "impossible"}
    )
    assert verdict(new, "pch") == "probable"


def test_whoever_is_over_60_is_asked_nothing_of_childhood(catalogue: Catalogue) -> None:
    found = met(catalogue, **{**DISABLED, "demande_autonomie": ["handicap", "aide-domicile"], "age": "70"})
    assert set(found.asked) & {"pch_avant_20", "aeeh_complement", "enfants_a_charge", "enceinte"} == set()


# Named though nobody asked


def test_mobility_cards_are_named_where_the_apa_file_would_ask_for_them(catalogue: Catalogue) -> None:
    for fits in (
        {"aides_percues": ["apa"]},
        {"difficultes_quotidien": ["gir-fixe"], "gir": "2"},
        {"difficultes_quotidien": ["se-deplacer"]},
    ):
        found = met(catalogue, **{**HOME, "age": "84", **fits})
        assert [aid for aid in named(found) if aid in CARDS] == CARDS
    housework = met(catalogue, **{**HOME, "age": "84", "difficultes_quotidien": ["maison"]})
    assert [aid for aid in named(housework) if aid in CARDS] == []


@pytest.mark.parametrize(
    ("income", "couple", "held", "expected"),
    [
        ("900", "non", "aucune", True),
        ("900", "non", "aspa", False),
        ("1500", "non", "aucune", False),
        ("1500", "oui", "aucune", True),
    ],
)
def test_aspa_is_named_when_the_income_is_below_it(
    catalogue: Catalogue, income: str, couple: str, held: str, expected: bool
) -> None:
    sheet: Sheet = {**HOME, "age": "72", "en_couple": couple, "ressources_mensuelles": income, "aides_percues": [held]}
    assert ("ref-aspa" in named(met(catalogue, **sheet))) is expected


# What runs


def test_sending_back_the_plan_is_neither_first_nor_urgent(catalogue: Catalogue) -> None:
    found = met(catalogue, **{**HOME, "age": "84", "difficultes_quotidien": ["se-laver"]})
    told = [clock.deadline.written for clock in clocks(found, "apa-domicile")]
    assert not any(clock.urgent for clock in clocks(found, "apa-domicile"))
    assert told[0].text.startswith("Envoyez le dossier sans attendre")
    plan = next(item for item in told if "plan d’aide signé" in item.text)
    assert plan.stage == "a-la-demande"
    assert "quand même" in plan.text, "a late plan can still be sent"


OURS = [
    "apa-domicile", "apa-etablissement", "pch", "actp", "aide-menagere-pa", "aide-menagere-ph", "fonds-compensation",
    "recours-rapo", "revision-decision", "indus", "orientation-caisse-retraite",
]  # fmt: skip


@pytest.mark.parametrize("name", [*OURS, "apa"])
def test_a_deadline_that_starts_later_never_presses(catalogue: Catalogue, name: str) -> None:
    written = catalogue.rules[name] if name in catalogue.rules else catalogue.aids[name].written
    for item in written.deadlines:
        if item.text.startswith("Pour contester"):
            assert "après" in item.text, "two months from the day the decision arrives"
            assert item.stage == "en-cas-de-refus" or item.when is not None, item.text
        assert not item.urgent or item.when is not None, f"« {item.text} » presse tout le monde"


def test_the_three_months_of_a_care_home_run_once_one_is_in(catalogue: Catalogue) -> None:
    inside = met(catalogue, **{**CARE_HOME, "age": "86", "lieu_de_vie": "ehpad"})
    outside = met(catalogue, **{**CARE_HOME, "age": "86", "lieu_de_vie": "domicile"})
    assert any(clock.urgent for clock in clocks(inside, "apa-etablissement"))
    assert not any(clock.urgent for clock in clocks(outside, "apa-etablissement"))
    assert any("3 mois" in clock.deadline.written.text for clock in clocks(outside, "apa-etablissement"))


def test_the_month_of_a_revision_runs_only_for_a_new_fact(catalogue: Catalogue) -> None:
    wanted: Sheet = {
        **HERE, "demande_autonomie": ["contester"], "type_decision": "aide-sociale",
        "reception_decision": "plus-de-2-mois",
    }  # fmt: skip
    changed = met(catalogue, **{**wanted, "changement_decision": "situation"})
    forgotten = met(catalogue, **{**wanted, "changement_decision": "oubli"})
    assert any(clock.urgent for clock in clocks(changed, "revision-decision"))
    assert not any(clock.urgent for clock in clocks(forgotten, "revision-decision"))


# What a person must be told


def test_one_may_explain_oneself_before_repaying(catalogue: Catalogue) -> None:
    steps = [item for item in catalogue.aids["indus"].statements["steps"] if "s’expliquer avant" in item.written.text]
    assert [item.source.lines for item in steps] == ["664"]


@pytest.mark.parametrize("name", ["apa-domicile", "aide-menagere-pa", "aide-menagere-ph"])
def test_the_end_at_death_is_said(catalogue: Catalogue, name: str) -> None:
    assert any("décès" in item.written.text for item in catalogue.aids[name].statements["duration"])


@pytest.mark.parametrize("answer", ["non", "recepisse"])
def test_no_permit_is_surely_asked_of_whoever_has_none(catalogue: Catalogue, answer: str) -> None:
    home: Sheet = {**HOME, "age": "70", "difficultes_quotidien": ["se-laver"], "nationalite": "autre"}
    young: Sheet = {**DISABLED, "age": "40", "difficultes_gestes": "impossible", "nationalite": "autre"}
    for sheet in (home, young):
        serving = {
            aid.id
            for item in met(catalogue, **{**sheet, "titre_sejour": answer}).case.checklist.documents
            if item.document.id == "titre-de-sejour"
            for aid in item.aids
        }
        assert serving & {"apa-domicile", "pch"} == set()
        assert "titre-de-sejour" in sure_papers(met(catalogue, **{**sheet, "titre_sejour": "oui"}))
