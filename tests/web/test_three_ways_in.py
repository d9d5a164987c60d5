"""One asks, a professional proposes, a judge decides: each page says which, and nobody is told to ask a judge."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from flask import Flask

from app import HERE, create_app
from engine.rules.truth import Answers
from tests.load.weights import visitor
from tests.paper.documents import squeezed, text_of
from tests.web.page import parse
from tests.web.words import words_of
from web.settings import LOOPBACK_HOSTS, Settings

ARGUING: Answers = {
    "danger": frozenset({"non"}), "pour_qui": "moi", "age": 40, "commune": "74010",
    "demande_enfance": frozenset({"education"}), "ages_enfants": frozenset({"de-11-a-17"}), "mesure_juge": False,
    "difficultes_famille": frozenset({"education"}),
}  # fmt: skip
CHILDLESS: Answers = {**ARGUING, "ages_enfants": frozenset({"aucun"})}
STEP = "premier_pas:\n  - {texte: Appelez le service social du secteur.}\n"
JUDGE, PROFESSIONAL = "Un juge décide", "Parlez-en à un travailleur social"
Site = Callable[[str], Flask]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The real site, but the door to help at home is opened by others, and no first step is written."""

    @lru_cache(maxsize=4)
    def build(line: str) -> Flask:
        content = tmp_path_factory.mktemp("content") / "questionnaires"
        shutil.copytree(HERE / "questionnaires", content)
        file: Path = content / "aides/enfance/aed.yaml"
        lines = [text for text in file.read_text("utf-8").replace(STEP, "").splitlines() if not text.startswith("qui:")]
        file.write_text("\n".join([*lines, line, ""]), "utf-8")
        return create_app(Settings(local=True, keys=(Fernet.generate_key(),), hosts=LOOPBACK_HOSTS), content)

    return build


def said(app: Flask, path: str, answers: Answers = ARGUING) -> str:
    answer = visitor(app, ("enfance",), answers).get(f"/fr/{path}")
    return text_of(answer.data) if answer.mimetype == "application/pdf" else words_of(parse(answer.text))


@pytest.mark.parametrize(
    ("line", "act"),
    [
        ("qui: [famille, professionnel]", "Commencez par demander"),
        ("qui: [professionnel]", PROFESSIONAL),
        ("qui: [juge]", JUDGE),
    ],
)
def test_the_sentence_to_act_on_says_who_begins(site: Site, line: str, act: str) -> None:
    page = visitor(site(line), ("enfance",), ARGUING).get("/fr/resultats").text
    assert words_of(next(parse(page).iter("h1"))).startswith(act)


@pytest.mark.parametrize("path", ["resultats", "resultats/imprimer", "resultats/liste.pdf"])
def test_nobody_is_told_to_ask_for_what_a_judge_decides(site: Site, path: str) -> None:
    told, asked = (squeezed(said(site(f"qui: [{who}]"), path)) for who in ("juge", "famille, professionnel"))
    ask = [squeezed(words) for words in ("par demander", "faut demander", "En premier")]
    assert squeezed(JUDGE) in told
    assert [words for words in ask if words in told] == []
    assert [words for words in ask if words in asked]
    assert squeezed(JUDGE) not in asked


def test_one_may_ask_all_the_same_but_not_for_what_a_judge_decides(site: Site) -> None:
    told, asked = (said(site(f"qui: [{who}]"), "resultats", CHILDLESS) for who in ("juge", "famille, professionnel"))
    assert "demander quand même" not in told
    assert "Un juge décide." in told
    assert "demander quand même" in asked


@pytest.mark.parametrize("path", ["aides/aed", "resultats/aed"])
@pytest.mark.parametrize(
    ("who", "words"),
    [("juge", ["Un juge décide."]), ("professionnel", ["Un professionnel propose cette aide."]), ("famille", [])],
)
def test_the_page_of_the_aid_says_who_begins(site: Site, path: str, who: str, words: list[str]) -> None:
    told = said(site(f"qui: [{who}]"), path)
    assert [item for item in ("Un juge décide.", "Un professionnel propose cette aide.") if item in told] == words


def test_what_one_is_only_told_of_is_proposed_by_nobody(site: Site) -> None:
    """A professional or a judge settles it, and nobody offers it: what the parents pay, where the child lives."""
    told = said(site("qui: [professionnel, juge]"), "aides/mecs")
    assert "Cela ne se demande pas. Un travailleur social peut l’expliquer." in told
    assert "propose cette aide" not in told
