"""What to take away: papers and costs merged over aids, stops, deadlines."""

from pathlib import Path

from engine.case.assessment import assess_all
from engine.case.checklist import Checklist
from engine.content.answers import Written, read_answers
from engine.content.catalogue import Catalogue
from tests.engine.small import DAY, HOME, MONEY, WELCOME, load

NEEDS = frozenset({"logis", "argent"})
TENANT: dict[str, Written] = {
    "souhait": ["toit", "meubles", "argent"],
    "age": "30",
    "locataire": "oui",
    "revenus": "900",
}


def todo(catalogue: Catalogue, written: dict[str, Written], needs: frozenset[str] = NEEDS) -> Checklist:
    answers, amounts = read_answers(catalogue, written), catalogue.amounts_at(DAY)
    return Checklist(catalogue, needs, assess_all(catalogue, needs, answers, amounts), answers, amounts)


def papers(found: Checklist) -> list[tuple[str, list[str], bool]]:
    return [(paper.document.id, [aid.id for aid in paper.aids], paper.certain) for paper in found.documents]


def test_a_paper_is_named_once_with_all_the_aids_it_serves(catalogue: Catalogue) -> None:
    assert papers(todo(catalogue, {**TENANT, "bail": "signe"})) == [
        ("identite", ["toit", "secours"], True),
        ("contrat", ["toit", "toit-meubles"], True),
        ("facture", ["toit-meubles"], True),
        ("releve", ["secours"], True),
    ]


def test_papers_that_may_not_be_asked_for_come_last(catalogue: Catalogue) -> None:
    only_home = {**TENANT, "souhait": ["toit", "argent"]}
    assert papers(todo(catalogue, {**only_home, "bail": "nsp"}))[-1] == ("contrat", ["toit"], False)
    assert papers(todo(catalogue, only_home))[-1] == ("contrat", ["toit"], False)


def test_a_paper_surely_asked_by_one_aid_is_sure(catalogue: Catalogue) -> None:
    found = {name: certain for name, _, certain in papers(todo(catalogue, {**TENANT, "bail": "nsp"}))}
    assert found["contrat"] is True


def test_a_paper_stays_sure_when_another_aid_only_may_ask_for_it(tmp_path: Path) -> None:
    maybe = MONEY.replace("pieces: [identite, releve]", 'pieces: [{piece: identite, si: bail == "signe"}]')
    found = todo(load(tmp_path, {"aides/2/secours.yaml": maybe}), {**TENANT, "bail": "nsp"})
    assert papers(found)[0] == ("identite", ["toit", "secours"], True)


def test_papers_that_surely_do_not_apply_are_left_out(catalogue: Catalogue) -> None:
    found = papers(todo(catalogue, {**TENANT, "souhait": ["toit"], "bail": "promis"}))
    assert [name for name, _, _ in found] == ["identite"]


def test_notes_of_the_same_paper_are_all_kept(catalogue: Catalogue) -> None:
    found = todo(catalogue, {**TENANT, "bail": "signe"})
    notes = {paper.document.id: [ref.note for ref in paper.noted] for paper in found.documents}
    assert notes["contrat"] == ["L’original.", "Une copie."]


def test_an_aid_that_is_unlikely_asks_for_nothing(catalogue: Catalogue) -> None:
    found = todo(catalogue, {"souhait": ["argent"], "revenus": "1001"})
    assert found.documents == ()
    assert [stop.referral.role.id for stop in found.stops] == ["ecoute"]
    assert found.clocks == ()


def told(found: Checklist) -> list[tuple[list[str], dict[str, list[str]]]]:
    return [
        (
            [aid.id for aid in cost.aids],
            {kind: [each.written.text for each in said] for kind, said in cost.told.items()},
        )
        for cost in found.costs
    ]


