"""The doctor: what is installed, what is in the way."""

import json
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest
from click.testing import CliRunner

import translit
from translit.cli import doctor
from translit.cli.group import root
from translit.cli.owners import intruders, owners_of
from translit.errors import TableError
from translit.tables import digest, files


def see(*arguments):
    return CliRunner().invoke(root, ["doctor", *arguments])


@pytest.fixture
def install(tmp_path, monkeypatch):
    """A function that lays the records of a distribution, and its package, in a folder that is searched first."""
    monkeypatch.syspath_prepend(tmp_path)

    def lay(name, version, package, code=""):
        record = tmp_path / f"{name.replace('-', '_')}-{version}.dist-info"
        record.mkdir()
        (record / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", encoding="utf-8")
        (record / "RECORD").write_text(f"{package}/__init__.py,,\n", encoding="utf-8")
        (tmp_path / package).mkdir(exist_ok=True)
        (tmp_path / package / "__init__.py").write_text(code, encoding="utf-8")

    return lay


@pytest.fixture
def without_icu(monkeypatch):
    find_spec = doctor.util.find_spec
    monkeypatch.setattr(doctor.util, "find_spec", lambda name: None if name == "icu" else find_spec(name))


def test_healthy_here():
    health = doctor.examine()
    assert health.problems == ()
    assert (health.tables, health.tables_from, health.digest) == (str(files.root()), "checkout", digest())
    assert health.rapidfuzz == metadata.version("rapidfuzz") and health.numpy == metadata.version("numpy")
    done = see()
    assert done.exit_code == 0 and done.output.splitlines()[-1] == "nothing wrong"
    assert translit.__version__ in done.output.splitlines()[0]


def test_json_carries_version_and_digest():
    done = json.loads(see("--json").output)
    assert (done["translit"], done["tables"]) == (translit.__version__, digest())
    assert done["results"]["problems"] == [] and done["results"]["python"] == ".".join(map(str, sys.version_info[:3]))


def test_another_package_of_our_name_is_noticed(install):
    assert intruders() == []
    install("translit", "0.2", "translit")
    (said,) = intruders()
    assert said.startswith("translit 0.2 installs a package `translit` too") and "pip uninstall translit, then" in said
    done = see()
    assert done.exit_code == 1 and done.output.splitlines()[-1] == f"problem: {said}"
    done = see("--json")
    assert done.exit_code == 1 and json.loads(done.output)["results"]["problems"] == [said]


def test_our_own_distribution_is_no_intruder_however_written(install):
    install("Translit_Names", "0.1.0", "translit")
    assert owners_of("translit") == ["Translit_Names"]
    assert intruders() == []


def test_two_icus_are_noticed(install):
    install("PyICU", "2.17", "icu")
    install("pyicu-wheels", "2.15.2", "icu")
    done = see()
    assert done.exit_code == 1
    assert "problem: PyICU 2.17 and pyicu-wheels 2.15.2 install the same package `icu`: pip uninstall" in done.output


@pytest.mark.parametrize("code", ["raise ImportError('libicui18n.so.72')", "import os; os.abort()"])
def test_an_icu_that_does_not_work_is_noticed(install, monkeypatch, code):
    install("PyICU", "2.17", "icu", code)
    monkeypatch.setattr(doctor, "owners_of", lambda package: ["PyICU"])  # whatever else is installed here
    health = doctor.examine()
    assert health.icu == doctor.Icu(None, ("PyICU 2.17",))
    (said,) = health.problems
    assert said.startswith("`import icu` fails although PyICU 2.17 is there: pip uninstall")


def test_icu_tells_its_version(install):
    code = "ICU_VERSION = '77.1'\nclass Transliterator:\n    createInstance = print"
    install("PyICU", "2.17", "icu", code.replace("print", "staticmethod(lambda name: name)"))
    assert doctor.examine().icu.version == "77.1"


def test_missing_icu_is_nothing_wrong_but_told(without_icu):
    done = see()
    assert done.exit_code == 0
    assert "pip install 'translit-names[icu-wheel]'" in done.output


def test_cache_that_cannot_be_written_is_told(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    done = see()
    assert done.exit_code == 0 and "not writable; tables are compiled at every start" in done.output


def test_missing_tables_are_a_problem(monkeypatch):
    def gone():
        raise TableError("translit/_tables", problem="the tables are missing; reinstall translit-names")

    monkeypatch.setattr(files, "root", gone)
    done = see()
    assert done.exit_code == 1
    assert done.output.splitlines()[-1].startswith("problem: translit/_tables: the tables are missing")


def test_owners_need_nothing_of_translit(tmp_path):
    """They answer although another distribution wrote its ``translit/__init__.py`` over ours."""
    package = tmp_path / "translit" / "cli"
    package.mkdir(parents=True)
    (tmp_path / "translit" / "__init__.py").write_text("", encoding="utf-8")
    for name in ("__init__.py", "owners.py"):
        (package / name).write_bytes((Path(doctor.__file__).parent / name).read_bytes())
    code = "from translit.cli.owners import intruders; print(intruders())"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True)
    assert done.stdout == "[]\n", done.stderr
