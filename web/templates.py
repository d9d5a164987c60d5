"""How templates are run: as Jinja does, without what it looks for in vain thousands of times a page."""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Callable, MutableMapping
from functools import partial
from types import FunctionType, MethodType
from typing import Any

from flask.templating import Environment
from jinja2.runtime import Context, Macro

_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
_PLAIN = {FunctionType, MethodType, partial}


class _Context(Context):
    """Calls macros and functions at once: only what is neither may want more than the arguments it is given."""

    def call(__self, __obj: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        kind = type(__obj)
        if kind is not Macro and (kind not in _PLAIN or hasattr(__obj, "jinja_pass_arg")):
            return super().call(__obj, *args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return __obj(__self.eval_ctx, *args, **kwargs) if kind is Macro else __obj(*args, **kwargs)


class Templates(Environment):
    """No template of ours brings globals of its own, so that none needs a chain of two, which is slow to look through.

    Each page looks through them all for each template it is made of.
    """

    context_class = _Context

    def preprocess(self, source: str, name: str | None = None, filename: str | None = None) -> str:
        """With one space before a line, however far it stands: the rest was a tenth of the weight of a long page."""
        return _INDENT.sub(" ", super().preprocess(source, name, filename))

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return ChainMap(d, self.globals) if d else self.globals
