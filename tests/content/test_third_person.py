"""Someone who answers for a parent reads « la personne », never « vous », wherever the text is about that parent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec
import pytest

from engine.content.catalogue import Catalogue
from tests.content.test_figures import prose_fields

SECOND_PERSON = re.compile(r"\b(vous|votre|vos)\b", re.IGNORECASE)
# Whoever holds the phone is told what to do, is helped, or is told where to look: that is not the parent.
TO_THE_READER = re.compile(
    r"\b(que vous aidez|(?:adressez|renseignez)-vous|avec vous|vous parleront"
    r"|(?:peut|peuvent|pour) vous (?:aider|répondre|renseigner|le dire)|vous (?:répond|dit|dira|oriente|rappelle)"
    r"|peut aussi vous le dire|rendez-vous|vous pouvez (?:cocher|choisir|demander))\b",
    re.IGNORECASE,
)
FIRST_PERSON = re.compile(r"\b(je|mon|ma|mes)\b|\bj’", re.IGNORECASE)
I_DO_NOT_KNOW = re.compile(r"je ne (?:sais pas|le retrouve pas)", re.IGNORECASE)
ABOUT_THE_READER = {"danger", "pour_qui"}


# « la personne » is not whoever one answers for:
SOMEONE_ELSE = (
    r"[Ll]a personne qui (?:l’)?(?:accompagne|conduit)",  # beside the holder of a card
    r"la personne de (?:son|leur) choix",  # who comes along
    r"la personne qui s’est (?:vraiment|occupée)",  # who cared for someone now dead
    r"la personne qui a l’autorité parentale",  # a child’s parent
    r"la personne qui sera payée",  # a creditor
)
# Whose aid it is may be another than whom one answers for: the couple’s other half, a relative among those who pay or
# inherit, the guest of a host.
MAY_BE_SOMEONE_ELSE = {
    "complement-conjoint-domicile",
    "obligation-alimentaire-dispense",
    "recuperation-amenagements",
    "agrement-accueillant-familial",
}
# What is asked for a child goes to a parent, or to a whole family.
OF_A_FAMILY = {"aides-financieres-socle", "ase-domicile-socle", "ase-socle"}


class Said(NamedTuple):
    """A text of the content as someone who answers for another reads it."""

    where: str
    text: str


def read_for_another(where: str, item: Any) -> Iterator[Said]:
    """Every text inside a struct, the third-person wording taken where there is one."""
    if isinstance(item, msgspec.Struct):
        marked = prose_fields(type(item))
        for name in item.__struct_fields__:
            value = getattr(item, name)
            if name in ("keywords", "wordings"):
                continue  # typed by whoever searches; chosen by the relation: « votre enfant » is who it is about
            if name in marked and not name.startswith("other_") and not getattr(item, f"other_{name}", None):
                texts = value if isinstance(value, tuple) else (value,)
                yield from (Said(f"{where}, {type(item).__name__}.{name}", text) for text in texts if text)
            elif name in marked and name.startswith("other_") and value:
                yield Said(f"{where}, {type(item).__name__}.{name}", value)
            elif name not in ("forms", "examples", "agent_notes"):
                yield from read_for_another(where, value)
    elif isinstance(item, tuple):
        for part in item:
            yield from read_for_another(where, part)


@pytest.fixture(scope="module")
def said(catalogue: Catalogue) -> list[Said]:
    found: list[Said] = []
    for aid in catalogue.aids.values():
        found += read_for_another(aid.id, aid.written)
    for rules in catalogue.rules.values():
        found += read_for_another(rules.id, rules)
    for name, item in catalogue.questions.items():
        if name not in ABOUT_THE_READER:
            found += read_for_another(name, item.written)
    for paper in catalogue.documents.values():
        found += read_for_another(paper.id, paper)
    assert len(found) > 2000
    return found


def test_nothing_about_the_parent_is_said_to_the_one_who_answers(said: list[Said]) -> None:
    confused = [
        f"{item.where} : {item.text}" for item in said if SECOND_PERSON.search(TO_THE_READER.sub("", item.text))
    ]
    assert confused == [], (
        "qui aide un proche lit ces phrases : ajoutez « texte_proche », ou parlez de « la personne » sans « vous »"
    )


def test_no_answer_is_put_in_the_mouth_of_the_parent(said: list[Said]) -> None:
    own_words = [
        f"{item.where} : {item.text}" for item in said if FIRST_PERSON.search(I_DO_NOT_KNOW.sub("", item.text))
    ]
    assert own_words == [], "qui aide un proche lit ces phrases : sans « je » ni « mon », ou avec un « texte_proche »"


def test_a_question_names_whoever_it_is_about(catalogue: Catalogue) -> None:
    """« la personne que vous aidez » is for those of whom one knows no more: elsewhere, « votre mère »."""
    vague = [
        f"{name} : {text}"
        for name, item in catalogue.questions.items()
        for text in (item.written.other_text, item.written.other_help, *(o.other_text for o in item.written.options))
        if text and name not in ABOUT_THE_READER and re.search(r"\b[Ll]a personne\b", text)
    ]
    assert vague == [], "écrivez « {proche} » : le site dira « votre mère », ou « la personne que vous aidez »"


def test_an_aid_names_whoever_it_is_about(catalogue: Catalogue) -> None:
    """Of an adult, « votre mère » where one knows; a family or a child’s parent stays « la personne »."""
    rules = [item for name, item in catalogue.rules.items() if name not in OF_A_FAMILY]
    aids = [aid.written for aid in catalogue.aids.values() if set(aid.needs) <= {"autonomie", "logement"}]
    said = [
        item
        for entry in (*aids, *rules, *catalogue.documents.values(), *catalogue.roles.values())
        for item in read_for_another(entry.id, entry)
        if re.search(r"\b[Ll]a personne\b", item.text) and entry.id not in MAY_BE_SOMEONE_ELSE
    ]
    vague = [f"{item.where} : {item.text}" for item in said if not re.search("|".join(SOMEONE_ELSE), item.text)]
    assert vague == [], "écrivez « {proche} » dans « texte_proche » : le site dira « votre mère », ou « la personne »"
    assert all(any(re.search(other, item.text) for item in said) for other in SOMEONE_ELSE), "plus rien ne le dit"


def test_a_sentence_agrees_with_whoever_it_is_about(catalogue: Catalogue) -> None:
    """A pronoun after a hyphen, where the sentence names the person, is theirs."""
    fixed = [
        f"{name} : {item.written.other_text}"
        for name, item in catalogue.questions.items()
        if re.search(r"\{[Pp]roche\} \S+-(t-)?(il|elle)\b", item.written.other_text or "")
    ]
    assert fixed == [], "écrivez « -{il} » : « elle » pour une mère, « il » pour un père"


def test_a_condition_names_whom_it_is_about(catalogue: Catalogue) -> None:
    """A third-person wording exists for nothing if it says the same."""
    useless = [
        f"{aid.id} : {item.written.text}"
        for aid in catalogue.aids.values()
        for item in aid.own_conditions
        if item.written.other_text == item.written.text
    ]
    assert useless == [], "« texte_proche » dit la même chose que « texte » : retirez-le, ou dites « la personne »"
