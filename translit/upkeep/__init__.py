"""Looking after tables and gold: ``validate`` the tables, ``evaluate`` linking on annotated texts, ``discover`` names that
no table has."""

from __future__ import annotations

_DOORS = {
    "validate": "validation", "Problem": "validation",
    "discover": "discovery", "as_toml": "discovery", "Discovery": "discovery", "Spelling": "discovery",
    "evaluate": "evaluation", "Evaluation": "evaluation", "link_gold": "evaluation",
    "read_gold": "gold", "Gold": "gold", "as_jsonl": "gold", "as_brat": "brat", "as_spacy": "spacy_json",
}  # fmt: skip

__all__ = [
    "Discovery", "Evaluation", "Gold", "Problem", "Spelling", "as_brat", "as_jsonl", "as_spacy", "as_toml", "discover",
    "evaluate", "link_gold", "read_gold", "validate",
]  # fmt: skip


def __getattr__(name: str):
    if name not in _DOORS:
        raise AttributeError(f"module 'translit.upkeep' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f".{_DOORS[name]}", __name__), name)


def __dir__() -> list[str]:
    return __all__
