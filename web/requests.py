"""A request, whatever bytes it is made of: what no page can show is left out, what cannot be read is refused."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cached_property
from string import ascii_letters, digits, punctuation
from typing import Any
from urllib.parse import quote

from flask import Request
from werkzeug.datastructures import ImmutableMultiDict, MultiDict
from werkzeug.exceptions import BadRequest, HTTPException

_SPACES = "\t\r\n"


class AnyRequest(Request):
    """A request whose search may hold raw bytes, percent-encoded here.

    Werkzeug reads them only where they are UTF-8, and a line end would break the header of a redirect.
    """

    def __init__(self, environ: dict[str, Any], *args: Any, **kwargs: Any) -> None:
        raw = environ.get("QUERY_STRING", "").encode("latin-1")
        environ["QUERY_STRING"] = quote(raw, safe=ascii_letters + digits + punctuation)
        super().__init__(environ, *args, **kwargs)

    @cached_property
    def args(self) -> MultiDict[str, str]:
        return _shown(super().args.items(multi=True))

    def _load_form_data(self) -> None:
        """Read the form. A body that breaks off, or is not what it says, is the sender's fault."""
        if "form" in self.__dict__:
            return
        try:
            super()._load_form_data()
        except HTTPException:
            raise
        except Exception as error:
            raise BadRequest from error
        self.form = _shown(self.form.items(multi=True))


def _shown(items: Iterable[tuple[str, str]]) -> ImmutableMultiDict[str, str]:
    """Without control characters, NUL first of all: no answer holds one, and no page may."""
    return ImmutableMultiDict((_without_controls(name), _without_controls(text)) for name, text in items)


def _without_controls(text: str) -> str:
    return "".join(sign for sign in text if sign in _SPACES or unicodedata.category(sign) != "Cc")
