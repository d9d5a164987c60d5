"""The contradictions on childminders: the meeting, how many children, when the time starts, where an appeal goes."""

from __future__ import annotations

from engine.content.answers import Written
from tests.content.contradictions import Place

REFUSED: dict[str, Written] = {"demande_enfance": ["metier"], "etape_metier": "refus"}
LATE: dict[str, Written] = {**REFUSED, "projet_metier": ["chez-moi"], "reception_protection": "plus-de-2-mois"}

OF_GARDE = [
    Place(16, "réunion obligatoire ou fortement conseillée", "agrement-assistant-maternel", ((10749, 10749),)),
    Place(16, "de 2 à 4 enfants, ou jusqu’à 6", "agrement-assistant-maternel", ((10846, 10846), (10854, 10854))),
    Place(
        16, "de 2 à 4 enfants, ou jusqu’à 6", "agrement-assistant-maternel-renouvellement",
        ((10846, 10846), (10854, 10854)),
    ),
    Place(16, "trois mois, depuis le récépissé ou le dossier", "agrement-assistant-maternel", ((10780, 10780), (10840, 10840))),
    Place(16, "durée de la formation", "agrement-assistant-maternel", ((10866, 10872), (11119, 11119), (14769, 14769))),
    Place(16, "deux adresses pour le recours", "recours-agrement-accueil", ((10944, 10944), (11434, 11434))),
    Place(
        16, "deux mois, écrits pour un retrait et non pour un refus", "recours-agrement-accueil",
        ((10832, 10832), (10942, 10942)),
        (("recours-agrement-accueil", LATE),),
    ),
    Place(16, "une suspension se conteste-t-elle", "recours-agrement-accueil", ((10940, 10940), (11178, 11178), (11430, 11430))),
]  # fmt: skip
