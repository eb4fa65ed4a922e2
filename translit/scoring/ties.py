"""How two words of people's names are tied, as family names and as given names, with what each tie weighs."""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from ..names import GivenMatch, given_groups, patronymic_of, surname_endings
from ..tables.matching import languages_of_many_spellings, vowels
from ..tables.rosters import names_apart
from ..tables.store import kept
from ..text import fold, has_cyrillic
from .initials import first_letters
from .kin import are_two_families, are_two_known, are_two_korean_families, have_unlike_stems, one_family, share_stem, siblings, surname_group
from .korean import may_be_chinese
from .loose import foreign_form, loose_keys
from .misspelt import misspelt, misspelt_given, strange_stretch
from .relations import Relation, agree_by_rule, are_two_syllables, are_vietnamese, facts_beside, may_be_alike, relation_of
from .scripts import may_sound_alike, rough_keys
from .slips import slip_between

# how much of a part's weight each tie is worth, 0 to 1; below 0 the tie speaks against
FAMILY = {
    "same": 1.0, "spelling": 0.98, "group": 0.93, "law": 0.93, "ending": 0.88, "gender": 0.8, "loose": 0.8, "script": 0.8, "swapped": 0.6,
    "doubled": 0.65, "dropped": 0.46, "neighbour": 0.48, "replaced": 0.46, "several": 0.38, "misread": 0.6, "misspelt": 0.42,
    "sibling": -1.0, "near": -0.75, "different": -1.0,
}  # fmt: skip
GIVEN = {
    "same": 1.0, "spelling": 0.97, "law": 0.9, "group": 0.97, "short": 0.75, "loose": 0.8, "script": 0.8,
    "cognate": 0.2, "swapped": 0.6, "doubled": 0.65, "dropped": 0.5, "neighbour": 0.4, "replaced": 0.3, "several": 0.0,
    "misread": 0.6, "misspelt": 0.15, "near": -0.85, "different": -1.0,
}  # fmt: skip
_LETTERS_CHANGED = frozenset(("neighbour", "replaced", "several", "dropped", "misread"))  # what makes one name of another: Hassan, Hossein
_SYLLABLE_CHANGED = frozenset(("neighbour", "replaced", "several", "dropped"))  # and of a Chinese syllable: Xiaoming, Xiaoping
MISSPELT_CROSSED = 0.72  # where given and family name change places
_LEAST_SYLLABLES = 6  # letters of two Chinese syllables
_LONG, _MOST_CHANGED = 11, 2  # letters of a name that may have more of them changed
_SHORT, _SHORT_FACTOR = 7, {"dropped": 0.72, "neighbour": 0.7, "replaced": 0.5, "several": 0.0}


class Tie(NamedTuple):
    """One way in which two words answer each other: ``kind`` a key of FAMILY or GIVEN, ``worth`` -1 to 1, ``rule``."""

    kind: str
    worth: float
    rule: str


NO_TIE = Tie("different", 0.0, "")
INITIAL = Tie("initial", 1.0, "begins so")


class Ties(NamedTuple):
    """Two words as family names, as given names and as patronymics."""

    family: Tie
    given: Tie
    patronymic: Tie


DIFFERENT = Ties(Tie("different", FAMILY["different"], ""), Tie("different", GIVEN["different"], ""), Tie("different", FAMILY["different"], ""))
_AGREES = frozenset(("same", "spelling", "law", "group"))


def agrees(ties: Ties) -> bool:
    """Whether two words are one name by rule or table."""
    return ties.family.kind in _AGREES or ties.given.kind in _AGREES


def are_one(a: str, b: str) -> bool:
    """Whether two words are one name by rule or table: ``agrees(ties_of(a, b))`` without their ties.

    >>> are_one("Mikalai", "Николай"), are_one("Аляксандр", "Sasha"), are_one("N.", "Николай")
    (True, False, False)

    Two given names of reviewed rows are two even where a sound law would make them one.

    >>> are_one("Яна", "Анна")
    False
    """
    if agree_by_rule(a, b):
        return not _are_two_given_names(a, b) or relation_of(a, b).kind != "law"
    left, right = _groups(a), _groups(b)
    return not are_two_syllables(a, b) and any(left[one].strength == right[one].strength == "same" for one in left.keys() & right.keys())


def is_tied(ties: Ties) -> bool:
    """Whether anything speaks for two words being one name."""
    return max(ties.family.worth, ties.given.worth, ties.patronymic.worth) > 0


