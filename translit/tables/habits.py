"""What writers do to a romanized name that no scheme prescribes (``names/habits.toml``)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ..errors import TableError
from .files import read_toml, root, shown


@dataclass(frozen=True, slots=True)
class Habit:
    """``source`` letters of a part in ``role`` are written ``output`` for ``readers``; ``weight`` (0 to 1) says how
    usual that is."""

    id: str
    role: str
    source: str
    output: str
    readers: tuple[str, ...]
    weight: float
    examples: tuple[tuple[str, str], ...]

    def apply(self, text: str) -> str:
        """``text`` as the habit writes it, capitals kept.

        >>> habits()[0].apply("Ksenia"), habits()[0].apply("ALEKSEI")
        ('Xenia', 'ALEXEI')
        """
        for source, output in (
            (self.source, self.output), (self.source.capitalize(), self.output.capitalize()),
            (self.source.upper(), self.output.upper()),
        ):  # fmt: skip
            text = text.replace(source, output)
        return text


@cache
def habits() -> tuple[Habit, ...]:
    """The rows of ``names/habits.toml``; raises TableError for what a row has wrong."""
    path = root() / "names" / "habits.toml"
    found = []
    for row in read_toml(path).get("habit", []):
        try:
            examples = tuple((before, after) for before, after in row["examples"])
            habit = Habit(
                row["id"], row["role"], row["from"], row["to"], tuple(row["readers"]), float(row["weight"]), examples
            )
        except (KeyError, ValueError, TypeError) as fault:
            raise TableError(shown(path), row.get("id"), f"lacks or mistakes {fault}") from None
        for before, after in habit.examples:
            if habit.apply(before) != after:
                raise TableError(shown(path), habit.id, f"makes {habit.apply(before)!r} of {before!r}, not {after!r}")
        found.append(habit)
    return tuple(found)
