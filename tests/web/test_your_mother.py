"""Whoever asks for their mother reads « votre mère » in the result, and « la personne » of nobody but someone else."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient
from msgspec.structs import replace

from engine.case.code import write_code
from engine.case.plan import Plan
from engine.content.catalogue import Catalogue
from tests.content.people import Persona, personas, play
from tests.content.test_third_person import MAY_BE_SOMEONE_ELSE, SOMEONE_ELSE
from tests.sampled import cases
from tests.web.page import parse
from tests.web.test_code import enter
from tests.web.words import words_of

OF_ADULTS = {"autonomie", "logement"}
HELPED = [
    replace(persona, sheet={**persona.sheet, "pour_qui": "mere"})
    for persona in personas()
    if persona.sheet.get("pour_qui") == "proche"
    and set(persona.needs) <= OF_ADULTS
    and int(str(persona.sheet.get("age", "60"))) >= 18
]
THE_PERSON = re.compile(r"[^.?!]*\b[Ll]a personne\b[^.?!]*")


def said_of_nobody(text: str) -> list[str]:
    """The sentences that name « la personne », those about someone else left out."""
    found = THE_PERSON.findall(" ".join(text.split()))
    return [said for said in found if not re.search("|".join(SOMEONE_ELSE), said)]


@pytest.mark.parametrize("persona", cases(HELPED, [persona.name for persona in HELPED], most=4))
def test_the_result_for_a_mother_speaks_of_her(client: FlaskClient, catalogue: Catalogue, persona: Persona) -> None:
    plan = Plan(play(catalogue, persona).case)
    read = words_of(enter(client, write_code(catalogue, persona.needs, plan.case.answers)).tree)
    assert "votre mère" in read
    own = [item.aid.id for item in plan.aids if item.aid.id not in MAY_BE_SOMEONE_ELSE]
    pages = [read, *(client.get(f"/fr/resultats/{name}").text for name in own)]
    assert [said for page in pages for said in said_of_nobody(page)] == []


def test_what_a_mother_has_already_is_said_of_her(client: FlaskClient, catalogue: Catalogue) -> None:
    [germaine] = [persona for persona in HELPED if persona.name.startswith("Germaine")]
    case = play(catalogue, germaine).case
    page = enter(client, write_code(catalogue, germaine.needs, case.answers))
    [title] = [words_of(item) for item in page.tree.iter("h1")]
    assert " ".join(title.split()) == "Votre mère a déjà une aide : APA à domicile"


@pytest.mark.parametrize(
    ("relation", "french", "english"),
    [
        ("mere", "pour ma mère", "for my mother"),
        ("mon-enfant", "pour mon enfant", "for my child"),
        ("proche", "pour un proche", "for a relative"),
    ],
)
def test_what_to_say_at_the_counter_names_them_as_one_does(
    client: FlaskClient, catalogue: Catalogue, relation: str, french: str, english: str
) -> None:
    code = write_code(catalogue, ("autonomie",), {"pour_qui": relation})
    enter(client, code)
    said = [words_of(parse(client.get(f"/{language}/resultats").text)) for language in ("fr", "en")]
    assert f"un travailleur social {french}." in said[0]
    assert f"a social worker, {english}." in said[1]
