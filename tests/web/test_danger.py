"""Danger comes first, in every need: who to call, how to leave unseen, and the questions can go on."""

import pytest
from flask import Flask

from engine.content.catalogue import Catalogue
from tests.sampled import Swept, cases
from tests.web.checked import CheckedClient
from tests.web.forms import Written, read_forms
from tests.web.journeys import Page, Visitor
from tests.web.needs import NEEDS
from tests.web.words import words_of
from web.headers import EXIT_URL


@pytest.fixture
def visitor(client: CheckedClient) -> Visitor:
    return Visitor(client)


def offers_quick_exit(page: Page) -> bool:
    """In the first line of the page, once."""
    exits = [form for form in read_forms(page.tree) if form.action == "/fr/quitter"]
    first = next(item for item in page.tree.iter() if "calls" in item.get("class", "").split())
    return len(exits) == 1 and [form.action for form in read_forms(first)] == ["/fr/quitter"]


def numbers(page: Page, kind: str = "danger") -> list[str]:
    """The numbers that the page says to call, in its order, in the part of this `kind`."""
    return [link.removeprefix("tel:") for link in page.links(kind) if link.startswith("tel:")]


def dangers(catalogue: Catalogue, fact: str) -> list[str]:
    return [option.id for option in catalogue.questions[fact].written.options if option.danger]


@pytest.mark.parametrize("need", NEEDS)
def test_a_danger_leads_at_once_to_who_to_call(app: Flask, catalogue: Catalogue, swept: Swept, need: str) -> None:
    for option in swept(dangers(catalogue, "danger"), most=2, by=lambda one: (need, one)):
        visitor = Visitor(app.test_client())
        page = visitor.begin([need])
        assert page.fact == "danger", "the first question"
        page = visitor.answer(option)
        assert page.path == "/fr/urgence"
        called = numbers(page)
        assert called, option
        assert visitor.go(page.links("go")[0]).fact not in ("danger", None)
        result = visitor.continue_to_result({})
        assert numbers(result) == called


LEADING_TO: dict[str, dict[str, Written]] = {"besoin_garde": {"demande_enfance": ["garde"]}}


def test_a_danger_ticked_among_other_boxes(app: Flask, catalogue: Catalogue) -> None:
    several = [fact for fact, item in catalogue.questions.items() if item.written.kind == "choix-multiple"]
    found = [(fact, option) for fact in several for option in dangers(catalogue, fact)]
    assert found
    for fact, option in found:
        options = catalogue.questions[fact].written.options
        beside = next(other.id for other in options if not other.exclusive and other.id != option)
        visitor = Visitor(app.test_client())
        visitor.reach(fact, catalogue.open_needs, {"danger": "non", **LEADING_TO.get(fact, {})})
        page = visitor.answer([beside, option])
        assert page.path == "/fr/urgence"
        assert page.links("danger")


def test_without_danger_there_is_no_alarm(visitor: Visitor, catalogue: Catalogue) -> None:
    result = visitor.play(catalogue.open_needs, {"danger": "non"})
    assert "/fr/urgence" not in visitor.history
    assert result.links("danger") == []
    assert numbers(result, "calls") == []


def test_the_emergency_page_is_for_everyone(visitor: Visitor, catalogue: Catalogue) -> None:
    page = visitor.go("/fr/urgence")
    shown = {link.removeprefix("tel:") for link in page.links() if link.startswith("tel:")}
    assert shown == {item.written.number.replace(" ", "") for item in catalogue.emergencies.values()}
    assert offers_quick_exit(page)


@pytest.mark.parametrize("need", NEEDS)
def test_whoever_is_not_sure_is_told_who_listens(app: Flask, need: str) -> None:
    visitor = Visitor(app.test_client())
    visitor.begin([need])
    page = visitor.answer("nsp")
    assert page.path == "/fr/urgence"
    assert numbers(page) == ["112", "119", "3919", "3114"]
    assert "En cas de doute, appelez" in page.response.text
    result = visitor.continue_to_result({})
    assert numbers(result) == ["112", "119", "3919", "3114"]
    assert visitor.history.count("/fr/urgence") == 1


