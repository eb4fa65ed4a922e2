"""Two names compared: prepared, aligned, and asked again without the parts that they share."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ..tables.entities import kind_named
from ..text import clean
from .evidence import Evidence, Match, score_of
from .people import compare_people, prepared
from .rests import are_asked, rests_of
from .sides import Side, person_side, words_side
from .weights import REST_IDENTICAL, SHARED
from .words import compare_words


def match(a: str, b: str, kind: str = "person") -> Match:
    """Whether two spellings can name the same person (``kind="person"``), place, organisation or other.

    Only rules and word tables are asked, never entity rows: that two exonyms are one place is ``resolve``'s to say.

    >>> match("Alyaksandr Lukashenka", "Александр Лукашенко").same
    True
    >>> match("Аляксандр Лукашэнка", "Aleksandra Lukashenko").same
    False
    >>> match("Belarusian Ministry of Defense", "Belarusian Ministry of Defence", kind="organisation").same
    True

    The score is symmetric, 1.0 for itself, and ``score_of(match.evidence)``. Raises UnknownKindError.
    """
    return matched(cleaned(a), cleaned(b), kind_named(kind))


@lru_cache(16384)
def cleaned(text: str) -> str:
    return clean(text).strip()


@lru_cache(16384)
def matched(a: str, b: str, kind: str) -> Match:
    if a > b:  # one direction is worked out, so that both score the same
        turned = matched(b, a, kind)
        evidence = tuple(Evidence(one.kind, one.right, one.left, one.weight, one.rule) for one in turned.evidence)
        return Match(a, b, turned.kind, turned.score, evidence)
    if kind == "any":
        return max((matched(a, b, one) for one in ("person", "place")), key=lambda found: found.score)
    left, right = prepare(a, kind), prepare(b, kind)
    evidence = compare(left, right, kind)
    if kind == "person" and are_asked(left, right, score_of(evidence), (one.weight for one in evidence)):
        evidence = max((evidence, *_of_rests(a, b)), key=score_of)
    return Match(a, b, kind, score_of(evidence), evidence)


def _of_rests(a: str, b: str) -> Iterator[tuple[Evidence, ...]]:
    """The evidence about both names without a part that they share, and that part."""
    for one, other, rest, other_rest in rests_of(a, b):
        shared = Evidence("shared part", one, other, SHARED, "stands on both sides, whatever part of the name it is")
        found = matched(rest, other_rest, "person").evidence
        if found and found[0].kind == "identical":
            found = (Evidence("identical", rest, other_rest, REST_IDENTICAL, found[0].rule),)
        yield *found, shared


@lru_cache(16384)
def prepare(text: str, kind: str) -> Side:
    """A name cut into the parts that ``compare`` aligns."""
    return prepared(person_side(text)) if kind == "person" else words_side(text)


def compare(a: Side, b: Side, kind: str) -> tuple[Evidence, ...]:
    """The evidence about two prepared names; ``score_of`` adds it up."""
    return compare_people(a, b) if kind == "person" else compare_words(a, b)
