"""The distinct words of a file read once: from the first on by a second process, while names are still being cut, from the last
back by this one, when all are there."""

from __future__ import annotations

import gc
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from queue import SimpleQueue
from typing import BinaryIO

from ..names import given_groups, patronymic_of, surname_endings
from ..phonology import plain_keys, readings
from .vocabulary import Word, shared, word_from, word_of

_ALONE = 6000  # records whose words one process reads sooner than two
_BATCH = 128  # words that are sent at once
_KEPT = 1024  # words that the second process reads before it forgets what words have in common
_CHILD = "from translit.clustering.reading import read_for_parent; read_for_parent()"


class Reader:
    """Reads the words of so many records. Where that is worth it and there is a processor for it, a second process is begun at
    once, and ends with the block."""

    def __init__(self, records: int):
        self._child = _Child() if records > _ALONE and (os.cpu_count() or 1) > 1 else None

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *_: object) -> None:
        if self._child is not None:
            self._child.end()
            forget_words()  # what is known of so many is in the words now

    def hear(self, words: Sequence[str]) -> None:
        """Take words that will have to be read."""
        if self._child is not None:
            self._child.send(words)

    def read(self, words: Sequence[str], report: Callable[[int, int], None]) -> list[Word]:
        """What is known of each word; ``words`` are those heard of, in that order."""
        read: list[Word] = []
        total, others = len(words), 0
        while len(read) + others < total:
            read.append(word_of(words[-1 - len(read)]))
            if self._child is not None:
                others = len(self._child.found)
            report(min(len(read) + others, total), total)
        read.reverse()
        if self._child is not None:
            self._child.end()
            read = self._child.found[: total - len(read)] + read
        return read


def forget_words() -> None:
    """Give back what is kept of words beside the words themselves."""
    for kept in (readings, plain_keys, given_groups, patronymic_of, surname_endings, shared):
        kept.cache_clear()


class _Child:
    """A second process that reads words in the order they are sent. ``found`` grows as it does; where none can be begun, or it
    fails, it grows no more."""

    def __init__(self):
        self.found: list[Word] = []
        self.threads: list[threading.Thread] = []
        self._queue: SimpleQueue[list[str] | None] = SimpleQueue()
        path = os.pathsep.join(one or os.getcwd() for one in sys.path)
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-c", _CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                env=os.environ | {"PYTHONPATH": path},
            )  # fmt: skip
        except (OSError, TypeError, ValueError):  # no interpreter to begin
            self._process = None
            return
        self.threads = [threading.Thread(target=work, daemon=True) for work in (self._tell, self._listen)]
        for thread in self.threads:
            thread.start()

    def send(self, words: Sequence[str]) -> None:
        """Let it read these words."""
        self._queue.put(list(words))

    def _tell(self) -> None:
        try:
            while (words := self._queue.get()) is not None:
                pickle.dump(words, self._process.stdin, pickle.HIGHEST_PROTOCOL)
                self._process.stdin.flush()
        except (OSError, ValueError):  # it has ended
            return

    def _listen(self) -> None:
        try:
            while True:
                self.found += [word_from(*parts) for parts in pickle.load(self._process.stdout)]
        except (OSError, ValueError, TypeError, EOFError, pickle.UnpicklingError):  # it has ended, or is none of ours
            return

    def end(self) -> None:
        """Leave no process behind."""
        if self._process is None:
            return
        self._process.kill()
        self._process.wait()
        self._queue.put(None)
        for thread in self.threads:
            thread.join()
        self._process.stdout.close()
        try:
            self._process.stdin.close()
        except OSError:  # what was never read
            pass
        self._process = None


def read_for_parent() -> None:
    """What the second process does: lists of words from the standard input, what is known of them to the standard output."""
    gc.disable()  # nothing that it makes holds itself
    word_of("иванов")  # the tables
    answer(sys.stdin.buffer, sys.stdout.buffer)


def answer(source: BinaryIO, target: BinaryIO) -> None:
    """Read words and tell of them, list by list, until there are no more."""
    since = 0
    try:
        while True:
            words = pickle.load(source)
            for start in range(0, len(words), _BATCH):
                pickle.dump([_parts_of(word_of(word)) for word in words[start : start + _BATCH]], target, pickle.HIGHEST_PROTOCOL)
                target.flush()
            since += len(words)
            if since >= _KEPT:
                forget_words()
                since = 0
    except EOFError:
        return


def _parts_of(word: Word) -> tuple:
    return word.keys, word.givens, word.fathers, word.firsts, word.reviewed, word.gender, word.role