def test_violence_no_roof_and_a_child_are_said_together(visitor: Visitor) -> None:
    visitor.begin(["logement"])
    page = visitor.answer(["violences", "sans-toit", "enfant"])
    assert {"17", "112", "115", "119", "3919"} <= set(numbers(page))


def test_no_danger_does_not_go_with_a_danger(visitor: Visitor) -> None:
    visitor.begin(["logement"])
    page = visitor.answer(["non", "violences"])
    assert (page.status, page.fact) == (422, "danger")


def test_the_numbers_are_shown_once(visitor: Visitor) -> None:
    """No roof, said to the first question and again to the second."""
    visitor.begin(["logement"])
    visitor.answer(["sans-toit"])
    visitor.continue_to_result({"demande_logement": ["sans-toit"]})
    assert visitor.history.count("/fr/urgence") == 1


def test_another_danger_shows_its_numbers(visitor: Visitor) -> None:
    visitor.begin(["logement"])
    visitor.answer(["violences"])
    result = visitor.continue_to_result({"demande_logement": ["sans-toit"]})
    assert visitor.history.count("/fr/urgence") == 2
    assert "115" in numbers(result)


def test_a_danger_sent_twice_still_shows_whom_to_call(visitor: Visitor) -> None:
    """A second press on the button, before the first answer is back."""
    visitor.begin(["logement"])
    form = visitor.page.form.with_answer(["violences"])
    visitor.client.post("/fr/questions/danger", data=form)
    assert visitor.send(form, "/fr/questions/danger").path == "/fr/urgence"


@pytest.mark.parametrize(
    ("told", "also"),
    [
        (["mineur"], set()),
        (["mineur", "violences"], {"17", "112", "3919"}),
        (["mineur", "sans-toit"], {"115"}),
        (["mineur", "sante"], {"15", "112", "3114"}),
    ],
)
def test_a_minor_who_says_so_is_told_119_first(visitor: Visitor, told: list[str], also: set[str]) -> None:
    """At once, on the result, on paper and in the first line of each page. Among them the child of 13 whose father
    threatens to kill himself."""
    visitor.begin(["enfance"])
    page = visitor.answer(told)
    for shown in (page, visitor.continue_to_result({})):
        assert numbers(shown)[0] == "119"
        assert also <= set(numbers(shown))
        assert numbers(shown, "calls") == ["119"]
    assert_119_first(visitor)


@pytest.mark.parametrize("told", cases([["violences"], ["sans-toit"], ["sante"]], most=1))
@pytest.mark.parametrize(
    ("need", "later"),
    [
        ("enfance", {"demande_enfance": ["lieu-mere-enfant"], "enceinte": "oui", "age": "15"}),
        ("enfance", {"demande_enfance": ["education"], "enfants_a_charge": "aucun", "enceinte": "non",
                     "age": "16"}),
        ("autonomie", {"demande_autonomie": ["handicap"], "age": "15"}),
        ("autonomie", {"pour_qui": "proche", "demande_autonomie": ["handicap"], "age": "17"}),
    ],
)  # fmt: skip
def test_a_minor_known_by_a_later_answer_is_told_119_first(
    visitor: Visitor, told: list[str], need: str, later: dict[str, Written]
) -> None:
    visitor.begin([need])
    page = visitor.answer(told)
    assert "119" not in numbers(page), "nothing yet says that it is a minor"
    visitor.continue_to_result(later)
    assert "age" in visitor.asked or "situation_sans_enfant" in visitor.asked
    assert visitor.history.count("/fr/urgence") == 1
    assert_119_first(visitor)


def test_a_minor_without_a_roof_by_what_they_look_for(visitor: Visitor) -> None:
    visitor.begin(["logement", "autonomie"])
    visitor.answer(["non"])
    result = visitor.continue_to_result(
        {"demande_logement": ["sans-toit"], "demande_autonomie": ["handicap"], "age": "16"}
    )
    assert numbers(result) == ["119", "115"]


