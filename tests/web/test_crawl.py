"""Every page that links lead to. Each one is checked by the client that fetches it."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from engine.content.catalogue import Catalogue
from tests.web.crawl import Crawl
from tests.web.journeys import switches
from web.words.i18n import LANGUAGES

LANGS = pytest.mark.parametrize("lang", LANGUAGES)


@LANGS
def test_no_link_is_dead(crawled: Callable[[str], Crawl], lang: str) -> None:
    assert crawled(lang).dead == []
    assert crawled(lang).lost_anchors == []


@LANGS
def test_every_link_names_what_is_there(crawled: Callable[[str], Crawl], catalogue: Catalogue, lang: str) -> None:
    """Those too that were not opened, of which there are many of a kind."""
    aids = {aid.id for aid in catalogue.aids.values() if aid.parent is None}
    known = {
        "aides": aids,
        "resultats": aids,
        "pieces": catalogue.documents,
        "services": catalogue.roles,
        "lettres": catalogue.letters,
        "questions": catalogue.questions,
    }
    for address in crawled(lang).linked - crawled(lang).opened:
        _, _, kind, name = address.partition("?")[0].split("/")
        assert name in known[kind], address


@LANGS
def test_everything_we_know_can_be_found(crawled: Callable[[str], Crawl], catalogue: Catalogue, lang: str) -> None:
    wanted = {
        *(f"/{lang}/{need}" for need in catalogue.open_needs),
        *(f"/{lang}/aides/{aid.id}" for aid in catalogue.aids.values() if aid.parent is None),
        *(f"/{lang}/pieces/{paper}" for paper in catalogue.documents),
        *(f"/{lang}/services/{role}" for role in catalogue.roles),
        *(f"/{lang}/{page}" for page in ("urgence", "accessibilite", "mentions-legales", "donnees-personnelles")),
        *(f"/{lang}/{page}" for page in ("plan-du-site", "effacer", "resultats/imprimer", "reponses", "une-page")),
        f"/{lang}/situations",
    }
    assert wanted - crawled(lang).linked == set()


@LANGS
def test_the_language_switch_keeps_the_page(crawled: Callable[[str], Crawl], lang: str) -> None:
    others = [other for other in LANGUAGES if other != lang]
    for address, page in crawled(lang).pages.items():
        switch = switches(page)
        assert list(switch) == others
        if address != f"/{lang}/questions":  # leads elsewhere
            assert switch == {other: f"/{other}" + address.removeprefix(f"/{lang}") for other in others}, address


@LANGS
def test_a_page_of_the_library_needs_no_cookie(app, catalogue: Catalogue, lang: str) -> None:
    client: FlaskClient = app.test_client(use_cookies=False)
    pages = ("", "situations", "urgence", "aides", "pieces", "services", "effacer", "plan-du-site")
    for address in (*pages, *catalogue.open_needs):
        assert client.get(f"/{lang}/{address}").status_code == 200
