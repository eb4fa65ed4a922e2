"""Korean names in Latin and Cyrillic letters, which several systems and every bearer write otherwise, in one spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import product

from ..names import given_groups
from ..tables.matching import korean_syllables
from ..text import has_cyrillic, script_of
from .scripts import foreign_script, in_latin

_SYLLABLES = 2  # of a given name
_MOST_COMMON = 3  # family names
_SORTS = ("syllables", "initials", "rimes", "open", "closed", "finals")  # of signs, in the order of a syllable
_LONGEST = 40  # characters
_HANGUL = "Hang"
_WORD, _APART = re.compile(r"[^\W\d_]+"), re.compile(r"[, ]+")
_PLAIN = re.compile(r"[a-zA-Zа-яёіА-ЯЁІ]+(?:(?:, ?|[ -])[a-zA-Zа-яёіА-ЯЁІ]+){1,2}")  # two or three words, hyphened or not


def in_one_spelling(name: str) -> str:
    """A Korean name of a family name and two syllables, in one spelling; any other as it stands.

    >>> in_one_spelling("Park Geun-hye"), in_one_spelling("PAK Kun Hye"), in_one_spelling("Geun-hye Park")
    ('Pak Kun-hye', 'Pak Kun-hye', 'Pak Kun-hye')
    >>> in_one_spelling("Li Junmin"), in_one_spelling("Lee Harvey Oswald"), in_one_spelling("Sara Lee")
    ('Li Junmin', 'Lee Harvey Oswald', 'Sara Lee')

    >>> in_one_spelling("박근혜"), in_one_spelling("Пак Кын Хе"), in_one_spelling("차두리"), in_one_spelling("ᄓ")
    ('Pak Kun-hye', 'Pak Kun-hye', '차두리', 'ᄓ')

    The family name may stand first or last, in Hangul and Cyrillic first, but in no hyphened word. What Chinese could be in Pinyin, and a given name of another language, stay.
    """
    return spellings_of(name)[0]


def spellings_of(name: str) -> tuple[str, ...]:
    """``in_one_spelling`` first, and what else the name may be in it: Cyrillic writes some family names, and the last n and ng, alike.

    >>> spellings_of("Чон Ми Ран")
    ('Jung Mi-rang', 'Jung Mi-ran', 'Jeon Mi-rang', 'Jeon Mi-ran')
    >>> spellings_of("Park Geun-hye"), spellings_of("John Smith")
    (('Pak Kun-hye',), ('John Smith',))
    """
    if len(name) > _LONGEST or not _may_be_korean(name):
        return (name,)
    return _spellings(name.translate(korean_syllables().marks)) or (name,)


def _may_be_korean(name: str) -> bool:
    """Whether a name begins or ends with what may be a Korean family name, or begins in Hangul: soon said of most."""
    first, _, rest = name.partition(" ")
    return may_be_family(first) or may_be_family(rest.rpartition(" ")[2])


def may_be_family(word: str) -> bool:
    """Whether a word may be a Korean family name, or begin a name in Hangul.

    >>> may_be_family("Park"), may_be_family("Ким,"), may_be_family("박근혜"), may_be_family("Ch’oe"), may_be_family("Geun-hye")
    (True, True, True, True, False)
    """
    written = word if word.isascii() else word.translate(korean_syllables().marks)
    return written.rstrip(",").lower() in korean_syllables().families or not word.isascii() and script_of(word[:1]) == _HANGUL


@lru_cache(16384)
def _spellings(name: str, family_first: bool = False) -> tuple[str, ...]:
    """The spellings of a name without marks; nothing of one that is not Korean."""
    if not _PLAIN.fullmatch(name):
        read = in_latin(name, _HANGUL) if foreign_script(name) == _HANGUL else ""
        return _spellings(read, True) if _PLAIN.fullmatch(read) else ()
    apart = _APART.split(name.lower())
    in_cyrillic = has_cyrillic(name)  # which has the family name first, and the syllables apart
    for at in (0,) if in_cyrillic or family_first else sorted((0, -1), key=lambda at: apart[at] not in _most_common()):  # Jun Ho Lee, but Hwang Byong So
        family = apart[at]
        read = korean_syllables().families.get(family)
        given = _WORD.findall(" ".join(apart[1:] if at == 0 else apart[:-1]))
        if read is None or len(given) == 1 and (in_cyrillic or given_groups(given[0])):
            continue
        syllables = _syllables_of(given)
        may_be_either = at != 0 and len(given) == 1 or family in korean_syllables().chinese_families
        if syllables and not (may_be_either and all(map(may_be_chinese, given))):
            families = read if in_cyrillic else read[:1]
            return tuple([f"{one} {'-'.join(some).capitalize()}" for one in families for some in product(*syllables)])
    return ()


def _syllables_of(words: Iterable[str]) -> list[tuple[str, ...]]:
    """The two syllables of a given name, written as one word or two, each in all ways to read it; nothing where they are not Korean."""
    found = []
    for word in words:
        match = _patterns()[1 if len(found) == 1 or len(words) == _SYLLABLES else 2].fullmatch(word)
        if not match:
            return []
        found += _read(match)
    return found if len(found) == _SYLLABLES else []


def _read(match: re.Match[str]) -> list[tuple[str, ...]]:
    signs = korean_syllables().signs
    syllables = []
    groups = match.groups(default="")
    for start in range(0, len(groups), len(_SORTS)):
        parts = [(sort, part) for sort, part in zip(_SORTS, groups[start : start + len(_SORTS)], strict=True) if part]
        usual = [signs[sort][part] for sort, part in parts]
        other = [signs["other_rimes"].get(part, sign) if sort == "rimes" else sign for (sort, part), sign in zip(parts, usual, strict=True)]
        syllables.append(tuple(dict.fromkeys(("".join(usual), "".join(other)))))
    return syllables


@cache
def _patterns() -> dict[int, re.Pattern[str]]:
    """How many syllables a word has → its pattern."""
    signs = korean_syllables().signs
    whole, initial, rime, bare, closed, final = ("|".join(sorted(signs[sort], key=lambda sign: (-len(sign), sign))) for sort in _SORTS)
    syllable = f"(?:({whole})|({initial})?(?:({rime})|({bare})|({closed})({final})))"
    return {size: re.compile(syllable * size) for size in (1, _SYLLABLES)}


@cache
def _most_common() -> frozenset[str]:
    """The forms of the most common family names, which half of all Koreans have: the table has them first."""
    first = list(dict.fromkeys(usual for usual, *_ in korean_syllables().families.values()))[:_MOST_COMMON]
    return frozenset(form for form, (usual, *_) in korean_syllables().families.items() if usual in first)


@lru_cache(4096)
def may_be_chinese(word: str) -> bool:
    """Whether a word may be one or two Chinese syllables in Pinyin.

    >>> may_be_chinese("Xiaoping"), may_be_chinese("Kyung")
    (True, False)
    """
    return korean_syllables().chinese.fullmatch(word.lower()) is not None
