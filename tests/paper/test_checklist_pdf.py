"""The paper one leaves with: tagged, two pages at most, read in order, with a square that brings the answers back."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pypdf
import pypdfium2
import pytest
import zxingcpp
from flask import Flask

from engine.case.code import read_code
from tests.content.people import personas, play
from tests.paper.conftest import Sheet
from web.paper.pdf import SHEET, compile_pdf

LANGS = ("fr", "en")
PEOPLE = [persona.name for persona in personas()]
MOST_PAGES = 2
SMALLEST_LETTER = 12  # points

everyone = pytest.mark.parametrize(("name", "lang"), [(name, lang) for name in PEOPLE for lang in LANGS])


def opened(document: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(document))


def title_of_tagged(read: pypdf.PdfReader, lang: str) -> str:
    """The title of a document that says all that PDF/UA-1 asks of it."""
    root = read.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].split("-")[0] == lang
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "/StructTreeRoot" in root
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    assert read.metadata is not None
    return read.metadata.title or ""


def text_of(document: bytes) -> str:
    return "\n".join(page.extract_text() for page in opened(document).pages)


def squeezed(text: str) -> str:
    """Without spaces and line ends, which an extraction may put anywhere."""
    return re.sub(r"[\s\u00ad]", "", text)


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
        item.aid.written.name
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
    empty: dict[str, list[str]] = {
        key: [] for key in ("emergencies", "clocks", "costs", "documents", "maybe", "offices")
    }
    labels = dict.fromkeys(("colon", "verdicts", "answers", "code", "notes"), said)
    data = {
        **empty, "labels": labels, "lang": "fr", "site": said, "title": said, "intro": said, "answers": said,
        "verdicts": [{"verdict": said, "name": said, "why": said}], "code": said, "code_help": said, "qr_alt": said,
        "maybe_text": None, "short": False,
        "qr": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>',
    }  # fmt: skip
    with app.app_context():
        assert squeezed(said) in squeezed(text_of(compile_pdf(SHEET, data)))
