"""What the engines share: columns as lists, each distinct value worked out once, nulls kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

Text = str | None
Out = TypeVar("Out")


def romanize_values(values: Sequence[Text], scheme: Text = None, lang: str = "auto") -> list[Text]:
    """Each value as ``romanize`` writes it. Without a scheme each is judged by itself, since an engine hands over a
    column in pieces.

    >>> romanize_values(["Лукашэнка", None, "Мінск"], "be-bgn-pcgn-1979")
    ['Lukashenka', None, 'Minsk']
    """
    from .. import romanize, romanize_many

    if scheme is None:
        return _each(values, lambda value: romanize(value, lang=lang))
    distinct = _distinct(values)
    written = dict(zip(distinct, romanize_many(distinct, scheme), strict=True))
    return [written.get(value) for value in values]


def keys_of_values(values: Sequence[Text]) -> list[list[str] | None]:
    """The ``name_keys`` of each value.

    >>> keys_of_values(["Аляксандр Лукашэнка", None])
    [['lukašank a'], None]
    """
    from .. import name_keys

    return _each(values, lambda value: list(name_keys(value)))


def match_values(left: Sequence[Text], right: Sequence[Text], kind: str = "person") -> list[float | None]:
    """The score of ``match`` for each pair; None where either side is.

    >>> match_values(["Лукашэнка", None], ["Лукашэнка", "Путин"])
    [1.0, None]
    """
    from .. import match_many

    pairs = list(zip(left, right, strict=True))
    distinct = list(dict.fromkeys(pair for pair in pairs if None not in pair))
    found = match_many([one for one, _ in distinct], [other for _, other in distinct], kind)
    scores = dict(zip(distinct, found.tolist(), strict=True))
    return [scores.get(pair) for pair in pairs]


def romanize_by(values: Sequence[Text], schemes: Sequence[Text]) -> list[Text]:
    """Each value under the scheme beside it, as ``romanize_values``."""
    return _by_last(romanize_values, values, schemes)


def match_by(left: Sequence[Text], right: Sequence[Text], kinds: Sequence[Text]) -> list[float | None]:
    """Each pair as names of the kind beside it, as ``match_values``; no kind means a person."""
    return _by_last(match_values, left, right, [kind or "person" for kind in kinds])


def _by_last(work: Callable[..., list], *columns: Sequence[Text]) -> list:
    """``work`` on all columns but the last, once for each value of that one, nearly always the only one."""
    *columns, settings = columns
    found: list = [None] * len(settings)
    for setting in dict.fromkeys(settings):
        rows = [at for at, one in enumerate(settings) if one == setting]
        some = work(*([column[at] for at in rows] for column in columns), setting)
        for at, value in zip(rows, some, strict=True):
            found[at] = value
    return found


def _each(values: Sequence[Text], work: Callable[[str], Out]) -> list[Out | None]:
    done = {value: work(value) for value in _distinct(values)}
    return [done.get(value) for value in values]


def _distinct(values: Iterable[Text]) -> list[str]:
    return [value for value in dict.fromkeys(values) if value is not None]
