"""What an author is told of content that can be read, but does not hold what it says."""

from __future__ import annotations

from engine.case.replay import faults_of_examples
from engine.content.catalogue import Catalogue
from engine.content.plain_words import workshop_words
from engine.content.problems import Problem


def faults_for_authors(catalogue: Catalogue) -> list[Problem]:
    """Examples that do not hold and words that no resident should read, in file order."""
    return sorted({*faults_of_examples(catalogue), *workshop_words(catalogue.places)})
