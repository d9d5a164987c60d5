"""Changing one's mind: a fact is asked once, a change counts, and what no longer matters stays aside, uncounted."""

from collections.abc import Iterable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from engine.content.catalogue import Catalogue
from tests.web.journeys import Visitor
from tests.web.words import words_of


@pytest.fixture
def visitor(client: FlaskClient) -> Visitor:
    return Visitor(client)


def change(visitor: Visitor, fact: str, written: str | list[str]) -> None:
    """Through the « changer » link of the page of answers."""
    link = next(link for link in visitor.go("/fr/reponses").links() if f"/questions/{fact}?" in link)
    assert visitor.go(link).fact == fact
    assert visitor.answer(written).status == 200


def names(catalogue: Catalogue, facts: Iterable[str]) -> set[str]:
    return {catalogue.questions[fact].written.short for fact in facts}


def test_several_needs_ask_each_fact_once(app: Flask, visitor: Visitor, catalogue: Catalogue) -> None:
    apart: set[str] = set()
    for need in catalogue.open_needs:
        alone = Visitor(app.test_client())
        alone.play([need], {})
        apart |= set(alone.asked)
    visitor.play(catalogue.open_needs, {})
    assert len(visitor.asked) == len(set(visitor.asked))
    assert set(visitor.asked) <= apart


def test_a_need_added_later_keeps_the_answers(visitor: Visitor) -> None:
    visitor.play(["autonomie"], {"age": "72", "commune": "Annecy"})
    before = visitor.asked
    form = visitor.go("/fr/logement").form
    visitor.send(form.data)
    visitor.asked = []
    assert visitor.continue_to_result({}).is_result
    assert visitor.asked
    assert not set(visitor.asked) & set(before)
    assert set(visitor.go("/fr/").form.data["besoins"]) == {"autonomie", "logement"}


def test_a_need_given_up_takes_its_answers_away_and_taken_again_brings_them_back(
    visitor: Visitor, catalogue: Catalogue
) -> None:
    visitor.play(["autonomie", "logement"], {"demande_logement": ["impaye-eau"]})
    visitor.begin(["autonomie"])
    assert not names(catalogue, ["demande_logement"]) & set(visitor.go("/fr/reponses").answers)
    visitor.begin(["autonomie", "logement"])
    assert visitor.page.fact != "demande_logement"
    assert names(catalogue, ["demande_logement"]) <= set(visitor.go("/fr/reponses").answers)


def test_a_change_counts_once_what_it_opens_is_answered(visitor: Visitor) -> None:
    before = visitor.play(
        ["autonomie"],
        {"age": "72", "demande_autonomie": ["aide-domicile"], "difficultes_quotidien": ["gir-fixe"], "gir": "3"},
    ).verdicts
    change(visitor, "gir", "6")
    assert visitor.page.fact == "ressources_mensuelles", "another aid is now open, and asks"
    after = visitor.continue_from_answers({}).verdicts
    assert after != before
    change(visitor, "gir", "3")
    assert visitor.page.path == "/fr/reponses"
    assert visitor.continue_from_answers({}).verdicts == before


def test_a_change_that_asks_nothing_more_comes_back_to_the_answers(visitor: Visitor) -> None:
    visitor.play(["autonomie"], {"commune": "Annecy"})
    change(visitor, "commune", "Cluses")
    assert visitor.page.path == "/fr/reponses"
    assert "Cluses" in visitor.page.answers.values()


def test_a_change_puts_aside_the_answers_that_no_longer_matter(visitor: Visitor, catalogue: Catalogue) -> None:
    """Questions about contesting a decision go when the person no longer wants to contest, and come back answered."""
    before = visitor.play(["autonomie"], {"demande_autonomie": ["contester"], "reception_decision": "moins-de-2-mois"})
    assert names(catalogue, ["reception_decision"]) <= set(visitor.go("/fr/reponses").answers)
    change(visitor, "demande_autonomie", ["accueil-jour"])
    visitor.continue_from_answers({})
    assert not names(catalogue, ["reception_decision"]) & set(visitor.go("/fr/reponses").answers)
    change(visitor, "demande_autonomie", ["contester"])
    assert visitor.go("/fr/resultats").verdicts == before.verdicts
    assert "Il y a 2 mois ou moins" in visitor.go("/fr/reponses").answers.values()


def test_answers_kept_aside_never_count(visitor: Visitor, app: Flask, catalogue: Catalogue) -> None:
    """Neither in verdicts, review, paper nor code: whoever never gave them has the same of all four."""
    visitor.play(["autonomie", "logement"], {"demande_autonomie": ["contester"], "demande_logement": ["impaye-eau"]})
    visitor.begin(["autonomie"])
    change(visitor, "demande_autonomie", ["accueil-jour"])
    visitor.continue_from_answers({})
    straight = Visitor(app.test_client())
    straight.play(["autonomie"], {"demande_autonomie": ["accueil-jour"]})
    with visitor.client.session_transaction() as one, straight.client.session_transaction() as other:
        assert {"demande_logement", "reception_decision"} <= set(one["r"]) - set(other["r"])
    for path in ("reponses", "resultats", "resultats/imprimer"):
        there, here = straight.go(f"/fr/{path}"), visitor.go(f"/fr/{path}")
        assert words_of(here.tree.find("body/main")) == words_of(there.tree.find("body/main")), path


def test_erasing_erases_what_was_kept_aside(visitor: Visitor) -> None:
    visitor.play(["autonomie"], {"demande_autonomie": ["contester"]})
    change(visitor, "demande_autonomie", ["accueil-jour"])
    visitor.send(visitor.go("/fr/effacer").form.data)
    with visitor.client.session_transaction() as held:
        assert "r" not in held
    assert visitor.begin(["autonomie"]).fact == "danger"


@pytest.mark.parametrize(
    ("whom", "told"),
    [
        ("moi", "Quel est votre âge\u00a0?"),
        ("proche", "Quel est l’âge de la personne que vous aidez\u00a0?"),
        ("mere", "Quel est l’âge de votre mère\u00a0?"),
        ("nsp", "Quel est votre âge\u00a0?"),
    ],
)
def test_the_words_are_for_the_right_person(visitor: Visitor, whom: str, told: str) -> None:
    assert visitor.reach("age", ["autonomie"], {"pour_qui": whom}).heading == told


def test_an_answer_can_be_taken_back_to_not_known(visitor: Visitor, catalogue: Catalogue) -> None:
    visitor.play(["autonomie"], {"age": "72"})
    change(visitor, "age", "nsp")
    page = visitor.go("/fr/questions/age")
    assert (page.form.data["answer"], page.form.data["unknown"]) == ("", ["y"])
