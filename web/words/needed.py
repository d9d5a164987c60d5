"""A condition that is not met, or not known to be, said so that nobody reads it as a fact about them."""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from engine.case.assessment import Assessment
from web.words.i18n import gettext

# Words that begin a sentence and are no name: after the colon they lose their capital.
_OPENING = re.compile(
    r"(?:L[ae]s?|L’\w+|Une?|Des|Ces|Cet|Cette|C’est|Ils?|Elles?|On|Vous|Votre|Vos|Son|Sa|Ses|Aucune?|Chaque|Chacun|Rien"
    r"|Ni|Avant|Après|Au|Si|Jusqu’\w+|Rester"
    r"|The|A|An|These|This|Those|There|It|He|She|One|You|Your|Their|They|Some|Someone|Something|No|None|Nothing|Neither"
    r"|Both|Each|Everyone|Before|After|In|Who|If|Staying|Rent|Work|Life)\b"
)


def needed(condition: str) -> str:
    """« Il faudrait : … »."""
    return gettext("Il faudrait\u00a0: %(condition)s", condition=in_line(condition))


def to_check(condition: str) -> str:
    """« À vérifier : … »."""
    return gettext("À vérifier\u00a0: %(condition)s", condition=in_line(condition))


def to_confirm(condition: str) -> str:
    """« À confirmer : … »."""
    return gettext("À confirmer\u00a0: %(condition)s", condition=in_line(condition))


def still(found: Assessment, say: Callable[[msgspec.Struct], str]) -> str:
    """What keeps an aid from being sure: what it cannot go with, else the first point to confirm or to check."""
    for items, said in ((found.against, str), (found.plausible, to_confirm), (found.open, to_check)):
        for item in items[:1]:
            return said(say(item.written))
    return ""


def in_line(condition: str) -> str:
    """As it reads after a colon."""
    return condition[0].lower() + condition[1:] if _OPENING.match(condition) else condition
