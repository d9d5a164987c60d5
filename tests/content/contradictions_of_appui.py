"""The contradictions of the help that a family accepts, of a roof for mother and baby, and of young adults."""

from __future__ import annotations

from engine.content.answers import Written
from tests.content.contradictions import Place

MOTHER: dict[str, Written] = {
    "danger": "non", "pour_qui": "moi", "demande_enfance": ["lieu-mere-enfant"], "enceinte": "oui", "commune": "74010",
}  # fmt: skip
NIGHTS: dict[str, Written] = {
    "pour_qui": "moi", "demande_enfance": ["aide-maison"], "difficultes_famille": ["nuits"], "commune": "74010",
}  # fmt: skip
YOUNG: dict[str, Written] = {
    "pour_qui": "moi", "demande_enfance": ["jeune"], "parcours_ase": "jamais", "commune": "74010",
}  # fmt: skip
ALONE: dict[str, Written] = {**YOUNG, "appui_famille": "non", "revenus_jeune": "non"}

OF_APPUI = [
    Place(8, "« 16 ans » en exemple d’émancipation, pour un jeune", "accueil-jeune-majeur",
          ((5445, 5445), (4571, 4572), (6254, 6255)),
          (("accueil-jeune-majeur", {**ALONE, "age": "16", "emancipe": "non"}),
           ("accueil-jeune-majeur", {**ALONE, "age": "17", "emancipe": "non"}))),
    Place(8, "« 16 ans » en exemple d’émancipation, à domicile", "ase-domicile-socle",
          ((5445, 5445), (4571, 4572), (6254, 6255))),
    Place(14, "majeures, ou aucun âge", "accueil-mere-enfant",
          ((7965, 7965), (5457, 5459), (10035, 10035)),
          (("accueil-mere-enfant", {**MOTHER, "age": "17"}),)),
    Place(14, "mineure : cet accueil, ou celui des majeures", "accueil-mineure-mere",
          ((7965, 7965), (5457, 5459), (8032, 8032)),
          (("accueil-mineure-mere", {**MOTHER, "age": "16"}),)),
    Place(14, "frères et sœurs de plus de 3 ans", "accueil-mere-enfant",
          ((7949, 7949), (10035, 10035), (8040, 8040))),
    Place(14, "le Département paie, ou une contribution", "accueil-mere-enfant", ((8036, 8036), (10358, 10358))),
    Place(15, "0 à 10 ans, mais un jeune ou une femme enceinte peut demander", "aide-domicile-hebergement",
          ((7815, 7815), (7833, 7833)),
          (("aide-domicile-hebergement", {**NIGHTS, "age": "19"}),
           ("aide-domicile-hebergement", {**NIGHTS, "age": "26", "ages_enfants": ["a-naitre"]}))),
    Place(15, "le Département paie, ou une contribution", "aide-domicile-hebergement",
          ((7880, 7880), (10358, 10358))),
]  # fmt: skip
