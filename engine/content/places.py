"""An answer to the question of the place that says two things: where one lives, and what is special about it."""

from __future__ import annotations

from typing import Self


class PlaceAnswer(str):
    """A special answer given beside a commune, as « here for less than three months » beside « Annecy ».

    Conditions read it as the option that it is; the directory reads its commune.
    """

    __slots__ = ("insee",)
    insee: str

    def __new__(cls, option: str, insee: str) -> Self:
        answer = super().__new__(cls, option)
        answer.insee = insee
        return answer

    @property
    def written(self) -> str:
        """Both, as an example or a cookie holds them: « arrivee-recente 74010 »."""
        return f"{self} {self.insee}"
