"""What the person already has: no new request, its own steps; and what it cannot go with is never called likely."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.case.assessment import Verdict
from engine.case.case import Case
from engine.case.result import Result
from engine.content.answers import Written, read_answers
from engine.content.catalogue import Catalogue
from tests.engine.small import CARD, DAY, HOME, MONEY, NUMBERS, QUESTIONS, load

BOTH = ("logis", "argent")
Sheet = dict[str, Written]
ANYONE: Sheet = {
    "danger": "non",
    "souhait": ["toit", "argent"],
    "age": "30",
    "locataire": "oui",
    "bail": "promis",
    "revenus": "900",
}
RECEIVED = """- id: percu
  type: choix-multiple
  texte: Que recevez-vous ?
  court: Reçu
  options: [{id: toit, texte: Un toit}, {id: rente, texte: Une rente}, {id: rien, texte: Rien, exclusif: oui}]
  nsp: {qui: La banque.}
"""
PERCU = "  - {id: percu, type: choix-multiple, reponses: [toit, rente, rien]}\n"
FURNITURE = '    concerne: souhait has "meubles"\n'
HELD_HOME = """deja:
  si: percu has "toit"
  etapes: [{texte: Écrivez pour changer de toit.}, {texte: Dites la rente., si: percu has "rente"}]
  pieces: [releve]
exclut:
  - {avec: secours, texte: Ni secours ni toit à la fois.}
  - {si: percu has "rente", texte: La rente ne va pas avec le toit.}
"""


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The small catalogue, in which the home can be held already, and money gives way to it."""
    home = HOME.replace("delais:", HELD_HOME + "delais:\n  - {texte: Tous les ans., qui: vous, quand: renouvellement}")
    money = MONEY + "exclut: [{avec: toit, texte: Pas avec le toit., cede: oui}]\n"
    files = {
        "questions/toutes.yaml": RECEIVED + QUESTIONS,
        "numeros.yaml": NUMBERS + PERCU,
        "aides/1/toit.yaml": home,
        "aides/2/secours.yaml": money,
    }
    return load(tmp_path_factory.mktemp("held"), files)


def case(catalogue: Catalogue, written: Sheet, needs: tuple[str, ...] = BOTH) -> Case:
    return Case(catalogue, needs, read_answers(catalogue, written), DAY)


def verdicts(found: Case) -> dict[str, str]:
    return {item.aid.id: str(item.verdict) for item in found.assessments}


def test_what_one_already_has_is_not_asked_for_again(guide: Catalogue) -> None:
    found = case(guide, {**ANYONE, "percu": ["toit"]})
    assert verdicts(found)["toit"] == "deja-recue"
    papers = {item.document.id for item in found.checklist.documents}
    assert papers == {"releve", "identite"}, "of the home, only what changing it asks for"
    served = {item.document.id: [aid.id for aid in item.aids] for item in found.checklist.documents}
    assert served["identite"] == ["secours"]
    assert [clock.deadline.written.text for clock in found.checklist.clocks if clock.aid.id == "toit"] == [
        "Tous les ans."
    ]
    result = Result(found)
    assert [card.aid.id for card in result.held] == ["toit"]
    assert [item.written.text for item in result.to_do(guide.aids["toit"])] == ["Écrivez pour changer de toit."]


def test_what_one_has_is_asked_for_before_it_is_called_likely(guide: Catalogue) -> None:
    found = case(guide, {"danger": "non", "souhait": ["toit"], "age": "30", "locataire": "oui"})
    assert "percu" in found.path.pending
    assert verdicts(found)["toit"] == "a-verifier"
    assert verdicts(case(guide, {**ANYONE, "percu": ["rien"]}))["toit"] == "probable"


def test_a_home_held_settles_what_only_a_new_request_would_ask(guide: Catalogue) -> None:
    found = case(guide, {"danger": "non", "souhait": ["toit"], "percu": ["toit"]}, ("logis",))
    assert set(found.path.pending) == {"lieu"}, "neither the age nor the lease: it is there already"


def test_a_no_never_hides_what_one_has(tmp_path: Path) -> None:
    """A condition that fails does not close a later question: an answer given to it before would be dropped."""
    files = {
        "questions/toutes.yaml": QUESTIONS + RECEIVED,
        "numeros.yaml": NUMBERS + PERCU,
        "aides/1/toit.yaml": HOME + HELD_HOME.removesuffix("delais:\n"),
    }
    late = load(tmp_path, files)
    found = case(late, {**ANYONE, "souhait": ["toit"], "age": "17", "percu": ["toit"]}, ("logis",))
    assert (verdicts(found)["toit"], "percu" in found.path.asked) == ("deja-recue", True)


@pytest.mark.parametrize(
    ("percu", "toit", "secours"),
    [
        (["rien"], "probable", "a-verifier"),
        (["toit"], "deja-recue", "a-verifier"),
        (["rente"], "a-verifier", "a-verifier"),
        ("nsp", "a-verifier", "a-verifier"),
    ],
)
def test_two_that_exclude_each_other_are_never_both_likely(
    guide: Catalogue, percu: Written, toit: str, secours: str
) -> None:
    found = verdicts(case(guide, {**ANYONE, "percu": percu}))
    assert (found["toit"], found["secours"]) == (toit, secours)


def test_the_one_that_gives_way_is_likely_once_the_other_is_out(guide: Catalogue) -> None:
    found = case(guide, {**ANYONE, "percu": ["rien"], "age": "17"})
    assert (verdicts(found)["toit"], verdicts(found)["secours"]) == ("peu-probable", "probable")


