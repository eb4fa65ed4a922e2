"""Whole names across languages and schemes, by role: ``transfer``, ``variants``, ``respell``."""

from .across import transfer

__all__ = ["transfer"]
