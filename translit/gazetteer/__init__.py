"""Entities by key: ``Gazetteer``, loaded once, asked for whole names (``resolve``) or for words (the linker)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from ..names import base_form, bases
from ..phonology import keys
from ..romanization import romanize
from ..scoring import (
    PRIOR,
    THRESHOLD,
    Evidence,
    Match,
    Part,
    Side,
    compare,
    is_generic,
    is_glue,
    is_translated,
    likeness,
    prepare,
    relate,
    score_of,
)  # fmt: skip
from ..tables.caching import uncollected
from ..tables.entities import KINDS, Entity, kind_named, read_entities, shipped_entities
from ..tables.files import root
from ..tables.store import keep, recall
from ..text import clean, fold, has_cyrillic
from .forms import RULED, Form, forms_of
from .index import Hit, Index, build_index, whole_key
from .packing import pack, unpack

__all__ = ["RULED", "Candidate", "Entity", "Form", "Gazetteer", "Hit", "magnitude"]

_BARE = Evidence("bare surname", "", "", 1.0, "the table says that this surname alone means this person")
_WEAK = -1.5
_COMMON = 2.0  # log-odds that a common name of a small place has at most
_NEAR_KEYS = 24
_NEAR_LENGTH = 5
_LIKE = 0.72
_USUAL = {
    "be": ("be-bgn-pcgn-1979", "be-national-2023", "be-lacinka", "be-passport-2010"),
    "ru": ("ru-bgn-pcgn-1947-simple", "ru-icao-9303", "ru-gost-7.79-2000-a"),
    "uk": ("uk-national-2010",),
}
_LIKELY = 0.05
_CHOSEN = 10
_INFLECTING = ("be", "ru", "uk")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that a name may mean: ``score`` 0 to 1, and the ``match`` with the nearest of its names."""

    entity: Entity
    score: float
    match: Match