def ties_of(a: str, b: str, a_lang: str = "", b_lang: str = "", written: bool = True) -> Ties:
    """The ties of two words; ``written`` as they are, not read by a library from a script that may leave out vowels: of those none
    shows a slip by what letters it has together.

    >>> ties_of("Аляксандр", "Sasha").given.kind, ties_of("Петров", "Петренко").family.kind
    ('short', 'sibling')
    >>> ties_of("Belov", "Belova").family.kind, ties_of("Mohammed", "Muhamad").family.kind
    ('gender', 'loose')
    """
    relation = relation_of(a, b, a_lang, b_lang)
    alike = not relation.agrees and may_be_alike(*facts_beside(a, b, a_lang, b_lang))  # what agrees is no slip
    may_be_slips = alike and written
    slip = misspelt(a, b) if may_be_slips else ""
    family = _family_tie(a, b, relation, alike, slip, written)
    given = _given_tie(a, b, relation, slip or (misspelt_given(a, b) if may_be_slips else ""))
    if family.kind in _AGREES and given.kind == "different" and _are_of_two_genders(a, b):
        family = Tie("gender", FAMILY["gender"], family.rule)  # Maria, Mario
    elif family.kind == "law" and given.kind == "different" and _are_two_given_names(a, b):
        family = Tie("near", FAMILY["near"], given.rule)
    elif family.kind in _AGREES and given.kind == "near" and _are_told_apart(a, b, family.kind == "law"):
        family = Tie("near", FAMILY["near"], given.rule)
    return Ties(family, given, _patronymic_tie(a, b, family))


def _are_of_two_genders(a: str, b: str) -> bool:
    """Whether two given names of the tables, in one alphabet, are a man’s and a woman’s."""
    if has_cyrillic(a) != has_cyrillic(b):
        return False
    left, right = ({match.gender for match in _groups(word).values()} for word in (a, b))
    return left | right == {"m", "f"} and left.isdisjoint(right)


def _patronymic_tie(a: str, b: str, family: Tie) -> Tie:
    if family.kind in _AGREES:
        return family
    if of_fathers := _tie_of_fathers(a, b):
        return of_fathers
    left, right = _groups(a), _groups(b)
    if _are_two_in_the_tables(left, right):
        return Tie("different", FAMILY["different"], f"two fathers by the given-name tables: {_main(left)} and {_main(right)}")
    return Tie("different", FAMILY["different"], f"two patronymics: {family.rule}") if family.kind == "several" else family


def _tie_of_fathers(a: str, b: str) -> Tie | None:
    """The tie of two patronymics by the given names they come from; None where those of either are not known."""
    left, right = patronymic_of(a), patronymic_of(b)
    if not left or not right or not left.fathers or not right.fathers:
        return None
    if shared := set(left.fathers) & set(right.fathers):
        return Tie("group", GIVEN["group"], f"patronymics of one given name in the table: {min(shared)}")
    return Tie("different", FAMILY["different"], f"patronymics of two given names in the table: {left.fathers[0]} and {right.fathers[0]}")


def _family_tie(a: str, b: str, relation: Relation, alike: bool, slip: str, written: bool) -> Tie:
    if relation.kind != "same" and (are_two_families(a, b) or are_two_korean_families(a, b)):
        kind = "near" if relation.likeness else "different"
        return Tie(kind, FAMILY[kind], f"two surnames in the table: {a} and {b}")
    if _are_other_syllables(a, b, relation):
        return Tie("near", FAMILY["near"], f"Chinese names of other syllables: {a} and {b}")
    if relation.kind in ("same", "spelling"):
        return Tie(relation.kind, FAMILY[relation.kind], relation.rule)
    group = surname_group(a)
    if group and group == surname_group(b):
        return Tie("group", FAMILY["group"], f"one surname in the table: {group}")
    if relation.kind == "law":
        return Tie("law", FAMILY["law"], relation.rule)
    found = one_family(a, b) if alike else ""
    if found:
        kind = "gender" if found.startswith("a man’s") else "ending"
        return Tie(kind, FAMILY[kind], found)
    why = siblings(a, b) if alike and not _are_swapped(a, b) else ""
    if why and (relation.likeness or share_stem(a, b)):
        return Tie("sibling", FAMILY["sibling"], f"two surnames of one stem: {why}")
    tie = _beyond_rules(a, b, relation, FAMILY, slip)
    if (tie.kind in _LETTERS_CHANGED or tie.kind == "doubled" and _is_vowel_doubled(*relation.compared)) and are_two_known(a, b):
        return Tie("near", FAMILY["near"], f"two known surnames: {a} and {b}")
    if tie.kind == "several" and written and has_cyrillic(a) == has_cyrillic(b) and not any(strange_stretch(fold(word)) for word in (a, b)):
        return Tie("near", FAMILY["near"], f"too many letters for a slip: {a} and {b}")
    if tie.kind == "several" and have_unlike_stems(a, b, relation.compared):
        return Tie("near", FAMILY["near"], f"two stems before one ending: {a} and {b}")
    return tie


