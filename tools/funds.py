"""docs/fonds.md, drawn from the content: four funds side by side, who falls where, where the texts leave a hole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.case.assessment import Verdict, assess
from engine.content.answers import Written, read_answers
from engine.content.catalogue import Catalogue
from engine.content.entries import AidEntry

FUNDS = ("allocation-mensuelle", "faj", "fdasf", "fdpi")
AGES = (18, 20, 21, 22, 24, 25, 26, 40)
_HERE: dict[str, Written] = {"pour_qui": "moi", "commune": "74010", "nationalite": "francaise"}
_SOUGHT: dict[str, Written] = {
    "demande_budget": ["manger", "depense"], "depense": ["permis"], "reste_a_manger": "rien",
}  # fmt: skip
_NO_CHILD: dict[str, Written] = {"enfants_a_charge": "aucun", "enceinte": "non", "situation_sans_enfant": "aucune"}
_ALONE: dict[str, Written] = {**_NO_CHILD, "en_couple": "non"}
_WAGE: dict[str, Written] = {"revenus": ["travail"], "action_insertion": "aucun", "situation_jeune": ["aucune"]}
_CHILD: dict[str, Written] = {"enfants_a_charge": "de-3-a-17-ans"}
SITUATIONS: dict[str, dict[str, Written]] = {
    "Seul, sans enfant": {**_ALONE, **_WAGE},
    "Seul, suivi, sans famille, sans logement stable": {
        **_ALONE, **_WAGE, "situation_jeune": ["suivi", "sans-famille", "errance"],
    },
    "Seul, au lycée ou en études": {**_ALONE, **_WAGE, "situation_jeune": ["etudes"]},
    "En couple, sans enfant": {**_NO_CHILD, **_WAGE, "en_couple": "oui"},
    "Seul avec un enfant": {**_CHILD, **_WAGE, "en_couple": "non"},
    "En couple, avec un enfant": {**_CHILD, **_WAGE, "en_couple": "oui"},
    "Seul, au RSA, une formation commence": {**_ALONE, **_WAGE, "revenus": ["rsa"], "action_insertion": "en-cours"},
    "Seul, à l’ASS, une formation commence": {**_ALONE, **_WAGE, "revenus": ["ass"], "action_insertion": "en-cours"},
}  # fmt: skip
_SAID = {Verdict.LIKELY: "oui", Verdict.TO_CHECK: "à vérifier", Verdict.UNLIKELY: "non"}
_YES = "oui"


def page(catalogue: Catalogue) -> str:
    """The whole page."""
    funds = [catalogue.aids[name] for name in FUNDS]
    return "\n".join(
        (
            "# Les quatre fonds d’aide d’argent",
            "",
            "Page écrite par `flask --app app catalogue fonds`, d’après les contenus. Ne la corrigez pas à la main.",
            "",
            "## Côte à côte",
            "",
            *_table(["", *(name(fund) for fund in funds)], list(_side_by_side(catalogue, funds))),
            "",
            "## Qui relève de quoi",
            "",
            "Pour quelqu’un qui habite ici, de nationalité française, qui n’a plus de quoi manger et veut le permis.",
            "Le FDPI n’aide pas à manger : sa colonne parle du permis.",
            *(line for title in SITUATIONS for line in _who(catalogue, funds, title)),
            "",
            "## Là où les textes laissent un trou",
            "",
            "Aucun fonds n’est sûr. Le guide laisse « à vérifier », et nomme une personne à qui parler.",
            "",
            *(f"- {title} : {ages}" for title, ages in holes(catalogue)),
            "",
            "## Ce que l’agent lit",
            *(line for fund in funds for line in _notes(catalogue, fund)),
            "",
        )
    )


def verdicts(catalogue: Catalogue, title: str, age: int) -> dict[str, Verdict]:
    """What the guide says of each fund to someone of this age in this situation."""
    given = {**_HERE, **_SOUGHT, **SITUATIONS[title], "age": str(age)}
    if age >= 25:
        del given["situation_jeune"]
    answers, amounts = read_answers(catalogue, given), dict.fromkeys(catalogue.amounts)
    return {name: assess(catalogue.aids[name], answers, amounts).verdict for name in FUNDS}


def holes(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """The situations in which no fund is sure, with the ages."""
    for title in SITUATIONS:
        ages = [age for age in AGES if Verdict.LIKELY not in verdicts(catalogue, title, age).values()]
        if ages:
            yield title, ", ".join(f"{age} ans" for age in ages)


def name(fund: AidEntry) -> str:
    """Its short name."""
    return fund.written.short_name or fund.written.name


def _side_by_side(catalogue: Catalogue, funds: Sequence[AidEntry]) -> Iterator[list[str]]:
    yield ["Ce qu’il donne", *(fund.written.summary for fund in funds)]
    yield ["Conditions", *(" ".join(item.written.text for item in fund.own_conditions) for fund in funds)]
    yield ["Séjour demandé", *(_YES if "nationalite" in fund.verdict_facts else "non" for fund in funds)]
    yield ["Pour manger", *(_YES if _feeds(catalogue, fund) else "non" for fund in funds)]
    yield ["Où aller", *(catalogue.roles[fund.roles[0]].name for fund in funds)]
    yield [
        "Papiers",
        *(" ; ".join(catalogue.documents[item.written.document].name for item in fund.documents) for fund in funds),
    ]
    yield ["Formes et montants", *("<br>".join(_forms(catalogue, fund)) for fund in funds)]


def _feeds(catalogue: Catalogue, fund: AidEntry) -> bool:
    """Whether one of its forms is for whoever has nothing left to eat."""
    return any("reste_a_manger" in rule.facts for form in fund.variants for rule in catalogue.aids[form].concerns)


def _forms(catalogue: Catalogue, fund: AidEntry) -> Iterator[str]:
    for name_of in fund.variants:
        form = catalogue.aids[name_of]
        amounts = " ".join(item.written.text for item in form.statements["amount"])
        yield f"{name(form)}{' : ' + amounts if amounts else ''}"


def _who(catalogue: Catalogue, funds: Sequence[AidEntry], title: str) -> Iterator[str]:
    rows = [[f"{age} ans", *(_SAID.get(said, "") for said in verdicts(catalogue, title, age).values())] for age in AGES]
    yield from ("", f"### {title}", "", *_table(["", *(name(fund) for fund in funds)], rows))


def _notes(catalogue: Catalogue, fund: AidEntry) -> Iterator[str]:
    """Its own notes; not those of the rules that all four share."""
    yield from ("", f"### {name(fund)}", "")
    shared = {note.text for rule in fund.written.rules for note in catalogue.rules[rule].agent_notes}
    for note in fund.agent_notes:
        if note.text in shared:
            continue
        lines = ", ".join(source.lines for source in note.sources if source.lines)
        yield f"- {note.text} ({lines})"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    for row in (head, ["---"] * len(head), *rows):
        yield f"| {' | '.join(row)} |"
