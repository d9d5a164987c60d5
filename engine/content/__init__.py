"""What we know: content files read strictly, made ready and checked against each other, as one catalogue."""
