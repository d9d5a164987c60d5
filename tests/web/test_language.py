"""Another language: same page, same answers, and never another site."""

from datetime import date
from pathlib import Path

import pytest
from flask import Flask, g
from flask.testing import FlaskClient

from engine.content.catalogue import Catalogue
from tests.web.forms import read_forms
from tests.web.journeys import Page, Visitor
from web.words import i18n
from web.words.languages import offered

EVIL = "//evil.example"
DESK = {"besoins": "autonomie", "age": "72", "demande_autonomie": "aide-domicile", "lieu_handicap": "eam"}


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


@pytest.mark.parametrize("after_a_fault", [False, True])
def test_what_is_typed_and_not_yet_sent_is_kept_and_not_judged(client: FlaskClient, after_a_fault: bool) -> None:
    visitor = Visitor(client)
    page = visitor.reach("age", ["autonomie"])
    if after_a_fault:
        page = visitor.send({**page.form.data, "answer": "vieux"})
    english = visitor.switch("en", {"answer": "72 or so"})
    assert (english.status, english.path) == (200, "/en/questions/age")
    assert english.form.data["answer"] == "72 or so"
    assert english.links("error") == []
    back = visitor.switch("fr")
    assert back.form.data["answer"] == "72 or so"
    visitor.answer("72")
    assert visitor.go("/fr/reponses").answers["Âge"] == "72\u00a0ans"


def test_what_is_ticked_and_not_yet_sent_is_kept_and_does_not_count(client: FlaskClient) -> None:
    visitor = Visitor(client)
    visitor.reach("demande_autonomie", ["autonomie"])
    english = visitor.switch("en", {"answer": ["carte", "foyer"]})
    assert sorted(english.form.data["answer"]) == ["carte", "foyer"]
    assert visitor.go("/fr/questions").fact == "demande_autonomie", "nothing was answered"


def test_a_commune_to_pick_is_kept(client: FlaskClient) -> None:
    visitor = Visitor(client)
    visitor.reach("commune", ["autonomie"])
    listed = visitor.answer("74100").form.boxes["pick"]
    english = visitor.switch("en", {"pick": listed[1]})
    assert english.status == 200
    chosen = client.application.extensions["catalogue"].communes[listed[1]]
    assert english.form.data["answer"] == chosen.name


def test_the_change_of_an_answer_goes_on_in_the_other_language(client: FlaskClient) -> None:
    """Someone who came from the page of answers goes back to it."""
    visitor = Visitor(client)
    visitor.play(["autonomie"], {"commune": "Annecy"})
    visitor.go(next(link for link in visitor.go("/fr/reponses").links() if "/questions/commune?" in link))
    visitor.switch("en", {"answer": "Cluses"})
    assert visitor.send(visitor.page.form.data).path == "/en/reponses"
    assert "Cluses" in visitor.page.answers.values()


def test_the_needs_ticked_on_the_home_page_are_kept(client: FlaskClient) -> None:
    visitor = Visitor(client)
    visitor.go("/fr/")
    english = visitor.switch("en", {"besoins": ["logement", "enfance"]})
    assert (english.status, english.path) == (200, "/en/")
    assert sorted(english.form.data["besoins"]) == ["enfance", "logement"]


def test_the_home_page_changes_language_without_a_cookie(app: Flask) -> None:
    visitor = Visitor(app.test_client(use_cookies=False))
    visitor.go("/fr/")
    english = visitor.switch("en", {"besoins": ["logement"]})
    assert (english.status, english.path) == (200, "/en/")


def test_a_code_typed_is_kept(client: FlaskClient) -> None:
    visitor = Visitor(client)
    visitor.go("/fr/reprendre")
    english = visitor.switch("en", {"code": "ABCD-EFGH"})
    assert (english.status, english.form.data["code"]) == (200, "ABCD-EFGH")


