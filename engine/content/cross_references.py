"""Checks that need the whole catalogue: everything an entry names must exist, and every example must be readable."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from engine.content.answers import AnswerError, read_answer
from engine.content.catalogue import Catalogue
from engine.content.content_folder import Placed
from engine.content.entries import STATEMENT_FIELDS
from engine.content.french_keys import french_key
from engine.content.problems import Problem, nearest
from engine.content.shapes.aids import Aid, Contacts, DocumentRef, SharedRules
from engine.content.shapes.amounts import Amount
from engine.content.shapes.documents import Document
from engine.content.shapes.needs import Need
from engine.content.shapes.offices import ImportedOffices, Office, Role
from engine.content.shapes.questions import Question

_CLOSED = ("choix", "choix-multiple")


class CrossReferences:
    """Goes through placed structs and notes what does not fit together."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.problems: list[Problem] = []

    def aids(self, places: Iterable[Placed[Aid]]) -> None:
        """Needs, offices, documents, exclusions, references and examples of aids and of their variants."""
        for place in places:
            if not place.item.needs:
                self.problems.append(place.problem("il manque la clé « besoins »."))
            self._expect(place, place.item.needs, self.catalogue.needs, "le besoin", "besoins")
            self._aid(place)

    def _aid(self, place: Placed[Aid]) -> None:
        aid, known = place.item, self.catalogue
        single = isinstance(aid.contacts, Contacts)
        for index, door in enumerate([aid.contacts] if isinstance(aid.contacts, Contacts) else aid.contacts):
            at = ("guichet",) if single else ("guichet", index)
            for key, role in (("deposer", door.submit), ("renseigner", door.ask), ("decider", door.decide)):
                self._expect(place, [role] if role else [], known.roles, "le guichet", *at, key)
        self._documents(place, aid.documents)
        for index, exclusion in enumerate(aid.exclusions):
            self._expect(place, [exclusion.other], known.aids, "l’aide", "choix", index, "avec")
        self._references(place)
        self._names(place)
        self._examples(place)
        for index, form in enumerate(aid.variants):
            self._aid(Placed(form, place.file, (*place.path, "postes", index)))

    def needs(self, places: Iterable[Placed[Need]]) -> None:
        """The question that says what one looks for, and the office for whoever does not know."""
        for place in places:
            demand = [place.item.demand] if place.item.demand else []
            self._expect(place, demand, self.catalogue.questions, "la question", "demande")
            welcome = [place.item.welcome] if place.item.welcome else []
            self._expect(place, welcome, self.catalogue.roles, "le guichet", "accueil")

    def rules(self, places: Iterable[Placed[SharedRules]]) -> None:
        """Documents and references of shared rules."""
        for place in places:
            self._documents(place, place.item.documents)
            self._references(place)

    def questions(self, places: Iterable[Placed[Question]]) -> None:
        """Closed questions have at least two options, each written once; the others have none to choose from."""
        for place in places:
            question = place.item
            options = [option.id for option in question.options]
            if question.kind in _CLOSED and len(options) < 2:
                self.problems.append(place.problem("une question à choix a au moins deux options.", "options"))
            if question.kind not in (*_CLOSED, "commune") and options:
                self.problems.append(place.problem(f"une question « {question.kind} » n’a pas d’options.", "options"))
            for index, option in enumerate(options):
                if option in options[:index] or option == "nsp":
                    self.problems.append(place.problem(f"l’option « {option} » est déjà prise.", "options", index))

    def roles(self, places: Iterable[Placed[Role]]) -> None:
        """Offices and fallback of roles; no role falls back on itself, near or far."""
        for place in places:
            self._expect(place, place.item.offices, self.catalogue.offices, "le guichet", "guichets")
            fallback = [place.item.fallback] if place.item.fallback else []
            self._expect(place, fallback, self.catalogue.roles, "le rôle", "repli")
            seen: set[str] = set()
            while fallback and fallback[0] in self.catalogue.roles and fallback[0] not in seen:
                seen.add(fallback[0])
                following = self.catalogue.roles[fallback[0]].fallback
                fallback = [following] if following else []
            if place.item.id in seen:
                self.problems.append(place.problem(f"« {place.item.id} » se replie sur lui-même.", "repli"))

    def offices(self, places: Iterable[Placed[Office]]) -> None:
        """Territory and source of offices."""
        for place in places:
            territory = [place.item.territory] if place.item.territory else []
            self._expect(place, territory, self.catalogue.territories, "le territoire", "territoire")
            self._cited(place, place.item.source.cited_text)
            self._day(place, place.item.verified, "verifie_le")
            reading = [place.item.reading.cited_text] if place.item.reading else []
            self._expect(place, reading, self.catalogue.cited_texts, "le texte", "releve", "texte")

    def imported(self, places: Iterable[Placed[ImportedOffices]]) -> None:
        """Role of imported offices."""
        for place in places:
            self._expect(place, [place.item.role], self.catalogue.roles, "le rôle", "role")

    def documents(self, places: Iterable[Placed[Document]]) -> None:
        """Source of documents."""
        for place in places:
            self._cited(place, place.item.source.cited_text)

    def amounts(self, places: Iterable[Placed[Amount]]) -> None:
        """An amount has values, or derives from amounts that do."""
        for place in places:
            rule = place.item.derivation
            if (rule is None) == (not place.item.values):
                self.problems.append(place.problem("un barème a soit « valeurs », soit « derive »."))
            if rule and Decimal(rule.over) == 0:
                self.problems.append(place.problem("on ne divise pas par zéro.", "derive", "divise"))
            for index, value in enumerate(place.item.values):
                at = ("valeurs", index)
                self._day(place, value.since, *at, "depuis")
                self._day(place, value.until, *at, "jusque")
                self._day(place, value.verified, *at, "verifie_le")
                if value.until and value.until < value.since:
                    self.problems.append(place.problem("« jusque » est avant « depuis ».", *at, "jusque"))
            for name in (rule.base, rule.factor) if rule else ():
                if name is None:
                    continue
                self._expect(place, [name], self.catalogue.amounts, "le barème", "derive")
                if name in self.catalogue.amounts and self.catalogue.amounts[name].derivation:
                    self.problems.append(place.problem(f"« {name} » est lui-même dérivé.", "derive"))

    def communes(self, file: str) -> None:
        """Territories and pôles médico-sociaux of communes."""
        for line, commune in enumerate(self.catalogue.communes.values(), start=2):
            if commune.territory and commune.territory not in self.catalogue.territories:
                hint = nearest(commune.territory, self.catalogue.territories)
                self.problems.append(Problem(file, line, f"le territoire « {commune.territory} » n’existe pas. {hint}"))
            if commune.pms and commune.pms not in self.catalogue.offices:
                hint = nearest(commune.pms, self.catalogue.offices)
                self.problems.append(Problem(file, line, f"le guichet « {commune.pms} » n’existe pas. {hint}"))

    def _documents(self, place: Placed[Aid] | Placed[SharedRules], documents: Iterable[str | DocumentRef]) -> None:
        for index, document in enumerate(documents):
            name = document if isinstance(document, str) else document.document
            self._expect(place, [name], self.catalogue.documents, "la pièce", "pieces", index)

    def _references(self, place: Placed[Aid] | Placed[SharedRules]) -> None:
        for name in STATEMENT_FIELDS:
            for index, statement in enumerate(getattr(place.item, name, ())):
                see = [statement.see] if statement.see else []
                self._expect(place, see, self.catalogue.aids, "l’aide", french_key(Aid, name), index, "voir")

    def _names(self, place: Placed[Aid]) -> None:
        """Each condition of an aid, those of its rules and of its parent included, has an id of its own, or none."""
        names = [item.written.id for item in self.catalogue.aids[place.item.id].conditions]
        for name in sorted({name for name in names if name and names.count(name) > 1}):
            self.problems.append(
                place.problem(f"l’identifiant « {name} » désigne deux conditions de « {place.item.id} ».", "conditions")
            )

    def _examples(self, place: Placed[Aid]) -> None:
        aid = self.catalogue.aids[place.item.id]
        for index, example in enumerate(place.item.examples):
            if example.because and not aid.conditions_called(example.because):
                known = [name for item in aid.conditions for name in (item.written.id, item.rule.text) if name]
                self._expect(place, [example.because], known, "la condition", "exemples", index, "car")
            self._day(place, example.day, "exemples", index, "date")
            for fact, written in example.answers.items():
                at = ("exemples", index, "avec", fact)
                self._expect(place, [fact], self.catalogue.questions, "la question", *at)
                if fact in self.catalogue.questions:
                    try:
                        read_answer(self.catalogue, fact, written)
                    except AnswerError as error:
                        self.problems.append(place.problem(error.reason, *at))

    def _day(self, place: Placed[Any], day: str | None, *path: str | int) -> None:
        """A day, where there is one, is in the calendar."""
        try:
            if day is not None:
                date.fromisoformat(day)
        except ValueError:
            self.problems.append(place.problem(f"« {day} » n’est pas une date.", *path))

    def _cited(self, place: Placed[Office] | Placed[Document], text: str | None) -> None:
        self._expect(place, [text] if text else [], self.catalogue.cited_texts, "le texte", "source")

    def _expect(
        self, place: Placed[Any], names: Iterable[str], known: Collection[str], what: str, *path: str | int
    ) -> None:
        for name in names:
            if name not in known:
                self.problems.append(place.problem(f"{what} « {name} » n’existe pas. {nearest(name, known)}", *path))
