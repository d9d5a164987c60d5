"""Titles in large type: a word with a hyphen, as in « a-t-elle », is not cut at the end of a line."""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup

_LONGEST = 16  # letters; a longer word may not fit on the line of a narrow phone
_HYPHENATED = re.compile(rf"(?<!\S)((?=[^\s-]+-)\S{{3,{_LONGEST}}})(?!\S)")
_WHOLE = Markup('<span class="whole">{}</span>')


@lru_cache(maxsize=1024)  # more than there are questions, in each way of putting them
def unbroken(title: str) -> Markup:
    """A title whose hyphenated words stay whole. The letters are the same: one can search for them and copy them."""
    parts = enumerate(_HYPHENATED.split(title))
    return Markup("").join(_WHOLE.format(part) if index % 2 else part for index, part in parts)
