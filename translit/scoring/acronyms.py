"""Acronyms: the initials of words, in their own letters, romanized, or of the words' translations."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from ..phonology import plain_readings
from ..tables.organisations import first_parts, forms_behind_acronyms, groups_by_form
from ..tables.words import glue_words
from ..text import fold, script, script_of
from .vocabulary import groups_meant, groups_of, is_acronym, plain

_MOST_WORDS = 7
_LEAST_BESIDE_GLUE, _MOST_GLUE = 3, 2
_LEAST_SKIPPING = 4
_BEGINNING = range(2, 5)  # letters of the first word in an acronym that is all capitals
_MOST_BEGUN, _MOST_OF_WORD = 3, 3  # letters of an acronym beyond those that begin its words; of one word
_LEAST_REST = 3  # letters of a word behind its first part


@lru_cache(32768)
def spelled_by(acronym: str, words: tuple[str, ...], glue: frozenset[str] | None = None) -> str:
    """The rule by which ``acronym`` stands for ``words``, without those that only join, whose initials are ``glue`` where they are known;
    empty when it does not.

    >>> spelled_by("ВЦИОМ", ("Всероссийский", "центр", "изучения", "общественного", "мнения"))
    'its letters are the initials'
    >>> spelled_by("VTsIOM", ("Всероссийский", "центр", "изучения", "общественного", "мнения"))
    'its letters are the initials, romanized'
    >>> spelled_by("МВД", ("Ministry", "Interior", "Affairs")), spelled_by("МВД", ("Министерство", "обороны"))
    ('acronym table: ministry interior affairs', '')
    >>> spelled_by("Минобороны", ("Defence", "Ministry"))
    'acronym table: ministry defence'
    >>> spelled_by("БелАЗ", ("Белорусский", "автомобильный", "завод"))
    'its parts are the beginnings of the words'
    >>> spelled_by("LAFICO", ("Libyan", "Arab", "Foreign", "Investment", "Company")), spelled_by("GAESA", ("Grupo", "Administración", "Empresarial"))
    ('its letters are the beginnings of the words', 'its letters are the beginnings of the words')
    >>> spelled_by("НЛМК", ("Новолипецкий", "металлургический", "комбинат"))
    'its letters are the initials, of compound words those of their parts'
    """
    if len(words) < 2:
        return ""
    folded = fold(acronym)
    groups = groups_meant(acronym)
    if groups and len(groups) == len(words) and _means(words, groups):
        return f"acronym table: {' '.join(groups)}"
    firsts = "".join([plain(word)[:1] for word in words])
    if folded == firsts:
        return "its letters are the initials"
    if _spells_with_glue(folded, firsts) and (glue is None or _left_of(folded, firsts) <= glue) or _capitals_of(acronym) == firsts:
        return "its letters are the initials, with those of words that join"
    if glue and len(words) == 2 and any(_spells_two_with_glue(one, firsts) and one[1] in glue for one in _without_form(folded)):
        return "its letters are the initials, with that of the word that joins"
    if script(acronym) != script(words[0]) and _sounds(folded) & _sounds(firsts):
        return "its letters are the initials, romanized"
    if any(_begin_so(pieces, words) for pieces in (_pieces(acronym), () if groups else _shouted_pieces(acronym, len(words)))):  # НАБУ is another’s
        return "its parts are the beginnings of the words"
    parts = "".join(map(_initials_of_parts, words))
    if parts != firsts and (folded == parts or script(acronym) != script(words[0]) and _sounds(folded) & _sounds(parts)):
        return "its letters are the initials, of compound words those of their parts"
    if _spells_but_one(folded, firsts):
        return "its letters are the initials of all but one"
    if is_acronym(acronym) and any(_of_beginnings(one, words) for one in _without_form(folded)):
        return "its letters are the beginnings of the words"
    if script(acronym) != script(words[0]):
        if len(folded) == len(words) and all(
            char in _translated_initials(word, script(acronym)) for char, word in zip(folded, words, strict=True)
        ):
            return "its letters are the initials of the words’ translations"
    return ""


def _without_form(acronym: str) -> tuple[str, ...]:
    """An acronym, and it without the legal form at its end: GAESA, GAE."""
    form = next((form for form in forms_behind_acronyms() if acronym.endswith(form)), "")
    return (acronym, acronym.removesuffix(form)) if form else (acronym,)


def _of_beginnings(acronym: str, words: tuple[str, ...]) -> bool:
    """Whether an acronym is the beginnings of three or more words, a few letters each: LAFICO, Libyan Arab Foreign Investment Company."""
    if not _LEAST_BESIDE_GLUE <= len(words) <= len(acronym) <= len(words) + _MOST_BEGUN:
        return False
    left = {acronym}
    for word in map(plain, words):
        left = {rest[size:] for rest in left for size in range(1, _MOST_OF_WORD + 1) if rest[:size] and word.startswith(rest[:size])}
    return "" in left


@cache  # names have few words
def neighbours(size: int) -> tuple[tuple[int, int], ...]:
    """Where the words that an acronym may stand for begin and end among so many, the longest of each beginning first.

    >>> neighbours(3)
    ((0, 3), (0, 2), (1, 3))
    """
    return tuple([(start, end) for start in range(size) for end in range(min(size, start + _MOST_WORDS), start + 1, -1)])


@lru_cache(4096)
def _pieces(acronym: str) -> tuple[str, ...]:
    """What begins with a capital in an acronym that has more than initials: Bel, T, A; nothing of another."""
    starts = [at for at, char in enumerate(acronym) if char.isupper()]
    if not acronym[:1].isupper() or not acronym.isalpha() or not 1 < len(starts) < len(acronym):
        return ()
    return tuple([acronym[start:end] for start, end in zip(starts, [*starts[1:], len(acronym)], strict=True)])


@lru_cache(4096)
def _shouted_pieces(acronym: str, size: int) -> tuple[str, ...]:
    """The beginning of the first of so many words, and the initials of the others, as an acronym in capitals may have them: БЕЛАЗ;
    nothing where it cannot."""
    first = len(acronym) - size + 1
    return (acronym[:first], *acronym[first:]) if size > 2 and first in _BEGINNING and acronym.isupper() else ()


@lru_cache(16384)
def _initials_of_parts(word: str) -> str:
    """The initial of a word and of what is written as one with it: нл of Новолипецкий."""
    folded, found = plain(word), ""
    while part := next((part for part in first_parts() if folded.startswith(part) and len(folded) - len(part) >= _LEAST_REST), ""):
        folded, found = folded[len(part) :], found + part[0]
    return found + folded[:1]


def _spells_but_one(acronym: str, firsts: str) -> bool:
    """Whether an acronym is the initials of words without one between the first and the last: SNCF, whose chemins de fer are one."""
    if len(acronym) < _LEAST_SKIPPING or len(firsts) != len(acronym) + 1:
        return False
    return any(firsts[:at] + firsts[at + 1 :] == acronym for at in range(1, len(acronym)))


def _begin_so(pieces: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether words begin with these pieces, one each, in their letters or sounds."""
    return len(pieces) == len(words) > 1 and all(map(_begins_with, words, pieces))


