"""The paper one leaves with: tagged, two pages at most, read in order, with a square that brings the answers back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from flask import Flask

from engine.case.code import read_code
from tests.content.people import personas, play
from tests.paper.conftest import Sheet
from tests.paper.documents import LANGS, SMALLEST_LETTER, bare_sheet, opened, squeezed, text_of, title_of_tagged
from web.paper.pdf import SHEET, compile_pdf

PEOPLE = [persona.name for persona in personas()]
MOST_PAGES = 2

everyone = pytest.mark.parametrize(("name", "lang"), [(name, lang) for name in PEOPLE for lang in LANGS])


def test_there_are_enough_people() -> None:
    assert len(PEOPLE) >= 40


@everyone
def test_it_is_tagged_and_fits_on_two_pages(pdf_of: Sheet, name: str, lang: str) -> None:
    read = opened(pdf_of(name, lang))
    assert title_of_tagged(read, lang) in {"Mes démarches", "My to-do list"}
    assert 1 <= len(read.pages) <= MOST_PAGES


@everyone
def test_it_is_read_in_the_order_of_the_steps(pdf_of: Sheet, name: str, lang: str) -> None:
    text = text_of(pdf_of(name, lang))
    titles = {
        "fr": ["Mes démarches", "Délais", "L’argent", "Papiers à réunir", "Où aller", "Aides\n", "Ce que j’ai répondu"],
        "en": [
            "My to-do list",
            "Time limits",
            "Money:",
            "Papers to gather",
            "Where to go",
            "Types of help",
            "What I answered",
        ],
    }[lang]
    found = [text.find(title) for title in titles if title in text]
    assert len(found) >= 3
    assert found == sorted(found)


@pytest.mark.parametrize("name", PEOPLE)
def test_it_holds_every_verdict_and_every_sure_paper(app: Flask, pdf_of: Sheet, name: str) -> None:
    persona = next(persona for persona in personas() if persona.name == name)
    found = play(app.extensions["catalogue"], persona)
    text = squeezed(text_of(pdf_of(name, "fr")))
    shown = [
        item.aid.written.short_name or item.aid.written.name
        for item in found.case.assessments
        if item.verdict != "non-concerne" and not item.aid.parent
    ]
    shown += [paper.document.name for paper in found.case.checklist.documents if paper.certain]
    shown += [stop.referral.role.name for stop in found.case.checklist.stops]
    assert [words for words in shown if squeezed(words) not in text] == []


def test_the_square_has_words_for_those_who_do_not_see_it(pdf_of: Sheet) -> None:
    assert "Code à scanner" in " ".join(
        alternatives(opened(pdf_of(PEOPLE[0], "fr")).trailer["/Root"]["/StructTreeRoot"])
    )


def alternatives(element: Any) -> Iterator[str]:
    """Texts that stand for images, in the tree of tags."""
    element = element.get_object()
    if isinstance(element, list):
        for child in element:
            yield from alternatives(child)
    elif isinstance(element, dict):
        if "/Alt" in element:
            yield str(element["/Alt"])
        if "/K" in element:
            yield from alternatives(element["/K"])


def test_letters_are_large_enough(pdf_of: Sheet) -> None:
    sizes: set[float] = set()
    for page in opened(pdf_of(PEOPLE[0], "fr")).pages:
        page.extract_text(
            visitor_text=lambda text, matrix, place, font, size: sizes.add(round(size)) if text.strip() else None
        )
    assert min(sizes) >= SMALLEST_LETTER


@pytest.mark.parametrize("name", PEOPLE[::5])
def test_the_square_brings_the_same_answers_back(app: Flask, pdf_of: Sheet, name: str) -> None:
    """Read by a decoder from the paper as printed."""
    pages = pypdfium2.PdfDocument(pdf_of(name, "fr"))
    images = [page.render(scale=3).to_pil() for page in pages]
    [square] = [found for image in images for found in zxingcpp.read_barcodes(image)]
    address, _, code = square.text.partition("#")
    assert address == "http://localhost/fr/reprendre"
    catalogue = app.extensions["catalogue"]
    persona = next(persona for persona in personas() if persona.name == name)
    needs, answers = read_code(catalogue, code)
    assert set(needs) == set(persona.needs)
    assert answers == play(catalogue, persona).steps[-1].answers


def test_words_cannot_become_instructions(app: Flask) -> None:
    """What is said goes in as data: markup in it is printed, not obeyed."""
    said = "#panic(1) *gras* $x$ \\ @ref <a> `code` https://a.b"
    with app.app_context():
        assert squeezed(said) in squeezed(text_of(compile_pdf(SHEET, bare_sheet(said))))
