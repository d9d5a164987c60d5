"""From content structs to compiled aids and emergency numbers, collecting every fault with its file and line."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

import msgspec

from engine.content.content_folder import Placed
from engine.content.entries import (
    STATEMENT_FIELDS,
    AidEntry,
    ConditionEntry,
    EmergencyEntry,
    ExclusionEntry,
    Guarded,
    GuidepostEntry,
    HeldEntry,
    RouteEntry,
)
from engine.content.exclusions import Side, both_ways, held_tests
from engine.content.french_keys import KeyPath, french_key
from engine.content.rule_builder import RuleBuilder
from engine.content.shapes.aids import AgentNote, Aid, Contacts, Nature, SharedRules
from engine.content.shapes.base import Source
from engine.content.shapes.emergencies import Emergency, Route
from engine.content.shapes.guideposts import Guidepost
from engine.content.shapes.questions import Question
from engine.content.strict_yaml import ReadFile
from engine.rules.rule import either, opposite


class EntryBuilder(RuleBuilder):
    """Compiles emergency numbers, guideposts and aids. `problems` fills up; nothing is raised here."""

    def __init__(
        self,
        questions: Mapping[str, Question],
        *,
        amounts: Collection[str],
        communes: Collection[str],
        cited_texts: Collection[str],
        rules: Mapping[str, ReadFile[SharedRules]],
        aids: Collection[Aid],
    ) -> None:
        super().__init__(questions, amounts=amounts, communes=communes, cited_texts=cited_texts)
        self.rules = rules
        self.exclusions = both_ways(aids)
        self.held_tests = held_tests(aids)

    def emergency(self, emergency: Emergency, where: ReadFile[Any], *path: str | int) -> EmergencyEntry:
        """An emergency number with its rule."""
        self.cite(emergency.source, where, *path, "source")
        return EmergencyEntry(emergency, self.rule(emergency.when, where, *path, "si"))

    def route(self, route: Route, where: ReadFile[Any], *path: str | int) -> RouteEntry:
        """A situation of danger with its rule."""
        for index, remark in enumerate(route.remarks):
            self.cite(remark.source, where, *path, "a_savoir", index, "source")
        return RouteEntry(route, self.rule(route.when, where, *path, "si"))

    def guidepost(self, guidepost: Guidepost, where: ReadFile[Any], *path: str | int) -> GuidepostEntry:
        """A guidepost with its rules."""
        self.cite(guidepost.source, where, *path, "source")
        lines = self._guarded(guidepost.lines, "phrases", guidepost.source, where, path)
        return GuidepostEntry(guidepost, self.rule(guidepost.when, where, *path, "si"), lines)

    def aid(self, aid: Aid, where: ReadFile[Any], path: KeyPath = (), parent: AidEntry | None = None) -> list[AidEntry]:
        """An aid and its variants, parents first."""
        shared = [self.rules[name] for name in aid.rules if name in self.rules]
        self._expect(aid.rules, self.rules, "la règle", where, *path, "regles")
        source = self._inherit(aid.source, parent.source if parent else Source(), where, *path, "source")
        concern = self.rule(aid.concerns, where, *path, "concerne")
        held = self._held(aid, source, where, path)
        for index, exclusion in enumerate(aid.exclusions):
            self.rule(exclusion.when, where, *path, "exclut", index, "si")
            self.cite(exclusion.source, where, *path, "exclut", index, "source")
        own = self._conditions(aid.conditions, source, where, path)
        for rules in shared:
            own += self._conditions(rules.value.conditions, rules.value.source, rules, ())
        entry = AidEntry(
            written=aid,
            place=Placed(aid, where, path),
            parent=parent.id if parent else None,
            nature=self._nature(aid, parent, where, path),
            openers=aid.openers or (parent.openers if parent else ()),
            needs=aid.needs or (parent.needs if parent else ()),
            source=source,
            doors=self._doors(aid.contacts, parent.doors if parent else (), source, where, path),
            concerns=(*(parent.concerns if parent else ()), *([concern] if concern else [])),
            also=self.rule(aid.also, where, *path, "aussi"),
            held=held,
            exclusions=(
                *(parent.exclusions if parent else ()),
                *(self._exclusion(item) for item in self.exclusions[aid.id]),
            ),
            conditions=(*self._granted(parent, aid), *own),
            own_conditions=tuple(own),
            documents=self._guarded(aid.documents, "pieces", source, where, path)
            + _flat(self._guarded(r.value.documents, "pieces", r.value.source, r, ()) for r in shared),
            deadlines=self._guarded(aid.deadlines, "delais", source, where, path)
            + _flat(self._guarded(r.value.deadlines, "delais", r.value.source, r, ()) for r in shared),
            statements={
                name: self._guarded(getattr(aid, name), french_key(Aid, name), source, where, path)
                + _flat(
                    self._guarded(getattr(r.value, name, ()), french_key(Aid, name), r.value.source, r, ())
                    for r in shared
                )
                for name in STATEMENT_FIELDS
            },
            first_steps=self._guarded(aid.first_steps, "premier_pas", source, where, path),
            agent_notes=_cited(aid.agent_notes, source)
            + _flat(_cited(r.value.agent_notes, r.value.source) for r in shared),
            variants=tuple(variant.id for variant in aid.variants),
        )
        variants = (self.aid(variant, where, (*path, "postes", i), entry) for i, variant in enumerate(aid.variants))
        return [entry, *(item for family in variants for item in family)]

    def _granted(self, parent: AidEntry | None, aid: Aid) -> Iterator[ConditionEntry]:
        """A parent's conditions as its variants have them: whoever already has the parent has met them.

        Not for a variant that says itself when one already has it: it is no more of what the parent gave.
        """
        for item in parent.conditions if parent else ():
            if parent is None or parent.held is None or aid.held:
                yield item
                continue
            held = parent.held.rule
            rule, plausible = either(item.rule, held), either(item.plausible, held)
            yield ConditionEntry(item.written, rule, item.sign, plausible, item.source)

    def _held(self, aid: Aid, source: Source, where: ReadFile[Any], path: KeyPath) -> HeldEntry | None:
        if aid.held is None:
            if aid.closed:
                self.problems.append(
                    where.problem("« fermee » demande « deja » : dites qui l’a déjà.", *path, "fermee")
                )
            return None
        at = (*path, "deja")
        rule = self.rule(aid.held.test, where, *at, "si")
        steps = self._guarded(aid.held.steps, "etapes", source, where, at)
        documents = self._guarded(aid.held.documents, "pieces", source, where, at)
        return HeldEntry(aid.held, rule, steps, documents) if rule else None

    def _exclusion(self, side: Side) -> ExclusionEntry:
        """What is wrong with its conditions is said where each is written."""
        written = side.exclusion
        text = written.when or self.held_tests.get(written.other or "")
        held = self.conditions.read(text)[0] if text else None
        free = opposite(held) if held else None
        return ExclusionEntry(written, side.second, held, free, written.source)

    def _doors(
        self,
        own: Contacts | tuple[Contacts, ...],
        inherited: tuple[Guarded[Contacts], ...],
        source: Source,
        where: ReadFile[Any],
        path: KeyPath,
    ) -> tuple[Guarded[Contacts], ...]:
        """The offices of an aid, one door after the other. A variant that names one only fills in its parent's."""
        if isinstance(own, Contacts) and not own.when:
            around = inherited or (Guarded(Contacts(), None, source),)
            return tuple(Guarded(_filled(own, door.written), door.rule, door.source) for door in around)
        doors = own if isinstance(own, tuple) else (own,)
        for index, door in enumerate(doors):
            if index == len(doors) - 1:
                fault = "le dernier guichet n’a pas de « si » : il vaut pour les autres cas." if door.when else None
            else:
                named = door.when and door.situation
                fault = None if named else "chaque guichet, sauf le dernier, a « cas » et « si »."
            if fault:
                self.problems.append(where.problem(fault, *path, "guichet", index))
        return tuple(
            Guarded(door, self.rule(door.when, where, *path, "guichet", index, "si"), source)
            for index, door in enumerate(doors)
        )

    def _nature(self, aid: Aid, parent: AidEntry | None, where: ReadFile[Any], path: KeyPath) -> Nature:
        nature = aid.nature or (parent.nature if parent else None)
        if nature is None:
            self.problems.append(where.problem("il manque la clé « nature ».", *path))
        return nature or "aide"


def _filled(own: Contacts, inherited: Contacts) -> Contacts:
    """A variant's offices, its parent's where it says nothing."""
    return Contacts(
        situation=inherited.situation,
        when=inherited.when,
        submit=own.submit or inherited.submit,
        ask=own.ask or inherited.ask,
        decide=own.decide or inherited.decide,
        note=own.note or inherited.note,
    )


def _flat(groups: Iterable[tuple[Any, ...]]) -> tuple[Any, ...]:
    return tuple(item for group in groups for item in group)


def _cited(notes: Iterable[AgentNote], around: Source) -> tuple[AgentNote, ...]:
    """Notes with their citations in full."""
    return tuple(
        msgspec.structs.replace(note, sources=tuple(item.within(around) for item in note.sources)) for note in notes
    )
