"""`has` with several boxes says the same as one `has` for each, joined by « or », whatever is known."""

from __future__ import annotations

import pytest

from engine.rules.conditions import facts, parse
from engine.rules.prospects import Bits, View
from engine.rules.rule import make_rule
from engine.rules.truth import Answers

BITS = Bits(("souhait", "locataire"))
LIST, CHAIN = 'souhait has ["toit", "carte"]', 'souhait has "toit" or souhait has "carte"'
KNOWN: list[Answers] = [
    {},
    {"souhait": None},
    *({"souhait": frozenset(boxes)} for boxes in (["toit"], ["carte"], ["toit", "carte"], ["rien"], ["rien", "carte"])),
]


@pytest.mark.parametrize("form", ["{}", "not ({})", "({}) and locataire", "({}) or inconnu", "({}) and inconnu"])
@pytest.mark.parametrize("answers", KNOWN, ids=range(len(KNOWN)))
@pytest.mark.parametrize("skipped", [False, True])
def test_it_is_worth_the_chain_and_may_become_the_same(form: str, answers: Answers, skipped: bool) -> None:
    found, wanted = (make_rule(text, parse(text), BITS) for text in (form.format(LIST), form.format(CHAIN)))
    view = View.blank(BITS, {})
    for fact in answers:
        view.answer(fact, answers)
    if skipped:
        view.skip("souhait")
    assert found.test(answers, {}) is wanted.test(answers, {})
    assert found.prospect(view) == wanted.prospect(view)


def test_one_box_of_the_list_is_enough_and_none_is_not() -> None:
    test = make_rule(LIST, parse(LIST), BITS).test
    assert test({"souhait": frozenset({"rien", "carte"})}, {}) is True
    assert test({"souhait": frozenset({"rien"})}, {}) is False
    assert test({"souhait": None}, {}) is None
    assert list(facts(parse(LIST))) == ["souhait"]
