"""Words that names share: translations of type words, and the small words that only join."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ..errors import TableError
from ..text import fold
from .files import read_toml, root, shown

_FIELDS = {"id", "source", "note", "stem"}


@cache
def word_groups() -> dict[str, tuple[str, ...]]:
    """Every folded word of ``names/words.toml`` with the groups it belongs to: defence and defense, абароны and обороны."""
    path = root() / "names" / "words.toml"
    found: dict[str, list[str]] = {}
    seen = set()
    for row in read_toml(path).get("word", []) if path.is_file() else []:
        name = row.get("id")
        if not name or name in seen:
            raise TableError(shown(path), str(name), "needs an id of its own")
        seen.add(name)
        for key, forms in row.items():
            if key not in _FIELDS:
                for form in forms:
                    found.setdefault(fold(form), []).append(name)
    return {word: tuple(dict.fromkeys(names)) for word, names in found.items()}


def words_by_language() -> Iterator[tuple[str, str, str]]:
    """Every word of ``names/words.toml`` with its language and its group."""
    path = root() / "names" / "words.toml"
    for row in read_toml(path).get("word", []) if path.is_file() else []:
        for lang, forms in row.items():
            if lang not in _FIELDS:
                yield from ((form, lang, row["id"]) for form in forms)


@cache
def glue_words() -> frozenset[str]:
    """The folded small words that join the words of a name: of, for, the, і, по, für …"""
    path = root() / "names" / "words.toml"
    rows = read_toml(path).get("glue", []) if path.is_file() else []
    return frozenset(fold(form) for row in rows for form in row["words"])
