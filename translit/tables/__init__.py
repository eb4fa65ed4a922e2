"""The tables as values: find, parse, compile, say what is wrong and where."""

from .store import digest

__all__ = ["digest"]
