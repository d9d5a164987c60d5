"""A question on its page: where one is on the way, how much is left when that is sure, and long lists by headings."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from engine.case.path import Path
from engine.content.catalogue import Catalogue
from engine.rules.truth import Value
from tests.web.journeys import Page, Visitor
from tests.web.words import words_of
from web.words.progress import left
from web.words.unbroken import unbroken

ALONE = 8  # answers, at most, that stand under no heading


def stages(page: Page) -> list[tuple[str, str | None]]:
    """Each stage and what marks it."""
    path = next(item for item in page.tree.iter("ol") if item.get("class") == "path")
    return [(words_of(item), item.get("aria-current")) for item in path]


@pytest.mark.parametrize(
    ("fact", "current"),
    [
        ("danger", "Besoin"),
        ("demande_autonomie", "Besoin"),
        ("age", "Personne"),
        ("commune", "Situation"),
        ("nationalite", "Situation"),
    ],
)
def test_a_question_says_where_one_is_on_the_way(client: FlaskClient, fact: str, current: str) -> None:
    page = Visitor(client).reach(fact, ["autonomie"], {"demande_autonomie": ["aide-domicile"], "age": "84"})
    names = ("Besoin", "Personne", "Situation", "Résultat")
    assert stages(page) == [(name, "step" if name == current else None) for name in names]


def test_one_never_goes_back_along_the_way(client: FlaskClient) -> None:
    """Stages come in the order of the questions: hard ones last, never a stage that is already past."""
    visitor = Visitor(client)
    visitor.play(["autonomie"], {"demande_autonomie": ["aide-domicile", "handicap"], "age": "84"})
    order = [
        next(index for index, (_, mark) in enumerate(stages(visitor.go(f"/fr/questions/{fact}"))) if mark)
        for fact in visitor.asked
    ]
    assert order == sorted(order)
    assert set(order) == {0, 1, 2}


class Ahead:
    """A walk on which nothing is answered yet."""

    def __init__(self, least: int, most: int) -> None:
        self.taken: dict[str, Value | None] = {}
        self.skipped: list[str] = []
        self.at_least, self.most, self.wanted = least, most, least

    def because_of(self, fact: str) -> tuple[str, ...]:
        return ()

    def step(self) -> bool:
        if len(self.skipped) < self.most:
            self.skipped.append(f"question {len(self.skipped)}")
            return True
        return False


@pytest.mark.parametrize(
    ("least", "most", "told"),
    [(1, 5, (1, 5)), (2, 6, (2, 6)), (6, 6, (6, 6)), (1, 6, None), (5, 7, None), (12, 12, None)],
)
def test_how_many_are_left_is_told_when_it_is_few_and_sure(least: int, most: int, told: tuple[int, int] | None) -> None:
    assert left(Path(Ahead(least, most))) == told


def test_a_word_with_a_hyphen_is_not_cut_in_a_title(client: FlaskClient) -> None:
    page = Visitor(client).reach("demande_autonomie", ["autonomie"], {"pour_qui": "mere"})
    (title,) = page.tree.iter("h1")
    assert [words_of(item) for item in title.iter("span")] == ["a-t-elle"]
    assert page.heading == "De quoi votre mère a-t-elle besoin\u00a0?"
    assert unbroken("Y a-t-il « l’arrière-grand-mère-de-famille » & moi ?") == (
        'Y <span class="whole">a-t-il</span> « l’arrière-grand-mère-de-famille » &amp; moi ?'
    )


def test_a_long_list_stands_under_headings(client: FlaskClient) -> None:
    page = Visitor(client).reach("demande_autonomie", ["autonomie"], {})
    groups = [item for item in page.tree.iter("fieldset") if item.get("class") == "group"]
    assert [words_of(next(item.iter("legend"))) for item in groups] == [
        "À la maison",
        "Un lieu où vivre",
        "Argent et décisions",
    ]
    assert [len(list(item.iter("input"))) for item in groups] == [5, 3, 2]


def folds(page: Page) -> list[tuple[str, bool]]:
    """Each group that can be folded, and whether it stands open."""
    groups = [item for item in page.tree.iter("details") if item.get("class") == "group"]
    return [(words_of(next(item.iter("span"))), item.get("open") is not None) for item in groups]


HOME, CHILD, BABY, YOUNG = (
    "C’est difficile à la maison", "Protéger un enfant", "Une naissance ou un petit enfant", "Un jeune ou un projet",
)  # fmt: skip


def test_a_list_of_more_than_two_screens_is_folded(client: FlaskClient) -> None:
    page = Visitor(client).reach("demande_enfance", ["enfance"], {})
    assert folds(page) == [(HOME, False), (CHILD, False), (BABY, False), (YOUNG, False)]
    first, second, *_ = (item for item in page.tree.iter("summary"))
    assert words_of(first) == f"{HOME} 5 réponses\u00a0: Aide, éducation, accueil, visites, argent"
    assert "Un danger, un juge" in words_of(second)
    labels = {item.get("id"): words_of(item) for item in page.tree.iter() if item.get("id")}
    inside = [item for item in page.tree.iter("div") if item.get("role") == "group"]
    assert [labels[item.get("aria-labelledby", "")] for item in inside] == [HOME, CHILD, BABY, YOUNG]
    assert "autre" in page.form.boxes["answer"]


def test_the_first_groups_stand_open_while_there_is_room(client: FlaskClient) -> None:
    page = Visitor(client).reach("aides_percues", ["autonomie"], {"demande_autonomie": ["aide-domicile"]})
    assert [is_open for _, is_open in folds(page)] == [True, False, False]
    _, funds, *_ = page.tree.iter("summary")
    assert words_of(funds).endswith("L’ASPA, l’ancien minimum vieillesse…"), (
        "where no word is written, the first answers"
    )


def test_what_was_ticked_is_never_folded(client: FlaskClient) -> None:
    visitor = Visitor(client)
    visitor.reach("demande_enfance", ["enfance"], {})
    visitor.answer(["garde", "jeune"])
    page = visitor.go("/fr/questions/demande_enfance")
    assert folds(page) == [(HOME, False), (CHILD, False), (BABY, True), (YOUNG, True)]


def test_an_error_leads_to_a_field_in_sight(client: FlaskClient) -> None:
    visitor = Visitor(client)
    visitor.reach("demande_enfance", ["enfance"], {})
    assert [is_open for _, is_open in folds(visitor.answer([]))] == [True, False, False, False]
    page = visitor.answer(["garde", "autre"])
    assert page.status == 422
    assert [is_open for _, is_open in folds(page)] == [True, False, True, False]


def test_what_has_been_chosen_stays_in_sight_in_another_language(client: FlaskClient) -> None:
    visitor = Visitor(client)
    visitor.reach("demande_enfance", ["enfance"], {})
    page = visitor.switch("en", {"answer": ["garde"]})
    assert [is_open for _, is_open in folds(page)] == [False, False, True, False]


@pytest.mark.parametrize("address", ["/fr/une-page?besoins=enfance", "/fr/poste-accueil?besoins=enfance"])
def test_many_questions_on_one_page_are_not_folded(client: FlaskClient, address: str) -> None:
    page = Visitor(client).go(address)
    assert folds(page) == []
    assert [item for item in page.tree.iter("fieldset") if item.get("class") == "group"]


def test_no_list_of_more_than_8_is_without_headings(catalogue: Catalogue) -> None:
    long = [item.written for item in catalogue.questions.values() if len(item.written.options) > ALONE]
    assert long
    bare = {
        question.id: option.id
        for question in long
        for option in question.options
        if option.group is None and not option.exclusive
    }
    assert bare == {}, "plus de 8 réponses : donnez un « groupe » à chacune, sauf « aucune » et « autre »"
