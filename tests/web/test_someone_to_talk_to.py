"""On every surface, whatever the answers: someone who listens, a number to call and what to say."""

from __future__ import annotations

import re
from random import Random

import pytest
from flask import Flask, g
from flask.testing import FlaskClient

from engine.case.case import Case
from engine.case.plan import Plan
from engine.content.answers import write_answers
from engine.content.catalogue import Catalogue
from engine.rules.truth import Answers
from tests.content.conftest import DAY
from tests.content.sheets import possible
from tests.load.weights import visitor
from tests.paper.documents import text_of
from tests.web.needs import NEEDS
from tests.web.page import parse
from tests.web.words import words_of
from web.paper.sheet import Sheet
from web.words.wording import Wording

PHONE = re.compile(r"\b0\d(?:[ \u00a0]\d\d){4}\b")
WHO = "Pôle médico-social"
DRAWS = 60  # for each need
UNLIKELY: Answers = {
    "danger": frozenset({"non"}), "pour_qui": "moi", "demande_logement": frozenset({"impaye-energie"}),
    "factures_energie": frozenset({"tiers"}),
    "commune": "74042",
}  # fmt: skip
ELSE: Answers = {
    "danger": frozenset({"non"}),
    "pour_qui": "moi",
    "demande_enfance": frozenset({"autre"}),
    "commune": "74001",
}

each_case = pytest.mark.parametrize(
    ("needs", "answers"),
    [pytest.param(("logement",), UNLIKELY, id="all unlikely"), pytest.param(("enfance",), ELSE, id="something else")],
)


def sheets_drawn(catalogue: Catalogue) -> list[Case]:
    """Random answers to all questions, some of them not known."""
    random = Random(16)
    return [
        Case(
            catalogue,
            (need,),
            {fact: random.choice([*possible(catalogue, fact), None]) for fact in catalogue.questions},
            DAY,
        )
        for need in NEEDS
        for _ in range(DRAWS)
    ]


def test_a_sheet_names_a_place_and_a_number_however_little_it_says(app: Flask, catalogue: Catalogue) -> None:
    for case in sheets_drawn(catalogue):
        with app.test_request_context("/fr/"):
            g.lang = "fr"
            sheet = Sheet(Plan(case), Wording.of(case))
            for cuts in (0, len(sheet.lines)):
                said = sheet.data(cuts)
                named = {item["name"]: item for item in [*said["place"], *said["offices"]]}
                listening = [stop.referral.role for stop in case.checklist.stops if stop.welcome]
                assert listening
                for role in listening:
                    assert named[role.name]["ask"] == role.ask
                    assert PHONE.search(" ".join(named[role.name]["places"])), (case.needs, case.answers, cuts)


@each_case
def test_the_result_page(app: Flask, needs: tuple[str, ...], answers: Answers) -> None:
    page = visitor(app, needs, answers).get("/fr/resultats").text
    said = words_of(parse(page).find("body"))
    assert WHO in said
    assert "Bonjour, je voudrais voir un travailleur social." in said
    assert 'href="tel:0450335000"' in page
    assert "numéro relevé en septembre 2019, à vérifier" in said


@each_case
def test_the_paper(app: Flask, needs: tuple[str, ...], answers: Answers) -> None:
    browser = visitor(app, needs, answers)
    printed = words_of(parse(browser.get("/fr/resultats/imprimer").text).find("body"))
    pdf = " ".join(text_of(browser.get("/fr/resultats/liste.pdf").data).split())
    for paper in (printed, pdf):
        assert WHO in paper
        assert "04 50 33 50 00" in paper.replace("\u00a0", " ")


@each_case
def test_the_desk_and_the_form_on_one_page(
    client: FlaskClient, catalogue: Catalogue, needs: tuple[str, ...], answers: Answers
) -> None:
    written = {fact: answer for fact, answer in write_answers(answers).items() if fact != "pour_qui"}
    commune = catalogue.communes[str(answers["commune"])].name
    sent = {**written, "commune": commune}
    desk = parse(client.post("/fr/poste-accueil", data={"besoins": list(needs), **sent}).text)
    [side] = [item for item in desk.iter("div") if item.get("id") == "verdicts"]
    one_page = parse(client.post(f"/fr/une-page?besoins={needs[0]}", data=sent).text).find("body")
    for said in map(words_of, (side, one_page)):
        assert WHO in said
        assert "04 50 33 50 00" in said.replace("\u00a0", " ")


def test_something_else_is_answered_honestly(app: Flask) -> None:
    page = visitor(app, ("enfance",), ELSE).get("/fr/resultats").text
    said = words_of(parse(page).find("body"))
    assert "Ce guide n’a pas la réponse." in said
    assert "Les allocations familiales et l’école" in said
    assert 'href="/fr/logement"' in page


@pytest.mark.parametrize("path", ["resultats", "resultats/imprimer"])
def test_what_an_aid_says_of_its_office_is_read(app: Flask, path: str) -> None:
    card: Answers = {
        "danger": frozenset({"non"}), "pour_qui": "moi", "demande_autonomie": frozenset({"carte"}),
        "aides_percues": frozenset({"apa"}), "gir": "1", "age": 82, "commune": "74010",
    }  # fmt: skip
    said = words_of(parse(visitor(app, ("autonomie",), card).get(f"/fr/{path}").text).find("body"))
    assert "La carte se demande au service de l’APA du Département." in said


def test_nobody_is_told_to_call_without_a_number(app: Flask, catalogue: Catalogue) -> None:
    """On the page of each service that says « Appelez », each office shown has its telephone."""
    told = 0
    for role in catalogue.roles:
        page = app.test_client().get(f"/fr/services/{role}").text
        assert 'href="tel:' in page, role
        for block in re.findall(r"Appelez\u00a0: on vous dira\..*?</ul>", page, re.DOTALL):
            told += 1
            assert block.count('class="office"') == block.count('href="tel:') > 1
    assert told == 1


def test_whoever_has_apa_is_not_told_to_ask_for_a_file(app: Flask) -> None:
    answers: Answers = {
        "danger": frozenset({"non"}), "pour_qui": "moi", "demande_autonomie": frozenset({"aide-domicile"}), "age": 84,
        "aides_percues": frozenset({"apa"}), "commune": "74010",
    }  # fmt: skip
    result = words_of(parse(visitor(app, ("autonomie",), answers).get("/fr/resultats").text))
    assert "Dites que l’aide est déjà versée, et ce qui doit changer." in result
    assert "Demandez un dossier d’APA." not in result
    assert "Envoyez-lui le dossier complet" not in result


def test_whoever_does_not_say_where_they_live_reads_no_long_list_of_addresses(app: Flask, catalogue: Catalogue) -> None:
    answers: Answers = {"pour_qui": "moi", "demande_sante": frozenset({"contraception"})}
    page = visitor(app, ("sante",), answers).get("/fr/resultats").text
    centres = [catalogue.offices[name].name for name in catalogue.roles["centre-sante-sexuelle"].offices]
    assert len(centres) > 10
    assert [name for name in centres if name in page] == []
    assert "/fr/services/centre-sante-sexuelle" in page
    assert [
        name for name in centres if name not in app.test_client().get("/fr/services/centre-sante-sexuelle").text
    ] == []
