"""The whole content, loaded once and cross-checked: ids, options, documents, offices, amounts, citations.

A fault anywhere stops the loading; half a catalogue is never served.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Set
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

from engine.content.amounts import DatedAmount, amounts_on
from engine.content.content_folder import Placed
from engine.content.entries import AidEntry, EmergencyEntry, GuidepostEntry, QuestionEntry, RouteEntry
from engine.content.places import PlaceAnswer
from engine.content.shapes.aids import SharedRules
from engine.content.shapes.amounts import Amount
from engine.content.shapes.cited_texts import CitedText
from engine.content.shapes.code_registry import CodeRegistry
from engine.content.shapes.communes import Commune, FormerPlace
from engine.content.shapes.definitions import Definition
from engine.content.shapes.departement import Departement
from engine.content.shapes.documents import Document
from engine.content.shapes.elsewhere import Elsewhere
from engine.content.shapes.findings import Finding
from engine.content.shapes.glossary import Term
from engine.content.shapes.letters import Letter
from engine.content.shapes.needs import Need
from engine.content.shapes.offices import Office, Role, Territory
from engine.content.shapes.situations import Situation
from engine.rules.conditions import facts
from engine.rules.partial import what_is_left
from engine.rules.prospects import Bits
from engine.rules.rule import Rule
from engine.rules.truth import Amounts, Answers


@dataclass(frozen=True, eq=False)
class Catalogue:
    """What the site knows, by id. Mappings keep the order of the content files.

    `town_halls` are by the INSEE code of their commune. `places` are where all this is written, for whoever has
    something to say of it to its author.
    """

    needs: Mapping[str, Need]
    questions: Mapping[str, QuestionEntry]
    aids: Mapping[str, AidEntry]
    rules: Mapping[str, SharedRules]
    definitions: Mapping[str, Definition]
    documents: Mapping[str, Document]
    roles: Mapping[str, Role]
    offices: Mapping[str, Office]
    town_halls: Mapping[str, Office]
    findings: tuple[Finding, ...]
    territories: Mapping[str, Territory]
    communes: Mapping[str, Commune]
    former_places: tuple[FormerPlace, ...]
    amounts: Mapping[str, Amount]
    cited_texts: Mapping[str, CitedText]
    emergencies: Mapping[str, EmergencyEntry]
    guideposts: Mapping[str, GuidepostEntry]
    routes: tuple[RouteEntry, ...]
    situations: Mapping[str, Situation]
    elsewhere: Mapping[str, Elsewhere]
    terms: Mapping[str, Term]
    letters: Mapping[str, Letter]
    code_registry: CodeRegistry
    departement: Departement
    bits: Bits
    places: tuple[Placed[Any], ...]

    @cached_property
    def open_needs(self) -> tuple[str, ...]:
        """Needs that someone can choose today."""
        return tuple(need.id for need in self.needs.values() if need.open)

    @cached_property
    def rank(self) -> dict[str, tuple[bool, int]]:
        """Order of asking: sensitive questions last, the others as the content gives them."""
        return {name: (item.sensitive, index) for index, (name, item) in enumerate(self.questions.items())}

    @property
    def masks(self) -> Mapping[str, int]:
        """One bit for each question, in content order: a set of questions is an integer."""
        return self.bits.questions

    @cached_property
    def question_of_mask(self) -> dict[int, str]:
        """The question of each bit."""
        return {bit: name for name, bit in self.masks.items()}

    @cached_property
    def all_mask(self) -> int:
        """All questions."""
        return sum(self.masks.values())

    @cached_property
    def sensitive_mask(self) -> int:
        """The questions asked after all others."""
        return sum(self.masks[name] for name, item in self.questions.items() if item.sensitive)

    @cached_property
    def waiting(self) -> dict[str, Rule]:
        """Questions that make sense only under a rule, and that rule."""
        return {name: item.rule for name, item in self.questions.items() if item.rule}

    @cached_property
    def waiting_of_mask(self) -> dict[int, Rule]:
        """The same, by the bit of the question."""
        return {self.masks[name]: rule for name, rule in self.waiting.items()}

    @cached_property
    def waiting_mask(self) -> int:
        """The bits of all these questions."""
        return sum(self.waiting_of_mask)

    @cached_property
    def waiting_on(self) -> Mapping[str, tuple[str, ...]]:
        """For each question, those whose own condition hangs on it, near or far, in content order."""
        return {
            fact: tuple(name for name in self.waiting if name in reached and name != fact)
            for fact, reached in self.depends.items()
        }

    @cached_property
    def waiting_masks_on(self) -> Mapping[str, int]:
        """The same as bits, and itself where it waits too."""
        return {
            fact: sum(self.masks[name] for name in (fact, *names) if name in self.waiting)
            for fact, names in self.waiting_on.items()
        }

    @cached_property
    def first_questions(self) -> tuple[str, ...]:
        """Questions asked first, whatever the need."""
        return tuple(name for name, item in self.questions.items() if item.always)

    @cached_property
    def depends(self) -> Mapping[str, frozenset[str]]:
        """For each question, itself and those whose own condition hangs on it, near or far."""
        reach = {name: {name} for name in self.questions}
        for name, item in self.questions.items():
            for fact in item.rule.facts if item.rule else ():
                for reached in reach.values():
                    if fact in reached:
                        reached.add(name)
        return {name: frozenset(reached) for name, reached in reach.items()}

    @cached_property
    def place_question(self) -> str:
        """The question that says where the person lives."""
        return next(name for name, item in self.questions.items() if item.written.kind == "commune")

    @cached_property
    def age_question(self) -> str | None:
        """The question that says how old the person is."""
        return next((name for name, item in self.questions.items() if item.written.grows), None)

    @cached_property
    def soon(self) -> Mapping[int, tuple[str, int]]:
        """By age, the question whose yes says that it is near, and within how many months."""
        told = ((name, item.written.soon) for name, item in self.questions.items())
        return {soon.reached: (name, soon.months) for name, soon in told if soon}

    def place_in(self, answers: Answers) -> str | None:
        """Where the person lives: an INSEE code or a special option; nothing while it is not known."""
        place = answers.get(self.place_question)
        if isinstance(place, PlaceAnswer):
            return place.insee
        return place if isinstance(place, str) else None

    @cached_property
    def third_person(self) -> tuple[tuple[str, str], ...]:
        """Questions and those of their options that say that one answers for someone else."""
        return tuple(
            (name, option.id)
            for name, item in self.questions.items()
            for option in item.written.options
            if option.third_person
        )

    @cached_property
    def demands(self) -> Mapping[str, frozenset[str]]:
        """For each aid, the questions that say what one looks for in its needs."""
        asked = {name: need.demand for name, need in self.needs.items()}
        return {
            aid.id: frozenset(demand for need in aid.needs if (demand := asked[need])) for aid in self.aids.values()
        }

    @cached_property
    def openings(self) -> tuple[str, ...]:
        """Questions that say what one looks for, once the demand is known."""
        return tuple(name for name, item in self.questions.items() if item.written.opens)

    def nothing_sought(self, needs: Collection[str]) -> dict[str, frozenset[str]]:
        """In the needs that were not chosen, the demand counts as answered: nothing is looked for there."""
        chosen = {self.needs[need].demand for need in needs}
        others = (need.demand for need in self.needs.values() if need.demand not in chosen)
        return {demand: frozenset[str]() for demand in others if demand}

    @cached_property
    def local_aids(self) -> frozenset[str]:
        """Aids one of whose offices is not the same everywhere in the Département."""
        return frozenset(aid.id for aid in self.aids.values() if any(map(self.is_local, aid.roles)))

    def is_local(self, role: str) -> bool:
        """Whether its office is not the same everywhere in the Département."""
        return self.roles[role].level in ("commune", "territoire")

    @cached_property
    def facts_of(self) -> Mapping[str, frozenset[str]]:
        """For each aid, the questions that its verdict, documents, deadlines or offices hang on."""
        place = {self.place_question}
        return {
            aid.id: aid.verdict_facts | aid.detail_facts | (place if aid.id in self.local_aids else set())
            for aid in self.aids.values()
        }

    @cached_property
    def mask_of(self) -> Mapping[str, int]:
        """The same, as bits."""
        return {aid: sum(self.masks[fact] for fact in facts) for aid, facts in self.facts_of.items()}

    @cached_property
    def leaves_of(self) -> Mapping[str, int]:
        """For each aid, the bits of the comparisons and flags that all its rules are made of."""
        return {aid.id: self.bits.leaves_in(rule.expression for rule in aid.rules) for aid in self.aids.values()}

    @cached_property
    def aids_on(self) -> Mapping[str, tuple[str, ...]]:
        """For each question, the aids that hang on it, near or far."""
        return {
            name: tuple(aid for aid, facts in self.facts_of.items() if not reached.isdisjoint(facts))
            for name, reached in self.depends.items()
        }

    @lru_cache(maxsize=32)  # noqa: B019  # one catalogue lives as long as the process
    def aids_for(self, needs: frozenset[str]) -> tuple[AidEntry, ...]:
        """Aids offered under any of these needs, in content order."""
        return tuple(aid for aid in self.aids.values() if not needs.isdisjoint(aid.needs))

    @lru_cache(maxsize=32)  # noqa: B019
    def questions_for(self, needs: frozenset[str]) -> tuple[QuestionEntry, ...]:
        """Questions that any aid of these needs may ask, and those they wait for, in content order.

        Not those of a need that was not chosen, which an aid of both would ask there.
        """
        aids, nothing = {aid.id for aid in self.aids_for(needs)}, self.nothing_sought(needs)
        found = {
            name: item
            for name, item in self.questions.items()
            if name not in nothing and (item.always or not aids.isdisjoint(self.aids_on[name]))
        }
        while idle := [
            name for name, item in found.items() if item.rule and self._never(item.rule, nothing, found.keys())
        ]:
            found = {name: item for name, item in found.items() if name not in idle}
        return tuple(found.values())

    def _never(self, rule: Rule, nothing: Answers, asked: Set[str]) -> bool:
        """Whether a question with this rule is never put: what is known settles it, or nobody is asked what would."""
        left = what_is_left(rule.expression, nothing)
        return not left if isinstance(left, bool) else asked.isdisjoint(facts(left))

    @lru_cache(maxsize=32)  # noqa: B019
    def dated_amounts(self, day: date) -> Mapping[str, DatedAmount]:
        """Every amount as it stands on `day`."""
        return amounts_on(day, self.amounts)

    @lru_cache(maxsize=32)  # noqa: B019
    def amounts_at(self, day: date) -> Amounts:
        """Bare values on `day`; `None` where none is in force."""
        return {name: amount.value for name, amount in self.dated_amounts(day).items()}
