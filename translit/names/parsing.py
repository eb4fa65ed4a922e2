"""A name and what each part of it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ..detection import detect
from ..errors import InputError
from ..text import fold, has_cyrillic
from .endings import is_after_father, patronymic_of, patronymic_words, surname_endings
from .givens import given_groups
from .parts import Part, parse_parts
from .titles import titles_of

STYLES = ("western", "full", "official", "comma", "initials")


@dataclass(frozen=True, slots=True)
class Name:
    """A parsed name. Every part keeps its text as written; one that is absent is empty.

    ``gender`` is ``m``, ``f`` or None. ``order`` tells how the name stood: *western* (given name or initials first),
    *eastern* (family name first), *comma* (family name, comma, the rest), *family* (nothing but a family name),
    *given* (no family name). ``parts`` are all parts with their places.
    """

    given: str
    patronymic: str
    family: str
    particles: tuple[str, ...]
    titles: tuple[str, ...]
    suffixes: tuple[str, ...]
    initials: tuple[str, ...]
    gender: str | None
    lang: str
    order: str
    parts: tuple[Part, ...] = ()

    def format(self, style: str = "western") -> str:
        """The name in another order; titles stay out.

        >>> name = parse_name("Каржыцкі Дзяніс Леанідавіч")
        >>> name.format("western"), name.format("official")
        ('Дзяніс Каржыцкі', 'Каржыцкі Дзяніс Леанідавіч')
        >>> name.format("full"), name.format("comma"), name.format("initials")
        ('Дзяніс Леанідавіч Каржыцкі', 'Каржыцкі, Дзяніс Леанідавіч', 'Д. Л. Каржыцкі')

        Raises InputError for a style that is none of STYLES.
        """
        if style not in STYLES:
            raise InputError(f"no style {style!r}; use one of {', '.join(STYLES)}")
        made_by = self._made
        family = _joined([part for part in self.parts if part.role in ("particle", "family") and part not in made_by])
        made = _joined([part for part in self.parts if part.role == "patronymic" or part in made_by])
        given = " ".join((self.given, *self.initials)).strip()
        if style == "initials":
            given = " ".join(self.initials) if not self.given else _initials(self.given, self.patronymic, self.initials)
            made = ""
        if style == "western":
            made = ""
        ordered = (given, made, family)
        if style == "official":
            ordered = (family, given, made)
        if style == "comma":
            rest = " ".join(filter(None, (given, made)))
            return ", ".join(filter(None, (family, rest, *self.suffixes)))
        return " ".join(filter(None, (*ordered, *self.suffixes)))

    @property
    def _made(self) -> tuple[Part, ...]:
        """The particles that belong to a patronymic (oğlu)."""
        return tuple(part for part in self.parts if part.role == "particle" and is_after_father(part.text))


@lru_cache(8192)
def parse_name(text: str) -> Name:
    """What each word of a name is, in any order it is written in.

    >>> name = parse_name("Лукашэнка, Аляксандр Рыгоравіч")
    >>> name.family, name.given, name.patronymic, name.gender, name.order
    ('Лукашэнка', 'Аляксандр', 'Рыгоравіч', 'm', 'comma')
    >>> parse_name("LUKASHENKA Aliaksandr").given, parse_name("John R. Bolton").initials
    ('Aliaksandr', ('R.',))
    >>> parse_name("Ursula von der Leyen").family, parse_name("Ursula von der Leyen").particles
    ('Leyen', ('von', 'der'))

    A single word is a family name unless it is a given name we know. This never raises: whatever is no name gets the
    likeliest roles, and a text without words an empty name.

    >>> parse_name("Roman").order, parse_name("Abramovich").order, parse_name("2024").family
    ('given', 'family', '')
    """
    parts, order = parse_parts(text)

    def of(role: str) -> list[Part]:
        return [part for part in parts if part.role == role]

    def texts(role: str) -> tuple[str, ...]:
        return tuple(part.text for part in of(role))

    return Name(
        given=_joined(of("given")),
        patronymic=_joined(of("patronymic")),
        family=_joined(of("family")),
        particles=texts("particle"),
        titles=texts("title"),
        suffixes=texts("suffix"),
        initials=texts("initial"),
        gender=gender_of([(part.text, part.role) for part in parts]),
        lang=_language(text, parts),
        order=order,
        parts=parts,
    )


def _joined(parts: list[Part]) -> str:
    """Parts as one text: a hyphen at a part's end joins it to the next, else a space does."""
    joined = ""
    for part in parts:
        joined += part.text if part.text.endswith("-") else part.text + " "
    return joined.strip()


