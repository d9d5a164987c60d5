"""Three ways in: one asks for an aid, a professional proposes it, a judge decides it."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.case.plan import Turn
from engine.content.entries import Way
from engine.content.problems import ContentError
from tests.engine.small import HOME, MONEY, load
from tests.engine.test_plan import HOME_FILE, MONEY_FILE, TENANT, plan

JUDGED, PROPOSED = MONEY + "qui: [juge]\n", MONEY + "qui: [professionnel, juge]\n"


@pytest.mark.parametrize(
    ("openers", "way"),
    [
        (None, Way.ASKED),
        ("soi-meme", Way.ASKED),
        ("famille, professionnel, juge", Way.ASKED),
        ("mineur", Way.ASKED),
        ("tout-le-monde, professionnel", Way.ASKED),
        ("professionnel", Way.PROPOSED),
        ("professionnel, juge", Way.PROPOSED),
        ("juge", Way.JUDGED),
    ],
)
def test_whoever_may_ask_asks(tmp_path: Path, openers: str | None, way: Way) -> None:
    guide = load(tmp_path, {MONEY_FILE: MONEY + (f"qui: [{openers}]\n" if openers else "")})
    assert guide.aids["secours"].way is way


def test_a_variant_is_opened_by_whom_its_parent_is(tmp_path: Path) -> None:
    guide = load(tmp_path, {HOME_FILE: HOME.replace("nature: aide", "qui: [juge]\nnature: aide")})
    assert guide.aids["toit-meubles"].way is Way.JUDGED
    own = HOME.replace("nature: aide", "qui: [juge]\nnature: aide") + "    qui: [famille]\n"
    assert load(tmp_path / "own", {HOME_FILE: own}).aids["toit-meubles"].way is Way.ASKED


@pytest.mark.parametrize("text", [PROPOSED, JUDGED])
def test_what_one_asks_for_comes_before_what_others_begin(tmp_path: Path, text: str) -> None:
    """The small catalogue puts `secours` first otherwise."""
    found = plan(load(tmp_path, {MONEY_FILE: text}), TENANT)
    assert [(item.aid.id, item.turn) for item in found.aids[:2]] == [("toit", Turn.FIRST), ("accueil", Turn.ALSO)]
    assert found.aids[-1].aid.id == "secours"


def test_a_judge_is_never_what_follows_a_refusal(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="« si_refus_de » ne mène pas à ce qu’un juge décide"):
        load(tmp_path, {MONEY_FILE: JUDGED + "si_refus_de: [toit]\n"})
    load(tmp_path / "other", {MONEY_FILE: PROPOSED + "si_refus_de: [toit]\n"})


def test_nobody_waits_for_a_judge_to_refuse(tmp_path: Path) -> None:
    exclusion = "exclut: [{avec: secours, cede: oui, texte: L’un ou l’autre.}]\n"
    found = {
        text: plan(load(tmp_path / str(number), {MONEY_FILE: text, HOME_FILE: exclusion + HOME}), TENANT)
        for number, text in enumerate((MONEY, JUDGED))
    }
    turns = {text: {item.aid.id: item.turn for item in made.aids} for text, made in found.items()}
    assert turns[MONEY]["toit"] is Turn.FALLBACK
    assert turns[JUDGED]["toit"] is Turn.ALSO


@pytest.mark.parametrize("step", ["Demandez la mesure.", "Faites une demande au juge."])
def test_nobody_begins_by_asking_for_what_a_judge_decides(tmp_path: Path, step: str) -> None:
    with pytest.raises(ContentError, match="un juge décide : ce premier pas ne dit pas de demander"):
        load(tmp_path, {MONEY_FILE: JUDGED + f"premier_pas: [{{texte: {step}}}]\n"})
    load(tmp_path / "read", {MONEY_FILE: JUDGED + "premier_pas: [{texte: Lisez la décision.}]\n"})
    load(tmp_path / "asked", {MONEY_FILE: MONEY + f"premier_pas: [{{texte: {step}}}]\n"})
