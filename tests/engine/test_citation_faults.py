"""A citation beyond the end of its text, or that runs backwards, stops the loading, wherever it stands."""

from pathlib import Path

import pytest

from tests.engine.conftest import Faults
from tests.engine.essay import AID


@pytest.mark.parametrize(
    ("added", "message"),
    [
        ("duree: [{texte: Un an., source: {lignes: 31661}}]", "la ligne 31661 n’existe pas : « rdas-2023 » finit à la ligne 31660."),
        ("duree: [{texte: Un an., source: {lignes: 12-10}}]", "les lignes « 12-10 » ne se suivent pas."),
        (
            "duree: [{texte: Un an., source: {texte: charte-cooperation, lignes: 1-213}}]",
            "la ligne 213 n’existe pas : « charte-cooperation » finit à la ligne 212.",
        ),
        (
            "postes: [{id: essai-poste, nom: P, en_bref: P., source: {lignes: 40000}}]",
            "la ligne 40000 n’existe pas : « rdas-2023 » finit à la ligne 31660.",
        ),
        (
            "pour_agent: [{texte: Rien., sources: [{lignes: 40000}]}]",
            "la ligne 40000 n’existe pas : « rdas-2023 » finit à la ligne 31660.",
        ),
    ],
)  # fmt: skip
def test_a_citation_that_points_nowhere(content: Path, faults: Faults, added: str, message: str) -> None:
    (content / "aides/essai.yaml").write_text(f"{AID}{added}\n", "utf-8")
    assert faults() == [f"aides/essai.yaml, ligne 7 : {message}"]


def test_the_last_line_may_be_cited(content: Path, faults: Faults) -> None:
    (content / "aides/essai.yaml").write_text(f"{AID}duree: [{{texte: Un an., source: {{lignes: 31660}}}}]\n", "utf-8")
    with pytest.raises(pytest.fail.Exception, match="DID NOT RAISE"):
        faults()


def test_papers_and_shared_rules_are_held_to_it_too(content: Path, faults: Faults) -> None:
    paper = "- {id: essai-papier, nom: Essai, source: {texte: rdas-2023, lignes: 40000}}\n"
    (content / "pieces/essai.yaml").write_text(paper, "utf-8")
    shared = "id: essai\nnom: Essai\nsource: {texte: rdas-2023, lignes: 0-3}\n"
    (content / "regles/essai.yaml").write_text(shared, "utf-8")
    assert faults() == [
        "pieces/essai.yaml, ligne 1 : la ligne 40000 n’existe pas : « rdas-2023 » finit à la ligne 31660.",
        "regles/essai.yaml, ligne 3 : les lignes « 0-3 » ne se suivent pas.",
    ]
