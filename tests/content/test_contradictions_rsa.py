"""Where what is written on the RSA and on the FSL contradicts itself: « à vérifier », both citations for the agent."""

from __future__ import annotations

import pytest

from engine.case.assessment import Verdict, assess
from engine.case.case import Case
from engine.case.plan import Plan, Turn
from engine.content.answers import Written, read_answers
from engine.content.catalogue import Catalogue
from tests.content.conftest import DAY
from tests.content.test_contradictions import Place, cites, notes_of

RSA: dict[str, Written] = {
    "demande_budget": ["revenu"], "revenus": ["rien"], "age": "40", "activites": ["sans-emploi"],
    "enfants_a_charge": "aucun", "enceinte": "non", "en_couple": "non", "ressources_mensuelles": "0",
    "nationalite": "francaise", "commune": "74010",
}  # fmt: skip
STUDENT: dict[str, Written] = {**RSA, "activites": ["etudiant"], "ressources_mensuelles": "500"}
PENSION: dict[str, Written] = {
    "demande_budget": ["rsa-decision"], "sujet_rsa": ["pension"], "age": "26", "enceinte": "non", "en_couple": "oui",
    "enfants_a_charge": "de-3-a-17-ans",
}  # fmt: skip
MOVING_IN: dict[str, Written] = {
    "demande_logement": ["entrer"], "logement_entree": "location", "bail_debut": "pas-de-bail",
    "garant_logement": "aucun", "fsl_deja_recu": ["aucune"], "nationalite": "francaise", "commune": "hors-74",
}  # fmt: skip
RENT: dict[str, Written] = {
    "demande_logement": ["impaye-loyer"], "occupation_logement": "locataire", "commune": "74010",
}  # fmt: skip

PLACES = [
    Place(
        8, "25 ans tout juste, pour le RSA", "rsa-socle", ((13152, 13152), (13153, 13153)),
        (("rsa", {**RSA, "age": "25", "travail_3_ans": "non"}),),
    ),
    Place(
        8, "500 € de salaire tout juste, pendant des études", "rsa-socle", ((13965, 13965), (13966, 13966)),
        (("rsa", {**STUDENT, "salaire_etudiant": "500"}),
         ("rsa-derogation-etudiant", {**STUDENT, "salaire_etudiant": "500"})),
    ),
    Place(9, "habiter déjà ici, ou venir y habiter", "fsl-socle", ((3773, 3773), (3819, 3819)),
          (("fsl-cautionnement", MOVING_IN), ("fsl-acces-aide-financiere", MOVING_IN))),
    Place(9, "garantie de 36 mois, ou de 12 à 36", "fsl-cautionnement-mise-en-jeu", ((3852, 3852), (3960, 3960))),
    Place(9, "annexes absentes, dette de loyer", "fsl-impaye-loyer", ((3901, 3903),), (("fsl-impaye-loyer", RENT),)),
    Place(9, "dette de loyer d’un logement déjà quitté", "fsl-impaye-loyer", ((3930, 3942), (4007, 4007), (4058, 4058))),
    Place(
        10, "pension non réclamée : quatre suites écrites", "rsa-dispense-pension-alimentaire",
        ((13104, 13104), (13121, 13121), (13133, 13133), (13422, 13422)),
    ),
    Place(
        10, "moins de 30 ans : tous, ou sans charge de famille", "rsa-dispense-pension-alimentaire",
        ((13104, 13104), (13410, 13410)),
        (("rsa-dispense-pension-alimentaire", PENSION),),
    ),
    Place(10, "barème des sanctions absent", "rsa-accompagnement", ((13057, 13057),)),
    Place(10, "deux sommes pour la plainte", "rsa", ((14092, 14092), (14094, 14094))),
]  # fmt: skip


@pytest.mark.parametrize("place", PLACES, ids=lambda place: f"{place.number}-{place.what}")
def test_the_agent_reads_both_sides(catalogue: Catalogue, place: Place) -> None:
    """One note cites every side of it."""
    notes = notes_of(catalogue, place.owner)
    told = [note for note in notes if all(cites(note, side) for side in place.sides)]
    assert told, f"« {place.owner} » : une seule note doit citer {place.sides}, parmi {[note.text for note in notes]}"


@pytest.mark.parametrize(
    ("place", "aid", "sheet"),
    [(place, aid, sheet) for place in PLACES for aid, sheet in place.cases],
    ids=lambda value: value.what if isinstance(value, Place) else "",
)
def test_whoever_stands_on_it_is_told_to_check(
    catalogue: Catalogue, place: Place, aid: str, sheet: dict[str, Written]
) -> None:
    found = assess(catalogue.aids[aid], read_answers(catalogue, sheet), catalogue.amounts_at(DAY))
    assert found.verdict is Verdict.TO_CHECK, place.what


def test_every_place_that_concerns_the_rsa_and_the_fsl_is_named() -> None:
    assert {place.number for place in PLACES} == {8, 9, 10}


@pytest.mark.parametrize(
    "sheet",
    [
        RSA,
        {**RSA, "activites": ["independant"]},
        {**RSA, "activites": ["agricole"]},
        {**STUDENT, "age": "27", "salaire_etudiant": "500"},
        {**RSA, "enfants_a_charge": "moins-de-3-ans", "nombre_enfants": "1", "conjoint_absent": "non"},
        {**RSA, "activites": "nsp", "en_couple": "nsp", "enfants_a_charge": "nsp"},
    ],
)
def test_there_is_never_more_than_one_request_for_the_rsa(catalogue: Catalogue, sheet: dict[str, Written]) -> None:
    """The others come with it or after it: one file is handed in."""
    answers = read_answers(catalogue, {"danger": "non", "pour_qui": "moi", **sheet})
    plan = Plan(Case(catalogue, ("budget",), answers, DAY))
    asked_for = [item.aid.id for item in plan.aids if item.turn in (Turn.FIRST, Turn.ALSO)]
    assert len([name for name in asked_for if name.startswith("rsa")]) == 1
