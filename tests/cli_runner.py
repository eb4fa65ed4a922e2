"""Running ``translit`` in tests: in this process (``run``, ``out``, ``fault``) or in one of its own (``start``)."""

import signal
import subprocess
import sys

from click.testing import CliRunner
from examples import environment

from translit.cli.group import root

BE = "be-national-2007"


def run(*args, stdin=b"", code=0):
    """Run one command line in this process; the exit code is checked, a traceback is never right."""
    stdin = stdin.encode() if isinstance(stdin, str) else stdin
    done = CliRunner().invoke(root, list(map(str, args)), input=stdin)
    assert done.exit_code == code, (args, done.exit_code, done.output, done.exception)
    assert "Traceback" not in done.output
    return done


def out(*args, **more):
    return run(*args, **more).stdout_bytes.decode("utf-8")


def fault(*args, **more):
    """The one line on standard error of a command line that fails with 2."""
    done = run(*args, code=2, **more)
    lines = done.stderr_bytes.decode("utf-8").splitlines()
    assert len(lines) == 1 and lines[0].startswith("translit: "), lines
    assert not lines[0].startswith("translit: bug"), lines
    return lines[0].removeprefix("translit: ")


def start(*args, shell=None, **more):
    """A process of its own, for what only processes have: pipes, signals, encodings."""
    command = ["sh", "-c", shell] if shell else [sys.executable, "-m", "translit.cli", *args]
    pipes = {name: subprocess.PIPE for name in ("stdin", "stdout", "stderr")}
    return subprocess.Popen(command, preexec_fn=_heed_interrupts, **{"env": environment(), **pipes, **more})


def _heed_interrupts() -> None:
    """A test run in the background ignores Ctrl-C, and so would what it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def ended(process, stdin=b""):
    output, errors = process.communicate(stdin, timeout=60)
    return process.returncode, output, errors.decode("utf-8")
