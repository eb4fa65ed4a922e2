"""translit inside DuckDB: ``register(connection)``, then ``romanize``, ``name_keys`` and ``name_match`` in SQL."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from ..errors import MissingExtraError
from .distinct import keys_of_values, match_by, romanize_by

__all__ = ["register"]


def register(connection) -> None:
    """Give a DuckDB connection the functions

    * ``romanize(name)`` and ``romanize(name, scheme)``: as ``translit.romanize``; without a scheme each value's own
      language decides;
    * ``name_keys(name)``: as ``translit.name_keys``, a list to unnest and join by;
    * ``name_match(a, b)`` and ``name_match(a, b, kind)``: the score of ``translit.match``, 0 to 1.

    A null gives null. Values come by vectors (Arrow), each distinct one of a vector is worked out once. Registering
    again changes nothing. Raises MissingExtraError without DuckDB or PyArrow.
    """
    _import_both()
    known = {name for (name,) in connection.execute("select function_name from duckdb_functions()").fetchall()}
    text = "VARCHAR"
    functions: tuple[tuple[str, Callable[..., list], list[str], str], ...] = (
        ("translit_romanize", romanize_by, [text, text], text),
        ("name_keys", keys_of_values, [text], "VARCHAR[]"),
        ("translit_match", match_by, [text, text, text], "DOUBLE"),
    )
    for name, work, takes, gives in functions:
        if name not in known:  # they belong to the database, the macros to the connection
            how = {"type": "arrow", "null_handling": "special"}
            connection.create_function(name, _by_vector(work, gives), takes, gives, **how)
    connection.execute(_MACROS)


_MACROS = """
create or replace temp macro romanize
    (name) as translit_romanize(name, null), (name, scheme) as translit_romanize(name, scheme);
create or replace temp macro name_match
    (a, b) as translit_match(a, b, 'person'), (a, b, kind) as translit_match(a, b, kind);
"""


def _import_both() -> None:
    try:
        import duckdb  # noqa: F401
        import pyarrow  # noqa: F401
    except ImportError as fault:
        raise MissingExtraError(f"DuckDB needs {fault.name}; install translit-names[duckdb]") from None


def _by_vector(work: Callable[..., list], gives: str) -> Callable:
    """``work`` on lists as DuckDB calls it, with a vector of each argument."""
    import pyarrow

    kinds = {"VARCHAR": pyarrow.string(), "VARCHAR[]": pyarrow.list_(pyarrow.string()), "DOUBLE": pyarrow.float64()}

    @wraps(work)  # DuckDB looks at the signature
    def call(*vectors):
        return pyarrow.array(work(*(vector.to_pylist() for vector in vectors)), kinds[gives])

    return call
