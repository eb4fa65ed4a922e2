"""``translit doctor``: what is installed, what is missing, what is in the way."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import asdict, dataclass
from importlib import util
from pathlib import Path

import click

from .. import __version__
from ..errors import TableError
from .command import Command
from .options import json_option
from .owners import OURS, REINSTALL, intruders, owners_of, version_of
from .results import columns_of
from .writing import open_output

SICK = 1

_ONE_ICU = f"pip uninstall PyICU pyicu-wheels, then pip install '{OURS}[icu-wheel]'"
_FOR_OTHER_SCRIPTS = f"not installed; for other scripts in Latin letters: pip install '{OURS}[%s]'"

EXAMPLES = """
$ translit doctor
translit   ... in ...
...
"""


@dataclass(frozen=True, slots=True)
class Icu:
    """The ICU that ``import icu`` brings: its version (None when the import fails), and who installed it."""

    version: str | None
    distributions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Health:
    """What the doctor saw. Optional parts that are not there are None; ``problems`` is empty when all is well."""

    package: str
    python: str
    executable: str
    tables: str | None
    tables_from: str | None
    digest: str | None
    cache: str
    cache_writable: bool
    icu: Icu | None
    unidecode: str | None
    pyarrow: str | None
    duckdb: str | None
    polars: str | None
    rapidfuzz: str | None
    numpy: str | None
    click: str | None
    problems: tuple[str, ...]


def examine() -> Health:
    """Look at everything once. Nothing is changed, and nothing optional is imported into this process."""
    from ..tables.caching import cache_folder, cache_is_writable

    folder, tables_from, digest, table_problems = _tables()
    icu, icu_problems = _icu()
    required = {name: version_of(name) for name in ("rapidfuzz", "numpy", "click")}
    missing = [f"{name} is not installed: {REINSTALL}" for name, version in required.items() if version is None]
    return Health(
        package=str(Path(__file__).resolve().parent.parent),
        python=".".join(map(str, sys.version_info[:3])),
        executable=sys.executable,
        tables=folder,
        tables_from=tables_from,
        digest=digest,
        cache=str(cache_folder()),
        cache_writable=cache_is_writable(),
        icu=icu,
        unidecode=version_of("Unidecode"),
        pyarrow=version_of("pyarrow"),
        duckdb=version_of("duckdb"),
        polars=version_of("polars"),
        **required,
        problems=(*intruders(), *table_problems, *missing, *icu_problems),
    )


def _tables() -> tuple[str | None, str | None, str | None, list[str]]:
    from ..tables import digest
    from ..tables.files import root

    try:
        folder = root()
        return str(folder), "wheel" if folder.name == "_tables" else "checkout", digest(), []
    except (TableError, OSError) as fault:
        return None, None, None, [str(fault)]


def _icu() -> tuple[Icu | None, list[str]]:
    if util.find_spec("icu") is None:
        return None, []
    version = _icu_version()
    shown = tuple(f"{owner} {version_of(owner)}" for owner in owners_of("icu"))
    problems = []
    if len(shown) > 1:
        problems.append(f"{' and '.join(shown)} install the same package `icu`: {_ONE_ICU}")
    elif version is None:
        problems.append(f"`import icu` fails although {', '.join(shown) or 'a package icu'} is there: {_ONE_ICU}")
    return Icu(version, shown), problems


# Asked of a process of its own: an `icu` that two distributions wrote over each other may end the one that imports it.
_ASK_ICU = "import icu; icu.Transliterator.createInstance('Any-Latin'); print(icu.ICU_VERSION)"


def _icu_version() -> str | None:
    path = os.pathsep.join(entry for entry in sys.path if entry)
    done = subprocess.run(
        [sys.executable, "-c", _ASK_ICU], capture_output=True, text=True, env=os.environ | {"PYTHONPATH": path}
    )
    return done.stdout.strip() or None if done.returncode == 0 else None


@click.command("doctor", cls=Command, examples=EXAMPLES)
@json_option
def command(as_json) -> None:
    """Say what is installed, what is missing and what is in the way, with the way out.

    Exit code 1 when something is wrong. A missing optional library is nothing wrong, nor is a cache that cannot be
    written: the tables are then compiled anew at every start.
    """
    health = examine()
    with open_output(None) as out:
        out.write(_as_json(health) if as_json else _report(health))
    if health.problems:
        click.get_current_context().exit(SICK)


def _as_json(health: Health) -> str:
    import json

    document = {"translit": __version__, "tables": health.digest, "results": asdict(health)}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _report(health: Health) -> str:
    absent = "not installed"
    tables = f"of the {health.tables_from}: {health.tables}, digest {health.digest}" if health.tables else "missing"
    unkept = "" if health.cache_writable else ": not writable; tables are compiled at every start"
    rows = [
        ("translit", f"{__version__} in {health.package}"),
        ("Python", f"{health.python}, {health.executable}"),
        ("tables", tables),
        ("cache", health.cache + unkept),
        ("ICU", _icu_said(health.icu)),
        ("Unidecode", health.unidecode or _FOR_OTHER_SCRIPTS % "unidecode"),
        ("PyArrow", health.pyarrow or f"{absent}; for Parquet files: pip install '{OURS}[parquet]'"),
        ("DuckDB", health.duckdb or f"{absent}; to work inside it: pip install '{OURS}[duckdb]'"),
        ("polars", health.polars or f"{absent}; to work inside it: pip install '{OURS}[polars]'"),
        ("RapidFuzz", health.rapidfuzz or absent),
        ("NumPy", health.numpy or absent),
        ("click", health.click or absent),
    ]
    said = "".join(f"problem: {problem}\n" for problem in health.problems) or "nothing wrong\n"
    return columns_of(rows) + said


def _icu_said(icu: Icu | None) -> str:
    if icu is None:
        return _FOR_OTHER_SCRIPTS % "icu-wheel"
    by = f", by {' and '.join(icu.distributions)}" if icu.distributions else ""
    return f"{icu.version or 'does not import'}{by}"
