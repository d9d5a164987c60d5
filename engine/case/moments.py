"""What comes when, folded: what presses and one thing a time are told at once, the rest is for whoever unfolds it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from engine.case.checklist import Clock
from engine.content.shapes.aids import Stage

NOW: Stage = "maintenant"


@dataclass(frozen=True, eq=False)
class Moment:
    """A time of the plan, and its deadlines: those told at once first, then those that are folded."""

    stage: Stage
    told: tuple[Clock, ...]
    folded: tuple[Clock, ...]


def moments(
    line: Iterable[tuple[Stage, Sequence[Clock]]], said: Clock | None, of_another: Callable[[Clock], bool]
) -> list[Moment]:
    """The times at which something is left to tell; `said` stands elsewhere already.

    One thing a time is enough, two of what runs already, and all of what presses. What is `of_another` aid than the
    first comes after what is of that one.
    """
    found = []
    for stage, clocks in line:
        left = (clock for clock in clocks if clock is not said)
        due = sorted(left, key=lambda clock: (not clock.urgent, of_another(clock)))
        most = max(2 if stage == NOW else 1, sum(clock.urgent for clock in due))
        if due:
            found.append(Moment(stage, tuple(due[:most]), tuple(due[most:])))
    return found