@lru_cache(16384)
def _begins_with(word: str, piece: str) -> bool:
    if script(word) == script(piece):
        return plain(word).startswith(plain(piece))
    beginnings = tuple(_sounds(fold(piece)))
    return any(sounds.startswith(beginnings) for sounds in _sounds(fold(word)))


def _spells_with_glue(acronym: str, firsts: str) -> bool:
    """Whether an acronym is the initials of three or more words with one or two of words that only join them: MOIS, Ministry of
    Intelligence and Security."""
    if len(firsts) < _LEAST_BESIDE_GLUE or not 0 < len(acronym) - len(firsts) <= _MOST_GLUE or acronym[0] != firsts[0] or acronym[-1] != firsts[-1]:
        return False
    beside = _left_of(acronym, firsts)
    return bool(beside) and beside <= _initials_of_glue()


def _spells_two_with_glue(acronym: str, firsts: str) -> bool:
    """Whether an acronym is the initials of two words and one between them: EDF, Électricité de France."""
    return len(acronym) == _LEAST_BESIDE_GLUE and acronym[0] + acronym[2] == firsts and acronym[1] in _initials_of_glue()


def _left_of(acronym: str, firsts: str) -> frozenset[str]:
    """The letters of an acronym between the initials of some words in their order; none where it has not all of these."""
    left, beside = firsts, set()
    for letter in acronym:
        if left.startswith(letter):
            left = left[1:]
        else:
            beside.add(letter)
    return frozenset() if left else frozenset(beside)


@lru_cache(4096)
def _capitals_of(acronym: str) -> str:
    """The capitals of an acronym, folded, where all between them is small and for words that only join: PiS, Prawo i Sprawiedliwość;
    nothing of another."""
    small = [fold(char) for char in acronym if not char.isupper()]
    return "".join([fold(char) for char in acronym if char.isupper()]) if small and glue_words().issuperset(small) else ""


@cache
def _initials_of_glue() -> frozenset[str]:
    return frozenset(word[0] for word in glue_words() if len(word) > 1)


class _Initials(NamedTuple):
    """The initials of some words: their letters, with those of the parts of compound words, the scripts of the words, the sounds of every
    few neighbours together."""

    letters: str
    parts: tuple[str, ...]
    scripts: frozenset[str]
    sounds: frozenset[str]


