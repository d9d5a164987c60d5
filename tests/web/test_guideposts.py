"""Facts, rights and dates stand above the aids, unfolded, on every surface; below the numbers, and never in their place."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from engine.case.code import write_code
from engine.content.catalogue import Catalogue
from tests.content.people import Persona, personas, play
from tests.paper.documents import squeezed, text_of
from tests.web.page import parse
from tests.web.test_code import enter
from tests.web.words import words_of

SAMIRA = next(persona for persona in personas() if persona.name.startswith("Samira"))
TITLE = "Qui décide\u00a0?"
TOGETHER = "Demander de l’aide ne retire aucun droit. Si un enfant est en danger, un professionnel doit le dire."


def code_of(catalogue: Catalogue, persona: Persona, **more: object) -> str:
    return write_code(catalogue, persona.needs, {**play(catalogue, persona).case.answers, **more})  # type: ignore[dict-item]


def test_it_is_read_before_the_aids_without_unfolding(client: FlaskClient, catalogue: Catalogue) -> None:
    page = enter(client, code_of(catalogue, SAMIRA))
    titles = [words_of(item) for item in page.tree.iter("h2")]
    assert titles.index("Qui décide\u00a0? Trois cas") < titles.index("Les aides")
    folded = [words_of(item) for item in page.tree.iter("details")]
    assert any(text.startswith("Et en urgence\u00a0?") for text in folded)
    assert not any("Qui décide" in text for text in folded)
    assert TOGETHER in words_of(page.tree)


@pytest.mark.parametrize("danger", ["violences", "enfant", "mineur"])
def test_a_danger_leaves_the_numbers_alone(client: FlaskClient, catalogue: Catalogue, danger: str) -> None:
    page = enter(client, code_of(catalogue, SAMIRA, danger=frozenset({danger})))
    assert "Qui décide" not in words_of(page.tree)


def test_the_pages_of_its_aids_say_it(client: FlaskClient, catalogue: Catalogue) -> None:
    enter(client, code_of(catalogue, SAMIRA))
    for address in ("/fr/resultats/droit-accord-parental", "/fr/aides/droit-accord-parental"):
        assert TITLE in client.get(address).get_data(as_text=True), address
    assert TITLE not in client.get("/fr/resultats/droit-assistance-personne-de-choix").get_data(as_text=True)


def test_the_sheet_and_the_pdf_say_it(client: FlaskClient, catalogue: Catalogue) -> None:
    enter(client, code_of(catalogue, SAMIRA))
    assert TOGETHER in words_of(parse(client.get("/fr/resultats/imprimer").get_data(as_text=True)))
    assert squeezed(TOGETHER) in squeezed(text_of(client.get("/fr/resultats/liste.pdf").data))


def test_the_desk_says_it_in_one_paragraph(client: FlaskClient) -> None:
    given = {fact: answer for fact, answer in SAMIRA.sheet.items() if fact != "commune"}
    page = parse(client.post("/fr/poste-accueil", data={"besoins": list(SAMIRA.needs), **given}).get_data(as_text=True))
    [told] = [words_of(item) for item in page.iter("p") if "Qui décide" in words_of(item)]
    assert told.endswith(TOGETHER)
