"""A name as scoring sees it: its parts with their roles, without titles."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..names import as_patronymic, gender_of, is_after_father, is_particle, named_words, names_father, patronymic_of, suffix_meant
from .borrowed import bare_words
from .scripts import foreign_script, in_latin

_HYPHEN = re.compile("[-‐‑]")
_PLAIN = frozenset(("given", "patronymic", "family"))
_ASIDE = frozenset(("title", "suffix"))
LONGEST = 1000  # characters: a longer text is no name, and is only compared as it stands


class Part(NamedTuple):
    """One part of a name: its text, its role, and the forms it may stand for (its own text first, base forms after);
    ``lang`` where its language is known; whether it is ``cut`` short (обл., р-н), or ``led`` by a word that wants a case (в Орше); and how it
    is ``written``, where the text is a word that it is cut from; whether it stands ``outside`` the quotes around the name itself (газета
    «Наша Ніва»), or says ``within`` which place a thing is (the Embassy of Poland in Belarus), or stands ``behind`` a comma."""

    text: str
    role: str
    forms: tuple[str, ...]
    lang: str = ""
    cut: bool = False
    led: bool = False
    written: str = ""
    outside: bool = False
    within: bool = False
    behind: bool = False


class Side(NamedTuple):
    """One of the two names compared: its text, its parts in order, the gender it shows (m, f or None).

    ``words`` are the parts again with the particles between them; ``suffixes`` what tells father from son (Jr, III);
    ``script`` the script that a Latin reading was made from, empty for Latin and Cyrillic; ``whole`` that every
    word of the name is one of the parts, ``plain`` that nothing stands beside them, each a given name, a patronymic or a family
    name; ``of_father`` that a word says who the father is (bin, oğlu). ``turned`` is the name with its title last, where a title and
    one word are all there is: King Joseph may be Joseph King.
    """

    text: str
    parts: tuple[Part, ...]
    gender: str | None = None
    words: tuple[Part, ...] = ()
    suffixes: tuple[str, ...] = ()
    script: str = ""
    whole: bool = False
    plain: bool = False
    of_father: bool = False
    turned: str = ""

    def of(self, *roles: str) -> tuple[Part, ...]:
        """The parts with one of these roles."""
        return tuple(part for part in self.parts if part.role in roles)


def person_side(text: str) -> Side:
    """A person's name, parsed; one in another script than Latin or Cyrillic in Latin letters, where that is possible.

    >>> [(part.text, part.role) for part in person_side("Dr. Jean-Claude van Damme").parts]
    [('Jean', 'given'), ('Claude', 'given'), ('Damme', 'family')]
    """
    if len(text) > LONGEST:
        return Side(text, ())
    script = foreign_script(text)
    read = in_latin(text, script) if script else text
    named = named_words(read)
    is_plain = _PLAIN.issuperset([role for _, role in named])
    own = named if is_plain else _with_fathers([one for one in named if one[1] not in _ASIDE])
    hyphened = _HYPHEN.search(read) is not None
    words = [part for word, role in own for part in _parts(word, role)] if hyphened else [_part(*one) for one in own]
    if bare := bare_words([word[:2] for word in words] if hyphened else own):
        words = [word._replace(forms=(word.text, *bare[word.text])) if word.text in bare else word for word in words]
    few = [word for word in words if word.role != "particle"]
    whole = not script and len(few) == len(own) and (not hyphened or [word.text for word in words] == [word for word, _ in own])
    all_words = tuple(words)
    parts = tuple(few) if 0 < len(few) < len(words) else all_words
    suffixes: tuple[str, ...] = ()
    turned = ""
    if len(own) < len(named):
        suffixes = tuple([suffix_meant(word) for word, role in named if role == "suffix"])
        turned = f"{named[1][0]} {named[0][0]}" if len(own) == 1 and len(named) == 2 and named[0][1] == "title" else ""
    plain = whole and is_plain and "," not in text
    of_father = not plain and any([role == "particle" and (names_father(word) or is_after_father(word)) for word, role in own])
    return Side(text, parts, gender_of(named), all_words, suffixes, script, whole, plain, of_father, turned)


def _with_fathers(words: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The words of a name with their roles, those of fathers as patronymics: Yusuf in Ahmad ibn Yusuf al-Tamimi, but not Salman in
    Mohammed bin Salman, who is called so."""
    names = [at for at, (_, role) in enumerate(words) if role in _PLAIN]
    if len(names) == len(words):
        return words
    fathers = [at for at in names[1:] if words[at - 1][1] == "particle" and names_father(words[at - 1][0])]
    if fathers and not any([words[at][1] == "family" and at not in fathers for at in names]):
        del fathers[-1]
    return [(word, "patronymic") if at in fathers else (word, role) for at, (word, role) in enumerate(words)] if fathers else words


def _parts(word: str, role: str) -> list[Part]:
    """A word as one part, or as those that hyphens part."""
    if role == "initial" or word.isalpha():
        return [_part(word, role)]
    return [_part(piece, role) for piece in _HYPHEN.split(word) if piece]


def _part(text: str, role: str) -> Part:
    """A part of one form, but for the name of a father, which his patronymic may stand for. A family name that is only an article (Al
    Saud, Abu Bakr) is a particle; parsing keeps it."""
    if role == "patronymic" and patronymic_of(text) is None and (made := as_patronymic(text)):
        return Part(text, role, (text, made))
    return Part(text, "particle" if role == "family" and is_particle(text.lower()) else role, (text,))
