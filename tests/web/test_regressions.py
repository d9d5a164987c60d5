"""Bugs that similar public sites have had: each one is tried here."""

import pytest
from flask import Flask

from engine.content.catalogue import Catalogue
from tests.sampled import Swept
from tests.web.checked import CheckedClient
from tests.web.journeys import Visitor
from tests.web.words import words_of


@pytest.fixture
def visitor(client: CheckedClient) -> Visitor:
    return Visitor(client)


def short(catalogue: Catalogue, fact: str) -> str:
    return catalogue.questions[fact].written.short


def test_a_refused_answer_leaves_no_ghost(visitor: Visitor, catalogue: Catalogue) -> None:
    page = visitor.reach("age", ["autonomie"])
    assert visitor.send({**page.form.data, "answer": "soixante-douze"}).status == 422
    assert visitor.page.form.data["answer"] == "soixante-douze"  # to be mended, not typed again
    assert short(catalogue, "age") not in visitor.go("/fr/reponses").answers
    assert visitor.go("/fr/questions/age").form.data["answer"] == ""


def test_a_refused_change_leaves_the_answer_as_it_was(visitor: Visitor, catalogue: Catalogue) -> None:
    visitor.reach("age", ["autonomie"])
    visitor.answer("72")
    page = visitor.go("/fr/questions/age")
    assert visitor.send({**page.form.data, "answer": "7x"}).status == 422
    assert visitor.go("/fr/questions/age").form.data["answer"] == "72"
    assert visitor.go("/fr/reponses").answers[short(catalogue, "age")] == "72\u00a0ans"


@pytest.mark.parametrize(("fact", "shown"), [("age", "0\u00a0ans"), ("ressources_mensuelles", "0\u00a0€ par mois")])
def test_zero_is_an_answer(visitor: Visitor, catalogue: Catalogue, fact: str, shown: str) -> None:
    visitor.reach(fact, catalogue.open_needs)
    visitor.answer("0")
    assert visitor.go("/fr/reponses").answers[short(catalogue, fact)] == shown
    assert visitor.go(f"/fr/questions/{fact}").form.data["answer"] == "0"


def test_two_choices_in_one_question(visitor: Visitor, catalogue: Catalogue) -> None:
    page = visitor.reach("demande_logement", ["logement"])
    chosen = page.form.boxes["answer"][:2]
    assert visitor.answer(chosen).status == 200
    assert visitor.go("/fr/questions/demande_logement").form.data["answer"] == chosen
    assert visitor.continue_to_result({}).is_result


def test_back_from_the_last_page(visitor: Visitor) -> None:
    """By the links of the pages, from the result to the first question; then on to the same result."""
    tiles = visitor.play(["autonomie"], {"age": "72", "demande_autonomie": ["aide-domicile"]}).tiles
    assert len(tiles) == 3
    assert len(visitor.asked) > 3
    assert "/fr/reponses" in visitor.page.links()
    for fact in reversed(visitor.asked):
        visitor.go(f"/fr/questions/{fact}")
        assert visitor.page.fact == fact
    assert visitor.go(visitor.page.links("back")[0]).path == "/fr/autonomie"
    assert visitor.go("/fr/questions").tiles == tiles


def test_back_goes_to_the_question_before(visitor: Visitor) -> None:
    visitor.play(["logement", "autonomie"], {})
    assert len(visitor.asked) > 3
    visitor.go(f"/fr/questions/{visitor.asked[-1]}")
    for fact in reversed(visitor.asked[:-1]):
        visitor.go(visitor.page.links("back")[0])
        assert visitor.page.fact == fact


@pytest.mark.parametrize("path", ["questions", "questions/age", "reponses", "resultats", "resultats/imprimer"])
def test_a_deep_link_without_a_cookie_says_how_to_begin(visitor: Visitor, path: str) -> None:
    page = visitor.go(f"/fr/{path}")
    assert page.status == 410
    assert page.links("go") == ["/fr/"]


