"""What is wrong with an answer, in the visitor's words: each message says what to do about it."""

from __future__ import annotations

from engine.content.answers import AnswerError
from engine.content.shapes.questions import Question
from web.words import i18n
from web.words.i18n import gettext


def explain(error: AnswerError, question: Question) -> str:
    """What is wrong with an answer, and what to do about it."""
    if question.kind == "commune":
        return _of_a_place(error)
    if question.kind in ("nombre", "montant"):
        return _of_a_number(error, question)
    match error.fault:
        case "exclusif":
            return gettext("Cette réponse ne va pas avec les autres. Gardez l’une ou les autres.")
        case "vide":
            return gettext("Choisissez au moins une réponse.")
    return gettext("Choisissez une réponse.")


def _of_a_number(error: AnswerError, question: Question) -> str:
    match error.fault:
        case "bornes":
            return gettext("Écrivez un nombre entre %(low)s et %(high)s.", low=question.min, high=question.max)
        case "negatif":
            return gettext("Écrivez un nombre sans le signe moins. Le plus petit est 0.")
        case "ambigu":
            return gettext("Ce nombre se lit de deux façons. Écrivez par exemple 950,50 ou 1200.")
        case "par-an":
            return gettext("Cette somme est pour un an. Divisez-la par 12, et écrivez la somme d’un mois.")
        case "douteux" | "douteux-case":
            asked = f"{error.about}\u00a0{i18n.say(question, 'unit', {})}".strip()
            doubt = gettext("%(sum)s\u00a0? Une somme pour un an se divise par 12.", sum=asked)
            if error.fault == "douteux":
                return doubt + " " + gettext("Si elle est juste, envoyez-la de nouveau.")
            return doubt + " " + gettext("Si elle est juste, cochez la case.")
        case "deux-reponses":
            return gettext(
                "Vous avez rempli le champ et coché «\u00a0%(unknown)s\u00a0». Videz le champ, ou décochez la case.",
                unknown=i18n.say(question.dont_know, "text", {}),
            )
    if question.kind == "nombre":
        return gettext("Écrivez un nombre entier, en chiffres. Par exemple\u00a0: 72.")
    return gettext("Écrivez une somme en chiffres. Par exemple\u00a0: 950 ou 950,50.")


def _of_a_place(error: AnswerError) -> str:
    match error.fault:
        case "commune-inconnue":
            return gettext("Nous ne trouvons pas cette commune en Haute-Savoie. Vérifiez le nom ou le code postal.")
        case "commune-vague":
            return gettext("Beaucoup de communes ont ce nom. Écrivez-le en entier.")
        case "commune-proche":
            return gettext(
                "Vouliez-vous dire «\u00a0%(name)s\u00a0»\u00a0? Choisissez, ou corrigez le nom.", name=error.about
            )
        case "commune-laquelle":
            return gettext("Plusieurs communes correspondent. Choisissez la vôtre.")
        case "deux-reponses" if error.about:
            return gettext(
                "Vous avez écrit une commune et choisi une autre réponse. Choisissez l’une des deux, ou videz le champ."
            )
        case "deux-reponses":
            return gettext("Ces réponses ne vont pas ensemble. Gardez-en une seule.")
    return gettext("Écrivez une commune ou un code postal, ou choisissez une réponse.")
