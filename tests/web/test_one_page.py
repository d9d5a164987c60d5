"""The form on one page: no cookie at all, and the same verdicts as the journey."""

import random

import pytest
from flask import Flask

from engine.content.catalogue import Catalogue
from tests.sampled import Swept
from tests.web.checked import CheckedClient
from tests.web.forms import Form, Written, main_form, read_forms
from tests.web.journeys import Page, Visitor
from tests.web.needs import each_choice
from tests.web.page import parse
from tests.web.wandering import Wanderer


@pytest.fixture
def client(app: Flask) -> CheckedClient:
    return app.test_client(use_cookies=False)


def address(needs: list[str], lang: str = "fr") -> str:
    return f"/{lang}/une-page?" + "&".join(f"besoins={need}" for need in needs)


def send(client: CheckedClient, needs: list[str], answers: dict[str, Written]) -> Page:
    response = client.post(address(needs), data=answers)
    assert "Set-Cookie" not in response.headers
    return Page(response)


@each_choice
def test_it_asks_all_that_the_journey_may_ask(
    client: CheckedClient, app: Flask, catalogue: Catalogue, needs: list[str]
) -> None:
    response = client.get(address(needs))
    assert "Set-Cookie" not in response.headers
    form = main_form(parse(response.text))
    visitor = Visitor(app.test_client())
    visitor.play(needs, {})
    asked = {*form.boxes, *form.texts}
    assert set(visitor.asked) <= asked
    waited = {fact for name in asked if (rule := catalogue.questions[name].rule) for fact in rule.facts}
    assert waited - catalogue.nothing_sought(needs).keys() <= asked
    assert asked.isdisjoint(catalogue.nothing_sought(needs)), "what a need that was not chosen asks counts for nothing"


def test_it_begins_with_the_needs(client: CheckedClient, catalogue: Catalogue) -> None:
    forms = read_forms(parse(client.get("/fr/une-page").text))
    assert [form.boxes["besoins"] for form in forms] == [list(catalogue.open_needs)]
    assert forms[0].method == "get"
    assert client.post("/fr/une-page", data={"age": "72"}).status_code == 422


def persona(catalogue: Catalogue, form: Form, draw: random.Random) -> dict[str, Written]:
    """Random answers to some of the questions; the others are left empty."""
    wanderer = Wanderer.__new__(Wanderer)
    wanderer.draw, wanderer.catalogue = draw, catalogue
    answers: dict[str, Written] = {}
    for fact in {**form.boxes, **dict.fromkeys(form.texts)}:
        kind = catalogue.questions[fact].written.kind
        if draw.random() < 0.8:
            one = Form("post", "", boxes={"answer": form.boxes.get(fact, [])})
            answers[fact] = "Annecy" if kind == "commune" else wanderer.valid(fact, one)
    return answers


@each_choice
def test_it_says_the_same_as_the_journey(
    client: CheckedClient, app: Flask, catalogue: Catalogue, swept: Swept, needs: list[str]
) -> None:
    form = main_form(parse(client.get(address(needs)).text))
    for seed in swept(range(4), most=3, by=lambda seed: (needs, seed)):
        answers = persona(catalogue, form, random.Random(seed))
        at_once = send(client, needs, answers)
        assert at_once.status == 200
        step_by_step = Visitor(app.test_client()).play(needs, answers)
        assert at_once.verdicts == step_by_step.verdicts, answers


def test_what_is_wrong_is_told_and_nothing_is_lost(client: CheckedClient) -> None:
    sent = {"age": "vieux", "gir": "9", "danger": "non", "demande_autonomie": ["foyer", "carte"], "commune": "Paris"}
    page = send(client, ["autonomie"], sent)
    assert page.status == 422
    assert {link for link in page.links("error") if link.startswith("#")} == {"#age", "#gir", "#commune"}
    assert page.form.data["age"] == "vieux"
    assert page.form.data["commune"] == "Paris"
    assert page.form.data["danger"] == ["non"]
    assert page.form.data["demande_autonomie"] == ["carte", "foyer"], "in the order of the page"


def test_a_postcode_of_several_communes_names_them(client: CheckedClient, catalogue: Catalogue) -> None:
    page = send(client, ["autonomie"], {"commune": "74100"})
    assert page.status == 422
    names = [item.name for item in catalogue.communes.values() if "74100" in item.postcodes]
    assert len(names) > 1
    assert all(name in page.response.text for name in names)


def test_zero_and_not_knowing(client: CheckedClient) -> None:
    assert send(client, ["autonomie"], {"age": "0", "ressources_mensuelles": "0"}).is_stateless_result
    assert send(client, ["autonomie"], {"age": "nsp", "commune": "nsp", "ressources_mensuelles": "nsp"}).status == 200
    assert send(client, ["autonomie"], {}).status == 200


def test_the_result_leads_nowhere_that_needs_a_cookie(client: CheckedClient) -> None:
    page = send(client, ["autonomie", "logement"], {"age": "72"})
    ours = [link for link in page.links() if link.startswith("/")]
    assert len(ours) > 5
    lost = [link for link in ours if client.get(link, follow_redirects=True).status_code != 200]
    assert lost == []
