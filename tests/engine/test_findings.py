"""The table of what public lists say: read as strictly as the rest, and never needed."""

from pathlib import Path

import pytest

from engine.content.catalogue_loader import FINDINGS, load_catalogue
from tests.engine.conftest import Faults

SOUND = (
    "mairie;Mairie d’Essai;1 rue;74000;Essai;74010;04 50 00 00 00;;;;une liste;2019-09;1-source-ancienne;mairie-74010"
)


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("Mairie d’Essai", "", "il faut un nom et une source."),
        ("une liste", "", "il faut un nom et une source."),
        ("2019-09", "09/2019", "« 09/2019 » n’est pas une année ou un mois, comme 2019-09."),
        ("04 50 00 00 00", "04 50 00 00 00 poste 2", "« 04 50 00 00 00 poste 2 » n’est pas un numéro écrit comme 04 50 00 00 00."),
        ("1-source-ancienne", "sure", "la certitude « sure » n’existe pas."),
        ("mairie-74010", "mdph", "le guichet « mdph » n’existe pas. Vouliez-vous écrire « mdph74 » ?"),
    ],
)  # fmt: skip
def test_a_faulty_row(content: Path, faults: Faults, right: str, wrong: str, message: str) -> None:
    table = content / FINDINGS
    rows = [*table.read_text("utf-8").splitlines(), SOUND, SOUND.replace(right, wrong)]
    table.write_text("\n".join(rows) + "\n", "utf-8")
    (said,) = faults()
    assert said.startswith(f"{FINDINGS}, ligne {len(rows)} : {message}")


def test_a_guide_can_do_without_the_table(content: Path) -> None:
    (content / FINDINGS).unlink()
    assert load_catalogue(content).findings == ()
