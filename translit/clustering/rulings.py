"""Decisions of people about pairs of records: they always win, and hold through one another (a is b, b is c)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..errors import InputError, nearest
from .columns import Columns
from .dates import dates_agree

DECISIONS = ("same", "different", "unsure")
_FIELDS = ("left", "right", "decision")


@dataclass(frozen=True, slots=True)
class Rulings:
    """What has been decided. ``group_of`` gives the ids that are one by decision a common number; ``apart`` are the
    pairs of those numbers that are different; ``unknown`` the decisions about ids that no record has."""

    group_of: dict[str, int]
    apart: frozenset[tuple[int, int]]
    unknown: int = 0

    def __bool__(self) -> bool:
        return bool(self.group_of)

    def are_apart(self, one: int, other: int) -> bool:
        """Whether two groups are different by decision."""
        return (min(one, other), max(one, other)) in self.apart


def read_rulings(decisions: object, ids: Iterable[str]) -> Rulings:
    """Decisions (rows ``left, right, decision``; mappings, sequences, or a table) about records with these ids.

    Raises InputError for a row of another shape, a decision that is none of DECISIONS, and decisions that contradict.
    """
    if decisions is None:
        return Rulings({}, frozenset())
    rows = list(_rows(decisions))
    known = set(ids) if rows else set()
    leader: dict[str, str] = {}

    def find(one: str) -> str:
        while leader.setdefault(one, one) != one:
            leader[one] = leader[leader[one]]
            one = leader[one]
        return one

    same = [(left, right) for left, right, decision in rows if decision == "same"]
    different = [(left, right) for left, right, decision in rows if decision == "different"]
    for left, right in same:
        one, other = sorted((find(left), find(right)))
        leader[other] = one
    for left, right in different:
        if find(left) == find(right):
            raise InputError(_contradiction(left, right, same))
    numbers: dict[str, int] = {}
    ruled = dict.fromkeys(one for pair in (*same, *different) for one in pair)
    group_of = {one: numbers.setdefault(find(one), len(numbers)) for one in sorted(ruled)}
    apart = {tuple(sorted((group_of[left], group_of[right]))) for left, right in different}
    unknown = sum(left not in known or right not in known for left, right, _ in rows)
    return Rulings({one: group for one, group in group_of.items() if one in known}, frozenset(apart), unknown)


def _rows(decisions: object) -> Iterable[tuple[str, str, str]]:
    if hasattr(decisions, "to_pylist"):  # PyArrow
        decisions = decisions.to_pylist()
    elif hasattr(decisions, "to_dicts"):  # polars
        decisions = decisions.to_dicts()
    elif hasattr(decisions, "to_dict") and hasattr(decisions, "columns"):  # pandas
        decisions = decisions.to_dict("records")
    for at, row in enumerate(decisions):
        if isinstance(row, Mapping):
            lacking = [field for field in _FIELDS if field not in row]
            if lacking:
                raise InputError(f"decision {at + 1} has no {lacking[0]!r}; decisions are rows of {', '.join(_FIELDS)}")
            row = [row[field] for field in _FIELDS]
        if isinstance(row, str) or len(row) != 3:
            raise InputError(f"decision {at + 1} is {row!r}; decisions are rows of {', '.join(_FIELDS)}")
        left, right, decision = (" ".join(str("" if part is None else part).split()) for part in row)
        if decision not in DECISIONS:
            hint = nearest(decision, DECISIONS)
            raise InputError(f"decision {at + 1} ({left!r}, {right!r}) is {decision!r}; use {', '.join(DECISIONS)}{hint}")
        if not left or not right:
            raise InputError(f"decision {at + 1} names no record on one side: {left!r}, {right!r}")
        yield left, right, decision


def _contradiction(left: str, right: str, same: list[tuple[str, str]]) -> str:
    """The chain of equals that a decision contradicts, in words."""
    if left == right:
        return f"a decision says that {left!r} is different from itself; take it out"
    beside: dict[str, list[str]] = {}
    for one, other in same:
        beside.setdefault(one, []).append(other)
        beside.setdefault(other, []).append(one)
    came: dict[str, str] = {left: ""}
    queue = [left]
    for one in queue:
        for other in beside.get(one, ()):
            if other not in came:
                came[other] = one
                queue.append(other)
    chain = [right]
    while came[chain[-1]]:
        chain.append(came[chain[-1]])
    said = " = ".join(map(repr, reversed(chain)))
    return f"decisions contradict: {left!r} and {right!r} are different, yet same by {said}; take one of them out"


def obey(labels: list[int], columns: Columns, rulings: Rulings) -> list[int]:
    """Clusters as ``labels`` has them, changed so that every decision holds.

    Of a cluster that holds records decided to be different, each takes along the records written as it is; the others
    stay with the first. Clusters that hold records decided to be one are joined whole, unless a decision about other
    records of theirs forbids it: then those records alone are. Where an id is a name that several records bear, what
    is decided about it is about the name, and birth dates still tell its bearers apart.
    """
    members: dict[int, list[int]] = {}
    for at, label in enumerate(labels):
        members.setdefault(label, []).append(at)
    group = [rulings.group_of.get(one, -1) for one in columns.ids]
    touched = {labels[at] for at, one in enumerate(group) if one >= 0}
    parts: list[Part] = []
    for label in sorted(touched):
        parts += _part(members[label], group, columns.names, rulings)
    by_group: dict[int, list[Part]] = {}
    for part in parts:
        for one in part.groups:
            by_group.setdefault(one, []).append(part)
    borne = Counter(columns.ids)
    shared = {one for name, one in rulings.group_of.items() if borne[name] > 1}
    for one in sorted(by_group):
        some = by_group[one]
        for part, other in _by_date(some, one, group, columns.dates) if one in shared else _all(some):
            part, other = part.home(), other.home()
            if part is other:
                continue
            if any(rulings.are_apart(a, b) for a in part.groups for b in other.groups):
                part.take([at for at in other.records if group[at] == one], other, {one})
            else:
                part.take(list(other.records), other, set(other.groups))
                other.joined = part
    changed = list(labels)
    fresh = max(labels, default=-1) + 1
    for part in parts:
        for at in part.records:
            changed[at] = fresh
        fresh += 1
    return changed


@dataclass(slots=True, eq=False)
class Part:
    """Records of one cluster that stay together, the groups in it, and the part that it has become one with."""

    records: list[int]
    groups: set[int]
    joined: Part | None = None

    def home(self) -> Part:
        """Where its records are now."""
        return self if self.joined is None else self.joined.home()

    def take(self, records: list[int], of: Part, groups: set[int]) -> None:
        """Move some records, and groups, of another part here."""
        moved = set(records)
        self.records += records
        self.groups |= groups
        of.records = [at for at in of.records if at not in moved]
        of.groups -= groups


def _all(some: list[Part]) -> Iterator[tuple[Part, Part]]:
    return ((some[0], other) for other in some[1:])


def _by_date(some: list[Part], one: int, group: list[int], dates: list[int]) -> Iterator[tuple[Part, Part]]:
    """The parts that become one where the group is a name: those of one birth date; without a date, the only one."""
    dated = [(max(dates[at] for at in part.records if group[at] == one), part) for part in some]
    dated.sort(key=lambda pair: -pair[0])
    first: list[tuple[int, Part]] = []
    for date, part in dated:
        agreeing = [other for known, other in first if dates_agree(known, date)]
        if len(agreeing) == 1:
            yield agreeing[0], part
        elif date or not first:
            first.append((date, part))


def _part(some: list[int], group: list[int], names: list[str], rulings: Rulings) -> list[Part]:
    """A cluster parted so that no two records decided to be different stay together."""
    parts: list[Part] = []
    by_name: dict[str, Part] = {}
    for one in sorted({group[at] for at in some} - {-1}):
        part = next((part for part in parts if not any(rulings.are_apart(one, other) for other in part.groups)), None)
        if part is None:
            part = Part([], set())
            parts.append(part)
        part.groups.add(one)
        for at in some:
            if group[at] == one:
                part.records.append(at)
                by_name.setdefault(names[at], part)
    for at in some:
        if group[at] < 0:
            by_name.get(names[at], parts[0]).records.append(at)
    return parts
