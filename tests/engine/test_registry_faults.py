"""The registry of numbers must hold all that can be answered, once each."""

from pathlib import Path

import pytest

from engine.content.problems import ContentError
from tests.engine.small import FILES, load


@pytest.mark.parametrize(
    ("old", "new", "messages"),
    [
        ("  - {id: age, type: nombre}\n", "", ["« age » n’a pas de numéro ; ajoutez à la fin : {id: age, type: nombre}"]),
        (
            "  - {id: bail, type: choix, reponses: [signe, promis]}\n", "",
            ["« bail » n’a pas de numéro ; ajoutez à la fin : {id: bail, type: choix, reponses: [signe, promis]}"],
        ),
        ("[signe, promis]", "[signe]", ["ajoutez à la fin des réponses de « bail » : promis."]),
        ("[signe, promis]", "[signe, signe, promis]", ["une réponse de « bail » a deux numéros : signe."]),
        (
            "type: nombre}", "type: montant}",
            ["« age » a changé de type ; ajoutez à la fin, sans rien retirer : {id: age, type: nombre}"],
        ),
        (
            "type: choix, reponses: [non, feu]}", "type: choix-multiple, reponses: [non, feu]}",
            ["« danger » a changé de type ; ajoutez à la fin, sans rien retirer : "
             "{id: danger, type: choix, reponses: [non, feu]}"],
        ),
        ("type: nombre}\n", "type: nombre}\n  - {id: age, type: nombre}\n", ["« age » a déjà un numéro."]),
        ("[logis, argent, demain]", "[logis, argent]", ["ajoutez à la fin de la liste : demain."]),
        ("[logis, argent, demain]", "[logis, argent, demain, logis]", ["« logis » a déjà un numéro."]),
    ],
)  # fmt: skip
def test_a_faulty_registry(tmp_path: Path, old: str, new: str, messages: list[str]) -> None:
    assert FILES["numeros.yaml"].count(old) == 1
    with pytest.raises(ContentError) as refused:
        load(tmp_path, {"numeros.yaml": FILES["numeros.yaml"].replace(old, new)})
    assert [(problem.file, problem.message) for problem in refused.value.problems] == [
        ("numeros.yaml", message) for message in messages
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("type: nombre}\n", "type: nombre}\n  - {id: ancienne, type: choix, reponses: [a, b]}\n"),
        ("[signe, promis]", "[signe, promis, ancienne]"),
    ],
)
def test_what_is_no_longer_asked_keeps_its_number(tmp_path: Path, old: str, new: str) -> None:
    assert FILES["numeros.yaml"].count(old) == 1
    registry = load(tmp_path, {"numeros.yaml": FILES["numeros.yaml"].replace(old, new)}).code_registry
    assert "ancienne" in {name for question in registry.questions for name in (question.id, *question.options)}
