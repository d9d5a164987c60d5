"""Where an office is, when it is open, who gets in: what a national directory gives, on the pages."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs
from xml.etree.ElementTree import Element

import pytest
from cryptography.fernet import Fernet
from flask.testing import FlaskClient

from app import HERE, create_app
from engine.content.catalogue_loader import load_catalogue
from engine.content.imported_directory import OFFICES
from engine.content.shapes.base import Source
from engine.content.shapes.offices import Office
from tests.web.checked import CheckedClient
from tests.web.page import parse
from tests.web.words import words_of
from web.pages.maps import map_search
from web.settings import LOOPBACK_HOSTS, Settings

FILE = """- texte: annuaire-dila
  roles: [caf]
  guichets:
    - id: dila-1
      nom: Caf d’Essai
      adresse: 1, rue de l’Essai
      code_postal: "74000"
      commune: Annecy
      telephone: 04 50 99 00 00
      horaires: "Du lundi au vendredi, 8\u00a0h\u00a030 – 12\u00a0h"
      acces: sur-demande
      acces_note: Sonnez à l’entrée.
      acces_page: https://acceslibre.beta.gouv.fr/app/essai/
      coordonnees: {latitude: "45.89925", longitude: "6.12938"}
      dessert: "74010 74042"
      fiabilite: sure
      verifie_le: "2026-01-31"
      source: {texte: annuaire-dila}
      releve: {texte: annuaire-dila, date: "2026-01-31"}
    - {id: dila-2, nom: Caf de Bonneville, telephone: 04 50 99 00 01, acces: accessible, dessert: "74042", fiabilite: sure, verifie_le: "2026-01-31", source: {texte: annuaire-dila}}
