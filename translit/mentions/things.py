"""Things that no table knows: what finding places and organisations has in common."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from .surroundings import Surroundings

PLACE, ORGANISATION = "place", "organisation"
MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Thing:
    """Words ``first`` to ``last`` as the name of a place or an organisation, how sure it is (0 to 1), and why."""

    kind: str
    first: int
    last: int
    score: float
    reason: str


class Things:
    """One text as it is looked through for things; ``taken`` words belong to other names, ``towns`` are names by
    themselves, which longer names may take in, ``families`` are forms of surnames that no place takes along."""

    def __init__(self, around: Surroundings, taken: Set[int], towns: frozenset[int] = frozenset()):
        self.around, self.words, self.taken, self.towns = around, around.words, taken, towns
        self.families: set[str] = set()

    def capital_run(self, at: int) -> int | None:
        """The last of the capitalised words side by side from word ``at`` on; None when it has none to offer."""
        last = at
        while last + 1 < len(self.words.words) and last - at < MOST_WORDS:
            after = last + 1
            word = self.words.words[after]
            joined = self.words.joined(after) and "\n" not in word.gap or self.words.hyphened(after)
            if not joined or after in self.taken or not word.capital or word.starts_sentence or self.around.is_company_form(after):
                break
            last = after
        return last

    def agrees(self, one: int, other: int, number: str = "sg") -> bool:
        """Whether two words can stand in one case, the first as an adjective, the second as a noun."""
        return any(
            self.around.has_case(one, case, kinds=("adjective",), number=number) and self.around.has_case(other, case, kinds=("noun",), number=number)
            for case in ("nom", "gen", "dat", "acc", "ins", "loc")
        )
