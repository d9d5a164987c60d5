"""Runs `flask --app app annuaire …` on a copy of the content, with structures made up for the tests."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import Result
from cryptography.fernet import Fernet
from flask import Flask

from app import create_app
from engine.content.catalogue import Catalogue
from engine.content.catalogue_loader import load_catalogue
from web.settings import LOOPBACK_HOSTS, Settings

NATIONAL: dict[str, Any] = {
    "source": "dora",
    "id": "dora--PMS:Annecy-Été_12",
    "nom": "Pôle médico-social  d'Annecy",
    "date_maj": "2026-01-31",
    "adresse": "1 rue de l'Essai",
    "complement_adresse": "Bâtiment B",
    "code_postal": "74000",
    "code_insee": "74010",
    "commune": "Annecy",
    "telephone": "+33450000000",
    "courriel": "pms@example.org",
    "site_web": "https://www.example.org/",
    "description": "Une description que nous ne lisons pas.",
    "reseaux_porteurs": ["departements"],
}
OTHER = {"source": "dora", "id": "dora--2", "nom": "Pôle de Cluses", "date_maj": "2025-02-14", "code_postal": "74300"}


def site(content: Path) -> Flask:
    settings = Settings(local=True, keys=(Fernet.generate_key(),), hosts=LOOPBACK_HOSTS)
    return create_app(settings, content, imported=beside(content))


def beside(content: Path) -> Path:
    """The folder of what is taken in: never inside the content."""
    return content.parent / "annuaire"


def run(app: Flask, *arguments: object) -> Result:
    return app.test_cli_runner().invoke(args=["annuaire", *map(str, arguments)])


def files(content: Path) -> dict[str, bytes]:
    return {str(path.relative_to(content)): path.read_bytes() for path in content.rglob("*") if path.is_file()}


def written(tree: object) -> bytes:
    return json.dumps(tree).encode()


def taken_in(content: Path, tree: object, *options: str) -> tuple[Catalogue, str]:
    """Import these structures: the content as it is afterwards, and what was said."""
    file = content.parent / "national.json"
    file.write_bytes(written(tree))
    result = run(site(content), "importer", file, *options)
    assert result.exit_code == 0, result.output
    return load_catalogue(content, beside(content)), result.output