def _is_vowel_doubled(a: str, b: str) -> bool:
    """Whether a vowel is what one of two words has twice, which is seldom a slip: Белов, Беляев."""
    more = Counter(a) - Counter(b) + (Counter(b) - Counter(a))
    return bool(more) and more.keys() <= set(vowels())


def _are_other_syllables(a: str, b: str, relation: Relation) -> bool:
    """Whether two words that orthographies of Europe read alike may be Chinese syllables, and are no names of the tables nor end like surnames: Jianguo,
    Jianhua; or are two Vietnamese syllables, whatever their tones: Dũng, Đông."""
    if relation.kind != "same" and are_vietnamese(a, b):
        return True
    if relation.kind != "law" or min(len(a), len(b)) < _LEAST_SYLLABLES or not (may_be_chinese(a) and may_be_chinese(b)):
        return False
    return not any(map(given_groups, (a, b))) and not any(map(surname_endings, (a, b))) and not any(map(surname_group, (a, b)))


def _are_swapped(a: str, b: str) -> bool:
    """Whether two words differ in two neighbouring letters that change places."""
    return slip_between(fold(a), fold(b)).sort == "swapped"


def _given_tie(a: str, b: str, relation: Relation, slip: str) -> Tie:
    if relation.kind == "same":
        return Tie("same", GIVEN["same"], relation.rule)
    if are_two_syllables(a, b):
        return Tie("different", GIVEN["different"], relation.rule)
    left, right = _groups(a), _groups(b)
    shared = [one for one in left.keys() & right.keys() if {left[one].strength, right[one].strength} != {"cognate"}]
    if shared:
        name = min(shared, key=lambda one: (_strength(left[one], right[one]), one))
        strengths = {left[name].strength, right[name].strength}
        own, others = ({one.id: one for one in some.values() if one.strength == "same"} for some in (left, right))
        if "cognate" in strengths and _are_two_in_the_tables(own, others) and _share_language(own, others):  # Jan, Janusz
            return Tie("near", GIVEN["near"], f"two given names of one language in the table: {_main(left)} and {_main(right)}")
        kind = "cognate" if "cognate" in strengths else "short" if "short" in strengths else "group"
        said = {"group": "one given name", "short": "a short form", "cognate": "a related name"}[kind]
        return Tie(kind, GIVEN[kind], f"{said} in the given-name table: {name}")
    if left and right and _are_reviewed(left) and _are_reviewed(right):
        return Tie("different", GIVEN["different"], f"two given names in the table: {_main(left)} and {_main(right)}")
    if are_two_families(a, b):
        return Tie("near", GIVEN["near"], f"two surnames in the table: {a} and {b}")
    if _are_other_syllables(a, b, relation):
        return Tie("near", GIVEN["near"], f"Chinese names of other syllables: {a} and {b}")
    if relation.agrees and _are_told_apart(a, b, relation.kind == "law"):
        return Tie("near", GIVEN["near"], f"two given names in the tables: {_main(left)} and {_main(right)}")
    if relation.agrees:
        return Tie(relation.kind, GIVEN[relation.kind], relation.rule)
    of_fathers = _tie_of_fathers(a, b)
    if of_fathers and of_fathers.worth < 0:
        return of_fathers
    tie = _beyond_rules(a, b, relation, GIVEN, slip)
    if tie.kind in _LETTERS_CHANGED and left and right and (has_cyrillic(a) == has_cyrillic(b) or _is_listed(left) or _is_listed(right)):
        return Tie("near", GIVEN["near"], f"two given names in the tables: {_main(left)} and {_main(right)}")
    if tie.kind in _SYLLABLE_CHANGED and not left and not right and may_be_chinese(a) and may_be_chinese(b):
        return Tie("near", GIVEN["near"], f"Chinese names of other syllables: {a} and {b}")
    if tie.kind == "several" and (max(len(a), len(b)) < _SHORT or _differ_much(a, b)):
        return Tie("near", GIVEN["near"], f"too many letters for a slip: {a} and {b}")
    return tie


def _are_told_apart(a: str, b: str, by_law: bool) -> bool:
    """Whether two words of one alphabet stand letter by letter in tables that have near names in two rows, in two of them (Ammar, Omar;
    Ghassan, Hassan); or, where only a sound law makes them one, among the given names of one country (Orhan, Erhan). Of two alphabets only
    words that a sound law makes one (Армен, Arman), whatever the country: where spellings do, the letters tell more."""
    left, right = _groups(a), _groups(b)
    if has_cyrillic(a) != has_cyrillic(b) and not by_law or not _are_two_in_the_tables(left, right):
        return False
    return not _apart().isdisjoint(left) and not _apart().isdisjoint(right) or by_law and (has_cyrillic(a) != has_cyrillic(b) or _share_language(left, right))


