"""The shapes of the content: one frozen struct per thing, French keys mapped to English names.

A struct says what a content file may hold; `engine.content` reads files into them and
`engine.catalogue` checks them against each other. Texts are French source texts, never translated here.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

Identifier = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
FactName = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
IsoDay = Annotated[str, msgspec.Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]
LineRanges = Annotated[str, msgspec.Meta(pattern=r"^\d+(-\d+)?(, \d+(-\d+)?)*$")]
Text = Annotated[str, msgspec.Meta(min_length=1)]
# Text that a resident reads: translated, with the struct it stands in as context.
Prose = Annotated[str, msgspec.Meta(min_length=1, extra={"prose": "resident"})]
# Text that only agents and authors read: French in every language.
AgentText = Annotated[str, msgspec.Meta(min_length=1, extra={"prose": "agent"})]
YesNo = Literal["oui", "non"]

Nature = Literal["aide", "droit", "service", "mesure-du-juge", "orientation", "information"]
Origin = Literal["local", "national"]
QuestionKind = Literal["choix", "choix-multiple", "oui-non", "nombre", "montant", "commune"]
Expected = Literal["probable", "a-verifier", "peu-probable", "non-concerne"]


class Struct(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of every content shape: immutable, and no key it does not know."""


class Source(Struct, frozen=True, kw_only=True, rename={"document": "texte", "sheet": "fiche", "lines": "lignes"}):
    """Where a rule is written. Inside an aid, what is left out is inherited from the aid."""

    document: Identifier | None = None
    sheet: Text | None = None
    lines: LineRanges | None = None


class Statement(
    Struct,
    frozen=True,
    kw_only=True,
    rename={"text": "texte", "other_text": "texte_proche", "when": "si", "origin": "origine", "see": "voir"},
):
    """A sentence with its citation: an amount, a duration, a contribution, an appeal."""

    text: Prose
    other_text: Prose | None = None
    when: Text | None = None
    origin: Origin | None = None
    source: Source = Source()
    see: Identifier | None = None


class Deadline(
    Struct,
    frozen=True,
    kw_only=True,
    rename={"text": "texte", "other_text": "texte_proche", "who": "qui", "when": "si", "urgent": "urgent"},
):
    """A clock: the person's (`vous`) or the administration's (`service`)."""

    text: Prose
    other_text: Prose | None = None
    who: Literal["vous", "service"]
    when: Text | None = None
    urgent: YesNo = "non"
    source: Source = Source()


class Condition(
    Struct,
    frozen=True,
    kw_only=True,
    rename={
        "text": "texte",
        "other_text": "texte_proche",
        "test": "si",
        "origin": "origine",
        "to_check": "a_verifier",
    },
):
    """One rule of an aid: true, false or unknown once the answers are given."""

    text: Prose
    other_text: Prose | None = None
    test: Text
    origin: Origin
    source: Source
    to_check: Prose | None = None


class DocumentRef(Struct, frozen=True, kw_only=True, rename={"document": "piece", "when": "si"}):
    """A paper asked for by an aid, always or when a condition holds."""

    document: Identifier
    when: Text | None = None
    note: Prose | None = None
    source: Source = Source()


class Contacts(
    Struct, frozen=True, kw_only=True, rename={"submit": "deposer", "ask": "renseigner", "decide": "decider"}
):
    """Roles of the offices where one hands in, asks, and where the decision is taken."""

    submit: Identifier | None = None
    ask: Identifier | None = None
    decide: Identifier | None = None
    note: Prose | None = None

    @property
    def roles(self) -> tuple[Identifier, ...]:
        """The roles that are named, in the order in which one meets them."""
        return tuple(role for role in (self.submit, self.ask, self.decide) if role)


class Exclusion(Struct, frozen=True, kw_only=True, rename={"other": "avec", "text": "texte"}):
    """Two aids between which one chooses."""

    other: Identifier
    text: Prose
    source: Source = Source()


class AgentNote(Struct, frozen=True, kw_only=True, rename={"text": "texte"}):
    """What the agent must know: a silence or a contradiction of the texts, with its citations."""

    text: AgentText
    sources: tuple[Source, ...] = ()


class Example(
    Struct,
    frozen=True,
    kw_only=True,
    rename={"answers": "avec", "expected": "alors", "because": "car", "title": "titre", "day": "date"},
):
    """A case run by the tests: given these answers, that verdict, and for a "no" the condition that decides."""

    answers: dict[str, str | list[str]]
    expected: Expected
    because: Text | None = None
    title: Text | None = None
    day: IsoDay | None = None


_AID_KEYS = {
    "name": "nom",
    "summary": "en_bref",
    "needs": "besoins",
    "rules": "regles",
    "concerns": "concerne",
    "to_assess": "a_evaluer",
    "documents": "pieces",
    "contacts": "guichet",
    "steps": "etapes",
    "deadlines": "delais",
    "amount": "montant",
    "duration": "duree",
    "contribution": "participation",
    "recovery": "recuperation",
    "family_duty": "obligation_alimentaire",
    "appeal": "recours",
    "exclusions": "choix",
    "agent_notes": "pour_agent",
    "keywords": "mots",
    "examples": "exemples",
    "forms": "postes",
}


