"""What the desk prints: two pages in the visitor's language, the papers alone, and notes that go nowhere else."""

import logging

import pytest
from flask import Flask
from flask.testing import FlaskClient

from engine.case.code import write_code
from engine.content.catalogue import Catalogue
from engine.rules.truth import Answers
from tests.paper.documents import squeezed, text_of
from tests.web.page import parse
from web.pages.desk import LONGEST_NOTE
from web.paper.pdf import pages

PAPER = "/fr/poste-accueil/feuille.pdf"
HOME_HELP: Answers = {
    "danger": frozenset({"non"}), "pour_qui": "mere", "demande_autonomie": frozenset({"aide-domicile"}), "age": 84,
    "commune": "74281", "nationalite": "francaise",
}  # fmt: skip


@pytest.fixture
def code(catalogue: Catalogue) -> str:
    return write_code(catalogue, ["autonomie"], HOME_HELP)


def printed(client: FlaskClient, **data: str) -> bytes:
    response = client.post(PAPER, data=data)
    assert response.status_code == 200
    assert response.mimetype == "application/pdf"
    assert "Set-Cookie" not in response.headers
    return response.data


def test_the_paper_is_that_of_the_plan_on_two_pages(client: FlaskClient, code: str) -> None:
    pdf = printed(client, code=code)
    assert pages(pdf) <= 2
    said = squeezed(text_of(pdf))
    assert squeezed("Dossier de demande d’APA") in said
    assert squeezed("Unité APA du Chablais") in said
    assert squeezed(code) in said


def test_it_speaks_the_language_of_the_visitor_and_names_in_french_what_one_asks_for(
    client: FlaskClient, code: str
) -> None:
    said = squeezed(text_of(printed(client, code=code, feuille="en")))
    assert squeezed("What to bring") in said
    assert squeezed("(APA à domicile)") in said
    assert printed(client, code=code, feuille="xx")[:5] == b"%PDF-", "an unknown language is that of the page"


def test_notes_go_on_paper_and_nowhere_else(
    app: Flask, client: FlaskClient, code: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    said = squeezed(text_of(printed(client, code=code, notes="Rappeler la fille\nle mardi")))
    assert squeezed("Rappeler la fille") in said
    assert squeezed("le mardi") in said
    assert "Rappeler" not in caplog.text
    desk = client.post("/fr/poste-accueil", data={"besoins": "autonomie", "notes": "Rappeler la fille"}).text
    assert "Rappeler" not in desk


@pytest.mark.parametrize("notes", ["#let x = [*$", "\\", "日本語 😀 \x00\x07 \u200f", "x" * 5_000], ids=range(4))
def test_any_note_is_printed_as_it_is_typed_or_cut(client: FlaskClient, code: str, notes: str) -> None:
    pdf = printed(client, code=code, notes=notes)
    assert pages(pdf) <= 2
    assert squeezed(text_of(pdf)).count("x" * 20) <= LONGEST_NOTE // 20


def test_the_papers_alone(client: FlaskClient, code: str) -> None:
    said = squeezed(text_of(printed(client, code=code, papiers="oui", notes="Rappeler")))
    assert squeezed("Dossier de demande d’APA") in said
    assert squeezed("Unité APA du Chablais") not in said
    assert "Rappeler" in said


@pytest.mark.parametrize("code", ["", "ABCD-EFGH"])
def test_without_a_case_it_names_no_aid(client: FlaskClient, code: str) -> None:
    assert pages(printed(client, code=code)) == 1


def test_the_page_sends_the_code_with_the_paper_and_says_that_it_opens_beside(client: FlaskClient) -> None:
    page = parse(client.post("/fr/poste-accueil", data={"besoins": "autonomie", "age": "84"}).text)
    [form] = [item for item in page.iter("form") if item.get("id") == "papier"]
    assert (form.get("target"), form.get("rel"), form.get("action")) == ("_blank", "noopener", PAPER)
    [sent] = [item.get("value") for item in form.iter("input") if item.get("name") == "code"]
    assert sent
    assert {item.get("name") for item in form.iter("textarea")} == {"notes"}
    [select] = form.iter("select")
    assert [item.get("value") for item in select] == ["fr", "en"]
