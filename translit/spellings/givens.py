"""Given names by id: the reviewed rows, and those in use by country."""

from __future__ import annotations

from functools import cache

from ..tables.names import GivenName, given_names
from ..tables.rosters import roster_names


def given_named(name_id: str) -> GivenName | None:
    """The given name with this id; None for a group made by rule, whose forms have no language."""
    return _reviewed().get(name_id) or _in_use().get(name_id)


@cache
def _reviewed() -> dict[str, GivenName]:
    return {name.id: name for name in given_names()}


@cache
def _in_use() -> dict[str, GivenName]:
    return {name.id: name for name in roster_names()}
