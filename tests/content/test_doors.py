"""The door that these answers lead to: the mobility card goes with the APA, or to the MDPH."""

from __future__ import annotations

import pytest

from engine.case.case import Case
from engine.content.catalogue import Catalogue
from engine.rules.truth import Value
from tests.content.conftest import DAY

DEPARTEMENT, MDPH = ("direction-autonomie-apa", "apa-territoire"), ("mdph", "mdph")
CARD = frozenset({"carte"})


@pytest.mark.parametrize(
    ("answers", "door"),
    [
        pytest.param({"aides_percues": frozenset({"apa"}), "age": 82, "gir": "2"}, DEPARTEMENT, id="holds the APA"),
        pytest.param(
            {"demande_autonomie": CARD | {"aide-domicile"}, "age": 82, "aides_percues": frozenset({"aucune"}), "gir": "3"},
            DEPARTEMENT, id="asks for help at home in the same file",
        ),
        pytest.param(
            {"demande_autonomie": CARD | {"aide-domicile"}, "age": 82, "aides_percues": frozenset({"aucune"}), "gir": None},
            DEPARTEMENT, id="asks for help at home, GIR unknown",
        ),
        pytest.param(
            {"demande_autonomie": CARD | {"aide-domicile"}, "age": 82, "aides_percues": frozenset({"aucune"}), "gir": "5"},
            MDPH, id="asks for help at home, but has no right to the APA",
        ),
        pytest.param(
            {"demande_autonomie": CARD | {"aide-domicile"}, "age": 40, "aides_percues": frozenset({"aah"})},
            MDPH, id="too young for the APA",
        ),
        pytest.param({"aides_percues": frozenset({"aucune"}), "age": 82}, MDPH, id="wants the card alone"),
        pytest.param({"aides_percues": None, "age": None}, MDPH, id="knows nothing"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("card", ["cmi-invalidite", "cmi-stationnement"])
def test_the_mobility_card(
    catalogue: Catalogue, card: str, answers: dict[str, Value | None], door: tuple[str, str]
) -> None:
    case = Case(catalogue, ("autonomie",), {"demande_autonomie": CARD, **answers}, DAY)
    contacts = catalogue.aids[card].contacts_for(case.answers, case.amounts)
    assert (contacts.submit, contacts.ask) == door


def test_the_card_of_an_apa_holder_sends_to_no_pole(catalogue: Catalogue) -> None:
    """Where only cards are sought, the pôle is there to listen, not to take the request."""
    sheet: dict[str, Value | None] = {
        "danger": frozenset({"non"}), "pour_qui": "moi", "demande_autonomie": CARD, "aides_percues": frozenset({"apa"}),
        "gir": "1", "age": 82, "commune": "74010",
    }  # fmt: skip
    case = Case(catalogue, ("autonomie",), sheet, DAY)
    served = {stop.referral.role.id: {aid.id for aid in stop.aids} for stop in case.checklist.stops}
    assert served["direction-autonomie-apa"] >= {"cmi-invalidite", "cmi-stationnement"}
    assert served["mdph"] == {"cmi-priorite"}
    assert served["pole-medico-social"] == set()
    noted = [contacts.note for stop in case.checklist.stops for contacts in stop.noted]
    assert any(note and "service de l’APA du Département" in note for note in noted)