class Gazetteer:
    """Entities with their names, found by any spelling that letters or rules lead to.

    >>> gazetteer = Gazetteer.load()
    >>> gazetteer.resolve("Loukachenko")[0].entity.id
    'person/aliaksandr-lukashenka'
    """

    def __init__(
        self,
        entities: Iterable[Entity],
        index: Index | None = None,
        *,
        ids: Iterable[str] | None = None,
        languages: Iterable[str] | None = None,
    ):
        self.entities = entities if isinstance(entities, Sequence) else tuple(entities)
        self.index = index or build_index(form for at, one in enumerate(self.entities) for form in forms_of(one, at))
        self._numbers = {id: number for number, id in enumerate(ids or (entity.id for entity in self.entities))}
        self.languages = frozenset(languages or (lang for entity in self.entities for lang in entity.names))
        self._looks: dict[int, frozenset[str]] = {}
        self._resolve = lru_cache(8192)(self._resolve_uncached)

    @classmethod
    def load(cls, *paths: str | Path, shipped: bool = True) -> Gazetteer:
        """The tables that ship with the entity tables of ``paths`` (files or folders) laid over them: a row with a
        known id replaces the row that ships. ``shipped=False`` leaves ours out.

        Compiled once per state of the tables and kept in the cache folder. Raises TableError.
        """
        return _load(tuple(Path(path) for path in paths), shipped)

    def __len__(self) -> int:
        return len(self.entities)

    def entity(self, id: str) -> Entity | None:
        """The entity with this id, or None."""
        return self.entities[self._numbers[id]] if id in self._numbers else None

    def number(self, id: str) -> int:
        """The place of the entity with this id among ``entities``."""
        return self._numbers[id]

    def forms(self, entity: Entity) -> tuple[Form, ...]:
        """Every name of ``entity`` as a form."""
        return tuple(self.forms_at(self._numbers[entity.id]))

    def forms_at(self, number: int) -> list[Form]:
        """Every name of the entity at ``number``."""
        starts = self.index.starts
        return [self.index.forms[at] for at in range(starts[number], starts[number + 1])]

    def resolve(
        self, name: str, kind: str = "any", limit: int = 5, min_score: float | None = None
    ) -> list[Candidate]:
        """The entities that ``name`` as a whole may mean, best first; empty when nobody we know is meant.

        ``min_score`` is the least score (0 to 1; the threshold of ``match`` when None). Raises UnknownKindError.

        >>> [found.entity.id for found in Gazetteer.load().resolve("Вилейка", kind="place")]
        ['place/vilieika']
        """
        wanted = kind_named(kind)
        least = THRESHOLD if min_score is None else min_score
        found = self._resolve(clean(name).strip(), wanted)
        return [candidate for candidate in found if candidate.score >= least][:limit]

    def _resolve_uncached(self, name: str, kind: str) -> tuple[Candidate, ...]:
        kinds = KINDS if kind == "any" else (kind,)
        sides = {one: _with_bases(prepare(name, one)) for one in kinds}
        forms = self._sharing(sides)
        for at in self.index.whole.get(whole_key(name), ()):
            forms.setdefault(self.index.forms[at].entity, []).append(self.index.forms[at])
        found = self._candidates(name, sides, forms)
        if not found or found[0].score < THRESHOLD:
            numbers = forms.keys() | self._near(sides)
            found = self._candidates(name, sides, {number: self.forms_at(number) for number in numbers})
        if has_cyrillic(name) and (not found or found[0].score < THRESHOLD):
            found = self._in_base_form(name, kind) or found
        return tuple(found)

    def _in_base_form(self, name: str, kind: str) -> list[Candidate]:
        """The candidates of the whole name's base forms: Курильских островов, Злучаных Штатаў."""
        found: dict[int, Candidate] = {}
        for lang in _INFLECTING:
            for base in base_form(name, lang=lang, n=3):
                if base.base == name or base.case == "nom":
                    continue
                for number in {self.index.forms[form].entity for form in self.index.whole.get(whole_key(base.base), ())}:
                    entity = self.entities[number]
                    if kind in ("any", entity.kind):
                        side = prepare(base.base, entity.kind)
                        candidate = self._candidate(base.base, side, number, self.forms_at(number), kind != "any")
                        said = Evidence("base form", name, base.base, 0.0, f"{base.case} ({lang})")
                        match = Match(name, candidate.match.right, entity.kind, candidate.score, (said, *candidate.match.evidence))
                        found.setdefault(number, Candidate(entity, candidate.score, match))
        return sorted(found.values(), key=lambda one: (-one.score, one.entity.id))

    def _candidates(self, name: str, sides: dict[str, Side], forms: dict[int, list[Form]]) -> list[Candidate]:
        """The candidates by ``forms``, those of each entity that are compared, best first."""
        found = [
            self._candidate(name, sides[self.entities[number].kind], number, some, len(sides) == 1)
            for number, some in forms.items()
            if self.entities[number].kind in sides
        ]
        return sorted(found, key=lambda one: (-one.score, -magnitude(one.entity), -len(one.entity.names), one.entity.id))

    def _sharing(self, sides: dict[str, Side]) -> dict[int, list[Form]]:
        """The forms, by entity, that share a word with the name: a person's family name, any word of another's."""
        found: dict[int, dict[int, Form]] = {}
        for word in dict.fromkeys(word for side in sides.values() for part in side.parts for word in part.forms):
            if is_glue(word):
                continue
            for hit in self.index.hits(word):
                form = self.index.forms[hit.form]
                if form.side.parts[hit.part].role in ("family", "word"):
                    found.setdefault(form.entity, {})[hit.form] = form
        return {number: list(forms.values()) for number, forms in found.items()}

    def _near(self, sides: dict[str, Side]) -> set[int]:
        """The entities with a word within a typing slip of a word of the name."""
        found = set()
        for word in dict.fromkeys(part.text for side in sides.values() for part in side.parts):
            if len(word) >= _NEAR_LENGTH:
                for key in self._near_keys(word):
                    found.update(self.index.forms[form].entity for form, _ in self.index.places(key))
        return found

    def _candidate(self, name: str, side: Side, number: int, forms: list[Form], told: bool) -> Candidate:
        """What the best of ``forms``, names of the entity, says of the name; ``told`` when the kind was asked for."""
        entity = self.entities[number]
        best: tuple[float, tuple[Evidence, ...], str] | None = None
        own = [form for form in forms if form.text == name and form.ruled and form.strength not in ("weak", "acronym")]
        for form in own[:1] or forms:  # nothing says more than its own letters
            if form.strength == "acronym" and name != form.text:
                continue
            if not form.ruled and fold(form.text) != fold(name):
                continue
            if entity.kind != "person" and not self._may_stand_alone(side, form, number):
                continue
            evidence = compare(side, form.side, entity.kind)
            if entity.kind == "organisation" and entity.fact("country") and is_generic(form.side) and is_translated(evidence):  # which is any country's
                continue
            if form.strength == "weak":
                evidence = (*evidence, Evidence("weak name", form.text, "", _WEAK, "too ambiguous to stand alone"))
            if best is None or score_of(evidence) > best[0]:
                best = (score_of(evidence), evidence, form.text)
        if best is None:
            return Candidate(entity, 0.0, Match(name, "", entity.kind, 0.0, ()))
        score, evidence, text = best
        if entity.fact("population") is not None and entity.fact("common") is True and len(side.parts) == 1 and not told:
            much = PRIOR + sum(one.weight for one in evidence) - _COMMON
            evidence = (*evidence, Evidence("common name", text, "", -max(0.0, much), "also a word or a surname"))
            score = score_of(evidence)
        if entity.fact("bare") and len(side.parts) == 1 and score >= 0.5:
            evidence = (*evidence, _BARE)
            score = score_of(evidence)
        return Candidate(entity, score, Match(name, text, entity.kind, score, evidence))

    def _may_stand_alone(self, side: Side, form: Form, number: int) -> bool:
        """Whether a lone word is near enough to a lone-word name: by its letters, or across alphabets by spelling when
        it also looks like one of the entity's names; sounds alone prove too little (Stolin, Stalin)."""
        if len(side.parts) != 1 or len(form.side.parts) != 1:
            return True
        part, own = side.parts[0], form.side.parts[0]
        kinds = {relate(word, own.text, part.lang, own.lang).kind for word in part.forms}
        if "same" in kinds:
            return True
        if "spelling" not in kinds or has_cyrillic(part.text) or not has_cyrillic(own.text):
            return False
        return self.looks_like(part.text, number)

    def looks_like(self, word: str, number: int) -> bool:
        """Whether a lone word looks like a name of the entity at ``number``: in its own script, its Cyrillic names
        romanized by the usual schemes included."""
        return any(likeness(word, name) >= _LIKE for name in self._looks_of(number))

    def _looks_of(self, number: int) -> frozenset[str]:
        known = self._looks.get(number)
        if known is None:
            found = set()
            for form in self.forms_at(number):
                found.add(form.text)
                found.update(romanize(form.text, scheme) for scheme in _USUAL.get(form.lang, ()))
            known = self._looks[number] = frozenset(found)
        return known

    def _near_keys(self, word: str) -> list[str]:
        """Index keys within a typing slip of a key of ``word``."""
        near: dict[str, None] = {}
        for key in keys(word):
            for other, *_ in process.extract(
                key, self._keys, scorer=OSA.normalized_similarity, score_cutoff=0.79, limit=_NEAR_KEYS
            ):
                near[other] = None
        return list(near)

    @cached_property
    def _keys(self) -> list[str]:
        return [key for key in self.index.postings if ":" not in key and "=" not in key]


