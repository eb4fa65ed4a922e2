"""Words of names of organisations and places: legal forms, words of a kind, acronyms, and the endings of cases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import filterfalse
from typing import NamedTuple

from ..errors import TableError
from ..text import fold
from .files import read_toml, read_tsv, root, shown
from .store import kept
from .words import word_groups, words_by_language

_VOCABULARY = ("en", "ru", "be", "uk", "pl", "de")
_KINDS = ("word", "noun", "adjective")
_PLACE, _EXONYM = " (place)", " (exonym)"
_ABOUT_PLACES = frozenset(("group", "source"))
_JOINED = "_"
_LONGEST_DOTTED = 5


@cache
def legal_forms() -> dict[str, str]:
    """Every folded legal form with what it is: llc, ооо and gmbh are ``limited``."""
    return {fold(form): row["id"] for row in _table()["legal"] for form in row["forms"]}


@cache
def legal_phrases() -> dict[tuple[str, ...], str]:
    """Legal forms of several words, as folded words, with what they are; a short form with a dot after each letter is one of them."""
    rows = _table()["legal"]
    dotted = {tuple(form): legal for form, legal in legal_forms().items() if 1 < len(form) <= _LONGEST_DOTTED and form.isalpha()}
    return dotted | {tuple(fold(word) for word in phrase.split()): row["id"] for row in rows for phrase in row["phrases"]}


@cache
def type_groups() -> frozenset[str]:
    """The word groups that only say what a thing is: city, region, company."""
    return frozenset(_table()["types"]["groups"])


@cache
def realm_groups() -> frozenset[str]:
    """The groups of words that say of which realm a thing is, beside its country."""
    return frozenset(_table()["types"]["realms"])


@cache
def kind_groups() -> frozenset[str]:
    """The groups of words that may be added to a name that is one of a kind."""
    return frozenset(_table()["types"]["kinds"])


@cache
def apart_groups() -> frozenset[str]:
    """The groups of words that make a thing of its own of what they are added to."""
    return frozenset(_table()["types"]["apart"])


@cache
def corporate_groups() -> frozenset[str]:
    """The word groups that only say that a thing is a business: company, concern, group."""
    return frozenset(_table()["types"]["corporate"])


@cache
def groups_by_form() -> dict[str, tuple[str, ...]]:
    """Every folded whole word with its groups, those of ``names/words.toml`` included."""
    return {word: tuple(groups) for word, groups in _listed_by_form().items()}


@kept("word-groups")
def _listed_by_form() -> dict[str, list[str]]:
    """Every folded whole word with the list of its groups."""
    found = {word: list(groups) for word, groups in word_groups().items()}
    for form, groups in _rows():
        if not form.endswith("*"):
            known = found.setdefault(fold(form), [])
            known.extend([group for group in groups if group not in known])
    return found


@cache
def groups_by_acronym() -> dict[str, tuple[str, ...]]:
    """Every folded word that counts in capitals only, with its groups: WHO, ВОЗ; that of a country is a noun."""
    return {word: tuple(groups) for word, groups in _listed_by_acronym().items()}


@kept("word-acronyms")
def _listed_by_acronym() -> dict[str, list[str]]:
    """The acronyms with the lists of their groups."""
    found = {}
    for row in _vocabulary():
        for form in filter(str.isupper, row.forms):
            own = (row.group, f"{row.group} (nouns)") if row.group in people_groups() else (row.group,)
            found[fold(form)] = list(dict.fromkeys((*found.get(fold(form), ()), *own)))
    return found


@cache
def groups_by_beginning() -> dict[str, tuple[str, ...]]:
    """Folded beginnings of words with their groups: беларуск*, белорусск*."""
    return {beginning: tuple(groups) for beginning, groups in _listed_by_beginning().items()}


@kept("word-beginnings")
def _listed_by_beginning() -> dict[str, list[str]]:
    """The beginnings of words with the lists of their groups."""
    found = {}
    for form, groups in _rows():
        if form.endswith("*"):
            found.setdefault(fold(form[:-1]), []).extend(groups)
    return found


def _rows() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every form with its groups; a country and its people's adjective are two groups, and a third that both share."""
    for row in _table()["word"]:
        for form in row["forms"]:
            yield form, (row["id"],)
    for words in _vocabulary():
        groups = (words.group,) if words.kind == "word" else (words.group, f"{words.group} ({words.kind}s)")
        for form in map(_as_word, filterfalse(str.isupper, words.forms)):
            yield form, groups
    for row in _table()["people"]:
        for sort in ("nouns", "adjectives"):
            for form in row[sort]:
                yield form, (f"{row['id']} ({sort})", row["id"])


