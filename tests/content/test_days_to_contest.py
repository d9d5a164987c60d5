"""Whoever may contest reads how long they have, and from when the days are counted."""

from __future__ import annotations

import re

from engine.content.catalogue import Catalogue

COUNTED = re.compile(r"\b(\d+|un|deux|trois|quinze|trente) (jours?|mois|semaines?)\b", re.IGNORECASE)
FROM_WHEN = re.compile(r"après|réception|arriv|dès|depuis|reçu|silence|la lettre dit", re.IGNORECASE)


def test_days_to_contest_say_from_when_they_run(catalogue: Catalogue) -> None:
    mine = [
        (aid.id, deadline.text)
        for aid in catalogue.aids.values()
        for deadline in aid.written.deadlines
        if deadline.who == "vous" and deadline.stage == "en-cas-de-refus" and COUNTED.search(deadline.text)
    ]
    assert len(mine) > 10
    assert [found for found in mine if not FROM_WHEN.search(found[1])] == [], "dites d’où part le délai"
