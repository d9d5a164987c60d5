"""What all tests share."""

import pytest
from hypothesis import settings

LONG = 30 * 60  # seconds; other tests have those of pyproject.toml

# A time limit per example measures the machine, not the code.
settings.register_profile("guide", deadline=None)
settings.load_profile("guide")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A proof over very many cases may take its time, and no more."""
    for item in items:
        if item.get_closest_marker("long") and not item.get_closest_marker("timeout"):
            item.add_marker(pytest.mark.timeout(LONG))