@cache
def phrases() -> dict[tuple[str, ...], str]:
    """Several words that stand for one group together, with a word of it: one of their language, as железнодорожный for (железная,
    дорога), or themselves written together."""
    found: dict[tuple[str, ...], str] = {}
    for forms in [row.forms for row in _vocabulary()]:
        word = next((form for form in forms if _JOINED not in form and not form.isupper()), "")
        for form in [form for form in forms if _JOINED in form]:
            found.setdefault(tuple(form.split(_JOINED)), word or _as_word(form))
    return found


def _as_word(form: str) -> str:
    """A phrase as one word that begins like no other."""
    return f"{_JOINED}{form.replace(_JOINED, '')}" if _JOINED in form else form


class _Words(NamedTuple):
    """The words of a group in one language, or cut short in any (``lang`` is empty): words of any ``kind``, or a country's nouns or
    adjectives; those joined are one."""

    group: str
    kind: str
    lang: str
    forms: list[str]


@cache
def _vocabulary() -> tuple[_Words, ...]:
    """Every group with its words, in one language after the other, then cut short."""
    rows = read_tsv(root() / "matching" / "vocabulary.tsv")
    found = [_Words(row["group"], "word", lang, row[lang].replace("-", _JOINED).split()) for row in rows for lang in _VOCABULARY]
    found += [words._replace(forms=[*words.forms, *_declined(words.forms)]) for words in found if words.lang == _table()["declined"]["language"]]
    for path in sorted((root() / "matching" / "vocabulary").glob("*.tsv")):
        for row in read_tsv(path):
            if row["kind"] not in _KINDS:
                raise TableError(shown(path), row["group"], f"kind is one of {', '.join(_KINDS)}")
            found.append(_Words(row["group"], row["kind"], path.stem, row["forms"].split()))
    found += [_Words(row["group"], "noun", row["lang"], row["forms"].split()) for row in read_tsv(root() / "matching" / "countries.tsv")]
    for row in _places():
        found += [_Words(f"{row['group']}{_PLACE}", "word", lang, forms.split()) for lang, forms in row.items() if lang not in _ABOUT_PLACES]
    for row in _exonyms():
        sorts = (_EXONYM, _PLACE) if row["kind"] == "name" else (_PLACE,)
        found += [_Words(f"{row['group']}{sort}", "word", row["lang"], row["forms"].split()) for sort in sorts]
    found += [_Words(group, "word", "", " ".join(forms).replace("-", _JOINED).split()) for group, forms in _table()["short"]["words"].items()]
    return tuple(found)


def _declined(forms: list[str]) -> list[str]:
    """Adjectives in their other cases, where a language makes them all alike: technische, technischer."""
    row = _table()["declined"]
    return [form + ending for form in forms if form.endswith(tuple(row["adjectives"])) for ending in row["endings"]]


@cache
def place_groups() -> dict[str, None]:
    """The groups of the words that places are called by, in the order of their tables."""
    return dict.fromkeys((*[f"{row['group']}{_PLACE}" for row in (*_places(), *_exonyms())], *sorted(exonym_groups())))


@cache
def exonym_groups() -> frozenset[str]:
    """The groups of names that languages have for one place: Köln, Cologne."""
    return frozenset(f"{row['group']}{_EXONYM}" for row in _exonyms())


@cache
def _places() -> tuple[dict[str, str], ...]:
    return tuple(read_tsv(root() / "matching" / "places.tsv"))


@cache
def _exonyms() -> tuple[dict[str, str], ...]:
    return tuple(read_tsv(root() / "matching" / "exonyms.tsv"))


@cache
def home_languages() -> dict[str, frozenset[str]]:
    """Languages of few states, each with the groups of their countries."""
    found: dict[str, frozenset[str]] = {}
    for row in _table()["people"]:
        for lang in row.get("languages", ()):
            found[lang] = found.get(lang, frozenset()) | {row["id"]}
    return found


def forms_by_language() -> Iterator[tuple[str, str, str]]:
    """Every word of the vocabulary, and of ``names/words.toml``, with its language and its group."""
    yield from words_by_language()
    for row in _vocabulary():
        for form in row.forms if row.lang else ():
            if _JOINED not in form and not form.isupper():
                yield form, row.lang, row.group


