"""Checks of aids and of the rules they share: everything they name must exist, and every example must be readable."""

from __future__ import annotations

from collections.abc import Iterable

from engine.content.content_folder import Placed
from engine.content.entries import STATEMENT_FIELDS, Way
from engine.content.french_keys import french_key
from engine.content.references import References
from engine.content.shapes.aids import Aid, Contacts, Deadline, DocumentRef, SharedRules, Statement

# Signs of a name that holds on one line of a phone.
SHORT = 30


class AidReferences(References):
    """Goes through aids, their variants and shared rules, and notes what does not fit together."""

    def aids(self, places: Iterable[Placed[Aid]]) -> None:
        """Needs, offices, documents, exclusions, references and examples of aids and of their variants."""
        for place in places:
            if not place.item.needs:
                self.problems.append(place.problem("il manque la clé « besoins »."))
            self.expect(place, place.item.needs, self.catalogue.needs, "le besoin", "besoins")
            self._aid(place)

    def _aid(self, place: Placed[Aid]) -> None:
        aid, known = place.item, self.catalogue
        single = isinstance(aid.contacts, Contacts)
        for index, door in enumerate([aid.contacts] if isinstance(aid.contacts, Contacts) else aid.contacts):
            at = ("guichet",) if single else ("guichet", index)
            for key, role in (("deposer", door.submit), ("renseigner", door.ask), ("decider", door.decide)):
                self.expect(place, [role] if role else [], known.roles, "le guichet", *at, key)
        self._documents(place, aid.documents)
        self._exclusions(place)
        self._order(place)
        self._judged(place)
        self._documents(place, aid.held.documents if aid.held else (), "deja")
        for index, deadline in enumerate(aid.deadlines):
            self._deadline(place, deadline, index)
        self._references(place)
        self._names(place)
        self._examples(place)
        for index, form in enumerate(aid.variants):
            self._aid(Placed(form, place.file, (*place.path, "postes", index)))

    def _exclusions(self, place: Placed[Aid]) -> None:
        """Each names another aid, or what tells that something is paid; only one of the two may yield."""
        for index, exclusion in enumerate(place.item.exclusions):
            at = ("exclut", index)
            self.expect(place, [exclusion.other] if exclusion.other else [], self.catalogue.aids, "l’aide", *at, "avec")
            if (exclusion.other is None) == (exclusion.when is None):
                self.problems.append(place.problem("une exclusion a soit « avec », soit « si ».", *at))
            if exclusion.yields and exclusion.other is None:
                self.problems.append(place.problem("« cede » demande « avec ».", *at, "cede"))
            if exclusion.other == place.item.id:
                self.problems.append(place.problem("une aide ne s’exclut pas elle-même.", *at, "avec"))
            if exclusion.yields and exclusion.other and exclusion.other in self.catalogue.aids:
                back = self.catalogue.aids[exclusion.other].written.exclusions
                if any(item.yields and item.other == place.item.id for item in back):
                    message = "« cede » est écrit des deux côtés : gardez-en un."
                    self.problems.append(place.problem(message, *at, "cede"))

    def _order(self, place: Placed[Aid]) -> None:
        """It waits for other aids that do not wait for it; others have the same call; a short name is short."""
        aid, known = place.item, self.catalogue.aids
        for key, names in (("si_refus_de", aid.fallback_of), ("apres", aid.after)):
            self.expect(place, names, known, "l’aide", key)
            for index, name in enumerate(names):
                other = known[name].written if name in known else None
                back = () if other is None else other.fallback_of if key == "si_refus_de" else other.after
                if name == aid.id or aid.id in back:
                    message = f"« {aid.id} » et « {name} » s’attendent l’une l’autre : gardez un seul sens."
                    self.problems.append(place.problem(message, key, index))
        if aid.same_call and not any(
            other.written.same_call == aid.same_call for other in known.values() if other.id != aid.id
        ):
            message = f"aucune autre aide n’a « meme_appel: {aid.same_call} »."
            self.problems.append(place.problem(message, "meme_appel"))
        if aid.short_name and len(aid.short_name) > SHORT:
            message = f"« nom_court » a {len(aid.short_name)} signes : {SHORT} au plus."
            self.problems.append(place.problem(message, "nom_court"))

    def _judged(self, place: Placed[Aid]) -> None:
        """What a judge decides is neither asked for nor a threat: after a refusal comes an appeal."""
        if self.catalogue.aids[place.item.id].way is not Way.JUDGED:
            return
        if place.item.fallback_of:
            message = "« si_refus_de » ne mène pas à ce qu’un juge décide : après un refus vient le recours."
            self.problems.append(place.problem(message, "si_refus_de"))
        for index, step in enumerate(place.item.first_steps):
            if "demand" in step.text.lower():
                message = "un juge décide : ce premier pas ne dit pas de demander."
                self.problems.append(place.problem(message, "premier_pas", index, "texte"))

    def _deadline(self, place: Placed[Aid] | Placed[SharedRules], deadline: Deadline, index: int) -> None:
        """Only what already runs may be urgent."""
        if deadline.urgent and deadline.stage != "maintenant":
            self.problems.append(place.problem("« urgent » demande « quand: maintenant ».", "delais", index, "urgent"))

    def rules(self, places: Iterable[Placed[SharedRules]]) -> None:
        """Documents and references of shared rules."""
        for place in places:
            self._documents(place, place.item.documents)
            self._references(place)
            for index, deadline in enumerate(place.item.deadlines):
                self._deadline(place, deadline, index)

    def _documents(
        self, place: Placed[Aid] | Placed[SharedRules], documents: Iterable[str | DocumentRef], *path: str
    ) -> None:
        for index, document in enumerate(documents):
            name = document if isinstance(document, str) else document.document
            self.expect(place, [name], self.catalogue.documents, "la pièce", *path, "pieces", index)

    def _references(self, place: Placed[Aid] | Placed[SharedRules]) -> None:
        for name in STATEMENT_FIELDS:
            for index, statement in enumerate(getattr(place.item, name, ())):
                self._see(place, statement, french_key(Aid, name), index)
        held = getattr(place.item, "held", None)
        for index, statement in enumerate(held.steps if held else ()):
            self._see(place, statement, "deja", "etapes", index)

    def _see(self, place: Placed[Aid] | Placed[SharedRules], statement: Statement, *path: str | int) -> None:
        see = [statement.see] if statement.see else []
        self.expect(place, see, self.catalogue.aids, "l’aide", *path, "voir")
        letter = [statement.letter] if statement.letter else []
        self.expect(place, letter, self.catalogue.letters, "la lettre", *path, "lettre")

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
                self.expect(place, [example.because], known, "la condition", "exemples", index, "car")
            self.day(place, example.day, "exemples", index, "date")
            self.answers(place, example.answers, "exemples", index, "avec")
