"""Danger comes first, in every need: who to call, how to leave unseen, and the questions can go on."""

import pytest
from flask import Flask

from engine.content.catalogue import Catalogue
from tests.web.checked import CheckedClient
from tests.web.forms import read_forms
from tests.web.journeys import Page, Visitor
from tests.web.needs import NEEDS
from web.headers import EXIT_URL


@pytest.fixture
def visitor(client: CheckedClient) -> Visitor:
    return Visitor(client)


def offers_quick_exit(page: Page) -> bool:
    return "/fr/quitter" in [form.action for form in read_forms(page.tree)]


def dangers(catalogue: Catalogue, fact: str) -> list[str]:
    return [option.id for option in catalogue.questions[fact].written.options if option.danger]


@pytest.mark.parametrize("need", NEEDS)
def test_a_danger_leads_at_once_to_who_to_call(app: Flask, catalogue: Catalogue, need: str) -> None:
    assert dangers(catalogue, "danger")
    for option in dangers(catalogue, "danger"):
        visitor = Visitor(app.test_client())
        page = visitor.begin([need])
        assert page.fact == "danger", "it is the first question"
        page = visitor.answer(option)
        assert page.path == "/fr/urgence"
        numbers = [link for link in page.links("danger") if link.startswith("tel:")]
        assert numbers, option
        assert offers_quick_exit(page)
        assert visitor.go(page.links("go")[0]).fact not in ("danger", None)
        result = visitor.continue_to_result({})
        assert [link for link in result.links("danger") if link.startswith("tel:")] == numbers
        assert offers_quick_exit(result)


def test_a_danger_ticked_among_other_boxes(visitor: Visitor, catalogue: Catalogue) -> None:
    several = [fact for fact, item in catalogue.questions.items() if item.written.kind == "choix-multiple"]
    found = [(fact, option) for fact in several for option in dangers(catalogue, fact)]
    assert found
    for fact, option in found:
        boxes = visitor.reach(fact, catalogue.open_needs).form.boxes["answer"]
        page = visitor.answer([boxes[0], option])
        assert page.path == "/fr/urgence"
        assert page.links("danger")


def test_without_danger_there_is_no_alarm(visitor: Visitor, catalogue: Catalogue) -> None:
    result = visitor.play(catalogue.open_needs, {"danger": "non"})
    assert "/fr/urgence" not in visitor.history
    assert result.links("danger") == []
    assert not offers_quick_exit(result)


def test_the_emergency_page_is_for_everyone(visitor: Visitor, catalogue: Catalogue) -> None:
    page = visitor.go("/fr/urgence")
    numbers = {link.removeprefix("tel:") for link in page.links() if link.startswith("tel:")}
    assert numbers == {item.written.number.replace(" ", "") for item in catalogue.emergencies.values()}
    assert offers_quick_exit(page)


def leave(visitor: Visitor) -> None:
    """Press the quick exit of the emergency page and check that one is out, with nothing left."""
    assert offers_quick_exit(visitor.go("/fr/urgence"))
    response = visitor.client.post("/fr/quitter")
    assert response.status_code == 303
    assert response.headers["Location"] == EXIT_URL
    assert response.headers["Clear-Site-Data"] == '"cookies", "storage", "cache"'
    assert visitor.client.get_cookie("guide") is None
    assert visitor.go("/fr/reponses").status == 410


def test_the_quick_exit_erases_and_leaves(visitor: Visitor) -> None:
    visitor.begin(["enfance"])
    visitor.answer("violences")
    leave(visitor)


def test_the_quick_exit_works_before_any_answer(visitor: Visitor) -> None:
    leave(visitor)


def test_the_quick_exit_works_with_a_cookie_that_cannot_be_read(visitor: Visitor) -> None:
    """A page kept open while the answers expired, or while the keys changed: leaving cannot wait."""
    visitor.client.set_cookie("guide", "ancien")
    leave(visitor)


def test_the_quick_exit_is_a_button_not_a_link(visitor: Visitor) -> None:
    """A browser that fetches links ahead must not erase anything."""
    visitor.begin(["enfance"])
    assert visitor.client.get("/fr/quitter").status_code == 404
    assert visitor.go("/fr/questions").fact == "danger"
