"""What was on its way when the person erased, left or answered: whatever comes late undoes none of it."""

from __future__ import annotations

import time
from collections.abc import Callable

import msgspec
import pytest
import time_machine
from cryptography.fernet import MultiFernet
from flask import Flask

from tests.web.checked import CheckedClient
from tests.web.journeys import Visitor
from web.cookie import VISIT

MINUTE = 60
OLD = 11 * MINUTE
ERASED = "Vous avez effacé vos réponses"
TRACE = "guide-efface"
STEPS = ("/fr/resultats", "/fr/reponses", "/fr/questions/danger")
LEFT = (
    "/", "/fr/", "/fr/logement", "/fr/situations", "/fr/reprendre", "/fr/effacer", "/fr/efface", "/fr/urgence", "/fr/aides",
    "/fr/aides/apa-domicile", "/fr/resultats/liste.pdf", "/fr/resultats/imprimer", "/fr/resultats/agenda.ics",
    "/fr/une-page", "/fr/poste-accueil", "/fr/inconnu", "/fr/logement/questionnaire.pdf", "/healthz",
)  # fmt: skip


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    visitor = Visitor(app.test_client())
    visitor.play(["logement"], {})
    return visitor


@pytest.fixture
def long_since(app: Flask) -> Visitor:
    """Someone whose last answer is more than ten minutes old."""
    visitor = Visitor(app.test_client())
    with time_machine.travel(time.time() - OLD, tick=False):
        visitor.play(["logement"], {})
    return visitor


def erase(visitor: Visitor) -> None:
    visitor.send(visitor.go("/fr/effacer").form.data)


def leave(visitor: Visitor) -> None:
    assert visitor.client.post("/fr/quitter").status_code == 303


def answer(visitor: Visitor) -> str:
    """A form sent before, whose answer is still on its way: the cookie that it brings."""
    form = visitor.go("/fr/questions/danger").form
    return cookie_of(visitor, lambda client: client.post("/fr/questions/danger", data=form.with_answer("violences")))


def renew(visitor: Visitor) -> str:
    """A page asked for before, that renews the cookie."""
    return cookie_of(visitor, lambda client: client.get("/fr/resultats"))


def cookie_of(visitor: Visitor, ask: Callable[[CheckedClient], object]) -> str:
    """What another tab of the same browser is given, without letting it reach the browser yet."""
    other = visitor.client.application.test_client()
    before = visitor.client.get_cookie("guide")
    assert before
    other.set_cookie("guide", before.value)
    ask(other)
    after = other.get_cookie("guide")
    assert after
    assert after.value != before.value
    return after.value


@pytest.mark.parametrize("address", [*STEPS, *LEFT])
def test_a_page_sends_no_cookie_back(visitor: Visitor, address: str) -> None:
    assert visitor.client.get(address).headers.getlist("Set-Cookie") == []


@pytest.mark.parametrize("address", STEPS)
def test_a_step_of_the_journey_renews_what_is_older_than_ten_minutes(long_since: Visitor, address: str) -> None:
    assert len(long_since.client.get(address).headers.getlist("Set-Cookie")) == 1
    assert long_since.client.get(address).headers.getlist("Set-Cookie") == [], "and once is enough"


@pytest.mark.parametrize("address", LEFT)
def test_what_is_public_or_long_in_coming_never_renews(long_since: Visitor, address: str) -> None:
    assert long_since.client.get(address).headers.getlist("Set-Cookie") == []


@pytest.mark.parametrize("end", [erase, leave])
@pytest.mark.parametrize("on_its_way", [answer, renew])
def test_what_comes_after_the_end_brings_nothing_back(
    long_since: Visitor, end: Callable[[Visitor], None], on_its_way: Callable[[Visitor], str]
) -> None:
    late = on_its_way(long_since)
    end(long_since)
    long_since.client.set_cookie("guide", late)
    page = long_since.go("/fr/resultats")
    assert (page.status, page.heading) == (410, ERASED)
    assert long_since.client.get_cookie("guide") is None, "and it is taken away"


@pytest.mark.parametrize("end", [erase, leave])
def test_a_new_visit_begins_after_the_end_and_the_old_one_stays_over(
    visitor: Visitor, end: Callable[[Visitor], None]
) -> None:
    late = answer(visitor)
    end(visitor)
    assert visitor.play(["enfance"], {}).is_result
    assert visitor.go("/fr/resultats").status == 200
    visitor.client.set_cookie("guide", late)
    assert visitor.go("/fr/resultats").heading == ERASED


def test_several_visits_erased_one_after_the_other_all_stay_over(visitor: Visitor) -> None:
    late = []
    for _ in range(3):
        late.append(answer(visitor))
        erase(visitor)
        visitor.play(["logement"], {})
    for cookie in late:
        visitor.client.set_cookie("guide", cookie)
        assert visitor.go("/fr/resultats").heading == ERASED


@pytest.mark.parametrize("end", [erase, leave])
def test_the_trace_holds_no_answer_and_goes_after_two_hours(
    app: Flask, visitor: Visitor, end: Callable[[Visitor], None]
) -> None:
    with visitor.client.session_transaction() as held:
        token = held[VISIT]
    end(visitor)
    trace = visitor.client.get_cookie(TRACE)
    assert trace
    assert visitor.client.get_cookie("guide") is None
    assert (trace.max_age, trace.http_only, trace.path) == (120 * MINUTE, True, "/")
    keys: MultiFernet = app.session_interface.keys  # type: ignore[attr-defined]
    [name] = msgspec.json.decode(keys.decrypt(trace.value), type=list[str])
    assert len(name) == 16
    assert name not in token, "not even the token of the visit"


@pytest.mark.parametrize("written", ["", "é", "gAAAA", "x" * 200])
def test_a_trace_that_cannot_be_read_does_no_harm(visitor: Visitor, written: str) -> None:
    visitor.client.set_cookie(TRACE, written)
    assert visitor.go("/fr/resultats").status == 200
