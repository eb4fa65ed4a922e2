"""What a language's spelling avoids: letter sequences with what each costs a reading."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ..errors import TableError
from .files import read_toml, root, shown
from .rules import END, START, Element


@dataclass(frozen=True, slots=True)
class Avoided:
    """Places side by side that words seldom have; ``cost`` is in nats (3: one word in twenty of its like)."""

    places: tuple[Element, ...]
    cost: float
    name: str

    def stands_in(self, window: str) -> bool:
        """Whether the places are those at the end of ``window``, where ^ and $ are the word's edges."""
        at = len(window) - len(self.places)
        if at < 0:
            return False
        for place in self.places:
            char = window[at]
            if not place.holds(None if char in "^$" else char):
                return False
            at += 1
        return True


@cache
def avoided(lang: str) -> tuple[Avoided, ...]:
    """The sequences that words of ``lang`` avoid, with those of the language it is a spelling of; none for a language
    without a row."""
    return tuple(one for name in dict.fromkeys((lang.split("-")[0], lang)) for one in _all().get(name, ()))


@cache
def _all() -> dict[str, tuple[Avoided, ...]]:
    path = root() / "spelling.toml"
    found = {}
    for row in read_toml(path).get("language", []):
        lang, classes = str(row.get("id")), row.get("classes", {})
        if not row.get("source"):
            raise TableError(shown(path), lang, "needs a source")
        sequences = []
        for cost, some in row.get("avoids", {}).items():
            if not cost.isdecimal():
                raise TableError(shown(path), f"{lang}: avoids.{cost}", "the key is the cost, a whole number")
            for text in some:
                places = tuple(_place(word, classes, f"{lang}: {text}") for word in text.split())
                sequences.append(Avoided(places, float(cost), text))
        found[lang] = tuple(sequences)
    return found


def _place(word: str, classes: dict[str, str], entry: str) -> Element:
    name = word.removeprefix("!")
    negated = name != word
    if name in (START, END):
        return Element(frozenset(), edge=True, negated=negated)
    if name.isascii() and name not in classes:
        raise TableError(
            shown(root() / "spelling.toml"), entry, f"no class {name!r}; known: {', '.join(sorted(classes))}"
        )
    return Element(frozenset(classes.get(name, name)), negated=negated)
