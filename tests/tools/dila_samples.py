"""Services as the national directory writes them, with invented values, and the files that hold them."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any


def service(number: int, kind: str, insee: str, **changes: Any) -> dict[str, Any]:
    """One service of this kind, whose seat is in this commune; everything as in the file of the DILA."""
    return {
        "id": f"00000000-0000-4000-8000-{number:012}",
        "ancien_code_pivot": f"{kind}-{insee}-01",
        "nom": f"Service {kind} d'essai {number}",
        "pivot": [{"type_service_local": kind, "code_insee_commune": [insee]}],
        "code_insee_commune": insee,
        "adresse": [
            {
                "type_adresse": "Adresse postale",
                "numero_voie": "",
                "service_distribution": "BP 1",
                "code_postal": "74999",
                "nom_commune": "Essai Cedex",
            },
            {
                "type_adresse": "Adresse",
                "complement1": "Maison de l'Essai",
                "complement2": "",
                "numero_voie": "1 rue de l'Essai",
                "service_distribution": "",
                "code_postal": "74000",
                "nom_commune": "Essai",
                "longitude": "6.129384",
                "latitude": "45.899247",
                "accessibilite": "ACC",
                "note_accessibilite": "Rampe à l'entrée.",
            },
        ],
        "telephone": [{"valeur": "04 50 99 00 00", "description": ""}],
        "adresse_courriel": ["contact@exemple.invalid"],
        "site_internet": [{"libelle": "", "valeur": "https://exemple.invalid/"}],
        "plage_ouverture": [
            {
                "nom_jour_debut": "Lundi",
                "nom_jour_fin": "Vendredi",
                "valeur_heure_debut_1": "08:30:00",
                "valeur_heure_fin_1": "12:00:00",
                "valeur_heure_debut_2": "13:30:00",
                "valeur_heure_fin_2": "17:00:00",
                "commentaire": "",
            }
        ],
        "date_modification": "02/01/2026 10:00:00",
        **changes,
    }


def as_the_api(item: dict[str, Any]) -> dict[str, Any]:
    """The same service, as the API gives it: nested values are texts that hold JSON."""
    nested = ("pivot", "adresse", "telephone", "site_internet", "plage_ouverture")
    return {**item, **{key: json.dumps(item[key]) for key in nested}, "adresse_courriel": item["adresse_courriel"][0]}


def written(*services: dict[str, Any]) -> bytes:
    return json.dumps({"service": services}).encode()


def zones(file: Path, **kinds: dict[str, list[int]]) -> Path:
    """The zip of the communes: for each INSEE code (after « c »), the services of each kind, by number."""
    text = io.BytesIO()
    with zipfile.ZipFile(text, "w") as archive:
        for insee, given in kinds.items():
            held = [
                {"code_type_service_local": kind, "organisme": [service(number, kind, "")["id"] for number in numbers]}
                for kind, numbers in given.items()
            ]
            commune = {"code_insee_commune": insee[1:], "nom": "Essai", "type_service_local": held}
            archive.writestr(f"communes/{insee[1:]}.json", json.dumps({"commune": [commune]}))
    file.write_bytes(text.getvalue())
    return file