def test_a_form_sent_without_a_cookie_offers_the_one_page_form(app: Flask) -> None:
    visitor = Visitor(app.test_client(use_cookies=False))
    page = visitor.begin(["logement"])
    assert page.status == 403
    assert "/fr/une-page" in page.links()


def test_an_old_link_to_a_question_that_no_longer_matters_moves_on(visitor: Visitor, catalogue: Catalogue) -> None:
    visitor.begin(["logement"])
    first = visitor.page.fact
    assert visitor.go("/fr/questions/gir").fact == first
    visitor.continue_to_result({})
    assert visitor.go("/fr/questions/gir").is_result


def test_it_never_goes_back_to_question_one(visitor: Visitor, catalogue: Catalogue) -> None:
    visitor.begin(catalogue.open_needs)
    seen: list[str] = []
    while fact := visitor.page.fact:
        assert fact not in seen
        seen.append(fact)
        visitor.answer()
        past_the_numbers(visitor)
    assert len(seen) > 10
    assert visitor.page.is_result
    assert visitor.go("/fr/questions").is_result


def test_every_option_leads_somewhere(visitor: Visitor, catalogue: Catalogue, swept: Swept) -> None:
    """Each option of each question that a person who knows nothing meets."""
    visitor.begin(catalogue.open_needs)
    while fact := visitor.page.fact:
        boxes = visitor.page.form.boxes
        for option in swept(boxes.get("answer") or boxes.get("pick") or ["nsp"], most=2):
            visitor.go(f"/fr/questions/{fact}")
            assert visitor.answer(option).status == 200, (fact, option)
            assert visitor.page.fact != fact, (fact, option)
        visitor.go(f"/fr/questions/{fact}")
        assert visitor.answer().fact != fact
        past_the_numbers(visitor)
    assert visitor.page.is_result


def past_the_numbers(visitor: Visitor) -> None:
    """Whoever is not sure is first told who listens."""
    if visitor.page.path.endswith("/urgence"):
        visitor.go(visitor.page.links("go")[0])


def test_the_printed_sheet_holds_the_result(visitor: Visitor) -> None:
    wanted = {"demande_autonomie": ["aide-domicile"], "demande_logement": ["impaye-loyer"]}
    result = visitor.play(["autonomie", "logement"], {"age": "72", **wanted})
    sheet = visitor.go("/fr/resultats/imprimer")
    printed = words_of(sheet.tree)
    assert len(result.verdicts) > 3
    assert [aid for aid in result.verdicts if aid not in printed] == []


def test_the_sheet_of_someone_who_has_answered_nothing_yet(visitor: Visitor) -> None:
    visitor.begin(["enfance"])
    assert visitor.go("/fr/resultats").names_a_place
    assert visitor.go("/fr/resultats/imprimer").status == 200


@pytest.mark.parametrize("also", ["aspa", "nsp"])
def test_none_of_these_does_not_go_with_another_box(visitor: Visitor, catalogue: Catalogue, also: str) -> None:
    page = visitor.reach("aides_percues", catalogue.open_needs)
    assert visitor.send(page.form.with_answer(["aucune", also])).status == 422
    assert set(visitor.page.form.data["answer"]) == {"aucune", also}
    assert short(catalogue, "aides_percues") not in visitor.go("/fr/reponses").answers


def test_no_address_holds_an_answer(visitor: Visitor, catalogue: Catalogue) -> None:
    """Neither the addresses visited nor the links shown."""
    persona = {"age": "73", "commune": "Cluses", "ressources_mensuelles": "1234,56", "nationalite": "europeenne"}
    visitor.play(catalogue.open_needs, persona)
    assert set(persona) <= set(visitor.asked)
    addresses = visitor.history
    for address in (
        "resultats",
        "resultats/imprimer",
        "reponses",
        "urgence",
        *(f"questions/{name}" for name in persona),
    ):
        addresses += visitor.go(f"/fr/{address}").links()
    for secret in ("73", "1234", "europeenne", "Cluses", "74081"):
        assert [address for address in addresses if address.startswith("/") and secret in address] == []
