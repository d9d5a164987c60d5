"""What search engines read: which pages, in which languages, what an aid is; never a page that holds answers."""

import json
from urllib.parse import urlsplit
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from flask import Flask
from flask.testing import FlaskClient

from engine.case.directory import office_for
from engine.content.catalogue import Catalogue
from engine.content.entries import AidEntry
from tests.sampled import Swept
from tests.web.journeys import Visitor
from tests.web.page import parse
from web.policies import POLICIES
from web.words.i18n import LANGUAGES

SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
SITE = "http://localhost"
PUBLIC = ("/", "/aides", "/aides/apa-domicile", "/pieces", "/pieces/piece-identite", "/services", "/services/mdph",
          "/autonomie", "/urgence", "/mentions-legales")  # fmt: skip
UNLISTED = ("/une-page?besoins=logement", "/poste-accueil", "/reprendre", "/effacer", "/aides/inconnue", "/resultats")


def head(client: FlaskClient, address: str) -> Element:
    return parse(client.get(address).text).find("head")


def links(found: Element) -> dict[str, str]:
    """Where the head says the page is, by language; « canonical » for the one it is."""
    named = [item for item in found.iter("link") if item.get("rel") in ("canonical", "alternate")]
    return {item.get("hreflang", "canonical"): item.get("href") for item in named}


def site_map(client: FlaskClient) -> Element:
    response = client.get("/sitemap.xml")
    assert response.mimetype == "application/xml"
    return ElementTree.fromstring(response.data)  # noqa: S314 - our own


def meta(found: Element) -> dict[str, str]:
    return {item.get("name"): item.get("content") for item in found.iter("meta") if item.get("name")}


@pytest.mark.parametrize("path", PUBLIC)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_public_page_names_itself_in_every_language(client: FlaskClient, lang: str, path: str) -> None:
    found = head(client, f"/{lang}{path}")
    same = {code: f"{SITE}/{code}{path}" for code in LANGUAGES}
    assert links(found) == {"canonical": same[lang], "x-default": same["fr"], **same}
    assert len(meta(found)["description"]) > 15
    assert "robots" not in meta(found)


def test_a_search_is_the_page_that_it_searches(client: FlaskClient) -> None:
    assert links(head(client, "/fr/aides?q=loyer"))["canonical"] == f"{SITE}/fr/aides"
    assert (
        links(head(client, "/fr/services/mairie-ccas?commune=Annecy"))["canonical"] == f"{SITE}/fr/services/mairie-ccas"
    )


def test_behind_a_proxy_the_addresses_are_those_of_the_visitor(public_app: Flask) -> None:
    client = public_app.test_client()
    page = client.get("/fr/aides", base_url="http://guide.example")
    assert links(parse(page.text).find("head"))["canonical"] == "https://guide.example/fr/aides"
    assert "Sitemap: https://guide.example/sitemap.xml" in client.get("/robots.txt").text


@pytest.mark.parametrize("path", UNLISTED)
def test_other_pages_are_not_listed(client: FlaskClient, path: str) -> None:
    found = head(client, f"/fr{path}")
    assert links(found) == {}
    assert meta(found)["robots"] == "noindex"
    assert "description" not in meta(found)


def test_a_page_with_answers_is_not_listed(client: FlaskClient) -> None:
    visitor = Visitor(client)
    visitor.begin(["logement"])
    for address in ("/fr/questions/danger", "/fr/reponses", "/fr/resultats", "/fr/", "/fr/aides/apa-domicile"):
        found = head(visitor.client, address)
        assert links(found) == {}, address
        assert meta(found)["robots"] == "noindex", address


def test_an_aid_says_to_machines_what_it_is(client: FlaskClient, catalogue: Catalogue) -> None:
    aid = catalogue.aids["apa-domicile"].written
    [block] = [item for item in head(client, "/fr/aides/apa-domicile").iter("script") if item.get("type")]
    data = json.loads(block.text)
    assert data == {
        "@context": "https://schema.org", "@type": "GovernmentService", "name": aid.name, "description": aid.summary,
        "serviceType": "Aide", "areaServed": {"@type": "AdministrativeArea", "name": "Haute-Savoie"},
        "provider": {"@type": "GovernmentOrganization", "name": "Département de la Haute-Savoie"},
        "url": f"{SITE}/fr/aides/apa-domicile",
    }  # fmt: skip


def test_the_telephone_is_that_of_an_office_beyond_doubt(
    client: FlaskClient, catalogue: Catalogue, swept: Swept
) -> None:
    sure = {
        office.phone for office in catalogue.offices.values() if office.reliability == "sure" and not office.reading
    }
    told = []

    def kinds(aid: AidEntry) -> set[object]:
        """Where one begins, and whether its number is beyond doubt."""
        found = office_for(catalogue, aid.contacts.first, None) if aid.contacts.first else None
        return {(found.precision, any(office.phone in sure for office in found.offices))} if found else set()

    for aid in swept((aid for aid in catalogue.aids.values() if aid.parent is None), kinds):
        found = head(client, f"/fr/aides/{aid.id}")
        [data] = [json.loads(item.text) for item in found.iter("script") if item.get("type")]
        assert ("provider" in data) is (aid.nature != "orientation")
        told += [data["availableChannel"]["servicePhone"]["telephone"]] if "availableChannel" in data else []
    assert told
    assert set(told) <= sure


def test_the_site_map_lists_every_public_page_in_every_language(client: FlaskClient, catalogue: Catalogue) -> None:
    tree = site_map(client)
    listed = [item.findtext("s:loc", namespaces=SITEMAP) for item in tree.findall("s:url", SITEMAP)]
    parents = [aid.id for aid in catalogue.aids.values() if aid.parent is None]
    things = [
        *(f"aides/{name}" for name in parents), *(f"pieces/{name}" for name in catalogue.documents),
        *(f"services/{name}" for name in catalogue.roles), *(f"lettres/{name}" for name in catalogue.letters),
        *catalogue.open_needs,
    ]  # fmt: skip
    pages = (
        "",
        "situations",
        "aides",
        "pieces",
        "services",
        "urgence",
        "accessibilite",
        "mentions-legales",
        "donnees-personnelles",
    )
    wanted = {f"{SITE}/{lang}/{page}" for lang in LANGUAGES for page in (*things, *pages, "plan-du-site")}
    assert len(listed) == len(set(listed))
    assert set(listed) == wanted
    others = {item.get("hreflang") for item in tree.iterfind(".//x:link", SITEMAP)}
    assert others == set(LANGUAGES)


def test_robots_are_kept_out_of_the_journey_and_shown_the_map(client: FlaskClient) -> None:
    lines = client.get("/robots.txt").text.splitlines()
    closed = [line.removeprefix("Disallow: ") for line in lines if line.startswith("Disallow: ")]
    assert lines[0] == "User-agent: *"
    assert lines[-1] == f"Sitemap: {SITE}/sitemap.xml"
    for lang in LANGUAGES:
        for path in ("questions", "reponses", "resultats", "une-page", "poste-accueil"):
            assert f"/{lang}/{path}" in closed
    tree = site_map(client)
    listed = [urlsplit(item.text).path for item in tree.iterfind(".//s:loc", SITEMAP)]
    assert [path for path in listed if path.startswith(tuple(closed))] == []


def test_nothing_of_one_person_is_listed() -> None:
    assert [
        name
        for name, policy in POLICIES.items()
        if policy.listed and name.split(".")[0] not in ("pages", "browse", "letters")
    ] == []