def test_an_adult_in_danger_is_told_the_police_first(visitor: Visitor) -> None:
    visitor.begin(["autonomie"])
    assert numbers(visitor.answer(["violences", "enfant"]))[0] == "17"
    result = visitor.continue_to_result({"demande_autonomie": ["handicap"], "age": "40"})
    assert numbers(result)[0] == "17"


def assert_119_first(visitor: Visitor) -> None:
    """On every page of the visit, also those that say nothing of the person."""
    result = visitor.go("/fr/resultats")
    assert numbers(result)[0] == "119"
    assert numbers(visitor.go("/fr/urgence"))[0] == "119"
    assert words_of(visitor.go("/fr/resultats/imprimer").tree).split("119")[0].count("112") == 0
    for address in ("/fr/questions/danger", "/fr/reponses", "/fr/resultats", "/fr/reprendre", "/fr/aides", "/fr/"):
        assert numbers(visitor.go(address), "calls") == ["119"], address


def test_every_page_says_first_where_to_find_whom_to_call(client: CheckedClient) -> None:
    """Also where something is wrong."""
    visitor = Visitor(client)
    for page in (visitor.go(address) for address in ("/fr/", "/fr/logement", "/fr/aides", "/fr/reponses", "/fr/rien")):
        assert page.links("calls") == ["/fr/urgence"], page.path
        assert page.links()[:2] == ["#contenu", "/fr/urgence"], page.path
    desk = Page(client.post("/fr/poste-accueil", data={"besoins": ["enfance"], "danger": ["mineur", "sante"]}))
    assert numbers(desk)[0] == "119"
    assert numbers(desk, "calls") == ["119"]
    assert words_of(desk.tree).count("En danger\u00a0?") == 1


def test_leaving_is_on_top_of_every_page_from_the_danger_question_on(visitor: Visitor) -> None:
    assert not any(offers_exit_at_all(visitor.go(address)) for address in ("/fr/", "/fr/logement", "/fr/aides"))
    assert offers_quick_exit(visitor.begin(["logement"]))
    while not visitor.page.is_result:
        visitor.answer("non" if visitor.page.fact == "danger" else "nsp")
        assert offers_quick_exit(visitor.page), visitor.page.path
    for address in (
        "reponses",
        "resultats/imprimer",
        "reprendre",
        "aides",
        "aides/apa-domicile",
        "",
        "effacer",
        "rien",
    ):
        assert offers_quick_exit(visitor.go(f"/fr/{address}")), address


def offers_exit_at_all(page: Page) -> bool:
    return "/fr/quitter" in [form.action for form in read_forms(page.tree)]


def test_leaving_is_offered_where_nothing_is_kept_and_where_answers_are_gone(client: CheckedClient) -> None:
    visitor = Visitor(client)
    assert offers_quick_exit(visitor.go("/fr/une-page?besoins=logement"))
    sent = client.post("/fr/une-page?besoins=logement", data={"danger": ["violences"]})
    assert offers_quick_exit(Page(sent))
    assert offers_quick_exit(visitor.go("/fr/reponses")), "answers are gone, the person may still be watched"


def test_leaving_has_a_key(visitor: Visitor) -> None:
    """Without scripts; and the page says which."""
    page = visitor.go("/fr/urgence")
    buttons = [item for item in page.tree.iter("button") if item.get("accesskey")]
    assert [(item.get("accesskey"), words_of(item)) for item in buttons] == [("q", "Quitter vite")]
    assert "Alt et Q" in words_of(page.tree)


def leave(visitor: Visitor) -> None:
    """Press the quick exit and check that one is out, with nothing left."""
    assert offers_quick_exit(visitor.go("/fr/urgence"))
    response = visitor.client.post("/fr/quitter")
    assert response.status_code == 303
    assert response.headers["Location"] == EXIT_URL
    assert response.headers["Clear-Site-Data"] == '"storage", "cache"', "never the cookies of the whole domain"
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
