"""No log holds an answer, whatever happens."""

import logging
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from engine.content.catalogue import Catalogue
from tests.web.journeys import Visitor
from web.pages.journey import current_case

PERSONA = {
    "age": "117",
    "commune": "Chamonix-Mont-Blanc",
    "ressources_mensuelles": "5765,43",
    "nationalite": "europeenne",
    "demande_autonomie": ["aide-domicile", "carte"],
}
# As typed, as kept, as shown.
SECRETS = [
    "117", "Chamonix", "74056", "5765", "5\u202f765", "europeenne", "aide-domicile", "Un pays de l",
]  # fmt: skip

# Times and numbers of processes, in whose digits an age may turn up by chance.
COUNTERS = {"created", "msecs", "relativeCreated", "thread", "process", "lineno"}


@pytest.fixture
def everything_said(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> Callable[[], str]:
    """All that was logged at any level and written to the terminal, tracebacks included."""
    caplog.set_level(logging.DEBUG)

    def read() -> str:
        written = capfd.readouterr()
        records = (
            str({key: value for key, value in vars(record).items() if key not in COUNTERS}) for record in caplog.records
        )
        return "\n".join([caplog.text, *records, written.out, written.err])

    return read


def answered(site: Flask, catalogue: Catalogue) -> Visitor:
    """Someone who has answered it all, looked at every page of their own, and made mistakes."""
    visitor = Visitor(site.test_client())
    visitor.play(catalogue.open_needs, PERSONA)
    assert set(PERSONA) <= set(visitor.asked)
    for path in ("resultats", "resultats/imprimer", "reponses", "questions/age", "urgence"):
        visitor.go(f"/fr/{path}")
    form = visitor.go("/fr/questions/ressources_mensuelles").form
    assert visitor.send({**form.data, "answer": "5765,43 francs"}).status == 422
    visitor.client.post("/fr/questions/commune", data={"answer": "Chamonix-Mont-Blanc"})
    visitor.client.post("/fr/une-page?besoins=autonomie", data={"age": "117", "commune": "Chamonix-Mont-Blanc"})
    visitor.client.put("/fr/questions/age", data={"answer": "117"})
    return visitor


def check(said: str, visitor: Visitor) -> None:
    cookie = visitor.client.get_cookie("guide")
    assert cookie
    for secret in [*SECRETS, cookie.value, cookie.value[20:60]]:
        assert secret not in said


def test_a_whole_journey(
    make_app: Callable[..., Flask], catalogue: Catalogue, everything_said: Callable[[], str]
) -> None:
    check(everything_said(), answered(make_app(), catalogue))


def test_an_error_in_a_view_that_holds_answers(
    make_app: Callable[..., Flask], catalogue: Catalogue, everything_said: Callable[[], str]
) -> None:
    """The place is said, so that it can be mended; what was in the variables is not."""
    site = make_app()

    @site.get("/fr/panne")
    def broken() -> str:
        answers = current_case().answers
        raise ValueError(f"{answers} {PERSONA}")

    visitor = answered(site, catalogue)
    assert FlaskClient.open(visitor.client, "/fr/panne").status_code == 500
    said = everything_said()
    check(said, visitor)
    assert "ValueError at" in said
    assert "test_logs.py" in said


def test_an_error_that_breaks_the_error_page_too(
    make_app: Callable[..., Flask], catalogue: Catalogue, everything_said: Callable[[], str]
) -> None:
    site = make_app()
    visitor = answered(site, catalogue)

    def broken(name: str) -> str:
        raise ValueError(f"{current_case().answers} {PERSONA}")

    site.jinja_env.globals["asset"] = broken
    assert FlaskClient.open(visitor.client, "/fr/resultats").status_code == 500
    said = everything_said()
    check(said, visitor)
    assert "ValueError at" in said
