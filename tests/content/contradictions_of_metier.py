"""The contradictions of the approvals for a foster family, a MAM and a nursery."""

from __future__ import annotations

from engine.content.answers import Written
from tests.content.contradictions import Place

AT_HOME_TOO: dict[str, Written] = {
    "demande_enfance": ["metier"], "projet_metier": ["chez-moi", "famille-accueil"], "etape_metier": "agree",
    "commune": "74010", "nationalite": "francaise",
}  # fmt: skip

OF_TRADES = [
    Place(
        16, "quatre mois depuis le récépissé, ou depuis la demande", "agrement-assistant-familial",
        ((11038, 11038), (11097, 11097)),
        (("agrement-assistant-familial", AT_HOME_TOO),),
    ),
    Place(
        16, "quatre mois, pour une extension", "agrement-assistant-familial-renouvellement",
        ((11038, 11038), (11097, 11097)),
    ),
    Place(16, "employeur privé seulement, ou Département aussi", "agrement-assistant-familial",
          ((10048, 10048), (10987, 10987))),
    Place(16, "réunion préalable, ou conseillée", "agrement-assistant-familial", ((11008, 11008), (10749, 10749))),
    Place(16, "adresse du recours", "agrement-assistant-familial", ((11182, 11182), (11434, 11434))),
    Place(16, "adresse du recours", "agrement-assistant-familial-renouvellement", ((11182, 11182), (11434, 11434))),
    Place(16, "adresse du recours", "agrement-mam", ((11434, 11434), (10944, 10944))),
    Place(16, "adresse du recours", "creation-eaje", ((11540, 11540), (10944, 10944))),
    Place(16, "adresse du recours", "creation-eaje-saisonnier", ((11540, 11540), (10944, 10944))),
]  # fmt: skip
