"""The shapes of an aid (conditions, documents, deadlines, money, examples, variants) and of rules that aids share."""

from __future__ import annotations

from typing import Literal

from engine.content.shapes.base import AgentText, Identifier, IsoDay, Prose, Source, Struct, Text, YesNo

Nature = Literal["aide", "droit", "service", "mesure-du-juge", "orientation", "information"]


# Who opens the door of an aid. `mineur` may do so alone; `professionnel` proposes it, `juge` decides it.
Opener = Literal["soi-meme", "famille", "mineur", "professionnel", "juge", "tout-le-monde"]


Origin = Literal["local", "national"]


Expected = Literal["probable", "a-verifier", "peu-probable", "non-concerne", "deja-recue"]


# When a deadline runs: already for whoever reads it, once asked, once granted, after a refusal, to renew.
Stage = Literal["maintenant", "a-la-demande", "apres-l-accord", "en-cas-de-refus", "renouvellement"]


class Statement(
    Struct,
    frozen=True,
    kw_only=True,
    rename={
        "text": "texte",
        "other_text": "texte_proche",
        "when": "si",
        "origin": "origine",
        "see": "voir",
        "letter": "lettre",
    },
):
    """A sentence with its citation: an amount, a duration, a contribution, an appeal.

    It may lead to an aid to `see`, and to the `letter` that it speaks of.
    """

    text: Prose
    other_text: Prose | None = None
    when: Text | None = None
    origin: Origin | None = None
    source: Source = Source()
    see: Identifier | None = None
    letter: Identifier | None = None


class Deadline(
    Struct,
    frozen=True,
    kw_only=True,
    rename={
        "text": "texte",
        "other_text": "texte_proche",
        "who": "qui",
        "stage": "quand",
        "when": "si",
        "urgent": "urgent",
        "months": "mois",
    },
):
    """A clock: the person's (`vous`) or the administration's (`service`). Only one that runs now may be urgent.

    Of two that press alike, the one with fewer `months` is told first.
    """

    text: Prose
    other_text: Prose | None = None
    who: Literal["vous", "service"]
    stage: Stage = "a-la-demande"
    when: Text | None = None
    urgent: YesNo = False
    months: int | None = None
    source: Source = Source()


class Condition(
    Struct,
    frozen=True,
    kw_only=True,
    rename={
        "text": "texte",
        "other_text": "texte_proche",
        "test": "si",
        "sign": "signe",
        "confirmed_by": "confirme_par",
        "origin": "origine",
        "to_check": "a_verifier",
    },
):
    """One rule of an aid: true, false or unknown once the answers are given. `id` is what examples call it by.

    While it is unknown, a `sign` may make it plausible; `confirmed_by` says who settles it then.
    """

    id: Identifier | None = None
    text: Prose
    other_text: Prose | None = None
    test: Text
    sign: Text | None = None
    confirmed_by: Prose | None = None
    origin: Origin
    source: Source
    to_check: Prose | None = None


class DocumentRef(
    Struct, frozen=True, kw_only=True, rename={"document": "piece", "when": "si", "unasked": "sans_question"}
):
    """A document asked for by an aid, always or when a condition holds.

    No question is put for the sake of an `unasked` one: it depends on an answer only where that is known.
    """

    document: Identifier
    when: Text | None = None
    unasked: YesNo = False
    note: Prose | None = None
    source: Source = Source()


class Contacts(
    Struct,
    frozen=True,
    kw_only=True,
    rename={"situation": "cas", "when": "si", "submit": "deposer", "ask": "renseigner", "decide": "decider"},
):
    """Roles of the offices where one hands in, asks, and where the decision is taken.

    An aid with several doors names them in order: `when` says for whom each is, and `situation` says it in words.
    """

    situation: Prose | None = None
    when: Text | None = None
    submit: Identifier | None = None
    ask: Identifier | None = None
    decide: Identifier | None = None
    note: Prose | None = None

    @property
    def first(self) -> Identifier | None:
        """The role one goes to first: where one hands in, else where one asks."""
        return self.submit or self.ask

    @property
    def roles(self) -> tuple[Identifier, ...]:
        """The roles that are named, in the order in which one meets them."""
        return tuple(role for role in (self.submit, self.ask, self.decide) if role)


