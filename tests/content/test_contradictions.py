"""Where the texts contradict themselves, the guide never chooses: « à vérifier », with both citations for the agent.

Each place is named one by one, with the number it has in the list of contradictions.
"""

from __future__ import annotations

import pytest

from engine.case.assessment import Verdict, assess
from engine.content.answers import Written, read_answers
from engine.content.catalogue import Catalogue
from tests.content.conftest import DAY
from tests.content.contradictions import Place, cites, notes_of
from tests.content.contradictions_of_appui import OF_APPUI
from tests.content.contradictions_of_autonomy import OF_AUTONOMY
from tests.content.contradictions_of_confie import OF_CHILDREN_IN_CARE
from tests.content.contradictions_of_danger import OF_DANGER
from tests.content.contradictions_of_droits import OF_RIGHTS
from tests.content.contradictions_of_garde import OF_GARDE
from tests.content.contradictions_of_metier import OF_TRADES
from tests.content.contradictions_of_naissance import OF_NAISSANCE
from tests.content.contradictions_of_sante import OF_HEALTH
from tests.content.contradictions_of_the_funds import OF_THE_FUNDS
from tests.content.contradictions_of_the_rsa import OF_THE_RSA

PLACES = (
    *OF_APPUI,
    *OF_AUTONOMY,
    *OF_CHILDREN_IN_CARE,
    *OF_DANGER,
    *OF_RIGHTS,
    *OF_GARDE,
    *OF_NAISSANCE,
    *OF_HEALTH,
    *OF_THE_FUNDS,
    *OF_THE_RSA,
    *OF_TRADES,
)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: f"{place.number}-{place.owner}-{place.what}")
def test_the_agent_reads_both_sides(catalogue: Catalogue, place: Place) -> None:
    """One note cites every side of it."""
    told = [note for note in notes_of(catalogue, place.owner) if all(cites(note, side) for side in place.sides)]
    assert told, (
        f"« {place.owner} » : une seule note de « pour_agent » doit citer tous ces endroits, {place.sides}. "
        f"Ses notes : {[note.text for note in notes_of(catalogue, place.owner)]}"
    )


@pytest.mark.parametrize(
    ("place", "aid", "sheet"),
    [(place, aid, sheet) for place in PLACES for aid, sheet in place.cases],
    ids=lambda value: value.what if isinstance(value, Place) else "",
)
def test_whoever_stands_on_it_is_told_to_check(
    catalogue: Catalogue, place: Place, aid: str, sheet: dict[str, Written]
) -> None:
    found = assess(catalogue.aids[aid], read_answers(catalogue, sheet), catalogue.amounts_at(DAY))
    assert found.verdict is Verdict.TO_CHECK, (
        f"« {aid} » : les textes se contredisent ici ({place.what}). La règle « si » doit laisser « à vérifier » : "
        "ajoutez « or inconnu » de ce côté"
    )


@pytest.mark.parametrize(
    ("places", "numbers"),
    [
        (OF_APPUI, {8, 14, 15}),
        (OF_AUTONOMY, {*range(1, 8), 20}),
        (OF_CHILDREN_IN_CARE, {12, 13, 19}),
        (OF_DANGER, {17}),
        (OF_RIGHTS, {17}),
        (OF_GARDE, {16}),
        (OF_NAISSANCE, {11}),
        (OF_HEALTH, {18}),
        (OF_THE_FUNDS, {8}),
        (OF_THE_RSA, {8, 9, 10}),
        (OF_TRADES, {16}),
    ],
    ids=[
        "appui",
        "autonomie",
        "enfants confiés",
        "danger",
        "droits",
        "garde",
        "naissance",
        "santé",
        "fonds",
        "RSA et FSL",
        "métiers",
    ],
)
def test_every_place_that_concerns_these_aids_is_named(places: list[Place], numbers: set[int]) -> None:
    assert {place.number for place in places} == numbers, (
        "chaque contradiction qui touche ces aides a sa ligne, avec son numéro"
    )