@dataclass(frozen=True, slots=True)
class Compounds:
    """Languages that write several words as one, with their scripts, what may stand between the words, and the least letters of each."""

    languages: dict[str, str]
    links: tuple[str, ...]
    least: int


@cache
def compounds() -> Compounds:
    """What compound words are made of."""
    row = _table()["compounds"]
    return Compounds(dict(row["languages"]), tuple(row["links"]), row["least"])


@cache
def country_beginnings() -> tuple[tuple[str, str], ...]:
    """What words begin with that say of which country a thing is, folded, the longest first, each with the country's group."""
    found = [(fold(form), country) for country, forms in _table()["country-beginnings"]["countries"].items() for form in forms]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


@cache
def places_written_so() -> frozenset[str]:
    """The groups of words behind what may be a country’s beginning that make a place of it: Белгород."""
    return frozenset(_table()["country-beginnings"]["places"])


@cache
def first_parts() -> tuple[str, ...]:
    """What words begin with that are written as one and stand in an acronym with the letters of both, folded, the longest first."""
    return tuple(sorted(map(fold, _table()["first-parts"]["forms"]), key=len, reverse=True))


@cache
def namesake_words() -> frozenset[str]:
    """The words behind which stands whom a thing is named after, folded."""
    return frozenset(map(fold, _table()["namesake"]["words"]))


@cache
def dotted_words() -> dict[str, tuple[str, ...]]:
    """Folded words cut short that count before a dot, each with a whole word of every group that it may be cut from: ул, street."""
    return {form: tuple(words) for form, words in _listed_dotted_words().items()}


@kept("word-dotted")
def _listed_dotted_words() -> dict[str, list[str]]:
    """The words cut short with the lists of whole ones."""
    wanted = _table()["dotted"]["words"]
    whole: dict[str, str] = {}
    for form, groups in _rows():
        if _JOINED not in form and not form.endswith("*"):
            for group in groups:
                if group in wanted:
                    whole.setdefault(group, form)
    found: dict[str, list[str]] = {}
    for group, forms in wanted.items():
        for form in forms:
            found.setdefault(fold(form), []).append(whole.get(group, group))
    return found


@cache
def dotted_ends() -> dict[str, str]:
    """What words written as one end in before a dot, with what it is cut from: Schillerstr."""
    return dict(_table()["dotted"]["ends"])


@cache
def place_type_groups() -> frozenset[str]:
    """The word groups that only say what a thing is where it is a place."""
    return frozenset(_table()["types"]["places"])


@cache
def minor_groups() -> frozenset[str]:
    """The groups of words that are said of a thing with a name of its own, and left out as often."""
    return frozenset(_table()["types"]["minor"])


@cache
def settled_groups() -> frozenset[str]:
    """The groups of what towns and villages are called."""
    return frozenset(_table()["types"]["settled"])


@cache
def water_groups() -> frozenset[str]:
    """The groups of what rivers and lakes are called."""
    return frozenset(_table()["types"]["waters"])


@cache
def around_groups() -> frozenset[str]:
    """The groups of what another place lies in: district, region."""
    return frozenset(_table()["types"]["around"])


@cache
def alias_words() -> tuple[str, ...]:
    """What stands between a name and another of the same one: a.k.a., он же."""
    return tuple(_table()["aliases"]["words"])


@cache
def governing_words() -> frozenset[str]:
    """The folded words behind which a name stands in a case."""
    return frozenset(map(fold, _table()["governing"]["words"]))


@cache
def within_words() -> frozenset[str]:
    """The folded words behind which stands where a thing is."""
    return frozenset(map(fold, _table()["governing"]["within"]))


@cache
def place_adjectives() -> tuple[str, ...]:
    """How Cyrillic adjectives of places end, folded."""
    return tuple(map(fold, _table()["places"]["adjectives"]))


@cache
def district_adjectives() -> tuple[str, ...]:
    """How adjectives end, folded, that are all of the name of a district."""
    return tuple(map(fold, _table()["places"]["districts"]))


@cache
def romanized_adjectives() -> tuple[str, ...]:
    """How adjectives of places end that somebody romanized, where no surname ends so."""
    return tuple(_table()["places"]["romanized"])


@cache
def articles() -> tuple[frozenset[str], frozenset[str]]:
    """Folded articles, and what is one beside a hyphen only."""
    row = _table()["articles"]
    return frozenset(map(fold, row["words"])), frozenset(map(fold, row["joined"]))


