"""People that no table knows: runs of capitalised words that given names, initials, titles or the text show to be people."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass

from ..names import patronymic_of
from .runs import LEAST_BARE, Runs, Unit
from .shown import Evidence
from .surroundings import Surroundings
from .words import stands_of

_SHOWN = "two words that the text shows to be a name no table knows"
GIVEN_SCORE, INITIAL_SCORE, PAIR_SCORE, BARE_SCORE = 0.8, 0.75, 0.65, 0.6


@dataclass(frozen=True, slots=True)
class Stranger:
    """Words ``first`` to ``last`` as a person's name, the role of each, how sure it is (0 to 1), and why."""

    first: int
    last: int
    roles: tuple[str, ...]
    score: float
    reason: str


class Strangers:
    """Finds people in one text."""

    def __init__(self, around: Surroundings, taken: Set[int]):
        self.around, self.words = around, around.words
        self.runs = Runs(around, taken)
        self.evidence = Evidence(around, self.runs)
        habits = around.habits
        self._surname_first = "surname-first" in habits
        self._either_order = self._surname_first or "either-order" in habits
        self._two_surnames = "two-surnames" in habits
        self._one_capital = "one-capital" in habits

    def named(self) -> Iterator[Stranger]:
        """People in text order whom a given name or initials show."""
        return self._find(self._named_at)

    def shown(self) -> Iterator[Stranger]:
        """People whom only the text shows: by title, form of address, verb of speech, a surname that comes again."""
        return self._find(self._shown_at)

    def _find(self, found_at: Callable[[list[Unit]], Stranger | None]) -> Iterator[Stranger]:
        at = 0
        while at < len(self.words.words):
            found = self._at(at, found_at)
            if found is None:
                at += 1
            else:
                yield found
                at = found.last + 1

    def _at(self, at: int, found_at: Callable[[list[Unit]], Stranger | None]) -> Stranger | None:
        if not self.runs.fits(at) or (at > 0 and self.words.hyphened(at) and self.runs.fits(at - 1)):
            return None
        units = self.runs.units(at)
        found = found_at(units) if units else None
        if found is None:
            return None
        if self.around.is_headline(found.first) or self.around.is_headline(found.last):
            return None
        return found

    # ------------------------------------------------------------------ full names

    def _named_at(self, units: list[Unit]) -> Stranger | None:
        """The name that begins with the first unit, when two or more units are one."""
        roles = [unit.role for unit in units]
        if roles[0] == "initial":
            return self._with_initials(units, roles)
        if roles[0] == "particle" or self._is_place(units[0]):
            return None
        if roles[0] in ("other", "maybe", "patronymic") or self._surname_first:
            found = self._family_first(units, roles)
            if found is not None:
                return found
        if roles[0] == "given":
            return self._given_first(units, roles, GIVEN_SCORE, "a name no table knows")
        if len(roles) > 1 and roles[:2] in (["other", "initial"], ["maybe", "initial"]):
            return self._initials_behind(units, roles)
        return None

    def _is_place(self, unit: Unit) -> bool:
        """Whether a type word of places stands before a word that is a given name by its sound at most."""
        at = unit.first
        return self.words.joined(at) and self.around.role_word(at - 1, "place") and not self.around.surely_given(at)

    def _with_initials(self, units: list[Unit], roles: list[str]) -> Stranger | None:
        at = next((place for place, role in enumerate(roles) if role != "initial"), None)
        if at is None:
            return None
        end = at
        while roles[end] == "particle":
            end += 1
        if self.words.words[units[end].first].all_capital and not self.words.words[units[end].first].surface.isalpha():
            return None
        if roles[at] == "given" and end + 1 < len(units) and roles[end + 1] in ("other", "maybe") and self._two_surnames:
            end += 1
        return self._stranger(units[: end + 1], ["initial"] * at, "family", INITIAL_SCORE, "a name no table knows, with initials")

    def _initials_behind(self, units: list[Unit], roles: list[str]) -> Stranger | None:
        """Surname before initials: Дзівінец А. Р."""
        if not self._two_surnames and roles[0] == "other" and self.words.words[units[0].first].starts_sentence:
            return None  # Курьер Т. Малоземов
        end = 1
        while end + 1 < len(units) and roles[end + 1] == "initial":
            end += 1
        after = units[end].last + 1
        leads_on = end + 1 < len(units) or (after < len(self.words.words) and self.words.after_initial(after) and self.words.words[after].capital
                                            and not self.words.words[after].starts_sentence)  # fmt: skip
        if leads_on and not (self.around.is_surname_like(units[0].first) and self._either_order and end + 1 == len(units)):
            if end == 1 and end + 1 < len(units) and roles[end + 1] in ("other", "maybe", "given"):  # Thaddeus B. Orlebar
                chosen = units[:3]
                return self._stranger(chosen, ["given", "initial"], "family", INITIAL_SCORE, "a name no table knows, with an initial")
            return None
        roles_of = ("family",) * (units[0].last - units[0].first + 1) + ("initial",) * end
        return Stranger(units[0].first, units[end].last, roles_of, INITIAL_SCORE, "a name no table knows, with initials")

    def _family_first(self, units: list[Unit], roles: list[str]) -> Stranger | None:
        """Каржыцкі Дзяніс Леанідавіч, Galambos Zsófia."""
        if not self._either_order or len(units) < 2 or roles[1] not in ("given", "maybe"):
            return None
        official = len(units) > 2 and roles[2] == "patronymic"
        if official:
            end = 2
        elif self._surname_first:
            if roles[0] == "given" and roles[1] != "given":
                return None
            end = 2 if len(units) > 2 and roles[2] == "given" else 1
            if roles[1] == "maybe" and not self.evidence.is_name(units, roles):
                return None
        else:
            end = 1
            if roles[1] != "given" or len(units) > 2 or not self.around.is_surname_like(units[0].first):
                return None
        chosen = units[: end + 1]
        if self.words.words[units[0].first].starts_sentence and not official and not self._surname_first:
            if not self.around.is_surname_like(units[0].first):
                return None
        words = [("family" if number == 0 else "given" if number == 1 or self._surname_first else "patronymic") for number in range(end + 1)]
        roles_of = tuple(role for unit, role in zip(chosen, words, strict=True) for _ in range(unit.first, unit.last + 1))
        return Stranger(chosen[0].first, chosen[-1].last, roles_of, GIVEN_SCORE, "a name no table knows")

    def _given_first(self, units: list[Unit], roles: list[str], score: float, reason: str) -> Stranger | None:
        """Given names, patronymic, initials, particles, family name."""
        end = 1
        said = ["given"]
        while end + 1 < len(units) and roles[end] in ("given", "maybe", "patronymic", "initial") and self._goes_on(units, roles, end):
            said.append("given" if roles[end] == "maybe" else roles[end])
            end += 1
        while end < len(units) and roles[end] == "particle":
            said.append("particle")
            end += 1
        if end >= len(units) or end == 1 and self._is_phrase(units):
            return None
        if roles[end] == "patronymic" and end == len(units) - 1 and said == ["given"] and self._is_plain_patronymic(units[end]):
            roles_of = self._spread(units[: end + 1], ["given", "patronymic"])
            return Stranger(units[0].first, units[end].last, roles_of, score, reason)
        if roles[end] == "initial":
            return None
        if (
            self._two_surnames
            and end + 1 < len(units)
            and (roles[end + 1] in ("other", "maybe") or roles[end + 1] == "given" and end + 2 == len(units))
            and not self.around.is_title_line(units[end].first)
        ):
            end += 1
            said.append("family")
        elif self._two_surnames and end + 2 < len(units) and roles[end + 1] == "particle" and roles[end + 2] == "other":
            said += ["family", "particle"]
            end += 2
        return self._stranger(units[: end + 1], said, "family", score, reason)

    def _is_phrase(self, units: list[Unit]) -> bool:
        """Whether a word that only sounds like a given name stands before an adjective that is no surname."""
        first, second = units[0].first, units[1].first
        if "genitives" not in self.around.habits or self.around.surely_given(first):
            return False
        return self.around.is_adjective(second) and not self.around.is_surname_like(second)

    def _goes_on(self, units: list[Unit], roles: list[str], end: int) -> bool:
        """Whether the unit at ``end`` is a middle name: another unit that can be the surname follows."""
        following = roles[end + 1]
        if following == "particle":
            return True
        if roles[end] in ("patronymic", "initial"):
            return following != "initial" or roles[end] == "initial"
        if roles[end] == "maybe":
            return following in ("other", "maybe") and self._two_surnames
        if following == "given" and end + 2 < len(units) and roles[end + 2] in ("other", "maybe") and self._one_capital:
            return False  # Кита Сергей Тихановский: two people side by side
        return following in ("other", "maybe", "patronymic", "given")

    def _is_plain_patronymic(self, unit: Unit) -> bool:
        """Whether a word is a patronymic and no surname: a woman's."""
        stands = stands_of(self.words.words[unit.first].surface, self.around.lang)
        found = [match for stand in stands if (match := patronymic_of(stand.form)) is not None]
        return bool(found) and all(match.gender == "f" for match in found)

    # ------------------------------------------------------------------ names that the text shows

    def _shown_at(self, units: list[Unit]) -> Stranger | None:
        roles = [unit.role for unit in units]
        leads = not self._two_surnames or len(units) > 2 and self.evidence.recurs(units[2])
        if len(units) > 2 and leads and roles[0] == roles[2] == "other" and roles[1] in ("other", "maybe") and self.words.words[units[0].first].starts_sentence:
            return None  # Mašinovođa Radosav Kuzmanoski: what he is, and his name
        if len(roles) > 1 and roles[0] in ("maybe", "other") and roles[1] not in ("initial", "given") and self.evidence.is_name(units, roles):
            if self._surname_first and "particle" not in roles[:2]:
                said = self._spread(units[:2], ["family", "given"])
                return Stranger(units[0].first, units[1].last, said, PAIR_SCORE, _SHOWN)
            return self._given_first(units, roles, PAIR_SCORE, _SHOWN)
        return self._titled(units)

    def _titled(self, units: list[Unit]) -> Stranger | None:
        """A surname alone, with a title or a form of address before it or behind it."""
        at = units[0].first
        if not units or self.around.nouns_are_capital and len(units) > 1 and not self.around.is_address(at - 1):
            return None
        at_family = next((number for number, unit in enumerate(units) if unit.role != "particle"), None)
        if at_family is None or units[at_family].role in ("initial", "patronymic"):
            return None
        chosen = units[: at_family + 1]
        family = units[at_family]
        last = family.last
        word = self.words.words[family.first]
        if word.all_capital or len(word.surface) < LEAST_BARE or self.around.is_title_line(family.first):
            return None
        before = self.around.title_before(chosen[0].first)
        addressed = (before is not None and self.around.is_address(before)) or (
            self.words.joined(last + 1) and self.around.is_address(last + 1)
            if last + 1 < len(self.words.words) and not self.words.words[last + 1].capital
            else False
        )
        if addressed:
            if family.role == "given" and not self.around.is_surname_like(family.first):
                return None
            return self._stranger(chosen, [], "family", BARE_SCORE, "a surname with a form of address")
        if before is None and len(units) == 1 and family.role == "other" and self.evidence.is_apposed(family):
            return self._stranger(chosen, [], "family", BARE_SCORE, "a surname beside what its bearer is or says")
        if before is None or family.role == "given":
            return None
        if len(units) > at_family + 1 and not self._either_order:
            return None
        if self.around.role_word(last + 1, "after") or self.around.company_after(last):
            return None
        if not self.evidence.is_titled_surname(family):
            return None
        return self._stranger(chosen, [], "family", BARE_SCORE, "a surname with a title")

    # ------------------------------------------------------------------ values

    def _stranger(self, units: list[Unit], leading: list[str], rest: str, score: float, reason: str) -> Stranger:
        said = [
            "particle" if unit.role == "particle" else leading[number] if number < len(leading) else rest
            for number, unit in enumerate(units)
        ]
        return Stranger(units[0].first, units[-1].last, self._spread(units, said), score, reason)

    def _spread(self, units: list[Unit], said: list[str]) -> tuple[str, ...]:
        return tuple(role for unit, role in zip(units, said, strict=True) for _ in range(unit.first, unit.last + 1))
