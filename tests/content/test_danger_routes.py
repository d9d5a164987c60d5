"""Whom to call first, and in which order, in each emergency; what is said before one calls, and what never is."""

from __future__ import annotations

import pytest

from engine.case.case import Case
from engine.content.answers import Written, read_answers
from engine.content.catalogue import Catalogue
from tests.content.conftest import DAY
from web.words.wording import Wording

pytestmark = pytest.mark.usefixtures("in_french")

Sheet = dict[str, Written]
SELF: Sheet = {"pour_qui": "moi"}
MY_CHILD: Sheet = {"pour_qui": "mon-enfant"}
KNOWN: Sheet = {"pour_qui": "enfant-connu", "demande_enfance": ["enfant-danger"]}
# The emergency, what is answered, and the numbers in their order.
ROUTES: list[tuple[str, Sheet, list[str]]] = [
    ("U1 someone is hit", {"danger": ["violences"]}, ["17", "112", "114", "3919"]),
    ("U1 a child is hit", {"danger": ["enfant"]}, ["17", "112", "119", "114"]),
    ("U1 a child is hit, next door", {**KNOWN, "danger": ["enfant"], "age": "8"}, ["17", "119", "112", "114"]),
    ("U1 hit and hurt", {"danger": ["violences", "sante"]},
     ["17", "112", "15", "18", "114", "3919", "3114", "04 72 11 69 11"]),
    ("U1 my child of 8 is hit", {**MY_CHILD, "danger": ["enfant"], "age": "8"}, ["17", "119", "112", "114"]),
    ("U2 a fear for a child", {**KNOWN, "danger": ["non"]}, ["119"]),
    ("U2 a fear for my child", {**MY_CHILD, "danger": ["non"], "demande_enfance": ["enfant-danger"]}, ["119"]),
    ("U2 not sure", {"danger": "nsp"}, ["112", "119", "3919", "3114"]),
    ("U3 a minor says so", {"danger": ["mineur"]}, ["119", "17", "114"]),
    ("U3 a minor is hit", {"danger": ["mineur", "violences"]}, ["119", "17", "114", "112", "3919"]),
    ("U3 a boy of 15 is hit", {**SELF, "danger": ["violences"], "age": "15"}, ["119", "17", "114", "112", "3919"]),
    ("U3 a girl of 13 thinks of dying", {"danger": ["mineur", "sante"]},
     ["119", "15", "3114", "17", "112", "18", "114", "04 72 11 69 11"]),
    ("U4 hit, with children", {**SELF, "danger": ["violences"], "age": "31", "enfants_a_charge": "de-3-a-17-ans"},
     ["17", "112", "119", "114", "3919"]),
    ("U5 a child is gone", {"danger": ["fugue"]}, ["17", "119"]),
    ("U5 my son of 14 is gone", {**MY_CHILD, "danger": ["fugue"], "age": "14"}, ["17", "119"]),
    ("U5 a child who left home", {"danger": ["mineur", "fugue"]}, ["119", "17", "114"]),
    ("U5 a girl of 16 who left home", {**SELF, "danger": ["fugue"], "age": "16"}, ["119", "17"]),
    ("U5 said to the second question", {**KNOWN, "danger": ["non"], "situation_enfant": "fugue"}, ["17", "119"]),
    ("U6 parents who cannot answer", {**KNOWN, "danger": ["non"], "situation_enfant": "absence"}, ["17", "119"]),
    ("U7 pregnant, no roof", {**SELF, "danger": ["sans-toit"], "enceinte": "oui", "age": "24"}, ["115"]),
    ("U8 a young adult, no roof", {**SELF, "danger": ["sans-toit"], "age": "19"}, ["115"]),
    ("U9 a minor alone", {**KNOWN, "danger": ["non"], "situation_enfant": "seul"}, ["119"]),
    ("U9 a minor without a roof", {**SELF, "danger": ["sans-toit"], "age": "17"}, ["119", "115"]),
    ("U10 sexual violence", {**KNOWN, "danger": ["non"], "situation_enfant": "sexuelles"}, ["119", "17"]),
    ("U10 in this moment", {**KNOWN, "danger": ["enfant"], "situation_enfant": "sexuelles"}, ["17", "119", "112", "114"]),
    ("U11 a pregnant girl who is hit", {**SELF, "danger": ["violences"], "age": "16", "enceinte": "oui"},
     ["119", "17", "114", "112", "3919"]),
    ("U12 a baby in danger", {**KNOWN, "danger": ["enfant"], "age": "1"}, ["17", "119", "112", "114"]),
    ("U13 nothing left to eat", {**SELF, "danger": ["non"], "demande_budget": ["manger"], "reste_a_manger": "rien"}, []),
    ("U14 a life", {"danger": ["sante"]}, ["15", "3114", "112", "18", "114", "04 72 11 69 11"]),
    ("U14 my child does not breathe", {**MY_CHILD, "danger": ["sante"], "age": "4"},
     ["15", "3114", "112", "119", "18", "114", "04 72 11 69 11"]),
    ("U14 a mother who is worn out", {"danger": ["a-bout"]}, ["15", "3114", "119"]),
    ("U14 before U1", {"danger": ["a-bout", "enfant"]}, ["15", "3114", "119", "17", "112", "114"]),
    ("U14 with a baby", {**MY_CHILD, "danger": ["a-bout"], "age": "0"}, ["15", "3114", "119"]),
    ("U14 a mother of 16", {"danger": ["a-bout", "mineur"]}, ["119", "15", "3114", "17", "114"]),
    ("no danger", {**SELF, "danger": ["non"]}, []),
]  # fmt: skip
# What is said before one calls: the emergency, and the beginning of each sentence.
SAID: list[tuple[str, Sheet, list[str]]] = [
    ("a minor", {"danger": ["mineur"]}, ["Vous pouvez appeler sans vos parents.", "Quelqu’un vous écoute.", "La nuit"]),
    ("a boy of 15", {**SELF, "danger": ["violences"], "age": "15"}, ["Vous pouvez appeler sans", "Quelqu’un vous"]),
    ("his aunt", {"pour_qui": "proche", "danger": ["violences"], "age": "15"}, []),
    ("a child who left home", {"danger": ["mineur", "fugue"]},
     ["Vous pouvez appeler sans", "Quelqu’un vous", "On peut vous mettre à l’abri 72 heures. Vos parents", "La nuit"]),
    ("his mother", {**MY_CHILD, "danger": ["fugue"], "age": "14"},
     ["N’attendez pas.", "L’enfant peut être mis à l’abri 72 heures. Ses parents", "La nuit"]),
    ("a worn out mother", {**MY_CHILD, "danger": ["a-bout"], "age": "0"},
     ["Un bébé\u00a0? Posez-le dans son lit", "Demander de l’aide, c’est déjà protéger.", "Pour un bébé"]),
    ("a neighbour", {**KNOWN, "danger": ["non"], "cadre_alerte": "prive"},
     ["Un doute suffit.", "Vous pouvez demander que votre nom reste secret."]),
    ("a teacher", {**KNOWN, "danger": ["non"], "cadre_alerte": "metier"}, ["Un doute suffit.", "Danger grave\u00a0?"]),
    ("a neighbour of a baby", {**KNOWN, "danger": ["enfant"], "age": "1"}, ["Pour un bébé, appelez tout", "La nuit"]),
    ("a fear for a baby", {**KNOWN, "danger": ["non"], "age": "1"}, ["Pour un bébé, appelez tout", "Un doute suffit."]),
    ("an aunt of a child of 2", {**KNOWN, "danger": ["enfant"], "age": "2"}, ["La nuit"]),
    ("sexual violence, to the child", {**SELF, "danger": ["mineur"], "demande_enfance": ["enfant-danger"],
     "situation_enfant": "sexuelles"},
     ["Vous pouvez appeler", "Quelqu’un vous", "Ce n’est pas votre faute.", "Cela arrive en ce", "Un doute", "La nuit"]),
    ("a minor alone", {**KNOWN, "danger": ["non"], "situation_enfant": "seul"},
     ["Un mineur seul doit être protégé.", "Un doute suffit.", "La nuit"]),
    ("children whose mother is in hospital", {**KNOWN, "danger": ["non"], "situation_enfant": "absence"},
     ["L’enfant est seul en ce moment", "L’enfant peut être accueilli 5 jours", "Un doute suffit.", "La nuit"]),
    ("a pregnant woman who is hit", {**SELF, "danger": ["violences"], "enceinte": "oui", "age": "24"}, ["Un lieu existe"]),
    ("no roof, a baby", {**SELF, "danger": ["sans-toit"], "enfants_a_charge": "moins-de-3-ans", "age": "30"},
     ["Demandez aussi l’accueil mère-enfant"]),
    ("no roof at 24", {**SELF, "danger": ["sans-toit"], "age": "24"}, ["Le 115 n’a rien"]),
    ("no roof at 25", {**SELF, "danger": ["sans-toit"], "age": "25"}, []),
    ("not sure", {"danger": "nsp"}, ["Un doute suffit."]),
    ("no danger", {**SELF, "danger": ["non"], "age": "15"}, []),
]  # fmt: skip
# Words that frighten, judge, promise too much, or ask for a story.
NEVER = ("signalement", "placement", "dénoncer", "abandon", "isolée", "avez droit", "rentre", "prouvez", "le juge va",
         "consentant", "médiation", "secret absolu", "racontez")  # fmt: skip


