"""How templates are made ready: with one set of globals for all."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import MutableMapping
from typing import Any

from flask.templating import Environment


class Templates(Environment):
    """No template of ours brings globals of its own, so that none needs a chain of two, which is slow to look through.

    Each page looks through them all for each template it is made of.
    """

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return ChainMap(d, self.globals) if d else self.globals
