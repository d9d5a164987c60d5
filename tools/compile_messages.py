"""`python -m web.compile_messages messages.po`: compile a message catalogue next to it.

`pybabel compile` takes the « 25 % de » of our content for a printf placeholder and fails. The real placeholders are
checked by the tests, for the messages that have some.
"""

from __future__ import annotations

import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


def compile_messages(source: Path) -> None:
    """Write the .mo of a .po file."""
    with source.open("rb") as stream:
        catalogue = read_po(stream)
    with source.with_suffix(".mo").open("wb") as stream:
        write_mo(stream, catalogue)


if __name__ == "__main__":
    for name in sys.argv[1:]:
        compile_messages(Path(name))
