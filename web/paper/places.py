"""Where an office is and whom to call there, on lines of paper."""

from __future__ import annotations

from engine.case.checklist import Stop
from engine.case.directory import Precision
from web.paper.contacts import contact
from web.words.i18n import gettext
from web.words.plan_words import call_instead

MOST_PLACES = 6


def places(stop: Stop, *, brief: bool = False) -> list[str]:
    """All the places of an office; when `brief`, one to call, without its address where a telephone is enough.

    Where none of those shown has a telephone, someone who has one is named too.
    """
    found = stop.referral
    offices = list(found.offices) if found.precision is not Precision.SOME_KNOWN else []
    most = 1 if brief else MOST_PLACES
    shown = sorted(offices, key=lambda office: not office.phone)[:most] if brief else offices[:most]
    # An old address is asked for on the telephone; a sure one is needed where a file is sent.
    told = [contact(item, brief=brief and (not stop.submit or item.reliability != "sure")) for item in shown]
    if not brief and offices[most:]:
        told.append(gettext("%(count)s autres adresses sur le site.", count=len(offices) - most))
    if found.precision is Precision.COMMUNE and not offices and found.commune:
        told.append(found.commune.name)
    if found.fallback and (not brief or stop.welcome or not any(office.phone for office in shown)):
        called = [office for office in found.fallback.offices if office.phone] or found.fallback.offices
        told += [f"{call_instead(found)} {contact(office)}" for office in called[:1]]
    return told
