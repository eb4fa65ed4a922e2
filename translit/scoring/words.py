"""Comparing names made of words: places, organisations and others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from ..names import is_given
from ..text import has_cyrillic
from .acronyms import MOST_WORDS, may_be_spelled, spelled_by
from .evidence import IDENTICAL, Evidence
from .homes import country_of, homes_of
from .sides import Part, Side
from .ties import Tie, first_sounds
from .vocabulary import (
    groups_meant,
    groups_of,
    is_acronym,
    is_apart,
    is_corporate,
    is_country,
    is_glue,
    is_kind,
    is_number,
    is_of_places,
    is_proper,
    is_realm,
    is_type,
    joins_number,
    legal_form,
    legal_phrase,
    phrase_at,
    says_kind,
)
from .weights import INSIDE_LEAST, LEFT_OVER, LEFT_OVER_LEAST, LEGAL_LEFT, ORDER, TOTAL, TYPES_LEFT, WORDS_DIFFER
from .wordties import tie_across, word_tie

_SHORTEST, _LONGEST, _LEGAL, _LETTER, LONGER = 4, 8, 1, 2, 3
_LONGEST_RUN, _NEVER_TOO_LONG = 16, 1 << 30  # letters of three words together, of two
BESIDE_ANOTHER = frozenset(("typo", "case", "people", "place"))
_LOOSE = frozenset(("loose", "vowels"))
_OF_KIND = frozenset(("kind", "of kind"))
_LONGEST_BRAND = 7  # letters
_NO_PLACE = frozenset(("",))

TOGETHER = frozenset(("same", "spelling", "law"))


class Step(NamedTuple):
    """One reason: its kind, the places of the words on either side, its weight, and the tie or rule that tells it."""

    kind: str
    left: tuple[int, ...]
    right: tuple[int, ...]
    weight: float
    told: Tie | str


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """The words of a name that count, with what is written for each and what it is by itself: how much it weighs, whether it is
    light (a type word, a legal form), a type word, one that only says that it is a business, the country that it names; that of its
    language alone, if it is; whether it is often left out (whom the name is after, a country in brackets), the realm beside its country, or the forename of who is named; whether it is a name, a kind of thing,
    or says one; the places of acronyms; each word written together with the next, or short ones with the
    next two, with the sounds they may begin with and their places; the script that it was read from, if any; whether a word is a short brand in Latin letters, one of which makes another where it stands alone; and the name with its phrases word by word, where it
    has some."""

    parts: tuple[Part, ...]
    shown: tuple[str, ...]
    sizes: tuple[int, ...]
    light: tuple[bool, ...]
    types: tuple[bool, ...]
    corporate: tuple[bool, ...]
    countries: tuple[str, ...]
    homes: frozenset[str]
    spare: tuple[bool, ...]
    realms: tuple[bool, ...]
    forenames: tuple[bool, ...]
    sorts: tuple[str, ...]
    acronyms: tuple[int, ...]
    runs: tuple[tuple[str, frozenset[str], tuple[int, ...]], ...]
    script: str
    brands: tuple[bool, ...]
    by_words: Wording | None


def wording_of(side: Side, brands: bool) -> Wording:
    """A name of words made ready to be compared more than once."""
    words, script = _content(side.parts, phrases=True), side.script
    has_phrases = any(part.role == "phrase" for _, part in words)
    return _wording(words, script, brands, _wording(_content(side.parts, phrases=False), script, brands, None) if has_phrases else None)


@lru_cache(8192)
def _kept_wording(side: Side, brands: bool) -> Wording:
    return wording_of(side, brands)


def _wording(words: list[tuple[str, Part]], script: str, brands: bool, by_words: Wording | None) -> Wording:
    shown, some = map(tuple, zip(*words, strict=True)) if words else ((), ())
    return Wording(
        some,
        shown,
        tuple(map(_size, some)),
        tuple(map(_is_light, some)),
        tuple(is_type(part.text) for part in some),
        tuple(is_corporate(part.text) for part in some),
        tuple(country_of(part.text) for part in some),
        homes_of([word for text, part in words for word in (text.split() if part.role == "phrase" else (part.text,))]),
        tuple(part.role == "namesake" or part.role == "aside" and (is_country(part.text) or is_of_places(groups_of(part.text) or _NO_PLACE)) for part in some),
        tuple(is_realm(part.text) and any(is_country(other.text) for other in some if other is not part) for part in some),
        tuple(at + 1 < len(some) and is_given(part.text) and is_proper(some[at + 1].text) for at, part in enumerate(some)),
        tuple(_sort_of(part.text) for part in some),
        tuple(at for at, part in enumerate(some) if is_acronym(part.text) or groups_meant(part.text)),
        tuple([*_runs(some, 2, _NEVER_TOO_LONG), *_runs(some, 3, _LONGEST_RUN)]),
        script,
        tuple(brands and len(part.text) <= _LONGEST_BRAND and not has_cyrillic(part.text) for part in some),
        by_words,
    )


def _sort_of(word: str) -> str:
    """What a word says of a thing: its own name, a kind, something about the kind, or anything else (empty)."""
    return "name" if is_proper(word) else "kind" if is_kind(word) else "of kind" if says_kind(word) or legal_form(word) else ""


def _runs(parts: tuple[Part, ...], size: int, longest: int) -> Iterator[tuple[str, frozenset[str], tuple[int, ...]]]:
    """So many neighbours written together, where they are not too long."""
    for at in range(len(parts) - size + 1):
        first, *others = [part.text for part in parts[at : at + size]]
        if len(first) + sum(map(len, others)) <= longest:
            yield first + "".join(others).lower(), first_sounds(first), tuple(range(at, at + size))


def compare_words(a: Side, b: Side, brands: bool = False) -> tuple[Evidence, ...]:
    """The evidence about two names of words: each word's nearest answer, acronyms, and the words without an answer.

    A slip, or another case, is believed only beside a word that agrees: Katyn is not Khatyn, Petrovo not Petrovka. A
    country answers its adjective where one of them stands first: Belarusian Ministry of Defence is the Ministry of Defence
    of Belarus, and the Union of Belarusian Writers is not the Union of Writers of Belarus.
    """
    if a.text == b.text:
        return (Evidence("identical", a.text, b.text, IDENTICAL, "the same characters"),)
    if not a.parts or not b.parts:
        return ()
    left, right, steps = weigh_words(_kept_wording(a, brands), _kept_wording(b, brands))
    evidence = []
    for kind, mine, yours, weight, told in steps:
        pair = (" ".join(left.shown[i] for i in mine), " ".join(right.shown[j] for j in yours))
        rule = told if isinstance(told, str) else f"{told.kind}: {told.rule}"
        evidence.append(Evidence(kind, *(pair if mine or yours else (a.text, b.text)), weight, rule))
    return tuple(evidence)


def weigh_words(left: Wording, right: Wording) -> tuple[Wording, Wording, list[Step]]:
    """The reasons about two names of words, and how they were read: by phrases, which are translated as a whole, or, where only
    one has phrases, word by word, since whoever romanizes a name romanizes its words; whichever speaks more for one name."""
    found = left, right, weigh(left, right)
    if (left.by_words is None) != (right.by_words is None):
        left, right = left.by_words or left, right.by_words or right
        found = max(found, (left, right, weigh(left, right)), key=lambda way: sum(step.weight for step in way[2]))
    return found


def weigh(left: Wording, right: Wording) -> list[Step]:
    """The reasons about two names of words, read as they are."""
    if not left.parts or not right.parts:
        return []
    tied = _align(left, right)
    alone = [(i, j) for i, j, tie in tied if tie.kind not in BESIDE_ANOTHER]
    answers = tied if alone else []
    if all(left.light[i] and right.light[j] for i, j in alone):  # a legal form is no reason to believe a slip
        answers = [(i, j, tie) for i, j, tie in answers if tie.kind != "typo"]
    acronyms = _acronyms(left, right, answers) if left.acronyms or right.acronyms else []
    if acronyms and not answers:  # what is believed beside another word is so beside these
        taken = [{place for pair in acronyms for place in pair[side]} for side in (0, 1)]
        answers = [(i, j, tie) for i, j, tie in tied if i not in taken[0] and j not in taken[1]]
    found = [((i,), (j,), tie) for i, j, tie in answers] + acronyms
    found += _joins(left, right, answers)
    taken = {i for mine, _, _ in found for i in mine}, {j for _, yours, _ in found for j in yours}
    rests = [[at for at in range(len(side.parts)) if at not in own] for side, own in zip((left, right), taken, strict=True)]
    kinds = _says_only_kind(left, right, *rests), _says_only_kind(right, left, *rests[::-1])
    total = sum(size for side, own in zip((left, right), kinds, strict=True) for at, size in enumerate(side.sizes) if at not in own)
    told = _told_acronyms(left, right), _told_acronyms(right, left)
    steps = []
    for mine, yours, tie in found:
        share = (sum(left.sizes[i] for i in mine) + sum(right.sizes[j] for j in yours)) / total
        steps.append(Step("word", mine, yours, TOTAL * tie.worth * share, tie))
    steps += _leftovers(left, right, *rests, told, kinds, total)
    ordered = sorted((i, j) for i, j, _ in answers)
    if any(one[1] > other[1] for one, other in zip(ordered, ordered[1:], strict=False)):
        steps.append(Step("order", (), (), ORDER, "the words change places"))
    return steps


def _content(parts: tuple[Part, ...], phrases: bool) -> list[tuple[str, Part]]:
    """The words that count, with what is written for each: without those that only join; legal forms of several words are one, and
    so are ``phrases``, of which a word of their group stands for all. A name that is only a country’s in full or a place’s stays as it is."""
    texts = tuple(part.text for part in parts)
    found, at = [], 0
    while at < len(parts):
        legal, size = legal_phrase(texts, at)
        if size and size < len(parts):
            phrase = " ".join(texts[at : at + size])
            found.append((phrase, Part(phrase, "legal", (legal,))))
            at += size
            continue
        word, size = phrase_at(texts, at) if phrases else ("", 0)
        if size and not (size == len(parts) and (is_country(word) or is_of_places(groups_of(word)))):
            found.append((" ".join(texts[at : at + size]), Part(word, "phrase", (word,), parts[at].lang)))
            at += size
            continue
        if not joins_number(texts, at) and (not is_glue(texts[at]) or legal_form(texts[at]) and at in (0, len(parts) - 1)):
            found.append((texts[at], parts[at]))
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


def _align(left: Wording, right: Wording) -> list[tuple[int, int, Tie]]:
    lone = len(left.parts) == 1 or len(right.parts) == 1
    bare = any(len(side.sizes) - side.sizes.count(_LEGAL) == 1 for side in (left, right))  # but for legal forms
    ranked = []
    for i, one in enumerate(left.parts):
        for j, other in enumerate(right.parts):
            tie = tie_of_parts(one, other, left.script, right.script)
            if lone and tie.kind in BESIDE_ANOTHER or bare and tie.kind in _LOOSE and left.brands[i] and right.brands[j] or tie.kind == "people" and i and j:
                continue
            if tie.worth > 0:
                ranked.append((tie.worth, -abs(i - j), -i - j, i, j, tie))
    ranked.sort(key=lambda one: one[:3], reverse=True)
    answers: list[tuple[int, int, Tie]] = []
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    for _, _, _, i, j, tie in ranked:
        if i not in taken_left and j not in taken_right:
            taken_left.add(i)
            taken_right.add(j)
            answers.append((i, j, tie))
    return answers


def tie_of_parts(one: Part, other: Part, script: str = "", other_script: str = "") -> Tie:
    """How two words, or legal forms of several words, read from these scripts, are tied by the nearest of the forms they may
    stand for."""
    if "legal" in (one.role, other.role):
        legal = [part.forms[0] if part.role == "legal" else legal_form(part.text) for part in (one, other)]
        agrees = legal[0] == legal[1]
        return Tie("legal", 1.0 if agrees else 0.0, f"legal form: {legal[0]}")
    if len(one.forms) == len(other.forms) == 1 and script == other_script:
        return word_tie(one.forms[0], other.forms[0], one.lang, other.lang)
    best = max(
        (word_tie(form, other_form, one.lang, other.lang) for form in one.forms for other_form in other.forms),
        key=lambda tie: tie.worth,
    )
    return tie_across(one.text, other.text, script, other_script) if script != other_script and not best.worth else best


def _acronyms(left: Wording, right: Wording, answers: list) -> list[tuple[tuple[int, ...], tuple[int, ...], Tie]]:
    """Acronyms on one side and the words they stand for on the other; they take what only slips and cases had tied."""
    found = []
    for turned, own, others in ((False, left, right), (True, right, left)):
        mine = {pair[turned] for pair in answers}
        yours = {pair[not turned] for pair in answers}
        words = tuple(part.text for part in others.parts)
        for at in own.acronyms:
            if at in mine or not may_be_spelled(own.parts[at].text, words):
                continue
            for start in range(len(words)):
                for end in range(min(len(words), start + MOST_WORDS), start + 1, -1):
                    run = tuple(range(start, end))
                    if not yours.isdisjoint(run):
                        continue
                    rule = spelled_by(own.parts[at].text, words[start:end])
                    if rule:
                        tie = Tie("acronym", 0.9 if len(run) > 2 else 0.8, rule)
                        found.append((run, (at,), tie) if turned else ((at,), run, tie))
                        yours.update(run)
                        break
                else:
                    continue
                break
    return found


def _joins(left: Wording, right: Wording, answers: list) -> list[tuple[tuple[int, ...], tuple[int, ...], Tie]]:
    """Two or three words on one side that the other writes as one: Co-operation, Cooperation."""
    found = []
    for turned, own, others in ((False, left, right), (True, right, left)):
        mine = {pair[turned] for pair in answers}
        yours = {pair[not turned] for pair in answers}
        for at, part in enumerate(own.parts):
            length = len(part.text)
            for together, firsts, run in others.runs:
                if not -LONGER <= len(together) - length <= LONGER or firsts.isdisjoint(first_sounds(part.text)):
                    continue
                if at in mine or not yours.isdisjoint(run):
                    continue
                tie = word_tie(part.text, together)
                if tie.kind in TOGETHER:
                    tie = Tie(tie.kind, tie.worth, f"written together: {tie.rule}")
                    found.append((run, (at,), tie) if turned else ((at,), run, tie))
                    mine.add(at)
                    yours.update(run)
    return found


def _told_acronyms(own: Wording, others: Wording) -> frozenset[int]:
    """The places of acronyms that stand for words of the other name, answered or not: MMK beside Magnitogorsk Iron and Steel Works tells
    no more than its words where the other is Магнитогорский металлургический комбинат."""
    words = tuple(part.text for part in others.parts)
    return frozenset(
        at for at in (own.acronyms if len(own.parts) > 1 else ())
        if may_be_spelled(own.parts[at].text, words)
        and any(spelled_by(own.parts[at].text, words[start:end]) for start in range(len(words)) for end in range(start + 2, min(len(words), start + MOST_WORDS) + 1))
    )  # fmt: skip


def _says_only_kind(own: Wording, other: Wording, rest: list[int], other_rest: list[int]) -> frozenset[int]:
    """The places of the words left over that only say what kind of thing it is that the other name calls by its own name alone (Azovstal
    Iron and Steel Works, Азовсталь), or are its kind only, beside a name of its own (Кондитерская фабрика «Коммунарка», Kommunarka Confectionery)."""
    sorts = {own.sorts[at] for at in rest}
    if "kind" not in sorts or not sorts <= _OF_KIND or any(not other.light[at] and other.sorts[at] not in _OF_KIND for at in other_rest):
        return frozenset()
    names = {sort for at, sort in enumerate(other.sorts) if not other.light[at] and at not in other_rest}
    return frozenset(rest) if names == {"name"} or sorts == {"kind"} and "name" in names else frozenset()


def _leftovers(
    left: Wording, right: Wording, left_rest: list[int], right_rest: list[int], told: tuple[frozenset[int], frozenset[int]],
    kinds: tuple[frozenset[int], frozenset[int]], total: int,
) -> list[Step]:
    """Words without an answer: against each other when both sides have some, else missing on one. A word put between
    two others makes another name of it (State Medical University), as a second country or women and youth do; a country is missing lightly where the name without it is in the
    language of that country alone (Trybunał Konstytucyjny, Constitutional Tribunal of Poland), and so is whom a thing is named after, and a
    country in brackets, where the other name has neither. ``told`` are the acronyms of each side that the other explains, ``kinds`` the words that only say what it is."""
    steps = []
    letters = [any(side.sizes[at] == _LETTER for at in rest) for side, rest in ((left, left_rest), (right, right_rest))]
    beside = [len(side.parts) - len(rest) > 1 for side, rest in ((left, left_rest), (right, right_rest))]  # whether several words agree
    spare = [any(side.spare) for side in (left, right)]
    light = [
        [is_light or at in own or at in kind or side.realms[at] and several or side.sizes[at] == _LETTER and not all(letters) or side.spare[at] and not all(spare) for at, is_light in enumerate(side.light)]
        for side, own, kind, several in zip((left, right), told, kinds, beside, strict=True)
    ]
    plain = [at for at in left_rest if not light[0][at]], [at for at in right_rest if not light[1][at]]
    if plain[0] and plain[1]:
        places = max(plain[0], key=left.sizes.__getitem__), max(plain[1], key=right.sizes.__getitem__)
        steps.append(Step("word", places[:1], places[1:], WORDS_DIFFER, "different: they stand in the same place"))
    else:
        kinds = [at for at in left_rest if left.types[at]], [at for at in right_rest if right.types[at]]
        if kinds[0] and kinds[1] and not all(side.corporate[at] for side, places in ((left, kinds[0]), (right, kinds[1])) for at in places):
            steps.append(Step("word", (kinds[0][0],), (kinds[1][0],), WORDS_DIFFER, "different: they are two types of thing"))
    for turned, side, rest, homes in ((False, left, left_rest, right.homes), (True, right, right_rest, left.homes)):
        last = len(side.parts) - 1
        for at in rest:
            why, weight = "has no answer", -LEFT_OVER * TOTAL * side.sizes[at] / total
            if at in kinds[turned]:
                why, weight = "says what it is", TYPES_LEFT
            elif side.realms[at] and beside[turned]:
                why, weight = "says of which realm it is", LEGAL_LEFT
            elif side.forenames[at] and at + 1 not in rest and beside[turned]:
                why, weight = "the forename of who it is named after", max(weight, TYPES_LEFT)
            elif at in told[turned]:
                why, weight = "is the acronym of words of the other", LEGAL_LEFT
            elif side.spare[at] and not all(spare):
                why, weight = "is often left out", LEGAL_LEFT if side.sizes[at] == _LETTER else max(weight, TYPES_LEFT)
            elif light[turned][at]:
                weight = max(weight, TYPES_LEFT if side.types[at] else LEGAL_LEFT)
            elif side.countries[at] in homes:
                why, weight = "the other name is in the language of this country", max(weight, TYPES_LEFT)
            else:
                inside = 0 < at < last and at - 1 not in rest and at + 1 not in rest
                another = is_apart(side.parts[at].text) or side.countries[at] and any(country for place, country in enumerate(side.countries) if place not in rest)
                weight = min(weight, INSIDE_LEAST if inside or another else LEFT_OVER_LEAST)
            steps.append(Step("word left over", () if turned else (at,), (at,) if turned else (), weight, why))
    return steps


def _is_light(part: Part) -> bool:
    return part.role == "legal" or _is_aside(part) or bool(legal_form(part.text)) or is_type(part.text)


def _is_aside(part: Part) -> bool:
    """Whether a word is an acronym in brackets, and no country."""
    return part.role == "aside" and part.text.isupper() and not is_country(part.text)


@lru_cache(32768)
def _size_of(text: str) -> int:
    """How much a word weighs: by its length, acronyms and numbers (World War II) in full, legal forms next to nothing, the initial of
    whom a thing is named after little."""
    if legal_form(text):
        return _LEGAL
    if len(text) == 1 and text.isupper() and not is_number(text):
        return _LETTER
    if is_number(text) or (text.isupper() and len(text) > 1):
        return _LONGEST
    if is_type(text):
        return _SHORTEST
    return min(max(len(text), _SHORTEST), _LONGEST)


def _size(part: Part) -> int:
    return _LEGAL if part.role == "legal" or _is_aside(part) else _size_of(part.text)
