"""The words of a plan that several surfaces say: the sentence to act on, the times, the turns, the place."""

from __future__ import annotations

import re

from engine.case.case import Case
from engine.case.changes import Birthday
from engine.case.checklist import Clock, Stop
from engine.case.directory import Precision, Referral
from engine.case.plan import Act, Plan
from engine.case.planned import Planned, Turn
from engine.content.entries import AidEntry, Way
from engine.content.shapes.aids import Stage
from web.words.elision import of
from web.words.i18n import gettext
from web.words.states import unasked
from web.words.wording import Wording


def act(plan: Plan, wording: Wording) -> str:
    """The one sentence to act on."""
    if plan.first and plan.first_step:
        return wording.say(plan.first_step)
    if plan.first and unasked(plan.first.aid) and plan.first.aid.way is not Way.JUDGED:
        return gettext("À lire d’abord\u00a0: %(aid)s", aid=wording.aid_name(plan.first.aid))
    if plan.first:
        aid = wording.aid_name(plan.first.aid)
        return {
            Way.ASKED: gettext("Commencez par demander\u00a0: %(aid)s", aid=aid),
            Way.PROPOSED: gettext("Parlez-en à un travailleur social\u00a0: %(aid)s", aid=aid),
            Way.JUDGED: gettext("Un juge décide\u00a0: %(aid)s", aid=aid),
        }[plan.first.aid.way]
    if plan.act is Act.KEEP:
        aid = wording.aid_name(plan.held[0].aid)
        if wording.other:
            person = wording.relation_in_aids.fill("{Proche}")
            return gettext("%(person)s a déjà une aide\u00a0: %(aid)s", person=person, aid=aid)
        return gettext("Vous avez déjà une aide\u00a0: %(aid)s", aid=aid)
    if plan.place and plan.place.referral.role.begin:
        return wording.say(plan.place.referral.role, "begin")
    return gettext("Parlez-en d’abord à un travailleur social.")


def stage_name(stage: Stage) -> str:
    """When a deadline comes, in a word or two."""
    return {
        "maintenant": gettext("Maintenant"),
        "a-la-demande": gettext("En demandant"),
        "apres-l-accord": gettext("Après l’accord"),
        "en-cas-de-refus": gettext("Si c’est non"),
        "renouvellement": gettext("Plus tard"),
    }[stage]


def whose_deadline(clock: Clock, plan: Plan, wording: Wording) -> str:
    """The name of the aid that a deadline is of; nothing where it is the one to begin with."""
    return wording.aid_name(clock.aid) if plan.of_another(clock) else ""


def deadlines_in_full(plan: Plan, wording: Wording) -> list[tuple[str, str, str]]:
    """Those that the line of time folds or cuts after their first sentence: when, the whole of it, and of what."""
    return [
        (stage_name(moment.stage), text, whose_deadline(clock, plan, wording))
        for moment in plan.moments
        for clock in (*moment.told, *moment.folded)
        for text in (wording.say(clock.deadline.written),)
        if clock in moment.folded or (not clock.urgent and opening(text) != text)
    ]


def turn_name(item: Planned, plan: Plan, wording: Wording) -> str:
    """When an aid comes up among the others; what follows the first need not name it.

    For what a judge decides there is no turn: nobody asks for it.
    """
    if item.aid.way is Way.JUDGED:
        return gettext("Un juge décide")
    match item.turn:
        case Turn.FIRST:
            return gettext("En premier")
        case Turn.ALSO if unasked(item.aid):
            return gettext("À savoir aussi")
        case Turn.ALSO if item.aid.way is Way.PROPOSED:
            return gettext("À voir avec un travailleur social")
        case Turn.ALSO:
            return gettext("À demander aussi")
        case Turn.FALLBACK if plan.first and item.others[0] is plan.first.aid:
            return gettext("Si c’est non")
        case Turn.FALLBACK:
            return gettext("Si c’est non pour\u00a0: %(aid)s", aid=wording.aid_name(item.others[0]))
        case Turn.NEXT if plan.first and item.others[0] is plan.first.aid:
            return gettext("Ensuite")
        case Turn.NEXT:
            return gettext("Après\u00a0: %(aid)s", aid=wording.aid_name(item.others[0]))


