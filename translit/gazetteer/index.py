"""Forms by key: which words of which names a word may stand for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ..names import given_groups
from ..phonology import keys
from ..scoring import is_glue, relate
from ..tables.words import word_groups
from ..text import clean, fold
from .forms import Form


@dataclass(frozen=True, slots=True)
class Hit:
    """One word answered by one word of one form: ``relation`` is same, spelling, law, group or word."""

    form: int
    part: int
    relation: str


@dataclass(slots=True)
class Index:
    """The postings: key → form, part, form, part …, and whole names by their folded text. The forms of entity n are those
    from ``starts[n]`` up to ``starts[n + 1]``."""

    forms: Sequence[Form]
    starts: list[int]
    postings: dict[str, list[int]]
    whole: dict[str, list[int]]
    _hits: dict[str, tuple[Hit, ...]] = field(default_factory=dict)

    def hits(self, word: str) -> tuple[Hit, ...]:
        """Every part of every form that ``word`` agrees with by letters, rule or word table."""
        known = self._hits.get(word)
        if known is None:
            if len(self._hits) > 65536:
                self._hits.clear()
            known = self._hits[word] = tuple(self._find(word))
        return known

    def places(self, key: str) -> Iterator[tuple[int, int]]:
        """The form and the part of every word filed under ``key``."""
        flat = iter(self.postings.get(key, ()))
        return zip(flat, flat, strict=True)

    def _find(self, word: str) -> Iterable[Hit]:
        found = keys_of(word, "given") | {as_it_stands(word)}
        places = dict.fromkeys(place for key in found for place in self.places(key))
        groups = {match.id for match in given_groups(word)}
        for form, part in places:
            own = self.forms[form].side.parts[part]
            if not self.forms[form].ruled:
                yield Hit(form, part, "same")
                continue
            relation = relate(word, own.text, "", own.lang).kind
            if relation in ("same", "spelling", "law"):
                yield Hit(form, part, relation)
            elif own.role == "given" and groups & {match.id for match in given_groups(own.text)}:
                yield Hit(form, part, "group")
            elif own.role == "word" and set(word_groups().get(fold(word), ())) & set(
                word_groups().get(fold(own.text), ())
            ):
                yield Hit(form, part, "word")


def as_it_stands(word: str) -> str:
    """The key of a word that no rule may lead to."""
    return f"={fold(word)}"


def keys_of(word: str, role: str, lang: str = "") -> set[str]:
    """The keys a word is filed under: its blocking keys, and its groups in the given-name and word tables."""
    found = set(keys(word, lang))
    if role == "given":
        found.update(f"given:{match.id}" for match in given_groups(word))
    if role in ("word", "given"):
        found.update(f"word:{group}" for group in word_groups().get(fold(word), ()))
    return found


def whole_key(text: str) -> str:
    """A whole name for equality: cleaned, case folded, single spaces; hyphens and dots stay."""
    return " ".join(clean(text).casefold().split())


def build_index(forms: Iterable[Form]) -> Index:
    """File every form under the keys of its words; forms come by entity, in the entities’ order."""
    forms = tuple(forms)
    postings: dict[str, list[int]] = {}
    starts: list[int] = []
    whole: dict[str, list[int]] = {}
    for number, form in enumerate(forms):
        starts.extend([number] * (form.entity + 1 - len(starts)))
        whole.setdefault(whole_key(form.text), []).append(number)
        for at, part in enumerate(form.side.parts):
            if part.role == "word" and is_glue(part.text):
                continue
            for key in keys_of(part.text, part.role, form.lang) if form.ruled else (as_it_stands(part.text),):
                postings.setdefault(key, []).extend((number, at))
    return Index(forms, [*starts, len(forms)], postings, whole)
