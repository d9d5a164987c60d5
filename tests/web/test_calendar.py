"""What comes when, in a calendar: one note that any of them takes in, without a word on the person."""

from flask.testing import FlaskClient

from tests.content.people import personas
from tests.web.journeys import Visitor

SIMONE = next(persona for persona in personas() if persona.name.startswith("Simone"))


def saved(client: FlaskClient) -> bytes:
    visitor = Visitor(client)
    visitor.play(list(SIMONE.needs), {**SIMONE.sheet, "commune": "Annecy"})
    response = client.get("/fr/resultats/agenda.ics")
    assert (response.status_code, response.mimetype) == (200, "text/calendar")
    return response.data


def test_it_says_what_to_do_and_by_when(client: FlaskClient) -> None:
    whole = saved(client).replace(b"\r\n ", b"").decode()
    lines = dict(line.split(":", 1) for line in whole.splitlines())
    assert lines["SUMMARY"] == r"Demandez le dossier à la mairie\, dès l’entrée."
    assert "dans les 2 mois après l’entrée" in lines["DESCRIPTION"].replace("\\,", ",")
    assert whole.count("BEGIN:VEVENT") == whole.count("END:VEVENT") == 1


def test_its_lines_are_short_and_end_as_the_standard_wants(client: FlaskClient) -> None:
    lines = saved(client).split(b"\r\n")
    assert lines[-1] == b""
    assert max(map(len, lines)) <= 75
    assert not [line for line in lines if b"\n" in line]


def test_it_tells_nothing_of_the_person(client: FlaskClient) -> None:
    whole = saved(client).replace(b"\r\n ", b"").decode()
    assert not [word for word in ("88", "Annecy", "GIR 2", "74010") if word in whole]