@lru_cache(16384)
def _initials(words: tuple[str, ...]) -> _Initials:
    letters, parts = [plain(word)[:1] for word in words], tuple(map(_initials_of_parts, words))
    both = (letters, parts) if list(parts) != letters else (letters,)
    runs = {"".join(some[start:end]) for some in both for start, end in neighbours(len(words))}
    return _Initials("".join(letters), parts, frozenset(map(script, words)), frozenset(sound for run in runs for sound in _sounds(run)))


def may_be_spelled(acronym: str, words: tuple[str, ...]) -> bool:
    """Whether an acronym may stand for any neighbours among some words; where not, ``spelled_by`` finds no rule for them.

    >>> words = ("Всероссийский", "центр", "изучения", "общественного", "мнения")
    >>> may_be_spelled("ВЦ", words), may_be_spelled("VTs", words), may_be_spelled("NATO", words)
    (True, True, False)
    """
    (folded, code), initials = _letters_of(acronym), _initials(words)
    groups = groups_meant(acronym)
    if groups and sum([not groups_of(word).isdisjoint(groups) for word in words]) >= len(groups):
        return True
    if code in initials.scripts:
        if folded[:1] not in initials.letters:  # as one of the words of its script begins all that is asked of letters
            if len(initials.scripts) == 1:
                return False
        elif _may_be_letters(acronym, folded, initials):
            return True
    for pieces in (_pieces(acronym), *(_shouted_pieces(acronym, size) for size in range(3, min(len(words), len(acronym)) + 1))):
        if pieces and any(_begin_so(pieces, words[start : start + len(pieces)]) for start in range(len(words) - len(pieces) + 1)):
            return True
    if initials.scripts == {code}:
        return False
    return not initials.sounds.isdisjoint(_sounds(folded)) or any(
        all(char in _translated_initials(word, code) for char, word in zip(folded, words[start:], strict=False))
        for start in range(len(words) - len(folded) + 1)
    )


def _may_be_letters(acronym: str, folded: str, initials: _Initials) -> bool:
    """Whether an acronym may be the initials of any neighbours, in its letters."""
    letters = initials.letters
    if folded in letters or folded in "".join(initials.parts) or _may_have_glue(folded, letters):
        return True
    if any(_spells_two_with_glue(one, letters[at : at + 2]) for one in _without_form(folded) for at in range(len(letters) - 1)):
        return True
    if any(_spells_but_one(folded, letters[start : start + len(folded) + 1]) for start in range(len(letters) - len(folded))):
        return True
    capitals = _capitals_of(acronym)
    return bool(capitals) and capitals in letters or _may_begin(folded, letters)


def _may_begin(acronym: str, firsts: str) -> bool:
    """Whether three or more neighbours have initials that an acronym has in their order, the first of them first."""
    for start in range(len(firsts) - _LEAST_BESIDE_GLUE + 1):
        if firsts[start] == acronym[0]:
            rest = iter(acronym)
            if all(letter in rest for letter in firsts[start : start + _LEAST_BESIDE_GLUE]):
                return True
    return False


@lru_cache(4096)
def _letters_of(acronym: str) -> tuple[str, str]:
    """An acronym, folded, and its script."""
    return fold(acronym), script(acronym)


def _may_have_glue(acronym: str, firsts: str) -> bool:
    sizes = range(max(len(acronym) - _MOST_GLUE, _LEAST_BESIDE_GLUE), len(acronym))
    return any(_spells_with_glue(acronym, firsts[start : start + size]) for size in sizes for start in range(len(firsts) - size + 1))


def _means(words: tuple[str, ...], groups: tuple[str, ...]) -> bool:
    """Whether each word belongs to a group of its own, in any order: Европейский союз, unia europejska."""
    left = list(groups)
    for word in words:
        found = next((group for group in left if group in groups_of(word)), None)
        if found is None:
            return False
        left.remove(found)
    return True


def _sounds(letters: str) -> frozenset[str]:
    return frozenset(plain_readings(letters).sounds)


@lru_cache(4096)
def _translated_initials(word: str, code: str) -> frozenset[str]:
    """The first letters of a word's translations in a script; of a name, which has none, the letters that sound like its first."""
    firsts_of = _initials_by_script().get(code, {})
    groups = groups_of(word)
    if groups:
        return frozenset(char for group in groups for char in firsts_of.get(group, ()))
    own = {sounds[:1] for sounds in _sounds(fold(word))}
    return frozenset(char for char in frozenset().union(*firsts_of.values()) if not own.isdisjoint(_sounds(char)))


@cache
def _initials_by_script() -> dict[str, dict[str, frozenset[str]]]:
    """By script, the first letters of the words of each group."""
    found: dict[str, dict[str, set[str]]] = {}
    for form, groups in groups_by_form().items():
        of_script = found.setdefault(script_of(form[0]), {})
        for group in groups:
            of_script.setdefault(group, set()).add(form[0])
    return {code: {group: frozenset(firsts) for group, firsts in some.items()} for code, some in found.items()}
