"""translit inside polars: importing this module gives every expression the namespace ``translit``."""

from __future__ import annotations

from collections.abc import Callable

from ..errors import InputError, MissingExtraError
from .distinct import keys_of_values, match_values, romanize_values

try:
    import polars
except ImportError:
    raise MissingExtraError("polars is not installed; install translit-names[polars]") from None

__all__ = ["Names"]


@polars.api.register_expr_namespace("translit")
class Names:
    """``pl.col("name").translit``: names in a text column, eager, lazy or streaming.

    >>> import polars as pl
    >>> people = pl.DataFrame({"name": ["Аляксандр Лукашэнка", None], "other": ["Loukachenko A.", "Putin"]})
    >>> people.select(pl.col("name").translit.romanize("be-bgn-pcgn-1979")).to_series().to_list()
    ['Alyaksandr Lukashenka', None]
    >>> people.select(pl.col("name").translit.match("other") > 0.7).to_series().to_list()
    [True, None]

    Each distinct value of a batch is worked out once; null gives null.
    """

    def __init__(self, column: polars.Expr):
        self._column = column

    def romanize(self, scheme: str | None = None, *, lang: str = "auto") -> polars.Expr:
        """The column as ``translit.romanize`` writes it; without a scheme each value's own language decides.
        Raises UnknownSchemeError and UnknownLanguageError at once."""
        romanize_values([""], scheme, lang)
        return _mapped(self._column, polars.String, lambda names: romanize_values(_texts(names), scheme, lang))

    def name_keys(self) -> polars.Expr:
        """The blocking keys of ``translit.name_keys``, a list to explode and join by."""
        return _mapped(self._column, polars.List(polars.String), lambda names: keys_of_values(_texts(names)))

    def match(self, other: polars.Expr | str, kind: str = "person") -> polars.Expr:
        """The score of ``translit.match`` with ``other`` (an expression, or a column's name), 0 to 1. Raises
        UnknownKindError at once."""
        match_values([], [], kind)

        def scores(pairs: polars.Series) -> list[float | None]:
            left, right = map(pairs.struct.field, pairs.struct.fields)
            return match_values(_texts(left), _texts(right), kind)

        other = polars.col(other) if isinstance(other, str) else other
        return _mapped(polars.struct(self._column.alias("left"), other.alias("right")), polars.Float64, scores)


def _mapped(column: polars.Expr, kind: polars.DataType, work: Callable[[polars.Series], list]) -> polars.Expr:
    return column.map_batches(
        lambda series: polars.Series(series.name, work(series), kind), kind, is_elementwise=True
    )


def _texts(series: polars.Series) -> list[str | None]:
    if series.dtype not in (polars.String, polars.Categorical, polars.Enum, polars.Null):
        raise InputError(f"column {series.name!r} is {series.dtype}, not text; cast it to polars.String")
    return series.to_list()