"""


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    folder = tmp_path_factory.mktemp("annuaire")
    (folder / OFFICES).write_text(FILE, "utf-8")
    settings = Settings(local=True, keys=(Fernet.generate_key(),), hosts=LOOPBACK_HOSTS)
    site = create_app(settings, imported=folder)
    site.test_client_class = CheckedClient
    return site.test_client()


def office_in(html: str, name: str) -> Element:
    (found,) = [item for item in parse(html).iter("li") if item.get("class") == "office" and name in words_of(item)]
    return found


def test_hours_access_and_the_way_are_said(visitor: FlaskClient) -> None:
    page = visitor.get("/fr/services/caf?commune=Annecy").text
    office = office_in(page, "Caf d’Essai")
    said = words_of(office)
    assert "Du lundi au vendredi, 8 h 30 – 12 h" in said.replace("\u00a0", " ")
    assert "Accessible en fauteuil roulant, si vous prévenez avant." in said
    assert "Sonnez à l’entrée." in said
    assert "numéro relevé en janvier 2026, à vérifier" in said
    links = {link.get("href"): words_of(link) for link in office.iter("a")}
    assert links["geo:45.89925,6.12938?q=45.89925,6.12938"].startswith("Itinéraire")
    assert links["https://www.openstreetmap.org/directions?to=45.89925%2C6.12938"].startswith("Itinéraire sur Open")
    assert links["https://acceslibre.beta.gouv.fr/app/essai/"].startswith("L’accès en détail")
    assert "Ce service suit votre commune." in words_of(parse(page))


def test_no_map_is_loaded(visitor: FlaskClient) -> None:
    """The two ways are links: nothing goes to a map until one of them is followed."""
    page = parse(visitor.get("/fr/services/caf?commune=Annecy").text)
    fetched = [item.get("src") for tag in ("img", "script", "iframe", "object", "embed") for item in page.iter(tag)]
    assert [address for address in fetched if address and "://" in address] == []
    assert list(page.iter("iframe")) == []


def test_each_of_those_that_serve_a_commune_is_shown(visitor: FlaskClient) -> None:
    page = visitor.get("/fr/services/caf?commune=Bonneville").text
    assert "Ces services suivent votre commune." in words_of(parse(page))
    assert "Accessible en fauteuil roulant." in words_of(office_in(page, "Caf de Bonneville"))
    assert [link.get("href") for link in office_in(page, "Caf de Bonneville").iter("a")] == ["tel:0450990001"]


def test_what_only_the_list_says_is_marked_as_french(visitor: FlaskClient) -> None:
    office = office_in(visitor.get("/en/services/caf?commune=Annecy").text, "Caf d’Essai")
    french = [words_of(item) for item in office.iter("div") if item.get("lang") == "fr"]
    assert any("lundi" in text for text in french)
    assert "Sonnez à l’entrée." in french
    assert "Wheelchair access, if you tell them beforehand." in words_of(office)
    assert "Directions on OpenStreetMap" in words_of(office)


def test_a_folder_that_cannot_be_read_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / OFFICES).write_text(FILE.replace("roles: [caf]", "roles: [cafe]"), "utf-8")
    settings = Settings(local=True, keys=(Fernet.generate_key(),), hosts=LOOPBACK_HOSTS)
    with pytest.raises(SystemExit) as stopped:
        create_app(settings, imported=tmp_path)
    assert f"sont dans {tmp_path}. Retirez le fautif, puis importez de nouveau." in str(stopped.value)
    assert f"{OFFICES}, ligne 2 : le rôle « cafe » n’existe pas. Vouliez-vous écrire « caf » ?" in str(stopped.value)


def test_the_folder_is_named_by_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / OFFICES).write_text(FILE, "utf-8")
    monkeypatch.setenv("GUIDE_ANNUAIRE", str(tmp_path))
    settings = Settings(local=True, keys=(Fernet.generate_key(),), hosts=LOOPBACK_HOSTS)
    assert "dila-1" in create_app(settings).extensions["catalogue"].offices


def test_without_a_name_the_folder_is_one_that_git_does_not_follow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GUIDE_ANNUAIRE")
    monkeypatch.setattr("app.load_catalogue", lambda content, imported: load_catalogue(content))
    site = create_app(Settings(local=True, keys=(Fernet.generate_key(),), hosts=LOOPBACK_HOSTS))
    assert site.extensions["imported"] == HERE / "instance" / "annuaire"
    assert "/instance/" in (HERE / ".gitignore").read_text("utf-8").splitlines()


def office_at(**changed: Any) -> Office:
    written: dict[str, Any] = {
        "id": "essai", "name": "Essai", "address": "1, rue du Lac, BP 12", "postcode": "74000", "town": "Annecy",
        "reliability": "sure", "verified": "2026-01-31", "source": Source(),
    }  # fmt: skip
    return Office(**{**written, **changed})


@pytest.mark.parametrize(
    ("changed", "sought"),
    [
        ({}, "1, rue du Lac, 74000 Annecy"),
        ({"postcode": "74041", "town": "Annecy Cedex"}, "1, rue du Lac, Annecy"),
        ({"postcode": "74041", "town": "ANNECY CEDEX 9"}, "1, rue du Lac, ANNECY"),
        ({"address": "Hôtel du Département, CS 32444"}, "Hôtel du Département, 74000 Annecy"),
        ({"postcode": None}, "1, rue du Lac, Annecy"),
        ({"address": "BP 136"}, None),
        ({"town": None}, None),
        ({"address": None}, None),
    ],
)
def test_a_map_is_asked_for_a_street_and_a_town_never_for_a_post_box(
    changed: dict[str, Any], sought: str | None
) -> None:
    address = map_search(office_at(**changed))
    if sought is None:
        assert address is None
        return
    host, _, query = str(address).partition("?")
    assert host == "https://www.openstreetmap.org/search"
    assert parse_qs(query) == {"query": [sought]}


def test_an_office_of_ours_with_an_address_leads_to_a_map(visitor: FlaskClient) -> None:
    page = visitor.get("/en/services/mdph").text
    ways = [link for link in parse(page).iter("a") if (link.get("href") or "").startswith("https://www.openstreetmap")]
    assert ways
    for link in ways:
        assert words_of(link).startswith("Map")
        assert link.get("rel") == "noreferrer"


def test_where_the_way_is_known_the_address_needs_no_map(visitor: FlaskClient) -> None:
    office = office_in(visitor.get("/fr/services/caf?commune=Annecy").text, "Caf d’Essai")
    assert [words_of(link) for link in office.iter("a") if words_of(link).startswith("Carte")] == []


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("direction-autonomie-apa", "Pour l’appeler"),  # an address, no number
        ("cpam", "Pour le trouver"),  # a name alone
        ("pole-medico-social", "Pour le trouver"),  # several, of which one does not know the right one
    ],
)
def test_whom_to_call_instead(client: FlaskClient, role: str, said: str) -> None:
    page = words_of(parse(client.get(f"/fr/services/{role}").text))
    found = [words for words in ("Pour l’appeler", "Pour le trouver") if f"{words}, demandez ici\u00a0:" in page]
    assert found == [said]