def same_call(item: Planned, wording: Wording) -> str:
    """What the call for an aid may give besides; nothing where it asks for this one alone."""
    names = wording.aid_names(item.aids[1:])
    return gettext("Le même appel peut donner aussi\u00a0: %(aids)s.", aids=names) if names else ""


def way_in(aid: AidEntry) -> str:
    """Who begins it, where it is not whoever needs it. What one is only told of is proposed by nobody."""
    if aid.way is Way.PROPOSED and unasked(aid):
        return gettext("Cela ne se demande pas. Un travailleur social peut l’expliquer.")
    return {
        Way.ASKED: "",
        Way.PROPOSED: gettext("Un professionnel propose cette aide. Parlez-en à un travailleur social."),
        Way.JUDGED: gettext("Un juge décide."),
    }[aid.way]


def call_instead(found: Referral) -> str:
    """What stands before whom to ask, where an office has no telephone or nobody knows which is the right one."""
    if found.located:
        return gettext("Pour l’appeler, demandez ici\u00a0:")
    return gettext("Pour le trouver, demandez ici\u00a0:")


def first_title(plan: Plan) -> str:
    """What stands over the aid to begin with, on paper."""
    match plan.first.aid.way if plan.first else None:
        case None:
            return gettext("Ce qui est déjà reçu")
        case Way.ASKED if plan.first and unasked(plan.first.aid):
            return gettext("Ce qu’il faut savoir")
        case Way.ASKED:
            return gettext("Ce qu’il faut demander")
        case Way.PROPOSED:
            return gettext("À voir avec un travailleur social")
        case Way.JUDGED:
            return gettext("Un juge décide")


def still_possible(plan: Plan) -> str:
    """What one may do about what is unlikely: nothing where a judge decides it all."""
    if all(card.aid.way is Way.JUDGED for card in plan.unlikely):
        return ""
    return gettext("Vous pouvez les demander quand même. Le service examinera votre demande.")


def birthday_in_words(birthday: Birthday) -> str:
    """An age to come, with how near it is where that is known."""
    match birthday.within:
        case None:
            return gettext("À %(age)d ans", age=birthday.age)
        case 12:
            return gettext("À %(age)d ans, dans moins d’un an", age=birthday.age)
        case months:
            return gettext("À %(age)d ans, dans moins de %(months)d mois", age=birthday.age, months=months)


def reason_in_words(fact: str, case: Case, wording: Wording) -> str:
    """An answer that counts, in words that say what it is about: a yes or a no does not, by itself."""
    told = wording.answer_to(fact, case.answers)
    answers = {gettext("Oui"), gettext("Non")} & set(re.findall(r"^\w+", told))
    return wording.question_name(fact) + gettext("\u00a0:") + " " + told if answers else told


def opening(text: str, sentences: int = 1) -> str:
    """How a text begins: its first sentences, which say the most; a question goes with its answer."""
    said = text.split(". ")
    return ". ".join(said[:sentences]) + ("." if said[sentences:] else "")


def to_tell(stop: Stop, wording: Wording) -> str:
    """What to say at an office, word for word where there are such words."""
    role = stop.referral.role
    if role.say and (stop.welcome or not stop.held):
        return gettext("«\u00a0%(words)s\u00a0»", words=wording.say(role, "say"))
    return wording.ask(stop)


def place_name(found: Referral, wording: Wording) -> str:
    """A place by its name where there is one office, else by what it does."""
    if len(found.offices) == 1:
        return found.offices[0].name
    if found.precision is Precision.COMMUNE and found.commune:
        return gettext("Mairie ou CCAS %(of_town)s", of_town=of(found.commune.name))
    return wording.say(found.role, "name")
