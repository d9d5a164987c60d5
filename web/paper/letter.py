"""A letter to fill in by hand, as plain data: how to go about it in the reader's language, the letter in French.

It is the same for everyone: nothing that a person answered goes into it.
"""

from __future__ import annotations

from typing import Any

from engine.case.directory import office_for
from engine.content.shapes.letters import Letter
from engine.content.shapes.offices import Office
from web.paper.contacts import contact
from web.words import i18n
from web.words.i18n import SOURCE_LANGUAGE, gettext
from web.words.wording import Wording

# Of the letter itself: whoever opens it reads French, whatever the language of the page.
FRENCH = {
    "sender": [
        "Nom et prénom\u00a0:",
        "Adresse\u00a0:",
        "",
        "Téléphone\u00a0:",
    ],
    "number": "Numéro du dossier (sur la décision)\u00a0:",
    "for": "J’écris pour\u00a0:",
    "whom": ["moi", "une autre personne (son nom, qui elle est pour moi)\u00a0:"],
    "unknown": "À la personne qui a signé la décision, à l’adresse écrite dessus\u00a0:",
    "place": "À",
    "date": "le",
    "subject": "Objet\u00a0:",
    "enclosed": "Je joins\u00a0:",
    "goodbye": "Veuillez recevoir mes salutations respectueuses.",
    "signature": "Signature\u00a0:",
}


def letter_data(letter: Letter, wording: Wording) -> dict[str, Any]:
    """What the page and the PDF say."""
    say = wording.say
    addressees = [wording.catalogue.offices[name] for name in letter.addressees]
    return {
        "lang": i18n.current_language(),
        "site": gettext("Par où commencer\u00a0?"),
        "title": say(letter, "name"),
        "intro": say(letter, "summary"),
        "french": gettext("La lettre reste en français\u00a0: c’est la langue de ceux qui la lisent.")
        if i18n.current_language() != SOURCE_LANGUAGE
        else "",
        "clock": say(letter.clock),
        "steps": [
            {
                "title": gettext("Remplissez la lettre"),
                "lines": [
                    gettext("Écrivez sur les lignes, cochez les cases, datez et signez."),
                    gettext("Besoin d’aide pour écrire\u00a0? Demandez ici\u00a0: %(place)s.", place=_helper(wording)),
                ],
            },
            {"title": gettext("Joignez"), "lines": [say(item) for item in letter.enclosed]},
            {"title": gettext("Envoyez"), "lines": _sending(letter, wording, addressees)},
            {"title": gettext("Ensuite"), "lines": [say(item) for item in letter.after]},
        ],
        "letter": {
            **FRENCH,
            "sender": [*FRENCH["sender"], *([] if letter.recipient else [FRENCH["number"]])],
            "unknown": letter.recipient or FRENCH["unknown"],
            "to": [_address(office) for office in addressees],
            "about": letter.subject,
            "parts": [
                {"text": part.text, "blank": part.blank or 0, "boxes": list(part.boxes)} for part in letter.parts
            ],
            "papers": [item.text for item in letter.enclosed],
        },
    }


def _sending(letter: Letter, wording: Wording, addressees: list[Office]) -> list[str]:
    """How to send it, and where: the office named, or the one that the decision names, if there is a decision."""
    which = [wording.say(letter.which)] if letter.which else []
    places = list(map(contact, addressees))
    if not places and not letter.recipient:
        places = [gettext("L’adresse est celle de qui a signé la décision.")]
    return [wording.say(letter.sending), *which, *places]


def _helper(wording: Wording) -> str:
    """Someone who helps to write, and a number that answers wherever one lives."""
    known = wording.catalogue
    welcome = next(need.welcome for need in known.needs.values() if need.welcome)
    referral = office_for(known, welcome, None)
    return ", ".join([wording.say(referral.role, "name"), *map(contact, referral.phones[:1])])


def _address(office: Office) -> list[str]:
    """The lines of an address."""
    town = f"{office.postcode or ''} {office.town or ''}".strip()
    return [line for line in (office.name, office.address, town) if line]
