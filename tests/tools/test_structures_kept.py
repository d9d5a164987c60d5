"""What is kept of a data·inclusion structure besides its address, what is put right, and what is left aside."""

from pathlib import Path
from typing import Any

import pytest
from data_inclusion.schema.v1 import Structure

from engine.case.directory import office_for
from tests.tools.commands import NATIONAL, OTHER, taken_in


def test_hours_access_place_and_zone_are_kept(content: Path) -> None:
    more = {
        "horaires_accueil": "Mo-Fr 08:30-12:00,13:30-17:00; Sa 09:00-12:00",
        "accessibilite_lieu": "https://acceslibre.beta.gouv.fr/app/essai/",
        "latitude": 45.899247,
        "longitude": 6.129384,
    }
    service = {"structure_id": NATIONAL["id"], "zone_eligibilite": ["74010", "74042", "73065", "74"]}
    Structure.model_validate({**NATIONAL, **more})
    catalogue, said = taken_in(content, {"structures": [{**NATIONAL, **more}], "services": [service]})
    office = catalogue.offices["dora-pms-annecy-ete-12"]
    assert (
        office.hours
        == "Du lundi au vendredi, 8\u00a0h\u00a030 – 12\u00a0h et 13\u00a0h\u00a030 – 17\u00a0h\u00a0; samedi, 9\u00a0h – 12\u00a0h"
    )
    assert office.access_page == "https://acceslibre.beta.gouv.fr/app/essai/"
    assert office.point is not None
    assert (office.point.latitude, office.point.longitude) == ("45.89925", "6.12938")
    assert office.serves == "74010 74042"
    assert office_for(catalogue, "pole-medico-social", "74042").offices == (office,)
    assert "horaires" not in said


@pytest.mark.parametrize(
    ("change", "field", "kept", "said"),
    [
        ({"telephone": "450335000"}, "phone", "04 50 33 50 00", "« telephone » : « 450335000 » avait perdu son zéro. Il est remis."),
        ({"courriel": "jeanne.exemple@example.org"}, "email", None, "« courriel » : « jeanne.exemple@example.org » est peut-être celui d’une personne. Il n’est pas repris."),
        ({"horaires_accueil": "Mo-Fr 08:30-12:00 PH off"}, "hours", None, "« horaires_accueil » : « Mo-Fr 08:30-12:00 PH off » ne se lit pas. Ils ne sont pas repris."),
        ({"code_insee": "74011"}, "town", "Annecy", "« 74011 » est un ancien code (Annecy-le-Vieux). C’est aujourd’hui Annecy, code « 74010 »."),
    ],
)  # fmt: skip
def test_what_is_taken_otherwise_than_written_is_told(
    content: Path, change: dict[str, Any], field: str, kept: str | None, said: str
) -> None:
    catalogue, output = taken_in(content, [{**NATIONAL, **change}])
    assert getattr(catalogue.offices["dora-pms-annecy-ete-12"], field) == kept
    assert f"national.json, structure 1 (Pôle médico-social d'Annecy) : {said}" in output


def test_the_good_structures_of_a_national_file_are_kept_when_asked(content: Path) -> None:
    bad = {**NATIONAL, "id": "dora--3", "telephone": "04 50 33 50 00 poste 12"}
    elsewhere = {**OTHER, "id": "dora--4", "code_postal": "73000"}
    catalogue, said = taken_in(content, [NATIONAL, bad, elsewhere, {"nom": "Sans rien"}], "--garder")
    assert [name for name in catalogue.offices if name.startswith("dora")] == ["dora-pms-annecy-ete-12"]
    assert (
        "Laissé : national.json, structure 2 (Pôle médico-social d'Annecy) : « telephone » : « 04 50 33 50 00 poste 12 » a un poste (12)"
        in said
    )
    assert "Laissé : national.json, structure 4 : il manque « source »." in said
    assert "national.json : 1 structures hors de la Haute-Savoie, laissées." in said
