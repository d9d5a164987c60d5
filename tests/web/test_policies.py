"""What each address may do, by the one table: form token or not, cookie begun, written, left alone or taken back."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from engine.case.code import write_code
from engine.content.catalogue import Catalogue
from tests.web.checked import CheckedClient
from tests.web.forms import read_forms
from tests.web.journeys import Visitor
from tests.web.page import parse
from web.policies import POLICIES, Cookie, Policy

READ, SENT = {"GET", "HEAD", "OPTIONS"}, {"POST", "OPTIONS"}
PLACES = {
    "lang": "fr", "aid_id": "apa-domicile", "document_id": "piece-identite", "role_id": "mairie-ccas",
    "letter_id": "revision", "fact": "danger", "besoin": "logement",
}  # fmt: skip
# Forms that need no token, and what they answer; those that need one lead on.
ANSWERED = {"one_page.answer": 200, "desk.update": 200, "desk.paper": 200, "pages.leave": 303}
WITHOUT_ANSWERS = {"root.front": 302, **dict.fromkeys(
    ("journey.proceed", "journey.question", "journey.review", "journey.results", "journey.aid", "journey.sheet",
     "journey.pdf", "journey.calendar_file"), 410
)}  # fmt: skip
ENDED = ["taken", "given"]  # the cookie, and the trace in its place
# Of an aid that the person is not concerned by, there is no page.
WITH_ANSWERS = {"root.front": 302, "journey.proceed": 303, "journey.aid": 404}


def methods(app: Flask) -> dict[str, set[str]]:
    return {rule.endpoint: set(rule.methods or ()) for rule in app.url_map.iter_rules()}


def sends(app: Flask, endpoint: str) -> bool:
    return "POST" in methods(app)[endpoint]


def address(app: Flask, endpoint: str) -> str:
    [rule] = app.url_map.iter_rules(endpoint)
    with app.test_request_context():
        path = app.url_for(endpoint, **{name: PLACES[name] for name in rule.arguments})
    return f"{path}?besoins=logement" if endpoint.startswith(("one_page", "desk")) else path


def ask(client: CheckedClient, app: Flask, endpoint: str, *, token: str | None = None) -> TestResponse:
    """As the address is meant to be asked; a form with all that it needs, its token where one is given."""
    catalogue: Catalogue = app.extensions["catalogue"]
    data: dict[str, Any] = {"besoins": "logement", "answer": "non", "code": write_code(catalogue, ["enfance"], {})}
    data |= {"situation": "retard-de-loyer", "remplacer": "1"}
    if token:
        data["csrf_token"] = token
    if sends(app, endpoint):
        return client.post(address(app, endpoint), data=data)
    return client.get(address(app, endpoint))


def held(client: CheckedClient) -> dict[str, Any]:
    """Needs and answers in the cookie."""
    with client.session_transaction() as session:
        return {key: session.get(key) for key in ("b", "r")}


def cookies(response: TestResponse) -> list[str]:
    """What is done to the cookie."""
    return ["taken" if "Max-Age=0" in header else "given" for header in response.headers.getlist("Set-Cookie")]


@pytest.fixture
def answering(app: Flask) -> CheckedClient:
    """A browser in the middle of the questions, with one answer."""
    visitor = Visitor(app.test_client())
    visitor.begin(["logement"])
    visitor.answer("non")
    return visitor.client


def token_of(client: CheckedClient) -> str:
    forms = read_forms(parse(client.get("/fr/effacer").text))
    return next(str(form.data["csrf_token"]) for form in forms if "csrf_token" in form.data)


every = pytest.mark.parametrize(("endpoint", "policy"), POLICIES.items(), ids=POLICIES)


def test_every_address_is_in_the_table_and_nothing_else(app: Flask) -> None:
    found = methods(app)
    assert set(found) == set(POLICIES)
    assert {endpoint: allowed for endpoint, allowed in found.items() if allowed not in (READ, SENT)} == {}
    assert {name for name, policy in POLICIES.items() if policy.open_because} == set(ANSWERED)
    assert {name for name in ANSWERED if found[name] != SENT} == set()


@every
def test_whoever_has_no_cookie(app: Flask, endpoint: str, policy: Policy) -> None:
    """A page begins one only where the table says so; a form that needs a token is refused and begins none."""
    response = ask(app.test_client(), app, endpoint)
    if sends(app, endpoint):
        assert response.status_code == ANSWERED.get(endpoint, 403)
        assert policy.cookie is not Cookie.BEGUN
    else:
        assert response.status_code == WITHOUT_ANSWERS.get(endpoint, 200)
    assert "given" not in cookies(response) or policy.cookie is Cookie.BEGUN
    assert len(cookies(response)) == (policy.cookie is Cookie.BEGUN)


@every
def test_a_form_from_elsewhere(app: Flask, answering: CheckedClient, endpoint: str, policy: Policy) -> None:
    """Without its token it changes no answer, unless the table says why it may; then it keeps nothing either."""
    before = held(answering)
    response = ask(answering, app, endpoint)
    if not sends(app, endpoint):
        assert response.status_code == WITH_ANSWERS.get(endpoint, 200)
    elif policy.open_because:
        assert response.status_code == ANSWERED[endpoint]
    else:
        assert response.status_code == 303
        assert response.headers["Location"] in {address(app, endpoint), "/fr/questions/danger"}
    ends = policy.cookie is Cookie.TAKEN and bool(policy.open_because)
    assert cookies(response) == (ENDED if ends else [])
    assert held(answering) == ({"b": None, "r": None} if ends else before)


@every
def test_the_form_of_a_page(app: Flask, answering: CheckedClient, endpoint: str, policy: Policy) -> None:
    """With its token it is taken, whatever the address; the cookie comes back if it has changed, or is taken back."""
    response = ask(answering, app, endpoint, token=token_of(answering))
    if sends(app, endpoint):
        assert response.status_code == ANSWERED.get(endpoint, 303)
        assert response.headers.get("Location") != address(app, endpoint)
    assert cookies(response) == {Cookie.WRITTEN: ["given"], Cookie.TAKEN: ENDED}.get(policy.cookie, [])


@pytest.mark.parametrize("endpoint", POLICIES)
def test_other_methods(app: Flask, answering: CheckedClient, endpoint: str) -> None:
    """HEAD answers as GET does, without a body; OPTIONS and what is not allowed begin no cookie and change nothing."""
    where, before, fresh = address(app, endpoint), held(answering), app.test_client()
    allowed = allowed_at(app, where)
    if "HEAD" in allowed:
        head, get = app.test_client().head(where), app.test_client().get(where)
        assert (head.status_code, cookies(head), head.data) == (get.status_code, cookies(get), b"")
    options = fresh.options(where)
    assert (options.status_code, cookies(options), options.data) == (200, [], b"")
    for method in {"GET", "POST", "PUT", "PATCH", "DELETE"} - allowed:
        answer = fresh.open(where, method=method)
        assert (answer.status_code, cookies(answer)) == (refused(where, method), []), method
        answering.open(where, method=method, data={"answer": "violences"})
    assert held(answering) == before


def allowed_at(app: Flask, where: str) -> set[str]:
    """The methods of all endpoints at an address."""
    path = where.partition("?")[0]
    here = [endpoint for endpoint in POLICIES if address(app, endpoint).partition("?")[0] == path]
    return set().union(*(methods(app)[endpoint] for endpoint in here))


def refused(where: str, method: str) -> int:
    """A single word may be a need, which one can read and begin: this one is none. Elsewhere the method is wrong."""
    word = where.count("/") == 2
    return {"GET": 404, "POST": 403}.get(method, 405) if word else 405
