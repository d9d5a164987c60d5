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
    assert [commune.name for commune in find_communes(catalogue, typed)] == expected


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