class Exclusion(
    Struct,
    frozen=True,
    kw_only=True,
    rename={"other": "avec", "when": "si", "text": "texte", "other_text": "texte_proche", "yields": "cede"},
):
    """What an aid cannot go with: another aid (`other`), or something paid that is no aid of the guide (`when`).

    Written in one of the two, it holds for both. When both are open, the one that `yields` comes second.
    """

    other: Identifier | None = None
    when: Text | None = None
    text: Prose
    other_text: Prose | None = None
    yields: YesNo = False
    source: Source = Source()


class Held(
    Struct,
    frozen=True,
    kw_only=True,
    rename={"test": "si", "steps": "etapes", "documents": "pieces"},
):
    """How one tells that the person already has an aid, and what is left to do then: revise, renew, complete."""

    test: Text
    steps: tuple[Statement, ...] = ()
    documents: tuple[Identifier | DocumentRef, ...] = ()


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
    """A case to replay: given these answers, that verdict, and for a "no" the condition that decides.

    `because` names that condition by its id, or repeats its `si` as written.
    """

    answers: dict[str, str | list[str]]
    expected: Expected
    because: Text | None = None
    title: Text | None = None
    day: IsoDay | None = None


_AID_KEYS = {
    "name": "nom",
    "short_name": "nom_court",
    "first_steps": "premier_pas",
    "fallback_of": "si_refus_de",
    "after": "apres",
    "same_call": "meme_appel",
    "summary": "en_bref",
    "openers": "qui",
    "needs": "besoins",
    "rules": "regles",
    "concerns": "concerne",
    "also": "aussi",
    "held": "deja",
    "closed": "fermee",
    "discreet": "discret",
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
    "exclusions": "exclut",
    "agent_notes": "pour_agent",
    "keywords": "mots",
    "examples": "exemples",
    "variants": "postes",
}


class Aid(Struct, frozen=True, kw_only=True, rename=_AID_KEYS):
    """An aid, right, service or referral. `variants` are its variants, shaped alike, inheriting what they
    leave out.

    `also` says which answers show that it fits someone who did not ask for it. A `closed` aid takes no new request:
    it is shown only to whoever already has it. A `discreet` one stays off paper and out of a calendar, unless the
    person ticks it in. `short_name` is said in lists and titles; `first_steps` are what to do
    to begin, the first that fits. Its `openers` may begin it; where none is named, whoever needs it does. Its place in
    a plan: it is asked for when one that it is `fallback_of` is refused, or once one that it comes `after` is settled.
    Those of the `same_call` are asked for together: one card for all.
    """

    id: Identifier
    name: Prose
    short_name: Prose | None = None
    first_steps: tuple[Statement, ...] = ()
    fallback_of: tuple[Identifier, ...] = ()
    after: tuple[Identifier, ...] = ()
    same_call: Identifier | None = None
    summary: Prose
    nature: Nature | None = None
    openers: tuple[Opener, ...] = ()
    needs: tuple[Identifier, ...] = ()
    source: Source
    rules: tuple[Identifier, ...] = ()
    concerns: Text | None = None
    also: Text | None = None
    held: Held | None = None
    closed: YesNo = False
    discreet: YesNo = False
    conditions: tuple[Condition, ...] = ()
    to_assess: Prose | None = None
    documents: tuple[Identifier | DocumentRef, ...] = ()
    contacts: Contacts | tuple[Contacts, ...] = Contacts()
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
    variants: tuple[Aid, ...] = ()


class SharedRules(
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
