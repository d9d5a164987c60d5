"""A sheet keeps to its pages, whoever it is for: it goes line by line, the least useful first, and no line more."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask, g

from engine.case.case import Case
from engine.case.plan import Plan
from tests.content.people import personas, play
from tests.paper.documents import opened
from tests.paper.drawn import DRAWS, drawn, each_language, laid_out
from tests.sampled import Swept
from web.paper import pdf
from web.paper.heights import LINE
from web.paper.lines import STAYS, Line, Lines
from web.paper.pdf import SHEET, compile_pdf, fitted, pages
from web.paper.sheet import Sheet
from web.words.wording import Wording

MOST = 40  # people of the tests beside those drawn
ROOM = 6 * LINE  # what may stay empty: four lines as a rule


def played(app: Flask, swept: Swept) -> list[Case]:
    return [play(app.extensions["catalogue"], persona).case for persona in swept(personas(), most=MOST)]


@each_language
def test_whoever_comes_has_a_sheet_that_keeps_to_its_pages(app: Flask, lang: str) -> None:
    found = laid_out(app, lang)
    over = [item.sheet.plan.case for item in found if not 1 <= pages(item.pdf) <= item.sheet.pages <= 2]
    assert [(case.needs, case.answers) for case in over] == []
    assert sum(item.cuts > 0 for item in found) >= DRAWS / 5


def test_each_page_says_its_number_and_how_many_there_are(app: Flask) -> None:
    """Known beforehand where there can be but one, counted elsewhere."""
    found = {len(read.pages): read for item in laid_out(app, "fr") for read in [opened(item.pdf)]}
    assert set(found) == {1, 2}
    for count, read in found.items():
        for number, page in enumerate(read.pages, start=1):
            assert f"{number} / {count}" in page.extract_text()


@each_language
def test_nothing_useful_goes_while_there_is_room(app: Flask, swept: Swept, lang: str) -> None:
    """With six lines more, what had to be cut would take one page more."""
    tried = 0
    with app.test_request_context(f"/{lang}/"):
        g.lang = lang
        some = [Sheet(Plan(case), Wording.of(case)) for case in played(app, swept)]
        for sheet, cuts, paper in [*laid_out(app, lang)[::3], *((sheet, *fitted(sheet)) for sheet in some)]:
            fuller = [less for less in range(cuts) if sheet.heights[less] > sheet.heights[cuts] + ROOM]
            if fuller:
                assert pages(compile_pdf(SHEET, sheet.data(fuller[-1]))) > pages(paper)
                tried += 1
    assert tried >= (5 if swept.whole else 2)


def test_a_sheet_is_laid_out_once_as_a_rule(app: Flask, swept: Swept, monkeypatch: pytest.MonkeyPatch) -> None:
    """How high it stands is known well enough beforehand, which makes most of how fast a paper is."""
    tries, true = [0], pdf.compile_pdf

    def counted(template: str, data: dict[str, Any]) -> bytes:
        tries[-1] += 1
        return true(template, data)

    monkeypatch.setattr(pdf, "compile_pdf", counted)
    with app.test_request_context("/fr/"):
        g.lang = "fr"
        for case in [*drawn(app)[::3], *played(app, swept)]:
            pdf.fitted(Sheet(Plan(case), Wording.of(case)))
            tries.append(0)
    found = tries[:-1]
    assert max(found) <= 3
    assert sum(found) / len(found) <= 1.2


def test_what_presses_and_what_comes_first_stay_to_the_end(app: Flask, swept: Swept) -> None:
    pressing = 0
    with app.test_request_context("/fr/"):
        g.lang = "fr"
        for case in [*drawn(app), *played(app, swept)]:
            wording = Wording.of(case)
            sheet = Sheet(Plan(case), wording)
            plan = sheet.plan  # without what is discreet
            said = sheet.data(len(sheet.lines))
            urgent = [wording.say(clock.deadline.written) for clock in plan.case.checklist.clocks if clock.urgent]
            pressing += len(urgent)
            assert [item["text"] for item in said["urgent"]] == urgent
            assert [item["name"] for item in said["papers"]] == [item.document.name for item in plan.papers]
            assert bool(said["place"]) == bool(plan.place)
            assert bool(said["ask"]) == bool(plan.first or plan.held)
    assert pressing >= 10


def test_a_sheet_that_loses_only_details_takes_one_page(app: Flask, swept: Swept) -> None:
    with app.test_request_context("/fr/"):
        g.lang = "fr"
        found = [
            (sheet, fitted(sheet)) for case in played(app, swept) if (sheet := Sheet(Plan(case), Wording.of(case)))
        ]
        found += [(item.sheet, (item.cuts, item.pdf)) for item in laid_out(app, "fr")]
        shorter = [(sheet, cuts) for sheet, (cuts, paper) in found if cuts and pages(paper) == 1]
        assert len(shorter) >= (3 if swept.whole else 1)
        for sheet, cuts in shorter:
            assert cuts <= sheet.lines.light
            assert sheet.data(cuts)["more"] == {}


def test_the_least_useful_form_goes_first() -> None:
    lines = Lines([
        Line("a", ("whole", "short"), (1, 5)), Line("b", ("one",), (3,)), Line("b", ("two",), (3,)),
        Line("c", ("stays",), (STAYS,)),
    ])  # fmt: skip
    assert len(lines) == 4
    assert lines.kept(0) == {"a": ["whole"], "b": ["one", "two"], "c": ["stays"]}
    assert lines.kept(1) == {"a": ["short"], "b": ["one", "two"], "c": ["stays"]}
    assert lines.kept(2) == {"a": ["short"], "b": ["one"], "c": ["stays"]}
    assert lines.kept(4) == {"a": [], "b": [], "c": ["stays"]}
    assert lines.left_out(4) == {"a": 1, "b": 2}
