"""Bytes and counts: what no busy machine can blur."""

from __future__ import annotations

import gzip
from collections import defaultdict
from functools import cache
from pathlib import Path
from random import Random

import msgspec
from cryptography.fernet import Fernet
from flask import Flask
from flask.testing import FlaskClient
from flask_wtf.csrf import generate_csrf

from app import HERE, create_app
from engine.case.assessment import Verdict
from engine.case.case import Case
from engine.case.interview import walk
from engine.content.answers import write_answers
from engine.content.catalogue import Catalogue
from engine.rules.truth import Answers
from tests.content.conftest import DAY
from tests.content.people import personas, play
from tests.content.sheets import Sheet, possible
from web.session import save_case
from web.settings import LOOPBACK_HOSTS, Settings

FIRST_VISIT = 14_600  # bytes: ten TCP segments, one round trip
COOKIE = 3_000  # bytes
RESULT = 80_000  # bytes: the longest page, before it is compressed
QUESTIONS = 9  # to a result, in the middle of all who come with a need
MOST_QUESTIONS = 16  # for anyone

DRAWS = 300


def site() -> Flask:
    """The site as on one's own machine, with a key of its own."""
    return create_app(Settings(local=True, keys=(Fernet.generate_key(),), hosts=LOOPBACK_HOSTS))


def first_visit(app: Flask) -> int:
    """Bytes of the home page and of its one stylesheet, as a browser asks for them."""
    page = app.test_client().get("/fr/", headers={"Accept-Encoding": "gzip"})
    assert page.status_code == 200
    return len(page.data) + len(gzip.compress((Path(HERE) / "static/style.css").read_bytes(), 9))


def cookie(app: Flask, needs: tuple[str, ...], answers: Answers) -> str:
    """The value of the cookie of someone with these needs and answers, form token included."""
    with app.test_request_context("/fr/"):
        save_case(Case(app.extensions["catalogue"], needs, answers, DAY))
        generate_csrf()
        header = app.process_response(app.response_class()).headers["Set-Cookie"]
    return header.partition("=")[2].partition(";")[0]


def visitor(app: Flask, needs: tuple[str, ...], answers: Answers) -> FlaskClient:
    """A browser that holds this cookie."""
    client = app.test_client()
    client.set_cookie(app.config["SESSION_COOKIE_NAME"], cookie(app, needs, answers))
    return client


@cache
def longest_answers(catalogue: Catalogue) -> Answers:
    """Of many random people with every need and every box ticked, the answers that take most room."""
    random, found = Random(74), {}
    for _ in range(DRAWS):
        answers = walk(catalogue, catalogue.open_needs, _wordy(catalogue, random), DAY).answers
        if len(_written(answers)) > len(_written(found)):
            found = answers
    return found


def _wordy(catalogue: Catalogue, random: Random) -> Sheet:
    """An answer to every question: all boxes that go together, the longest option, or any."""
    sheet: Sheet = {}
    for name, item in catalogue.questions.items():
        if item.written.kind == "choix-multiple":
            sheet[name] = frozenset(option.id for option in item.written.options if not option.exclusive)
        elif random.random() < 0.5:
            sheet[name] = max(possible(catalogue, name), key=lambda value: len(str(value)))
        else:
            sheet[name] = random.choice(possible(catalogue, name))
    return sheet


def _written(answers: Answers) -> bytes:
    return msgspec.json.encode(write_answers(answers))


def questions_asked(catalogue: Catalogue) -> dict[str, list[int]]:
    """For each need, how many questions each of its made-up people is asked."""
    counts: dict[str, list[int]] = defaultdict(list)
    for persona in personas():
        if len(persona.needs) == 1:
            counts[persona.needs[0]].append(len(play(catalogue, persona).asked))
    return counts


def helped(catalogue: Catalogue) -> tuple[int, int]:
    """How many people of the tests leave with an aid that is probable or already received, and of how many."""
    good = {Verdict.LIKELY, Verdict.HELD}
    found = [any(item.verdict in good for item in play(catalogue, person).case.assessments) for person in personas()]
    return sum(found), len(found)
