"""Nonsense gets a plain answer: what is wrong, where, with nothing lost and nothing recorded."""

from io import BytesIO

import pytest
from flask import Flask

from engine.content.catalogue import Catalogue
from tests.web.checked import CheckedClient
from tests.web.forms import Written
from tests.web.journeys import Page, Visitor

OVER_THE_LIMIT = "x" * 70_000

# Whether one lives as a couple is asked only where the income could be too high for one.
SHORT_OF_MONEY: dict[str, Written] = {
    "demande_autonomie": ["aide-domicile"],
    "age": "72",
    "aides_percues": ["aucune"],
    "difficultes_quotidien": ["maison"],
    "ressources_mensuelles": "1400",
}


@pytest.fixture
def visitor(client: CheckedClient) -> Visitor:
    return Visitor(client)


def fault(page: Page) -> str:
    """Where the error summary leads: the field to mend."""
    alerts = [item for item in page.tree.iter() if item.get("role") == "alert"]
    assert len(alerts) == 1
    return next(link.get("href", "") for link in alerts[0].iter("a"))


@pytest.mark.parametrize(
    ("fact", "written"),
    [
        ("age", ""),
        ("age", "  "),
        ("age", "soixante"),
        ("age", "7a"),
        ("age", "-1"),
        ("age", "121"),
        ("age", "7.5"),
        ("age", "9" * 400),
        ("age", "18 mois"),
        ("age", "-3 ans"),
        ("ressources_mensuelles", ""),
        ("ressources_mensuelles", "mille"),
        ("ressources_mensuelles", "-0,01"),
        ("ressources_mensuelles", "-200"),
        ("ressources_mensuelles", "0,500"),
        ("ressources_mensuelles", "12000 par an"),
        ("ressources_mensuelles", "1e9"),
        ("ressources_mensuelles", "1,2,3"),
        ("ressources_mensuelles", "NaN"),
        ("ressources_mensuelles", "100000000"),
        ("danger", ""),
        ("danger", "inconnu"),
        ("en_couple", "peut-être"),
        ("demande_autonomie", []),
        ("demande_autonomie", ["inconnu"]),
        ("demande_autonomie", ["carte", "inconnu"]),
        ("demande_autonomie", ["carte", "nsp"]),
        ("commune", ""),
        ("commune", "Paris"),
        ("commune", "75001"),
        ("commune", "\x00"),
    ],
)
def test_what_is_not_an_answer_is_refused(visitor: Visitor, catalogue: Catalogue, fact: str, written: Written) -> None:
    page = visitor.reach(fact, ["autonomie"], SHORT_OF_MONEY)
    refused = visitor.send({**page.form.data, "answer": written})
    assert refused.status == 422
    assert refused.fact == fact
    assert fault(refused)
    assert catalogue.questions[fact].written.short not in visitor.go("/fr/reponses").answers


@pytest.mark.parametrize(
    ("fact", "written", "understood"),
    [
        ("age", " 72 ", "72\u00a0ans"),
        ("age", "072", "72\u00a0ans"),
        ("age", "84 ans", "84\u00a0ans"),
        ("age", "٧٢", "72\u00a0ans"),
        ("ressources_mensuelles", "1 200 €/mois", "1\u202f200\u00a0€ par mois"),
        ("ressources_mensuelles", "1'200.-", "1\u202f200\u00a0€ par mois"),
        ("ressources_mensuelles", "environ 1000", "1\u202f000\u00a0€ par mois"),
        ("ressources_mensuelles", "1 234,50 €", "1\u202f234,50\u00a0€ par mois"),
        ("ressources_mensuelles", "1\u00a0234.5", "1\u202f234,50\u00a0€ par mois"),
        ("ressources_mensuelles", "950", "950\u00a0€ par mois"),
    ],
)
def test_numbers_are_read_as_people_type_them(
    visitor: Visitor, catalogue: Catalogue, fact: str, written: str, understood: str
) -> None:
    visitor.reach(fact, ["autonomie"])
    visitor.answer(written)
    assert visitor.go("/fr/reponses").answers[catalogue.questions[fact].written.short] == understood


def test_of_two_answers_to_one_question_the_first_counts(visitor: Visitor) -> None:
    page = visitor.reach("pour_qui", ["autonomie"])
    assert visitor.send({**page.form.data, "answer": ["moi", "proche"]}).status == 200
    assert visitor.go("/fr/questions/pour_qui").form.data["answer"] == "moi"


def test_no_need_chosen(visitor: Visitor) -> None:
    for needs in ([], ["inconnu"], [""]):
        page = visitor.begin(needs)
        assert page.status == 422
        assert fault(page) == "#besoins-logement"


def test_an_unknown_need_among_others_is_left_out(visitor: Visitor) -> None:
    visitor.begin(["inconnu", "enfance"])
    assert visitor.go("/fr/").form.data["besoins"] == ["enfance"]


@pytest.mark.parametrize("path", ["inconnu", "questions/inconnue", "aides/inconnue", "pieces/x", "services/x", "a/b/c"])
def test_what_does_not_exist_is_not_found(visitor: Visitor, path: str) -> None:
    visitor.begin(["logement"])
    page = visitor.go(f"/fr/{path}")
    assert page.status == 404
    assert page.links("go") == ["/fr/"]


