"""Console examples, run as a reader would: ``$`` lines by the shell, their output compared with what stands there."""

import doctest
import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

from forked import folder_of_command

_SAME = doctest.OutputChecker()


def run_console(block: str, cwd: Path) -> list[str]:
    """Run every ``$`` line of ``block`` in ``cwd``, in order, and return what came out otherwise than written.

    A line that begins with ``>`` goes on with the command. The lines up to the next ``$`` are standard output and
    standard error together; ``...`` (or ``…``) stands for any text, as in doctest.
    """
    return [
        f"$ {command}\nexpected:\n{expected}got:\n{found}"
        for command, expected in console_examples(block)
        if not _SAME.check_output(expected, found := _run(command, cwd), doctest.ELLIPSIS)
    ]


def console_examples(block: str) -> list[tuple[str, str]]:
    """The commands of ``block``, each with the output that stands under it."""
    found: list[tuple[str, list[str]]] = []
    for line in dedent(block).strip("\n").splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif line.startswith("> ") and found and not found[-1][1]:
            found[-1] = (f"{found[-1][0]}\n{line[2:]}", [])
        elif found:
            found[-1][1].append(line)
    return [(command, "".join(f"{line}\n" for line in lines).replace("…", "...")) for command, lines in found]


def environment() -> dict[str, str]:
    """The environment that ``translit`` runs in: this interpreter's scripts first, and no wishes about output."""
    scripts = str(Path(sys.executable).parent)
    wishes = ("PYTHONUTF8", "PYTHONIOENCODING", "LC_", "LANG")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(wishes)}
    return kept | {"PATH": scripts + os.pathsep + kept.get("PATH", os.defpath), "LC_ALL": "C.UTF-8"}


def _run(command: str, cwd: Path) -> str:
    given = environment()
    given["PATH"] = folder_of_command() + os.pathsep + given["PATH"]
    done = subprocess.run(["sh", "-c", f"exec 2>&1\n{command}"], cwd=cwd, env=given, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
    return done.stdout.decode("utf-8")
