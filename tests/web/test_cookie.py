"""The one cookie: unreadable, unforgeable, short-lived, small."""

import base64
import time
from http.cookies import SimpleCookie

import pytest
import time_machine
from flask import Flask, session

from engine.content.catalogue import Catalogue
from engine.content.shapes.questions import Question
from tests.web.checked import CheckedClient
from tests.web.journeys import Page, Visitor

MINUTE = 60
EXPIRED = "Une heure a passé\u00a0: vos réponses sont effacées"
PERSONA = {
    "age": "83",
    "commune": "Chamonix-Mont-Blanc",
    "ressources_mensuelles": "1234,56",
    "nationalite": "europeenne",
}


def token_of(client: CheckedClient) -> str:
    cookie = client.get_cookie("guide")
    assert cookie
    return cookie.value


def with_answers(app: Flask) -> Visitor:
    visitor = Visitor(app.test_client())
    visitor.play(["autonomie"], PERSONA)
    return visitor


def test_it_says_nothing_without_the_key(app: Flask) -> None:
    visitor = with_answers(app)
    token = token_of(visitor.client)
    inside = base64.urlsafe_b64decode(token)
    with visitor.client.session_transaction() as held:
        words = ["autonomie", "aide", *held["r"], *map(str, held["r"].values()), held["csrf_token"], *PERSONA.values()]
    long_enough = [word for word in words if len(word) > 3]  # shorter ones are found anywhere by chance
    assert len(long_enough) > 15
    assert [word for word in long_enough if word in token or word.encode() in inside] == []


def test_the_same_answers_make_another_cookie_each_time(app: Flask) -> None:
    visitor = with_answers(app)
    seen = set()
    for _ in range(3):
        visitor.play(["autonomie"], PERSONA)
        seen.add(token_of(visitor.client))
    assert len(seen) == 3


@pytest.mark.parametrize(("minutes", "kept"), [(1, True), (59, True), (60, True), (61, False), (60 * 24 * 400, False)])
def test_it_is_refused_after_an_hour_without_use(app: Flask, minutes: int, kept: bool) -> None:
    now = time.time()
    with time_machine.travel(now, tick=False):
        visitor = with_answers(app)
    with time_machine.travel(now + minutes * MINUTE, tick=False):
        page = visitor.go("/fr/resultats")
    assert page.path == "/fr/resultats"
    assert page.status == (200 if kept else 410)
    assert (page.heading == EXPIRED) is not kept
    assert (page.links("go") == ["/fr/"]) is not kept
    assert (visitor.client.get_cookie("guide") is None) is not kept


def test_use_keeps_it_alive(app: Flask) -> None:
    now = time.time()
    with time_machine.travel(now, tick=False):
        visitor = with_answers(app)
    for page in range(1, 6):
        with time_machine.travel(now + page * 50 * MINUTE, tick=False):
            assert visitor.go(["/fr/resultats", "/fr/reponses"][page % 2]).status == 200


def test_a_form_sent_too_late_is_not_lost_without_a_word(app: Flask) -> None:
    now = time.time()
    with time_machine.travel(now, tick=False):
        visitor = Visitor(app.test_client())
        visitor.begin(["autonomie"])
    with time_machine.travel(now + 61 * MINUTE, tick=False):
        page = visitor.answer("non")
        assert page.status == 410
        assert page.heading == EXPIRED
        assert visitor.play(["autonomie"], {}).is_result


@pytest.mark.parametrize("place", [0, 5])
def test_what_is_no_cookie_of_ours_is_refused_and_taken_away(app: Flask, place: int) -> None:
    """A bit of the version or of the date has changed."""
    visitor = with_answers(app)
    visitor.client.set_cookie("guide", with_a_bit_changed(token_of(visitor.client), place))
    page = visitor.go("/fr/resultats")
    assert page.status == 410
    assert page.heading == "Vos réponses ne sont plus lisibles"
    assert page.links("go") == ["/fr/"]
    assert visitor.client.get_cookie("guide") is None


@pytest.mark.parametrize("place", [12, 30, 60, -20, -1])
def test_what_cannot_be_read_is_refused_and_left_alone(app: Flask, place: int) -> None:
    """A bit of the salt, of the content or of the seal: it looks just like a cookie of a key that is not here."""
    visitor = with_answers(app)
    token = with_a_bit_changed(token_of(visitor.client), place)
    visitor.client.set_cookie("guide", token)
    for path in ("/fr/resultats", "/fr/", "/fr/effacer", "/fr/aides", "/fr/poste-accueil"):
        visitor.go(path)
        assert token_of(visitor.client) == token
    told(visitor.go("/fr/resultats"))


