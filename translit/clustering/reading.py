"""The distinct words of a file read once, many of them in a second process."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Sequence

from ..names import given_groups, patronymic_of, surname_endings
from ..phonology import plain_keys, plain_readings, readings
from .vocabulary import Word, word_of

_ALONE = 6000  # words that one process reads sooner than two
_CHILD = "from translit.clustering.reading import read_for_parent; read_for_parent()"


def read_words(words: Sequence[str], report: Callable[[int, int], None]) -> list[Word]:
    """What is known of each word. Many words are shared with a second process, where there is a processor for it."""
    child = _Child(words[1::2]) if len(words) > _ALONE and (os.cpu_count() or 1) > 1 else None
    try:
        own = words if child is None else words[::2]
        read = []
        for at, word in enumerate(own):
            read.append(word_of(word))
            report((at + 1) * len(words) // len(own), len(words))
        if child is None:
            return read
        for kept in (readings, plain_readings, plain_keys, given_groups, patronymic_of, surname_endings):
            kept.cache_clear()  # what is known of so many words is in the words now
        found: list[Word] = [read[0]] * len(words)
        found[::2] = read
        found[1::2] = child.words() or [word_of(word) for word in words[1::2]]
        return found
    finally:
        if child is not None:
            child.end()


class _Child:
    """A second process that reads some words; where none can be begun, it gives none."""

    def __init__(self, words: Sequence[str]):
        self._count = len(words)
        path = os.pathsep.join(one or os.getcwd() for one in sys.path)
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-c", _CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                env=os.environ | {"PYTHONPATH": path},
            )  # fmt: skip
            self._process.stdin.write(pickle.dumps(list(words)))
            self._process.stdin.close()
        except (OSError, TypeError, ValueError):  # no interpreter to begin, or it ended at once
            self._process = None

    def words(self) -> list[Word]:
        """What it has read; empty where it failed."""
        if self._process is None:
            return []
        sent = self._process.stdout.read()
        if self._process.wait() or not sent:
            return []
        found = pickle.loads(sent)
        return found if len(found) == self._count else []

    def end(self) -> None:
        """Leave no process behind."""
        if self._process is not None:
            if self._process.poll() is None:
                self._process.kill()
            self._process.wait()
            self._process.stdout.close()


def read_for_parent() -> None:
    """What the second process does: words from the standard input, what is known of them to the standard output."""
    words = pickle.load(sys.stdin.buffer)
    sys.stdout.buffer.write(pickle.dumps([word_of(word) for word in words]))
