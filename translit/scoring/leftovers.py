"""Words of a name without an answer in the other: what each says against the two being one."""

from __future__ import annotations

from typing import NamedTuple

from ..tables.organisations import district_adjectives
from ..text import fold
from .acronyms import may_be_spelled, neighbours, spelled_by
from .vocabulary import is_number
from .weights import INSIDE_LEAST, KIND_LEFT, LEFT_OVER, LEFT_OVER_LEAST, LEGAL_LEFT, TOTAL, TYPES_LEFT, WORDS_DIFFER
from .wording import LETTER, Step, Wording
from .wordkinds import is_apart, is_country, is_water

_NONE: frozenset[int] = frozenset()
_OF_KIND = frozenset(("kind", "of kind", "minor"))


class Rest(NamedTuple):
    """One of two names with the places of its words that have no answer: of these ``told`` are acronyms of words of the other,
    ``kinds`` only say what kind of thing it is, ``told_outside`` the same outside the quotes around its name, and ``where`` in which
    other place it lies."""

    side: Wording
    places: list[int]
    told: frozenset[int]
    kinds: frozenset[int]
    told_outside: frozenset[int]
    where: frozenset[int]

    @property
    def beside_name(self) -> frozenset[int]:
        """The places of words that are no part of the name itself, and take none of its weight."""
        return self.kinds | self.told_outside | self.where

    @property
    def is_beside_several(self) -> bool:
        """Whether several words have an answer."""
        return len(self.side.parts) - len(self.places) > 1

    @property
    def has_name(self) -> bool:
        """Whether a word that is a name, or a number, has an answer."""
        answered = [at for at in range(len(self.side.parts)) if at not in self.places]
        return any(self.side.sorts[at] == "name" or is_number(self.side.parts[at].text) for at in answered)

    @property
    def is_told_by_name(self) -> bool:
        """Whether a word that names something has an answer."""
        return any(named and at not in self.places and not is_country(self.side.parts[at].text) for at, named in enumerate(self.side.named))

    @property
    def is_adjective(self) -> bool:
        """Whether all words of a name are adjectives, as districts are called without saying so: Zarichnyi, Пинский."""
        return all(fold(part.text).endswith(district_adjectives()) for part in self.side.parts)

    @property
    def has_letter(self) -> bool:
        """Whether an initial is left."""
        return any(self.side.sizes[at] == LETTER for at in self.places)


def rests_between(left: Wording, right: Wording, taken: tuple[set[int], set[int]]) -> tuple[Rest, Rest]:
    """What is left of two names but for the words ``taken`` by answers."""
    places = [[at for at in range(len(side.parts)) if at not in own] for side, own in zip((left, right), taken, strict=True)]
    return _rest(left, right, *places), _rest(right, left, *places[::-1])


def _rest(own: Wording, other: Wording, rest: list[int], other_rest: list[int]) -> Rest:
    says = (_says_only_kind, _stands_outside, _says_where)
    return Rest(own, rest, _told_acronyms(own, other), *[those(own, other, rest, other_rest) for those in says])


def _told_acronyms(own: Wording, other: Wording) -> frozenset[int]:
    """The places of acronyms that stand for words of the other name, answered or not: MMK beside Magnitogorsk Iron and Steel Works tells
    no more than its words where the other is Магнитогорский металлургический комбинат."""
    if not own.acronyms or len(own.parts) < 2:
        return _NONE
    words = tuple(part.text for part in other.parts)
    acronyms = [(at, own.parts[at].text) for at in own.acronyms]
    return frozenset(
        at
        for at, text in acronyms
        if may_be_spelled(text, words) and any(spelled_by(text, words[start:end], other.glue) for start, end in neighbours(len(words)))
    )


def _says_only_kind(own: Wording, other: Wording, rest: list[int], other_rest: list[int]) -> frozenset[int]:
    """The places of the words left over that only say what kind of thing it is that the other name calls by its own name alone
    (Azovstal Iron and Steel Works, Азовсталь), or are its kind only, beside a name of its own (Кондитерская фабрика «Коммунарка»,
    Kommunarka Confectionery)."""
    if "kind" not in own.sorts or own.kind == "place":
        return _NONE
    rest = [at for at in rest if not own.spare[at]]
    sorts = {own.sorts[at] for at in rest if not _is_before_kind(own, rest, at)}
    if "kind" not in sorts or not sorts <= _OF_KIND or any(not other.light[at] and other.sorts[at] not in _OF_KIND for at in other_rest):
        return frozenset()
    kinds, other_kinds = ([side.families[at] for at in places if side.sorts[at] == "kind"] for side, places in ((own, rest), (other, other_rest)))
    if other_kinds and frozenset().union(*kinds).isdisjoint(frozenset().union(*other_kinds)):
        return frozenset()  # two kinds of thing
    names = {sort for at, sort in enumerate(other.sorts) if not other.light[at] and at not in other_rest}
    return frozenset(rest) if names == {"name"} or sorts == {"kind"} and "name" in names else frozenset()


def _is_before_kind(own: Wording, rest: list[int], at: int) -> bool:
    """Whether a word left over is a country before what kind of thing there is one of in a country: Belarusian Airlines, but not Poland Company."""
    following = at + 1
    return bool(own.named[at]) and is_country(own.parts[at].text) and following in rest and own.sorts[following] == "kind" and not own.corporate[following]


def _stands_outside(own: Wording, other: Wording, rest: list[int], other_rest: list[int]) -> frozenset[int]:
    """The places of the words left over that stand outside the quotes around a name all of which has its answer, where nothing of the other
    is left that counts: газета «Наша Ніва», Nasha Niva."""
    if True not in own.outside:
        return _NONE
    outside = [at for at in rest if own.outside[at]]
    inside = [at for at, one in enumerate(own.outside) if not one]
    if not outside or not inside or any(not own.outside[at] for at in rest) or any(not other.light[at] for at in other_rest):
        return frozenset()
    return frozenset(outside)