@pytest.mark.parametrize("path", ["inconnu", "questions/inconnue"])
def test_nothing_can_be_sent_to_what_does_not_exist(visitor: Visitor, path: str) -> None:
    page = visitor.begin(["logement"])
    assert visitor.send(page.form.data, f"/fr/{path}").status == 404


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE"])
@pytest.mark.parametrize("path", ["/", "/fr/", "/fr/logement", "/fr/questions/danger", "/fr/resultats", "/fr/effacer"])
def test_other_methods_do_nothing(visitor: Visitor, path: str, method: str) -> None:
    visitor.begin(["logement"])
    visitor.answer("non")
    response = visitor.client.open(path, method=method, data={"answer": "violences"})
    shown = {"HEAD": 302 if path == "/" else 200, "OPTIONS": 200}
    assert response.status_code == shown.get(method, 405)
    assert (response.data == b"") is (method in shown)
    assert visitor.go("/fr/questions/danger").form.data["answer"] == ["non"]


@pytest.mark.parametrize("path", ["/fr/", "/fr/logement", "/fr/questions/danger", "/fr/effacer", "/fr/une-page"])
def test_too_much_at_once(visitor: Visitor, path: str) -> None:
    data = {**visitor.begin(["logement"]).form.data, "answer": OVER_THE_LIMIT, "besoins": "logement"}
    assert visitor.client.post(path, data=data).status_code == 413
    assert visitor.client.post(path, data=data, content_type="multipart/form-data").status_code == 413


@pytest.mark.parametrize("token", ["", "faux", "é", "x" * 5000, None])
def test_a_wrong_token_changes_nothing(visitor: Visitor, token: str | None) -> None:
    """Whoever has answers comes back to the form, with a new token; nobody is told of an attack."""
    data = {**visitor.begin(["logement"]).form.data, "answer": "violences", "csrf_token": token}
    page = visitor.send({name: value for name, value in data.items() if value is not None})
    assert (page.status, page.fact) == (200, "danger")
    assert "answer" not in page.form.data


def test_a_wrong_token_with_a_cookie_but_no_answers(visitor: Visitor) -> None:
    visitor.go("/fr/")
    page = visitor.send({"csrf_token": "faux", "besoins": "logement"})
    assert page.status == 410
    assert page.links("go") == ["/fr/"]


@pytest.mark.parametrize("path", ["/fr/", "/fr/logement", "/fr/questions/danger"])
def test_a_form_without_any_cookie(app: Flask, path: str) -> None:
    client = app.test_client(use_cookies=False)
    response = client.post(path, data={"besoins": "logement", "answer": "non"})
    assert response.status_code == 403
    assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "guide.example:80", "[::1", "", "a b"])
def test_another_host_is_not_served(visitor: Visitor, host: str) -> None:
    response = visitor.client.get("/fr/", headers={"Host": host})
    assert response.status_code == 400
    assert response.text == "", "nothing that was sent is said again"


@pytest.mark.parametrize(
    ("address", "field"),
    [
        ("/fr/", "besoins"),
        ("/fr/questions/age", "answer"),
        ("/fr/questions/commune", "answer"),
        ("/fr/questions/demande_autonomie", "answer"),
        ("/fr/reprendre", "code"),
    ],
)
@pytest.mark.parametrize("body", [b"0", b"null", b'["x"]', b'{"answer": 7}', b"{", b""])
def test_a_file_or_json_in_place_of_an_answer_counts_as_nothing_sent(
    visitor: Visitor, address: str, field: str, body: bytes
) -> None:
    """And is told like an empty answer, on the page it was sent to."""
    token = visitor.begin(["autonomie"]).form.data["csrf_token"]
    client, header = visitor.client, {"X-CSRFToken": str(token)}
    as_json = client.post(address, data=body, content_type="application/json", headers=header)
    as_file = client.post(address, data={field: (BytesIO(body), "réponse.txt")}, headers=header)
    empty = client.post(address, data={field: ""}, headers=header)
    assert [response.status_code for response in (as_json, as_file, empty)] == [422] * 3


@pytest.mark.parametrize(
    ("address", "fields"),
    [
        ("/fr/", ["besoins"]),
        ("/fr/questions/danger", ["answer"]),
        ("/fr/questions/age", ["answer", "unknown", "confirmed"]),
        ("/fr/questions/ressources_mensuelles", ["answer", "unknown", "confirmed"]),
        ("/fr/questions/commune", ["answer", "pick"]),
        ("/fr/questions/demande_autonomie", ["answer"]),
        ("/fr/reprendre", ["code"]),
        ("/fr/une-page", ["besoins", "age", "commune"]),
    ],
)
def test_a_file_in_place_of_each_field(visitor: Visitor, address: str, fields: list[str]) -> None:
    """With the form's own token, as a browser with a tampered form would send it."""
    token = visitor.begin(["autonomie"]).form.data["csrf_token"]
    for field in fields:
        data = {"csrf_token": token, field: (BytesIO(b"72"), "réponse.txt")}
        assert visitor.client.post(address, data=data).status_code == 422, field


def test_a_file_in_place_of_a_field_of_the_desk_counts_as_nothing_sent(visitor: Visitor, catalogue: Catalogue) -> None:
    def files(*but: str) -> dict[str, object]:
        names = {*catalogue.questions, "age.confirme"} - {*but}
        return {name: (BytesIO(b"72"), "réponse.txt") for name in names}

    assert visitor.client.post("/fr/poste-accueil", data={"besoins": "autonomie", **files()}).status_code == 200
    address = "/fr/une-page?besoins=autonomie"
    assert visitor.client.post(address, data={"age": "72", **files("age")}).status_code == 200


def test_a_file_in_place_of_the_token_changes_nothing(visitor: Visitor) -> None:
    visitor.begin(["autonomie"])
    data = {"csrf_token": (BytesIO(b"x"), "jeton.txt"), "answer": "violences"}
    page = visitor.send(data)
    assert (page.status, page.fact) == (200, "danger")
