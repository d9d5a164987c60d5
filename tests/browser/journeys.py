"""The four people whose journeys are played in the browser."""

from tests.browser.walking import Journey

# A daughter looks for help at home for her father.
AUTONOMY = Journey(
    need="autonomie",
    answers={
        "danger": "non",
        "pour_qui": "proche",
        "demande_autonomie": ("aide-domicile", "carte"),
        "age": "72",
        "aides_percues": ("aucune",),
        "difficultes_quotidien": ("maison", "gir-fixe"),
        "gir": "5",
        "en_couple": "non",
        "lieu_de_vie": "domicile",
        "commune": "Annecy",
        "nationalite": "francaise",
        "ressources_mensuelles": "900",
    },
    verdicts={"aide-menagere-pa": "Probable", "apa-domicile": "Peu probable"},
)

# A tenant is behind with the rent, and summoned by the court.
HOUSING = Journey(
    need="logement",
    answers={
        "danger": "non",
        "pour_qui": "moi",
        "demande_logement": ("impaye-loyer", "assignation"),
        "garant_logement": "aucun",
        "commune": "Annemasse",
        "nationalite": "francaise",
    },
    verdicts={"fsl-impaye-loyer": "Possible", "ap2a": "Probable"},
)

# A pregnant mother fears violence now, lacks money, and does not know much more.
DANGER = Journey(
    need="enfance",
    answers={
        "danger": "violences",
        "pour_qui": "moi",
        "demande_enfance": ("argent", "lieu-mere-enfant", "enfant-danger"),
        "enceinte": "oui",
    },
    verdicts={"accueil-mere-enfant": "Possible", "information-preoccupante": "Probable"},
)

# A man alone has nothing left to eat.
BUDGET = Journey(
    need="budget",
    answers={
        "danger": "non",
        "pour_qui": "moi",
        "demande_budget": ("manger",),
        "reste_a_manger": "rien",
        "age": "40",
        "enfants_a_charge": "ni-enfant-ni-grossesse",
        "commune": "Annecy",
        "nationalite": "francaise",
    },
    verdicts={"fdasf": "Probable, à confirmer", "faj": "Peu probable"},
)

JOURNEYS = {"autonomy": AUTONOMY, "housing": HOUSING, "danger": DANGER, "budget": BUDGET}
