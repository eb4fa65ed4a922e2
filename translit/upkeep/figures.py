"""What an evaluation says: counts and ratios, faults, verdicts on facts, and the report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of mentions: in the gold, linked by us, and linked right; the ratios are 0 to 1, and 1 of nothing.

    ``placed`` counts our links whose span is one of the gold, whoever is meant: the spans alone.
    """

    gold: int = 0
    linked: int = 0
    right: int = 0
    placed: int = field(default=0, compare=False)

    @property
    def precision(self) -> float:
        """The share of our links that are right."""
        return self.right / self.linked if self.linked else 1.0

    @property
    def recall(self) -> float:
        """The share of gold mentions that we found and linked right."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall.

        >>> Figures(gold=10, linked=5, right=5).f1
        0.6666666666666666
        """
        total = self.gold + self.linked
        return 2 * self.right / total if total else 1.0

    @property
    def spans(self) -> Figures:
        """The same counts with every link right whose span is right.

        >>> Figures(gold=10, linked=5, right=4, placed=5).spans.precision
        1.0
        """
        return Figures(self.gold, self.linked, self.placed, self.placed)

    def __add__(self, other: Figures) -> Figures:
        counts = zip(self._counts(), other._counts(), strict=True)
        return Figures(*(one + more for one, more in counts))

    def _counts(self) -> tuple[int, int, int, int]:
        return self.gold, self.linked, self.right, self.placed


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake: ``missed``, ``wrong entity`` or ``spurious`` (for foreign gold: ``missed``, ``split``, ``merged``).

    A span that is off by a word is two faults, one spurious and one missed.
    """

    kind: str
    doc: str
    start: int
    end: int
    surface: str
    expected: str = ""
    found: str = ""
    reason: str = ""

    def __str__(self) -> str:
        said = f"{self.expected or '-'} -> {self.found or '-'}" if self.kind == "wrong entity" else ""
        said = said or " ".join(part for part in (self.expected, self.found) if part)
        place = f"{self.doc}:{self.start}-{self.end} " if self.doc else ""
        return f"{self.kind}: {place}{self.surface!r} {said}" + (f" ({self.reason})" if self.reason else "")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a hard fact holds, and what was seen."""

    id: str
    kind: str
    subject: str
    holds: bool
    seen: str


@dataclass(frozen=True, slots=True)
class Consistency:
    """How far our entities tell foreign mentions apart as the gold does, over pairs of mentions found.

    ``same`` pairs mean one entity in the gold, ``different`` pairs two; a pair is right when ours say the same.
    Provisional entities belong to their document, so pairs across documents count only between known entities.
    """

    same: int
    same_right: int
    different: int
    different_right: int


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What ``evaluate`` found; ``open`` counts mentions left open between candidates, which are no links.

    ``by_knowledge`` tells names of the tables from names that no table knows, ``by_reason`` our links by the reason
    that they have.
    """

    name: str
    overall: Figures
    by_language: dict[str, Figures]
    by_kind: dict[str, Figures]
    by_document: dict[str, Figures]
    faults: tuple[Fault, ...]
    by_knowledge: dict[str, Figures] = field(default_factory=dict)
    by_reason: dict[str, Figures] = field(default_factory=dict)
    facts: tuple[Verdict, ...] = ()
    consistency: Consistency | None = None
    open: int = 0

    def passed(self, precision: float = 0.0, recall: float = 0.0) -> bool:
        """Whether the figures reach these floors (0 to 1) and every hard fact holds.

        Foreign gold annotates only some of its names, so its spans say nothing about precision: there the floor is
        asked of the pairs of mentions.
        """
        reached = self.overall.precision
        if self.consistency is not None:
            pairs = self.consistency.same + self.consistency.different
            reached = (self.consistency.same_right + self.consistency.different_right) / pairs if pairs else 1.0
        return reached >= precision and self.overall.recall >= recall and all(fact.holds for fact in self.facts)

    def as_dict(self) -> dict[str, object]:
        """Everything as plain values for JSON, ratios included."""

        def told(figures: Figures) -> dict[str, float]:
            names = ("precision", "recall", "f1")
            ratios = {name: round(getattr(figures, name), 4) for name in names}
            return asdict(figures) | ratios | {f"span_{name}": round(getattr(figures.spans, name), 4) for name in names}

        groups = {name: getattr(self, name) for name in _GROUPS}
        return (
            {"name": self.name, "overall": told(self.overall), "open": self.open}
            | {name: {key: told(figures) for key, figures in group.items()} for name, group in groups.items()}
            | {"faults": [asdict(fault) for fault in self.faults], "facts": [asdict(fact) for fact in self.facts]}
            | {"consistency": asdict(self.consistency) if self.consistency else None}
        )

    def report(self) -> str:
        """The figures as a table, then every fault and every fact that does not hold, one a line."""
        return "\n".join(_report(self))


_GROUPS = ("by_language", "by_kind", "by_knowledge", "by_reason", "by_document")


def _report(done: Evaluation) -> Iterator[str]:
    foreign = done.consistency is not None
    links = "found" if foreign else "linked"
    texts = len(done.by_document)
    yield f"{done.name}: {texts} texts, {done.overall.gold} mentions, {done.overall.linked} {links}" + (
        f", {done.open} left open" if done.open else ""
    )
    groups = [("all", {"": done.overall}), ("language", done.by_language), ("kind", done.by_kind)]
    groups += [("", done.by_knowledge)] if len(done.by_knowledge) > 1 else []
    groups.append(("text", done.by_document))
    rows = [(f"{title} {name}".strip(), figures) for title, group in groups for name, figures in group.items()]
    width = max(len(label) for label, _ in rows)
    heads = ("gold", links, "right", "precision", "recall", "F1", "spans F1")
    yield " ".join((" " * width, *(head.rjust(9) for head in heads)))
    for label, figures in rows:
        counts = (figures.gold, figures.linked, figures.right)
        ratios = (figures.precision, figures.recall, figures.f1, figures.spans.f1)
        cells = [f"{count:9}" for count in counts] + [f"{ratio:9.3f}" for ratio in ratios]
        if foreign:
            cells[3] = cells[5] = cells[6] = "-".rjust(9)
        yield " ".join((label.ljust(width), *cells))
    if done.by_reason:
        yield "links by reason: " + ", ".join(
            f"{reason} {figures.right} of {figures.linked} right" for reason, figures in done.by_reason.items()
        )
    if done.consistency is not None:
        pairs = done.consistency
        yield f"pairs of one entity: {pairs.same_right} of {pairs.same} right"
        yield f"pairs of two entities: {pairs.different_right} of {pairs.different} right"
    if done.facts:
        yield f"hard facts: {sum(fact.holds for fact in done.facts)} of {len(done.facts)} hold"
        yield from (f"  {fact.id} {fact.kind}: {fact.subject}: {fact.seen}" for fact in done.facts if not fact.holds)
    if done.faults:
        yield f"faults: {len(done.faults)}"
        yield from (f"  {fault}" for fault in done.faults)
