"""Letters to fill in by hand: a page of how to go about it, then one to send, the same for everyone."""

from __future__ import annotations

from functools import cache

import pytest
from flask import Flask, g
from msgspec.structs import replace

from tests.paper.documents import LANGS, opened, pages_of, sizes_of, squeezed, title_of_tagged
from tests.sampled import cases
from tests.web.forms import read_forms
from tests.web.page import parse
from tests.web.words import words_of
from web.current import today
from web.paper.letter import FRENCH, letter_data
from web.paper.pdf import LETTER, compile_pdf
from web.words.wording import Wording

LETTERS = (
    "recours-rapo", "recours-president", "tribunal-administratif", "tribunal-judiciaire", "revision", "demande-president",
    "demande-dossier", "recours-agrement-accueil", "plainte-refus-de-soins",
)  # fmt: skip
SMALLEST = 12  # points
ANNECY, GRENOBLE = (
    "1, avenue d’Albigny, CS 32444 74041 Annecy Cedex",
    "2, place de Verdun, BP 1135 38022 Grenoble Cedex",
)

PAPERS = [(name, lang) for name in LETTERS for lang in LANGS]
every = pytest.mark.parametrize(
    ("name", "lang"),
    [
        pytest.param(*paper, marks=case.marks)
        for paper, case in zip(PAPERS, cases(PAPERS, kinds=lambda paper: paper[1:], most=8), strict=True)
    ],
)


@cache
def printed(app: Flask, name: str, lang: str) -> bytes:
    answer = app.test_client(use_cookies=False).get(f"/{lang}/lettres/{name}.pdf")
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    assert "Set-Cookie" not in answer.headers
    return answer.data


def pages(document: bytes) -> list[str]:
    return [squeezed(page) for page in pages_of(document)]


@cache
def page_of(app: Flask, name: str, lang: str) -> str:
    answer = app.test_client(use_cookies=False).get(f"/{lang}/lettres/{name}")
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers
    return answer.text


def test_all_of_them_are_tried(app: Flask) -> None:
    assert tuple(app.extensions["catalogue"].letters) == LETTERS


@every
def test_it_is_tagged_and_titled(app: Flask, name: str, lang: str) -> None:
    assert title_of_tagged(opened(printed(app, name, lang)), lang)


@every
def test_the_letter_stands_on_a_page_of_its_own(app: Flask, name: str, lang: str) -> None:
    how, letter = pages(printed(app, name, lang))
    written = app.extensions["catalogue"].letters[name]
    told = [written.subject, *(part.text for part in written.parts), *(item.text for item in written.enclosed)]
    told += [box for part in written.parts for box in part.boxes]
    told += [*FRENCH["sender"], FRENCH["signature"]]
    assert [words for words in told if squeezed(words) not in letter] == []
    assert squeezed(FRENCH["signature"]) not in how


@every
def test_it_says_before_when_what_to_join_how_to_send_it_and_what_comes_after(app: Flask, name: str, lang: str) -> None:
    how, _ = pages(printed(app, name, lang))
    page = squeezed(words_of(parse(page_of(app, name, lang)).find("body")))
    written = app.extensions["catalogue"].letters[name]
    steps = [written.clock, *written.enclosed, written.sending, *written.after]
    if lang == "fr":
        wanted = [squeezed(step.text) for step in steps]
    else:
        wanted = ["Fillintheletter", "Enclose", "Sendit", "Afterwards", "TheletterstaysinFrench"]
    assert [words for words in wanted if words not in how or words not in page] == []
    assert "0450335000" in how, "someone who helps to write"


@every
def test_letters_are_large_enough(app: Flask, name: str, lang: str) -> None:
    assert min(sizes_of(printed(app, name, lang))) >= SMALLEST


@pytest.mark.parametrize(
    ("name", "address"),
    [("recours-rapo", ANNECY), ("recours-president", ANNECY), ("revision", ANNECY), ("demande-president", ANNECY),
     ("demande-dossier", ANNECY),
     ("tribunal-administratif", GRENOBLE)],
)  # fmt: skip
def test_it_bears_the_address(app: Flask, name: str, address: str) -> None:
    _, letter = pages(printed(app, name, "fr"))
    assert squeezed(address) in letter
    assert squeezed(address) in squeezed(words_of(parse(page_of(app, name, "fr")).find("body")))


def test_of_several_courts_one_is_ticked_and_a_telephone_says_which(app: Flask) -> None:
    how, letter = pages(printed(app, "tribunal-judiciaire", "fr"))
    for town, number in (("Annecy", "0450101700"), ("Bonneville", "0450254800"), ("Thonon", "0450812000")):
        assert town in letter
        assert number in how


@every
def test_the_page_is_the_same_letter_in_french_and_asks_nothing(app: Flask, name: str, lang: str) -> None:
    page = parse(page_of(app, name, lang))
    [letter] = [item for item in page.iter("section") if "letter" in (item.get("class") or "")]
    assert letter.get("lang") == "fr"
    written = app.extensions["catalogue"].letters[name]
    assert [part.text for part in written.parts if squeezed(part.text) not in squeezed(words_of(letter))] == []
    forms = [form for form in read_forms(page) if "/lettres/" in form.action]
    assert forms == []
    assert f"/{lang}/lettres/{name}.pdf" in {link.get("href") for link in page.iter("a")}


def test_without_an_address_it_goes_to_whoever_signed_the_decision(app: Flask) -> None:
    known = app.extensions["catalogue"]
    bare = replace(known.letters["revision"], addressees=())
    with app.test_request_context("/fr/"):
        g.lang = "fr"
        data = letter_data(bare, Wording(known, today()))
        how, letter = pages(compile_pdf(LETTER, data))
    assert squeezed(FRENCH["unknown"]) in letter
    assert squeezed("L’adresse est celle de qui a signé la décision.") in how


def test_a_complaint_speaks_of_no_decision_and_says_to_whom_it_goes(app: Flask) -> None:
    page = words_of(parse(page_of(app, "plainte-refus-de-soins", "fr")).find("body"))
    for said in (page, "".join(pages(printed(app, "plainte-refus-de-soins", "fr")))):
        assert squeezed("conseil de l’ordre du soignant (nom et adresse)") in squeezed(said)
        assert "décision" not in said


def test_one_that_is_not_there_is_not_found(app: Flask) -> None:
    client = app.test_client()
    assert {client.get(f"/fr/lettres/inconnue{end}").status_code for end in ("", ".pdf")} == {404}
