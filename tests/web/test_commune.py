"""One's commune: by name or postcode, as people type them."""

import pytest
from flask.testing import FlaskClient

from engine.content.catalogue import Catalogue
from tests.web.journeys import Page, Visitor


@pytest.fixture
def visitor(client: FlaskClient) -> Visitor:
    visitor = Visitor(client)
    visitor.reach("commune", ["autonomie"])
    return visitor


def recorded(visitor: Visitor) -> str:
    page = visitor.go("/fr/questions/commune")
    return str(page.form.data["answer"])


def offered(page: Page, catalogue: Catalogue) -> list[str]:
    return [catalogue.communes[value].name for value in page.form.boxes["pick"] if value in catalogue.communes]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Annecy", "Annecy"),
        (" annecy ", "Annecy"),
        ("ALBY SUR CHERAN", "Alby-sur-Chéran"),
        ("chatel", "Châtel"),
        ("st gervais les bains", "Saint-Gervais-les-Bains"),
        ("St-Gingolph", "Saint-Gingolph"),
        ("evian", "Évian-les-Bains"),
        ("74400", "Chamonix-Mont-Blanc"),
    ],
)
def test_it_is_found_as_it_is_typed(visitor: Visitor, typed: str, name: str) -> None:
    assert visitor.answer(typed).status == 200
    assert recorded(visitor) == name


def test_a_postcode_of_several_communes_lets_one_choose(visitor: Visitor, catalogue: Catalogue) -> None:
    page = visitor.answer("74100")
    assert page.status == 422
    expected = [commune for commune in catalogue.communes.values() if "74100" in commune.postcodes]
    assert offered(page, catalogue) == [commune.name for commune in expected]
    assert page.form.data["answer"] == "74100"
    chosen = expected[-1]
    assert visitor.send({**page.form.data, "pick": chosen.insee}).status == 200
    assert recorded(visitor) == chosen.name


def test_a_choice_of_another_name_is_not_taken(visitor: Visitor, catalogue: Catalogue) -> None:
    """The list was for « 74100 »; the person has typed another name since."""
    page = visitor.answer("74100")
    insee = page.form.boxes["pick"][0]
    visitor.send({**page.form.data, "answer": "Chamonix-Mont-Blanc", "pick": insee})
    assert recorded(visitor) == "Chamonix-Mont-Blanc"


@pytest.mark.parametrize("typed", ["Paris", "75001", "99999", "7", "zzz", "???"])
def test_one_that_is_not_ours_is_refused(visitor: Visitor, typed: str) -> None:
    page = visitor.answer(typed)
    assert (page.status, page.fact) == (422, "commune")
    assert page.form.data["answer"] == typed


@pytest.mark.parametrize(
    ("typed", "names", "asked"),
    [
        ("Anecy", ["Annecy"], "Vouliez-vous dire «\u00a0Annecy\u00a0»\u00a0?"),
        ("Onex", ["Copponex"], "Vouliez-vous dire «\u00a0Copponex\u00a0»\u00a0?"),
        ("Chedde", ["Passy"], "Vouliez-vous dire «\u00a0Chedde, commune de Passy\u00a0»\u00a0?"),
        ("Cran", ["Cranves-Sales", "Annecy"], "Plusieurs communes correspondent."),
        ("Flaine", ["Arâches-la-Frasse", "Magland"], "Plusieurs communes correspondent."),
    ],
)
def test_what_is_not_sure_is_asked_and_never_taken(
    visitor: Visitor, catalogue: Catalogue, typed: str, names: list[str], asked: str
) -> None:
    page = visitor.answer(typed)
    assert page.status == 422
    assert asked in page.response.text
    assert offered(page, catalogue) == names
    assert page.form.data["answer"] == typed
    assert "Commune" not in visitor.go("/fr/reponses").answers
    visitor.page = page
    assert visitor.send({**page.form.data, "pick": page.form.boxes["pick"][0]}).status == 200
    assert recorded(visitor) == names[0]


def test_too_vague_a_name_is_sent_back(visitor: Visitor, catalogue: Catalogue) -> None:
    page = visitor.answer("s")
    assert page.status == 422
    assert offered(page, catalogue) == []


def test_not_knowing_and_special_answers(visitor: Visitor, catalogue: Catalogue) -> None:
    specials = [option.id for option in catalogue.questions["commune"].written.options]
    for picked in [*specials, "nsp"]:
        visitor.go("/fr/questions/commune")
        assert visitor.answer(picked).status == 200
        assert visitor.go("/fr/questions/commune").form.data["pick"] == [picked]


def test_the_page_of_a_service_finds_the_nearest(client: FlaskClient) -> None:
    visitor = Visitor(client)
    assert visitor.go("/fr/services/mairie-ccas?commune=st gervais les bains").status == 200
    assert "Commune\u00a0: Saint-Gervais-les-Bains" in visitor.page.response.text.replace("<strong>", "")
    asked = visitor.go("/fr/services/mairie-ccas?commune=Onex")
    assert "/fr/services/mairie-ccas?commune=Copponex" in asked.links()
    several = visitor.go("/fr/services/mairie-ccas?commune=74100")
    choices = [link for link in several.links() if "commune=" in link and link.startswith("/fr/")]
    assert len(choices) > 1
    assert visitor.go(choices[0]).status == 200
