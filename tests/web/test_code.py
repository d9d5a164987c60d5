"""From a code on paper back to the answers, and from a wrong one to a clear message with nothing lost."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from engine.case.code import write_code
from engine.content.catalogue import Catalogue
from tests.content.people import personas, play
from tests.web.journeys import Page, Visitor
from tests.web.words import words_of

SIMONE = next(persona for persona in personas() if persona.name.startswith("Simone"))
SHEET = {**SIMONE.sheet, "commune": "Annecy"}


def code_on(page: Page) -> str:
    """The code that a result or a sheet shows."""
    return next(words_of(item) for item in page.tree.iter() if "code" in item.get("class", "").split())


def enter(client: FlaskClient, code: str, lang: str = "fr") -> Page:
    """Type a code, on whatever page the browser is."""
    visitor = Visitor(client, lang)
    form = visitor.go(f"/{lang}/reprendre").form
    return visitor.send({**form.data, "code": code})


@pytest.fixture
def code(app: Flask) -> str:
    return code_on(Visitor(app.test_client()).play(list(SIMONE.needs), SHEET))


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_code_opens_the_same_result_elsewhere(app: Flask, client: FlaskClient, code: str, lang: str) -> None:
    there = Visitor(app.test_client(), lang).play(list(SIMONE.needs), SHEET)
    here = enter(client, code, lang)
    assert here.is_result
    assert here.verdicts == there.verdicts


def test_the_paper_shows_the_same_code(client: FlaskClient) -> None:
    visitor = Visitor(client)
    shown = code_on(visitor.play(list(SIMONE.needs), SHEET))
    assert code_on(visitor.go("/fr/resultats/imprimer")) == shown


def test_an_unfinished_interview_goes_on_where_it_was(client: FlaskClient, catalogue: Catalogue) -> None:
    step = play(catalogue, SIMONE).steps[4]
    page = enter(client, write_code(catalogue, SIMONE.needs, step.answers))
    assert page.fact == step.next


@pytest.mark.parametrize("typed", ["", "   ", "BONJOUR", "5RHS-1", "1" * 300, "🙂" * 20, "../../etc", "<b>"])
@pytest.mark.parametrize(("lang", "message"), [("fr", "Comparez chaque signe"), ("en", "Compare each character")])
def test_a_wrong_code_is_told_and_changes_nothing(client: FlaskClient, typed: str, lang: str, message: str) -> None:
    visitor = Visitor(client, lang)
    before = visitor.play(list(SIMONE.needs), SHEET).verdicts
    page = enter(client, typed, lang)
    assert page.status == 422
    assert message in words_of(page.tree.find("body"))
    assert page.form.data["code"] == typed
    assert visitor.go(f"/{lang}/resultats").verdicts == before


def test_a_code_for_no_open_need_is_told(client: FlaskClient, catalogue: Catalogue) -> None:
    page = enter(client, write_code(catalogue, [], {}))
    assert page.status == 422
    assert "pas ouvert ici" in words_of(page.tree.find("body"))


def test_answers_in_this_browser_are_lost_only_by_a_button_that_says_which(
    client: FlaskClient, catalogue: Catalogue, code: str
) -> None:
    visitor = Visitor(client)
    before = visitor.play(["logement", "enfance"], {}).verdicts
    count = len(visitor.asked)
    asked = enter(client, code)
    words = words_of(asked.tree.find("body"))
    assert (asked.status, asked.heading) == (200, "Remplacer vos réponses\u00a0?")
    names = [catalogue.needs[need].name for need in ("logement", "enfance")]
    for lost in (*names, f"{count} réponses"):
        assert lost in words
    assert asked.links("button") == ["/fr/questions"]
    assert visitor.go("/fr/resultats").verdicts == before
    assert visitor.send({**asked.form.data, "code": code}, "/fr/reprendre").heading == asked.heading, (
        "as a script would"
    )
    assert visitor.go("/fr/resultats").verdicts == before
    assert visitor.send({**asked.form.data, "code": code, "remplacer": "1"}, "/fr/reprendre").is_result
    assert visitor.go("/fr/resultats").verdicts != before


def test_nothing_is_asked_where_nothing_would_be_lost(app: Flask, client: FlaskClient, code: str) -> None:
    visitor = Visitor(client)
    visitor.begin(["logement"])
    assert enter(client, code).is_result, "a need without answers is no loss"
    assert enter(client, code).is_result, "the same answers are none either"


def test_a_code_sent_in_another_language_still_asks(client: FlaskClient, code: str) -> None:
    visitor = Visitor(client)
    visitor.play(["logement"], {})
    asked = enter(client, code)
    visitor.page = asked
    again = visitor.switch("en", {"code": code})
    assert again.form.data["code"] == code
    assert visitor.send({**again.form.data}, "/en/reprendre").heading == "Replace your answers?"


def test_the_list_is_a_document_that_nobody_keeps(client: FlaskClient) -> None:
    Visitor(client).play(list(SIMONE.needs), SHEET)
    document = client.get("/fr/resultats/liste.pdf")
    assert document.status_code == 200
    assert document.data.startswith(b"%PDF-")
    assert document.headers["Cache-Control"] == "no-store"
    assert document.headers["Content-Disposition"] == "inline; filename=demarches.pdf"


def test_without_answers_there_is_no_list(client: FlaskClient) -> None:
    assert client.get("/fr/resultats/liste.pdf").status_code == 410
    assert client.get("/fr/resultats").status_code == 410
