"""How templates are run: as Jinja does, without what it looks for in vain thousands of times a page."""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Callable, MutableMapping
from typing import Any

import jinja2.runtime
import markupsafe
from flask.templating import Environment
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.utils import missing
from markupsafe import Markup
from markupsafe import escape as escape_any

# Without a mark that it is safe: it is joined at once with the rest of the page.
_escaped: Callable[[str], str] = markupsafe._escape_inner  # type: ignore[attr-defined]
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)


def escape(said: Any) -> str:
    """What a page says, made safe: most of it is so already, and then stays as it is."""
    kind = type(said)
    return said if kind is Markup else _escaped(said) if kind is str else escape_any(said)


class Macro(jinja2.runtime.Macro):
    """A macro that is called without names is called at once."""

    def __call__(self, *args: Any, **named: Any) -> str:
        left_out = self._argument_count - len(args)
        if named or self.caller or left_out < 0:
            return super().__call__(*args, **named)
        said = self._func(*args, *(missing,) * left_out) if left_out else self._func(*args)
        return str.__new__(Markup, said) if self._default_autoescape else said


class _Code(CodeGenerator):
    """Calls functions and macros by themselves: none of ours wants more than the arguments that a template gives it."""

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        if node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for given in (*node.args, *node.kwargs):
            self.visit(given, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")


class Templates(Environment):
    """No template of ours brings globals of its own, so that none needs a chain of two, which is slow to look through.

    Each page looks through them all for each template it is made of.
    """

    code_generator_class = _Code

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        """With our own macros and escaping: the line that names the template comes after what it takes from Jinja."""
        code = super()._generate(source, name, filename, defer_init)
        return code.replace("\nname = ", f"\nfrom {__name__} import Macro, escape; name = ", 1)

    def preprocess(self, source: str, name: str | None = None, filename: str | None = None) -> str:
        """With one space before a line, however far it stands: the rest was a tenth of the weight of a long page."""
        return _INDENT.sub(" ", super().preprocess(source, name, filename))

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return ChainMap(d, self.globals) if d else self.globals
