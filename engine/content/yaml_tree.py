"""YAML text as a tree of dicts, lists and texts, and the line on which each part of it is written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml
from yaml._yaml import CParser

from engine.content.french_keys import KeyPath


class KeyFaultError(ValueError):
    """What YAML would take silently, on this line; the message is in French."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


class _Parser(CParser):
    """The parser of PyYAML without its guesses: they take a third of its time, and every scalar is text here."""

    def resolve(self, *node: object) -> str:
        return ""

    def descend_resolver(self, *node: object) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


def compose(text: str) -> yaml.Node | None:
    """The nodes of a text; none where it says nothing.

    Raises:
        yaml.YAMLError: it is not YAML.
    """
    node: yaml.Node | None = _Parser(text).get_single_node()
    return node


def plain(node: yaml.Node) -> Any:
    """What a node says, without its lines: they are looked for where there is something to say of them.

    Raises:
        KeyFaultError: a key is there twice, or is no word.
    """
    kind = type(node)
    if kind is yaml.ScalarNode:
        return node.value
    if kind is yaml.SequenceNode:
        return [plain(item) for item in node.value]
    found = {}
    for key, value in node.value:
        if type(key) is not yaml.ScalarNode:
            raise KeyFaultError(_line(key), "une clé doit être un mot.")
        if key.value in found:
            raise KeyFaultError(_line(key), f"la clé « {key.value} » est écrite deux fois.")
        found[key.value] = plain(value)
    return found


def line_numbers(node: yaml.Node) -> dict[KeyPath, int]:
    """The line of each part by its place, in the order of the file: of what has a key, the line of the key."""
    found: dict[KeyPath, int] = {}
    _note(node, (), found)
    return found


def scalars(node: yaml.Node) -> Iterator[tuple[int, str]]:
    """Every text but keys, with its line."""
    if isinstance(node, yaml.ScalarNode):
        yield _line(node), node.value
    else:
        for item in node.value:
            yield from scalars(item[1] if isinstance(node, yaml.MappingNode) else item)


def _note(node: yaml.Node, path: KeyPath, found: dict[KeyPath, int]) -> None:
    found.setdefault(path, _line(node))
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            found[(*path, key.value)] = _line(key)
            _note(value, (*path, key.value), found)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            _note(item, (*path, index), found)


def _line(node: yaml.Node) -> int:
    line: int = node.start_mark.line
    return line + 1
