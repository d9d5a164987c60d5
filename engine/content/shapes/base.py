"""What all shapes of content share: names, days, lines, prose, and where a rule is written."""

from __future__ import annotations

from typing import Annotated

import msgspec

Identifier = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
FactName = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
AmountName = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
IsoDay = Annotated[str, msgspec.Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]
# A year, a month or a day: as precise as a source is.
Moment = Annotated[str, msgspec.Meta(pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")]
LineRanges = Annotated[str, msgspec.Meta(pattern=r"^\d+(-\d+)?(, \d+(-\d+)?)*$")]
Number = Annotated[str, msgspec.Meta(pattern=r"^\d+(\.\d+)?$")]
Text = Annotated[str, msgspec.Meta(min_length=1)]
# Text that a resident reads: translated, with the struct it stands in as context.
Prose = Annotated[str, msgspec.Meta(min_length=1, extra={"prose": "resident"})]
# Text that only agents and authors read: French in every language.
AgentText = Annotated[str, msgspec.Meta(min_length=1, extra={"prose": "agent"})]


# Written `oui` or `non`; see `engine.content.strict_yaml`.
YesNo = bool


class Struct(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of every content shape: immutable, and no key it does not know."""


class Source(Struct, frozen=True, kw_only=True, rename={"cited_text": "texte", "section": "fiche", "lines": "lignes"}):
    """Where a rule is written. Inside an aid, what is left out is inherited from the aid."""

    cited_text: Identifier | None = None
    section: Text | None = None
    lines: LineRanges | None = None

    def within(self, base: Source) -> Source:
        """This citation completed by the one around it; lines belong to the text they were read in."""
        if self.cited_text is not None and self.cited_text != base.cited_text:
            return self
        return Source(cited_text=base.cited_text, section=self.section or base.section, lines=self.lines or base.lines)
