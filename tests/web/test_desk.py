"""The desk: all on one page, nothing kept, the same verdicts as the journey, and every word about the visitor."""

import re
from xml.etree.ElementTree import Element

import pytest
from flask import Flask
from flask.testing import FlaskClient

from engine.case.assessment import Assessment, Verdict
from engine.case.plan import Plan
from engine.case.result import Result
from engine.content.catalogue import Catalogue
from tests.content.people import Persona, personas, play
from tests.sampled import cases
from tests.web.journeys import Page
from tests.web.page import parse
from tests.web.words import words_of
from web.words.states import unasked

DESK = "/fr/poste-accueil"
PHONE = r"\b0\d( \d\d){4}\b"
TOLD = {"mesure-du-juge": "judge", "droit": "right", "information": "know"}
PEOPLE = [persona for persona in personas() if persona.sheet.get("pour_qui") == "proche"]


def sent(client: FlaskClient, persona: Persona, **more: object) -> Page:
    """What this person's agent sends, once all is filled in."""
    sheet = {fact: answer for fact, answer in persona.sheet.items() if fact != "pour_qui"}
    data = {"besoins": list(persona.needs), **sheet, **more}
    return Page(client.post(DESK, data=data))


def facts(page: Page) -> list[str]:
    """Questions on the page, in order."""
    questions = next(item for item in page.tree.iter("div") if item.get("id") == "questions")
    return list(dict.fromkeys(item.get("name", "") for item in questions.iter("input")))


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


def word_of(found: Assessment) -> str:
    """The verdict; of what nobody asks for, what it is, unless it is had or unlikely."""
    is_open = found.verdict in (Verdict.LIKELY, Verdict.TO_CHECK)
    return TOLD[found.aid.nature] if is_open and unasked(found.aid) else str(found.verdict)


@pytest.mark.parametrize(
    "persona", cases(PEOPLE, [persona.name for persona in PEOPLE], kinds=lambda persona: (), most=2)
)
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
        item.aid.written.short_name or item.aid.written.name: word_of(item)
        for item in case.assessments
        if item.aid.parent is None and item.verdict != "non-concerne"
    }
    words = {
        "verdict held": "deja-recue",
        "verdict likely": "probable",
        "verdict check": "a-verifier",
        "verdict unlikely": "peu-probable",
        **{f"verdict {word}": word for word in TOLD.values()},
    }
    glance = [item for item in page.tree.iter("p") if item.get("id") == "glanced"]
    glanced = {(link.text or "").strip() for item in glance for link in item.iter("a")}
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


def simone() -> Persona:
    return next(persona for persona in PEOPLE if persona.name.startswith("Simone"))


def by_id(page: Page, name: str) -> Element:
    return next(item for item in page.tree.iter() if item.get("id") == name)


def test_what_to_tell_papers_place_and_code_are_on_the_page(client: FlaskClient) -> None:
    page = sent(client, simone(), commune="Annecy")
    told = next(item for item in page.tree.iter("section") if item.get("class") == "told")
    assert "Urgent. Déposez le dossier dans les 2 mois" in words_of(told)
    assert "succession" in words_of(told)
    assert len(list(told.iter("li"))) == 3
    assert "Formulaire d’obligation alimentaire" in words_of(by_id(page, "papers"))
    assert re.search(PHONE, words_of(by_id(page, "place")).replace("\u00a0", " "))
    assert words_of(by_id(page, "code"))
    cites = [words_of(item) for item in page.tree.iter("cite")]
    assert any("RDAS 2023" in cite for cite in cites)


def test_the_order_and_the_words_are_those_of_the_plan(client: FlaskClient, catalogue: Catalogue) -> None:
    page = sent(client, simone(), commune="Annecy")
    plan = Plan(play(catalogue, simone()).case)
    aids = [item.aid for item in plan.aids] + [card.aid for card in (*plan.held, *plan.unlikely)]
    assert list(page.verdicts) == [aid.written.short_name or aid.written.name for aid in aids]


def test_the_text_of_the_aid_that_was_chosen_is_read(client: FlaskClient) -> None:
    page = sent(client, simone(), commune="Annecy")
    last = [item for item in page.tree.iter("button") if item.get("name") == "vue.aide"][-1]
    chosen = sent(client, simone(), commune="Annecy", **{"vue.aide": last.get("value")})
    assert words_of(by_id(chosen, "texte")) == f"{words_of(last)}, en détail"
    hidden = [item.get("value") for item in chosen.tree.iter("input") if item.get("name") == "vue.aide"]
    assert hidden == [last.get("value")], "it stays open at the next answer"


def test_links_open_beside_the_desk_and_say_so(client: FlaskClient) -> None:
    page = sent(client, simone(), commune="Annecy", cherche="ASPA")
    [main] = page.tree.iter("main")
    links = [item for item in main.iter("a") if item.get("href", "").startswith("/fr/aides/")]
    assert links
    for link in links:
        assert (link.get("target"), link.get("rel")) == ("_blank", "noopener")
        assert "(nouvel onglet)" in words_of(link)


def test_a_need_taken_away_and_back_loses_no_answer(client: FlaskClient) -> None:
    known = {"age": "84", "pour_qui": "mere"}
    away = Page(client.post(DESK, data=known))
    waiting = {item.get("name"): item.get("value") for item in by_id(away, "aside").iter("input")}
    assert waiting == known
    again = Page(client.post(DESK, data={"besoins": ["autonomie"], **waiting}))
    assert by_id(again, "age").get("value") == "84"
    assert by_id(again, "pour_qui-mere").get("checked") is not None


def test_danger_puts_the_numbers_first(client: FlaskClient) -> None:
    page = Page(client.post(DESK, data={"besoins": ["logement"], "danger": "violences"}))
    numbers = [item.get("href") for item in page.tree.iter("a") if item.get("href", "").startswith("tel:")]
    assert "tel:17" in numbers


def test_no_address_of_the_desk_holds_an_answer(app: Flask) -> None:
    page = Page(app.test_client().post(DESK, data={"besoins": ["autonomie"], "age": "117"}))
    assert not [link for link in page.links() if "117" in link and "#" not in link]
    assert page.address == DESK