def case_of(catalogue: Catalogue, sheet: Sheet) -> Case:
    """All that is told counts, whatever has been asked."""
    return Case(catalogue, ("enfance", "logement", "budget"), read_answers(catalogue, sheet), DAY)


@pytest.mark.parametrize(("sheet", "numbers"), [row[1:] for row in ROUTES], ids=[row[0] for row in ROUTES])
def test_the_numbers_come_in_the_order_in_which_to_call_them(
    catalogue: Catalogue, sheet: Sheet, numbers: list[str]
) -> None:
    assert [item.written.number for item in case_of(catalogue, sheet).emergencies] == numbers
    assert len(set(numbers)) == len(numbers), "never a number twice"


@pytest.mark.parametrize(("sheet", "sentences"), [row[1:] for row in SAID], ids=[row[0] for row in SAID])
def test_what_is_said_before_one_calls(catalogue: Catalogue, sheet: Sheet, sentences: list[str]) -> None:
    case = case_of(catalogue, sheet)
    said = [Wording.of(case).say(remark) for remark in case.remarks]
    assert len(said) == len(sentences), said
    assert [text for text, start in zip(said, sentences, strict=True) if not text.startswith(start)] == []


def test_nothing_frightens_or_promises_too_much(catalogue: Catalogue) -> None:
    said = [
        text.lower()
        for route in catalogue.routes
        for remark in route.written.remarks
        for text in (remark.text, remark.other_text or "")
    ]
    assert [(word, text) for word in NEVER for text in said if word in text] == []


def test_numbers_come_first_only_where_they_are_called(catalogue: Catalogue) -> None:
    """Each number answers day and night, but for the poison centre, which comes last."""
    assert [item.written.id for item in catalogue.emergencies.values() if not item.written.free] == ["antipoison-lyon"]
    assert "antipoison-lyon" not in {name for route in catalogue.routes for name in route.written.first}
