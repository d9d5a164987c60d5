"""« Effacer mes réponses »: on every page, and nothing is left."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from tests.web.crawl import Crawl
from tests.web.journeys import Visitor

# Pages that offer to erase already, or that follow it.
OWN_PAGES = ("effacer", "efface")


@pytest.fixture
def visitor(client: FlaskClient) -> Visitor:
    visitor = Visitor(client)
    visitor.play(["logement"], {})
    return visitor


def test_it_erases_everything(visitor: Visitor) -> None:
    page = visitor.go("/fr/effacer")
    response = visitor.client.post("/fr/effacer", data=page.form.data)
    assert response.status_code == 303
    assert response.headers["Location"] == "/fr/efface"
    assert response.headers["Clear-Site-Data"] == '"storage", "cache"', "the cookie itself is overwritten"
    with visitor.client.session_transaction() as held:
        assert dict(held) == {"e": 1}, "no answer, no need, no token: only that they were erased"
    for path in ("questions", "reponses", "resultats", "resultats/imprimer"):
        assert visitor.go(f"/fr/{path}").status == 410
    assert visitor.go("/fr/").form.data.get("besoins") is None


def test_to_ask_is_not_to_erase(visitor: Visitor) -> None:
    visitor.go("/fr/effacer")
    visitor.go("/fr/efface")
    assert visitor.go("/fr/resultats").is_result


def test_a_forged_form_erases_nothing(visitor: Visitor) -> None:
    visitor.send({"csrf_token": "faux"}, "/fr/effacer")
    assert visitor.go("/fr/resultats").is_result


def test_erasing_twice_does_no_harm(visitor: Visitor) -> None:
    form = visitor.go("/fr/effacer").form
    visitor.send(form.data)
    again = visitor.send(form.data, "/fr/effacer")
    assert (again.status, again.path) == (200, "/fr/efface"), "what was wanted is so already"
    assert visitor.go("/fr/effacer").links("go") == ["/fr/"]


def test_every_page_offers_it(crawled: Callable[[str], Crawl]) -> None:
    pages = {address: page for address, page in crawled("fr").pages.items() if not address.endswith(OWN_PAGES)}
    assert len(pages) > 100
    without = [
        address for address, page in pages.items() if "/fr/effacer" not in [link.get("href") for link in page.iter("a")]
    ]
    assert without == []
