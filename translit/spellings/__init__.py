"""Whole names across languages and schemes, by role: ``transfer``, ``variants``, ``respell``, ``canonical_of``."""

from .across import transfer
from .canonicals import canonical_of
from .respelling import respell
from .variations import Variant, variants

__all__ = ["Variant", "canonical_of", "respell", "transfer", "variants"]
