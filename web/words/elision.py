"""« d’Annemasse », « de Cluses », « du Grand-Bornand »: the word before the name of a place, in French."""

from __future__ import annotations

import re

from web.words.i18n import current_language, gettext

# A vowel, or an h that one does not hear: « d’Héry ». That of « haut » keeps its « de »: « de Hauteville ».
_ELIDED = re.compile(r"[AEIOUYÀÂÉÈÊËÎÏÔÛÜŒ]|H(?!aut)", re.IGNORECASE)
_WITH_ARTICLE = {"Le ": "du ", "Les ": "des "}


def of(name: str) -> str:
    """The name of a place after « de », as the language of the page says it."""
    if current_language() != "fr":
        return gettext("de %(name)s", name=name)
    for article, word in _WITH_ARTICLE.items():
        if name.startswith(article):
            return word + name.removeprefix(article)
    return ("d’" if _ELIDED.match(name) else "de ") + name
