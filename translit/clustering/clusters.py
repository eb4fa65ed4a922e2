"""What deduplication gives: clusters, their names, and why each record is where it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from ..scoring import match
from ..scoring.anew import read_anew
from ..text import clean
from .columns import Columns
from .dates import dates_agree, said
from .grounds import told
from .rulings import Rulings


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records (their places in the input, ``left`` before ``right``), how surely they are one (``score``, 0 to 1),
    whether they are in one cluster, and why."""

    left: int
    right: int
    score: float
    same: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Cluster:
    """Records of one person: ``id`` is their label, ``members`` their places in the input, in order; ``score`` that of
    the member least sure. ``name`` is one of the spellings, or the entity's own name, chosen by a rule that
    ``name_reason`` states; ``entity`` is the id of the entity of the tables, if one was found."""

    id: int
    name: str
    members: tuple[int, ...]
    score: float
    name_reason: str = ""
    entity: str = ""
    _of: Clusters | None = field(default=None, repr=False, compare=False)

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """Each member beside the one it was compared with, worked out when asked."""
        return tuple(self._of.pair(at) for at in self.members if self._of.anchors[at] != at) if self._of else ()

    def __len__(self) -> int:
        return len(self.members)


class Clusters:
    """The result of ``dedupe``; iterating gives each ``Cluster``, in the order of their first records.

    Lists with one value per record, in the order of the input (after the records those of ``against``): ``labels`` (the
    id of its cluster), ``ids`` (its own key, else its name as written), ``scores`` (0 to 1: how surely it belongs),
    ``reasons`` (one line; ``explain`` tells more), ``anchors`` (the place of the record it was compared with; its own where it is the centre of
    its cluster, or alone). ``split`` is how many records stand before those of ``against``. ``unknown_decisions``
    counts decisions about ids that no record has.
    """

    def __init__(
        self, columns: Columns, rulings: Rulings, labels: list[int], anchors: list[int], scores: list[float],
        grounds: list[int], doubts: list[tuple[int, int, float]], gazetteer: object = None,
    ):  # fmt: skip
        self._columns, self._rulings, self._doubts, self._gazetteer = columns, rulings, doubts, gazetteer
        self._grounds, self._in_tables = grounds, {}
        self.labels, self.anchors, self.scores = labels, anchors, scores
        self.ids, self.split, self.unknown_decisions = columns.ids, columns.split, rulings.unknown

    def __len__(self) -> int:
        return len(self._members)

    def __iter__(self) -> Iterator[Cluster]:
        return (self.cluster(label) for label in self._members)

    def cluster(self, label: int) -> Cluster:
        """The cluster with this id. Raises KeyError."""
        members = tuple(self._members[label])
        name, why, entity = self._name(members)
        return Cluster(label, name, members, min(self.scores[at] for at in members), why, entity, self)

    @cached_property
    def _members(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for at, label in enumerate(self.labels):
            found.setdefault(label, []).append(at)
        return found

    @cached_property
    def reasons(self) -> list[str]:
        """Why each record is in its cluster, or alone."""
        return [self.reason(at) for at in range(len(self.labels))]

    def reason(self, at: int) -> str:
        """Why the record at this place is in its cluster."""
        anchor = self.anchors[at]
        if anchor == at:
            alone = len(self._members[self.labels[at]]) == 1
            return "nobody else is surely the same" if alone else "the centre of its cluster"
        return self._why(anchor, at)

    def explain(self, at: int) -> str:
        """The names of the record at this place and of the one it was compared with, as ``match`` explains them."""
        return match(self._columns.names[self.anchors[at]], self._columns.names[at]).explain()

    def pair(self, at: int) -> Pair:
        """The record at this place beside the one it was compared with."""
        left, right = sorted((at, self.anchors[at]))
        return Pair(left, right, self.scores[at], True, self.reason(at))

    def pairs(self) -> Iterator[Pair]:
        """Every record that is not alone beside the one it was compared with: as many as there are records, less one a
        cluster."""
        return (self.pair(at) for at, anchor in enumerate(self.anchors) if anchor != at)

    def doubtful(self) -> Iterator[Pair]:
        """Pairs of records in two clusters that may be one, the likeliest first, each with what speaks for it."""
        for one, other, score in sorted(self._doubts, key=lambda doubt: (-doubt[2], *doubt)):
            if self.labels[one] != self.labels[other] and not self._decided(one, other):
                left, right = sorted((one, other))
                names = self._columns.names[left], self._columns.names[right]
                said = ["written alike" if names[0] == names[1] else match(*names).reason(), *self._fields(left, right)]
                yield Pair(left, right, score, False, "; ".join((*said, "another, or nobody known, is as likely")))

    def _decided(self, left: int, right: int) -> bool:
        groups = [self._rulings.group_of.get(self.ids[at], -1) for at in (left, right)]
        return min(groups) >= 0 and self._rulings.are_apart(*groups)

    def _why(self, anchor: int, at: int) -> str:
        names, groups = self._columns.names, [self._rulings.group_of.get(self.ids[place]) for place in (anchor, at)]
        if groups[0] is not None and groups[0] == groups[1]:
            return f"decided: the same as {names[anchor]}"
        if names[anchor] == names[at]:
            said = "written alike"
        elif not self._grounds[at] and read_anew(clean(names[anchor]).strip()) == read_anew(clean(names[at]).strip()):
            said = "one name, in another case or spelling"
        else:
            said = told(self._grounds[at])
        return "; ".join((said, *self._fields(anchor, at)))

    def _fields(self, left: int, right: int) -> Iterator[str]:
        columns = self._columns
        if columns.identifiers[left] and columns.identifiers[left] == columns.identifiers[right]:
            yield f"the identifier {columns.identifiers[left]} agrees"
        dates = columns.dates[left], columns.dates[right]
        if all(dates):
            yield f"the birth date {said(min(dates))} agrees" if dates_agree(*dates) else "the birth dates differ"
        elif any(dates):
            yield "one birth date is missing, nobody else of the name is as likely"
        if columns.countries[left] & columns.countries[right]:
            yield "the country agrees"

    def _name(self, members: tuple[int, ...]) -> tuple[str, str, str]:
        names = self._columns.names
        if len(members) == 1:
            found, why = names[members[0]], "its only spelling"
            counts = {found: 1}
        else:
            counts = Counter(names[at] for at in members if names[at])
            found = max(counts, key=lambda name: (is_full(name), counts[name], len(name.split()), name), default="")
            why = f"written so in {counts[found]} of {len(members)} records" if counts else ""
            if len(counts) > 1:
                why += "; names in full come before initials, then the commonest spelling, then the longest"
        if not found:
            return "", "no record has a name", ""
        if self._gazetteer is not None:
            for name in dict.fromkeys((found, *sorted(counts))):
                entity = self._entity(name)
                if entity is not None:
                    return entity.canonical(entity.native) or found, f"the tables know {name} as {entity.id}", entity.id
        return found, why, ""

    def _entity(self, name: str):
        """The person of the tables that a full name means; names whose words no table has are not asked about."""
        if not is_full(name) or sum(map(self._is_in_tables, name.split())) < 2:
            return None
        found = self._gazetteer.resolve(name, kind="person", limit=1)
        return found[0].entity if found else None

    def _is_in_tables(self, word: str) -> bool:
        known = self._in_tables.get(word)
        if known is None:
            known = self._in_tables[word] = bool(self._gazetteer.index.hits(word.strip(".,")))
        return known


def is_full(name: str) -> bool:
    """Whether a name has two words and more, and no initials.

    >>> is_full("Аляксандр Лукашэнка"), is_full("А. Лукашэнка"), is_full("Лукашэнка")
    (True, False, False)
    """
    words = name.replace(".", " ").split()
    return len(words) > 1 and all(len(word) > 1 for word in words)
