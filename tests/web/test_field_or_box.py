"""A field and its « ou »: both never count in silence, on a page of its own, on the one-page form, at the desk."""

from collections.abc import Callable, Mapping

import pytest
from flask.testing import FlaskClient

from tests.web.forms import Form, Written, main_form
from tests.web.journeys import Page, Visitor
from tests.web.words import words_of

ONE_PAGE, DESK = "/fr/une-page?besoins=autonomie", "/fr/poste-accueil"
Send = Callable[[Mapping[str, Written]], Page]


def one_page(client: FlaskClient) -> Send:
    return lambda data: Page(client.post(ONE_PAGE, data=data))


def desk(client: FlaskClient) -> Send:
    return lambda data: Page(client.post(DESK, data={"besoins": ["autonomie"], **data}))


def form(page: Page) -> Form:
    return main_form(page.tree)


def fault(page: Page) -> str:
    """What is wrong, as the summary at the top says it."""
    (summary,) = [item for item in page.tree.iter() if item.get("role") == "alert"]
    return words_of(summary)


def field(page: Page, fact: str) -> str:
    """What stands in the text field of a question, on a page of many."""
    (value,) = [
        i.get("value", "") for i in page.tree.iter("input") if i.get("type") == "text" and i.get("name") == fact
    ]
    return value


def ticked(page: Page, fact: str) -> set[str]:
    boxes = [item for item in page.tree.iter("input") if item.get("name") == fact and item.get("checked") is not None]
    return {item.get("value", "") for item in boxes}


@pytest.fixture
def visitor(client: FlaskClient) -> Visitor:
    return Visitor(client)


def test_an_age_and_i_do_not_know(visitor: Visitor) -> None:
    form = visitor.reach("age", ["autonomie"]).form
    page = visitor.send({**form.data, "answer": "72", "unknown": "y"})
    assert page.status == 422
    assert "Vous avez rempli le champ et coché «\u00a0Je ne sais pas\u00a0»." in fault(page)
    assert page.form.data["answer"] == "72"
    assert page.form.data["unknown"] == ["y"]
    assert "Âge" not in visitor.go("/fr/reponses").answers
    visitor.go("/fr/questions/age")
    assert visitor.send({**form.data, "answer": "72"}).status == 200
    assert visitor.go("/fr/reponses").answers["Âge"] == "72\u00a0ans"


def test_a_commune_and_no_home_and_the_choice_made_then(visitor: Visitor) -> None:
    """The page asks with both in sight; a radio cannot be unticked, so the commune is a choice beside it."""
    form = visitor.reach("commune", ["autonomie"]).form
    page = visitor.send({**form.data, "answer": "Copponex", "pick": "sans-domicile"})
    assert page.status == 422
    assert "Vous avez écrit une commune et choisi une autre réponse." in fault(page)
    assert (page.form.data["answer"], page.form.data["pick"]) == ("Copponex", ["sans-domicile"])
    (copponex,) = [value for value in page.form.boxes["pick"] if value.isdecimal()]
    assert visitor.send({**page.form.data, "pick": copponex}).status == 200
    assert visitor.go("/fr/reponses").answers["Commune"] == "Copponex"
    page = visitor.go("/fr/questions/commune")
    assert visitor.send({**page.form.data, "answer": "", "pick": "sans-domicile"}).status == 200
    assert visitor.go("/fr/reponses").answers["Commune"] == "Sans logement fixe, en Haute-Savoie"


@pytest.mark.parametrize(("fact", "boxes"), [("age", {"y"}), ("commune", {"hors-74", "sans-domicile", "nsp"})])
def test_the_script_knows_which_boxes_stand_for_the_field(visitor: Visitor, fact: str, boxes: set[str]) -> None:
    """Where there is one, the last one used counts; « less than three months » goes with a commune."""
    tree = visitor.reach(fact, ["autonomie"]).tree
    assert {i.get("value") for i in tree.iter("input") if i.get("data-instead") == "answer"} == boxes
    assert [item for item in tree.iter("script") if "/either.js" in item.get("src", "")]


