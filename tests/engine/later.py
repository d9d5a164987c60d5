"""The registry of numbers as it may be in some years."""

from __future__ import annotations

from engine.content.shapes.code_registry import CodeRegistry, RegisteredQuestion


def grown(registry: CodeRegistry) -> CodeRegistry:
    """Ten more questions, and ten more answers to each closed one."""
    options = tuple(f"nouvelle-{index}" for index in range(10))
    kept = tuple(
        RegisteredQuestion(id=item.id, kind=item.kind, options=item.options + options) if item.options else item
        for item in registry.questions
    )
    added = tuple(RegisteredQuestion(id=f"nouvelle_{index}", kind="choix", options=options) for index in range(10))
    return CodeRegistry(needs=(*registry.needs, "nouveau"), questions=kept + added)
