"""From a folder of content files to a catalogue, or to the full list of what is wrong in it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from engine.content.aid_references import AidReferences
from engine.content.catalogue import Catalogue
from engine.content.citation_faults import citation_faults
from engine.content.collecting import without_collecting
from engine.content.content_folder import ContentFolder, Placed
from engine.content.cross_references import CrossReferences
from engine.content.entries import AidEntry
from engine.content.entry_builder import EntryBuilder
from engine.content.findings import read_findings
from engine.content.imported_directory import LINKS, OFFICES, read_imported
from engine.content.letter_references import LetterReferences
from engine.content.problems import ContentError
from engine.content.question_builder import question_entry
from engine.content.registry_faults import registry_faults
from engine.content.shapes.aids import Aid, SharedRules
from engine.content.shapes.amounts import Amount
from engine.content.shapes.cited_texts import CitedText
from engine.content.shapes.code_registry import CodeRegistry
from engine.content.shapes.definitions import Definition
from engine.content.shapes.departement import Departement
from engine.content.shapes.documents import Document
from engine.content.shapes.elsewhere import Elsewhere
from engine.content.shapes.emergencies import Emergency, Route
from engine.content.shapes.glossary import Term
from engine.content.shapes.guideposts import Guidepost
from engine.content.shapes.letters import Letter
from engine.content.shapes.needs import Need
from engine.content.shapes.offices import DirectoryFile
from engine.content.shapes.questions import Question
from engine.content.shapes.situations import Situation
from engine.content.town_halls import read_town_halls, town_hall_id

T = TypeVar("T")

TOWN_HALLS = "mairies.csv"
FINDINGS = "releves.csv"


@without_collecting()
def load_catalogue(root: Path, imported: Path | None = None, *, sections_known: bool = True) -> Catalogue:
    """Read every content file under `root` and check them against each other.

    `imported` is the folder of what was taken in from national files, if there is one. Without `sections_known`, no
    citation is held to its fiche: their bounds are about to be read again.

    Raises:
        ContentError: with every problem found, each with file, line and how to mend it.
    """
    folder = ContentFolder(root)
    needs = folder.listed("besoins.yaml", Need)
    questions = folder.folder_of_lists("questions", Question)
    documents = folder.folder_of_lists("pieces", Document)
    amounts = folder.listed("baremes.yaml", Amount)
    cited_texts = folder.listed("sources.yaml", CitedText)
    emergencies = folder.listed("urgences.yaml", Emergency)
    routes = folder.listed_if_there("appels.yaml", Route)
    definitions = folder.listed_if_there("definitions.yaml", Definition)
    guideposts = folder.listed_if_there("reperes.yaml", Guidepost)
    situations = folder.listed_if_there("situations.yaml", Situation)
    elsewhere = folder.listed_if_there("ailleurs.yaml", Elsewhere)
    terms = folder.listed_if_there("mots.yaml", Term)
    letters = folder.listed_if_there("lettres.yaml", Letter)
    rules = folder.one_per_file("regles", SharedRules)
    aids = folder.one_per_file("aides", Aid)
    communes = folder.communes("communes.csv")
    sections = folder.sections() if sections_known else None
    former_places = folder.former_places("communes-anciennes.csv", communes)
    directory = folder.read("guichets.yaml", DirectoryFile)
    taken_in, faults = read_imported(imported, communes)
    folder.problems += faults
    registry = folder.read("numeros.yaml", CodeRegistry)
    departement = folder.read("departement.yaml", Departement)
    if directory is None or registry is None or departement is None:
        raise ContentError(folder.problems)
    roles = folder.parts(directory, "roles", directory.value.roles)
    offices = folder.offices(directory, taken_in.offices)
    territories = folder.parts(directory, "territoires", directory.value.territories)
    folder.stop_if_faulty()
    town_halls, folder.problems = read_town_halls(root, TOWN_HALLS, communes, cited_texts)
    findings, faults = read_findings(root, FINDINGS, {*offices, *map(town_hall_id, communes)})
    folder.problems += faults
    folder.stop_if_faulty()

    builder = EntryBuilder(
        _items(questions),
        amounts=amounts,
        communes=communes,
        cited_texts=cited_texts,
        rules={n: p.file for n, p in rules.items()},
        aids=_items(aids).values(),
    )
    builder.define(definitions)
    written = (
        needs,
        questions,
        documents,
        roles,
        offices,
        rules,
        aids,
        emergencies,
        guideposts,
        routes,
        situations,
        elsewhere,
        terms,
        letters,
    )
    places: tuple[Placed[Any], ...] = tuple(place for group in written for place in group.values())
    catalogue = Catalogue(
        needs=_items(needs),
        questions={
            name: question_entry(builder, place.item, list(questions)[:index], place.file, *place.path)
            for index, (name, place) in enumerate(questions.items())
        },
        aids=_aids(builder, aids),
        rules=_items(rules),
        definitions=_items(definitions),
        documents=_items(documents),
        roles={name: taken_in.held(role) for name, role in _items(roles).items()},
        offices=_items(offices),
        town_halls={**town_halls, **taken_in.town_halls},
        findings=findings,
        territories=_items(territories),
        communes={insee: taken_in.linked(commune) for insee, commune in communes.items()},
        former_places=former_places,
        amounts=_items(amounts),
        cited_texts=_items(cited_texts),
        emergencies={n: builder.emergency(p.item, p.file, *p.path) for n, p in emergencies.items()},
        guideposts={n: builder.guidepost(p.item, p.file, *p.path) for n, p in guideposts.items()},
        routes=tuple(builder.route(p.item, p.file, *p.path) for p in routes.values()),
        situations=_items(situations),
        elsewhere=_items(elsewhere),
        terms=_items(terms),
        letters=_items(letters),
        code_registry=registry.value,
        departement=departement.value,
        bits=builder.conditions.bits,
        places=tuple(place for place in places if place.file.file != OFFICES),
    )
    for place in places:
        builder.texts(place.file, place.item, place.path)
        folder.problems += citation_faults(place, catalogue.cited_texts, sections)
    cross = CrossReferences(catalogue)
    cross.needs(needs.values())
    cross.questions(questions.values())
    cross.emergencies(emergencies.values())
    cross.guideposts(guideposts.values())
    cross.routes(routes.values())
    cross.situations(situations.values())
    cross.elsewhere(elsewhere.values())
    cross.terms(terms.values())
    of_letters = LetterReferences(catalogue)
    of_letters.letters(letters.values())
    cross.roles(roles.values())
    cross.offices(offices.values())
    cross.imported(taken_in.parts)
    cross.documents(documents.values())
    cross.amounts(amounts.values())
    cross.communes("communes.csv", communes)
    cross.links(LINKS, taken_in.links)
    of_aids = AidReferences(catalogue)
    of_aids.aids(aids.values())
    of_aids.rules(rules.values())
    folder.problems += builder.problems + cross.problems + of_letters.problems + of_aids.problems
    folder.stop_if_faulty()
    # Asked for once the rest is sound: a number given cannot be taken back.
    folder.problems += registry_faults(catalogue, registry)
    folder.stop_if_faulty()
    return catalogue


def _items(places: Mapping[str, Placed[T]]) -> dict[str, T]:
    return {name: place.item for name, place in places.items()}


def _aids(builder: EntryBuilder, places: Mapping[str, Placed[Aid]]) -> dict[str, AidEntry]:
    """Aids and their variants by id, noting ids used twice."""
    found: dict[str, AidEntry] = {}
    for place in places.values():
        for aid in builder.aid(place.item, place.file):
            if aid.id in found:
                builder.problems.append(place.problem(f"l’aide « {aid.id} » existe déjà ailleurs."))
            found[aid.id] = aid
    return found
