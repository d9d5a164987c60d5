"""Keys change, machines restart one after the other, and nobody loses an answer or a form."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import cycle

import pytest
import time_machine
from cryptography.fernet import Fernet
from flask import Flask

from tests.web.journeys import Page, Visitor

OLD, NEW = Fernet.generate_key(), Fernet.generate_key()
UNREAD = "Nous ne pouvons pas lire vos réponses"


def moved(visitor: Visitor, site: Flask) -> Visitor:
    """The same browser, answered by another machine."""
    there = Visitor(site.test_client())
    for name in ("guide", "guide-efface"):
        if cookie := visitor.client.get_cookie(name):
            there.client.set_cookie(name, cookie.value)
    return there


def age_given(page: Page) -> object:
    return page.form.data["answer"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([OLD], [OLD]),
        ([OLD], [OLD, NEW]),
        ([OLD, NEW], [NEW, OLD]),
        ([NEW, OLD], [OLD, NEW]),
        ([NEW, OLD], [NEW]),
    ],
    ids=["restart", "new key read", "new key first", "and back", "old key gone"],
)
def test_a_form_open_across_a_change_is_accepted(
    make_app: Callable[..., Flask], before: list[bytes], after: list[bytes]
) -> None:
    """Each step of the change in two phases, in both directions between machines that are at different steps."""
    visitor = Visitor(make_app(*before).test_client())
    form = visitor.reach("age", ["autonomie"]).form
    there = moved(visitor, make_app(*after))
    assert there.send(form.with_answer("83"), "/fr/questions/age").fact != "age"
    assert age_given(there.go("/fr/questions/age")) == "83"


def test_two_phases_lose_nobody_while_machines_take_turns(make_app: Callable[..., Flask]) -> None:
    """First every machine reads the new key, then every machine writes with it, and an hour later the old one goes."""
    sites = {keys: make_app(*keys) for keys in ((OLD,), (OLD, NEW), (NEW, OLD), (NEW,))}
    visitor = Visitor(sites[OLD,].test_client())
    visitor.reach("age", ["autonomie"])
    now, minutes = time.time(), 0
    for pair in (((OLD,), (OLD, NEW)), ((OLD, NEW), (NEW, OLD)), ((NEW, OLD), (NEW,))):
        for step, keys in zip(range(8), cycle(pair), strict=False):
            minutes += 15
            with time_machine.travel(now + 60 * minutes, tick=False):
                visitor = moved(visitor, sites[keys])
                form = visitor.go("/fr/questions/age").form
                visitor.send(form.with_answer(str(60 + step)), "/fr/questions/age")
                assert age_given(visitor.go("/fr/questions/age")) == str(60 + step)


def test_a_key_that_one_machine_lacks_loses_nothing(make_app: Callable[..., Flask]) -> None:
    """Changed in one phase after all: the machine that cannot read says so, and the other one goes on."""
    new, old = make_app(NEW, OLD), make_app(OLD)
    visitor = Visitor(new.test_client())
    form = visitor.reach("age", ["autonomie"]).form
    there = moved(visitor, old)
    sent = there.send(form.with_answer("83"), "/fr/questions/age")
    asked = there.go("/fr/questions/age")
    assert [(page.status, page.heading) for page in (sent, asked)] == [(410, UNREAD)] * 2
    back = moved(there, new)
    assert back.send(form.with_answer("83"), "/fr/questions/age").fact != "age"


def test_what_cannot_be_read_can_be_erased(make_app: Callable[..., Flask]) -> None:
    visitor = Visitor(make_app(NEW).test_client())
    visitor.play(["logement"], {})
    there = moved(visitor, make_app(OLD))
    home = there.go("/fr/")
    assert there.send({**home.form.data, "besoins": "logement"}, "/fr/").heading == UNREAD
    page = there.go("/fr/effacer")
    assert there.send(page.form.data, "/fr/effacer").path == "/fr/efface"
    assert there.client.get_cookie("guide") is None
    assert there.play(["logement"], {}).is_result


def test_a_form_of_another_site_erases_not_even_that(make_app: Callable[..., Flask]) -> None:
    visitor = Visitor(make_app(NEW).test_client())
    visitor.play(["logement"], {})
    there = moved(visitor, make_app(OLD))
    there.client.post("/fr/effacer", headers={"Sec-Fetch-Site": "cross-site"})
    assert there.client.get_cookie("guide") is not None


def test_what_nobody_could_read_for_an_hour_stands_in_nobodys_way(make_app: Callable[..., Flask]) -> None:
    """A key that leaked was dropped: its cookies say by their date that they are of no use any more."""
    visitor = Visitor(make_app(NEW).test_client())
    visitor.play(["logement"], {})
    with time_machine.travel(time.time() + 61 * 60, tick=False):
        assert moved(visitor, make_app(OLD)).play(["logement"], {}).is_result