def test_what_each_aid_may_cost_is_told_by_kind(catalogue: Catalogue) -> None:
    assert told(todo(catalogue, {**TENANT, "bail": "signe"})) == [
        (["toit"], {"recovery": ["Repris sur la succession.", "Repris sur le bail."]}),
        (["secours"], {"contribution": ["Un euro par jour."], "recovery": ["Repris sur la succession."]}),
    ]


def test_a_cost_that_surely_does_not_apply_is_left_out(catalogue: Catalogue) -> None:
    only_home = {**TENANT, "souhait": ["toit"], "bail": "promis"}
    assert told(todo(catalogue, only_home)) == [(["toit"], {"recovery": ["Repris sur la succession."]})]
    assert told(todo(catalogue, {"souhait": ["argent"], "revenus": "1001"})) == []


def test_aids_that_cost_the_same_are_named_together(catalogue: Catalogue) -> None:
    found = todo(catalogue, {**TENANT, "souhait": ["toit", "carte"], "age": "70", "bail": "promis"})
    assert told(found) == [(["toit", "carte"], {"recovery": ["Repris sur la succession."]})]


def test_someone_who_does_not_know_what_they_look_for_is_told_whom_to_see(catalogue: Catalogue) -> None:
    found = todo(catalogue, {**TENANT, "souhait": "nsp"}, frozenset({"argent"}))
    assert [(stop.referral.role.id, [aid.id for aid in stop.aids]) for stop in found.stops] == [("ecoute", ["secours"])]
    assert (found.documents, found.costs, found.clocks) == ((), (), ())


def test_stops_name_each_office_once_the_busiest_first(catalogue: Catalogue) -> None:
    found = todo(catalogue, {**TENANT, "bail": "signe", "lieu": "74001"})
    assert [(stop.referral.role.id, [aid.id for aid in stop.aids], stop.submit) for stop in found.stops] == [
        ("siege", ["toit", "toit-meubles", "secours"], True),
        ("maison", ["toit", "toit-meubles"], True),
        ("ecoute", ["accueil"], False),
    ]
    assert [office.id for office in found.stops[1].referral.offices] == ["maison-nord"]


def test_an_office_that_takes_one_file_is_not_only_there_to_ask(tmp_path: Path) -> None:
    asked = WELCOME.replace("renseigner: ecoute", "renseigner: siege")
    found = todo(load(tmp_path, {"aides/4/accueil.yaml": asked}), {**TENANT, "bail": "signe"})
    assert found.stops[0].referral.role.id == "siege"
    assert ([aid.id for aid in found.stops[0].aids][-1], found.stops[0].submit) == ("accueil", True)


def test_urgent_deadlines_come_first_and_each_is_told_once(catalogue: Catalogue) -> None:
    found = todo(catalogue, {**TENANT, "bail": "signe"})
    assert [(clock.deadline.written.text, clock.certain) for clock in found.clocks] == [
        ("Avant la fin du bail.", True),
        ("Deux mois pour contester.", True),
    ]


def test_of_two_deadlines_that_run_the_shorter_is_told_first(tmp_path: Path) -> None:
    three = '{texte: Avant la fin du bail., qui: vous, quand: maintenant, urgent: oui, si: bail == "signe"'
    two = three.replace("Avant la fin du bail.", "Deux mois.")
    both = HOME.replace(three + "}", f'{three}, mois: "3"}}\n  - {two}, mois: "2"}}')
    found = todo(load(tmp_path, {"aides/1/toit.yaml": both}), {**TENANT, "bail": "signe"})
    assert [clock.deadline.written.text for clock in found.clocks if clock.urgent] == [
        "Deux mois.",
        "Avant la fin du bail.",
    ]


def test_a_deadline_that_may_apply_is_told_as_uncertain(catalogue: Catalogue) -> None:
    found = todo(catalogue, {**TENANT, "bail": "nsp"})
    assert [(clock.deadline.written.text, clock.certain) for clock in found.clocks] == [
        ("Avant la fin du bail.", False),
        ("Deux mois pour contester.", True),
    ]
    assert len(todo(catalogue, {**TENANT, "bail": "promis"}).clocks) == 1
