"""Checks of the letters to fill in: they cite texts that exist, and whom they go to has an address."""

from __future__ import annotations

from collections.abc import Iterable

from engine.content.content_folder import Placed
from engine.content.references import References
from engine.content.shapes.letters import Letter


class LetterReferences(References):
    """Goes through letters, and notes what does not fit together."""

    def letters(self, places: Iterable[Placed[Letter]]) -> None:
        """Their texts and offices; of several offices, something says which one."""
        for place in places:
            letter, offices = place.item, self.catalogue.offices
            steps = [letter.clock, letter.sending, *letter.enclosed, *letter.after]
            for source in (letter.source, *(step.source for step in steps)):
                cited = [source.cited_text] if source.cited_text else []
                self.expect(place, cited, self.catalogue.cited_texts, "le texte", "source")
            self.expect(place, letter.addressees, offices, "le guichet", "guichets")
            for index, name in enumerate(letter.addressees):
                if name in offices and not offices[name].address:
                    self.problems.append(place.problem(f"« {name} » n’a pas d’adresse.", "guichets", index))
            if letter.recipient and letter.addressees:
                self.problems.append(place.problem("« a_qui » se dit quand aucun guichet n’est nommé.", "a_qui"))
            if (len(letter.addressees) > 1) != (letter.which is not None):
                said = "« lequel » se dit de plusieurs guichets, et d’eux seuls."
                self.problems.append(place.problem(said, "guichets" if letter.addressees else "id"))
