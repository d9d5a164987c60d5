"""Someone who already receives many aids: three are shown, the others are folded, and none is lost."""

from flask.testing import FlaskClient

from tests.web.journeys import Visitor
from tests.web.words import words_of

FOUR = {
    "danger": "non",
    "pour_qui": "moi",
    "demande_autonomie": ["aide-domicile", "handicap", "etablissement"],
    "age": "72",
    "aides_percues": ["apa", "pch", "actp"],
    "commune": "Annecy",
    "nationalite": "francaise",
}


def test_four_held_aids_are_all_named_the_last_one_folded_and_each_leads_to_its_page(client: FlaskClient) -> None:
    visitor = Visitor(client)
    found = visitor.play(["autonomie"], FOUR)
    held = [name for name, kind in found.verdicts.items() if kind == "verdict held"]
    assert len(held) == 3
    [folded] = [
        item for item in found.tree.iter("details") if words_of(item.find("summary")) == "Autres aides déjà reçues"
    ]
    assert folded.get("open") is None
    [last] = folded.iter("a")
    assert {*held, words_of(last)} == {"APA à domicile", "APA en établissement", "PCH", "ACTP"}
    page = visitor.go(last.get("href"))
    assert page.status == 200
    assert words_of(last) in page.heading


def test_three_held_aids_leave_nothing_folded(client: FlaskClient) -> None:
    found = Visitor(client).play(["autonomie"], {**FOUR, "demande_autonomie": ["aide-domicile", "handicap"]})
    assert "Autres aides déjà reçues" not in words_of(found.tree.find("body"))
    assert "verdict held" in found.verdicts.values()
