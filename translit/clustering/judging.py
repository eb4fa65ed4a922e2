"""How surely a node is of a cluster: by the day of birth, or against everybody else of its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..scoring import match
from .classes import SECOND, SLIP
from .columns import countries_differ
from .frequencies import Frequencies
from .nodes import Nodes
from .profiles import Profile, compare
from .relations import HINT, LIKE, Relations, best_of

_RARE = 0.05  # people expected of one family name and day
# a person is expected to have half a record more, and half as many as are known
_MORE, _BEYOND = 0.5, 0.5
_UNSEEN = 0.2  # of the people in a file, those with no record that says more
_SIBLING = 0.05  # a brother or sister whose given name is alike
_CAUTION = 1.4  # namesakes are met so much oftener than independent shares of their names have it
# what a given name is worth beside family name and patronymic: alike by a slip, somewhat alike
_BY_SLIP, _BY_HINT = 0.5, 0.08


Said = tuple[float, float, float]  # how well family names, forenames and patronymics agree


@dataclass(slots=True)
class Core:
    """What a cluster stands for: the profile that led it, another that tells the patronymic, its fields, its first
    node, the number of its records."""

    profile: Profile
    fuller: Profile | None
    date: int
    country: frozenset[str]
    identifier: str
    first: int
    records: int
    second: bool


class Judge:
    """Weighs nodes against cores. ``expected`` counts the people of the file."""

    def __init__(self, nodes: Nodes, profiles: Sequence[Profile], texts: Sequence[str], relations: Relations):
        self._nodes, self._texts, self._relations = nodes, texts, relations
        self.expected = Frequencies(nodes, profiles, relations)

    def compare(self, profile: Profile, core: Core) -> Said:
        """How well a name agrees with a core: family name, forenames, patronymic."""
        family, given, patronymic = compare(self._relations, profile, core.profile)
        if core.fuller is not None and not patronymic:
            patronymic = compare(self._relations, profile, core.fuller)[2]
        return family, given, patronymic

    def fields_allow(self, at: int, core: Core) -> bool:
        """Whether identifier and country do not contradict."""
        identifier, country = self._nodes.identifiers[at], self._nodes.countries[at]
        if identifier and core.identifier and identifier != core.identifier:
            return False
        return not (country and core.country and countries_differ(country, core.country))

    def score_on_day(self, at: int, profile: Profile, core: Core, said: Said) -> float:
        """How surely two people born on one day are one, by what ``compare`` said of their names; 0 for not."""
        family, given, patronymic = said
        if family <= 0 or patronymic < 0:
            return 0.0
        told = _tells(profile) and _tells(core.profile)
        if given < 0:
            worth = 0.3 * family if self._may_be_one(profile, core, family, patronymic) else 0.0
        elif given > HINT:
            worth = (family + given) / 2
        elif patronymic > 0 or not told or given:
            expected = self.expected
            rare = patronymic > 0 or expected.roughly_of_family(profile) * expected.date_share(self._nodes.dates[at]) < _RARE
            worth = 0.4 * family if rare else 0.0
        else:
            worth = 0.0
        return 0.75 + 0.25 * worth if worth else 0.0

    def _may_be_one(self, profile: Profile, core: Core, family: float, patronymic: float) -> bool:
        """Whether two given names that the tables tell apart may be one here: of one father, and alike."""
        if family < SECOND or patronymic < SECOND or not profile.givens or not core.profile.givens:
            return False
        return best_of(self._relations.likeness, profile.givens, core.profile.givens) >= LIKE

    def weight(self, at: int, profile: Profile, core: Core, said: Said) -> float:
        """How many records like this the person of the core may be expected to have beside those known, by what ``compare`` said
        of their names, which do not contradict."""
        date = self._nodes.dates[at]
        family, given, patronymic = said
        weight = _BEYOND * (core.records + _MORE) * (family if family >= SECOND else SLIP / 2)
        if _tells(profile) and _tells(core.profile) and given < SECOND:
            if patronymic >= SECOND and family >= SECOND:
                weight *= _BY_HINT if given == HINT else _BY_SLIP if given else 0.0
            else:
                weight *= given
        if profile.patronymics and not core.profile.patronymics and core.fuller is None:
            weight *= self.expected.father_share(profile)
        elif 0 < patronymic < SECOND:
            weight *= patronymic
        country = self._nodes.countries[at]
        if country and core.country.isdisjoint(country):
            weight *= self.expected.country_share(country)
        return weight * self.expected.date_share(date) if date and not core.date else weight

    def unseen(self, at: int, profile: Profile, untold: int) -> float:
        """How many records of the node's name may be of people whom no cluster holds yet, or of one of ``untold`` clusters that
        show no patronymic."""
        if not self.expected.has_dates:
            return 0.0
        date = self._nodes.dates[at]
        found = self.expected.others(profile, date) * _UNSEEN
        if untold:
            found += untold * _BEYOND * (1 + _MORE) * self.expected.father_share(profile) * (self.expected.date_share(date) if date else 1.0)
        return found * self.expected.country_share(self._nodes.countries[at])

    def score(self, at: int, profile: Profile, core: Core, said: Said, weight: float, total: float, unseen: float) -> float:
        """How surely the node belongs to the likeliest candidate."""
        family, given, patronymic = said
        exact = family >= SECOND and given >= SECOND
        if self.expected.has_dates:
            alone = exact or given >= SECOND and patronymic >= SECOND
            sibling = 0.0 if alone else _SIBLING * self.expected.country_share(self._nodes.countries[at])
            return weight / (weight + _CAUTION * (total - weight + unseen) + sibling)
        # nothing but names: then a slip is believed where ``match`` believes it
        worth = 1.0 if exact and _tells(profile) else match(self._texts[self._nodes.names[at]], self._texts[self._nodes.names[core.first]]).score
        return worth * weight / total


def _tells(profile: Profile) -> bool:
    """Whether a name has a forename or an initial."""
    return bool(profile.givens or profile.initials)