def test_what_stands_against_an_aid_is_said(guide: Catalogue) -> None:
    by_id = {item.aid.id: item for item in case(guide, {**ANYONE, "percu": ["rente"]}).assessments}
    assert [entry.written.text for entry in by_id["toit"].against] == ["La rente ne va pas avec le toit."]
    assert [entry.written.text for entry in by_id["secours"].against] == ["Pas avec le toit."]
    assert by_id["toit"].open == ()


def test_where_nobody_gives_way_neither_is_likely(tmp_path: Path) -> None:
    files = {"aides/1/toit.yaml": HOME + "exclut: [{avec: secours, texte: L’un ou l’autre.}]\n"}
    found = verdicts(case(load(tmp_path, files), ANYONE))
    assert (found["toit"], found["secours"]) == ("a-verifier", "a-verifier")


def test_an_exclusion_written_on_one_side_holds_on_both(tmp_path: Path) -> None:
    files = {"aides/2/secours.yaml": MONEY + "exclut: [{avec: toit, cede: oui, texte: L’un ou l’autre.}]\n"}
    catalogue = load(tmp_path, files)
    sides = {name: [entry.written.other for entry in catalogue.aids[name].exclusions] for name in ("toit", "secours")}
    assert sides == {"toit": ["secours"], "secours": ["toit"]}
    assert [entry.source.lines for entry in catalogue.aids["toit"].exclusions] == ["30"], "cited where it is written"
    assert [entry.second for entry in catalogue.aids["toit"].exclusions] == [False]


def test_a_form_of_what_one_has_does_not_ask_for_it_again(guide: Catalogue) -> None:
    """Whoever has the home has met its conditions: only those of the furniture are left."""
    wanted: Sheet = {"danger": "non", "souhait": ["toit", "meubles"], "percu": ["toit"], "revenus": "900"}
    found = case(guide, wanted, ("logis",))
    assert verdicts(found)["toit-meubles"] == "probable"
    assert "age" not in found.path.pending


def test_a_form_that_is_used_up_with_the_whole_is_not_offered_again(tmp_path: Path) -> None:
    """A form that says itself when one has it is part of what was received, and no conditions are met for it."""
    own = f'    deja: {{si: percu has "toit"}}\n{FURNITURE}'
    home = HOME.replace("delais:", HELD_HOME + "delais:").replace(FURNITURE, own)
    guide = load(
        tmp_path,
        {
            "questions/toutes.yaml": RECEIVED + QUESTIONS,
            "numeros.yaml": NUMBERS + PERCU,
            "aides/1/toit.yaml": home,
        },
    )
    wanted: Sheet = {"danger": "non", "souhait": ["toit", "meubles"], "percu": ["toit"], "revenus": "900"}
    assert verdicts(case(guide, wanted, ("logis",)))["toit-meubles"] == "deja-recue"
    assert (
        verdicts(case(guide, {**wanted, "age": "3", "percu": ["rien"]}, ("logis",)))["toit-meubles"] == "peu-probable"
    )
    assert [item.rule.text for item in guide.aids["toit-meubles"].conditions[:-1]] == [
        item.rule.text for item in guide.aids["toit"].conditions
    ]


@pytest.mark.parametrize(
    ("percu", "verdict"), [(["toit"], "deja-recue"), (["rien"], "non-concerne"), ("nsp", "non-concerne")]
)
def test_a_closed_aid_is_shown_only_to_whoever_has_it(tmp_path: Path, percu: Written, verdict: str) -> None:
    files = {
        "questions/toutes.yaml": RECEIVED + QUESTIONS,
        "numeros.yaml": NUMBERS + PERCU,
        "aides/3/carte.yaml": CARD + 'fermee: oui\ndeja: {si: percu has "toit"}\n',
    }
    catalogue = load(tmp_path, files)
    found = case(catalogue, {**ANYONE, "souhait": ["carte"], "percu": percu}, ("argent",))
    assert verdicts(found)["carte"] == verdict
    asked = case(catalogue, {"danger": "non", "souhait": ["carte"]}, ("argent",))
    assert asked.path.pending == ("percu",), "nothing else can make it worth showing"


def test_an_aid_that_fits_is_named_though_nobody_asked_for_it(tmp_path: Path) -> None:
    catalogue = load(tmp_path, {"aides/3/carte.yaml": CARD + "aussi: age >= 80\n"})
    old: Sheet = {**ANYONE, "souhait": ["toit", "argent"], "age": "80"}
    assert [aid.id for aid in Result(case(catalogue, old)).elsewhere] == ["carte"]
    assert [aid.id for aid in Result(case(catalogue, old, ("logis",))).elsewhere] == ["carte"]
    assert Result(case(catalogue, {**old, "age": "79"})).elsewhere == []
    assert Result(case(catalogue, {**old, "lieu": "hors-74"})).elsewhere == [], "a condition is surely not met"


def test_verdicts_have_names() -> None:
    assert [str(verdict) for verdict in Verdict] == [
        "deja-recue",
        "probable",
        "a-verifier",
        "peu-probable",
        "non-concerne",
    ]


def test_of_what_one_has_one_asks_at_one_office_and_hands_in_nothing(guide: Catalogue) -> None:
    found = case(guide, {**ANYONE, "souhait": ["toit"], "percu": ["toit"], "lieu": "74001"}, ("logis",))
    told = {stop.referral.role.id: (stop.held, stop.submit) for stop in found.checklist.stops if stop.aids}
    assert told["siege"] == (True, False)
    assert "maison" not in told, "where a new request would be handed in"
    both = case(guide, {**ANYONE, "percu": ["toit"], "lieu": "74001"})
    assert [stop.held for stop in both.checklist.stops if stop.referral.role.id == "siege"] == [False]
