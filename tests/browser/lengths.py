"""How long results are on a phone: read by the budget test, and printed by `make bench`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from playwright.sync_api import Browser, Page

from engine.case.case import Case
from engine.case.code import write_code
from engine.content.catalogue import Catalogue
from tests.content.people import Outcome, Persona, personas, play
from tests.sampled import WHOLE, Swept
from tests.web.forms import main_form
from tests.web.page import parse

PHONE = {"width": 360, "height": 740}
SCREENS, MOST_SCREENS = 4, 7
WORDS, MOST_WORDS = 350, 600  # read without unfolding anything
NOTHING_KNOWN = 2  # screens


class Length(NamedTuple):
    """Of one result: phone screens, words in view, and how far down things end, in pixels; None where there are none."""

    screens: float
    words: int
    aid: float | None
    papers: float | None
    place: float
    calls: bool


def everyone(catalogue: Catalogue, swept: Swept = WHOLE) -> Iterator[tuple[str, Case]]:
    """The people of the tests, then whoever starts from a situation and knows no more."""
    for persona in swept(personas(), most=8):
        yield persona.name, play(catalogue, persona).case
    for name, situation in swept(catalogue.situations.items(), most=4):
        yield name, _silent(catalogue, situation.needs, situation.answers)


def who_knows_nothing(catalogue: Catalogue) -> Iterator[tuple[str, Case]]:
    """« Je ne sais pas » to every question, danger included: with each need, then with all."""
    for needs in (*((need,) for need in catalogue.open_needs), tuple(catalogue.open_needs)):
        yield " + ".join(needs), _silent(catalogue, needs, {})


def _silent(catalogue: Catalogue, needs: tuple[str, ...], known: Mapping[str, str | list[str]]) -> Case:
    """Whoever knows this much, and says « je ne sais pas » to the rest, danger included."""
    who = Persona(name="", needs=needs, sheet=dict(known), expected=Outcome(verdicts={}))
    return play(catalogue, who).case


def lengths(browser: Browser, site: str, people: Iterable[tuple[str, Case]]) -> dict[str, Length]:
    """The results of these people, as a phone shows them."""
    with browser.new_context(viewport=PHONE) as context:
        page = context.new_page()
        return {name: _length(page, site, case) for name, case in people}


def _length(page: Page, site: str, case: Case) -> Length:
    page.context.clear_cookies()  # whoever still has answers is asked first whether they may go
    resume = f"{site}/fr/reprendre"  # asked without showing the page, which takes most of the time
    form = main_form(parse(page.request.get(resume).text()))
    page.request.post(resume, form={**form.data, "code": write_code(case.catalogue, case.needs, case.answers)})
    page.goto(f"{site}/fr/resultats")
    height = page.evaluate("document.documentElement.scrollHeight")
    words = len(page.locator("main").inner_text().split())
    aid, papers, place = (_end(page, f".tile[href='#{name}']") for name in ("aides", "papiers", "service"))
    # Without an aid there is no tile: the place is told in full at once.
    told = place or _end(page, "#service + .card h3")
    assert told
    return Length(height / PHONE["height"], words, aid, papers, told, bool(case.emergencies))


def _end(page: Page, what: str) -> float | None:
    found = page.locator(what)
    box = found.bounding_box() if found.count() else None
    return box["y"] + box["height"] if box else None
