"""The page of any aid says in one minute: how to begin, for whom, what to bring, where, by when, what it costs."""

from xml.etree.ElementTree import Element

import pytest
from flask.testing import FlaskClient

from engine.content.catalogue import Catalogue
from tests.sampled import Swept
from tests.web.page import parse
from tests.web.words import words_of
from web.words.states import unasked

# Words that an adult reads silently; the English glosses each French name that one has to say at the desk.
ONE_MINUTE = {"fr": 250, "en": 280}


def summary(client: FlaskClient, lang: str, name: str) -> Element:
    """The section that stands right after the title."""
    page = client.get(f"/{lang}/aides/{name}")
    assert page.status_code == 200
    return next(item for item in parse(page.text).iter("section") if item.get("aria-labelledby") == "minute")


def parents(catalogue: Catalogue, swept: Swept) -> list[str]:
    return [aid.id for aid in swept(aid for aid in catalogue.aids.values() if aid.parent is None)]


@pytest.mark.parametrize("lang", list(ONE_MINUTE))
def test_an_aid_is_understood_in_one_minute(client: FlaskClient, catalogue: Catalogue, swept: Swept, lang: str) -> None:
    counts = {name: len(words_of(summary(client, lang, name)).split()) for name in parents(catalogue, swept)}
    assert {name: count for name, count in counts.items() if count > ONE_MINUTE[lang]} == {}


def labels(section: Element) -> list[str]:
    return [words_of(item) for item in section.iter("span") if item.get("class") == "label"]


def test_every_aid_says_how_to_begin_for_whom_it_is_and_where_to_go(
    client: FlaskClient, catalogue: Catalogue, swept: Swept
) -> None:
    silent = []
    for name in parents(catalogue, swept):
        found = labels(summary(client, "fr", name))
        aid = catalogue.aids[name]
        # What one is told of, and does not ask for, has conditions only where some are written.
        whom = ["Pour qui"] if aid.own_conditions or not unasked(aid) else []
        wanted = ["Pour commencer", *whom, *(["Où aller"] if aid.contacts.first else [])]
        silent += [(name, label) for label in wanted if label not in found]
    assert silent == []


def test_what_one_receives_says_what_it_costs_what_to_bring_and_by_when(
    client: FlaskClient, catalogue: Catalogue, swept: Swept
) -> None:
    silent = []
    for name in parents(catalogue, swept):
        found = labels(summary(client, "fr", name))
        wanted = ("L’argent", "À réunir", "Avant quand")
        if catalogue.aids[name].received:
            silent += [(name, label) for label in wanted if label not in found]
    assert silent == []


def test_a_sum_that_one_receives_has_no_price(client: FlaskClient, catalogue: Catalogue) -> None:
    paid = [aid.id for aid in catalogue.aids.values() if aid.written.amount and not aid.written.contribution]
    assert {"rsa", "fsl-impaye-loyer"} <= set(paid)
    assert [name for name in paid if "Son coût n’est pas connu" in client.get(f"/fr/aides/{name}").text] == []
    assert "Son coût n’est pas connu" in client.get("/fr/aides/espace-rencontre").text
