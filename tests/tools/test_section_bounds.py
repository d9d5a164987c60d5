"""The fiches of a made-up règlement are told apart, and a table of contents that does not match its pages is refused."""

from __future__ import annotations

import pytest

from tools.section_bounds import Bounds, MismatchError, section_bounds

TEXT = [
    "**Extrait des Procès-Verbaux",
    "**n° CD-2030-0001**",
    "Le conseil adopte le règlement.",
    "",
    "# RÈGLEMENT DÉPARTEMENTAL D'AIDE SOCIALE",
    "",
    "## Livre 1 - Les arbres",
    "",
    "Fiche 1-1\tTravailleurs des vergers",
    "Fiche 1-2\tÉtablissements pour pommiers",
    "",
    "## Livre 2 – Les rivières",
    "Fiche 1-1\tPêche en étang",
    "",
    "RDAS Haute-Plaine - Livre 1",
    "# **Les arbres**",
    "# Travailleur du verger",
    "De 3 à 5 pommes.",
    "",
    "# Etablissement pour pommier",
    "Une échelle.",
    "## Une échelle n'est pas un titre de fiche",
    "RDAS Haute-Plaine - Livre 2",
    "# **Les rivières**",
    "",
    "# Pêche en étang",
    "Rien.",
    "",
    "",
    "RDAS Haute-Plaine - Livre 1",
    "# Formulaire",
    "RDAS Haute-Plaine - Livre 2",
    "# Carte",
    "Fin.",
    "",
    "**Extrait des Procès-Verbaux",
    "**n° CD-2030-0002**",
    "Autre chose.",
    "",
]


def test_each_fiche_ends_with_its_last_written_line() -> None:
    assert section_bounds(TEXT) == [
        Bounds("CD-2030-0001", 1, 3),
        Bounds("1/1-1", 17, 18),
        Bounds("1/1-2", 20, 22),
        Bounds("2/1-1", 26, 27),
        Bounds("1/annexe", 30, 31),
        Bounds("2/annexe", 32, 34),
        Bounds("CD-2030-0002", 36, 38),
    ]


def test_a_text_without_fiches_has_none() -> None:
    assert section_bounds(["# Un titre", "Une phrase.", ""]) == []


@pytest.mark.parametrize(
    ("line", "instead", "message"),
    [
        ("# Pêche en étang", "Pêche en étang", "1 fiches au sommaire, 0 titres"),
        ("# Pêche en étang", "# Chasse au bois", "« Pêche en étang » n’est pas le titre de la ligne 26"),
        ("Une échelle.", "# Une échelle.", "2 fiches au sommaire, 3 titres"),
        ("Fiche 1-1\tPêche en étang", "", "0 fiches au sommaire, 1 titres"),
    ],
)
def test_pages_that_do_not_match_the_table_of_contents_are_refused(line: str, instead: str, message: str) -> None:
    altered = [instead if text == line else text for text in TEXT]
    assert altered != TEXT
    with pytest.raises(MismatchError, match=message):
        section_bounds(altered)
