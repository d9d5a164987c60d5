"""From a folder of content files to a catalogue, or to the full list of what is wrong in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeVar

import msgspec

from engine.catalogue import Catalogue
from engine.compiled import CompiledAid
from engine.compiler import Compiler
from engine.crosscheck import CrossCheck
from engine.model import Aid, Document, Need, Numbers, Question, Rules
from engine.numbering import number_problems
from engine.reader import Placed, Reader
from engine.reference import Amount, CitedText, DirectoryFile, Emergency, ImportedOffices, Role

T = TypeVar("T")

IMPORTED_OFFICES = "guichets-importes.yaml"


def load_catalogue(root: Path) -> Catalogue:
    """Read every content file under `root` and check them against each other.

    Raises:
        ContentError: with every problem found, each with file, line and how to mend it.
    """
    reader = Reader(root)
    needs = reader.listed("besoins.yaml", Need)
    questions = reader.folder_of_lists("questions", Question)
    documents = reader.folder_of_lists("pieces", Document)
    amounts = reader.listed("baremes.yaml", Amount)
    sources = reader.listed("sources.yaml", CitedText)
    emergencies = reader.listed("urgences.yaml", Emergency)
    rules = reader.one_per_file("regles", Rules)
    aids = reader.one_per_file("aides", Aid)
    communes = reader.communes("communes.csv")
    directory = reader.read("guichets.yaml", DirectoryFile)
    imported = reader.imported(IMPORTED_OFFICES)
    numbers = reader.read("numeros.yaml", Numbers)
    content = directory.value if directory else DirectoryFile(territories=(), roles=(), offices=())
    roles = reader.parts(directory, "roles", content.roles)
    offices = reader.offices(directory, imported)
    territories = reader.parts(directory, "territoires", content.territories)
    reader.stop_if_faulty()

    compiler = Compiler(
        _items(questions),
        amounts=amounts,
        communes=communes,
        sources=sources,
        rules={n: p.file for n, p in rules.items()},
    )
    catalogue = Catalogue(
        needs=_items(needs),
        questions={
            name: compiler.question(place.item, list(questions)[:index], place.file, *place.path)
            for index, (name, place) in enumerate(questions.items())
        },
        aids=_aids(compiler, aids),
        rules=_items(rules),
        documents=_items(documents),
        roles={name: _with_imported(role, imported) for name, role in _items(roles).items()},
        offices=_items(offices),
        territories=_items(territories),
        communes=communes,
        amounts=_items(amounts),
        sources=_items(sources),
        emergencies={n: compiler.emergency(p.item, p.file, *p.path) for n, p in emergencies.items()},
        numbers=numbers.value if numbers else Numbers(needs=(), questions=()),
    )
    for places in (needs, questions, documents, roles, offices, rules, aids, emergencies):
        for place in places.values():
            compiler.texts(place.file, place.item, place.path)
    check = CrossCheck(catalogue)
    check.needs(needs.values())
    check.aids(aids.values())
    check.rules(rules.values())
    check.questions(questions.values())
    check.roles(roles.values())
    check.offices(offices.values())
    check.imported(imported)
    check.documents(documents.values())
    check.amounts(amounts.values())
    check.communes("communes.csv")
    reader.problems += compiler.problems + check.problems
    reader.stop_if_faulty()
    if numbers:  # asked for once the rest is sound: a number given cannot be taken back
        reader.problems += number_problems(catalogue, numbers)
    reader.stop_if_faulty()
    return catalogue


def _items(places: Mapping[str, Placed[T]]) -> dict[str, T]:
    return {name: place.item for name, place in places.items()}


def _with_imported(role: Role, imported: Iterable[Placed[ImportedOffices]]) -> Role:
    """The role, held by its imported offices as well."""
    more = [office.id for place in imported if place.item.role == role.id for office in place.item.offices]
    return msgspec.structs.replace(role, offices=(*role.offices, *more))


def _aids(compiler: Compiler, places: Mapping[str, Placed[Aid]]) -> dict[str, CompiledAid]:
    """Aids and their sub-forms by id, noting ids used twice."""
    found: dict[str, CompiledAid] = {}
    for place in places.values():
        for aid in compiler.aid(place.item, place.file):
            if aid.id in found:
                compiler.problems.append(place.problem(f"l’aide « {aid.id} » existe déjà ailleurs."))
            found[aid.id] = aid
    return found
