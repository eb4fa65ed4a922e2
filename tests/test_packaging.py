"""The wheel and the source distribution: what is in them, and that the wheel works far from any checkout."""

import json
import os
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

import translit
from translit.tables import digest
from translit.tables.files import root

PROJECT = Path(__file__).resolve().parent.parent
DIST_INFO = f"translit_names-{translit.__version__}.dist-info"

pytestmark = pytest.mark.packaging


def run(*command, cwd=None):
    quiet = {"PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONUTF8": "1"}
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, encoding="utf-8", env=kept | quiet
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def build(target, folder):
    run(sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", folder, cwd=PROJECT)
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    return build("wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def packed(wheel):
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    """The names in the source distribution, without its top folder."""
    with tarfile.open(build("sdist", tmp_path_factory.mktemp("sdist"))) as archive:
        return {name.partition("/")[2] for name in archive.getnames()}


@pytest.fixture(scope="module")
def elsewhere(wheel, tmp_path_factory):
    """The scripts of a fresh environment with the wheel in it, which borrows the dependencies of this one."""
    home = tmp_path_factory.mktemp("elsewhere")
    run(sys.executable, "-m", "venv", "--without-pip", home)
    scripts = home / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / "python"
    site = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    borrowed = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (site / "borrowed.pth").write_text("\n".join(borrowed) + "\n", encoding="utf-8")
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--ignore-installed", wheel)
    return scripts


def test_wheel_holds_every_table_byte_for_byte(packed):
    files = {path.relative_to(root()).as_posix(): path for path in root().rglob("*") if path.is_file()}
    tables = {name: path.read_bytes() for name, path in files.items() if not name.startswith("build/")}
    prefix = "translit/_tables/"
    assert tables == {name.removeprefix(prefix): data for name, data in packed.items() if name.startswith(prefix)}


def test_wheel_holds_the_package_and_nothing_beside_it(packed):
    assert {name.partition("/")[0] for name in packed} == {"translit", DIST_INFO}
    assert "translit/py.typed" in packed
    ours = {path.relative_to(PROJECT).as_posix() for path in (PROJECT / "translit").rglob("*.py")}
    assert ours == {name for name in packed if name.endswith(".py")}


def test_wheel_carries_the_licence_notes(packed):
    notes = packed[f"{DIST_INFO}/licenses/NOTICE"].decode()
    assert packed[f"{DIST_INFO}/licenses/LICENSE"].startswith(b"MIT License")
    for owed in ("GeoNames (https://www.geonames.org), CC BY 4.0", "Unicode License v3", "derived from Wikidata (CC0)"):
        assert owed in notes
        assert owed in (PROJECT / "README.md").read_text(encoding="utf-8")


def test_metadata_says_what_the_design_says(packed):
    said = Parser().parsestr(packed[f"{DIST_INFO}/METADATA"].decode())
    assert (said["Name"], said["Version"]) == ("translit-names", translit.__version__)
    assert (said["License-Expression"], said["Requires-Python"]) == ("MIT", ">=3.11")
    required = [line for line in said.get_all("Requires-Dist") if "extra ==" not in line]
    assert sorted(line.split(">")[0] for line in required) == ["click", "numpy", "rapidfuzz"]
    assert {"unidecode", "icu", "icu-wheel", "parquet", "dev"} <= set(said.get_all("Provides-Extra"))


def test_source_distribution_can_build_and_test_itself(shipped):
    assert {"run", ".ci/run", "constraints.txt", "pyproject.toml", "LICENSE", "NOTICE"} <= shipped
    for folder in ("translit", "tables", "tests", "corpus"):
        files = {path.relative_to(PROJECT).as_posix() for path in (PROJECT / folder).rglob("*") if path.is_file()}
        assert {name for name in files if "__pycache__" not in name} <= shipped


def test_constraints_name_every_dependency():
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = {name: needed for name, needed in project["optional-dependencies"].items() if name != "web"}
    needed = {line.split(">")[0].lower() for line in sum(extras.values(), project["dependencies"])} - {"pip"}
    lines = (PROJECT / "constraints.txt").read_text(encoding="utf-8").lower().splitlines()
    assert needed <= {line.split("==")[0] for line in lines if "==" in line}


def test_a_checkout_reads_its_own_tables():
    assert root() == PROJECT / "tables"


def test_wheel_romanizes_outside_the_checkout(elsewhere, tmp_path):
    code = "import translit; from translit.tables.files import root; print(translit.__file__, root(), sep='\\n')"
    package, tables = map(Path, run(elsewhere / "python", "-c", code, cwd=tmp_path).split("\n")[:2])
    assert package.is_relative_to(elsewhere.parent) and tables == package.parent / "_tables"
    code = "import translit; print(translit.romanize('Віцебск', 'be-national-2007'))"
    assert run(elsewhere / "python", "-c", code, cwd=tmp_path) == "Viciebsk\n"
    (tmp_path / "town.txt").write_text("Хоцімск\n", encoding="utf-8")
    command = (elsewhere / "translit", "romanize", "--scheme", "be-national-2007", "town.txt")
    assert run(*command, cwd=tmp_path) == "Chocimsk\n"


def test_wheel_links_with_the_same_tables(elsewhere, tmp_path):
    told = json.loads(run(elsewhere / "translit", "doctor", "--json", cwd=tmp_path))
    assert told["tables"] == digest()
    assert told["results"]["tables_from"] == "wheel" and told["results"]["problems"] == []
    code = "import translit; print(*[one.entity.id for one in translit.link('Лукашэнка ў Мінску')])"
    assert run(elsewhere / "python", "-c", code, cwd=tmp_path) == "person/aliaksandr-lukashenka place/minsk\n"
