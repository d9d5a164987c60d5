"""The file of words that pages explain: strict, optional, and no word in it twice."""

from pathlib import Path

import pytest

from engine.content.problems import ContentError
from tests.engine.small import load

WORDS = """
- {id: bail, mot: bail, formes: [baux], explication: Un contrat.}
- {id: gir, mot: GIR, explication: Une mesure.}
"""


def faults(root: Path, text: str) -> list[str]:
    with pytest.raises(ContentError) as raised:
        load(root, {"mots.yaml": text})
    return [str(problem) for problem in raised.value.problems]


def test_it_is_read(tmp_path: Path) -> None:
    terms = load(tmp_path, {"mots.yaml": WORDS}).terms
    assert {name: term.written for name, term in terms.items()} == {"bail": ("bail", "baux"), "gir": ("GIR",)}


def test_content_can_do_without(tmp_path: Path) -> None:
    assert load(tmp_path, {}).terms == {}


def test_a_word_written_twice_says_where_and_what_to_do(tmp_path: Path) -> None:
    assert faults(tmp_path, WORDS.replace("mot: GIR", "mot: baux")) == [
        "mots.yaml, ligne 3 : « baux » est déjà écrit dans « bail » : enlevez-le de l’un des deux."
    ]


def test_a_key_that_is_not_known(tmp_path: Path) -> None:
    [fault] = faults(tmp_path, WORDS.replace("explication: Une", "explicaton: Une"))
    assert fault.startswith("mots.yaml, ligne 3 : la clé « explicaton » n’existe pas ici.")


@pytest.mark.parametrize("key", ["mot: GIR, ", ", explication: Une mesure."])
def test_a_key_that_is_missing(tmp_path: Path, key: str) -> None:
    [fault] = faults(tmp_path, WORDS.replace(key, ""))
    assert fault.startswith("mots.yaml, ligne 3 : il manque la clé")
