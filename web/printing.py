"""What the paper says, as plain data: the words of the result, cut to what fits.

The desk reads French: in another language, aids, papers and offices carry their French names too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

import segno
from flask import g, url_for

from engine.checklist import Cost, Paper, Stop
from engine.reference import Office
from engine.resume import write_code
from web import i18n
from web.i18n import gettext
from web.results import Result
from web.state import Case, catalogue
from web.wording import aid_name, bilingual, cost_kind, editions, serves, wording

# What a fuller sheet leaves out, level by level. A translated name that quotes the French one needs no other.
_WITHOUT_USES, _WITHOUT_DETAILS, _WITHOUT_TWICE, _WITHOUT_REASONS, _WITHOUT_BOXES = 1, 2, 3, 4, 5
LEAST = 6
MOST_PLACES = 6


def resume_code(case: Case) -> str:
    """The code that brings this case back."""
    return write_code(catalogue(), case.needs, case.answers)


def qr_code(case: Case) -> str:
    """An SVG that a phone reads as the address of this site, with the code in the fragment."""
    address = url_for("resuming.ask", lang=g.lang, _external=True, _anchor=resume_code(case))
    drawn = BytesIO()
    segno.make(address, error="m", micro=False).save(
        drawn, kind="svg", border=2, light="white", xmldecl=False, omitsize=True
    )
    return drawn.getvalue().decode()


def printed(case: Case, level: int = 0) -> dict[str, Any]:
    """The data of the sheet; the higher the level, the less it says."""
    result, todo, say = Result(case), case.checklist, wording().say
    total = result.possible if level < _WITHOUT_USES else 0
    colon = gettext("\u00a0:")
    known = bool(result.likely or result.to_check)
    maybe = [item for item in todo.papers if not item.certain]
    aids = [item.aid for item in case.assessments if item.possible] or [item.aid for item in case.assessments]
    return {
        "lang": i18n.current_language(),
        "short": level >= _WITHOUT_DETAILS,
        "site": gettext("Par où commencer\u00a0?"),
        "title": gettext("Mes démarches"),
        "intro": gettext(
            "Liste du %(day)s. Ce n’est pas une décision\u00a0: seul le service compétent décide."
            " Règles\u00a0: %(edition)s.",
            day=i18n.day(case.day),
            edition=editions(aids),
        ),
        "emergencies": [
            {
                "number": item.emergency.number,
                "text": f"{say(item.emergency, 'name')}{colon} {say(item.emergency, 'purpose')}",
            }
            for item in case.emergencies
        ],
        "clocks": [
            {
                "urgent": clock.deadline.item.urgent == "oui",
                "text": say(clock.deadline.item),
                "aid": aid_name(clock.aid),
            }
            for clock in todo.clocks
            if level < _WITHOUT_DETAILS or clock.deadline.item.urgent == "oui"
        ],
        "costs": [_cost(item, colon, level) for item in todo.costs],
        "papers": [_paper(item, level, total) for item in todo.papers if item.certain],
        "maybe": [_paper(item, level, 0) for item in maybe],
        "maybe_text": _in_one_line(maybe, level) if level >= _WITHOUT_BOXES else None,
        "offices": [_stop(stop, level, total if known else 0) for stop in todo.stops],
        "verdicts": _together(_verdicts(result, level)) if level >= _WITHOUT_REASONS else [*_verdicts(result, level)],
        "answers": " · ".join(
            f"{say(item, 'short')}{colon} {wording().answer(item, case.answers[fact])}"
            for fact in case.path.asked
            for item in [catalogue().questions[fact].question]
        ),
        "code": resume_code(case),
        "qr": qr_code(case),
        "qr_alt": gettext("Code à scanner pour reprendre ces réponses sur un autre appareil."),
        "resume": gettext(
            "Pour reprendre\u00a0: scannez ce carré, ou tapez le code sur %(address)s. Il contient les réponses"
            "\u00a0: gardez-le comme un papier personnel.",
            address=url_for("resuming.ask", lang=g.lang, _external=True),
        ),
        "labels": {
            "colon": colon,
            "emergencies": gettext("D’abord\u00a0: appelez"),
            "clocks": gettext("Délais"),
            "urgent": gettext("Urgent."),
            "costs": gettext("L’argent\u00a0: à savoir avant de demander"),
            "papers": gettext("Papiers à réunir"),
            "maybe": gettext("Seulement si cela vous concerne"),
            "offices": gettext("Où aller, qui appeler"),
            "verdicts": gettext("Aides"),
            "answers": gettext("Ce que j’ai répondu"),
            "code": gettext("Code pour reprendre\u00a0:"),
            "notes": gettext("Notes"),
        },
    }


def _cost(item: Cost, colon: str, level: int) -> dict[str, str]:
    kinds = [kind for kind in item.told if level < _WITHOUT_BOXES or kind != "contribution"] or list(item.told)
    told = (f"{cost_kind(kind)}{colon} {wording().say(item.told[kind][0].item)}" for kind in kinds)
    return {"name": ", ".join(map(aid_name, item.aids)), "text": " ".join(told)}


def _paper(item: Paper, level: int, total: int) -> dict[str, Any]:
    say, details = wording().say, []
    if level < _WITHOUT_DETAILS:
        details = [say(item.document, field) for field in ("detail", "max_age") if getattr(item.document, field)]
        if item.document.instead:
            instead = i18n.semicolon().join(wording().each(item.document, "instead"))
            details.append(gettext("Ou\u00a0:") + " " + instead)
        details += [say(ref, "note") for ref in item.noted if item.certain]
    return {
        **bilingual(item.document, brief=level >= _WITHOUT_TWICE),
        "detail": " – ".join(details),
        "serves": serves(item.aids, total) if total > 1 else "",
    }


def _in_one_line(papers: list[Paper], level: int) -> str:
    if level < LEAST:
        return " · ".join(wording().say(item.document, "name") for item in papers)
    return gettext("%(count)s papiers, selon la situation\u00a0: la liste est sur le site.", count=len(papers))


def _stop(stop: Stop, level: int, total: int) -> dict[str, Any]:
    found = stop.referral
    elsewhere = found.fallback if found.precision == "incomplet" or not found.offices else None
    offices = (elsewhere.offices if elsewhere else found.offices) if level < _WITHOUT_REASONS or stop.submit else ()
    places = [_place(office) for office in offices[:MOST_PLACES]]
    if offices[MOST_PLACES:]:
        places.append(gettext("%(count)s autres adresses sur le site.", count=len(offices) - MOST_PLACES))
    if elsewhere and places:
        places.insert(0, gettext("Pour le trouver, demandez ici\u00a0:"))
    if found.precision == "commune" and found.commune:
        places.insert(0, found.commune.name)
    ask = wording().say(found.role, "ask")
    return {
        **bilingual(found.role, brief=level >= _WITHOUT_TWICE),
        "ask": ask,
        "places": places,
        "serves": serves(stop.aids, total) if total > 1 else "",
    }


def _place(office: Office) -> str:
    """One line; a contact that only an old text gives says so, and a telephone number is not cut."""
    town = f"{office.postcode or ''} {office.town or ''}".strip()
    phone = office.phone and office.phone.replace(" ", "\u00a0")
    old = gettext("à vérifier") if office.reliability == "ancienne" else None
    return ", ".join(part for part in (office.name, office.address, town, phone, old) if part)


def _verdicts(result: Result, level: int) -> Iterator[dict[str, Any]]:
    say, brief = wording().say, level >= _WITHOUT_TWICE
    for verdict, cards in ((gettext("Probable"), result.likely), (gettext("À vérifier"), result.to_check)):
        for card in cards:
            why = say(card.assessment.open[0].condition) if card.assessment.open and level < _WITHOUT_REASONS else ""
            yield {"verdict": verdict, **bilingual(card.aid.aid, brief=brief), "why": why}
    for aid in result.unsought:
        yield {"verdict": gettext("À vérifier"), **bilingual(aid.aid, brief=brief), "why": ""}
    for card in result.unlikely:
        deciding = card.assessment.deciding
        why = say(deciding.condition) if deciding else ""
        yield {"verdict": gettext("Peu probable"), **bilingual(card.aid.aid, brief=brief), "why": why}


def _together(verdicts: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Aids of one verdict on one line."""
    names: dict[str, list[str]] = {}
    for item in verdicts:
        french = f" ({item['french']})" if item["french"] else ""
        names.setdefault(item["verdict"], []).append(item["name"] + french)
    return [{"verdict": verdict, "name": " · ".join(group), "why": ""} for verdict, group in names.items()]
