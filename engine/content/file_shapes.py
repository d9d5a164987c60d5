"""Which shape each content file has, by its folder or its name: said once for whoever goes through all files."""

from __future__ import annotations

from typing import Any

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

# A folder, whose files all have this shape, or a file.
FILE_SHAPES: dict[str, Any] = {
    "aides": Aid,
    "regles": SharedRules,
    "questions": tuple[Question, ...],
    "pieces": tuple[Document, ...],
    "definitions.yaml": tuple[Definition, ...],
    "besoins.yaml": tuple[Need, ...],
    "reperes.yaml": tuple[Guidepost, ...],
    "situations.yaml": tuple[Situation, ...],
    "ailleurs.yaml": tuple[Elsewhere, ...],
    "lettres.yaml": tuple[Letter, ...],
    "mots.yaml": tuple[Term, ...],
    "baremes.yaml": tuple[Amount, ...],
    "sources.yaml": tuple[CitedText, ...],
    "urgences.yaml": tuple[Emergency, ...],
    "appels.yaml": tuple[Route, ...],
    "guichets.yaml": DirectoryFile,
    "numeros.yaml": CodeRegistry,
    "departement.yaml": Departement,
}
