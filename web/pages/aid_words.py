"""The words by which an aid is found: in the list of aids and at the desk."""

from __future__ import annotations

from engine.content.entries import AidEntry
from web.words.wording import Wording


def aid_words(item: AidEntry, wording: Wording) -> str:
    """The names, the summary and the keywords of an aid and of its variants; its French names in any language."""
    shown = [item.written, *item.written.variants]
    names = [wording.say(aid, field) for aid in shown for field in ("name", "short_name") if getattr(aid, field)]
    words = [word for aid in shown for word in wording.each(aid, "keywords")]
    return " ".join([*names, *words, wording.say(item.written, "summary"), item.written.name])
