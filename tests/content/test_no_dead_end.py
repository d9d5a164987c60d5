"""No result is a dead end: whatever the answers, it names someone who listens, with a number to call."""

from __future__ import annotations

from hypothesis import given

from engine.case.assessment import Verdict
from engine.case.case import Case
from engine.content.catalogue import Catalogue
from engine.content.shapes.needs import Need
from tests.content.conftest import DAY
from tests.content.people import personas, play
from tests.content.sheets import Sheet, effort, needs, often, sheets


def listening(case: Case, need: Need) -> set[str | None]:
    """Who listens to what someone looks for behind a need: those of the answers they gave, else that of the need."""
    sought = case.answers.get(need.demand) if need.demand else None
    options = case.catalogue.questions[need.demand].written.options if need.demand else ()
    own = {
        option.welcome or need.welcome for option in options if isinstance(sought, frozenset) and option.id in sought
    }
    return own or {need.welcome}


def deaf(case: Case) -> list[str]:
    """What is wrong with whom this result sends to."""
    wanted = {role for need in case.needs for role in listening(case, case.catalogue.needs[need])}
    stops = case.checklist.stops
    lost = wanted - {stop.referral.role.id for stop in stops if stop.welcome}
    mute = [stop.referral.role.id for stop in stops if not stop.referral.phones]
    return [*(f"nobody listens: {role}" for role in lost), *(f"no number: {role}" for role in mute)]


@effort
def test_someone_listens_whatever_the_answers(catalogue: Catalogue, examples: int) -> None:
    @often(examples)
    @given(needs(catalogue), sheets(catalogue))
    def check(wanted: tuple[str, ...], sheet: Sheet) -> None:
        assert deaf(Case(catalogue, wanted, sheet, DAY)) == []
        assert deaf(Case(catalogue, wanted, {}, DAY)) == []

    check()


def test_someone_listens_to_each_made_up_person(catalogue: Catalogue) -> None:
    for persona in personas():
        assert deaf(play(catalogue, persona).case) == [], persona.name


def test_someone_listens_when_all_is_unlikely(catalogue: Catalogue) -> None:
    """A heating bill in another person's name, at Bonneville."""
    sheet: Sheet = {
        "danger": frozenset({"non"}), "pour_qui": "moi", "demande_logement": frozenset({"impaye-energie"}),
        "factures_energie": frozenset({"tiers"}), "commune": "74042",
    }  # fmt: skip
    case = Case(catalogue, ("logement",), sheet, DAY)
    assert {item.verdict for item in case.assessments} == {Verdict.UNLIKELY, Verdict.NOT_CONCERNED}
    [stop] = case.checklist.stops
    assert [office.id for office in stop.referral.offices] == ["pms-bonneville"]
    assert [office.id for office in stop.referral.phones] == ["departement-standard"]


def test_the_place_is_asked_even_where_no_aid_hangs_on_it(catalogue: Catalogue) -> None:
    """It finds who listens."""
    sheet: Sheet = {
        "danger": frozenset({"non"}), "pour_qui": "moi", "demande_logement": frozenset({"impaye-energie"}),
        "factures_energie": frozenset({"tiers"}), "fsl_deja_recu": frozenset({"aucune"}),
    }  # fmt: skip
    assert Case(catalogue, ("logement",), sheet, DAY).path.pending == ("commune",)
