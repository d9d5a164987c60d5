"""Checks that need the whole catalogue: everything that questions, offices, documents and amounts name must exist."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import groupby

from engine.content.content_folder import Placed
from engine.content.insee_codes import no_such_commune
from engine.content.person_faults import age_faults, fault_of_relation
from engine.content.phones import is_dialed
from engine.content.problems import Problem, nearest
from engine.content.references import References
from engine.content.shapes.amounts import Amount
from engine.content.shapes.communes import Commune
from engine.content.shapes.documents import Document
from engine.content.shapes.elsewhere import Elsewhere
from engine.content.shapes.emergencies import Emergency, Route
from engine.content.shapes.glossary import Term
from engine.content.shapes.guideposts import Guidepost
from engine.content.shapes.imports import ImportedOffices
from engine.content.shapes.needs import Need
from engine.content.shapes.offices import Office, Role
from engine.content.shapes.questions import Question
from engine.content.shapes.situations import Situation

_CLOSED = ("choix", "choix-multiple")


class CrossReferences(References):
    """Goes through all content but aids, and notes what does not fit together."""

    def needs(self, places: Iterable[Placed[Need]]) -> None:
        """The question that says what one looks for, and the office for whoever does not know."""
        for place in places:
            demand = [place.item.demand] if place.item.demand else []
            self.expect(place, demand, self.catalogue.questions, "la question", "demande")
            welcome = [place.item.welcome] if place.item.welcome else []
            self.expect(place, welcome, self.catalogue.roles, "le guichet", "accueil")
            meanwhile = [place.item.meanwhile.role] if place.item.meanwhile else []
            self.expect(place, meanwhile, self.catalogue.roles, "le guichet", "en_attendant", "guichet")
            if place.item.open and meanwhile:
                said = "« en_attendant » ne se dit que d’un besoin « ouvert: non »."
                self.problems.append(place.problem(said, "en_attendant"))

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
                if fault := fault_of_relation(question.options[index]):
                    self.problems.append(place.problem(fault, "options", index))
                welcome = [role] if (role := question.options[index].welcome) else []
                self.expect(place, welcome, self.catalogue.roles, "le guichet", "options", index, "accueil")
                if question.options[index].with_commune and question.kind != "commune":
                    said = "« avec_commune » ne se dit que dans une question « commune »."
                    self.problems.append(place.problem(said, "options", index, "avec_commune"))
            groups = [name for name, _ in groupby(option.group for option in question.options)]
            for name in sorted({name for name in groups if name and groups.count(name) > 1}):
                self.problems.append(place.problem(f"mettez ensemble les réponses du groupe « {name} ».", "options"))
            if question.doubt_from is not None and question.kind not in ("nombre", "montant"):
                said = "« douteux_des » ne se dit que d’un nombre ou d’un montant."
                self.problems.append(place.problem(said, "douteux_des"))
            for said, keys in age_faults(question, self.catalogue.questions):
                self.problems.append(place.problem(said, *keys))

    def emergencies(self, places: Iterable[Placed[Emergency]]) -> None:
        """The question whose doubt puts a number forward."""
        for place in places:
            doubt = [place.item.doubt] if place.item.doubt else []
            self.expect(place, doubt, self.catalogue.questions, "la question", "doute")

    def guideposts(self, places: Iterable[Placed[Guidepost]]) -> None:
        """The aids whose pages say them."""
        for place in places:
            self.expect(place, place.item.aids, self.catalogue.aids, "l’aide", "aides")

    def routes(self, places: Iterable[Placed[Route]]) -> None:
        """The numbers that it puts first, and the question whose doubt it speaks to."""
        for place in places:
            doubt = [place.item.doubt] if place.item.doubt else []
            self.expect(place, doubt, self.catalogue.questions, "la question", "doute")
            self.expect(place, place.item.first, self.catalogue.emergencies, "le numéro d’urgence", "numeros")

    def situations(self, places: Iterable[Placed[Situation]]) -> None:
        """Open needs, and answers that the questions admit."""
        for place in places:
            self.expect(place, place.item.needs, self.catalogue.open_needs, "le besoin ouvert", "besoins")
            self.answers(place, place.item.answers, "reponses")

    def elsewhere(self, places: Iterable[Placed[Elsewhere]]) -> None:
        """Who answers must be known."""
        for place in places:
            self.expect(place, [place.item.role], self.catalogue.roles, "le guichet", "guichet")

    def terms(self, places: Iterable[Placed[Term]]) -> None:
        """No way of writing a word is said twice: a page could not tell which one to explain."""
        known: dict[str, str] = {}
        for place in places:
            for form in place.item.written:
                if form in known:
                    said = f"« {form} » est déjà écrit dans « {known[form]} » : enlevez-le de l’un des deux."
                    self.problems.append(place.problem(said))
                known.setdefault(form, place.item.id)

    def roles(self, places: Iterable[Placed[Role]]) -> None:
        """Offices and fallback of roles; no role falls back on itself, near or far."""
        for place in places:
            self.expect(place, place.item.offices, self.catalogue.offices, "le guichet", "guichets")
            fallback = [place.item.fallback] if place.item.fallback else []
            self.expect(place, fallback, self.catalogue.roles, "le rôle", "repli")
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
            self.expect(place, territory, self.catalogue.territories, "le territoire", "territoire")
            self._cited(place, place.item.source.cited_text)
            self.day(place, place.item.verified, "verifie_le")
            reading = [place.item.reading.cited_text] if place.item.reading else []
            self.expect(place, reading, self.catalogue.cited_texts, "le texte", "releve", "texte")
            if place.item.phone and not is_dialed(place.item.phone):
                said = f"« {place.item.phone} » ne se compose pas : écrivez un seul numéro, comme 04 50 00 00 00."
                self.problems.append(place.problem(said, "telephone"))
            for insee in (place.item.serves or "").split():
                if insee not in self.catalogue.communes:
                    said = no_such_commune(insee, self.catalogue.communes, self.catalogue.former_places)
                    self.problems.append(place.problem(said, "dessert"))

    def imported(self, places: Iterable[Placed[ImportedOffices]]) -> None:
        """Roles of imported offices, and the text they come from."""
        for place in places:
            self.expect(place, place.item.roles, self.catalogue.roles, "le rôle", "roles")
            self._cited(place, place.item.cited_text)

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
                self.day(place, value.since, *at, "depuis")
                self.day(place, value.until, *at, "jusque")
                self.day(place, value.verified, *at, "verifie_le")
                if value.until and value.until < value.since:
                    self.problems.append(place.problem("« jusque » est avant « depuis ».", *at, "jusque"))
            for name in (rule.base, rule.factor) if rule else ():
                if name is None:
                    continue
                self.expect(place, [name], self.catalogue.amounts, "le barème", "derive")
                if name in self.catalogue.amounts and self.catalogue.amounts[name].derivation:
                    self.problems.append(place.problem(f"« {name} » est lui-même dérivé.", "derive"))

    def communes(self, file: str, communes: Mapping[str, Commune]) -> None:
        """Territories and pôles médico-sociaux of communes."""
        for line, commune in enumerate(communes.values(), start=2):
            self._link(file, line, commune.territory, commune.pms)

    def links(self, file: str, links: Mapping[str, Mapping[str, str]]) -> None:
        """The same, of what a table gave communes."""
        for line, link in enumerate(links.values(), start=2):
            self._link(file, line, link["territoire"], link["pms"])

    def _link(self, file: str, line: int, territory: str, pms: str) -> None:
        if territory and territory not in self.catalogue.territories:
            hint = nearest(territory, self.catalogue.territories)
            self.problems.append(Problem(file, line, f"le territoire « {territory} » n’existe pas. {hint}"))
        if pms and pms not in self.catalogue.offices:
            hint = nearest(pms, self.catalogue.offices)
            self.problems.append(Problem(file, line, f"le guichet « {pms} » n’existe pas. {hint}"))

    def _cited(self, place: Placed[Office] | Placed[Document] | Placed[ImportedOffices], text: str | None) -> None:
        self.expect(place, [text] if text else [], self.catalogue.cited_texts, "le texte", "source")
