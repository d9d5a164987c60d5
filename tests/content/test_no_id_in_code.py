"""The engine reasons and the site talks: neither knows a question, an answer, an aid or an office by its id."""

from __future__ import annotations

import ast
import inspect
import pkgutil
import typing
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import msgspec
import pytest

from engine.content import shapes
from engine.content.catalogue import Catalogue
from tests.test_house import modules_of, name

CODE = (*modules_of("engine"), *modules_of("web"))
# Words that happen to be ids too. Each means something else where it stands.
OTHERWISE = {
    "engine/content/answers.py": {"oui", "non"},  # how a yes and a no are written
    "engine/content/truths.py": {"oui", "non"},
    "web/pages/journey.py": {"oui"},  # `?tout=oui`
    "engine/content/figures.py": {"deux", "tiers"},  # French words that mean a figure
    "engine/content/problems.py": {"aucune"},  # « Valeurs possibles : aucune »
    "engine/content/shapes/amounts.py": {"1"},  # a number
    "web/settings.py": {"1"},
    "web/deployment.py": {"dpo"},  # our name for a key of the host’s file
    "engine/content/town_halls.py": {"mairie-"},  # how the ids of town halls are made
    "engine/content/shapes/base.py": {"resident"},  # who reads a text: a mark on our own types
    "web/session.py": {"revenu"},  # that someone came back
    "web/paper/letter.py": {"moi"},  # a French box of a letter
    "web/pages/desk.py": {"cherche"},  # `?cherche=`
}


@pytest.fixture(scope="module")
def ids(catalogue: Catalogue) -> frozenset[str]:
    """Every id of the content: of what it lists, and of the answers of its questions."""
    known = catalogue
    entries = (
        known.needs, known.questions, known.aids, known.rules, known.definitions, known.documents, known.roles,
        known.offices, known.territories, known.amounts, known.cited_texts, known.emergencies, known.situations,
        known.elsewhere, known.terms,
    )  # fmt: skip
    options = (question.options for question in known.questions.values())
    return frozenset().union(*entries, *options)


def shape_words() -> frozenset[str]:
    """The keys of the content, our names for them, and the values that a shape lists: the language, not what it says."""
    found: set[str] = set()
    for part in pkgutil.iter_modules(shapes.__path__):
        module = import_module(f"{shapes.__name__}.{part.name}")
        for thing in vars(module).values():
            found |= {word for word in typing.get_args(thing) if isinstance(word, str)}
            if inspect.isclass(thing) and issubclass(thing, msgspec.Struct):
                found |= {*thing.__struct_fields__, *thing.__struct_encode_fields__}
                for hint in typing.get_type_hints(thing).values():
                    found |= {word for word in typing.get_args(hint) if isinstance(word, str)}
    return frozenset(found)


def words_in(module: Path) -> Iterator[str]:
    """The words in quotes that stand in a module; of `f"mairie-{code}"`, how it begins."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


@pytest.mark.parametrize("module", CODE, ids=name)
def test_no_id_of_the_content_stands_in_the_code(module: Path, ids: frozenset[str]) -> None:
    beginnings = {word[: end + 1] for word in ids for end, sign in enumerate(word) if sign in "-_"}
    found = {word for word in words_in(module) if word in ids or word in beginnings}
    assert found - shape_words() == OTHERWISE.get(name(module), set())
