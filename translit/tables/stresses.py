"""How the vowels of a language show the stress of the word that they answer, and stems whose stress is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..errors import TableError
from .files import read_toml, root, shown

ON_ENDING = -1  # instead of a syllable, for a stem with the stress on what follows it
_KEYS = {"id", "source", "vowels", "costs", "stems", "endings", "examples"}
PLACES = ("stressed", "before", "earlier", "after")
_ACUTE = "\u0301"


@dataclass(frozen=True, slots=True)
class StressLaws:
    """One file of ``tables/correspondences/stress``.

    ``costs`` says what an answer costs by the vowel answered and its own, in nats: where that vowel is stressed, right
    before the stress, earlier, after it. ``stems`` has the syllable that is stressed, counted from 0, or ON_ENDING, by
    stem with its letters made ``alike``; any other costs what ``against`` says where one of ``before`` follows. ``endings``
    say how many vowels follow their stress, and any other place costs ``against_ending``. ``examples`` are words, their language, and themselves with the stress.
    """

    vowels: str
    costs: dict[tuple[str, str], tuple[float, ...]]
    stems: dict[str, int]
    alike: dict[int, str]
    before: frozenset[str]
    against: float
    endings: dict[str, int]
    against_ending: float
    examples: tuple[tuple[str, str, str], ...]


def stress_paths() -> dict[str, Path]:
    """Every file of laws by the language whose vowels show the stress."""
    return {path.stem: path for path in sorted((root() / "correspondences" / "stress").glob("*.toml"))}


@cache
def stress_laws(lang: str) -> StressLaws | None:
    """The laws of ``lang``; None where its letters show no stress. Raises TableError for what a file has wrong.

    >>> laws = stress_laws("be")
    >>> laws.costs["о", "а"], laws.stems["волк"], stress_laws("uk")
    ((4.0, 0.0, 0.0, 0.0), 0, None)
    """
    path = stress_paths().get(lang)
    if path is None:
        return None
    raw, where = read_toml(path), shown(path)
    for key in raw.keys() ^ _KEYS:
        raise TableError(where, key, f"a file of stresses has {', '.join(sorted(_KEYS))}, and nothing else")
    costs = {}
    for row in raw["costs"]:
        if row.keys() != {"from", "to", *PLACES}:
            raise TableError(where, f"costs: {row}", f"a row has from, to, {', '.join(PLACES)}")
        for vowel in row["from"]:
            costs[vowel, row["to"]] = tuple(float(row[place]) for place in PLACES)
    own = raw["stems"]
    alike = str.maketrans({other: letter for letter, others in own["alike"].items() for other in others})
    stems: dict[str, int] = {}
    for stem, place in _places(own["ending"], own["stem"], own["vowels"], where):
        if stems.setdefault(stem.translate(alike), place) != place:
            raise TableError(where, stem, "has its stress in two places")
    examples = tuple((one["word"], one["lang"], one["stress"]) for one in raw["examples"])
    rows = raw["endings"]["after"]
    endings = {ending.translate(alike): row["vowels"] for row in rows for ending in row["endings"].split()}
    before, against, against_ending = frozenset(own["before"].split()), own["against"], raw["endings"]["against"]
    return StressLaws(raw["vowels"], costs, stems, alike, before, against, endings, against_ending, examples)


def _places(ending: str, stem: str, vowels: str, where: str) -> Iterator[tuple[str, int]]:
    """Each stem without its accent, with the place of its stress."""
    for word in ending.split():
        yield word, ON_ENDING
    for word in stem.split():
        head, accent, _ = word.partition(_ACUTE)
        if not accent:
            raise TableError(where, f"stems: {word}", "has no accent; it belongs to the stems before a stressed ending")
        yield word.replace(_ACUTE, ""), sum(char in vowels for char in head) - 1
