"""Another language: same page, same answers, and never another site."""

import pytest
from flask.testing import FlaskClient

from engine.content.catalogue import Catalogue
from tests.web.journeys import Visitor

EVIL = "//evil.example"


def test_the_switch_keeps_the_answers(client: FlaskClient, catalogue: Catalogue) -> None:
    visitor = Visitor(client)
    visitor.play(catalogue.open_needs, {"age": "72", "gir": "3"})
    french = visitor.page.verdicts
    english = visitor.go(visitor.page.in_language("en"))
    assert english.path == "/en/resultats"
    assert list(english.verdicts.values()) == list(french.values())
    back = visitor.go(english.in_language("fr"))
    assert back.verdicts == french


def test_the_switch_in_the_middle_of_the_questions(client: FlaskClient) -> None:
    visitor = Visitor(client)
    visitor.reach("age", ["autonomie"])
    visitor.go(visitor.page.in_language("en"))
    assert visitor.page.fact == "age"
    visitor.answer("72")
    assert visitor.page.path.startswith("/en/")
    assert visitor.go("/fr/questions/age").form.data["answer"] == "72"


def test_the_switch_after_a_refused_form_comes_back_to_the_question(client: FlaskClient) -> None:
    visitor = Visitor(client)
    page = visitor.reach("age", ["autonomie"])
    refused = visitor.send({**page.form.data, "answer": "x"})
    assert refused.status == 422
    assert visitor.go(refused.in_language("en")).path == "/en/questions/age"


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("/fr/aides?q=loyer", "/en/aides?q=loyer"),
        ("/fr/services/mairie-ccas?commune=Annecy", "/en/services/mairie-ccas?commune=Annecy"),
        ("/fr/une-page?besoins=logement&besoins=enfance", "/en/une-page?besoins=logement&besoins=enfance"),
    ],
)
def test_the_switch_keeps_what_is_searched(client: FlaskClient, address: str, kept: str) -> None:
    assert Visitor(client).go(address).in_language("en") == kept


@pytest.mark.parametrize(
    ("address", "status"),
    [
        (f"/fr/?next={EVIL}", 200),
        (f"/fr/?lang={EVIL}", 200),
        (f"/fr/?endpoint={EVIL}", 200),
        (f"/fr/?_external=1&_scheme=evil&_anchor={EVIL}&_method=POST", 200),
        (f"/fr/logement?besoin={EVIL}", 200),
        (f"/fr/aides?q={EVIL}&aid_id={EVIL}&fact={EVIL}", 200),
        (f"/fr/{EVIL}", 404),
        (f"/fr/aides/{EVIL}", 404),
        (f"{EVIL}/fr/", 200),
        (f"/fr/{EVIL.replace('/', '%2f')}", 404),
        (f"/fr/{EVIL.replace('/', '%5c')}", 404),
    ],
)
def test_the_switch_never_leads_to_another_site(client: FlaskClient, address: str, status: int) -> None:
    """Wherever this address leads, it stays here, and its language switch too."""
    response = client.get("http://localhost" + address)
    for _ in range(3):
        if "Location" not in response.headers:
            break
        assert response.headers["Location"].removeprefix("http://localhost").startswith("/")
        assert not response.headers["Location"].startswith("//")
        response = client.get(response.headers["Location"])
    assert response.status_code == status
    page = Visitor(client).go(response.request.full_path)
    assert page.in_language("en").startswith("/en/")
    assert not [link for link in page.links() if link.startswith(("//", "/\\", "http://evil", "https://evil"))]


@pytest.mark.parametrize(
    ("header", "lang"),
    [("en-GB,en;q=0.9,fr;q=0.5", "en"), ("fr-CH", "fr"), ("de,zh", "fr"), ("", "fr"), ("*;q=0, ;;x", "fr")],
)
def test_the_front_door_speaks_the_language_of_the_browser(client: FlaskClient, header: str, lang: str) -> None:
    response = client.get("/", headers={"Accept-Language": header})
    assert response.headers["Location"] == f"/{lang}/"


def test_an_unknown_language_is_not_found(client: FlaskClient) -> None:
    for address in ("/xx/", "/xx/questions/age", "/FR/", "/fr-FR/"):
        assert client.get(address).status_code == 404


def test_an_error_speaks_the_language_of_its_address(client: FlaskClient) -> None:
    assert 'lang="en"' in client.get("/en/nowhere").text
    assert 'lang="en"' in client.get("/en/nowhere/at/all").text
    assert 'lang="fr"' in client.get("/nowhere").text
