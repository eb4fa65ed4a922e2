"""Whole names across languages and schemes, by role: ``transfer``, ``variants``, ``respell``."""

from .across import transfer
from .respelling import respell
from .variations import Variant, variants

__all__ = ["Variant", "respell", "transfer", "variants"]
