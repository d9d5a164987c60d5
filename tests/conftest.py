"""What all tests share."""

from hypothesis import settings

# A time limit per example measures the machine, not the code.
settings.register_profile("guide", deadline=None)
settings.load_profile("guide")