def test_the_desk_is_kept(client: FlaskClient) -> None:
    """With what is wrong in it, what waits aside, and without anything in the address."""
    visitor = Visitor(client)
    visitor.page = Page(client.post("/fr/poste-accueil", data=DESK))
    before = visitor.page.verdicts
    english = visitor.switch("en", {"commune": "Paris", "ressources_mensuelles": "900"})
    assert english.address == "/en/poste-accueil"
    values = {
        item.get("name"): item.get("value")
        for item in english.tree.iter("input")
        if item.get("type") not in ("checkbox", "radio")
    }
    assert (values["age"], values["commune"], values["ressources_mensuelles"]) == ("72", "Paris", "900")
    assert values["lieu_handicap"] == "eam"
    french = visitor.switch("fr", {"commune": "", "ressources_mensuelles": ""})
    assert french.verdicts == before


def test_the_form_on_one_page_is_kept(app: Flask) -> None:
    visitor = Visitor(app.test_client(use_cookies=False))
    visitor.go("/fr/une-page?besoins=autonomie")
    typed = {"age": "vieux", "commune": "Paris", "danger": "non", "demande_autonomie": ["carte", "foyer"]}
    english = visitor.switch("en", typed)
    assert (english.status, english.address) == (200, "/en/une-page?besoins=autonomie")
    assert {name: english.form.data[name] for name in typed} == {
        **typed,
        "danger": ["non"],
        "demande_autonomie": ["carte", "foyer"],
    }
    assert english.links("error") == [], "it is not judged before it is sent"


def test_the_needs_of_the_form_on_one_page_are_kept(app: Flask) -> None:
    visitor = Visitor(app.test_client(use_cookies=False))
    visitor.go("/fr/une-page")
    english = visitor.switch("en", {"besoins": ["logement"]})
    [form] = read_forms(english.tree)
    assert form.data["besoins"] == ["logement"]
    assert form.method == "get", "they are still being chosen"


def test_the_result_of_the_form_on_one_page_is_kept(app: Flask) -> None:
    visitor = Visitor(app.test_client(use_cookies=False))
    visitor.go("/fr/une-page?besoins=autonomie")
    french = visitor.send({"age": "72", "commune": "Annecy", "demande_autonomie": ["aide-domicile", "carte"]})
    assert french.is_stateless_result
    english = visitor.switch("en")
    assert (english.status, english.address) == (200, "/en/une-page?besoins=autonomie")
    assert list(english.verdicts.values()) == list(french.verdicts.values())
    assert visitor.switch("fr").verdicts == french.verdicts


def test_enter_in_a_field_never_changes_the_language(app: Flask) -> None:
    """It presses the first button of the form in the page, and the switch stands in the header."""
    visitor = Visitor(app.test_client())
    visitor.reach("age", ["autonomie"])
    for page in (visitor.page, visitor.go("/fr/"), visitor.go("/fr/reprendre"), visitor.go("/fr/poste-accueil")):
        [form] = {item.get("form") for item in page.tree.iter("button") if item.get("name") == "langue"}
        first = next(item for item in page.tree.iter("button") if item.get("form") == form)
        assert first.get("formaction") is None


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


def test_english_is_that_of_britain_down_to_its_dates(app: Flask) -> None:
    with app.test_request_context("/en/"):
        g.lang = "en"
        assert i18n.day(date(2026, 11, 3)) == "3 November 2026"
        assert i18n.moment("2019-09") == "September 2019"
        assert i18n.money(1234) == "€1,234"


FRENCH = "fr: {nom: Français}\n"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("zz: {nom: Zed, ouverte: oui}", "« zz » n’est pas le code d’une langue"),
        ("en: {nom: English, pays: XX, ouverte: oui}", "« en » ne s’écrivent pas comme dans le pays « XX »"),
        ("en: {nom: English, pays: Grande-Bretagne, ouverte: oui}", "Corrigez « pays »"),
        ("en: {nom: English, ouverte: peut-être}", "Valeurs possibles : non, oui."),
    ],
)
def test_a_faulty_list_of_languages_stops_with_its_line_and_the_mend(tmp_path: Path, line: str, said: str) -> None:
    (tmp_path / "langues.yaml").write_text(f"{FRENCH}{line}\n", "utf-8")
    with pytest.raises(SystemExit) as stopped:
        offered(tmp_path)
    assert said in str(stopped.value)
    assert "langues.yaml, ligne 2 :" in str(stopped.value)


def test_a_language_not_yet_offered_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "langues.yaml").write_text(f"{FRENCH}zz: {{nom: Zed}}\n", "utf-8")
    assert list(offered(tmp_path)) == ["fr"]
