"""A directory that does not fit together stops the loading: unknown offices, roles in a ring, lost territories."""

from pathlib import Path

import pytest

from tests.engine.conftest import Faults


@pytest.mark.parametrize(
    ("role", "message"),
    [
        ("guichets: [pms-evianne]", "le guichet « pms-evianne » n’existe pas. Vouliez-vous écrire « pms-evian » ?"),
        ("repli: mairie", "le rôle « mairie » n’existe pas. Vouliez-vous écrire « mairie-ccas » ?"),
        ("repli: essai", "« essai » se replie sur lui-même."),
        ("niveau: regional", "« regional » n’est pas possible ici. Vouliez-vous écrire « national » ?"),
    ],
)  # fmt: skip
def test_a_faulty_role(content: Path, faults: Faults, role: str, message: str) -> None:
    file = content / "guichets.yaml"
    key = role.partition(":")[0]
    level = "" if key == "niveau" else "niveau: departement, "
    entry = f"  - {{id: essai, nom: Essai, explication: Un essai., demander: Rien., {level}{role}}}"
    lines = file.read_text("utf-8").splitlines()
    lines.insert(lines.index("roles:") + 1, entry)
    file.write_text("\n".join(lines), "utf-8")
    assert faults() == [f"guichets.yaml, ligne {lines.index(entry) + 1} : {message}"]


def test_roles_that_fall_back_on_each_other(content: Path, faults: Faults) -> None:
    """Else looking for an office would never end."""
    file = content / "guichets.yaml"
    entry = "  - {id: %s, nom: Essai, explication: Un essai., demander: Rien., niveau: departement, repli: %s}"
    ring = [entry % pair for pair in (("essai-a", "essai-b"), ("essai-b", "essai-c"), ("essai-c", "essai-a"))]
    lines = file.read_text("utf-8").splitlines()
    start = lines.index("roles:") + 1
    file.write_text("\n".join([*lines[:start], *ring, *lines[start:]]), "utf-8")
    assert faults() == [
        f"guichets.yaml, ligne {start + place} : « essai-{name} » se replie sur lui-même."
        for place, name in enumerate("abc", start=1)
    ]


def test_a_commune_in_a_territory_that_does_not_exist(content: Path, faults: Faults) -> None:
    table = content / "communes.csv"
    rows = [*table.read_text("utf-8").splitlines(), "74999;Essai;74000;;10;chablet;"]
    table.write_text("\n".join(rows), "utf-8")
    hint = "Vouliez-vous écrire « chablais » ?"
    assert faults() == [f"communes.csv, ligne {len(rows)} : le territoire « chablet » n’existe pas. {hint}"]
