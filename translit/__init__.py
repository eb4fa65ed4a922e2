"""translit: names comparable across languages, alphabets and spellings.

The doors, imported when first used:

>>> from translit import romanize
>>> romanize("Віцебск", "be-national-2007")
'Viciebsk'
"""

from __future__ import annotations

__version__ = "0.1.0"

_DOORS = {
    "romanize": "romanization", "romanize_many": "romanization", "schemes": "romanization", "trace": "romanization",
    "Scheme": "tables.rules", "Step": "romanization",
    "cyrillize": "readings", "Reading": "readings", "detect_scheme": "readings",
    "clean": "text", "tokens": "text",
    "detect": "detection", "Detection": "detection",
    "phonemes": "phonology", "keys": "phonology",
    "parse_name": "names", "Name": "names", "base_form": "names", "inflect": "names", "Inflected": "names",
    "transfer": "spellings", "variants": "spellings", "respell": "spellings", "Variant": "spellings",
    "match": "scoring", "match_many": "scoring", "Match": "scoring", "Evidence": "scoring",
    "name_keys": "scoring.blocks",
    "Gazetteer": "gazetteer", "Entity": "tables.entities", "Candidate": "gazetteer",
    "find_mentions": "mentions", "link": "linking", "normalize": "linking", "Mention": "linking", "Memory": "linking",
    "dedupe": "clustering", "Cluster": "clustering", "Clusters": "clustering", "Pair": "clustering",
    "TranslitError": "errors",
}  # fmt: skip

__all__ = ["__version__", *sorted(_DOORS)]


def __getattr__(name: str):
    if name not in _DOORS:
        raise AttributeError(f"module 'translit' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f".{_DOORS[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
