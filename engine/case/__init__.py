"""One person's way through the catalogue: questions, verdicts, checklist, offices, code."""
