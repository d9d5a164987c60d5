"""What reading a file from elsewhere gives besides its content: what was left out, and what was put right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

# A national file without a filter has tens of thousands of faults, all alike.
SHOWN = 40


class RefusedError(Exception):
    """The file cannot be taken; the message has one line for each fault, in French."""

    def __init__(self, faults: Iterable[object]) -> None:
        said = [str(fault) for fault in faults]
        left = [f"… et {len(said) - SHOWN} autres."] if len(said) > SHOWN else []
        super().__init__("\n".join(said[:SHOWN] + left))


@dataclass
class Report:
    """`faults` keep a line out of the directory, `notes` only say how a line was read.

    With `keep`, the good lines are taken and the others told; without, one fault refuses the whole file.
    """

    keep: bool = False
    faults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def settle(self, taken: int, nothing: str) -> None:
        """Say whether the file can be taken, `taken` of its lines being good.

        Raises:
            RefusedError: it cannot.
        """
        if self.faults and not (self.keep and taken):
            raise RefusedError(self.faults)
        if not taken:
            raise RefusedError([nothing])