@pytest.mark.parametrize("picked", ["hors-74", "sans-domicile", "nsp"])
def test_sending_both_again_asks_again(visitor: Visitor, picked: str) -> None:
    form = visitor.reach("commune", ["autonomie"]).form
    page = visitor.send({**form.data, "answer": "Copponex", "pick": picked})
    assert visitor.send(page.form.data).status == 422


def test_a_commune_and_less_than_three_months_are_both_true(visitor: Visitor) -> None:
    form = visitor.reach("commune", ["autonomie"]).form
    assert visitor.send({**form.data, "answer": "Annecy", "pick": "arrivee-recente"}).status == 200
    answer = "Annecy\u00a0; En Haute-Savoie depuis moins de 3 mois"
    assert visitor.go("/fr/reponses").answers["Commune"] == answer
    again = visitor.go("/fr/questions/commune").form.data
    assert (again["answer"], again["pick"]) == ("Annecy", ["arrivee-recente"])


def test_a_near_spelling_keeps_what_was_said_beside_it(visitor: Visitor) -> None:
    form = visitor.reach("commune", ["autonomie"]).form
    page = visitor.send({**form.data, "answer": "Anecy", "pick": "arrivee-recente"})
    assert page.status == 422
    assert visitor.send({**page.form.data, "pick": ["74010", "arrivee-recente"]}).status == 200
    assert visitor.go("/fr/reponses").answers["Commune"].startswith("Annecy\u00a0; ")


@pytest.mark.parametrize("surface", [one_page, desk])
class TestOnePageOfMany:
    def test_a_field_and_its_box(self, client: FlaskClient, surface: Callable[[FlaskClient], Send]) -> None:
        page = surface(client)({"age": ["72", "nsp"], "commune": ["Copponex", "sans-domicile"]})
        assert page.status == 422
        assert "Vous avez rempli le champ et coché" in fault(page)
        assert "Vous avez écrit une commune et choisi une autre réponse." in fault(page)
        assert (field(page, "age"), ticked(page, "age")) == ("72", {"nsp"})
        assert (field(page, "commune"), ticked(page, "commune")) == ("Copponex", {"sans-domicile"})

    def test_i_do_not_know_can_be_ticked_alone(
        self, client: FlaskClient, surface: Callable[[FlaskClient], Send]
    ) -> None:
        page = surface(client)({"age": ["", "nsp"], "commune": ["", "hors-74"], "danger": "non"})
        assert page.status == 200

    def test_the_one_meant_is_chosen(self, client: FlaskClient, surface: Callable[[FlaskClient], Send]) -> None:
        send = surface(client)
        page = send({"commune": ["Copponex", "sans-domicile"], "danger": "non"})
        (copponex,) = [value for value in form(page).boxes["commune"] if value.startswith("choix:")]
        assert send({"commune": ["Copponex", copponex], "danger": "non"}).status == 200

    def test_both_true_are_both_taken(self, client: FlaskClient, surface: Callable[[FlaskClient], Send]) -> None:
        page = surface(client)({"commune": ["Annecy", "arrivee-recente"], "danger": "non"})
        assert page.status == 200
        assert "Annecy\u00a0; En Haute-Savoie depuis moins de 3 mois" in words_of(page.tree)

    def test_what_is_not_sure_is_asked_with_choices(
        self, client: FlaskClient, surface: Callable[[FlaskClient], Send]
    ) -> None:
        send = surface(client)
        page = send({"commune": ["Onex"], "danger": "non"})
        assert page.status == 422
        assert "Vouliez-vous dire «\u00a0Copponex\u00a0»\u00a0?" in fault(page)
        assert field(page, "commune") == "Onex"
        choice = form(page).boxes["commune"][0]
        said = words_of(send({"commune": ["Onex", choice], "danger": "non"}).tree)
        assert "Copponex" in said

    def test_a_postcode_is_not_taken_for_the_code_of_a_commune(
        self, client: FlaskClient, surface: Callable[[FlaskClient], Send]
    ) -> None:
        """74100 is the postcode of Annemasse, and the INSEE code of another commune."""
        page = surface(client)({"commune": ["74100"], "danger": "non"})
        assert page.status == 422
        assert "Plusieurs communes correspondent." in fault(page)

    def test_a_large_sum_is_asked_back_once(self, client: FlaskClient, surface: Callable[[FlaskClient], Send]) -> None:
        send = surface(client)
        page = send({"ressources_mensuelles": ["12000"], "danger": "non"})
        assert page.status == 422
        assert "12\u202f000\u00a0€ par mois\u00a0?" in fault(page)
        (box,) = form(page).boxes["ressources_mensuelles.confirme"]
        confirmed = {"ressources_mensuelles": ["12000"], "ressources_mensuelles.confirme": box, "danger": "non"}
        assert send(confirmed).status == 200
        assert send({**confirmed, "ressources_mensuelles": ["13000"]}).status == 422
        assert send({"ressources_mensuelles": ["1200"], "danger": "non"}).status == 200


