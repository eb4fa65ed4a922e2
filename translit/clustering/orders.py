"""Names of two words whose order nothing tells (Russell Teresa): the rest of the file decides which is the family name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from .profiles import Profile
from .relations import Relations
from .vocabulary import Word


def settle_orders(profiles: Sequence[Profile], texts: Sequence[str], known: Sequence[Word], relations: Relations) -> None:
    """Turn the open names round whose first word is oftener a family name in this file, or whose last is oftener a given
    name. Where the file tells nothing, all names of the same two words are taken in one and the same order."""
    pairs = [_pair(profile, relations) for profile in profiles]
    met = Counter(pair for pair in pairs if pair)
    as_family, as_given = Counter(), Counter()
    for (given, family), times in met.items():
        as_given[given] += times
        as_family[family] += times
    as_family.update(relations.family_class(one.families[0]) for one in profiles if one.initials and len(one.families) == 1)
    for profile, text, pair in zip(profiles, texts, pairs, strict=True):
        if pair and _is_open(profile, text, known):
            given, family = pair
            so = as_given[given] * as_family[family]
            other = as_given[family] * as_family[given]
            if other > so or other == so and given < family:
                profile.givens, profile.families = profile.families, profile.givens


def _pair(profile: Profile, relations: Relations) -> tuple[int, int] | None:
    """The classes of the given and of the family name, where a name has one of each."""
    if len(profile.givens) != 1 or len(profile.families) != 1:
        return None
    return relations.family_class(profile.givens[0]), relations.family_class(profile.families[0])


def _is_open(profile: Profile, text: str, known: Sequence[Word]) -> bool:
    """Whether nothing in the name tells its order: no comma, patronymic or initial, no word in capitals beside one that is
    not, and both words can be given names, or neither."""
    if profile.patronymics or profile.initials or "," in text:
        return False
    given, family = (known[words[0]] for words in (profile.givens, profile.families))
    return bool(given.givens) == bool(family.givens) and len({word.isupper() for word in text.split()}) == 1
