"""The distinct words of a file read once, from both ends of the list: by this process, and by a second one where there is a
processor for it."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import BinaryIO

from ..names import given_groups, patronymic_of, surname_endings
from ..phonology import plain_keys, plain_readings, readings
from .vocabulary import Word, word_of

_ALONE = 6000  # records, and words, that one process reads sooner than two
_BATCH = 128  # words that are sent at once
_KEPT = 4096  # words that the second process reads before it forgets what words have in common
_CHILD = "from translit.clustering.reading import read_for_parent; read_for_parent()"


@contextmanager
def reader(records: int) -> Iterator[Callable[[Sequence[str], Callable[[int, int], None]], list[Word]]]:
    """What reads the words of so many records. A second process is begun at once, to be ready when the words are, and
    ends with the block."""
    child = _Child() if records > _ALONE and (os.cpu_count() or 1) > 1 else None
    try:
        yield lambda words, report: _read(words, report, child)
    finally:
        if child is not None:
            child.end()


def _read(words: Sequence[str], report: Callable[[int, int], None], child: _Child | None) -> list[Word]:
    if child is None or len(words) <= _ALONE:
        child = None
    else:
        child.send(words)
    read: list[Word] = []
    total = len(words)
    while len(read) < total:
        others = child.found if child is not None else ()
        if len(read) + len(others) >= total:
            read += others[: total - len(read)][::-1]
            break
        read.append(word_of(words[len(read)]))
        report(len(read) + len(others), total)
    report(total, total)
    if child is not None:
        child.end()
        forget_words()
    return read


def forget_words() -> None:
    """Give back what is kept of words beside the words themselves."""
    for kept in (readings, plain_readings, plain_keys, given_groups, patronymic_of, surname_endings):
        kept.cache_clear()


class _Child:
    """A second process that reads words from the last to the first. ``found`` grows as it does; where none can be begun, or it
    fails, it grows no more."""

    def __init__(self):
        self.found: list[Word] = []
        path = os.pathsep.join(one or os.getcwd() for one in sys.path)
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-c", _CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                env=os.environ | {"PYTHONPATH": path},
            )  # fmt: skip
        except (OSError, TypeError, ValueError):  # no interpreter to begin
            self._process = None
        self._listener: threading.Thread | None = None

    def send(self, words: Sequence[str]) -> None:
        """Let it read these words."""
        if self._process is not None:
            self._listener = threading.Thread(target=self._listen, args=(words,), daemon=True)
            self._listener.start()

    def _listen(self, words: Sequence[str]) -> None:
        try:
            pickle.dump(list(words), self._process.stdin)
            self._process.stdin.flush()
            while len(self.found) < len(words):
                self.found += pickle.load(self._process.stdout)
        except (OSError, ValueError, EOFError, pickle.UnpicklingError):  # it has ended, or was ended
            return

    def end(self) -> None:
        """Leave no process behind."""
        if self._process is None:
            return
        self._process.kill()
        self._process.wait()
        if self._listener is not None:
            self._listener.join()
        self._process.stdout.close()
        try:
            self._process.stdin.close()
        except OSError:  # what was never read
            pass
        self._process = None


def read_for_parent() -> None:
    """What the second process does: words from the standard input, what is known of them, from the last, to the standard
    output."""
    word_of("иванов")  # the tables
    answer_parent(sys.stdin.buffer, sys.stdout.buffer)


def answer_parent(source: BinaryIO, target: BinaryIO) -> None:
    """Read words and tell of them, batch by batch."""
    words = pickle.load(source)[::-1]
    for start in range(0, len(words), _BATCH):
        if start % _KEPT == 0:
            forget_words()
        pickle.dump([word_of(word) for word in words[start : start + _BATCH]], target, pickle.HIGHEST_PROTOCOL)
        target.flush()