def with_a_bit_changed(token: str, place: int) -> str:
    inside = bytearray(base64.urlsafe_b64decode(token))
    inside[place] ^= 1
    return base64.urlsafe_b64encode(inside).decode()


def told(page: Page) -> None:
    assert (page.status, page.heading) == (410, "Nous ne pouvons pas lire vos réponses")
    assert "toujours dans votre navigateur" in page.response.text
    assert page.links("go") == ["/fr/questions"]


@pytest.mark.parametrize(("ahead", "kept"), [(30, True), (61, False), (60 * 60 * 24 * 400, False)])
def test_a_date_to_come_is_refused(app: Flask, ahead: int, kept: bool) -> None:
    """The clocks of two machines differ by some seconds, and never by more."""
    now = time.time()
    with time_machine.travel(now + ahead, tick=False):
        visitor = with_answers(app)
    with time_machine.travel(now, tick=False):
        assert visitor.go("/fr/resultats").status == (200 if kept else 410)


def set_cookie(response_headers: list[str]) -> tuple[str, dict[str, str]]:
    """Name and attributes of the one cookie that is set."""
    assert len(response_headers) == 1
    [(name, morsel)] = SimpleCookie(response_headers[0]).items()
    return name, {key: value for key, value in morsel.items() if value}


@pytest.mark.parametrize("path", ["/fr/", "/fr/logement"])
def test_its_attributes_on_ones_own_machine(client: CheckedClient, path: str) -> None:
    name, attributes = set_cookie(client.get(path).headers.getlist("Set-Cookie"))
    assert name == "guide"
    assert attributes == {"path": "/", "httponly": True, "samesite": "Lax"}


def test_its_attributes_in_public(public_app: Flask) -> None:
    client = public_app.test_client()
    name, attributes = set_cookie(client.get("/fr/").headers.getlist("Set-Cookie"))
    assert name == "__Host-guide"
    assert attributes == {"path": "/", "httponly": True, "samesite": "Lax", "secure": True}


def test_it_is_taken_back_with_the_attributes_it_was_given(public_app: Flask) -> None:
    """A browser ignores a `__Host-` cookie, even to delete it, that lacks one of them."""
    client = public_app.test_client()
    client.set_cookie("__Host-guide", "damaged", domain="guide.example", secure=True)
    name, attributes = set_cookie(client.get("/fr/resultats").headers.getlist("Set-Cookie"))
    assert name == "__Host-guide"
    assert attributes.pop("max-age") == "0"
    assert attributes.pop("expires").startswith("Thu, 01 Jan 1970")
    assert attributes == {"path": "/", "httponly": True, "samesite": "Lax", "secure": True}


def test_the_journey_works_in_public_too(public_app: Flask) -> None:
    assert Visitor(public_app.test_client()).play(["autonomie"], PERSONA).is_result


@pytest.mark.parametrize("path", ["/fr/aides", "/fr/urgence", "/fr/une-page", "/fr/donnees-personnelles", "/healthz"])
def test_a_page_without_a_form_sets_none(client: CheckedClient, path: str) -> None:
    assert client.get(path).headers.getlist("Set-Cookie") == []


def longest(question: Question) -> str | list[str]:
    """The answer that takes the most room."""
    match question.kind:
        case "choix-multiple":
            return [option.id for option in question.options]
        case "choix":
            return max((option.id for option in question.options), key=len)
        case "oui-non":
            return "oui"
        case "commune":
            return max(["74000", *(option.id for option in question.options)], key=len)
        case _:
            return f"{question.max or 10**12}.99"


def test_it_is_small_in_the_worst_case(app: Flask, catalogue: Catalogue) -> None:
    """All questions answered at once, at their longest: more than anyone will be asked. A browser keeps 4,096."""
    with app.test_request_context():
        session["b"] = list(catalogue.needs)
        session["r"] = {name: longest(item.written) for name, item in catalogue.questions.items()}
        session["csrf_token"] = "0" * 40
        response = app.response_class()
        app.session_interface.save_session(app, session, response)
    assert len(response.headers["Set-Cookie"]) < 1500
