"""A trade or a place for children: which door comes first, what silence means, and what is never said too soon."""

from __future__ import annotations

import re

import pytest

from engine.content.catalogue import Catalogue
from engine.content.prose import prose
from tests.content.people import personas as everyone
from tests.content.people import planned, play, with_answers

PEOPLE = {persona.name: persona for persona in everyone()}
FIRST = {
    "Anne et Luc, 45 et 47 ans, veulent devenir famille d’accueil": "agrement-assistant-familial",
    "Rosa, famille d’accueil, son agrément finit dans cinq mois": "agrement-assistant-familial-renouvellement",
    "Dounia et Elsa, deux amies, un local et l’idée d’une MAM": "agrement-mam",
    "Paola, assistante maternelle agréée, veut rejoindre une MAM": "agrement-mam",
    "Une association ouvre un baby-club au pied des pistes": "creation-eaje-saisonnier",
    "Une commune ouvre un centre de loisirs pour les moins de 6 ans": "creation-acm-moins-6-ans",
    "Karim veut créer une micro-crèche": "creation-eaje",
}
OWN = (
    "agrement-assistant-familial", "agrement-assistant-familial-renouvellement", "agrement-mam", "charte-qualite-mam",
    "aide-demarrage-mam", "creation-eaje", "creation-eaje-saisonnier", "creation-acm-moins-6-ans",
    "groupe-appui-technique-petite-enfance",
)  # fmt: skip
NEVER = re.compile(r"signalement|placement|vous avez droit|abandon|le règlement|la fiche|le texte", re.IGNORECASE)


def written(catalogue: Catalogue, aid: str, part: str) -> list[str]:
    return [item.text for item in getattr(catalogue.aids[aid].written, part)]


@pytest.mark.parametrize("name", FIRST)
def test_the_plan_begins_with_one_door_and_a_telephone(catalogue: Catalogue, name: str) -> None:
    plan = planned(catalogue, PEOPLE[name])
    assert plan.first
    assert plan.first.aid.id == FIRST[name]
    assert plan.place
    assert plan.place.referral.phones


@pytest.mark.parametrize("name", FIRST)
def test_little_is_asked(catalogue: Catalogue, name: str) -> None:
    assert len(play(catalogue, PEOPLE[name]).asked) <= 8


def test_whoever_has_no_clear_project_meets_someone_and_no_list(catalogue: Catalogue) -> None:
    plan = planned(catalogue, PEOPLE["Élise voudrait travailler avec des enfants, sans savoir comment"])
    assert plan.aids == []
    assert plan.place


@pytest.mark.parametrize("aid", ["agrement-assistant-familial", "agrement-mam"])
def test_silence_on_an_approval_means_yes(catalogue: Catalogue, aid: str) -> None:
    assert any("Son silence veut dire oui." in text for text in written(catalogue, aid, "deadlines"))


@pytest.mark.parametrize("aid", ["creation-eaje", "creation-eaje-saisonnier"])
def test_nothing_is_read_into_silence_on_a_nursery(catalogue: Catalogue, aid: str) -> None:
    assert not any("silence" in text.lower() for text in written(catalogue, aid, "deadlines"))


def test_a_centre_with_small_children_is_declared_four_months_ahead(catalogue: Catalogue) -> None:
    first, after = (item for item in catalogue.aids["creation-acm-moins-6-ans"].written.deadlines if item.who == "vous")
    assert ("quatre mois" in first.text, "deux mois" in after.text) == (True, True)


def test_a_nursery_goes_to_the_caf_and_a_baby_club_to_the_pmi(catalogue: Catalogue) -> None:
    places = {}
    for name in ("Karim veut créer une micro-crèche", "Une association ouvre un baby-club au pied des pistes"):
        place = planned(catalogue, PEOPLE[name]).place
        assert place
        places[name] = place.referral.role.id
    assert list(places.values()) == ["caf-creches", "pmi-territoire"]


def test_both_grants_of_the_caf_for_a_mam_are_one_call(catalogue: Catalogue) -> None:
    plan = planned(catalogue, PEOPLE["Dounia et Elsa, deux amies, un local et l’idée d’une MAM"])
    shown = [item.aid.id for item in plan.aids]
    assert "charte-qualite-mam" in shown
    assert "aide-demarrage-mam" not in shown


def test_an_approval_for_another_trade_closes_nothing(catalogue: Catalogue) -> None:
    rosa = PEOPLE["Rosa, famille d’accueil, son agrément finit dans cinq mois"]
    plan = planned(
        catalogue, with_answers(rosa, projet_metier=["chez-moi", "famille-accueil"], nationalite="francaise")
    )
    shown = {item.aid.id for item in plan.aids}
    assert {"agrement-assistant-familial", "agrement-assistant-familial-renouvellement"} <= shown
    assert not plan.unlikely


@pytest.mark.parametrize("aid", OWN)
def test_words_of_the_archive_and_of_fear_are_for_agents_alone(catalogue: Catalogue, aid: str) -> None:
    texts = [
        text.text for text in prose(catalogue.aids[aid].written) if not text.for_agents and "mots" not in text.place
    ]
    assert len(texts) > 5
    assert [text for text in texts if NEVER.search(text)] == []
