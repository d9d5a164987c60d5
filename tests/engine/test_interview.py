"""The path through the questions of the small catalogue: what is asked, in which order, and what no longer is."""

from pathlib import Path

import pytest

from engine.case.case import Case
from engine.case.interview import EndlessInterviewError, _Walker
from engine.content.answers import Written, write_answers
from engine.content.catalogue import Catalogue
from tests.engine.small import DAY, HOME, ask, load

BOTH = ("logis", "argent")
Sheet = dict[str, Written]


@pytest.mark.parametrize(
    ("given", "needs", "expected"),
    [
        # the question asked of everyone, then what one wants, whatever their place in the files
        ({}, ("logis",), "danger"),
        ({"danger": "non"}, ("logis",), "souhait"),
        ({"danger": "non", "souhait": ["toit"]}, ("logis",), "age"),
        ({"danger": "non", "souhait": ["toit"], "age": "18"}, ("logis",), "locataire"),
        # one false condition, and the aid asks nothing more
        ({"danger": "non", "souhait": ["toit"], "age": "17"}, ("logis",), None),
        # papers once the verdict is known, then the place
        ({"danger": "non", "souhait": ["toit"], "age": "18", "locataire": "oui"}, ("logis",), "bail"),
        ({"danger": "non", "souhait": ["toit"], "age": "18", "locataire": "oui", "bail": "signe"}, ("logis",), "lieu"),
        # what is not known is not asked again; a lease is not asked of someone who may not rent
        ({"danger": "non", "souhait": ["toit"], "age": "nsp", "locataire": "nsp"}, ("logis",), "lieu"),
        # nothing wanted that these needs offer
        ({"danger": "non", "souhait": ["carte"]}, ("logis",), None),
        ({"danger": "non", "souhait": ["rien"]}, BOTH, None),
        # the sensitive question is written first in the file, and asked last
        ({"danger": "non", "souhait": ["argent", "carte"]}, ("argent",), "age"),
        ({"danger": "non", "souhait": ["argent", "carte"], "age": "60"}, ("argent",), "locataire"),
        ({"danger": "non", "souhait": ["argent", "carte"], "age": "59"}, ("argent",), "revenus"),
        ({"danger": "non", "souhait": ["argent"]}, ("argent",), "revenus"),
        ({"danger": "non", "souhait": ["argent"], "revenus": "1001"}, ("argent",), None),
    ],
)
def test_the_next_question(catalogue: Catalogue, given: Sheet, needs: tuple[str, ...], expected: str | None) -> None:
    assert ask(catalogue, given, needs).next == expected


def test_a_fact_is_asked_once_for_all_needs(catalogue: Catalogue) -> None:
    path = ask(catalogue, {"danger": "non", "souhait": ["toit", "argent"]}, BOTH)
    assert len(path.pending) == len(set(path.pending))
    assert path.because["age"] == ("toit",)
    assert path.because["revenus"] == ("secours",)


def test_a_question_says_which_aids_hang_on_it(catalogue: Catalogue) -> None:
    path = ask(catalogue, {"danger": "non"}, BOTH)
    assert path.because["souhait"] == ("toit", "toit-meubles", "secours", "carte")
    assert path.because["danger"] == ()


def test_a_needed_question_that_waits_for_another_puts_that_one_first(tmp_path: Path) -> None:
    """Here the aid hangs on the lease alone, and the lease only makes sense for a tenant."""
    head, _, tail = HOME.partition("conditions:")
    only_lease = '  - {texte: Signé., si: bail == "signe", origine: local, source: {lignes: 13}}\n'
    lease = load(tmp_path, {"aides/1/toit.yaml": f"{head}conditions:\n{only_lease}{tail[tail.index('pieces:') :]}"})
    start: Sheet = {"danger": "non", "souhait": ["toit"]}
    assert ask(lease, start).next == "locataire"
    assert ask(lease, {**start, "locataire": "oui"}).next == "bail"
    for closed in ("non", "nsp"):
        path = ask(lease, {**start, "locataire": closed})
        assert path.next == "lieu"
        assert Case(lease, ("logis",), path.answers, DAY).assessments[0].verdict == "a-verifier"