def _says_where(own: Wording, other: Wording, rest: list[int], other_rest: list[int]) -> frozenset[int]:
    """The places of the words that say in which place another lies, a type and the name or adjective before it, where the other name has
    none of them: Kobryn, Brest Region."""
    if True in own.behind and not any(other.behind[at] for at in other_rest):  # Vyksa, Nizhny Novgorod Oblast
        behind = [at for at in rest if own.behind[at]]
        if all(own.behind[at] or own.light[at] or own.place_types[at] for at in rest):
            return frozenset(behind)
    if own.kind == "place" and True in own.spare and not any(other.spare[at] for at in other_rest):  # Babruysk, Belarus
        aside = [at for at in rest if own.spare[at] and is_country(own.parts[at].text)]
        if aside and len(aside) < len(own.parts):
            return frozenset(aside)
    if True not in own.around or any(other.around[at] for at in other_rest) or len(rest) == len(own.parts):
        return _NONE
    found = [(at, beside) for at in rest if own.around[at] for beside in (at - 1, at + 1) if beside in rest and own.named[beside]]
    return frozenset(place for pair in found for place in pair)


def leftovers(left: Rest, right: Rest, total: int) -> list[Step]:
    """Words without an answer: against each other when both names have some that count, else missing on one."""
    steps = []
    plain = [[at for at in own.places if _light(own, other, at) is None] for own, other in ((left, right), (right, left))]
    if plain[0] and plain[1]:
        places = [max(some, key=rest.side.sizes.__getitem__) for some, rest in zip(plain, (left, right), strict=True)]
        steps.append(Step("word", (places[0],), (places[1],), WORDS_DIFFER, "different: they stand in the same place"))
    else:
        types = [[at for at in rest.places if (rest.side.types[at] or rest.side.place_types[at]) and at not in rest.where] for rest in (left, right)]
        if types[0] and types[1] and not _are_alike(left.side, right.side, *types):
            steps.append(Step("word", (types[0][0],), (types[1][0],), WORDS_DIFFER, "different: they are two types of thing"))
        for turned, own, other, some in ((False, left, right, types[0]), (True, right, left, types[1])):
            if other.side.settled and (waters := [at for at in some if is_water(own.side.parts[at].text)]):
                steps.append(Step("word", () if turned else (waters[0],), (waters[0],) if turned else (), WORDS_DIFFER, "different: the other is a town or a village"))
    for turned, own, other in ((False, left, right), (True, right, left)):
        for at in own.places:
            usual = -LEFT_OVER * TOTAL * own.side.sizes[at] / total
            least, why = _light(own, other, at) or _heavy(own, other, at)
            weight = max(usual, least) if least > LEFT_OVER_LEAST else min(usual, least)
            steps.append(Step("word left over", () if turned else (at,), (at,) if turned else (), weight, why))
    return steps


def _are_alike(left: Wording, right: Wording, types: list[int], other_types: list[int]) -> bool:
    """Whether the types of thing that are left of two names do not contradict one another."""
    if all(left.corporate[at] for at in types) and all(right.corporate[at] for at in other_types):
        return True
    return any(left.families[at] & right.families[other] for at in types for other in other_types)


def _light(own: Rest, other: Rest, at: int) -> tuple[float, str] | None:
    """The most that a word without an answer weighs, and why, where it counts for little; None for another."""
    side = own.side
    if at in own.kinds:
        return KIND_LEFT, "says what it is"
    if side.realms[at] and own.is_beside_several:
        return LEGAL_LEFT, "says of which realm it is"
    if at in own.told:
        return LEGAL_LEFT, "is the acronym of words of the other"
    if side.sorts[at] == "minor" and own.has_name:
        return TYPES_LEFT, "is left out as often"
    if at in own.told_outside:
        return KIND_LEFT, "stands outside the quotes around the name"
    if at in own.where:
        return KIND_LEFT, "says where it is"
    if side.spare[at] and not any(other.side.spare):
        return LEGAL_LEFT if side.sizes[at] == LETTER else TYPES_LEFT, "is often left out"
    is_told = own.is_told_by_name or len(own.places) == 1 and not other.places and not other.side.acronyms  # гора Црни Врх, Crni Vrh
    if side.place_types[at] and is_told and (not side.around[at] or other.is_adjective):
        return TYPES_LEFT, "says what sort of place it is"
    if side.light[at] or side.sizes[at] == LETTER and not other.has_letter:
        return TYPES_LEFT if side.types[at] else LEGAL_LEFT, "has no answer"
    return None


def _heavy(own: Rest, other: Rest, at: int) -> tuple[float, str]:
    """The least that a word without an answer weighs, or the most where something excuses it, and why: a forename of whom a thing is named
    after, the country where the name without it is in its language (Trybunał Konstytucyjny, Constitutional Tribunal of Poland). A word
    put between two others makes another name of it (State Medical University), as a second country or women and youth do."""
    side = own.side
    if side.forenames[at] and at + 1 not in own.places and own.is_beside_several:
        return TYPES_LEFT, "the forename of who it is named after"
    if side.countries[at] and side.countries[at] in other.side.homes:
        return TYPES_LEFT, "the other name is in the language of this country"
    inside = 0 < at < len(side.parts) - 1 and at - 1 not in own.places and at + 1 not in own.places
    second = side.countries[at] and any(country for place, country in enumerate(side.countries) if place not in own.places)
    return INSIDE_LEAST if inside or second or is_apart(side.parts[at].text) else LEFT_OVER_LEAST, "has no answer"
