"""What evidence weighs, in log-odds. The numbers were set and checked by ``benchmarks/fit_matching.py``."""

from __future__ import annotations

# people: a part that agrees is worth its role's weight, times its rarity, times the worth of its tie
PART = {"family": 5.4, "given": 3.2, "crossed": 3.4, "patronymic": 1.7}
# a part against its like is worth this much, times the (negative) worth of the nearest tie; where another of its role agrees, by
# whether it stands before that (López García, Pérez García) or after
CONFLICT = {"family": 7.0, "given": 6.4, "crossed": 5.5, "patronymic": 5.0, "second": 4.6, "before": 5.6, "uneven": 2.5}
RARITY = {"very common": 0.92, "common": 1.0, "rare": 1.1}
COMMON_SURNAME, GIVEN_AS_SURNAME, UNKNOWN_GIVEN = 0.92, 0.85, 1.1
# the strongest agreements count in full, further ones less: many shared parts do not outvote one contradiction
SHARES = (1.0, 1.0, 0.6, 0.4, 0.25)
# ... and beside a part that contradicts all of them together no more than a family and a given name
BESIDE_CONFLICT = 8.6
INITIAL_AGREES, LATER_INITIAL, INITIAL_DIFFERS = 1.2, 0.4, -5.0
GENDERS_DIFFER, NAMES_TURNED, ORDER, SUFFIXES_DIFFER, SUFFIX_MISSING, SUFFIXES_AGREE = -4.0, -4.0, -0.2, -14.0, -0.3, 1.0
MISSING = {"given": -0.3, "family": -0.5, "patronymic": 0.0}
COVERED = 1.0
NOTHING_SHARED = -5.0

# names of words
TOTAL = 9.0
LEFT_OVER, LEFT_OVER_LEAST, INSIDE_LEAST, TYPES_LEFT, KIND_LEFT, LEGAL_LEFT, WORDS_DIFFER = 2.0, -2.6, -3.2, -0.8, -0.4, -0.2, -3.5
PLACES_TURNED = -7.0

# a part both names have, where the rests of them say more without it
SHARED, REST_IDENTICAL = 0.1, 9.0
