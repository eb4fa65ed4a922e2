"""A name of words made ready to be compared: the words that count, and what each is by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from ..names import is_given
from ..text import LATIN, fold, has_cyrillic
from .acronyms import spelled_by
from .homes import country_of, homes_of
from .initials import first_sounds
from .legalforms import legal_form, legal_phrase
from .numbering import joins_number
from .sides import Part, Side
from .ties import Tie
from .vocabulary import groups_meant, groups_of, is_acronym, is_glue, is_number, phrase_at
from .wordkinds import (
    is_around,
    is_corporate,
    is_country,
    is_exonym,
    is_kind,
    is_minor,
    is_place,
    is_place_type,
    is_proper,
    is_realm,
    is_settlement,
    is_type,
    kind_families,
    names_place,
    says_kind,
)
from .wordsides import words_side

LEGAL, LETTER, _SHORTEST, _LONGEST = 1, 2, 4, 8
_LONGEST_RUN, _NEVER_TOO_LONG = 16, 1 << 30  # letters of three words together, of two
_LONGEST_BRAND = 7  # letters
_OWN = frozenset(("name", ""))  # sorts of words


class Step(NamedTuple):
    """One reason: its kind, the places of the words on either side, its weight, and the tie or rule that tells it."""

    kind: str
    left: tuple[int, ...]
    right: tuple[int, ...]
    weight: float
    told: Tie | str


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """The words of a name of some kind that count, with what is written for each, and what it is by itself: how much it weighs (``sizes``);
    whether it is ``light`` (a type word, a legal form), a type word, one of ``place_types`` (street, river), ``corporate``, saying only that it is
    a business; the country that it names; whether it is ``spare``, often left out, of the ``realms`` beside a country, one of the ``forenames`` of
    who is named; of what sort it is (a name, a kind of thing, or what says more of one) and of which ``families`` of kinds; whether it says what
    kind of place lies ``around`` another, is what one is called (``named``), stands ``outside`` the quotes around the name, is ``led`` by
    a word that wants a case, or is the place ``within`` which a thing is; whether it stands ``behind`` the comma of a place beside the region or the country around that; in ``brands`` the alphabet of a short one, a letter of which makes
    another where it stands alone.

    ``homes`` are the countries of the name's language alone; ``acronyms`` the places of such words; ``runs`` each word written together with
    the next, or short ones with the next two, with the sounds they may begin with and their places; ``script`` is what it was read from, if any; ``settled``
    whether a small word before it says that it is a town or a village (г. Самара); ``glue`` the initials of the words that only join others; ``by_words`` the name with its phrases word by word, where it has some."""

    kind: str
    parts: tuple[Part, ...]
    shown: tuple[str, ...]
    sizes: tuple[int, ...]
    light: tuple[bool, ...]
    types: tuple[bool, ...]
    place_types: tuple[bool, ...]
    corporate: tuple[bool, ...]
    countries: tuple[str, ...]
    homes: frozenset[str]
    spare: tuple[bool, ...]
    realms: tuple[bool, ...]
    forenames: tuple[bool, ...]
    sorts: tuple[str, ...]
    families: tuple[frozenset[int], ...]
    acronyms: tuple[int, ...]
    runs: tuple[tuple[str, frozenset[str], tuple[int, ...]], ...]
    script: str
    around: tuple[bool, ...]
    named: tuple[bool, ...]
    outside: tuple[bool, ...]
    led: tuple[bool, ...]
    within: tuple[bool, ...]
    behind: tuple[bool, ...]
    brands: tuple[str, ...]
    settled: bool
    glue: frozenset[str]
    by_words: Wording | None

    @property
    def phrases(self) -> int:
        """How many words stand for phrases."""
        return sum(part.role == "phrase" for part in self.parts)

    @property
    def has_own(self) -> bool:
        """Whether a word counts whatever the other name has: no type, no initial, nothing that is often left out."""
        left_out = (self.light, self.place_types, self.spare, self.realms, self.countries, self.forenames, self.outside)
        return any(
            size != LETTER and sort != "minor" and not any(some) for size, sort, *some in zip(self.sizes, self.sorts, *left_out, strict=True)
        )

    @property
    def sure(self) -> tuple[bool, ...]:
        """Which words, that say nothing of a kind of thing, count in full where they have no answer, whatever the other name has."""
        excused = zip(self.light, self.place_types, self.spare, self.realms, self.countries, self.forenames, self.outside, self.behind, strict=True)
        may = True not in self.around
        return tuple(may and sort in _OWN and size != LETTER and not any(some) for sort, size, some in zip(self.sorts, self.sizes, excused, strict=True))

    @property
    def is_bare(self) -> bool:
        """Whether no more than one word is the name itself: Granit Ltd, Alder Capital Management."""
        return sum(named or part.role == "article" for named, part in zip(self.named, self.parts, strict=True)) <= 1


def wording_of(side: Side, kind: str) -> Wording:
    """A name of words made ready to be compared more than once. Of an organisation a letter makes another, where it stands alone: Lotos and
    Lotus are two companies, Lanchyn and Lancyn one place; of a place more words say only what it is."""
    words, script = _content(side.parts, side.script, phrases=True), side.script
    glue = frozenset(fold(part.text)[:1] for part in side.parts if is_glue(part.text))
    spelled = words_side(side.text, spelled=True) if script else side
    has_other = spelled.parts != side.parts or any(part.role == "phrase" for _, part in words)
    small = kind == "place" and len(side.parts) > 1 and is_settlement(side.parts[0].text), glue
    return _wording(words, script, kind, *small, _wording(_content(spelled.parts, script, phrases=False), script, kind, *small, None) if has_other else None)


def _wording(words: list[tuple[str, Part]], script: str, kind: str, settled: bool, glue: frozenset[str], by_words: Wording | None) -> Wording:
    shown, some = map(tuple, zip(*words, strict=True)) if words else ((), ())
    return Wording(
        kind,
        some,
        shown,
        tuple(_size(part, kind) for part in some),
        tuple(_is_light(some, at, kind) for at in range(len(some))),
        tuple(part.role == "domain" or is_type(part.text) for part in some),
        tuple(kind == "place" and is_place_type(part.text) for part in some),
        tuple(is_corporate(part.text) for part in some),
        tuple(country_of(part.text) for part in some),
        homes_of([word for text, part in words for word in (text.split() if part.role == "phrase" else (part.text,))]),
        tuple(_is_spare(some, at) for at in range(len(some))),
        tuple(is_realm(part.text) and any(is_country(other.text) for other in some if other is not part) for part in some),
        tuple(at + 1 < len(some) and is_given(part.text) and is_proper(some[at + 1].text) for at, part in enumerate(some)),
        tuple(_sort_of(part.text) for part in some),
        tuple(kind_families(part.text) for part in some),
        tuple(at for at, part in enumerate(some) if is_acronym(part.text) or groups_meant(part.text)),
        tuple([*_runs(some, 2, _NEVER_TOO_LONG), *_runs(some, 3, _LONGEST_RUN)]),
        script,
        tuple(kind == "place" and is_around(part.text) for part in some),
        tuple(part.role == "word" and not legal_form(part.text) and (not groups_of(part.text) or names_place(part.text)) for part in some),
        tuple(part.outside for part in some),
        tuple(part.led for part in some),
        tuple(part.within and names_place(part.text) for part in some),
        _behind(some) if kind == "place" else (False,) * len(some),
        tuple(_brand(part) if kind == "organisation" and not script else "" for part in some),
        settled,
        glue,
        by_words,
    )


def _behind(parts: tuple[Part, ...]) -> tuple[bool, ...]:
    """Whether each word says, behind a comma, in which region or country a place lies: São Luís, Maranhão, Brazil; not the street of a town."""
    behind = [part for part in parts if part.behind]
    says = any(is_around(part.text) or is_realm(part.text) or is_country(part.text) for part in behind)
    says = says and not any(is_number(part.text) or is_place_type(part.text) and not is_around(part.text) for part in behind)
    return tuple(part.behind and says for part in parts)


def _sort_of(word: str) -> str:
    """What a word says of a thing: its own name, a kind, something about the kind, more or less, or anything else (empty)."""
    return "name" if is_proper(word) else "kind" if is_kind(word) else "minor" if is_minor(word) else "of kind" if says_kind(word) or legal_form(word) else ""


def _runs(parts: tuple[Part, ...], size: int, longest: int) -> Iterator[tuple[str, frozenset[str], tuple[int, ...]]]:
    """So many neighbours written together, where they are not too long."""
    for at in range(len(parts) - size + 1):
        first, *others = [part.text for part in parts[at : at + size]]
        if len(first) + sum(map(len, others)) <= longest:
            yield first + "".join(others).lower(), first_sounds(first), tuple(range(at, at + size))


def _content(parts: tuple[Part, ...], script: str, phrases: bool) -> list[tuple[str, Part]]:
    """The words that count, with what is written for each: without those that only join; legal forms of several words are one, and
    so are ``phrases``, of which a word of their group stands for all. What is read in Latin letters from another ``script`` joins nothing (Zur in Dayr az-Zur). A name that is only a country’s in full or a place’s stays as it is."""
    texts = tuple(part.text for part in parts)
    found, at = [], 0
    while at < len(parts):
        legal, size = legal_phrase(texts, at)
        if size and size < len(parts):
            phrase = " ".join(texts[at : at + size])
            found.append((phrase, Part(phrase, "legal", (legal,), outside=parts[at].outside, behind=parts[at].behind)))
            at += size
            continue
        word, size = phrase_at(texts, at) if phrases else ("", 0)
        if size and not (size == len(parts) and (is_country(word) or is_place(word)) and not is_exonym(word)):
            found.append((" ".join(texts[at : at + size]), Part(word, "phrase", (word,), parts[at].lang, outside=parts[at].outside, behind=parts[at].behind)))
            at += size
            continue
        if not joins_number(texts, at) and (not is_glue(texts[at]) or script and LATIN.fullmatch(texts[at]) or legal_form(texts[at]) and at in (0, len(parts) - 1)):
            found.append((parts[at].written or texts[at], parts[at]))
        at += 1
    return _without_own_acronym(found) or list(zip(texts, parts, strict=True))


def _without_own_acronym(words: list[tuple[str, Part]]) -> list[tuple[str, Part]]:
    """The words without an acronym that stands behind or before all others, or in brackets, and is theirs: Islamic Revolutionary Guard
    Corps (IRGC)."""
    for at, (acronym, part) in enumerate(words):
        if part.role != "aside" and at not in (0, len(words) - 1) or not is_acronym(acronym):
            continue
        others = words[:at] + words[at + 1 :]
        own = [other.text for _, other in (words[:at] if part.role == "aside" else others) if other.role != "legal"]
        if len(own) > 1 and spelled_by(acronym, tuple(own)):
            return others
    return words


def _is_spare(parts: tuple[Part, ...], at: int) -> bool:
    """Whether a word is often left out: whom a thing is named after, where it is, in brackets or behind a comma or its legal form."""
    part = parts[at]
    if part.role == "namesake" or part.role == "aside" and is_proper(part.text):
        return True
    behind_form = 0 < at == len(parts) - 1 and (parts[at - 1].role == "legal" or bool(legal_form(parts[at - 1].text)))
    return (part.role == "aside" or behind_form) and (is_country(part.text) or is_place(part.text))


def _brand(part: Part) -> str:
    """The alphabet of a short word that is no word of the tables; empty for another."""
    if len(part.text) > _LONGEST_BRAND or groups_of(part.text):
        return ""
    return "Cyrl" if has_cyrillic(part.text) else "Latn"


def _is_type(word: str, kind: str) -> bool:
    """Whether a word only says what a thing is, a place or an organisation."""
    return is_type(word) or kind == "place" and is_place_type(word)


def _is_light(words: tuple[Part, ...], at: int, kind: str) -> bool:
    """Whether a word is left out as easily: a legal form, an article, a type word, or, first in the name of a place, the realm: the Republic of
    Moldova is Moldova, but Czech is no Czech Republic."""
    part = words[at]
    if part.role in ("legal", "article", "domain") or _is_aside(part) or legal_form(part.text) or is_type(part.text):
        return True
    return kind == "place" and at == 0 and len(words) > 1 and is_realm(part.text)


def _is_aside(part: Part) -> bool:
    """Whether a word is an acronym in brackets, and no country."""
    return part.role == "aside" and part.text.isupper() and not is_country(part.text)


def _size(part: Part, kind: str) -> int:
    return LEGAL if part.role in ("legal", "article") or _is_aside(part) else _size_of(part.text, kind)


@lru_cache(32768)
def _size_of(text: str, kind: str) -> int:
    """How much a word weighs: by its length, acronyms and numbers (World War II) in full, legal forms next to nothing, the initial of
    whom a thing is named after little, and so a word of one letter (u Beogradu)."""
    if legal_form(text):
        return LEGAL
    if len(text) == 1 and text.isalpha() and not is_number(text):
        return LETTER
    if is_number(text) or (text.isupper() and len(text) > 1):
        return _LONGEST
    if _is_type(text, kind):
        return _SHORTEST
    return min(max(len(text), _SHORTEST), _LONGEST)
