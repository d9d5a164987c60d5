"""Opening hours of two formats become French that is read aloud; what says more than hours is not guessed."""

import pytest

from tools.opening_hours import of_openstreetmap, of_the_administration


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Mo-Fr 09:00-17:00", "Du lundi au vendredi, 9 h – 17 h"),
        ("Mo-Fr 08:30-12:00,13:30-17:00", "Du lundi au vendredi, 8 h 30 – 12 h et 13 h 30 – 17 h"),
        ("Mo,We 09:00-12:00; Sa 10:00-12:00", "Lundi, mercredi, 9 h – 12 h ; samedi, 10 h – 12 h"),
        ("Mo-Fr 09:00-17:00; PH off", None),
        ("24/7", None),
        ("Mo-Fr 09:00+", None),
        ("sur rendez-vous", None),
        ("", None),
    ],
)
def test_those_of_openstreetmap(written: str, said: str | None) -> None:
    found = of_openstreetmap(written)
    assert (found.replace("\u00a0", " ") if found else found) == said


def test_those_of_the_administration() -> None:
    morning = {"nom_jour_debut": "Lundi", "nom_jour_fin": "Mardi", "valeur_heure_debut_1": "08:30:00", "valeur_heure_fin_1": "12:00:00"}  # fmt: skip
    visit = {"nom_jour_debut": "Jeudi", "nom_jour_fin": "Jeudi", "commentaire": "sur  rendez-vous"}
    found = of_the_administration([morning, visit, {"nom_jour_debut": ""}])
    assert found is not None
    assert found.replace("\u00a0", " ") == "Du lundi au mardi, 8 h 30 – 12 h ; jeudi (sur rendez-vous)"
    assert of_the_administration([]) is None
