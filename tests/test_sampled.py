"""The parts that `make test` takes: of fixed size however long the catalogue, and never of nothing."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from engine.content.catalogue import Catalogue
from engine.content.catalogue_loader import load_catalogue
from tests.content.people import personas
from tests.content.shared import CONTENT
from tests.sampled import MOST, WHOLE, Swept, cases, part

TESTS = Path(__file__).parent
# Where one thing costs a page, a paper or a browser.
DEAR = ("web", "paper", "browser")
MOST_CASES = 70  # of one test of these
# A test that goes through all of these by itself, and not by `swept`.
BY_ITSELF = re.compile(
    r"^ +for .* in (?:\S*\.aids(?:\.values\(\)|\.items\(\))?|personas\(\)|PEOPLE(?:\.values\(\))?):$", re.M
)


class Thing(NamedTuple):
    name: str
    needs: tuple[str, ...]


def many(count: int) -> list[Thing]:
    return [Thing(f"aid {number}", (f"need {number % 7}",)) for number in range(count)]


@pytest.mark.parametrize("count", [1, MOST, 110, 220, 2000])
def test_a_part_is_no_larger_for_a_larger_catalogue(count: int) -> None:
    found = part(many(count))
    assert len(found) == min(count, MOST)
    assert set(found) <= set(many(count))
    assert found == sorted(found, key=many(count).index), "in their order"


def test_it_holds_each_kind_even_one_that_is_rare() -> None:
    rare = Thing("alone", ("rare",))
    found = part([*many(1000), rare])
    assert rare in found
    assert {need for thing in found for need in thing.needs} == {"rare", *(f"need {number}" for number in range(7))}


def test_it_is_the_same_each_time_and_what_changes_is_drawn_anew() -> None:
    things = many(500)
    assert part(things) == part(list(reversed(things)))[::-1] == part(many(500))
    drawn = {thing.name for number in range(200) for thing in part([*things[1:], Thing(f"new {number}", ("need 0",))])}
    assert any(name.startswith("new") for name in drawn)


def test_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="proves nothing"):
        part([])
    with pytest.raises(ValueError, match="proves nothing"):
        cases([])
    with pytest.raises(ValueError, match="proves nothing"):
        WHOLE([])


def test_so_are_more_kinds_than_it_can_hold_and_things_without_words() -> None:
    with pytest.raises(ValueError, match="7 kinds"):
        part(many(50), most=3)
    with pytest.raises(ValueError, match="says nothing"):
        part([object(), object()])


def test_the_whole_is_whole() -> None:
    assert Swept(whole=True)(many(300)) == many(300)
    assert Swept(whole=False)(many(300)) == part(many(300))


def test_the_cases_left_out_are_long_ones() -> None:
    found = cases(many(300), [thing.name for thing in many(300)])
    assert [case.id for case in found] == [thing.name for thing in many(300)]
    assert [case.values[0] for case in found if not case.marks] == part(many(300))
    assert {mark.name for case in found for mark in case.marks} == {"long"}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(CONTENT)


def test_the_part_of_the_aids_holds_every_need_and_every_nature(catalogue: Catalogue) -> None:
    found = part(catalogue.aids.values())
    assert len(found) <= MOST
    assert {need for aid in found for need in aid.needs} == {
        need for aid in catalogue.aids.values() for need in aid.needs
    }
    assert {aid.nature for aid in found} == {aid.nature for aid in catalogue.aids.values()}
    assert {aid.parent is None for aid in found} == {True, False}


def test_the_part_of_the_people_holds_every_need() -> None:
    assert {need for who in part(personas()) for need in who.needs} == {
        need for who in personas() for need in who.needs
    }


def test_no_dear_test_goes_through_the_catalogue_by_itself() -> None:
    files = [file for room in DEAR for file in (TESTS / room).glob("test_*.py")]
    assert len(files) > 50
    found = {f"{file.parent.name}/{file.name}": BY_ITSELF.findall(file.read_text("utf-8")) for file in files}
    assert {name: loops for name, loops in found.items() if loops} == {}, "go through a part: `swept(…)`"


def test_no_dear_test_has_a_case_for_each_thing_of_the_catalogue(request: pytest.FixtureRequest) -> None:
    """Of those that run here, long ones left out."""
    counted = Counter(
        (item.path.relative_to(TESTS).as_posix(), item.originalname)
        for item in request.session.items
        if isinstance(item, pytest.Function) and not item.get_closest_marker("long")
        if item.path.relative_to(TESTS).parts[0] in DEAR
    )
    assert {test: count for test, count in counted.items() if count > MOST_CASES} == {}, "take a part: `cases(…)`"
