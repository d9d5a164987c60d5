"""The shape of a question: a fact about the person, and the words in which it is asked."""

from __future__ import annotations

from typing import Literal

from engine.content.shapes.base import FactName, Identifier, Prose, Struct, Text, YesNo

QuestionKind = Literal["choix", "choix-multiple", "oui-non", "nombre", "montant", "commune"]
Gender = Literal["feminin", "masculin", "commun"]


class Option(
    Struct,
    frozen=True,
    kw_only=True,
    rename={
        "text": "texte",
        "other_text": "texte_proche",
        "help": "aide",
        "exclusive": "exclusif",
        "third_person": "troisieme_personne",
        "with_commune": "avec_commune",
        "outside": "hors_guide",
        "when": "si",
        "relative": "proche",
        "mine": "mien",
        "welcome": "accueil",
        "gender": "genre",
        "family": "famille",
        "group": "groupe",
        "glimpse": "apercu",
    },
):
    """One answer of a closed question, under the heading of its `group` where there is one.

    `glimpse` says in a few words what the group holds, while a long list keeps it folded.

    `exclusive` empties the other boxes (« aucune de ces situations »); `danger` leads to the emergency numbers;
    `third_person` says that one answers for someone else; `with_commune`, that it may be said beside a commune;
    `outside`, that one looks for what the guide does not hold. It is not offered to someone of whom `when` is false.
    `relative` is what to call the person one answers for (« votre mère »), `mine` how one calls them oneself (« ma
    mère »), and `gender` how to speak of them; it may as well be a whole `family`, which an aid does not call so.
    `welcome` is the role of the office that listens to whoever looks for this, in place of that of the need.
    """

    id: Identifier
    text: Prose
    other_text: Prose | None = None
    help: Prose | None = None
    exclusive: YesNo = False
    danger: YesNo = False
    third_person: YesNo = False
    with_commune: YesNo = False
    outside: YesNo = False
    when: Text | None = None
    relative: Prose | None = None
    mine: Prose | None = None
    gender: Gender | None = None
    family: YesNo = False
    group: Prose | None = None
    glimpse: Prose | None = None
    welcome: Identifier | None = None


class OtherWords(Struct, frozen=True, kw_only=True, rename={"when": "si", "text": "texte", "help": "aide"}):
    """How a question is put to someone for whom `when` holds; they say « mon enfant », and read « votre enfant »."""

    when: Text
    text: Prose
    help: Prose | None = None


class DontKnow(Struct, frozen=True, kw_only=True, rename={"text": "texte", "who": "qui"}):
    """« Je ne sais pas »: always offered, and always with who can tell."""

    text: Prose = "Je ne sais pas"
    who: Prose


class Soon(Struct, frozen=True, kw_only=True, rename={"fact": "question", "reached": "atteint", "months": "mois"}):
    """What a yes says of the person's age: that it will have `reached` so much within so many `months`."""

    fact: FactName
    reached: int
    months: int


class Question(
    Struct,
    frozen=True,
    kw_only=True,
    rename={
        "kind": "type",
        "text": "texte",
        "other_text": "texte_proche",
        "short": "court",
        "help": "aide",
        "other_help": "aide_proche",
        "why": "pourquoi",
        "when": "si",
        "always": "toujours",
        "sensitive": "sensible",
        "opens": "ouvre",
        "dont_know": "nsp",
        "unit": "unite",
        "doubt_from": "douteux_des",
        "wordings": "autrement",
        "grows": "grandit",
        "soon": "bientot",
    },
):
    """A fact about the person, and the words in which it is asked.

    A number of `doubt_from` or more is asked back once, before it is believed. One that `grows` is an age in years; a
    yes may say that it will `soon` reach a threshold. Whoever does not know the answer to one that `opens` aids does
    not know what they look for.
    """

    id: FactName
    kind: QuestionKind
    text: Prose
    other_text: Prose | None = None
    short: Prose
    help: Prose | None = None
    other_help: Prose | None = None
    why: Prose | None = None
    when: Text | None = None
    always: YesNo = False
    sensitive: YesNo = False
    opens: YesNo = False
    options: tuple[Option, ...] = ()
    wordings: tuple[OtherWords, ...] = ()
    dont_know: DontKnow
    unit: Prose | None = None
    min: int | None = None
    max: int | None = None
    doubt_from: int | None = None
    grows: YesNo = False
    soon: Soon | None = None
