"""The file of letters: strict, optional, and each letter has somewhere to go."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.engine.conftest import Faults
from tests.engine.essay import AID
from tests.engine.small import load

FILE = "lettres.yaml"
LETTER = """
- id: essai
  nom: Essai
  en_bref: Un essai.
  source: {texte: rdas-2023, lignes: "12"}
  guichets: [departement-hotel]
  delai: {texte: Écrivez vite.}
  objet: Essai
  corps: [{texte: "Je demande :", lignes_vides: "2"}]
  envoyer: {texte: Envoyez-la.}
"""


def test_content_can_do_without(tmp_path: Path) -> None:
    assert load(tmp_path, {}).letters == {}


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("departement-hotel", "departement-hotl", "le guichet « departement-hotl » n’existe pas."),
        ("[departement-hotel]", "[cour-cassation]", "« cour-cassation » n’a pas d’adresse."),
        ("[departement-hotel]", "[tj-annecy, tj-thonon]", "« lequel » se dit de plusieurs guichets, et d’eux seuls."),
        ("  objet", "  lequel: {texte: Choisissez.}\n  objet", "« lequel » se dit de plusieurs guichets, et d’eux seuls."),
        ("  objet", "  a_qui: Au juge\n  objet", "« a_qui » se dit quand aucun guichet n’est nommé."),
        ("rdas-2023", "rdas-2032", "le texte « rdas-2032 » n’existe pas."),
        ('"12"', '"999999"', "la ligne 999999 n’existe pas"),
        ('lignes_vides: "2"', 'lignes_vides: "40"', "<= 12"),
        ("corps: [", "corp: [", "« corps »"),
        ("Je demande", "漢", "ne s’imprime pas"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(content: Path, faults: Faults, right: str, wrong: str, message: str) -> None:
    file = content / FILE
    assert right in LETTER
    file.write_text(file.read_text("utf-8") + LETTER.replace(right, wrong), "utf-8")
    found = [fault for fault in faults() if fault.startswith(FILE)]
    assert [fault for fault in found if message not in fault] == []
    assert found


@pytest.mark.parametrize("key", ["etapes", "recours"])
def test_a_sentence_that_leads_to_no_letter_is_told(content: Path, faults: Faults, key: str) -> None:
    added = f"{key}: [{{texte: Écrivez., lettre: recours-rap}}]\n"
    (content / "aides/essai.yaml").write_text(AID + added, "utf-8")
    (fault,) = faults()
    assert "la lettre « recours-rap » n’existe pas. Vouliez-vous écrire « recours-rapo » ?" in fault
