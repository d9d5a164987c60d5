"""The desk: all on one page, nothing kept, the same verdicts as the journey, and every word about the visitor."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from engine.case.result import Result
from engine.content.catalogue import Catalogue
from tests.content.people import Persona, personas, play
from tests.web.journeys import Page
from tests.web.page import parse
from tests.web.words import words_of

DESK = "/fr/poste-accueil"
PEOPLE = [persona for persona in personas() if persona.sheet.get("pour_qui") == "proche"]


def sent(client: FlaskClient, persona: Persona, **more: object) -> Page:
    """What this person's agent sends, once all is filled in."""
    sheet = {fact: answer for fact, answer in persona.sheet.items() if fact != "pour_qui"}
    data = {"besoins": list(persona.needs), **sheet, **more}
    return Page(client.post(DESK, data=data))


def facts(page: Page) -> list[str]:
    """Questions on the page, in order."""
    names = [item.get("name", "") for item in page.tree.iter("input")]
    return list(dict.fromkeys(name for name in names if name and name != "besoins"))


def typed(catalogue: Catalogue, answer: str | list[str]) -> str | list[str]:
    """A commune is typed by its name."""
    return catalogue.communes[answer].name if isinstance(answer, str) and answer in catalogue.communes else answer


def test_it_opens_empty_and_keeps_nothing(client: FlaskClient) -> None:
    page = client.get(DESK)
    assert page.status_code == 200
    assert "Set-Cookie" not in page.headers
    assert page.headers["Clear-Site-Data"] == '"cache"'
    assert "Clear-Site-Data" not in client.post(DESK, data={"besoins": ["autonomie"]}).headers
    assert page.headers["Cache-Control"] == "no-store"
    assert facts(Page(page)) == []


def test_a_need_shows_its_open_questions(client: FlaskClient, catalogue: Catalogue) -> None:
    page = Page(client.post(DESK, data={"besoins": ["autonomie"]}))
    assert page.status == 200
    shown = facts(page)
    assert shown[:2] == ["danger", "pour_qui"]
    assert "demande_autonomie" in shown
    assert shown == sorted(shown, key=catalogue.rank.__getitem__)


@pytest.mark.parametrize("persona", PEOPLE, ids=lambda persona: persona.name)
def test_it_says_the_same_as_the_journey(client: FlaskClient, catalogue: Catalogue, persona: Persona) -> None:
    """Answers are sent as the page asks for them, as an agent would; without cookie and without script."""
    known: dict[str, object] = {}
    for _ in range(len(catalogue.questions)):
        page = Page(client.post(DESK, data={"besoins": list(persona.needs), **known}))
        assert page.status == 200
        new = [fact for fact in facts(page) if fact not in known]
        if not new:
            break
        known |= {new[0]: typed(catalogue, persona.sheet.get(new[0], "nsp"))}
    assert "Set-Cookie" not in page.response.headers
    assert not new, "it asks for ever"
    case = play(catalogue, persona).case
    expected = {
        item.aid.written.short_name or item.aid.written.name: str(item.verdict)
        for item in case.assessments
        if item.aid.parent is None and item.verdict != "non-concerne"
    }
    words = {
        "verdict held": "deja-recue",
        "verdict likely": "probable",
        "verdict check": "a-verifier",
        "verdict unlikely": "peu-probable",
    }
    glanced = {words_of(link) for link in page.tree.iter("a") if link.get("target") == "_blank"}
    shown = {name: words[kind] for name, kind in page.verdicts.items()} | dict.fromkeys(glanced, "a-verifier")
    assert shown == expected
    assert glanced == {aid.written.short_name or aid.written.name for aid in Result(case).unsought}, (
        "only for who does not know what they need"
    )


def test_what_is_wrong_is_told_and_nothing_is_lost(client: FlaskClient) -> None:
    data = {"besoins": ["autonomie"], "demande_autonomie": ["aide-domicile"], "age": "vieux", "commune": "Paris"}
    page = Page(client.post(DESK, data=data))
    assert page.status == 422
    assert {link for link in page.links("error") if link.startswith("#")} == {"#age", "#commune"}
    values = {item.get("name"): item.get("value") for item in page.tree.iter("input") if item.get("type") == "text"}
    assert (values["age"], values["commune"]) == ("vieux", "Paris")
    checked = [item.get("id") for item in page.tree.iter("input") if item.get("checked") is not None]
    assert {"besoins-autonomie", "demande_autonomie-aide-domicile"} <= set(checked)


@pytest.mark.parametrize(("lang", "them"), [("fr", "la personne que vous aidez"), ("en", "the person you help")])
def test_it_speaks_of_the_visitor(client: FlaskClient, lang: str, them: str) -> None:
    page = client.post(f"/{lang}/poste-accueil", data={"besoins": ["autonomie"]})
    assert them in words_of(parse(page.text).find("body"))


def test_what_to_tell_and_the_paper_are_on_the_page(client: FlaskClient) -> None:
    simone = next(persona for persona in PEOPLE if persona.name.startswith("Simone"))
    page = sent(client, simone, commune="Annecy")
    told = next(item for item in page.tree.iter("section") if item.get("class") == "told")
    assert "2 mois" in words_of(told)
    assert "succession" in words_of(told)
    paper = next(item for item in page.tree.iter("div") if item.get("id") == "printed")
    assert "Dossier de demande d’APA" in words_of(paper)
    assert "Code pour reprendre" in words_of(paper)
    cites = [words_of(item) for item in page.tree.iter("cite")]
    assert any("RDAS 2023" in cite for cite in cites)


def test_danger_puts_the_numbers_first(client: FlaskClient) -> None:
    page = Page(client.post(DESK, data={"besoins": ["logement"], "danger": "violences"}))
    numbers = [item.get("href") for item in page.tree.iter("a") if item.get("href", "").startswith("tel:")]
    assert "tel:17" in numbers


def test_no_address_of_the_desk_holds_an_answer(app: Flask) -> None:
    page = Page(app.test_client().post(DESK, data={"besoins": ["autonomie"], "age": "117"}))
    assert not [link for link in page.links() if "117" in link and "#" not in link]
    assert page.address == DESK
