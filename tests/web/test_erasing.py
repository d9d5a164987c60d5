"""« Effacer mes réponses »: on every page, and nothing is left."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.sampled import Swept
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
    assert response.headers["Clear-Site-Data"] == '"storage", "cache"', "never the cookies of the whole domain"
    assert visitor.client.get_cookie("guide") is None
    for path in ("questions", "reponses", "resultats", "resultats/imprimer"):
        assert visitor.go(f"/fr/{path}").status == 410
    assert visitor.go("/fr/").form.data.get("besoins") is None


def test_to_ask_is_not_to_erase(visitor: Visitor) -> None:
    visitor.go("/fr/effacer")
    visitor.go("/fr/efface")
    assert visitor.go("/fr/resultats").status == 200


def test_a_forged_form_erases_nothing(visitor: Visitor) -> None:
    visitor.send({"csrf_token": "faux"}, "/fr/effacer")
    assert visitor.go("/fr/resultats").status == 200


def test_erasing_twice_does_no_harm(visitor: Visitor) -> None:
    form = visitor.go("/fr/effacer").form
    visitor.send(form.data)
    again = visitor.send(form.data, "/fr/effacer")
    assert (again.status, again.path) == (200, "/fr/efface"), "what was wanted is so already"
    assert visitor.go("/fr/effacer").links("go") == ["/fr/"]


@pytest.mark.parametrize("end", ["/fr/effacer", "/fr/quitter"])
def test_erasing_what_is_gone_already_says_so(visitor: Visitor, end: str) -> None:
    """Whichever way it went, and however often: never that cookies are refused."""
    form = visitor.go("/fr/effacer").form
    visitor.client.post(end, data=form.data)
    for _ in range(2):
        again = visitor.send(form.data, "/fr/effacer")
        assert (again.status, again.path) == (200, "/fr/efface")
    visitor.client.delete_cookie("guide-efface")
    assert visitor.send(form.data, "/fr/effacer").path == "/fr/efface"


@pytest.mark.parametrize(
    ("headers", "ours"),
    [
        ({}, True),  # a browser of before 2020
        ({"Sec-Fetch-Site": "same-origin", "Origin": "http://localhost"}, True),
        ({"Sec-Fetch-Site": "none"}, True),
        ({"Origin": "http://localhost"}, True),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "same-site"}, False),  # another site of the same domain
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"}, False),
        ({"Origin": "https://evil.example"}, False),
        ({"Origin": "https://localhost"}, False),
        ({"Origin": "http://localhost:81"}, False),
        ({"Origin": "null"}, False),
        ({"Origin": "http://[localhost"}, False),
    ],
)
def test_only_a_page_of_this_site_leaves_and_erases(visitor: Visitor, headers: dict[str, str], ours: bool) -> None:
    """A form of another site goes where it wanted to go, and changes nothing here."""
    response = visitor.client.post("/fr/quitter", headers=headers)
    assert (response.status_code, response.headers["Location"]) == (303, "https://www.service-public.fr/")
    assert response.headers.get("Clear-Site-Data") == ('"storage", "cache"' if ours else None)
    assert bool(response.headers.getlist("Set-Cookie")) is ours
    assert (visitor.go("/fr/resultats").status == 200) is not ours


def test_behind_a_proxy_that_ends_tls_a_page_of_this_site_leaves_and_erases(public_app: Flask) -> None:
    """The scheme seen here is not the visitor's: the address of the settings is compared."""
    client = public_app.test_client()
    client.get("/fr/")
    for origin, taken in (("http://guide.example", False), ("https://guide.example", True)):
        client.post("/fr/quitter", headers={"Origin": origin})
        assert (client.get_cookie("__Host-guide", "guide.example") is None) is taken


def test_every_page_offers_it(crawled: Callable[[str], Crawl], swept: Swept) -> None:
    pages = {address: page for address, page in crawled("fr").pages.items() if not address.endswith(OWN_PAGES)}
    assert len(pages) > (100 if swept.whole else 40)
    without = [
        address for address, page in pages.items() if "/fr/effacer" not in [link.get("href") for link in page.iter("a")]
    ]
    assert without == []
