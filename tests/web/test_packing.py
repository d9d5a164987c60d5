"""The cookie holds answers by numbers that never move: nothing is lost on the way, nor by a deployment."""

from __future__ import annotations

import msgspec
import pytest

from engine.content.answers import Written
from engine.content.catalogue import Catalogue
from engine.content.shapes.code_registry import CodeRegistry, RegisteredQuestion
from tests.content.people import Persona, personas
from tests.sampled import cases
from web.packing import pack, unpack

ONE = RegisteredQuestion(id="logis", kind="choix", options=("oui", "non"))
SEVERAL = RegisteredQuestion(id="logis", kind="choix-multiple", options=("oui", "non", "bientot"))
BEFORE = CodeRegistry(needs=("logement",), questions=(ONE,))
AFTER = CodeRegistry(needs=("logement",), questions=(ONE, RegisteredQuestion(id="age", kind="nombre"), SEVERAL))


@pytest.mark.parametrize("persona", cases(personas(), [persona.name for persona in personas()]))
def test_every_persona_comes_back_in_the_same_order(catalogue: Catalogue, persona: Persona) -> None:
    packed = msgspec.json.decode(msgspec.json.encode(pack(catalogue.code_registry, persona.sheet)))
    assert list(unpack(catalogue.code_registry, packed).items()) == list(persona.sheet.items())


def test_every_option_of_every_question_comes_back(catalogue: Catalogue) -> None:
    registry = catalogue.code_registry
    for name, question in catalogue.questions.items():
        for option in (*question.options, "nsp"):
            assert unpack(registry, pack(registry, {name: option, "x": [option]})) == {name: option, "x": [option]}


def test_a_number_typed_is_not_taken_for_that_of_an_option() -> None:
    for written in ("0", "1", "74000", "950.50", "arrivee-recente 74010"):
        assert unpack(AFTER, pack(AFTER, {"age": written, "logis": written})) == {"age": written, "logis": written}


@pytest.mark.parametrize("answers", [{"inconnue": "oui"}, {"inconnue": ["a", "b"]}, {"logis": "disparue"}])
def test_what_the_registry_does_not_know_stays_as_written(answers: dict[str, Written]) -> None:
    assert unpack(BEFORE, pack(BEFORE, answers)) == answers


def test_an_answer_given_before_a_deployment_reads_after_it() -> None:
    assert unpack(AFTER, pack(BEFORE, {"logis": "non"})) == {"logis": "non"}


def test_numbers_of_a_content_to_come_are_left_out() -> None:
    assert unpack(BEFORE, pack(AFTER, {"logis": ["bientot"], "age": "83"})) == {}
    assert unpack(BEFORE, {"1": 7, "2": 0}) == {}


def test_a_cookie_written_by_names_still_reads() -> None:
    assert unpack(AFTER, {"logis": ["oui", "non"], "age": "83"}) == {"logis": ["oui", "non"], "age": "83"}