def test_a_large_sum_is_asked_back_once_on_its_own_page(visitor: Visitor) -> None:
    visitor.reach("ressources_mensuelles", ["autonomie"])
    page = visitor.answer("12000")
    assert (page.status, page.fact) == (422, "ressources_mensuelles")
    assert "12\u202f000\u00a0€ par mois\u00a0?" in fault(page)
    assert page.form.data["answer"] == "12000"
    assert visitor.send(page.form.data).status == 200
    assert visitor.go("/fr/reponses").answers["Ressources du mois"] == "12\u202f000\u00a0€ par mois"


def test_another_large_sum_is_asked_back_too(visitor: Visitor) -> None:
    visitor.reach("ressources_mensuelles", ["autonomie"])
    page = visitor.answer("12000")
    assert visitor.send({**page.form.data, "answer": "13000"}).status == 422
    assert visitor.send({**visitor.page.form.data, "answer": "1000"}).status == 200


def test_a_sum_with_cents_stays_as_it_was_typed(visitor: Visitor) -> None:
    visitor.reach("ressources_mensuelles", ["autonomie"])
    visitor.answer("950,50")
    assert visitor.go("/fr/questions/ressources_mensuelles").form.data["answer"] == "950,50"
    assert main_form(visitor.go("/en/questions/ressources_mensuelles").tree).data["answer"] == "950.50"
    assert visitor.go("/fr/reponses").answers["Ressources du mois"] == "950,50\u00a0€ par mois"


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("-200", "Écrivez un nombre sans le signe moins."),
        ("0,500", "Ce nombre se lit de deux façons."),
        ("12 000 € par an", "Cette somme est pour un an."),
        ("mille", "Écrivez une somme en chiffres."),
    ],
)
def test_a_sum_that_cannot_be_read_gets_its_reason(visitor: Visitor, typed: str, reason: str) -> None:
    visitor.reach("ressources_mensuelles", ["autonomie"])
    page = visitor.answer(typed)
    assert page.status == 422
    assert reason in fault(page)
    assert page.form.data["answer"] == typed


@pytest.mark.parametrize(
    ("fact", "typed", "understood"),
    [
        ("commune", "74160 Collonges", "Commune\u00a0: Collonges-sous-Salève"),
        ("age", "84 ans", "Âge\u00a0: 84\u00a0ans"),
    ],
)
def test_the_next_page_says_what_was_understood(visitor: Visitor, fact: str, typed: str, understood: str) -> None:
    visitor.reach(fact, ["autonomie"])
    page = visitor.answer(typed)
    notes = [item for item in page.tree.iter("p") if item.get("class") == "note"]
    assert [words_of(note) for note in notes if understood in words_of(note)]
    assert f"/fr/questions/{fact}" in [link.get("href") for note in notes for link in note.iter("a")]


def test_the_result_of_the_one_page_form_says_what_was_understood(client: FlaskClient) -> None:
    page = one_page(client)({"commune": ["Evian"], "age": ["84 ans"], "danger": "non"})
    notes = [words_of(item) for item in page.tree.iter("p") if item.get("class") == "note"]
    assert "Commune\u00a0: Évian-les-Bains" in notes
    assert "Âge\u00a0: 84\u00a0ans" in notes
