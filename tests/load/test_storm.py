"""What the site must hold under load is more than printed: the command fails where it does not."""

from __future__ import annotations

import pytest

from tests.load import storm
from tests.load.storm import Row
from tests.load.visitors import Visitor


def visitor(**counts: int) -> Visitor:
    """Someone who has counted so much, and visited nothing."""
    found = Visitor.__new__(Visitor)
    vars(found).update({"taken": 0, "again": 0, "refused": 0, "lost": 0, **counts})
    return found


def test_answers_lost_and_none_given_are_both_told() -> None:
    def held(people: list[Visitor]) -> list[bool]:
        return [row.held for row in storm._told("a worker killed", people)]

    assert all(held([visitor(taken=30, again=2), visitor(taken=1)]))
    assert not all(held([visitor(taken=30, lost=1)]))
    assert not all(held([visitor(refused=500)]))


def test_the_command_fails_where_a_line_does_not_hold(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(storm, "rows", lambda: iter([Row("kept", "91%", "≥ 70 %"), Row("lost", "3", "0", held=False)]))
    with pytest.raises(SystemExit, match="1 of these"):
        storm.main()
    assert capsys.readouterr().out.count("← not so") == 1
