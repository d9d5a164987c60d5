"""The characters that content may hold: those that French pages need, and that the fonts of the paper draw.

One character that no font draws would refuse the whole paper: whatever else reaches it is given a plain form or a
substitute (`drawn`). The tests draw them all.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

SUBSTITUTE = "□"

RANGES = (
    (0x20, 0x7E),  # ASCII
    (0xA0, 0x17F),  # Western and Central European letters, « », °, ², ½, no-break space
    (0x218, 0x21B),  # Romanian letters
    (0x300, 0x304), (0x306, 0x30C), (0x326, 0x328),  # accents written apart from their letter
    (0x2002, 0x200A), (0x202F, 0x202F),  # spaces
    (0x2010, 0x2015), (0x2018, 0x201E), (0x2020, 0x2022), (0x2026, 0x2026), (0x2030, 0x2030),
    (0x2032, 0x2033), (0x2039, 0x203A), (0x2044, 0x2044),  # dashes, quotation marks, points, fractions
    (0x20AC, 0x20AC), (0x2116, 0x2116), (0x2122, 0x2122),  # €, №, ™
    (0x2190, 0x2193), (0x2212, 0x2212), (0x2248, 0x2248), (0x2260, 0x2260), (0x2264, 0x2265),  # arrows, signs
    (0x25A1, 0x25A1), (0x2713, 0x2713),  # □, ✓
)  # fmt: skip
ALLOWED = frozenset(chr(code) for first, last in RANGES for code in range(first, last + 1))
LAYOUT = frozenset("\n\r\t")  # of a file, never of what it says


def undrawable(text: str) -> Iterator[tuple[int, str]]:
    """Each character that is refused, with its line counted from 1."""
    strange = set(text) - ALLOWED - LAYOUT
    if strange:
        for number, line in enumerate(text.split("\n"), start=1):
            yield from ((number, character) for character in dict.fromkeys(line) if character in strange)


def refusal(character: str) -> str:
    """What is wrong with a character, and how to mend it, in French."""
    name = unicodedata.name(character, "sans nom")
    return f"le caractère U+{ord(character):04X} ({name}) ne s’imprime pas. Retirez-le, ou écrivez-le autrement."


def drawn(text: str) -> str:
    """The text as paper can show it: a plain form where there is one (« ﬁ » → « fi »), else a substitute."""
    if not set(text) - ALLOWED:
        return text
    return "".join(c if c in ALLOWED else _plain_form(c) for c in unicodedata.normalize("NFC", text))


def _plain_form(character: str) -> str:
    if character.isspace():
        return " "
    plain = unicodedata.normalize("NFKC", character)
    return plain if plain and set(plain) <= ALLOWED else SUBSTITUTE
