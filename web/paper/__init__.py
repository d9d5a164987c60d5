"""What one prints: the sheet of a result and the blank questionnaire, as pages and as PDFs."""
