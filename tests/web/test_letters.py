"""Where letters to fill in are offered: on the aid, on the result, on the paper."""

from __future__ import annotations

from flask import Flask, g

from tests.content.people import personas, play
from tests.load.weights import visitor
from tests.sampled import Swept
from tests.web.page import parse
from tests.web.words import words_of
from web.paper.sheet import sheet_data
from web.words.wording import Wording


def letters_on(page: str) -> set[str]:
    return {
        href.rpartition("/")[2] for link in parse(page).iter("a") if "/lettres/" in (href := link.get("href") or "")
    }


def test_every_letter_is_led_to(app: Flask) -> None:
    known = app.extensions["catalogue"]
    assert set(known.letters) == frozenset().union(*(aid.letters for aid in known.aids.values()))


def test_an_aid_offers_its_letters_in_both_languages(app: Flask) -> None:
    client = app.test_client()
    for lang in ("fr", "en"):
        assert letters_on(client.get(f"/{lang}/aides/apa-domicile").text) == {"recours-rapo"}
        assert letters_on(client.get(f"/{lang}/aides/fsl-impaye-loyer").text) == {"recours-president"}
        contest = letters_on(client.get(f"/{lang}/aides/recours-rapo").text)
        assert contest == {"recours-rapo", "tribunal-administratif", "tribunal-judiciaire"}


def test_the_result_and_the_paper_offer_those_of_its_aids(app: Flask, swept: Swept) -> None:
    known, found = app.extensions["catalogue"], set()
    for persona in swept(personas()):
        case = play(known, persona).case
        browser = visitor(app, persona.needs, case.answers)
        page = browser.get("/fr/resultats").text
        offered = letters_on(page)
        [*folded] = [item for item in parse(page).iter("details") if "contester un refus" in words_of(item)]
        assert len(folded) == bool(offered)
        with app.test_request_context("/fr/"):
            g.lang = "fr"
            paper = sheet_data(case, Wording.of(case))
        assert {item["name"] for item in paper["letters"]} == {known.letters[name].name for name in offered}
        found |= offered
    assert len(found) >= 2


def test_who_knows_nothing_is_offered_none(app: Flask) -> None:
    browser = visitor(app, ("autonomie",), {"danger": None, "pour_qui": None, "demande_autonomie": None})
    assert letters_on(browser.get("/fr/resultats").text) == set()