@cache
def kinds_alike() -> dict[str, frozenset[int]]:
    """The kinds of things that may stand for one another, each with the numbers of the families that it is of."""
    found: dict[str, set[int]] = {}
    for family, kinds in enumerate(_table()["types"]["alike"]):
        for kind in kinds:
            found.setdefault(kind, set()).add(family)
    return {kind: frozenset(families) for kind, families in found.items()}


@cache
def people_groups() -> frozenset[str]:
    """The groups that a country shares with its adjective."""
    return frozenset(row["id"] for row in _table()["people"])


@cache
def acronym_groups() -> dict[str, tuple[str, ...]]:
    """Folded acronyms of common phrases with the word groups they stand for, in order."""
    return _groups_in_order("acronym")


@cache
def contraction_groups() -> dict[str, tuple[str, ...]]:
    """Folded words made of words cut short, with the word groups they stand for, in order: Минобороны."""
    return _groups_in_order("contraction")


def _groups_in_order(sort: str) -> dict[str, tuple[str, ...]]:
    return {fold(form): tuple(row["groups"]) for row in _table()[sort] for form in row["forms"]}


@cache
def case_endings() -> tuple[frozenset[str], int, int]:
    """The endings that cases add to a word, the length of the longest, and the least letters that stay."""
    row = _table()["cases"]
    endings = frozenset(map(fold, row["endings"]))
    return endings, max(map(len, endings)), row["least"]


@cache
def last_of_nouns() -> str:
    """The letters that nouns may end in which their cases take off."""
    return _table()["cases"]["last"]


@cache
def fleeting_letters() -> tuple[str, str]:
    """The vowels that a noun loses in its cases, and the consonants that end its nominative behind them: Кременець, Кременці."""
    row = _table()["cases"]["fleeting"]
    return row["vowels"], row["before"]


@cache
def word_suffixes() -> tuple[str, ...]:
    """What makes an adjective of a word that languages share, the longest first."""
    return tuple(sorted(map(fold, _table()["cases"]["of_words"]), key=len, reverse=True))


@cache
def about_numbers() -> tuple[frozenset[str], frozenset[str]]:
    """What stands before a number, and after one, and says no more than it."""
    return frozenset(_table()["cases"]["before_numbers"]), frozenset(_table()["cases"]["of_numbers"])


@cache
def ordinal_groups() -> dict[str, int]:
    """The groups of ordinals → their numbers, from 1."""
    return {group: number for number, group in enumerate(_table()["cases"]["ordinals"], 1)}


@cache
def forms_behind_acronyms() -> tuple[str, ...]:
    """Legal forms that are written as one with an acronym before them."""
    return tuple(_table()["cases"]["behind_acronyms"])


@cache
def ending_sounds() -> str:
    """The consonants that endings of cases have, as sounds."""
    return _table()["cases"]["sounds"]


@cache
def place_suffixes() -> tuple[tuple[str, str], ...]:
    """What makes an adjective of a place's name, with what the name has there: цк for к in Кременчуцкий."""
    return tuple((fold(suffix), fold(before)) for suffix, before in _table()["cases"]["of_places"])


@cache
def starts() -> dict[int, str]:
    """Letters that stand for one another at the start of a word, as ``str.translate`` takes them."""
    row = _table()["starts"]
    return str.maketrans(dict(zip(row["from"], row["to"], strict=True)))


@cache
def elisions() -> tuple[str, ...]:
    """What an apostrophe cuts off before a word."""
    return tuple(_table()["elisions"]["forms"])


@cache
def place_vowels() -> str:
    """The sounds that answer one another in the names of one place."""
    return _table()["places"]["vowels"]


@cache
def named_for() -> tuple[tuple[tuple[str, ...], ...], tuple[str, ...]]:
    """What makes a place of a given name, all endings that mean the same together, and what that may have lost before it."""
    return tuple(map(tuple, _table()["places"]["named_for"])), tuple(_table()["places"]["lost"])


@cache
def before_names() -> dict[str, str]:
    """What stands before a given name in the name of a place, as one with it → the first of the forms that mean the same."""
    return {form: forms[0] for forms in _table()["places"]["before_names"] for form in forms}


@cache
def changed_vowels() -> frozenset[frozenset[str]]:
    """Pairs of letters that stand for one another in the Ukrainian and the Russian name of one place."""
    return frozenset(map(frozenset, _table()["places"]["changed"]))


@cache
def _table() -> dict:
    return read_toml(root() / "matching" / "organisations.toml")
