"""Milliseconds of processor time, as medians: what else the machine does counts little, but only a reader compares."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from statistics import median
from time import process_time

import msgspec
from flask import Flask
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from engine.case.case import Case
from engine.content.answers import write_answer
from engine.content.catalogue import Catalogue
from engine.content.catalogue_loader import load_catalogue
from engine.content.entries import AidEntry
from engine.rules.truth import Answers
from tests.content.conftest import DAY
from tests.content.people import personas, play
from tests.content.shared import CONTENT
from tests.load.weights import visitor
from tests.peers.govuk import ADDRESS, peer
from web.paper import pdf

Situation = tuple[tuple[str, ...], Answers]
Ask = Callable[[], TestResponse]
FIRST = 4
FASTER = 1.4  # times: our question page beside one of the usual pieces


def milliseconds(action: Callable[[], object], times: int) -> float:
    """The median of several runs."""
    taken = []
    for _ in range(times):
        start = process_time()
        action()
        taken.append((process_time() - start) * 1000)
    return median(taken)


def loading() -> float:
    """Reading and checking all the content."""
    return milliseconds(lambda: load_catalogue(CONTENT), 5)


def situations(catalogue: Catalogue) -> list[Situation]:
    """Every step of every made-up person's interview."""
    return [(persona.needs, step.answers) for persona in personas() for step in play(catalogue, persona).steps]


def reasoning(catalogue: Catalogue, known: list[Situation]) -> list[float]:
    """For each situation: the next question and all verdicts."""

    def reason(needs: tuple[str, ...], answers: Answers) -> object:
        return Case(catalogue, needs, answers, DAY).assessments

    return [milliseconds(partial(reason, *situation), 5) for situation in known]


def larger(catalogue: Catalogue, times: int) -> Catalogue:
    """The same content with every aid there so many times, under as many ids."""
    copies = (copy for number in range(times) for copy in _copies(catalogue, number))
    return replace(catalogue, aids={aid.id: aid for aid in copies})


def _copies(catalogue: Catalogue, number: int) -> Iterator[AidEntry]:
    for aid in catalogue.aids.values():
        written = msgspec.structs.replace(aid.written, id=f"{aid.id}-{number}")
        yield replace(aid, written=written, parent=aid.parent and f"{aid.parent}-{number}")


def peers_in(page: Ask, turns: int) -> float:
    """How long a page takes beside one that the usual pieces make of a question, in turn: what slows one slows both."""
    client = peer().test_client()
    assert client.get(ADDRESS).status_code == 200
    taken = [(milliseconds(page, 1), milliseconds(lambda: client.get(ADDRESS), 1)) for _ in range(turns)]
    return median(own / theirs for own, theirs in taken)


def question(app: Flask, catalogue: Catalogue) -> Ask:
    """What asks for a question that is typed, with a box beside it: its cookie is opened and sent back."""
    person = personas()[0]
    step = play(catalogue, person).steps[3]
    return _page(app, person.needs, step.answers, f"/fr/questions/{step.next}")


def result(app: Flask, catalogue: Catalogue) -> Ask:
    """What asks for the result page of the same person."""
    person = personas()[0]
    return _page(app, person.needs, play(catalogue, person).steps[-1].answers, "/fr/resultats")


def longest_result(app: Flask, catalogue: Catalogue, answers: Answers) -> Ask:
    """What asks for the result page of someone with every need."""
    return _page(app, catalogue.open_needs, answers, "/fr/resultats")


def desk(app: Flask, catalogue: Catalogue) -> Ask:
    """What sends the desk all the answers of the first person, as its script does."""
    person, client = personas()[0], app.test_client(use_cookies=False)
    known = catalogue.communes
    form = MultiDict([("vue.partie", "1"), *(("besoins", need) for need in person.needs)])
    for name, value in play(catalogue, person).steps[-1].answers.items():
        written = write_answer(value)
        texts = written.split() if isinstance(written, str) else written
        form.setlist(name, [known[text].name if text in known else text for text in texts])
    post = partial(client.post, "/fr/poste-accueil", data=form)
    assert post().status_code == 200
    return post


def first_steps(catalogue: Catalogue) -> float:
    """The slowest of the first steps of the need with the most aids."""
    need = max(catalogue.open_needs, key=lambda need: len(list(catalogue.aids_for(frozenset([need])))))
    person = next(person for person in personas() if person.needs == (need,))
    steps = play(catalogue, person).steps[:FIRST]
    return max(reasoning(catalogue, [(person.needs, step.answers) for step in steps]))


def nothing_answered(catalogue: Catalogue) -> float:
    """Every need chosen, and nothing told yet."""
    return reasoning(catalogue, [(catalogue.open_needs, {})])[0]


def checklist_pdfs(app: Flask, catalogue: Catalogue) -> list[float]:
    """The PDF of every made-up person, one after the other: Typst remembers its last ten layouts, never theirs."""
    asks = papers(app, catalogue)
    turns = [[milliseconds(ask, 1) for ask in asks] for _ in range(3)]
    return [median(times) for times in zip(*turns, strict=True)]


def pdfs_again(app: Flask, catalogue: Catalogue) -> list[float]:
    """The same, each three times in a row: Typst remembers most of it."""
    return [milliseconds(ask, 3) for ask in papers(app, catalogue)]


def papers(app: Flask, catalogue: Catalogue, every: int = 1) -> list[Ask]:
    """What asks for the PDF of one in so many of the made-up people."""
    people = personas()[::every]
    return [
        _page(app, person.needs, play(catalogue, person).steps[-1].answers, "/fr/resultats/liste.pdf")
        for person in people
    ]


def questionnaire_pdfs(app: Flask, catalogue: Catalogue) -> list[float]:
    """The blank questionnaire of every open need, each time as if it were the first."""
    client = app.test_client(use_cookies=False)

    def first(address: str) -> None:
        pdf.kept.cache_clear()
        client.get(address)

    addresses = [f"/fr/{need}/questionnaire.pdf" for need in catalogue.open_needs]
    return [milliseconds(partial(first, address), 3) for address in addresses]


def _page(app: Flask, needs: tuple[str, ...], answers: Answers, address: str) -> Ask:
    """What asks for a page as someone with these answers."""
    client = visitor(app, needs, answers)
    assert client.get(address).status_code == 200, address
    return partial(client.get, address)
