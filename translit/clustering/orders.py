"""Names of two words whose order nothing tells (Russell Teresa): the rest of the file decides which is the family name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import compress

from .profiles import Profile, Profiles
from .relations import Relations
from .vocabulary import Word


def settle_orders(profiles: Profiles, texts: Sequence[str], known: Sequence[Word], relations: Relations) -> None:
    """Turn the open names round whose first word is oftener a family name in this file, or whose last is oftener a given
    name. Where the file tells nothing, all names of the same two words are taken in one and the same order."""
    family_class = relations.family_class
    as_family, as_given = Counter(), Counter()
    as_given.update(map(family_class, compress(profiles.given, profiles.is_whole)))
    as_family.update(map(family_class, compress(profiles.family, profiles.is_whole)))
    open_names: list[int] = []
    for at in profiles.others():
        profile = profiles[at]
        if len(profile.families) != 1:
            continue
        if profile.initials:
            as_family[family_class(profile.families[0])] += 1
        if len(profile.givens) == 1:
            as_given[family_class(profile.givens[0])] += 1
            as_family[family_class(profile.families[0])] += 1
            if _is_open(profile, texts[at], known):
                open_names.append(at)
    for at in open_names:
        given, family = family_class(profiles.given[at]), family_class(profiles.family[at])
        so = as_given[given] * as_family[family]
        other = as_given[family] * as_family[given]
        if other > so or other == so and given < family:
            profiles.turn_round(at)


def _is_open(profile: Profile, text: str, known: Sequence[Word]) -> bool:
    """Whether nothing in the name tells its order: no comma, patronymic or initial, no word in capitals beside one that is
    not, and both words can be given names, or neither."""
    if profile.patronymics or profile.initials or "," in text:
        return False
    given, family = (known[words[0]] for words in (profile.givens, profile.families))
    return bool(given.givens) == bool(family.givens) and len({word.isupper() for word in text.split()}) == 1