def _are_two_in_the_tables(left: dict[str, GivenMatch], right: dict[str, GivenMatch]) -> bool:
    """Whether two words stand in the tables letter by letter, and as no name in common."""
    return bool(left and right) and left.keys().isdisjoint(right) and all([match.by == "form" for match in (*left.values(), *right.values())])


def _share_language(left: dict[str, GivenMatch], right: dict[str, GivenMatch]) -> bool:
    """Whether two words are given names in one language, other than those of which lists have one name in many spellings."""
    langs, others = ({lang for match in some.values() for lang in match.langs} for some in (left, right))
    return not (langs & others) <= languages_of_many_spellings()


@cache
def _apart() -> frozenset[str]:
    """The names, by id, of tables that have near names in two rows."""
    return _reviewed().union(_names_apart())


@kept("names-apart")
def _names_apart() -> list[str]:
    """The names, by id, of tables that have near names in two rows."""
    return sorted(names_apart())


def _differ_much(a: str, b: str) -> bool:
    """Whether two words of one alphabet that are not long differ in more letters than a slip does: Abdullah, Obaidullah."""
    return has_cyrillic(a) == has_cyrillic(b) and min(len(a), len(b)) < _LONG and OSA.distance(fold(a), fold(b)) > _MOST_CHANGED


def _groups(word: str) -> dict[str, GivenMatch]:
    return {match.id: match for match in given_groups(word)}


def _are_two_given_names(a: str, b: str) -> bool:
    """Whether two words stand in reviewed rows, and in none in common."""
    left, right = _groups(a), _groups(b)
    return bool(left and right) and left.keys().isdisjoint(right) and _are_reviewed(left) and _are_reviewed(right)


def _is_listed(matches: dict[str, GivenMatch]) -> bool:
    """Whether a word stands letter by letter in a list of names that no other spelling of it joins: Нуржан, which is no Nurlan."""
    return all(match.by == "form" and match.is_open for match in matches.values())


def _are_reviewed(matches: dict[str, GivenMatch]) -> bool:
    """Whether a name stands in a reviewed row: rosters do not say which of their names are one."""
    return not _reviewed().isdisjoint(matches)


@cache
def _reviewed() -> frozenset[str]:
    return frozenset(first_letters())


def _main(matches: dict) -> str:
    return min(matches.values(), key=lambda one: (one.strength != "same", one.id)).id


def _strength(left, right) -> int:
    return sum(("same", "short", "cognate").index(match.strength) for match in (left, right))


def _beyond_rules(a: str, b: str, relation: Relation, worths: dict[str, float], slip: str) -> Tie:
    """Words that no rule of a Slavic orthography relates."""
    shared = loose_keys(a) & loose_keys(b)
    if shared and not (has_cyrillic(a) and has_cyrillic(b)):
        return Tie("loose", worths["loose"], f"two Latin spellings of {min(shared)}")
    if not foreign_form(a).isdisjoint(foreign_form(b)) and not are_two_known(a, b):
        return Tie("loose", worths["loose"], f"two ways to write a foreign sound in Cyrillic: {a} and {b}")
    tie = _typo_tie(a, b, relation, worths)
    return Tie("misspelt", max(worths["misspelt"], tie.worth), slip) if slip else tie


def _typo_tie(a: str, b: str, relation: Relation, worths: dict[str, float]) -> Tie:
    if relation.kind == "typo":
        one_script = has_cyrillic(a) == has_cyrillic(b) and worths is GIVEN
        found = slip_between(fold(a), fold(b)) if one_script else slip_between(*relation.compared)
        worth = worths[found.sort]
        if max(len(a), len(b)) < _SHORT:
            worth *= _SHORT_FACTOR.get(found.sort, 1.0)
        return Tie(found.sort, worth, f"a slip: {found.rule}")
    kind = "near" if relation.likeness else "different"
    return Tie(kind, worths[kind], relation.rule)


@lru_cache(65536)
def rough_tie(a: str, b: str, a_script: str, b_script: str) -> Tie | None:
    """The tie of two words of two alphabets, read in Latin letters, by what no alphabet leaves out."""
    shared = rough_keys(a, a_script or b_script) & rough_keys(b, b_script or a_script)
    if not shared or not may_sound_alike(*((a, b) if a_script else (b, a)), a_script or b_script):
        return None
    script, _, key = min(shared).partition(" ")
    return Tie("script", FAMILY["script"], f"what the letters of {a if a_script else b} leave of both: {key}")
