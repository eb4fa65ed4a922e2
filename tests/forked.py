"""``translit`` for the examples of the documentation: each command in a fork of one process that has loaded the tables.

A start costs a second of loading that tells nothing about an example, and there are some hundred and fifty. What starts by itself is
tested in ``test_cli``, ``test_packaging`` and ``test_architecture``.
"""

import atexit
import json
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import traceback
from functools import cache
from pathlib import Path

_LOST = 70
_CLIENT = """#!{python} -IS
import json, os, socket, sys
with socket.socket(socket.AF_UNIX) as server:
    server.connect({path!r})
    socket.send_fds(server, [b"."], [0, 1, 2])
    server.sendall(json.dumps([sys.argv[1:], os.getcwd(), dict(os.environ)]).encode())
    server.shutdown(socket.SHUT_WR)
    code = server.recv(1)
sys.exit(code[0] if code else {lost})
"""


@cache
def folder_of_command() -> str:
    """A folder with a ``translit`` that runs in a fork; to be the first on the path."""
    folder = tempfile.TemporaryDirectory(prefix="translit-")
    path = str(Path(folder.name) / "socket")
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(path)
    listening.listen()
    server = subprocess.Popen([sys.executable, __file__, str(listening.fileno())], pass_fds=[listening.fileno()], stdin=subprocess.PIPE)
    listening.close()
    client = Path(folder.name) / "translit"
    client.write_text(_CLIENT.format(python=sys.executable, path=path, lost=_LOST), encoding="utf-8")
    client.chmod(0o755)

    @atexit.register
    def end():
        server.stdin.close()
        server.wait()
        folder.cleanup()

    return folder.name


def serve(listening: socket.socket) -> None:
    """Run each command that comes in, in a fork, with the caller's folder, environment and streams."""
    import translit
    from translit.cli.group import root  # noqa: F401

    translit.link("Лукашэнка ў Мінску")
    translit.match("Сергея Иванова", "Sergey Ivanov")
    translit.variants("Лукашэнка")
    translit.cyrillize("Lukashenka")
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for a fork
    while sys.stdin not in select.select([listening, sys.stdin], [], [])[0]:  # which ends when the tests do
        caller, _ = listening.accept()
        with caller:
            if os.fork() == 0:
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                listening.close()
                _run(caller)


def _run(caller: socket.socket) -> None:
    from translit.cli import main

    code = _LOST
    try:
        _, streams, _, _ = socket.recv_fds(caller, 1, 3)
        for own, stream in enumerate(streams):
            os.dup2(stream, own)
            os.close(stream)
        sys.stdin, sys.stdout, sys.stderr = (open(own, mode, buffering, closefd=False) for own, mode, buffering in ((0, "r", -1), (1, "w", -1), (2, "w", 1)))
        with caller.makefile("rb") as said:
            arguments, folder, environment = json.load(said)
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(environment)
        sys.argv = ["translit", *arguments]
        main()
        code = 0
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        caller.sendall(bytes([code]))
        os._exit(code)


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
