"""How we reason: content in, next question and verdicts out. Knows neither the web nor languages."""
