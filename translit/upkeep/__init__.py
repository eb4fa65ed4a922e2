"""Looking after tables and gold: ``validate`` the tables, ``evaluate`` linking on annotated texts."""

from __future__ import annotations

_DOORS = {
    "validate": "validation", "Problem": "validation",
    "evaluate": "evaluation", "Evaluation": "evaluation",
    "read_gold": "gold", "Gold": "gold",
}  # fmt: skip

__all__ = ["Evaluation", "Gold", "Problem", "evaluate", "read_gold", "validate"]


def __getattr__(name: str):
    if name not in _DOORS:
        raise AttributeError(f"module 'translit.upkeep' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f".{_DOORS[name]}", __name__), name)


def __dir__() -> list[str]:
    return __all__
