"""Birth dates as numbers: year, month and day, with 0 for what is not said, and whether two of them agree."""

from __future__ import annotations

import re
from functools import lru_cache

_FORMS = (
    re.compile(r"(?P<y>\d{4})(?:-(?P<m>\d{1,2})(?:-(?P<d>\d{1,2}))?)?(?:[T ]\d{2}:\d{2}\S*)?\Z"),
    re.compile(r"(?:(?:(?P<d>\d{1,2})\.)?(?P<m>\d{1,2})\.)?(?P<y>\d{4})\Z"),
    re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})\Z"),
)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
READABLE = "1954, 1954-08, 1954-08-30 or 30.08.1954"


@lru_cache(65536)
def read_date(text: str) -> int | None:
    """A date as the number ``yyyymmdd``, its unknown parts 0; None where it cannot be read.

    >>> read_date("1954-08-30"), read_date("30.08.1954"), read_date("1954-08"), read_date("1954")
    (19540830, 19540830, 19540800, 19540000)
    >>> read_date("1954-08-30T00:00:00Z"), read_date("08/09/1954"), read_date("1954-13")
    (19540830, None, None)

    Day and month in slashes stand in two orders (08/09/1954), so they are not guessed at.
    """
    for form in _FORMS:
        found = form.match(text)
        if found:
            year, month, day = (int(found.group(part) or 0) for part in "ymd")
            if year and month <= 12 and (not day or month and day <= _DAYS[month - 1]):
                return year * 10000 + month * 100 + day
    return None


def dates_agree(one: int, other: int) -> bool:
    """Whether two dates are one day at the coarser precision of the two; what is not known agrees with everything.

    >>> dates_agree(19540830, 19540800), dates_agree(19540830, 19540900), dates_agree(0, 19540830)
    (True, False, True)
    """
    if one == other or not one or not other:
        return True
    if one // 10000 != other // 10000:
        return False
    one, other = one % 10000, other % 10000
    if one < 100 or other < 100:  # a year alone
        return True
    return one // 100 == other // 100 and not (one % 100 and other % 100)


def said(date: int) -> str:
    """A date as text, as precise as it is.

    >>> said(19540830), said(19540000)
    ('1954-08-30', '1954')
    """
    year, month, day = date // 10000, date // 100 % 100, date % 100
    return "-".join([f"{year:04d}", *([f"{month:02d}"] if month else []), *([f"{day:02d}"] if day else [])])
