"""The one direction: who may import whom, and where each outside library, and each table file, is opened."""

import ast
import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

import translit

PACKAGE = Path(translit.__file__).parent

ORDER = (
    "errors", "text", "tables", "detection", "romanization", "readings", "phonology", "names", "spellings", "scoring",
    "gazetteer", "mentions", "linking", "clustering", "upkeep",
)  # fmt: skip
DOORS = ("cli", "web", "engines")

# An outside library, the rooms that may import it, and whether only inside a function.
LIBRARIES = {
    "icu": ({"text"}, True),
    "unidecode": ({"text"}, True),
    "rapidfuzz": ({"scoring", "gazetteer", "clustering"}, False),
    "numpy": ({"romanization", "scoring", "gazetteer", "mentions", "clustering"}, True),
    "click": ({"cli"}, False),
    "pyarrow": ({"cli", "engines"}, True),
    "duckdb": ({"engines"}, True),
    "polars": ({"engines"}, False),
}

# Bulk paths: modules that are NumPy throughout, and are themselves imported only inside functions.
BULK = {"romanization.bulk", "romanization.cells", "romanization.codes", "romanization.shouting", "scoring.arrays", "scoring.bulk", "scoring.nearness", "scoring.wordings", "scoring.wordpairs"}

# Beside the tables, what may open files: the command line its input, upkeep its gold.
OPENERS = {"tables", "cli", "upkeep"}
OPENING = {"open", "read_text", "read_bytes"}


def modules():
    """Every module, as its name within the package."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if "_tables" not in path.parts:
            parts = path.relative_to(PACKAGE).with_suffix("").parts
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = list(modules())
ROOMS = {name.split(".")[0] for name in MODULES if name}


def path_of(name):
    plain = PACKAGE.joinpath(*name.split(".")) if name else PACKAGE
    return plain / "__init__.py" if plain.is_dir() else plain.with_suffix(".py")


def room(name):
    return name.split(".")[0]


@cache
def tree(name):
    return ast.parse(path_of(name).read_text(encoding="utf-8"))


@cache
def imports(name):
    """What a module imports: (a dotted name with ``translit.`` before our own, whether inside a function)."""
    package = f"translit.{name}".rstrip(".").split(".")
    if path_of(name).name != "__init__.py":
        package = package[:-1]
    found = []
    for node, inside in nodes(tree(name), False):
        if isinstance(node, ast.Import):
            found += [(alias.name, inside) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            base = ".".join(part for part in (base, node.module) if part)
            found += [(f"{base}.{alias.name}", inside) for alias in node.names]
    return found


def nodes(node, inside):
    for child in ast.iter_child_nodes(node):
        yield child, inside
        yield from nodes(child, inside or isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda))


def own_room(dotted):
    """The room of our own that a dotted name lies in; "" for what the package root gives, None for others' names."""
    package, _, rest = dotted.partition(".")
    if package != "translit":
        return None
    return room(rest) if room(rest) in ROOMS else ""


def test_every_module_stands_in_the_order():
    assert {room(name) for name in MODULES} <= {"", *ORDER, *DOORS}


@pytest.mark.parametrize("name", [name for name in MODULES if room(name) in ORDER])
def test_imports_come_from_earlier_rooms(name):
    allowed = set(ORDER[: ORDER.index(room(name)) + 1])
    reached = {own_room(dotted) for dotted, _ in imports(name)} - {None}
    assert reached <= allowed


@pytest.mark.parametrize("name", ["", *(name for name in MODULES if room(name) in DOORS)])
def test_doors_import_no_other_door(name):
    reached = {own_room(dotted) for dotted, _ in imports(name)} - {None, ""}
    assert not reached & (set(DOORS) - {room(name)})


def test_no_module_is_named_like_a_public_function():
    functions = {name for name in translit.__all__ if name.islower()}
    assert {"romanize", "link"} <= functions
    assert not [name for name in MODULES if room(name) not in DOORS and name.split(".")[-1] in functions]


@pytest.mark.parametrize("name", MODULES)
def test_outside_libraries_keep_to_their_rooms(name):
    for dotted, inside in imports(name):
        library = dotted.split(".")[0]
        if library in ("translit", *sys.stdlib_module_names):
            continue
        assert library in LIBRARIES, f"{library} is in no room of the design"
        rooms, lazily = LIBRARIES[library]
        assert room(name) in rooms, f"{library} is no business of {room(name)}"
        assert inside or not lazily or name in BULK, f"{library} is to be imported when first needed"


@pytest.mark.parametrize("name", [name for name in MODULES if name not in BULK])
def test_bulk_paths_are_imported_when_first_needed(name):
    eager = [dotted for dotted, inside in imports(name) if not inside]
    assert not [dotted for dotted in eager for bulk in BULK if f"{dotted}.".startswith(f"translit.{bulk}.")]


@pytest.mark.parametrize("name", [name for name in MODULES if room(name) not in OPENERS])
def test_other_rooms_open_no_files(name):
    assert "tomllib" not in {dotted.split(".")[0] for dotted, _ in imports(name)}
    calls = [node.func for node, _ in nodes(tree(name), False) if isinstance(node, ast.Call)]
    called = {call.id if isinstance(call, ast.Name) else getattr(call, "attr", "") for call in calls}
    assert not called & OPENING


def run(code, **environment):
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(PACKAGE.parent), "PYTHONUTF8": "1"} | environment,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


WATCH_OPENING = """
import json, sys
from translit.tables.files import root
tables, seen = str(root()), set()
def watch(event, arguments):
    if event == "open" and str(arguments[0]).startswith(tables):
        frame = sys._getframe()
        while frame and not frame.f_globals.get("__name__", "").startswith("translit."):
            frame = frame.f_back
        seen.add(frame.f_globals["__name__"] if frame else "nobody")
sys.addaudithook(watch)
import translit
translit.romanize("Віцебск")
translit.link("Аляксандр Лукашэнка сустрэўся з Пуціным у Мінску.")
translit.normalize("Lukashenko met Putin in Minsk.", "be-bgn-pcgn-1979")
print(json.dumps(sorted(seen)))
"""


def test_only_tables_open_table_files(tmp_path):
    """Seen from outside: with an empty cache, every table is opened, and by nobody else."""
    seen = run(WATCH_OPENING, XDG_CACHE_HOME=str(tmp_path))
    assert seen and all(name.startswith("translit.tables.") for name in seen), seen


def test_romanize_from_the_shell_loads_nothing_heavy():
    """The library's door to one word: no NumPy, RapidFuzz, ICU, no tables but its scheme."""
    code = "import json, sys, translit; translit.romanize('Віцебск', 'be-bgn-pcgn-1979')"
    loaded = set(run(f"{code}; print(json.dumps(list(sys.modules)))"))
    assert not loaded & {*LIBRARIES, "translit.gazetteer", "translit.tables.entities", "translit.tables.names"}
