"""Situations, words for what is elsewhere, and closed needs: what they name must exist."""

from pathlib import Path

import pytest

from engine.content.problems import ContentError
from tests.engine.small import NEEDS, load

SITUATION = "- {id: loyer, texte: Un loyer., besoins: [logis], reponses: {souhait: [toit]}}"
ELSEWHERE = "- {id: rsa, mots: [RSA], texte: Demandez., guichet: ecoute}"


def faults(root: Path, name: str, text: str) -> list[str]:
    with pytest.raises(ContentError) as raised:
        load(root, {name: text})
    return [str(problem) for problem in raised.value.problems]


def test_they_are_read(tmp_path: Path) -> None:
    catalogue = load(tmp_path, {"situations.yaml": SITUATION, "ailleurs.yaml": ELSEWHERE})
    assert catalogue.situations["loyer"].needs == ("logis",)
    assert catalogue.elsewhere["rsa"].role == "ecoute"


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("[logis]", "[logi]", "le besoin ouvert « logi » n’existe pas."),
        ("[logis]", "[demain]", "le besoin ouvert « demain » n’existe pas."),
        ("souhait:", "souhai:", "la question « souhai » n’existe pas."),
        ("[toit]", "[toi]", "« toi » n’est pas une réponse possible."),
    ],
)
def test_a_faulty_situation(tmp_path: Path, right: str, wrong: str, message: str) -> None:
    [fault] = faults(tmp_path, "situations.yaml", SITUATION.replace(right, wrong))
    assert fault.startswith(f"situations.yaml, ligne 1 : {message}")


def test_a_situation_without_a_need(tmp_path: Path) -> None:
    assert faults(tmp_path, "situations.yaml", SITUATION.replace("[logis]", "[]"))


def test_someone_who_answers_elsewhere_must_exist(tmp_path: Path) -> None:
    [fault] = faults(tmp_path, "ailleurs.yaml", ELSEWHERE.replace("ecoute", "ecout"))
    assert fault.startswith("ailleurs.yaml, ligne 1 : le guichet « ecout » n’existe pas.")


@pytest.mark.parametrize(
    ("where", "role", "message"),
    [
        ("ouvert: non}", "ecout", "le guichet « ecout » n’existe pas."),
        ("sous_la_main: [d]}", "ecoute", "« en_attendant » ne se dit que d’un besoin « ouvert: non »."),
    ],
)
def test_meanwhile_is_for_a_closed_need_and_names_a_role(tmp_path: Path, where: str, role: str, message: str) -> None:
    said = f"{where[:-1]}, en_attendant: {{texte: Allez-y., guichet: {role}}}}}"
    [fault] = faults(tmp_path, "besoins.yaml", NEEDS.replace(where, said, 1))
    assert message in fault
