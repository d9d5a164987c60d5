"""« Je ne sais pas » on the home page: everyday situations, each a first step into the questions."""

import pytest

from engine.content.answers import read_answers, write_answers
from engine.content.catalogue import Catalogue
from tests.web.checked import CheckedClient
from tests.web.journeys import Page, Visitor
from tests.web.words import words_of


@pytest.fixture
def visitor(client: CheckedClient) -> Visitor:
    return Visitor(client)


def choose(visitor: Visitor, situation: str) -> Page:
    page = visitor.go("/fr/situations")
    return visitor.send({**page.form.data, "situation": situation}, "/fr/situations")


def test_the_home_page_leads_there(visitor: Visitor) -> None:
    assert "/fr/situations" in visitor.go("/fr/").links()


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_all_are_there_in_people_s_words(client: CheckedClient, catalogue: Catalogue, lang: str) -> None:
    page = Visitor(client, lang).go(f"/{lang}/situations")
    buttons = {
        item.get("value"): words_of(item) for item in page.tree.iter("button") if item.get("name") == "situation"
    }
    assert list(buttons) == list(catalogue.situations)
    if lang == "fr":
        assert buttons["toilette-d-une-mere"] == "Ma mère ne peut plus se laver seule."
    assert f"/{lang}/services/pole-medico-social" in page.links("go"), "someone for whoever finds none"


def test_a_few_themes_stand_there_folded(visitor: Visitor, catalogue: Catalogue) -> None:
    page = visitor.go("/fr/situations")
    themes = [item for item in page.tree.iter("details") if item.get("name") == "theme"]
    assert [words_of(next(item.iter("h2"))) for item in themes] == [
        need.name for need in catalogue.needs.values() if need.open
    ]
    assert not [item for item in themes if item.get("open") is not None]
    inside = [button for item in themes for button in item.iter("button")]
    assert len(inside) == len(catalogue.situations)


def test_each_one_starts_the_questions_with_what_it_says(app, catalogue: Catalogue) -> None:
    for situation in catalogue.situations.values():
        client = app.test_client()
        page = choose(Visitor(client), situation.id)
        assert page.fact == "danger", situation.id
        with client.session_transaction() as session:
            assert session["b"] == list(situation.needs)
            assert session["r"].items() >= write_answers(read_answers(catalogue, situation.answers)).items()


def test_it_asks_next_what_it_does_not_say(visitor: Visitor) -> None:
    choose(visitor, "toilette-d-une-mere")
    page = visitor.answer("non")
    assert page.fact not in ("danger", "pour_qui", "demande_autonomie")


def test_it_replaces_what_was_answered_of_someone_else(visitor: Visitor) -> None:
    visitor.begin(["logement"])
    visitor.answer("non")
    assert "réponses en cours" in visitor.go("/fr/situations").response.text
    choose(visitor, "bebe-sans-medecin")
    assert visitor.go("/fr/").form.data["besoins"] == ["enfance"]
    assert visitor.go("/fr/questions").fact == "danger"


@pytest.mark.parametrize("situation", ["", "inconnue"])
def test_one_that_does_not_exist_is_not_found(visitor: Visitor, situation: str) -> None:
    visitor.begin(["logement"])
    assert choose(visitor, situation).status == 404
    assert visitor.go("/fr/").form.data["besoins"] == ["logement"]


def test_a_need_that_is_not_open_says_where_to_go_meanwhile(visitor: Visitor, catalogue: Catalogue) -> None:
    page = visitor.go("/fr/")
    closed = [need for need in catalogue.needs.values() if not need.open]
    assert page.form.boxes["besoins"] == list(catalogue.open_needs)
    cards = [item for item in page.tree.iter("div") if "soon" in item.get("class", "").split()]
    assert len(cards) == len(closed)
    for card, need in zip(cards, closed, strict=True):
        assert need.meanwhile
        assert "Bientôt" in words_of(card)
        assert [link.get("href") for link in card.iter("a")] == [f"/fr/services/{need.meanwhile.role}"]