class Aid(Struct, frozen=True, kw_only=True, rename=_AID_KEYS):
    """An aid, right, service or referral. `forms` are its sub-forms, shaped alike, inheriting what they leave out."""

    id: Identifier
    name: Prose
    summary: Prose
    nature: Nature | None = None
    needs: tuple[Identifier, ...] = ()
    source: Source
    rules: tuple[Identifier, ...] = ()
    concerns: Text | None = None
    conditions: tuple[Condition, ...] = ()
    to_assess: Prose | None = None
    documents: tuple[Identifier | DocumentRef, ...] = ()
    contacts: Contacts = Contacts()
    steps: tuple[Statement, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    amount: tuple[Statement, ...] = ()
    duration: tuple[Statement, ...] = ()
    contribution: tuple[Statement, ...] = ()
    recovery: tuple[Statement, ...] = ()
    family_duty: tuple[Statement, ...] = ()
    appeal: tuple[Statement, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    agent_notes: tuple[AgentNote, ...] = ()
    keywords: tuple[Prose, ...] = ()
    examples: tuple[Example, ...] = ()
    forms: tuple[Aid, ...] = ()


class Rules(
    Struct,
    frozen=True,
    kw_only=True,
    rename={
        "name": "nom",
        "documents": "pieces",
        "steps": "etapes",
        "deadlines": "delais",
        "recovery": "recuperation",
        "family_duty": "obligation_alimentaire",
        "appeal": "recours",
        "agent_notes": "pour_agent",
    },
):
    """What several aids share, written once and referred to by `regles`."""

    id: Identifier
    name: AgentText
    source: Source
    conditions: tuple[Condition, ...] = ()
    documents: tuple[Identifier | DocumentRef, ...] = ()
    steps: tuple[Statement, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    recovery: tuple[Statement, ...] = ()
    family_duty: tuple[Statement, ...] = ()
    appeal: tuple[Statement, ...] = ()
    agent_notes: tuple[AgentNote, ...] = ()


class Option(
    Struct,
    frozen=True,
    kw_only=True,
    rename={"text": "texte", "other_text": "texte_proche", "help": "aide", "exclusive": "exclusif"},
):
    """One answer of a closed question. `exclusive` empties the other boxes (« aucune de ces situations »)."""

    id: Identifier
    text: Prose
    other_text: Prose | None = None
    help: Prose | None = None
    exclusive: YesNo = "non"
    danger: YesNo = "non"


class DontKnow(Struct, frozen=True, kw_only=True, rename={"text": "texte", "who": "qui"}):
    """« Je ne sais pas »: always offered, and always with who can tell."""

    text: Prose = "Je ne sais pas"
    who: Prose


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
        "dont_know": "nsp",
        "unit": "unite",
    },
):
    """A fact about the person, and the words in which it is asked."""

    id: FactName
    kind: QuestionKind
    text: Prose
    other_text: Prose | None = None
    short: Prose
    help: Prose | None = None
    other_help: Prose | None = None
    why: Prose | None = None
    when: Text | None = None
    always: YesNo = "non"
    sensitive: YesNo = "non"
    options: tuple[Option, ...] = ()
    dont_know: DontKnow
    unit: Prose | None = None
    min: int | None = None
    max: int | None = None


class Document(
    Struct,
    frozen=True,
    kw_only=True,
    rename={
        "name": "nom",
        "instead": "remplace_par",
        "max_age": "age_maximum",
        "where": "ou_obtenir",
        "rejected": "refuse_si",
    },
):
    """A paper to gather."""

    id: Identifier
    name: Prose
    detail: Prose | None = None
    instead: tuple[Prose, ...] = ()
    max_age: Prose | None = None
    where: Prose | None = None
    rejected: Prose | None = None
    source: Source = Source()


class Need(
    Struct,
    frozen=True,
    kw_only=True,
    rename={
        "name": "nom",
        "icon": "icone",
        "question": "accroche",
        "summary": "en_bref",
        "covers": "couvre",
        "at_hand": "sous_la_main",
        "demand": "demande",
        "welcome": "accueil",
        "open": "ouvert",
    },
):
    """One of the doors of the home page.

    `demand` is the question that says what one looks for behind it; `welcome` the role of the office that helps
    whoever does not know.
    """

    id: Identifier
    name: Prose
    icon: Identifier
    question: Prose
    summary: Prose
    covers: tuple[Prose, ...]
    at_hand: tuple[Prose, ...]
    demand: FactName | None = None
    welcome: Identifier | None = None
    open: YesNo = "oui"


class NumberedQuestion(Struct, frozen=True, kw_only=True, rename={"kind": "type", "options": "reponses"}):
    """A question that resume codes can hold. Its number, and those of its options, are their places in the file."""

    id: FactName
    kind: QuestionKind
    options: tuple[Identifier, ...] = ()


class Numbers(Struct, frozen=True, kw_only=True, rename={"needs": "besoins"}):
    """The registry of numbers that resume codes use. Entries are added at the end; none is moved or taken out."""

    needs: tuple[Identifier, ...]
    questions: tuple[NumberedQuestion, ...]
