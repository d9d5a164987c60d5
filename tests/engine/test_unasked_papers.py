"""A paper that is not worth a question: it follows an answer where that is known, and is uncertain elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.case.case import Case
from engine.content.answers import Written, read_answers
from tests.engine.small import DAY, HOME, load

LEASE = '{piece: contrat, si: bail == "signe", note: L’original.}'
WANTED: dict[str, Written] = {"danger": "non", "souhait": ["toit"], "age": "30", "locataire": "oui", "lieu": "74001"}


@pytest.mark.parametrize(("unasked", "asked"), [("", True), (", sans_question: oui", False)])
def test_no_question_is_put_for_such_a_paper_alone(tmp_path: Path, unasked: str, asked: bool) -> None:
    home = HOME.replace(LEASE, LEASE[:-1] + unasked + "}").replace(', urgent: oui, si: bail == "signe"', "")
    assert home != HOME
    catalogue = load(tmp_path, {"aides/1/toit.yaml": home})
    case = Case(catalogue, ("logis",), read_answers(catalogue, WANTED), DAY)
    assert ("bail" in case.path.pending) is asked
    certain = {item.document.id: item.certain for item in case.checklist.documents}
    assert certain["contrat"] is False
