"""« de » before the name of a commune, as one says it."""

import re
import unicodedata

import pytest
from flask import Flask, g

from engine.content.catalogue import Catalogue
from web.words.elision import of


def said(app: Flask, name: str, lang: str = "fr") -> str:
    with app.test_request_context():
        g.lang = lang
        return of(name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Annemasse", "d’Annemasse"),
        ("Évian-les-Bains", "d’Évian-les-Bains"),
        ("Yvoire", "d’Yvoire"),
        ("Habère-Lullin", "d’Habère-Lullin"),
        ("Héry-sur-Alby", "d’Héry-sur-Alby"),
        ("Hauteville-sur-Fier", "de Hauteville-sur-Fier"),
        ("Cluses", "de Cluses"),
        ("La Clusaz", "de La Clusaz"),
        ("Le Grand-Bornand", "du Grand-Bornand"),
        ("Les Houches", "des Houches"),
    ],
)
def test_a_commune_is_named_after_de_as_one_says_it(app: Flask, name: str, expected: str) -> None:
    assert said(app, name) == expected


def test_every_commune_is_elided_before_a_vowel_and_only_there(app: Flask, catalogue: Catalogue) -> None:
    """The h one hears apart, which no letter tells."""
    heard_h = {"Hauteville-sur-Fier"}
    assert len(catalogue.communes) == 279
    for name in (commune.name for commune in catalogue.communes.values()):
        first = unicodedata.normalize("NFD", name)[0]
        elided = first in "AEIOUYH" and name not in heard_h
        assert said(app, name).startswith("d’") == elided, name
        assert not re.match(r"de (Les? |[AEIOUY])", said(app, name)), name


def test_english_says_of(app: Flask) -> None:
    assert said(app, "Annemasse", "en") == "of Annemasse"
    assert said(app, "Le Biot", "en") == "of Le Biot"
