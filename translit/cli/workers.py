"""The same work in several processes: blocks handed out in turn, results taken back in order."""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from ..errors import InputError, TranslitError

Done = tuple[bytes, str | None]  # what is to be written, and the message of what went wrong after it
Work = Callable[[str, int, bytes], Done]  # asked with the input's name, the number of the block's first line, the block


@dataclass(frozen=True, slots=True)
class Task:
    """One block of an input, and what is to be done with it; ``work`` can be pickled."""

    work: Work
    name: str
    line: int
    block: bytes


def count_processors() -> int:
    """How many processors this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def do_in_order(tasks: Iterable[Task | None], jobs: int) -> Iterator[Done]:
    """What becomes of every task, in order, worked on by ``jobs`` processes (1: by this one).

    At most ``jobs`` tasks are on their way, so memory stays bounded. A task of None says that nothing more is to be
    had for now: what is on its way is waited for and given out. However the iterator ends, its processes end too.
    """
    if jobs == 1:
        yield from (task.work(task.name, task.line, task.block) for task in tasks if task is not None)
        return
    free: list[_Worker] = []
    busy: deque[_Worker] = deque()
    fault = None
    try:
        tasks = iter(tasks)
        while True:
            try:
                task = next(tasks, ...)
            except TranslitError as met:
                fault = met  # raised when the blocks before it are done
                break
            if task is ...:
                break
            if task is None:
                yield from _drain(busy, free)
                continue
            done = None
            if len(busy) == jobs:
                worker = busy.popleft()
                done = worker.take()
            else:
                worker = free.pop() if free else _Worker()
            busy.append(worker)
            worker.give(task)  # before what is done is written, so that nobody waits
            if done is not None:
                yield done
        yield from _drain(busy, free)
    except BaseException:
        for worker in (*busy, *free):
            worker.end()
        raise
    for worker in free:
        worker.leave()
    for worker in free:
        worker.wait()
    if fault is not None:
        raise fault


def _drain(busy: deque[_Worker], free: list[_Worker]) -> Iterator[Done]:
    while busy:
        done = busy[0].take()
        free.append(busy.popleft())
        yield done


class _Worker:
    """A process that does one task after the other, as long as this one lives."""

    def __init__(self):
        import multiprocessing

        # A fork is at once ready; it is safe only while no library has threads.
        forked = sys.platform == "linux" and "numpy" not in sys.modules
        context = multiprocessing.get_context("fork" if forked else "spawn")
        self._pipe, theirs = context.Pipe()
        arguments = (theirs, self._pipe if forked else None)
        self._process = context.Process(target=_do_tasks, args=arguments, daemon=True)
        blocked = _block_signals()
        try:
            self._process.start()
        finally:
            theirs.close()
            if blocked is not None:
                signal.pthread_sigmask(signal.SIG_SETMASK, blocked)

    def give(self, task: Task) -> None:
        """Hand out a task; the one before it must have been taken back."""
        try:
            self._pipe.send((task.work, task.name, task.line))
            self._pipe.send_bytes(task.block)
        except OSError:
            raise _lost() from None

    def take(self) -> Done:
        """Wait for what became of the task."""
        try:
            done, told, is_bug = self._pipe.recv_bytes(), *self._pipe.recv()
        except (EOFError, OSError):
            raise _lost() from None
        if is_bug:
            raise RuntimeError(told)
        return done, told

    def leave(self) -> None:
        """Let the process go: it ends when nobody can give it a task any more."""
        self._pipe.close()

    def wait(self) -> None:
        """Wait until the process is gone."""
        self._process.join()

    def end(self) -> None:
        """End the process at once."""
        self._pipe.close()
        self._process.terminate()
        self._process.join()


def _block_signals() -> set | None:
    """Keep signals back while a process begins, which must not meet them before it is ready."""
    mask = getattr(signal, "pthread_sigmask", None)
    return mask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM}) if mask else None


def _lost() -> InputError:
    return InputError("a process of --jobs was ended from outside (is memory short?); try --jobs 1")


def _do_tasks(pipe, other_end) -> None:
    """What a process does: tasks until the pipe is closed. Ctrl-C is the first process's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, signal.SIGTERM})
    if other_end is not None:
        other_end.close()  # else the pipe would stay open by this very process
    with suppress(EOFError, OSError):
        while True:
            work, name, line = pipe.recv()
            block = pipe.recv_bytes()
            try:
                done, told, is_bug = *work(name, line, block), False
            except Exception as fault:
                done, told, is_bug = b"", f"{type(fault).__name__}: {fault}", True
            pipe.send_bytes(done)
            pipe.send((told, is_bug))