def magnitude(entity: Entity) -> int:
    """How big a place is, by the digits of its population; a row without one, which somebody chose, is the biggest."""
    people = entity.fact("population")
    return _CHOSEN if people is None else len(str(people))


def _with_bases(side: Side) -> Side:
    """A name whose Cyrillic words may also stand for their base forms (Мінску, Пуціным)."""
    parts = tuple(
        Part(part.text, part.role, (part.text, *_bases(part.text)), part.lang) if has_cyrillic(part.text) else part
        for part in side.parts
    )
    return Side(side.text, parts, side.gender)


def _bases(word: str) -> tuple[str, ...]:
    found = dict.fromkeys(
        one.base for lang in _INFLECTING for one in bases(word, lang) if one.case != "nom" and one.score >= _LIKELY
    )
    found.pop(word, None)
    return tuple(found)


@lru_cache(8)
def _load(paths: tuple[Path, ...], shipped: bool) -> Gazetteer:
    kept = recall(f"gazetteer-{shipped:d}", paths)
    if kept is not None:
        return Gazetteer(*unpack(kept), ids=kept["ids"], languages=kept["languages"])
    with uncollected():
        if paths:
            entities: Iterable[Entity] = read_entities(([root() / "entities"] if shipped else []) + list(paths))
        else:
            entities = shipped_entities() if shipped else ()
        gazetteer = Gazetteer(entities)
    keep(f"gazetteer-{shipped:d}", pack(gazetteer.entities, gazetteer.index), paths)
    return gazetteer
