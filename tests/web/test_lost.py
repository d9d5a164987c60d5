"""Answers that are no longer there: each page says the one cause that is true, and where to begin again."""

import time

import pytest
import time_machine
from flask import Flask

from tests.web.journeys import Page, Visitor

ERASED = "Vous avez effacé vos réponses"
GONE = "Ce navigateur n’a plus vos réponses"
EXPIRED = "Une heure a passé\u00a0: vos réponses sont effacées"
NOTHING = "Commençons par le début"
REFUSED = "Votre navigateur refuse les cookies"
OF_THE_JOURNEY = ("questions", "questions/age", "reponses", "resultats", "resultats/imprimer", "resultats/liste.pdf")
HOUR = 61 * 60


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    return Visitor(app.test_client())


def told(page: Page, heading: str) -> None:
    """The cause, and no other one; the way back to the beginning."""
    assert page.status == (403 if heading == REFUSED else 410)
    assert page.heading == heading
    text = page.response.text
    assert ("refuse les cookies" in text) is (heading == REFUSED)
    assert ("une heure" in text.lower()) is (heading == EXPIRED)
    assert ("/fr/" in page.links()) or page.links("go") == ["/fr/"]


@pytest.mark.parametrize("path", OF_THE_JOURNEY)
def test_erased_here(visitor: Visitor, path: str) -> None:
    visitor.play(["logement"], {})
    visitor.send(visitor.go("/fr/effacer").form.data)
    told(visitor.go(f"/fr/{path}"), ERASED)


def test_erased_in_another_tab_and_a_question_is_sent(visitor: Visitor) -> None:
    open_here = visitor.begin(["logement"]).form
    visitor.send(visitor.go("/fr/effacer").form.data)
    told(visitor.send(open_here.with_answer("non"), "/fr/questions/danger"), ERASED)


def test_erased_in_another_tab_and_erased_here_too(visitor: Visitor) -> None:
    visitor.begin(["logement"])
    open_here = visitor.go("/fr/effacer").form
    visitor.send(open_here.data)
    again = visitor.send(open_here.data, "/fr/effacer")
    assert (again.status, again.heading) == (200, "Vos réponses sont effacées")


def test_erased_then_a_new_start(visitor: Visitor) -> None:
    visitor.play(["logement"], {})
    visitor.send(visitor.go("/fr/effacer").form.data)
    assert visitor.play(["logement"], {}).is_result


def test_erased_more_than_an_hour_ago(app: Flask) -> None:
    now = time.time()
    visitor = Visitor(app.test_client())
    with time_machine.travel(now, tick=False):
        visitor.play(["logement"], {})
        visitor.send(visitor.go("/fr/effacer").form.data)
    with time_machine.travel(now + HOUR, tick=False):
        told(visitor.go("/fr/resultats"), ERASED)
        assert visitor.client.get_cookie("guide") is None


def test_left_fast_in_another_tab_and_a_question_is_sent(visitor: Visitor) -> None:
    open_here = visitor.begin(["logement"]).form
    visitor.client.post("/fr/quitter")
    told(visitor.send(open_here.with_answer("non"), "/fr/questions/danger"), ERASED)


@pytest.mark.parametrize("visits", [1, 2], ids=["made before there was a cookie", "made for one"])
def test_left_fast_in_another_tab_and_the_home_page_is_sent(visitor: Visitor, visits: int) -> None:
    for _ in range(visits):
        open_here = visitor.go("/fr/").form
    visitor.send({**open_here.data, "besoins": "logement"}, "/fr/")
    visitor.client.post("/fr/quitter")
    told(visitor.send({**open_here.data, "besoins": "logement"}, "/fr/"), ERASED)


def test_erased_by_the_browser_and_a_question_is_sent(visitor: Visitor) -> None:
    """No cookie is left at all, yet the form was made for a browser that had one."""
    open_here = visitor.begin(["logement"]).form
    visitor.client.delete_cookie("guide")
    told(visitor.send(open_here.with_answer("non"), "/fr/questions/danger"), GONE)


@pytest.mark.parametrize("path", OF_THE_JOURNEY)
def test_expired(app: Flask, path: str) -> None:
    now = time.time()
    visitor = Visitor(app.test_client())
    with time_machine.travel(now, tick=False):
        visitor.play(["logement"], {})
    with time_machine.travel(now + HOUR, tick=False):
        told(visitor.go(f"/fr/{path}"), EXPIRED)


def test_expired_and_a_form_is_sent(app: Flask) -> None:
    now = time.time()
    visitor = Visitor(app.test_client())
    with time_machine.travel(now, tick=False):
        visitor.play(["logement"], {})
        open_here = visitor.go("/fr/effacer").form
    with time_machine.travel(now + HOUR, tick=False):
        told(visitor.send(open_here.data, "/fr/effacer"), EXPIRED)


@pytest.mark.parametrize("path", ["/fr/", "/fr/logement", "/fr/reprendre"])
def test_cookies_refused(app: Flask, path: str) -> None:
    visitor = Visitor(app.test_client(use_cookies=False))
    form = visitor.go(path).form
    told(visitor.send({**form.data, "besoins": "logement"}, path), REFUSED)


@pytest.mark.parametrize("path", OF_THE_JOURNEY)
def test_nothing_answered_without_cookie(visitor: Visitor, path: str) -> None:
    told(visitor.go(f"/fr/{path}"), NOTHING)


@pytest.mark.parametrize("path", OF_THE_JOURNEY)
@pytest.mark.parametrize("later", [0, HOUR])
def test_nothing_answered_after_the_home_page(app: Flask, path: str, later: int) -> None:
    """Its cookie holds a form token and no answer: even an hour later, there was nothing to lose."""
    now = time.time()
    visitor = Visitor(app.test_client())
    with time_machine.travel(now, tick=False):
        visitor.go("/fr/")
    with time_machine.travel(now + later, tick=False):
        told(visitor.go(f"/fr/{path}"), NOTHING)


def test_nothing_answered_and_the_home_page_is_sent_an_hour_later(app: Flask) -> None:
    now = time.time()
    visitor = Visitor(app.test_client())
    with time_machine.travel(now, tick=False):
        form = visitor.go("/fr/").form
    with time_machine.travel(now + HOUR, tick=False):
        told(visitor.send({**form.data, "besoins": "logement"}, "/fr/"), NOTHING)
        assert visitor.play(["logement"], {}).is_result


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_each_cause_in_the_language_of_the_page(visitor: Visitor, lang: str) -> None:
    visitor.play(["logement"], {})
    visitor.send(visitor.go("/fr/effacer").form.data)
    headings = {"fr": ERASED, "en": "You have erased your answers"}
    assert visitor.go(f"/{lang}/resultats").heading == headings[lang]
