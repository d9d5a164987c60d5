"""Reads the content folder into structs that remember their place, noting faults instead of stopping at the first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from engine.content.french_keys import KeyPath
from engine.content.insee_codes import is_code, no_such_commune
from engine.content.problems import ContentError, Problem, nearest
from engine.content.sections import FOLDER as TEXTS
from engine.content.sections import Sections, load_sections
from engine.content.shapes.communes import (
    COMMUNE_COLUMNS,
    FORMER_PLACE_COLUMNS,
    FORMER_PLACE_KINDS,
    Commune,
    FormerPlace,
)
from engine.content.shapes.offices import DirectoryFile, Office
from engine.content.strict_yaml import ReadFile, load_table, load_yaml, yaml_files

T = TypeVar("T")


@dataclass(frozen=True)
class Placed(Generic[T]):
    """A struct and the place in a file where it is written."""

    item: T
    file: ReadFile[Any]
    path: KeyPath

    def problem(self, message: str, *path: str | int) -> Problem:
        """A problem at `path` inside this struct."""
        return self.file.problem(message, *self.path, *path)


class ContentFolder:
    """Reads files under `root`; `problems` holds what could not be read."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []

    def read(self, name: str, shape: type[T]) -> ReadFile[T] | None:
        """One file as `shape`, or nothing with its problems noted."""
        try:
            return load_yaml(self.root, name, shape)
        except ContentError as error:
            self.problems += error.problems
            return None

    def listed(self, name: str, shape: type[T]) -> dict[str, Placed[T]]:
        """A file that is a list of `shape`, by id."""
        return self._by_id(self._list(name, shape))

    def listed_if_there(self, name: str, shape: type[T]) -> dict[str, Placed[T]]:
        """The same, of a file that content can do without."""
        return self.listed(name, shape) if (self.root / name).exists() else {}

    def folder_of_lists(self, folder: str, shape: type[T]) -> dict[str, Placed[T]]:
        """Every file of a folder, each a list of `shape`, by id."""
        return self._by_id(item for name in yaml_files(self.root, folder) for item in self._list(name, shape))

    def one_per_file(self, folder: str, shape: type[T]) -> dict[str, Placed[T]]:
        """Every file of a folder, each one `shape` and named after its id, by id."""
        loaded = (self.read(name, shape) for name in yaml_files(self.root, folder))
        found = self._by_id(Placed(file.value, file, ()) for file in loaded if file)
        for name, place in found.items():
            stem = Path(place.file.file).stem
            if stem != name:
                self.problems.append(
                    place.problem(
                        f"l’identifiant est « {name} » et le fichier « {stem}.yaml » : donnez-leur le même nom.", "id"
                    )
                )
        return found

    def parts(self, file: ReadFile[Any], key: str, items: Iterable[T]) -> dict[str, Placed[T]]:
        """One list inside a file that holds several, by id."""
        return self._by_id(Placed(item, file, (key, index)) for index, item in enumerate(items))

    def list_if_there(self, name: str, shape: type[T]) -> list[Placed[T]]:
        """A file that is a list of parts without an id; none where there is no such file."""
        return self._list(name, shape) if (self.root / name).exists() else []

    def offices(
        self, directory: ReadFile[DirectoryFile], imported: Iterable[Placed[Office]]
    ) -> dict[str, Placed[Office]]:
        """Our own offices and the imported ones, by id."""
        own = self.parts(directory, "guichets", directory.value.offices)
        return self._by_id([*own.values(), *imported])

    def communes(self, name: str) -> dict[str, Commune]:
        """The table of communes, by INSEE code."""
        try:
            rows = load_table(self.root, name, COMMUNE_COLUMNS)
        except ContentError as error:
            self.problems += error.problems
            return {}
        found: dict[str, Commune] = {}
        for line, row in enumerate(rows, start=2):
            if row["insee"] in found:
                self.problems.append(Problem(name, line, f"la commune « {row['insee']} » est écrite deux fois."))
            if not row["population"].isdecimal():
                self.problems.append(Problem(name, line, f"« {row['population']} » n’est pas un nombre entier."))
                continue
            found[row["insee"]] = Commune(
                insee=row["insee"],
                name=row["nom"].replace("'", "’"),
                postcodes=tuple(row["codes_postaux"].split()),
                epci=row["epci"],
                population=int(row["population"]),
                territory=row["territoire"],
                pms=row["pms"],
            )
        return found

    def sections(self) -> dict[str, Sections] | None:
        """The fiches of each cited text; nothing where no tool has read these texts."""
        if not (self.root / TEXTS).exists():
            return None
        try:
            return load_sections(self.root)
        except ContentError as error:
            self.problems += error.problems
            return None

    def former_places(self, name: str, communes: Mapping[str, Commune]) -> tuple[FormerPlace, ...]:
        """The places that are part of a commune; none without such a table, or before that of communes is mended."""
        if not communes or not (self.root / name).exists():
            return ()
        try:
            rows = load_table(self.root, name, FORMER_PLACE_COLUMNS)
        except ContentError as error:
            self.problems += error.problems
            return ()
        for line, row in enumerate(rows, start=2):
            if row["insee"] not in communes:
                self.problems.append(Problem(name, line, no_such_commune(row["insee"], communes)))
            if row["sorte"] not in FORMER_PLACE_KINDS:
                hint = nearest(row["sorte"], FORMER_PLACE_KINDS)
                self.problems.append(Problem(name, line, f"la sorte « {row['sorte']} » n’existe pas. {hint}"))
            if not row["nom"] or not row["source"]:
                self.problems.append(Problem(name, line, "il faut un nom, et une source qui donne sa commune."))
            if row["ancien_code"] and not is_code(row["ancien_code"]):
                said = f"« {row['ancien_code']} » n’est pas un code INSEE : cinq signes, comme 74011."
                self.problems.append(Problem(name, line, said))
            if row["ancien_code"] in communes:
                self.problems.append(Problem(name, line, f"« {row['ancien_code']} » est une commune d’aujourd’hui."))
        return tuple(FormerPlace(row["insee"], row["nom"], row["sorte"], row["ancien_code"]) for row in rows)

    def stop_if_faulty(self) -> None:
        """
        Raises:
            ContentError: something has been noted.
        """
        if self.problems:
            raise ContentError(self.problems)

    def _list(self, name: str, shape: type[T]) -> list[Placed[T]]:
        file = self.read(name, tuple[shape, ...])  # type: ignore[valid-type]
        return [Placed(item, file, (index,)) for index, item in enumerate(file.value)] if file else []

    def _by_id(self, places: Iterable[Placed[T]]) -> dict[str, Placed[T]]:
        found: dict[str, Placed[T]] = {}
        for place in places:
            name: str = place.item.id  # type: ignore[attr-defined]
            if name in found:
                other = found[name]
                self.problems.append(
                    place.problem(
                        f"« {name} » existe déjà dans {other.file.file}, ligne {other.file.line(*other.path)}.",
                        "id",
                    )
                )
            found[name] = place
        return found
