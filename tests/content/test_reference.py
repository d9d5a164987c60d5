"""The data files against what they were copied from: the reference tables, and the lines of the source documents."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from engine.content.source_texts import SourceTexts, fingerprint, line_ranges
from tests.content.shared import CONTENT
from tools.reference_tables import commune_print

KEPT = Path(__file__).parent / "references"

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
def expected_communes() -> list[dict[str, str]]:
    """Of each commune: a print of its code, name and postcodes, and whether a document gives its territory."""
    return table(KEPT / "communes.csv")


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
    communes: dict[str, dict[str, str]], expected_communes: list[dict[str, str]]
) -> None:
    ours = {insee: commune_print(insee, row["nom"], row["codes_postaux"].split()) for insee, row in communes.items()}
    assert ours == {row["insee"]: row["empreinte"] for row in expected_communes}
    assert len(ours) == 279
    assert list(ours) == sorted(ours)
    assert len(table(CONTENT / "communes.csv")) == len(ours), "a commune is written twice"


def test_a_commune_has_a_territory_only_where_the_documents_give_one(
    communes: dict[str, dict[str, str]], expected_communes: list[dict[str, str]]
) -> None:
    known = {row["insee"] for row in expected_communes if row["territoire"] == "oui"}
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
        for row in table(KEPT / "baremes.csv")
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
    for row in table(KEPT / "baremes.csv"):
        assert ours[RENAMED.get(row["nom"], row["nom"]), row["depuis"]] == plain(row["reference"])


def test_every_cited_line_exists(source_texts: SourceTexts) -> None:
    missing = [
        (who, text, f"{first}-{last}")
        for who, text, lines in citations()
        for first, last in line_ranges(lines)
        if not source_texts.texts[text].has(first, last)
    ]
    assert missing == []


def invented(offices: list[dict[str, Any]], source_texts: SourceTexts) -> list[tuple[str, str]]:
    """Phone numbers, postcodes and e-mail addresses that neither the cited lines nor the public list hold."""
    lists = table(KEPT / "contacts.csv")
    return [
        (office["id"], key)
        for office in offices
        for key in ("telephone", "code_postal", "courriel")
        if key in office
        and ("lignes" in office["source"] or "releve" in office)
        and not printed_in_lines(office, key, source_texts)
        and not read_in_a_list(office, key, lists)
    ]


def printed_in_lines(office: dict[str, Any], key: str, source_texts: SourceTexts) -> bool:
    source = office["source"]
    return "lignes" in source and source_texts.texts[source["texte"]].prints(
        office[key].replace(" ", ""), source["lignes"]
    )


def read_in_a_list(office: dict[str, Any], key: str, lists: list[dict[str, str]]) -> bool:
    """Whether the contact of this telephone in the public lists has this value, and was read on that day."""
    day, phone = office.get("releve", {}).get("date"), fingerprint(office.get("telephone", ""))
    return any((row["telephone"], row["date"], row[key]) == (phone, day, fingerprint(office[key])) for row in lists)


def test_every_contact_is_printed_in_the_lines_it_cites_or_in_the_list_it_was_read_in(
    source_texts: SourceTexts,
) -> None:
    assert invented(content("guichets.yaml")["guichets"], source_texts) == []


def test_every_number_of_a_mairie_is_in_the_list_under_its_commune() -> None:
    kept = {(row["insee"], row["date"], row["telephone"], row["courriel"]) for row in table(KEPT / "contacts.csv")}
    ours = [
        (row["insee"], row["date"], fingerprint(row["telephone"]), row["courriel"] and fingerprint(row["courriel"]))
        for row in table(CONTENT / "mairies.csv")
    ]
    assert len(ours) == 279
    assert [row for row in ours if row not in kept] == []


@pytest.mark.parametrize("key", ["telephone", "code_postal", "courriel"])
def test_an_invented_contact_would_be_seen(source_texts: SourceTexts, key: str) -> None:
    """One character changed, in each office that gives such a contact."""
    offices = [
        office
        for office in content("guichets.yaml")["guichets"]
        if key in office and ("lignes" in office["source"] or "releve" in office)
    ]
    assert len(offices) > 5
    planted = [{**office, key: other_character(office[key])} for office in offices]
    seen = [(who, what) for who, what in invented(planted, source_texts) if what == key]
    assert seen == [(office["id"], key) for office in offices]


def other_character(contact: str) -> str:
    return contact[:-1] + ("8" if contact[-1] == "7" else "7")
