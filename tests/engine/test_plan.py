"""A result put in the order of someone who helps: what to ask for first, if it is no, and next."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.case.case import Case
from engine.case.plan import Act, Plan, Turn
from engine.content.answers import Written, read_answers
from engine.content.catalogue import Catalogue
from engine.content.problems import ContentError
from tests.engine.small import CARD, DAY, HOME, MONEY, load

BOTH = ("logis", "argent")
Sheet = dict[str, Written]
TENANT: Sheet = {"danger": "non", "souhait": ["toit", "argent"], "age": "30", "locataire": "oui", "revenus": "900"}
HOME_FILE, MONEY_FILE, CARD_FILE = "aides/1/toit.yaml", "aides/2/secours.yaml", "aides/3/carte.yaml"


def plan(catalogue: Catalogue, written: Sheet, needs: tuple[str, ...] = BOTH) -> Plan:
    return Plan(Case(catalogue, needs, read_answers(catalogue, written), DAY))


def turns(found: Plan) -> list[tuple[str, Turn, list[str]]]:
    return [(item.aid.id, item.turn, [aid.id for aid in item.others]) for item in found.aids]


def test_what_is_asked_for_comes_first_and_what_one_is_told_last(catalogue: Catalogue) -> None:
    assert [name for name, _, _ in turns(plan(catalogue, TENANT))] == ["secours", "toit", "accueil"]
    assert [turn for _, turn, _ in turns(plan(catalogue, TENANT))] == [Turn.FIRST, Turn.ALSO, Turn.ALSO]


def test_a_likely_aid_comes_before_a_possible_one(catalogue: Catalogue) -> None:
    unsure = {fact: answer for fact, answer in TENANT.items() if fact != "revenus"} | {"revenus": "nsp"}
    found = plan(catalogue, unsure)
    assert [(item.aid.id, str(item.card.assessment.verdict)) for item in found.aids[:2]] == [
        ("toit", "probable"),
        ("accueil", "probable"),
    ]


def test_what_is_surely_looked_for_comes_before_what_may_be(tmp_path: Path) -> None:
    """Even where more of it is left to find out."""
    guide = load(tmp_path, {MONEY_FILE: MONEY.replace('"argent"', '"argent" and bail == "signe"', 1)})
    found = plan(guide, {**TENANT, "age": "nsp", "bail": "nsp"})
    asked = [(item.aid.id, str(item.card.assessment.verdict)) for item in found.aids if item.aid.id != "accueil"]
    assert asked == [("toit", "a-verifier"), ("secours", "a-verifier")]


def test_a_fallback_waits_for_a_refusal(tmp_path: Path) -> None:
    guide = load(tmp_path, {MONEY_FILE: MONEY + "si_refus_de: [toit]\n"})
    assert turns(plan(guide, TENANT))[:3] == [
        ("toit", Turn.FIRST, []),
        ("accueil", Turn.ALSO, []),
        ("secours", Turn.FALLBACK, ["toit"]),
    ]
    alone = turns(plan(guide, {**TENANT, "souhait": ["argent"]}, ("argent",)))
    assert alone == [("secours", Turn.FIRST, [])], "of what is not looked for, nobody waits"


def test_a_likely_fallback_does_not_wait_for_what_is_only_possible(tmp_path: Path) -> None:
    guide = load(tmp_path, {MONEY_FILE: MONEY + "si_refus_de: [toit]\n"})
    found = turns(plan(guide, {**TENANT, "locataire": "nsp"}))
    assert found[0] == ("secours", Turn.FIRST, [])


def test_what_follows_another_comes_next(tmp_path: Path) -> None:
    guide = load(tmp_path, {MONEY_FILE: MONEY + "apres: [toit]\n"})
    assert turns(plan(guide, TENANT))[-1] == ("secours", Turn.NEXT, ["toit"])


def test_of_two_that_exclude_each_other_the_one_that_yields_is_for_a_refusal(tmp_path: Path) -> None:
    guide = load(tmp_path, {MONEY_FILE: MONEY + "exclut: [{avec: toit, cede: oui, texte: L’un ou l’autre.}]\n"})
    assert turns(plan(guide, TENANT))[-1] == ("secours", Turn.FALLBACK, ["toit"])


def test_papers_and_place_are_those_of_the_first_step(tmp_path: Path) -> None:
    guide = load(tmp_path, {MONEY_FILE: MONEY + "si_refus_de: [toit]\n"})
    found = plan(guide, {**TENANT, "lieu": "74001"})
    assert [item.document.id for item in found.papers] == ["identite"]
    assert {item.document.id for item in found.more_papers} == {"contrat", "releve"}
    assert [stop.referral.role.id for stop in (found.place,) if stop] == ["maison"]
    assert [stop.referral.role.id for stop in found.more_places] == ["siege", "ecoute"]


def test_each_thing_to_come_stands_at_its_time(catalogue: Catalogue) -> None:
    line = plan(catalogue, {**TENANT, "souhait": ["toit"], "bail": "signe"}).line
    assert [(stage, [clock.deadline.written.text for clock in clocks]) for stage, clocks in line] == [
        ("maintenant", ["Avant la fin du bail."]),
        ("a-la-demande", ["Deux mois pour contester."]),
    ]


SIGNED: Sheet = {**TENANT, "souhait": ["toit"], "bail": "signe"}
UNSIGNED: Sheet = {**SIGNED, "bail": "promis"}
NOW = [f"  - {{texte: {text}, qui: vous, quand: maintenant}}\n" for text in ("Un.", "Deux.", "Trois.", "Quatre.")]
LATER = "  - {texte: Cinq., qui: vous, quand: renouvellement}\n  - {texte: Six., qui: vous, quand: renouvellement}\n"


def told(found: Plan) -> list[tuple[str, list[str], list[str]]]:
    return [
        (moment.stage, *([clock.deadline.written.text for clock in clocks] for clocks in (moment.told, moment.folded)))
        for moment in found.moments
    ]


def test_what_is_said_on_top_is_not_said_again_at_its_time(catalogue: Catalogue) -> None:
    found = plan(catalogue, SIGNED)
    assert found.running
    assert found.running.deadline.written.text == "Avant la fin du bail."
    assert told(found) == [("a-la-demande", ["Deux mois pour contester."], [])]


def test_one_thing_a_time_is_told_and_two_of_what_runs_already(tmp_path: Path) -> None:
    guide = load(tmp_path, {HOME_FILE: HOME.replace("delais:\n", "delais:\n" + "".join(NOW) + LATER)})
    assert told(plan(guide, UNSIGNED)) == [
        ("maintenant", ["Un.", "Deux."], ["Trois.", "Quatre."]),
        ("a-la-demande", ["Deux mois pour contester."], []),
        ("renouvellement", ["Cinq."], ["Six."]),
    ]


def test_a_deadline_tells_whose_it_is_unless_the_first_aid_has_it_too(tmp_path: Path) -> None:
    guide = load(tmp_path, {HOME_FILE: HOME.replace("delais:\n", "delais:\n" + LATER)})
    found = plan(guide, {**TENANT, "bail": "promis"})
    assert found.first
    assert found.first.aid.id == "secours"
    clocks = [(clock.deadline.written.text, found.of_another(clock)) for _, clocks in found.line for clock in clocks]
    assert clocks == [("Deux mois pour contester.", False), ("Cinq.", True), ("Six.", True)]


def test_what_is_of_the_first_aid_comes_before_what_is_of_another(tmp_path: Path) -> None:
    mine = LATER.replace("Cinq.", "Sept.").replace("Six.", "Huit.")
    contest = "delais: [{texte: Deux mois pour contester., qui: vous}]\n"
    files = {
        HOME_FILE: HOME.replace("delais:\n", f"delais:\n{LATER}"),
        MONEY_FILE: MONEY.replace(contest, f"delais:\n{mine}"),
    }
    assert mine in files[MONEY_FILE]
    found = plan(load(tmp_path, files), UNSIGNED | {"souhait": ["toit", "argent"]})
    assert found.first
    assert found.first.aid.id == "secours"
    assert told(found)[-1] == ("renouvellement", ["Sept."], ["Huit.", "Cinq.", "Six."])


def test_all_that_presses_is_told(tmp_path: Path) -> None:
    pressing = "".join(NOW).replace("quand: maintenant", "quand: maintenant, urgent: oui")
    guide = load(tmp_path, {HOME_FILE: HOME.replace("delais:\n", "delais:\n" + pressing)})
    assert told(plan(guide, UNSIGNED))[0] == ("maintenant", ["Deux.", "Trois.", "Quatre."], [])


@pytest.mark.parametrize(("months", "first"), [("", "toit"), (", mois: 1", "toit"), (", mois: 3", "secours")])
def test_the_aid_whose_time_is_shortest_comes_first(tmp_path: Path, months: str, first: str) -> None:
    pressing = "{texte: Écrivez., qui: vous, quand: maintenant, urgent: oui, mois: 2}"
    guide = load(
        tmp_path,
        {
            HOME_FILE: HOME.replace("urgent: oui", f"urgent: oui{months}"),
            MONEY_FILE: MONEY.replace("{texte: Deux mois pour contester., qui: vous}", pressing),
        },
    )
    assert turns(plan(guide, {**TENANT, "bail": "signe"}))[0][0] == first


def test_what_would_change_the_result_is_named_with_the_aids_it_moves(catalogue: Catalogue) -> None:
    found = plan(catalogue, {**TENANT, "souhait": ["toit", "carte"], "age": "59", "locataire": "nsp"})
    moved = {change.fact: (change.known, [aid.id for aid in change.aids]) for change in found.changes}
    assert moved == {"locataire": (False, ["toit"]), "age": (True, ["carte"])}


def test_the_first_step_is_the_first_that_fits(tmp_path: Path) -> None:
    steps = 'premier_pas:\n  - {texte: Signez., si: bail == "promis"}\n  - {texte: Demandez un toit.}\n'
    guide = load(tmp_path, {HOME_FILE: HOME.replace("nature: aide", steps + "nature: aide")})
    wanted: Sheet = {**TENANT, "souhait": ["toit"]}
    found = [plan(guide, wanted).first_step, plan(guide, {**wanted, "bail": "promis"}).first_step]
    assert [step.text for step in found if step] == ["Demandez un toit.", "Signez."]


def test_whoever_knows_nothing_reads_no_list_but_whom_to_talk_to(catalogue: Catalogue) -> None:
    found = plan(catalogue, {"danger": "non", "souhait": "nsp"}, ("argent",))
    assert (found.aids, found.act, found.papers, found.first_step) == ([], Act.TALK, [], None)
    assert found.place is not None


def test_an_answer_that_says_nothing_of_the_person_is_no_reason(catalogue: Catalogue) -> None:
    of_home = plan(catalogue, {**TENANT, "lieu": "74001"})
    [home] = [item for item in of_home.aids if item.aid.id == "toit"]
    assert of_home.reasons(home) == ("age", "locataire")
    of_money = plan(catalogue, TENANT)
    [money] = [item for item in of_money.aids if item.aid.id == "secours"]
    assert of_money.reasons(money) == (), "an income is sensitive"


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("si_refus_de: [chateau]", "« chateau » n’existe pas"),
        ("apres: [carte]", "« carte » et « carte » s’attendent l’une l’autre"),
        ("nom_court: Une carte dont le nom est trop long", "« nom_court » a 35 signes : 30 au plus"),
    ],
)
def test_a_wrong_place_in_the_plan_stops_the_start(tmp_path: Path, line: str, fault: str) -> None:
    with pytest.raises(ContentError, match=fault):
        load(tmp_path, {CARD_FILE: CARD + line + "\n"})
