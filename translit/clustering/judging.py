"""How surely a node is of a cluster: by the day of birth, or against everybody else of its name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from ..scoring import match
from .classes import EXACT, SECOND, SLIP
from .columns import countries_differ
from .comparing import Said, comparer
from .cores import Cores
from .dates import dates_agree
from .frequencies import Frequencies
from .nodes import Nodes
from .profiles import Profiles
from .relations import HINT, LIKE, Relations, best_of

_RARE = 0.05  # people expected of one family name and day
# a person is expected to have half a record more, and half as many as are known
_MORE, _BEYOND = 0.5, 0.5
_UNSEEN = 0.2  # of the people in a file, those with no record that says more
_SIBLING = 0.05  # a brother or sister whose given name is alike
_CAUTION = 1.4  # namesakes are met so much oftener than independent shares of their names have it
# what a given name is worth beside family name and patronymic: alike by a slip, somewhat alike
_BY_SLIP, _BY_HINT = 0.5, 0.08


class Judge:
    """Weighs nodes against clusters. ``compare`` says how well a name agrees with a cluster: family name, forenames, patronymic;
    ``expected`` counts the people of the file."""

    def __init__(self, nodes: Nodes, profiles: Profiles, texts: Sequence[str], relations: Relations, cores: Cores):
        self._nodes, self._profiles, self._texts, self._relations, self._cores = nodes, profiles, texts, relations, cores
        self._links = any(nodes.seconds)
        self.compare: Callable[[int, int], Said] = comparer(profiles, relations, cores.names, cores.fullers)
        self.expected = Frequencies(nodes, profiles, relations)

    def allowed(self, at: int, numbers: Iterable[int]) -> Iterable[int]:
        """Those of some clusters that identifier and country do not contradict."""
        country, identifier = self._nodes.countries[at], self._nodes.identifiers[at]
        if country and numbers:
            others = self._cores.countries
            numbers = [one for one in numbers if others[one] is country or not others[one] or not countries_differ(country, others[one])]
        if identifier:
            others = self._cores.identifiers
            numbers = [one for one in numbers if others.get(one, identifier) == identifier]
        return numbers

    def same_identifier(self, at: int) -> tuple[int, Said] | None:
        """The cluster with the identifier of a node, where name or birth date agree too, and how well the names do."""
        nodes, cores = self._nodes, self._cores
        number = cores.by_identifier.get(nodes.identifiers[at])
        if number is None or self._links and nodes.seconds[number] == nodes.seconds[at]:
            return None
        said, date, own = self.compare(nodes.names[at], number), nodes.dates[at], cores.dates[number]
        return (number, said) if said[0] > 0 or said[1] > 0 or date and own and dates_agree(date, own) else None

    def score_on_day(self, at: int, number: int, said: Said) -> float:
        """How surely two people born on one day are one, by what ``compare`` said of their names; 0 for not."""
        family, given, patronymic = said
        if family <= 0 or patronymic < 0:
            return 0.0
        if given > HINT:
            return 0.75 + 0.125 * (family + given)
        name, other = self._nodes.names[at], self._cores.names[number]
        if given < 0:
            worth = 0.3 * family if self._may_be_one(name, other, family, patronymic) else 0.0
        elif patronymic > 0 or given or not (self._tells(name) and self._tells(other)):
            expected = self.expected
            rare = patronymic > 0 or expected.roughly_of_family(name) * expected.date_share(self._nodes.dates[at]) < _RARE
            worth = 0.4 * family if rare else 0.0
        else:
            worth = 0.0
        return 0.75 + 0.25 * worth if worth else 0.0

    def _may_be_one(self, name: int, other: int, family: float, patronymic: float) -> bool:
        """Whether two given names that the tables tell apart may be one here: of one father, and alike."""
        if family < SECOND or patronymic < SECOND:
            return False
        return best_of(self._relations.likeness, self._profiles[name].givens, self._profiles[other].givens) >= LIKE

    def weight(self, at: int, number: int, said: Said) -> float:
        """How many records like this the person of the cluster may be expected to have beside those known, by what ``compare`` said
        of their names, which do not contradict."""
        nodes, cores = self._nodes, self._cores
        family, given, patronymic = said
        weight = _BEYOND * (cores.records[number] + _MORE) * (family if family >= SECOND else SLIP / 2)
        if given < SECOND and self._tells(nodes.names[at]) and self._tells(nodes.names[number]):
            if patronymic >= SECOND and family >= SECOND:
                weight *= _BY_HINT if given == HINT else _BY_SLIP if given else 0.0
            else:
                weight *= given
        if patronymic != EXACT:
            patronymics, name = self._profiles.patronymic, nodes.names[at]
            if patronymics[nodes.names[number]] < 0 <= patronymics[name] and number not in cores.fullers:
                weight *= self.expected.father_share(name)
            elif 0 < patronymic < SECOND:
                weight *= patronymic
        country, date = nodes.countries[at], nodes.dates[at]
        if country and cores.countries[number].isdisjoint(country):
            weight *= self.expected.country_share(country)
        return weight * self.expected.date_share(date) if date and not cores.dates[number] else weight

    def unseen(self, at: int, untold: int) -> float:
        """How many records of the node's name may be of people whom no cluster holds yet, or of one of ``untold`` clusters that
        show no patronymic."""
        expected, name, date = self.expected, self._nodes.names[at], self._nodes.dates[at]
        if not expected.has_dates:
            return 0.0
        found = expected.others(name, date) * _UNSEEN
        if untold:
            found += untold * _BEYOND * (1 + _MORE) * expected.father_share(name) * (expected.date_share(date) if date else 1.0)
        country = self._nodes.countries[at]
        return found * expected.country_share(country) if country else found

    def score(self, at: int, number: int, said: Said, weight: float, total: float, unseen: float) -> float:
        """How surely the node belongs to the likeliest candidate."""
        family, given, patronymic = said
        exact = family >= SECOND and given >= SECOND
        if self.expected.has_dates:
            alone = exact or given >= SECOND and patronymic >= SECOND
            sibling = 0.0 if alone else _SIBLING * self.expected.country_share(self._nodes.countries[at])
            return weight / (weight + _CAUTION * (total - weight + unseen) + sibling)
        # nothing but names: then a slip is believed where ``match`` believes it
        name = self._nodes.names[at]
        worth = 1.0 if exact and self._tells(name) else match(self._texts[name], self._texts[self._cores.names[number]]).score
        return worth * weight / total

    def _tells(self, name: int) -> bool:
        """Whether a name has a forename or an initial."""
        return self._profiles.given[name] >= 0 or bool(self._profiles[name].initials)
