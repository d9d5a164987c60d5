"""Several people ask for papers at the same moment."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path

import pytest
from flask import Flask

from tests.content.people import personas, play
from tests.load.weights import visitor
from web.paper import pdf
from web.words import i18n

ADDRESS = "/{}/logement/questionnaire.pdf"


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The templates laid out during a test."""
    done: list[str] = []
    true = pdf._compiled

    def counting(template: Path, said: str) -> bytes:
        done.append(template.name)
        return true(template, said)

    monkeypatch.setattr(pdf, "_compiled", counting)
    monkeypatch.setattr(pdf, "kept", lru_cache(counting))
    return done


def test_threads_that_print_at_once_each_get_their_paper(app: Flask) -> None:
    person = personas()[0]
    answers = play(app.extensions["catalogue"], person).steps[-1].answers
    clients = [visitor(app, person.needs, answers) for _ in range(6)]
    with ThreadPoolExecutor(6) as pool:
        papers = list(pool.map(lambda client: client.get("/fr/resultats/liste.pdf"), clients))
    assert [paper.status_code for paper in papers] == [200] * 6


def test_a_blank_questionnaire_is_laid_out_once(app: Flask, laid_out: list[str]) -> None:
    client = app.test_client()
    first, second = (client.get(ADDRESS.format("fr")).data for _ in range(2))
    assert first == second
    assert laid_out == [pdf.QUESTIONNAIRE]


def test_each_language_and_each_day_has_its_own(app: Flask, laid_out: list[str]) -> None:
    client = app.test_client()
    papers = {client.get(ADDRESS.format(lang)).data for lang in i18n.LANGUAGES}
    papers.add(client.get(f"{ADDRESS.format('fr')}?date=2026-01-31").data)
    assert len(papers) == len(laid_out) == len(i18n.LANGUAGES) + 1


def test_what_a_person_answered_is_never_kept(app: Flask, laid_out: list[str]) -> None:
    person = personas()[0]
    client = visitor(app, person.needs, play(app.extensions["catalogue"], person).steps[-1].answers)
    for _ in range(2):
        client.get("/fr/resultats/liste.pdf")
    assert len(laid_out) >= 2
    assert pdf.kept.cache_info().currsize == 0
