"""The one cookie: unreadable, unforgeable, short-lived, small."""

import base64
import time
from collections.abc import Callable
from http.cookies import SimpleCookie

import pytest
import time_machine
from cryptography.fernet import Fernet
from flask import Flask, session

from engine.content.catalogue import Catalogue
from engine.content.shapes.questions import Question
from tests.web.checked import CheckedClient
from tests.web.journeys import Visitor

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
        visitor.go("/fr/resultats")
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
            assert visitor.go(["/fr/resultats", "/fr/aides"][page % 2]).status == 200


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


@pytest.mark.parametrize("place", [0, 5, 12, 30, 60, -20, -1])
def test_a_changed_bit_is_refused(app: Flask, place: int) -> None:
    """In the version, the date, the salt, the content, or the seal."""
    visitor = with_answers(app)
    inside = bytearray(base64.urlsafe_b64decode(token_of(visitor.client)))
    inside[place] ^= 1
    visitor.client.set_cookie("guide", base64.urlsafe_b64encode(inside).decode())
    page = visitor.go("/fr/resultats")
    assert page.status == 410
    assert page.heading == "Vos réponses ne sont plus lisibles"
    assert page.links("go") == ["/fr/"]
    assert visitor.client.get_cookie("guide") is None


def test_a_cookie_of_another_key_is_refused(app: Flask, make_app: Callable[..., Flask]) -> None:
    elsewhere = Visitor(make_app(Fernet.generate_key()).test_client())
    elsewhere.client.set_cookie("guide", token_of(with_answers(app).client))
    assert elsewhere.go("/fr/resultats").status == 410


def test_keys_are_changed_without_losing_anyone(make_app: Callable[..., Flask]) -> None:
    """The old key still reads, the new one writes; a form that was open comes back with a new token."""
    old, new = Fernet.generate_key(), Fernet.generate_key()
    before = Visitor(make_app(old).test_client())
    form = before.reach("age", ["autonomie"]).form
    after = Visitor(make_app(new, old).test_client())
    after.client.set_cookie("guide", token_of(before.client))
    assert after.send(form.with_answer("83"), "/fr/questions/age").fact == "age"
    assert after.answer("83").status == 200
    Fernet(new).decrypt(token_of(after.client))
    only_new = Visitor(make_app(new).test_client())
    only_new.client.set_cookie("guide", token_of(after.client))
    assert only_new.go("/fr/questions/age").form.data["answer"] == "83"


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
    """All questions answered at once, at their longest: more than anyone will be asked."""
    with app.test_request_context():
        session["b"] = list(catalogue.needs)
        session["r"] = {name: longest(item.written) for name, item in catalogue.questions.items()}
        session["csrf_token"] = "0" * 40
        response = app.response_class()
        app.session_interface.save_session(app, session, response)
    assert len(response.headers["Set-Cookie"]) < 3000
