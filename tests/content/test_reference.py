"""The data files against what they were copied from: the reference tables and the source documents."""

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.content.shared import CONTENT, SHARED, needs_shared, ranges

RENAMED = {
    "aspa_plafond_annuel_personne_seule": "aspa_annuel_seul",
    "aspa_plafond_annuel_couple": "aspa_annuel_couple",
    "aah_montant_mensuel": "aah",
    "mtp_montant": "mtp",
    "apa_plan_gir1_en_part_mtp": "apa_plan_gir1_part_mtp",
    "apa_plan_gir2_en_part_mtp": "apa_plan_gir2_part_mtp",
    "apa_plan_gir3_en_part_mtp": "apa_plan_gir3_part_mtp",
    "apa_plan_gir4_en_part_mtp": "apa_plan_gir4_part_mtp",
    "apa_domicile_seuil_inferieur_en_part_mtp": "apa_seuil_bas_part_mtp",
    "apa_domicile_seuil_superieur_en_part_mtp": "apa_seuil_haut_part_mtp",
    "rsa_montant_de_base": "rsa_base",
    "smic_brut_horaire": "smic_horaire",
}
UNITS = {"currency": "euros", "/1": "part"}
INVISIBLE = str.maketrans("", "", "\u200b\u200c\u200d\u2060\ufeff")

pytestmark = needs_shared


def content(name: str) -> Any:
    """A content file, every scalar as text."""
    return yaml.load((CONTENT / name).read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  # builds text only


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


@pytest.fixture(scope="module")
def communes() -> dict[str, dict[str, str]]:
    return {row["insee"]: row for row in table(CONTENT / "communes.csv")}


@pytest.fixture(scope="module")
def expected_communes() -> list[dict[str, Any]]:
    return json.loads((SHARED / "reference/annuaire/communes74.json").read_text("utf-8"))["communes"]


@pytest.fixture(scope="module")
def documents() -> dict[str, list[str]]:
    """The lines of each cited text, by its id."""
    return {
        text["id"]: (SHARED / "seeds" / text["fichier"]).read_text("utf-8").split("\n")
        for text in content("sources.yaml")
        if "fichier" in text
    }


def citations() -> Iterator[tuple[str, str, str]]:
    """(who cites, text, lines) for every office, each of its versions, and every emergency number."""
    for entry in [*content("guichets.yaml")["guichets"], *content("urgences.yaml")]:
        source = entry["source"]
        if "lignes" in source:
            yield entry["id"], source["texte"], source["lignes"]
        for version in entry.get("versions", ()):
            if "lignes" in version:
                yield f"{entry['id']}, {version['champ']}", source["texte"], version["lignes"]


def test_every_commune_is_there_with_its_name_and_postcodes(
    communes: dict[str, dict[str, str]], expected_communes: list[dict[str, Any]]
) -> None:
    ours = {insee: (row["nom"], row["codes_postaux"].split()) for insee, row in communes.items()}
    assert ours == {row["insee"]: (row["nom"], row["codesPostaux"]) for row in expected_communes}
    assert list(ours) == sorted(ours)
    assert len(table(CONTENT / "communes.csv")) == len(ours), "a commune is written twice"


def test_a_commune_has_a_territory_only_where_the_documents_give_one(
    communes: dict[str, dict[str, str]], expected_communes: list[dict[str, Any]]
) -> None:
    known = {row["insee"] for row in expected_communes if row["territoire_selon_graines"]}
    assert {insee for insee, row in communes.items() if row["territoire"]} <= known


def test_no_commune_has_a_pole_that_the_documents_do_not_give(communes: dict[str, dict[str, str]]) -> None:
    assert {row["pms"] for row in communes.values()} == {""}


def test_every_amount_is_there() -> None:
    ours = {
        (amount["id"], amount["unite"], value["depuis"], value["valeur"])
        for amount in content("baremes.yaml")
        for value in amount.get("valeurs", ())
    }
    theirs = {
        (RENAMED.get(row["nom"], row["nom"]), UNITS[row["unite"]], row["depuis"], row["valeur"])
        for row in table(SHARED / "reference/baremes.csv")
    }
    assert ours == theirs


def test_every_amount_names_the_same_official_text() -> None:
    def plain(text: str) -> str:
        return " ".join(text.translate(INVISIBLE).replace("’", "'").split())

    ours = {
        (amount["id"], value["depuis"]): plain(value["reference"])
        for amount in content("baremes.yaml")
        for value in amount.get("valeurs", ())
    }
    for row in table(SHARED / "reference/baremes.csv"):
        assert ours[RENAMED.get(row["nom"], row["nom"]), row["depuis"]] == plain(row["reference"])


def test_every_cited_line_exists(documents: dict[str, list[str]]) -> None:
    missing = [
        (who, text, f"{first}-{last}")
        for who, text, lines in citations()
        for first, last in ranges(lines)
        if not 1 <= first <= last <= len(documents[text])
    ]
    assert missing == []


def test_every_contact_is_printed_in_the_lines_it_cites(documents: dict[str, list[str]]) -> None:
    """A phone number, postcode or e-mail that the cited lines do not hold would be an invention."""
    invented = []
    for office in content("guichets.yaml")["guichets"]:
        source = office["source"]
        if "lignes" not in source:
            continue
        text = documents[source["texte"]]
        cited = "\n".join(row for first, last in ranges(source["lignes"]) for row in text[first - 1 : last])
        digits = re.sub(r"[ .-]", "", cited)
        invented += [
            (office["id"], key)
            for key, found in (
                ("telephone", re.sub(" ", "", office.get("telephone", "")) in digits),
                ("code_postal", office.get("code_postal", "") in digits),
                ("courriel", office.get("courriel", "") in cited),
            )
            if not found
        ]
    assert invented == []