def test_answers_that_no_longer_matter_are_dropped(catalogue: Catalogue) -> None:
    given: Sheet = {"danger": "non", "souhait": ["toit"], "age": "18", "locataire": "oui", "bail": "signe"}
    assert list(ask(catalogue, given).answers) == list(given)
    changed = ask(catalogue, {**given, "locataire": "non"})
    assert list(changed.answers) == ["danger", "souhait", "age", "locataire"]
    assert "revenus" not in ask(catalogue, {**given, "revenus": "900"}).answers


def test_an_answer_dropped_then_needed_again_counts_again(catalogue: Catalogue) -> None:
    given: Sheet = {"danger": "non", "souhait": ["toit"], "age": "18", "locataire": "oui", "bail": "signe"}
    assert ask(catalogue, {**given, "souhait": ["rien"]}).next is None
    assert ask(catalogue, given).next == "lieu"


def test_going_back_finds_the_same_question(catalogue: Catalogue) -> None:
    given: Sheet = {"danger": "non", "souhait": ["toit"], "age": "18", "locataire": "oui", "bail": "signe"}
    for end, fact in enumerate(given):
        before = dict(list(given.items())[:end])
        assert ask(catalogue, before).next == fact


def test_changing_an_answer_keeps_the_others_that_count(catalogue: Catalogue) -> None:
    given: Sheet = {"danger": "non", "souhait": ["toit"], "age": "17"}
    changed = ask(catalogue, {**given, "age": "18"})
    assert write_answers(changed.answers) == {**given, "age": "18"}
    assert changed.next == "locataire"


def test_an_answer_given_ahead_of_its_turn_is_used(catalogue: Catalogue) -> None:
    path = ask(catalogue, {"locataire": "non"})
    assert path.asked == ("locataire",)
    assert path.pending[0] == "danger"


@pytest.mark.parametrize(
    ("given", "at_least", "at_most"),
    [
        ({}, 1, 7),
        ({"danger": "non"}, 1, 6),
        ({"danger": "non", "souhait": ["toit"]}, 1, 4),
        ({"danger": "non", "souhait": ["toit", "argent"]}, 2, 5),
        ({"danger": "non", "souhait": ["argent"]}, 1, 1),
        ({"danger": "non", "souhait": ["rien"]}, 0, 0),
    ],
)
def test_how_many_are_left(catalogue: Catalogue, given: Sheet, at_least: int, at_most: int) -> None:
    path = ask(catalogue, given)
    assert (path.at_least, path.at_most) == (at_least, at_most)


CHOICES: dict[str, list[Written]] = {
    "danger": ["non"],
    "souhait": [["toit"], ["toit", "meubles"], ["toit", "argent", "carte"], ["argent", "carte"], ["rien"], "nsp"],
    "age": ["17", "59", "60", "nsp"],
    "locataire": ["oui", "non", "nsp"],
    "bail": ["signe", "nsp"],
    "revenus": ["900", "1001", "nsp"],
    "lieu": ["74001", "hors-74", "nsp"],
}


def longest_from(catalogue: Catalogue, given: Sheet) -> tuple[int, int]:
    """The fewest and the most questions left, over every way of answering; bounds are checked on the way."""
    path = ask(catalogue, given, BOTH)
    if path.next is None:
        assert (path.at_least, path.at_most) == (0, 0)
        return 0, 0
    assert path.next not in given
    left = [longest_from(catalogue, {**given, path.next: answer}) for answer in CHOICES[path.next]]
    fewest, most = 1 + min(low for low, _ in left), 1 + max(high for _, high in left)
    assert path.at_least <= fewest
    assert most <= path.at_most
    return fewest, most


def test_every_way_through_ends_within_the_bounds_it_announced(catalogue: Catalogue) -> None:
    assert longest_from(catalogue, {}) == (2, 7)


def test_a_fault_that_would_ask_for_ever_is_an_error(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    """Here what has been taken stays needed."""
    monkeypatch.setattr(_Walker, "refresh", lambda walker, aid: None)
    given: Sheet
    for given in ({}, {"danger": "non", "souhait": ["toit"]}):
        with pytest.raises(EndlessInterviewError, match="souhait"):
            ask(catalogue, given)


def test_a_question_needed_under_no_aid_is_taken_once_too(catalogue: Catalogue) -> None:
    walker = _Walker(catalogue, frozenset(BOTH), {}, DAY, {"toit": (catalogue.masks["danger"], 0)}, {})
    with pytest.raises(EndlessInterviewError, match="danger"):
        walker.run()