def _initials(given: str, patronymic: str, others: tuple[str, ...]) -> str:
    made = [f"{word[0].upper()}." for word in (*given.split(), *patronymic.split())]
    return " ".join((*made, *others))


def gender_of(words: Iterable[tuple[str, str]]) -> str | None:
    """The gender (m, f or None) of a name of these words, each with its role: the one that patronymic or title tell; else surname and given name, where they agree or one is silent.

    Against each other, a Cyrillic surname of the same language is believed, a Latin one is not (Maria Petrov).
    """
    given, family, titles = [], "", []
    for text, role in words:
        if role == "given":
            given.append(text)
        elif role == "family":
            family = text
        elif role == "patronymic":
            match = patronymic_of(text)
            if match:
                return match.gender
        elif role == "title":
            titles.append(text)
        elif role == "particle" and is_after_father(text):
            return patronymic_words()[fold(text)]
    for title in titles:
        told = {one.gender for one in titles_of(title)}
        if len(told) == 1 and told != {""}:
            return told.pop()
    own, own_langs = None, ()
    for text in given:
        own, own_langs = _given_gender(text)
        if own:
            break
    inherited, langs = _surname_gender(family) if family else (None, ())
    if own and inherited and own != inherited:
        believed = has_cyrillic(family) and not (own_langs and set(own_langs).isdisjoint(langs))
        return inherited if believed else own
    return inherited or own


def _given_gender(word: str) -> tuple[str | None, tuple[str, ...]]:
    """The gender of the likeliest given names that a word can be, with their languages, where they have one gender."""
    matches = given_groups(word) or "-" in word and given_groups(word.split("-")[0])
    if not matches:
        return None, ()
    best = [match for match in matches if match.strength == matches[0].strength] if len(matches) > 1 else matches
    if len(best) > 1 and best[0].strength == "same":  # a short form may be anybody's: Zhenya
        best = [match for match in best if match.frequency == "very common"] or best
    gender = best[0].gender
    if gender == "mf" or any([match.gender != gender for match in best[1:]]):
        return None, ()
    return gender, best[0].langs if len(best) == 1 else tuple([lang for match in best for lang in match.langs])


def _surname_gender(word: str) -> tuple[str | None, tuple[str, ...]]:
    """The gender that the longest ending shows, with the languages it is one in."""
    matches = surname_endings(word)
    if not matches or matches[0].gender == "mf":
        return None, ()
    return matches[0].gender, matches[0].langs


def _language(text: str, parts: tuple[Part, ...]) -> str:
    """The language the name is written in: what its letters and endings show, weighed with whose given name it is."""
    found = detect(text)
    if found.script != "Cyrl":
        return found.lang
    votes = {lang: found.scores.get(lang, 0.0) for lang in ("be", "ru", "uk")}
    for part in parts:
        langs: set[str] = set()
        if part.role == "given":
            matches = given_groups(part.text)
            if matches and matches[0].by == "form":
                langs = {lang for lang in matches[0].langs if lang in votes}
        elif part.role == "family":
            langs = {lang for match in surname_endings(part.text)[:1] for lang in match.langs if lang in votes}
        for lang in langs:
            votes[lang] += 1.0 / len(langs)
    best = max(votes, key=votes.__getitem__)
    return best if votes[best] > found.scores.get(found.lang, 0.0) or found.lang in votes else found.lang
