"""Names that no table knows, found by rule; all forms of one name in a text are one provisional entity."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from os.path import commonprefix

from ..detection import detect
from ..gazetteer import Candidate
from ..mentions import GIVEN, Organisations, Places, Stranger, Strangers, Surroundings, Thing, Words, stands_of
from ..names import bases
from ..scoring import Match, relate
from ..tables.entities import Entity
from ..text import fold
from .acronyms import find_acronyms
from .decide import Decision
from .provisional import Bearer, Forms, Name, Register, forms_of, read_person, read_thing, share

BARE_SCORE, AGAIN_SCORE = 0.7, 0.7
_LEAST_BARE = 3
_ADJECTIVE_ENDING, _LIKELY = 3, 0.25
_LEAST_LIKE, _SLIP_LIKENESS = 7, 0.83
_LEAST_STEM, _SHARE_OF_STEM = 5, 0.55


@dataclass(frozen=True, slots=True)
class Found:
    """A mention of a name no table knows; ``entity`` is None while several ``candidates`` stand."""

    start: int
    end: int
    kind: str
    entity: Entity | None
    score: float
    reason: str
    case: str | None
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class _Place:
    """A name in its place with whoever may be meant."""

    name: Name
    bearers: tuple[Bearer, ...]
    score: float
    reason: str


def find_unknown(words: Words, decisions: list[Decision], taken: Set[int] = frozenset()) -> list[Found]:
    """The people, places and organisations of the text outside the decided mentions and ``taken`` words, each with a
    provisional entity."""
    if words.lang == "und":
        words = Words(words.text, detect(words.text).lang, words.words)
    taken = {at for one in decisions for at in range(one.span.first, one.span.last + 1)} | taken
    towns = frozenset(one.span.first for one in decisions if one.span.first == one.span.last and one.span.roles == ("word",))
    search = _Search(Surroundings(words), taken, towns)
    search.run()
    return sorted((_told(words, one) for one in search.places), key=lambda one: one.start)


class _Search:
    """The unknown names of one text, as far as they are found: ``places``; ``taken`` are the words that have a meaning, and
    of those ``towns`` lone ones that an organisation may be named after."""

    def __init__(self, around: Surroundings, taken: set[int], towns: frozenset[int]):
        self.around, self.words, self.taken, self.towns = around, around.words, taken, towns
        self.register = Register(around.lang)
        self.places: list[_Place] = []

    def run(self) -> None:
        """Find what names itself, then what only repeats it, then what its preposition shows; all by one bearer a name."""
        strangers, places = Strangers(self.around, self.taken), Places(self.around, self.taken)
        self._take_things(Organisations(self.around, self.taken - self.towns, self.towns).find())
        self._take_people(strangers.named())
        self._take_again(surely=True)
        wide = Places(self.around, self.taken - self.towns, self.towns)
        wide.families.update(form for bearer in self.register.bearers if bearer.kind == "person" for name in bearer.names for forms in name.family for form in forms)
        self._take_things(wide.typed())
        self._take_again(surely=True)
        self._take_people(strangers.shown())
        self._take_again()
        before = len(self.places)
        self._take_things(places.agreeing())
        self._take_things(places.prepositional())
        if len(self.places) > before:
            self._take_again()
        self._take_acronyms()
        self.register.close()

    def _take_people(self, people: Iterator[Stranger]) -> None:
        """Take in people, those named in full first: a surname alone may be one of theirs."""
        found = list(people)
        for person in found:
            self.taken.update(range(person.first, person.last + 1))
        names = [(person, read_person(self.around, person.first, person.last, person.roles)) for person in found]
        for person, name in sorted(names, key=lambda both: not both[1].given and not both[1].initials):
            bearers = () if name.given or name.initials else self._bearers_of(name, "person")
            self._take(name, bearers or (self.register.add(name, "person"),), person.score, person.reason)

    def _take_things(self, things: Iterator[Thing]) -> None:
        """Take in things; of the words that are names already only those that a longer name takes in."""
        for thing in list(things):
            places = frozenset(range(thing.first, thing.last + 1))
            if self.taken.isdisjoint(places - self.towns) and not places <= self.towns:
                name = read_thing(self.around, thing.first, thing.last)
                self._take(name, (self.register.add(name, thing.kind),), thing.score, thing.reason)

    def _take(self, name: Name, bearers: tuple[Bearer, ...], score: float, reason: str) -> None:
        self.taken.update(range(name.first, name.last + 1))
        self.places.append(_Place(name, bearers, score, reason))

    def _take_acronyms(self) -> None:
        named = [(name.first, name.last, bearer) for bearer in self.register.bearers if bearer.kind != "person" for name in bearer.names]
        for at, bearer in list(find_acronyms(self.words, named, self.taken)):
            self._take(read_thing(self.around, at, at), (bearer,), AGAIN_SCORE, "acronym of a name in this text")

    # ------------------------------------------------------------------ names that repeat

    def _take_again(self, surely: bool = False) -> None:
        """Surnames alone of people named in full, and things named again; ``surely`` where no other word may be a given
        name beside it."""
        firsts: dict[str, list[Bearer]] = {}
        for bearer in self.register.bearers:
            ends = (0, -1) if bearer.kind == "person" else (0,)  # Peter Aldous Marlow: Marlow
            for form in {form for name in bearer.names if name.family for end in ends for form in name.family[end]}:
                firsts.setdefault(form, []).append(bearer)
        by_start: dict[str, list[Bearer]] = {}
        for bearer in self.register.bearers:
            for name in bearer.names if bearer.kind != "person" and len(bearer.names[0].family) > 1 else ():
                by_start.setdefault(self.around.low(name.first)[:_LEAST_BARE], []).append(bearer)
        for at, word in enumerate(self.words.words):
            if at in self.taken or not word.capital or self.around.is_embedded(at) or self._is_behind_hyphen(at):
                continue
            here = [bearer for form in forms_of(word.surface, self.words.lang) for bearer in firsts.get(form, ())]
            if not here:
                here = by_start.get(self.around.low(at)[:_LEAST_BARE], [])
            if not here and not surely and len(word.surface) >= _LEAST_LIKE:
                here = self._alike(at)
            if here and not (surely and self._may_follow_given(at, firsts)):
                self._again_at(at, list({id(one): one for one in here}.values()), surely)

    def _alike(self, at: int) -> list[Bearer]:
        """Whose surname word ``at`` is near: by its beginning, where cases change the end of a stem, or by a slip."""
        low = fold(self.words.words[at].surface).lower()
        people = self.register.beginning_like(low)
        if "changing-stems" in self.around.habits:
            near = [one for one in people if any(_begins_alike(low, base) for base in one.family_bases)]
            if near:
                return near
        return [one for one in people if any(_is_slip(low, base) for base in one.family_bases)] if self.around.could_be_name(at) else []

    def _may_follow_given(self, at: int, firsts: dict[str, list[Bearer]]) -> bool:
        """Whether the word before may be a given name that no table has."""
        before = at - 1
        if not self.words.joined(at) or before in self.taken or not self.around.could_be_name(before):
            return False
        return not any(form in firsts for form in forms_of(self.words.words[before].surface, self.words.lang))

    def _is_behind_hyphen(self, at: int) -> bool:
        return self.words.hyphened(at) and at - 1 not in self.taken and self.words.words[at - 1].capital

    def _again_at(self, at: int, bearers: list[Bearer], surely: bool) -> None:
        things = [one for one in bearers if one.kind != "person"]
        people = [one for one in bearers if one.kind == "person"]
        if self._follows_given(at):
            things = []
        for bearer in sorted(things, key=lambda one: -max(len(name.family) for name in one.names)):
            size = self._size_here(at, bearer)
            if size and not (people and not self._is_placed(at)) and self._may_repeat(at, bearer):
                name = read_thing(self.around, at, at + size - 1)
                self.register.note(name, bearer)
                self._take(name, (bearer,), AGAIN_SCORE, "again a name above")
                return
        if people and self._can_be_bare(at):
            last = at + max(self._size_here(at, bearer) for bearer in people) - 1
            last = max(at, last)
            while last + 1 < len(self.words.words) and self.words.hyphened(last + 1) and self.words.words[last + 1].capital and last + 1 not in self.taken:
                last += 1
            name = read_person(self.around, at, last, ("family",) * (last - at + 1))
            bearers = self._bearers_of(name, "person") or tuple(people)
            if surely and not any(self._may_inflect(name, one) and any(other.first < at for other in one.names) for one in bearers):
                return  # whoever is named later may not be the only one
            if bearers:
                first = self._with_particles(at, bearers)
                roles = ("particle",) * (at - first) + name.roles
                if len(bearers) == 1 and self._is_given_of(first - 1, bearers[0]):
                    first, roles = first - 1, ("given", *roles)
                if first < at:
                    name = read_person(self.around, first, last, roles)
                self._take(name, bearers, BARE_SCORE, "bare surname of a name in this text")

    def _follows_given(self, at: int) -> bool:
        """Whether a given name or an initial stands before word ``at``, which then is a surname."""
        if self.words.after_initial(at):
            return True
        return self.words.joined(at) and at - 1 not in self.taken and self.words.words[at - 1].capital and self.around.given(at - 1) == GIVEN

    def _size_here(self, at: int, bearer: Bearer) -> int:
        """How many words from ``at`` on say a thing's name again; 0 when they do not."""
        for name in bearer.names:
            size = len(name.family)
            places = range(at, at + size)
            if places.stop > len(self.words.words) or not self.taken.isdisjoint(places):
                continue
            if any(not self.around.is_joined(place) for place in places[1:]):
                continue
            if all(self._says(place, name, number) for number, place in enumerate(places)):
                return size
        return 0

    def _says(self, at: int, name: Name, number: int) -> bool:
        """Whether word ``at`` is a form of a name's word: it shares a base, or one of several has its stem."""
        forms = forms_of(self.words.words[at].surface, self.words.lang)
        if not forms.isdisjoint(name.family[number]):
            return True
        if len(name.family) == 1:
            return False
        other, low = self.around.low(name.first + number), self.around.low(at)
        stem = len(commonprefix((other, low)))
        return stem >= _LEAST_BARE and max(len(other), len(low)) - stem <= _ADJECTIVE_ENDING

    def _may_repeat(self, at: int, bearer: Bearer) -> bool:
        """Whether a lone word at a sentence's start, or known in small letters, may be a thing's name."""
        word = self.words.words[at]
        if len(bearer.names[0].family) > 1:
            return True
        return not (self.words.has(word.surface.lower()) or word.starts_sentence and bearer.kind == "organisation" and not self._is_quoted(at))

    def _is_quoted(self, at: int) -> bool:
        return self.around.quoted_from(at) is not None

    def _is_placed(self, at: int) -> bool:
        """Whether what stands before word ``at`` speaks of a place."""
        return self.around.role_word(at - 1, "place") or self.around.role_word(at - 1, "prepositions")

    def _can_be_bare(self, at: int) -> bool:
        word = self.words.words[at]
        if len(word.surface) < _LEAST_BARE and not self._is_double(at) or self.around.is_title(at) and not self.around.is_surname_like(at):
            return False
        if word.starts_sentence and self.words.has(word.surface.lower()) and not self.around.says_beside(at, at):
            return False
        if self.around.role_word(at - 1, "place") and self.words.joined(at):
            return False
        if self.words.joined(at) and at - 1 not in self.taken and self.words.words[at - 1].capital:
            return self.around.given(at - 1) < GIVEN
        return True

    def _is_double(self, at: int) -> bool:
        """Whether word ``at`` begins a surname of two words of this text (Lo Presti)."""
        name = read_person(self.around, at, at, ("family",))
        return any(self._size_here(at, one) > 1 for one in self.register.sharing(name, "person"))

    def _with_particles(self, at: int, bearers: tuple[Bearer, ...]) -> int:
        """The first word of a surname's particles before word ``at``: van der Plaats."""
        if not any("particle" in name.roles for bearer in bearers for name in bearer.names):
            return at
        while at > 0 and self.words.joined(at) and at - 1 not in self.taken and self.around.is_particle_here(at - 1):
            at -= 1
            if self.words.words[at].capital:
                break
        return at

    def _is_given_of(self, at: int, bearer: Bearer) -> bool:
        """Whether word ``at`` is a given name of ``bearer``, who is named in full once more."""
        if at < 0 or at in self.taken or not self.words.joined(at + 1) or not self.words.words[at].capital:
            return False
        forms = forms_of(self.words.words[at].surface, self.words.lang)
        return any(not forms.isdisjoint(given) for name in bearer.names for given in name.given)

    def _bearers_of(self, name: Name, kind: str) -> tuple[Bearer, ...]:
        """Whom a surname alone may mean: those whose base form it has, of the gender its title tells, named before it."""
        able = [one for one in self.register.sharing(name, kind) if any(share(name.family, other.family) for other in one.names)]
        if not able:
            return ()
        exact = [one for one in able if _has_base(name.family, one)]
        able = exact or able
        able = [one for one in able if self._may_inflect(name, one)] or able
        gender = self.around.title_gender(name.first - 1)
        able = [one for one in able if gender and one.gender == gender] or [one for one in able if not gender or one.gender is None] or able
        if len(able) > 1:
            plain = fold(name.text).lower()
            able = [one for one in able if plain in one.family_bases] or self._likeliest(name, able)
        if len(able) > 1:
            able = [one for one in able if min(other.first for other in one.names) < name.first] or able
        return tuple(able)


    def _likeliest(self, name: Name, bearers: list[Bearer]) -> list[Bearer]:
        """Those whose surname the word is a likely form of: Krchové is Krchová's rather than the Krchs."""
        scores = {fold(one.base).lower(): one.score for one in bases(self.words.words[name.last].surface, self.words.lang)}
        shares = [max((scores.get(base.split("-")[-1], 0.0) for base in one.family_bases), default=0.0) for one in bearers]
        return [one for one, own in zip(bearers, shares, strict=True) if own >= _LIKELY * max(shares)]

    def _may_inflect(self, name: Name, bearer: Bearer) -> bool:
        """Whether a surname in some case can be of the bearer's gender: Грузда is no woman's Грузд."""
        if bearer.gender is None:
            return True
        stands = [
            stand for stand in stands_of(self.words.words[name.last].surface, self.words.lang)
            if fold(stand.form).lower() in {base.split("-")[-1] for base in bearer.family_bases}
        ]  # fmt: skip
        return not stands or any(stand.case is None or stand.gender in (None, bearer.gender) for stand in stands)


