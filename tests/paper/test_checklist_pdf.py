"""The paper one leaves with: tagged, two pages at most, read in order, with a square that brings the answers back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from flask import Flask, g

from engine.case.case import Case
from engine.case.code import read_code
from engine.case.plan import Plan
from tests.content.people import personas, play
from tests.paper.conftest import Sheet
from tests.paper.documents import (
    LANGS,
    SMALLEST_LETTER,
    bare_sheet,
    opened,
    pages_of,
    sizes_of,
    squeezed,
    text_of,
    title_of_tagged,
)
from tests.sampled import cases
from web.paper.pdf import SHEET, compile_pdf
from web.words.plan_words import first_title

PEOPLE = [persona.name for persona in personas()]
NEEDS = {persona.name: persona.needs for persona in personas()}
MOST_PAGES = 2

TITLES = {
    "fr": ["Mes démarches", "1. Ce qu’il faut demander", "2. Ce qu’il faut apporter", "3. Où aller", "Délais\n",
           "Les autres aides", "Autres papiers", "Seulement si", "Les autres services", "L’argent", "Peu probable\n",
           "Ce que j’ai répondu"],
    "en": ["My to-do list", "1. What to ask for", "2. What to bring", "3. Where to go", "Time limits\n",
           "Other types of help", "Other papers", "Only if", "Other services", "Money:", "Unlikely\n",
           "What I answered"],
}  # fmt: skip
FIRST = {
    "fr": ["Ce qu’il faut apporter", "Où aller, qui appeler"],
    "en": ["What to bring", "Where to go, who to call"],
}
BARE = {
    "fr": [
        "Pôle médico-social",
        "Dites : « Bonjour, je voudrais voir un travailleur social. »",
        "Une pièce d’identité",
    ],
    "en": ["pôle médico-social", "Say:", "Proof of identity"],
}
AGENT, CODE = {"fr": "Rendez-vous le", "en": "Appointment:"}, {"fr": "Code pour reprendre", "en": "Code to pick up"}
NOTHING = [name for name in PEOPLE if name.startswith("Quelqu’un qui ne sait pas")]
PHONE = re.compile(r"\b(?:0\d(?:\s\d\d){4}|119|115|17)\b")
POINTS_A_MM = 72 / 25.4

each_lang = pytest.mark.parametrize("lang", LANGS)
each_person = pytest.mark.parametrize("name", cases(PEOPLE, kinds=NEEDS.__getitem__, most=8))


def case_of(app: Flask, name: str) -> Case:
    """As a sheet tells it by default, without what is discreet."""
    persona = next(persona for persona in personas() if persona.name == name)
    return play(app.extensions["catalogue"], persona).case.discreet


def steps_of(app: Flask, name: str, lang: str) -> list[str]:
    """The titles of the first three parts: the first says what there is to do, which is not always to ask."""
    with app.test_request_context(f"/{lang}/"):
        g.lang = lang
        return [first_title(Plan(case_of(app, name))), *FIRST[lang]]


def test_there_are_enough_people() -> None:
    assert len(PEOPLE) >= 40


@each_lang
@each_person
def test_it_is_tagged_and_fits_on_two_pages(pdf_of: Sheet, name: str, lang: str) -> None:
    read = opened(pdf_of(name, lang))
    assert title_of_tagged(read, lang) in {"Mes démarches", "My to-do list"}
    assert 1 <= len(read.pages) <= MOST_PAGES


@each_lang
@each_person
def test_it_is_read_in_the_order_of_the_steps(app: Flask, pdf_of: Sheet, name: str, lang: str) -> None:
    """Whoever has nothing to ask for yet reads where to go first, then what to bring."""
    ask, bring, go = steps_of(app, name, lang)
    steps = [ask, bring, go] if Plan(case_of(app, name)).first else [go, bring]
    titles = [*(f"{number}. {title}" for number, title in enumerate(steps, 1)), *TITLES[lang][4:]]
    lines = f"{text_of(pdf_of(name, lang))}\n".splitlines(keepends=True)
    found = [place for title in titles for place, line in enumerate(lines) if line.startswith(title)]
    assert len(found) >= len(steps)
    assert found == sorted(found)


@each_lang
@each_person
def test_the_first_steps_are_on_the_first_page(app: Flask, pdf_of: Sheet, name: str, lang: str) -> None:
    """What to ask for, what to bring and where to go, with a number to call."""
    first = pages_of(pdf_of(name, lang))[0]
    case = case_of(app, name)
    steps = steps_of(app, name, lang)[0 if Plan(case).first else 1 :]
    assert [title for title in steps if title not in first] == []
    place = Plan(case).place
    assert place
    assert squeezed(place.referral.role.name)[:20] in squeezed(first) or lang == "en"
    assert PHONE.search(first)


@each_lang
@pytest.mark.parametrize("name", cases(PEOPLE, kinds=NEEDS.__getitem__, most=5))
def test_there_is_room_for_the_agent(pdf_of: Sheet, name: str, lang: str) -> None:
    """25 mm at least between the line for their name and what follows."""
    heights = [
        (height(page, AGENT[lang]), height(page, CODE[lang])) for page in pypdfium2.PdfDocument(pdf_of(name, lang))
    ]
    [(name_line, below)] = [(line, code) for line, code in heights if line and code]
    assert (name_line - below) / POINTS_A_MM >= 25


def height(page: pypdfium2.PdfPage, words: str) -> float:
    """How far from the foot of a page some words stand; 0 where they do not."""
    text = page.get_textpage()
    found = text.search(words).get_next()
    return text.get_charbox(found[0])[1] if found else 0


@each_lang
@pytest.mark.parametrize("name", NOTHING)
def test_who_knows_nothing_gets_one_page(app: Flask, pdf_of: Sheet, name: str, lang: str) -> None:
    """The place, a number, what to say there and what to bring: no list of aids."""
    [text] = pages_of(pdf_of(name, lang))
    assert PHONE.search(text)
    assert [words for words in BARE[lang] if squeezed(words) not in squeezed(text)] == []
    assert [title for title in TITLES[lang][4:] if title in text and title != TITLES[lang][-1]] == []


@each_person
def test_it_holds_every_verdict_and_every_sure_paper(app: Flask, pdf_of: Sheet, name: str) -> None:
    case = case_of(app, name)
    plan, text = Plan(case), squeezed(text_of(pdf_of(name, "fr")))
    cards = [*plan.held, *(item.card for item in plan.aids), *plan.unlikely]
    shown = [card.aid.written.short_name or card.aid.written.name for card in cards]
    shown += [paper.document.name for paper in case.checklist.documents if paper.certain]
    shown += [stop.referral.role.name for stop in case.checklist.stops]
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
    assert min(sizes_of(pdf_of(PEOPLE[0], "fr"))) >= SMALLEST_LETTER


@pytest.mark.parametrize("groups", [5, 10, 60])
def test_no_line_end_cuts_a_code_that_one_line_holds(app: Flask, groups: int) -> None:
    """Nearly all have ten groups at most."""
    code = "-".join(["W4M8"] * groups)
    with app.app_context():
        paper = text_of(compile_pdf(SHEET, {**bare_sheet("Mot"), "code": code}))
    assert (code in paper) == (groups <= 10)
    assert code in paper.replace("-\n", "-")


def test_its_words_are_drawn_with_the_two_fonts_that_the_project_holds(pdf_of: Sheet) -> None:
    """Nothing hangs on the fonts of a machine. Both are TrueType, which makes a paper sooner than OpenType."""
    fonts = [font for font in objects_of(pdf_of(PEOPLE[0], "fr")) if font.get("/Type") == "/FontDescriptor"]
    assert sorted(str(font["/FontName"]).partition("+")[2] for font in fonts) == [
        "SourceSansPro-Bold", "SourceSansPro-Regular",
    ]  # fmt: skip
    assert all("/FontFile2" in font for font in fonts)


def objects_of(document: bytes) -> Iterator[Any]:
    """Every dictionary of a document."""
    read = opened(document)
    for number in range(1, read.trailer["/Size"]):
        if isinstance(found := read.get_object(number), dict):
            yield found


@pytest.mark.parametrize("name", cases(PEOPLE, kinds=NEEDS.__getitem__, most=5))
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
    said = '#panic(1) "))#panic(2) \\")) \\u{22} *gras* $x$ \\ @ref <a> `code` https://a.b'
    with app.app_context():
        assert squeezed(said) in squeezed(text_of(compile_pdf(SHEET, bare_sheet(said))))
