"""The empty questionnaire of a need: tagged, legible, with every question, answer and aid of the need."""

from __future__ import annotations

import re

from flask import Flask

from tests.paper.blanks import (
    NEEDS,
    asked,
    body,
    boxes,
    each_need,
    every,
    missing,
    once_each,
    printed,
    sayer,
    told,
    whole_aids,
)
from tests.paper.documents import opened, pages_of, sizes_of, squeezed, text_of, title_of_tagged
from web.paper.pdf import QUESTIONNAIRE, compile_pdf

MOST_PAGES = 8
SEVERAL = re.compile("plusieurs réponses|une ou deux réponses|ochez (tout ce qui correspond|tous les|chaque)")
SMALLEST = 9.5  # points: two columns, to keep to few pages


def test_every_open_need_is_tried(app: Flask) -> None:
    assert set(NEEDS) == set(app.extensions["catalogue"].open_needs)


def test_a_need_that_does_not_exist_has_none(app: Flask) -> None:
    assert app.test_client().get("/fr/inconnu/questionnaire.pdf").status_code == 404


@every
def test_it_is_linked_from_the_page_of_the_need(app: Flask, need: str, lang: str) -> None:
    assert f'href="/{lang}/{need}/questionnaire.pdf"' in app.test_client().get(f"/{lang}/{need}").text


@every
def test_it_is_tagged_and_titled(app: Flask, need: str, lang: str) -> None:
    read = opened(printed(app, need, lang))
    name = sayer(app, lang)(app.extensions["catalogue"].needs[need], "name")
    assert title_of_tagged(read, lang).startswith(name)
    assert pages_of(printed(app, need, lang))[0].startswith(name)


@once_each
def test_letters_are_large_enough(app: Flask, need: str, lang: str) -> None:
    assert min(sizes_of(printed(app, need, lang))) >= SMALLEST


@every
def test_it_asks_every_question_of_the_need_in_order(app: Flask, need: str, lang: str) -> None:
    text, say = body(printed(app, need, lang)), sayer(app, lang)
    questions = asked(app.extensions["catalogue"], need)
    places = [text.find(squeezed(f"{number}. {say(item.written)}")) for number, item in enumerate(questions, 1)]
    assert -1 not in places
    assert places == sorted(places)
    assert len(told(app, need, lang)["questions"]) == len(questions)


@every
def test_it_offers_every_answer_and_tells_who_knows(app: Flask, need: str, lang: str) -> None:
    say, wanted = sayer(app, lang), []
    for item in asked(app.extensions["catalogue"], need):
        wanted += [say(item.written, "help"), say(item.written, "unit")]
        wanted += [say(option, field) for option in boxes(item, need) for field in ("text", "help")]
        wanted += [say(item.written.dont_know), say(item.written.dont_know, "who")]
    assert missing(wanted, printed(app, need, lang)) == []


@each_need
def test_a_question_that_takes_several_answers_says_so(app: Flask, need: str) -> None:
    several = [item.written for item in asked(app.extensions["catalogue"], need)]
    several = [question for question in several if question.kind == "choix-multiple"]
    assert several
    assert [q.id for q in several if not SEVERAL.search(q.help or "")] == []


@every
def test_it_keeps_to_eight_pages(app: Flask, need: str, lang: str) -> None:
    assert len(opened(printed(app, need, lang)).pages) <= MOST_PAGES


@every
def test_it_holds_every_aid_with_its_number_its_deadline_and_a_telephone(app: Flask, need: str, lang: str) -> None:
    say, catalogue, wanted = sayer(app, lang), app.extensions["catalogue"], []
    aids = told(app, need, lang)["aids"]
    for number, (aid, data) in enumerate(zip(whole_aids(catalogue, need), aids, strict=True), 1):
        field = "short_name" if aid.written.short_name else "name"
        place = aid.contacts.first
        assert place
        wanted += [f"{number}. {say(aid.written, field)}", say(catalogue.roles[place], "name"), data["clock"]]
        assert bool(data["clock"]) == bool(aid.deadlines)
        assert re.search(r"\d\d\u00a0\d\d|^\d{3,4}", data["place"]["phone"]), aid.id
        wanted.append(data["place"]["phone"])
        sure = [catalogue.documents[item.written.document] for item in aid.documents if item.rule is None]
        wanted += [say(paper, "name") for paper in sure]
    assert missing(wanted, printed(app, need, lang)) == []


@each_need
def test_the_deadline_is_that_of_the_person_and_of_now_first(app: Flask, need: str) -> None:
    for aid, data in zip(whole_aids(app.extensions["catalogue"], need), told(app, need)["aids"], strict=True):
        own = [item.written for item in aid.deadlines if item.written.who == "vous"]
        now = [item for item in own if item.stage == "maintenant"]
        if own:
            assert any(squeezed(item.text).startswith(squeezed(data["clock"])[:20]) for item in now or own), aid.id


@each_need
def test_the_desk_finds_the_french_names_in_english(app: Flask, need: str) -> None:
    """In brackets, so that what stands in brackets in a name comes after a comma."""
    catalogue = app.extensions["catalogue"]
    names = [aid.written.short_name or aid.written.name for aid in whole_aids(catalogue, need)]
    wanted = [name.replace(" (", ", ").replace(")", "") for name in names]
    wanted += [item.written.short for item in asked(catalogue, need)]
    assert missing(wanted, printed(app, need, "en")) == []


@each_need
def test_danger_names_whom_to_call(app: Flask, need: str) -> None:
    wanted = ["pas de toit pour ce soir → Appelez d’abord : 115", "peur d’en subir → Appelez d’abord : 17"]
    assert missing(wanted, printed(app, need, "fr")) == []


def test_amounts_are_those_of_today(app: Flask) -> None:
    client = app.test_client()
    now, later = (
        text_of(client.get(f"/fr/autonomie/questionnaire.pdf?date={day}").data) for day in ("2026-06-01", "2090-06-01")
    )
    assert "1er juin 2026" in now
    assert later.count("montant à vérifier") > now.count("montant à vérifier")


def test_words_cannot_become_instructions(app: Flask) -> None:
    said = '#panic(1) "))#panic(2) \\")) \\u{22} *gras* $x$ \\ @ref <a> `code` https://a.b'
    data = told(app, "logement")
    data["questions"][0] |= {"text": said, "when": said, "help": said}
    data["aids"][0] |= {"name": said, "gives": said, "papers": [{"name": said, "french": said}]}
    with app.app_context():
        assert squeezed(text_of(compile_pdf(QUESTIONNAIRE, data))).count(squeezed(said)) == 7
