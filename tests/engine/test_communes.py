"""Communes by name or postcode, as people type them."""

import pytest

from engine.content.catalogue import Catalogue
from engine.content.communes import find_communes, plain


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Nordville", ["Nordville"]),
        ("  nORDVILLE ", ["Nordville"]),
        ("nord", ["Nordville"]),
        ("ville", ["Nordville", "Sudville"]),
        ("saint elan sur oeil", ["Saint-Élan-sur-Œil"]),
        ("St Elan", ["Saint-Élan-sur-Œil"]),
        ("lac en haut", ["Lac-en-Haut"]),
        ("lac", ["Lac-en-Haut"]),  # names that begin so go before those that hold it
        ("le lac", ["Le Lac"]),  # an exact name goes before the others
        ("74210", ["Sudville"]),
        ("74300", ["Lac-en-Haut", "Le Lac"]),
        ("75001", []),
        ("742", []),  # a piece of postcode is not one
        ("Paris", []),
        ("", []),
        (" - ", []),
    ],
)
def test_communes_that_fit(catalogue: Catalogue, typed: str, expected: list[str]) -> None:
    assert [commune.name for commune in find_communes(catalogue, typed).communes] == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sciez-sur-Léman", "sciez sur leman"),
        ("ST-GERVAIS", "Saint Gervais"),
        ("Ste Foy", "sainte-foy"),
        ("L’Œil", "l'oeil"),
    ],
)
def test_two_spellings_of_one_name(one: str, other: str) -> None:
    assert plain(one) == plain(other)


@pytest.mark.parametrize(
    ("typed", "sure"),
    [
        ("Nordville", True),
        ("74100", True),
        ("74300", False),
        ("lac", False),  # « Lac-en-Haut » tells itself from another « Lac »
        ("74300 lac", False),  # two of that postcode begin so, or hold it
        ("74300 Lac-en-Haut", True),
        ("Lac en Haut (74)", True),
        ("nord", False),
        ("ville", False),
        ("Nordvile", False),
        ("saint élan", False),
        ("74100 Sudville", False),  # the name and the postcode disagree
    ],
)
def test_only_what_leaves_no_doubt_is_taken(catalogue: Catalogue, typed: str, sure: bool) -> None:
    found = find_communes(catalogue, typed)
    assert found.matches
    assert (found.one is not None) is sure


@pytest.mark.parametrize("typed", ["Nordvlle", "Nordvillle", "Nordvolle", "Nrodville", "nordvill"])
def test_a_slip_of_the_pen_is_a_question(catalogue: Catalogue, typed: str) -> None:
    found = find_communes(catalogue, typed)
    assert [commune.name for commune in found.communes] == ["Nordville"]
    assert found.one is None
