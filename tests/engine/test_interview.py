"""The path through the questions of the small catalogue: what is asked, in which order, and what no longer is."""

from pathlib import Path

import pytest

from engine.case.case import Case
from engine.case.interview import EndlessInterviewError, Needed, _Walker, start_of
from engine.content.answers import Written, write_answers
from engine.content.catalogue import Catalogue
from engine.rules.prospects import View
from engine.rules.truth import Answers
from tests.engine.small import DAY, HOME, QUESTIONS, ask, load

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
    """The lease only makes sense for a tenant."""
    lease = only_lease(tmp_path)
    start: Sheet = {"danger": "non", "souhait": ["toit"]}
    assert ask(lease, start).next == "locataire"
    assert ask(lease, {**start, "locataire": "oui"}).next == "bail"
    for closed in ("non", "nsp"):
        path = ask(lease, {**start, "locataire": closed})
        assert path.next == "lieu"
        assert Case(lease, ("logis",), path.answers, DAY).assessments[0].verdict == "a-verifier"


def only_lease(folder: Path, *, questions: str = QUESTIONS) -> Catalogue:
    """The home hangs on the lease alone."""
    head, _, tail = HOME.partition("conditions:")
    lease = '  - {texte: Signé., si: bail == "signe", origine: local, source: {lignes: 13}}\n'
    home = f"{head}conditions:\n{lease}{tail[tail.index('pieces:') :]}"
    return load(folder, {"aides/1/toit.yaml": home, "questions/toutes.yaml": questions})


def test_even_a_sensitive_question_goes_before_the_one_that_waits_for_it(tmp_path: Path) -> None:
    sensitive = QUESTIONS.replace("court: Locataire,", "court: Locataire, sensible: oui,")
    path = ask(only_lease(tmp_path, questions=sensitive), {"danger": "non", "souhait": ["toit"], "lieu": "74001"})
    assert path.next == "locataire"
    assert path.pending.index("locataire") < path.pending.index("bail")


def test_questions_that_wait_in_a_row_are_put_from_the_first(tmp_path: Path) -> None:
    row = QUESTIONS.replace("court: Locataire,", "court: Locataire, si: age >= 18,")
    lease = only_lease(tmp_path, questions=row)
    start: Sheet = {"danger": "non", "souhait": ["toit"]}
    assert ask(lease, start).next == "age"
    assert ask(lease, {**start, "age": "18"}).next == "locataire"
    assert ask(lease, {**start, "age": "17"}).next == "lieu"


def test_a_form_of_an_aid_that_is_out_asks_nothing(tmp_path: Path) -> None:
    """Not even whether it is wanted."""
    asking = load(
        tmp_path, {"aides/1/toit.yaml": HOME.replace('concerne: souhait has "meubles"', 'concerne: bail == "signe"')}
    )
    given: Sheet = {"danger": "non", "souhait": ["toit"], "locataire": "oui"}
    assert ask(asking, {**given, "age": "17"}).next is None
    assert ask(asking, {**given, "age": "18"}).next == "bail"


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


TENANT: Sheet = {"danger": "non", "age": "18", "locataire": "oui"}


@pytest.mark.parametrize(
    ("given", "needs", "at_least", "at_most"),
    [
        # two aids that share a question may both be settled by it; two that share none ask one each
        ({"danger": "non", "souhait": ["toit", "carte"]}, BOTH, 1, 4),
        ({"danger": "non", "souhait": ["argent", "carte"]}, BOTH, 2, 4),
        ({"danger": "non", "souhait": ["toit", "argent", "carte"]}, BOTH, 2, 5),
        ({"danger": "non", "souhait": ["argent", "carte"], "age": "60", "locataire": "non"}, BOTH, 2, 2),
        ({"danger": "non", "souhait": "nsp"}, BOTH, 2, 5),
        # one question settles an aid with its sub-form; a sub-form alone counts for nothing
        ({"danger": "non", "souhait": ["toit", "meubles"]}, BOTH, 1, 5),
        ({**TENANT, "souhait": ["toit", "meubles", "carte"], "age": "60"}, BOTH, 1, 3),
        # verdicts are known, papers and offices are not: the question that is put now is one
        ({**TENANT, "souhait": ["toit"]}, BOTH, 1, 2),
        ({**TENANT, "souhait": ["toit"], "bail": "signe"}, BOTH, 1, 1),
        # nothing is left
        ({**TENANT, "souhait": ["toit"], "bail": "signe", "lieu": "74001"}, BOTH, 0, 0),
        ({"danger": "non", "souhait": ["carte"], "age": "59"}, BOTH, 0, 0),
    ],
)
def test_the_fewest_and_the_most_that_are_left(
    catalogue: Catalogue, given: Sheet, needs: tuple[str, ...], at_least: int, at_most: int
) -> None:
    path = ask(catalogue, given, needs)
    assert (path.at_least, path.at_most) == (at_least, at_most)


def walker(catalogue: Catalogue, needed: Needed, given: Answers | None = None) -> _Walker:
    blank = View.blank(catalogue.bits, catalogue.amounts_at(DAY))
    return _Walker(
        catalogue, given or {}, start_of(catalogue, frozenset(BOTH), DAY)._replace(needed=needed, view=blank)
    )


def test_a_wide_aid_does_not_hide_two_narrow_ones(catalogue: Catalogue) -> None:
    """The narrowest are counted first."""
    one, other = catalogue.masks["souhait"], catalogue.masks["locataire"]
    needed = {"toit": one | other, "secours": one, "carte": other}
    assert walker(catalogue, needed)._fewest() == 2


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
    told = ask(catalogue, given, BOTH).left(4)
    assert told == ((path.at_least, path.at_most) if path.at_most <= 4 else None), (
        "asked first, or last, it is the same"
    )
    return fewest, most


def test_every_way_through_ends_within_the_bounds_it_announced(catalogue: Catalogue) -> None:
    assert longest_from(catalogue, {}) == (2, 7)


def test_a_fault_that_would_ask_for_ever_is_an_error(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    """Here what has been taken stays needed, from the first question on."""
    assert ask(catalogue, {}).next == "danger"
    monkeypatch.setattr(_Walker, "refresh", lambda walker, aid: None)
    given: Sheet
    for given in ({}, {"danger": "non", "souhait": ["toit"]}):
        with pytest.raises(EndlessInterviewError, match="souhait"):
            _ = ask(catalogue, given).pending


def test_a_question_needed_under_no_aid_is_taken_once_too(catalogue: Catalogue) -> None:
    with pytest.raises(EndlessInterviewError, match="danger"):
        _ = walker(catalogue, {"toit": catalogue.masks["danger"]}, {"danger": "non"}).run().pending
