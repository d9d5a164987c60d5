"""How we reason: content in, next question and verdicts out. Imports neither Flask nor Babel."""
