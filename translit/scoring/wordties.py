"""How two words of names of places and organisations are tied, and how good a tie is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from os.path import commonprefix

from ..tables.matching import vowels
from ..tables.organisations import case_endings, changed_vowels, fleeting_letters, last_of_nouns, people_groups
from ..text import fold, has_cyrillic
from .legalforms import legal_form
from .loose import latin_forms, loose_keys
from .misspelt import strange_stretch
from .numbering import number_meant
from .placenames import given_names_meant, names_inside
from .relations import Facts, Relation, agree_by_rule, are_acronyms, facts_beside, facts_in, facts_of, may_be_alike, relation_of
from .sides import Part
from .slips import are_unlike_stems, slip_between
from .ties import Tie, rough_tie
from .vocabulary import (
    adjective_of,
    case_stem,
    exonyms_of,
    groups_begun,
    groups_missed,
    groups_of,
    is_acronym,
    is_number,
    is_of_places,
    place_keys,
    places_meant,
    places_named,
    plain,
    stem_sounds,
)
from .wordkinds import is_place_type, kind_families

# how much of its share of the name a tied word is worth, 0 to 1
QUALITY = {
    "same": 1.0, "spelling": 0.97, "word": 0.95, "place": 0.95, "exonym": 0.95, "people": 0.9, "legal": 1.0, "law": 0.85, "case": 0.9, "ending": 0.9,
    "cut": 0.9, "vowels": 0.78, "loose": 0.78, "script": 0.7, "alike": 0.6, "given": 0.85,
    "typo": 0.7, "slip": 0.7, "different": 0.0,
}  # fmt: skip
_SURE = frozenset(("law", "vowels", "loose", "slip"))  # what needs no other word that agrees
_SURE_SLIPS = frozenset(("swapped", "doubled", "dropped", "misread"))  # of a long word, which needs no other that agrees beside it
_LEAST_STEM, _LEAST_SLIP, _LEAST_SLIPS, _LEAST_SWAPPED, _LEAST_VOWELS = 4, 5, 10, 8, 5
_LEAST_LED = 3  # letters of a stem
_LEAST_VOWELS_OF_KNOWN = 3
_LEAST_SLIPS_OF_KNOWN = 8  # letters of a word that stands in no table, beside one that does
_LONG_ENDING = 5
_LEAST_CUT, _LEAST_BEGUN = 2, 3  # letters left out; letters that tell a word of the tables
_DIFFERENT = Tie("different", 0.0, "has no answer")


@dataclass(frozen=True, slots=True, eq=False)
class WordTraits:
    """What of a word may tie it to another: its facts, and by which letters, sounds, places, word tables and legal forms two words
    are tied however unlike they are."""

    facts: Facts
    keys: frozenset[str]


@lru_cache(65536)
def word_traits(word: str) -> WordTraits:
    """The traits of a word."""
    facts = facts_of(word)
    keys = {f"letters {facts.folded}", *(f"law {law}" for law in facts.spoken), *(f"group {group}" for group in groups_of(word) or groups_missed(word))}
    keys.update([f"place {sounds}" for sounds in places_meant(word) | places_named(word)])
    keys.update([f"loose {key}" for key in loose_keys(word)])
    keys.update([f"adjective {sounds}" for sounds in adjective_of(word)])
    keys.update([f"named {name}" for name in names_inside(word)])
    keys.update([f"given {name}" for name in given_names_meant(word)])
    if is_place_type(word):
        keys.update([f"family {family}" for family in kind_families(word)])
    if number_meant(word) >= 0:
        keys.add(f"number {number_meant(word)}")
    legal = legal_form(word)
    return WordTraits(facts, frozenset((*keys, f"legal {legal}") if legal else keys))


def may_be_tied(a: str, b: str, a_lang: str = "", b_lang: str = "") -> bool:
    """Whether two words are asked how they are tied: most are not, since nothing that they have in common can tie them; of a word whose
    language is known, what that language reads counts as well.

    >>> may_be_tied("Міністэрства", "Ministry"), may_be_tied("Ministry", "Bank")
    (True, False)
    """
    left, right = word_traits(a), word_traits(b)
    if not left.keys.isdisjoint(right.keys) or may_be_alike(left.facts, right.facts):
        return True
    return bool(a_lang or b_lang) and not set(facts_in(a, a_lang).spoken).isdisjoint(facts_in(b, b_lang).spoken)


@lru_cache(65536)
def wide_keys(word: str) -> frozenset[str]:
    """What ties a word to others that may be alike, beside likeness: its stem, the consonants and the loose keys."""
    facts = facts_of(case_stem(fold(word)))
    laws = (f"stem {law}" for law in facts.spoken)
    others = (f"{sort} {key}" for sort, keys in (("vowels", place_keys(word)), ("loose", loose_keys(word))) for key in keys)
    return frozenset((f"letters {facts.folded}", *laws, *others))


@lru_cache(131072)
def word_tie(a: str, b: str, a_lang: str = "", b_lang: str = "") -> Tie:
    """The nearest tie of two words.

    >>> word_tie("Міністэрства", "Ministry").kind, word_tie("мазаницы", "мазаница").kind, word_tie("Андрушівка", "Андрушёвка").kind
    ('word', 'ending', 'vowels')
    """
    if not may_be_tied(a, b, a_lang, b_lang):
        return _DIFFERENT
    return tie_looked_at(a, b, a_lang, b_lang)


def tie_looked_at(a: str, b: str, a_lang: str = "", b_lang: str = "") -> Tie:
    """The nearest tie of two words, whatever they have in common."""
    if fold(a) == fold(b):
        return Tie("same", QUALITY["same"], "the same letters")
    if number_meant(a) >= 0 and number_meant(a) == number_meant(b):
        return Tie("word", QUALITY["word"], f"one number: {number_meant(a)}")
    if (is_number(a) or is_number(b)) and not (len(a) == len(b) == 1 and a.isalpha() and b.isalpha()):  # V. may be an initial
        return _DIFFERENT
    legal = legal_form(a), legal_form(b)
    if all(legal):
        return Tie("legal", QUALITY["legal"], f"legal forms: {legal[0]}") if legal[0] == legal[1] else _DIFFERENT
    relation = Relation("different", 0.0, "two acronyms") if are_acronyms(a, b) else relation_of(a, b, a_lang, b_lang)
    if relation.kind == "spelling":
        return Tie("spelling", QUALITY["spelling"], relation.rule)
    shared = groups_of(a) & groups_of(b)
    if exonyms := exonyms_of(a) & exonyms_of(b):
        return Tie("exonym", QUALITY["exonym"], f"names of one place: {min(exonyms)}")
    if shared and is_of_places(shared):  # where their letters tell it too, these do
        found = _of_unknown(a, b, relation)
        if found.kind in _SURE:
            return found
        return _by_vowels(a, b, _LEAST_VOWELS_OF_KNOWN) or Tie("place", QUALITY["place"], f"place table: {min(shared)}")  # Чернігів, Чернигов
    if not shared and not people_groups().isdisjoint(groups_of(a)) and not people_groups().isdisjoint(groups_of(b)):
        return _DIFFERENT  # Niger, Nigeria
    if shared - people_groups():
        return Tie("word", QUALITY["word"], f"word table: {min(shared - people_groups())}")
    if is_place_type(a) and is_place_type(b) and not kind_families(a).isdisjoint(kind_families(b)):
        return Tie("alike", QUALITY["alike"], "kinds of place of which one may stand for the other")
    if shared and relation.kind != "law":
        return Tie("people", QUALITY["people"], f"a country and its adjective: {min(shared)}")
    return _of_unknown(a, b, relation)


def _of_unknown(a: str, b: str, relation: Relation) -> Tie:
    """The nearest tie of two words that no table makes one."""
    if relation.kind == "law":
        return Tie("law", QUALITY["law"], relation.rule)
    if is_acronym(a) or is_acronym(b):
        return _DIFFERENT
    return _beyond(a, b, relation)


def _beyond(a: str, b: str, relation: Relation) -> Tie:
    """Words that no sound law relates: by case, by adjective, by vowels, loosely, by a slip."""
    places = places_meant(a) & places_named(b) or places_meant(b) & places_named(a)
    if places:
        return Tie("case", QUALITY["case"], f"a place and its adjective: {min(places)}")
    are_known = groups_of(a) and groups_of(b)  # of different groups: Electric is no slip for Electronic
    if not are_known and has_cyrillic(a) != has_cyrillic(b) and (shared := adjective_of(a) & adjective_of(b)):
        return Tie("case", QUALITY["case"], f"an adjective of one word: {min(shared)}-")
    two_places = are_known and groups_of(a).isdisjoint(groups_of(b)) and is_of_places(groups_of(a) | groups_of(b))  # Shanxi, Shaanxi
    loosely = loose_keys(a) & loose_keys(b) if not two_places and not (has_cyrillic(a) and has_cyrillic(b)) else frozenset()
    missed = groups_of(a) & groups_missed(b) | groups_of(b) & groups_missed(a)
    if missed:
        return Tie("typo", QUALITY["typo"], f"a slip in a word of the table: {min(missed)}")
    if shared := names_inside(a) & names_inside(b):
        return _by_vowels(a, b) or Tie("vowels", QUALITY["vowels"], f"places named for one given name: {min(shared)}")
    if shared := given_names_meant(a) & given_names_meant(b):
        return Tie("given", QUALITY["given"], f"one given name in the given-name table: {min(shared)}")
    if not may_be_alike(*facts_beside(a, b)):
        return Tie("loose", QUALITY["loose"], f"two Latin spellings of {min(loosely)}") if loosely else _DIFFERENT
    left, right = case_stem(fold(a)), case_stem(fold(b))
    if min(len(left), len(right)) >= _LEAST_STEM and (left == right or agree_by_rule(left, right)):
        return Tie("ending", QUALITY["case"], f"one word but for its ending: {left}- and {right}-")
    if not two_places and (by_vowels := _by_vowels(a, b)):
        return by_vowels
    if loosely:
        return Tie("loose", QUALITY["loose"], f"two Latin spellings of {min(loosely)}")
    shared = frozenset(sounds for sounds in stem_sounds(a) & stem_sounds(b) if len(sounds) >= _LEAST_STEM)
    if shared:
        return Tie("case", QUALITY["case"], f"one word but for its last vowels: {min(shared)}-")
    if both := places_meant(a) & places_meant(b):
        return Tie("case", QUALITY["case"], f"two adjectives of one place: {min(both)}")
    is_slip = relation.kind == "typo" and min(len(a), len(b)) >= _LEAST_SLIP and not are_known
    if is_slip:
        is_known = any(groups and not is_of_places(groups) for groups in (groups_of(a), groups_of(b)))
        sort, long = slip_between(*relation.compared).sort, min(len(a), len(b)) >= (_LEAST_SLIPS_OF_KNOWN if is_known else _LEAST_SLIPS)
        if sort != "several" or long and (is_known or not _have_unlike_stems(*relation.compared)):
            swapped = sort == "swapped" and min(len(a), len(b)) >= _LEAST_SWAPPED
            kind = "slip" if swapped or long and sort in _SURE_SLIPS or sort != "several" and _is_one_no_name(a, b) else "typo"
            return Tie(kind, QUALITY[kind], relation.rule)
    return _DIFFERENT


def _is_one_no_name(a: str, b: str) -> bool:
    """Whether one of two words of one alphabet has a run of letters that no name has, and the other has none: Bydgpszcz, Bydgoszcz."""
    return has_cyrillic(a) == has_cyrillic(b) and bool(strange_stretch(fold(a))) != bool(strange_stretch(fold(b)))


def _by_vowels(a: str, b: str, least: int = _LEAST_VOWELS) -> Tie | None:
    """The tie of two words of the same consonants whose vowels answer one another; None for others, and for words of less letters."""
    length = min(len(a), len(b))
    are_long = length >= least or length >= _LEAST_VOWELS_OF_KNOWN and _has_changed(a, b)
    shared = place_keys(a) & place_keys(b) if are_long else None
    return Tie("vowels", QUALITY["vowels"], f"the same consonants, vowels that answer one another: {min(shared)}") if shared else None


def _has_changed(a: str, b: str) -> bool:
    """Whether two words differ in nothing but letters that Ukrainian changes: Ріг, Рог; Rih, Rog."""
    ways = [latin_forms(word) for word in (a, b)] if has_cyrillic(a) != has_cyrillic(b) else [{a}, {b}]
    pairs = [(fold(one), fold(other)) for one, other in product(*ways)]
    return any(
        len(left) == len(right) and all(one == other or {one, other} in changed_vowels() for one, other in zip(left, right, strict=True)) for left, right in pairs
    )


def _have_unlike_stems(a: str, b: str) -> bool:
    """Whether two words with one long ending are unlike before it: Lubelskiego, Lubuskiego."""
    shared = len(commonprefix([a[::-1], b[::-1]]))
    return shared >= _LONG_ENDING and are_unlike_stems(a[: len(a) - shared], b[: len(b) - shared])


def tie_in_case(a: str, b: str) -> Tie:
    """The tie of two words of which one stands behind a word that wants a case: short ones have less of a stem left than others must.

    >>> tie_in_case("Лидой", "Лида").rule, tie_in_case("Дону", "Don").rule, tie_in_case("Дону", "Doncho").worth
    ('one word in two cases: лид- and лид-', 'one word in two cases: дон- and don-', 0.0)
    >>> tie_in_case("Кременці", "Кременець").rule
    'one word in two cases: кременц- and кременц-'
    """
    if not may_be_alike(word_traits(a).facts, word_traits(b).facts):
        return _DIFFERENT
    endings, longest, _ = case_endings()
    for word, other in ((fold(a), fold(b)), (fold(b), fold(a))):
        stem = other.rstrip(last_of_nouns())
        stems = [one for one in (stem, _fleeting().sub("", stem)) if len(one) >= _LEAST_LED]
        for end in range(max(len(word) - longest, _LEAST_LED), len(word)):
            found = next((one for one in stems if agree_by_rule(word[:end], one)), "") if word[end:] in endings else ""
            if found:
                return Tie("ending", QUALITY["case"], f"one word in two cases: {word[:end]}- and {found}-")
    return _DIFFERENT


@cache
def _fleeting() -> re.Pattern[str]:
    vowels, consonants = fleeting_letters()
    return re.compile(f"[{vowels}](?=[{consonants}]$)")


def tie_of_cut(one: Part, other: Part) -> Tie:
    """The tie of a word that is cut short and a whole one, or one cut elsewhere: обл. and областная, р-н and район, респ. and republican."""
    for cut, whole in ((one, other), (other, one)):
        if cut.cut and (rule := _cut_from(cut.written or cut.text, whole.written or whole.text)):
            return Tie("cut", QUALITY["cut"], rule)
    return _DIFFERENT


def _cut_from(cut: str, whole: str) -> str:
    """The rule by which a word is cut from another; empty where it is not."""
    start, _, end = map(plain, cut.partition("-"))
    other = plain(whole)
    if other.startswith(start) and other.endswith(end) and len(other) >= len(start) + len(end) + _LEAST_CUT:
        return f"cut short: {cut} of {whole}"
    if not end and len(start) >= _LEAST_BEGUN and set(start).isdisjoint(vowels()) and other[0] == start[0] and _are_in_order(start, other):
        return f"cut short to consonants: {cut} of {whole}"
    if not end and len(start) >= _LEAST_BEGUN and (shared := groups_begun(start) & groups_of(whole)):
        return f"cut short, word table: {min(shared)}"
    return ""


def _are_in_order(letters: str, word: str) -> bool:
    """Whether a word has some letters in their order: wlkp, wielkopolski."""
    rest = iter(word)
    return all(letter in rest for letter in letters)


def tie_across(a: str, b: str, a_script: str, b_script: str) -> Tie:
    """The tie of two words of two alphabets."""
    found = rough_tie(a, b, a_script, b_script)
    return Tie("script", QUALITY["script"], found.rule) if found else _DIFFERENT