def _begins_alike(word: str, base: str) -> bool:
    shared = len(commonprefix((word, base)))
    return shared >= _LEAST_STEM and shared >= _SHARE_OF_STEM * max(len(word), len(base))


def _is_slip(word: str, base: str) -> bool:
    if min(len(word), len(base)) < _LEAST_LIKE or word[0] != base[0]:
        return False
    relation = relate(word, base)
    return relation.kind == "typo" and relation.likeness >= _SLIP_LIKENESS


def _has_base(family: Forms, bearer: Bearer) -> bool:
    return any(base.split("-")[0] in family[0] or base.split("-")[-1] in family[0] or base in family[0] for base in bearer.family_bases)


def _told(words: Words, place: _Place) -> Found:
    start = words.words[place.name.first].token.start
    end = words.words[place.name.last].token.end
    if place.name.roles[-1] == "initial" and words.text[end : end + 1] == ".":
        end += 1
    kind = place.bearers[0].kind
    entities = [bearer.entity for bearer in place.bearers]
    if len(entities) == 1:
        return Found(start, end, kind, entities[0], place.score, place.reason, place.name.case)
    surface = words.text[start:end]
    candidates = tuple(
        Candidate(entity, place.score, Match(surface, entity.names[entity.native][0], kind, place.score, ())) for entity in entities
    )
    return Found(start, end, kind, None, place.score, "bare surname of several names in this text", place.name.case, candidates)
