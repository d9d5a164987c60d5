"""The five people whose journeys are played in the browser."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Page

from engine.case.code import write_code
from engine.content.catalogue_loader import load_catalogue
from tests.browser.walking import Journey
from tests.content.people import Outcome, Persona, Played, play
from tests.content.shared import CONTENT
from tests.sampled import Swept
from tests.web.forms import main_form
from tests.web.page import parse

# A daughter looks for help at home for her father.
AUTONOMY = Journey(
    need="autonomie",
    answers={
        "danger": "non",
        "pour_qui": "proche",
        "demande_autonomie": ("aide-domicile", "carte"),
        "age": "72",
        "aides_percues": ("aucune",),
        "difficultes_quotidien": ("maison", "gir-fixe"),
        "gir": "5",
        "en_couple": "non",
        "lieu_de_vie": "domicile",
        "commune": "Annecy",
        "nationalite": "francaise",
        "ressources_mensuelles": "900",
    },
    verdicts={"aide-menagere-pa": "Probable", "apa-domicile": "Peu probable"},
)

# A tenant is behind with the rent, and summoned by the court.
HOUSING = Journey(
    need="logement",
    answers={
        "danger": "non",
        "pour_qui": "moi",
        "demande_logement": ("impaye-loyer", "assignation"),
        "garant_logement": "aucun",
        "commune": "Annemasse",
        "nationalite": "francaise",
    },
    verdicts={"fsl-impaye-loyer": "Possible", "ap2a": "Probable"},
)

# A pregnant mother fears violence now, lacks money, and does not know much more.
DANGER = Journey(
    need="enfance",
    answers={
        "danger": "violences",
        "pour_qui": "moi",
        "demande_enfance": ("argent", "lieu-mere-enfant", "enfant-danger"),
        "enceinte": "oui",
    },
    verdicts={"accueil-mere-enfant": "Possible", "information-preoccupante": "À savoir"},
)

# A man alone has nothing left to eat.
BUDGET = Journey(
    need="budget",
    answers={
        "danger": "non",
        "pour_qui": "moi",
        "demande_budget": ("manger",),
        "reste_a_manger": "rien",
        "age": "40",
        "enfants_a_charge": "ni-enfant-ni-grossesse",
        "commune": "Annecy",
        "nationalite": "francaise",
    },
    verdicts={"fdasf": "Probable, à confirmer", "faj": "Peu probable"},
)

# A dentist has refused to care for someone because of how the care is paid.
HEALTH = Journey(
    need="sante",
    answers={
        "danger": "non",
        "pour_qui": "moi",
        "demande_sante": ("refus",),
        "pratique_refus": ("rendez-vous",),
        "soignant": "departement",
        "soin_urgent": "non",
        "commune": "Annecy",
        "motif_soins": "c2s",
    },
    verdicts={"refus-soins-discriminatoire": "Probable"},
)

JOURNEYS = {"autonomy": AUTONOMY, "housing": HOUSING, "danger": DANGER, "budget": BUDGET, "health": HEALTH}


def journeys(*here: Journey) -> list[Any]:
    """All of them for `parametrize`, those that are not `here` as long proofs.

    The first meets every kind of question, the last whom to call at once; the second meets no other kind of page.
    """
    return [
        pytest.param(journey, id=name, marks=[] if journey in here else [pytest.mark.long])
        for name, journey in JOURNEYS.items()
    ]


def arrive(page: Page, home: str, journey: Journey) -> None:
    """At the result of this journey, by its code: for what is not about the way there, which takes most of the time."""
    page.context.clear_cookies()  # whoever still has answers is asked first whether they may go
    form = main_form(parse(page.request.get(f"{home}reprendre").text()))
    page.request.post(f"{home}reprendre", form={**form.data, "code": code_of(journey)})
    page.goto(f"{home}resultats")


def asked(journey: Journey, swept: Swept) -> list[str]:
    """The addresses of its questions, to be opened once one has arrived: one of each kind, or all of them."""
    questions, first = load_catalogue(CONTENT).questions, {}
    for fact in _played(journey.need).asked:
        first.setdefault(fact if swept.whole else questions[fact].written.kind, f"questions/{fact}")
    return [*first.values()]


def code_of(journey: Journey) -> str:
    case = _played(journey.need).case
    return write_code(case.catalogue, case.needs, case.answers)


@cache
def _played(need: str) -> Played:
    catalogue = load_catalogue(CONTENT)
    journey = next(item for item in JOURNEYS.values() if item.need == need)
    communes = {commune.name: insee for insee, commune in catalogue.communes.items()}
    written = {fact: list(text) if isinstance(text, tuple) else text for fact, text in journey.answers.items()}
    if "commune" in written:
        written["commune"] = communes[str(written["commune"])]
    return play(catalogue, Persona(name="", needs=(need,), sheet=written, expected=Outcome(verdicts={})))
