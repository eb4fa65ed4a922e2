"""The same work in several processes: blocks handed to whoever is free, results taken back in order."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..errors import InputError, TranslitError
from .reading import Range

if TYPE_CHECKING:
    from mmap import mmap
    from multiprocessing.connection import Connection

Done = tuple[bytes, str | None]  # what is to be written, and the message of what went wrong after it
Work = Callable[[str, int, bytes], Done]  # asked with the input's name, the number of the block's first line, the block

_ROOM = 1 << 24  # bytes of memory that two processes share; only what is used of it is taken
_SIGNALS = {signal.SIGINT, signal.SIGTERM}


@dataclass(frozen=True, slots=True)
class Task:
    """One block of an input, and what is to be done with it; ``work`` can be pickled. A block that is a range of a file is
    read where the work is done; its work does not ask for the line but to say what went wrong."""

    work: Work
    name: str
    line: int
    block: bytes | Range


def count_processors() -> int:
    """How many processors this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def do_in_order(tasks: Iterable[Task | None], jobs: int) -> Iterator[Done]:
    """What becomes of every task, in order, worked on by ``jobs`` processes (1: by this one).

    Whoever is free gets the next task. At most twice ``jobs`` are on their way or wait for one before them, so memory
    stays bounded. A task of None says that nothing more is to be had for now: what is on its way is waited for and
    given out. However the iterator ends, its processes end too.
    """
    if jobs == 1:
        _keep_memory()
        yield from (_do(task.work, task.name, task.line, task.block) for task in tasks if task is not None)
        return
    _keep_memory()
    crew = _Crew(jobs)
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
                yield from crew.finish()
                continue
            crew.give(task)  # before what is done is written, so that nobody waits
            yield from crew.take()
        yield from crew.finish()
    except BaseException:
        crew.end()
        raise
    crew.leave()
    if fault is not None:
        raise fault


def _keep_memory() -> None:
    """Have the C library keep the memory of one block for the next. As long as it has seen no larger piece given back
    (this one is never touched), it returns each to the system, and getting it anew takes a fifth of the time."""
    bytes(_ROOM)


class _Crew:
    """Processes, begun as they are needed, and what became of their tasks."""

    def __init__(self, jobs: int):
        self._jobs = jobs
        self._free: list[_Worker] = []
        self._busy: dict[_Worker, int] = {}  # with the number of its task
        self._done: dict[int, Done] = {}
        self._given = self._taken = 0

    def give(self, task: Task) -> None:
        """Hand a task to a process as soon as one is free and none is far behind."""
        while self._busy and (
            len(self._busy) == self._jobs or self._given - min(self._busy.values()) >= 2 * self._jobs
        ):
            self._wait()
        worker = self._free.pop() if self._free else _Worker(_share(len(self._busy), self._jobs))
        self._busy[worker] = self._given
        self._given += 1
        worker.give(task)

    def take(self) -> Iterator[Done]:
        """What is done, as far as all before it is."""
        while self._taken in self._done:
            done = self._done.pop(self._taken)
            self._taken += 1
            yield done

    def finish(self) -> Iterator[Done]:
        """What becomes of every task given out."""
        while self._busy:
            self._wait()
            yield from self.take()
        yield from self.take()

    def _wait(self) -> None:
        from multiprocessing.connection import wait

        ready = wait([worker.pipe for worker in self._busy])
        for worker in [worker for worker in self._busy if worker.pipe in ready]:
            self._done[self._busy.pop(worker)] = worker.take()
            self._free.append(worker)

    def end(self) -> None:
        """End all processes at once."""
        for worker in (*self._busy, *self._free):
            worker.end()

    def leave(self) -> None:
        """Let all processes go, and wait until they are gone."""
        for worker in self._free:
            worker.leave()
        for worker in self._free:
            worker.wait()


def _share(place: int, jobs: int) -> set[int]:
    """The processors of one of ``jobs`` processes, where the system can be told. Left alone it keeps them beside the
    one that wakes them, on one processor, as soon as anything else runs."""
    if not hasattr(os, "sched_setaffinity"):
        return set()
    allowed = sorted(os.sched_getaffinity(0))
    return set(allowed[place % len(allowed) :: jobs])


class _Worker:
    """A process that does one task after the other, as long as this one lives."""

    def __init__(self, processors: set[int]):
        import multiprocessing
        from mmap import mmap

        # A fork is at once ready and shares memory; it is safe only while no library has threads.
        forked = sys.platform == "linux" and "numpy" not in sys.modules
        context = multiprocessing.get_context("fork" if forked else "spawn")
        ours, theirs = context.Pipe()
        room = mmap(-1, _ROOM) if forked else None
        self._channel = _Channel(ours, room)
        arguments = (_Channel(theirs, room), ours if forked else None, processors)
        self._process = context.Process(target=_do_tasks, args=arguments, daemon=True)
        blocked = _block_signals()
        try:
            self._process.start()
        finally:
            theirs.close()
            if blocked is not None:
                signal.pthread_sigmask(signal.SIG_SETMASK, blocked)

    @property
    def pipe(self) -> Connection:
        """What can be read from when a task is done."""
        return self._channel.pipe

    def give(self, task: Task) -> None:
        """Hand out a task; the one before it must have been taken back."""
        try:
            block, place = (b"", task.block) if isinstance(task.block, Range) else (task.block, None)
            self._channel.send(block, task.work, task.name, task.line, place)
        except OSError:
            raise _lost() from None

    def take(self) -> Done:
        """Wait for what became of the task."""
        try:
            done, told, is_bug = self._channel.receive()
        except (EOFError, OSError):
            raise _lost() from None
        if is_bug:
            raise RuntimeError(told)
        return done, told

    def leave(self) -> None:
        """Let the process go: it ends when nobody can give it a task any more."""
        self._channel.pipe.close()

    def wait(self) -> None:
        """Wait until the process is gone."""
        self._process.join()

    def end(self) -> None:
        """End the process at once."""
        self._channel.pipe.close()
        self._process.terminate()
        self._process.join()


def _block_signals() -> set | None:
    """Keep signals back while a process begins, which must not meet them before it is ready."""
    mask = getattr(signal, "pthread_sigmask", None)
    return mask(signal.SIG_BLOCK, _SIGNALS) if mask else None


def _lost() -> InputError:
    return InputError("a process of --jobs was ended from outside (is memory short?); try --jobs 1")


@dataclass(frozen=True, slots=True)
class _Channel:
    """One end of what lies between two processes: bytes go by ``room``, memory that both see, where there is one and
    they fit; else, as all the rest, by ``pipe``. Each side waits for the other's answer, so the room has one user."""

    pipe: Connection
    room: mmap | None

    def send(self, data: bytes, *said: object) -> None:
        """Send bytes, and what is said about them."""
        fits = self.room is not None and len(data) <= _ROOM
        if fits:
            self.room[: len(data)] = data
        self.pipe.send((len(data) if fits else None, *said))
        if not fits:
            self.pipe.send_bytes(data)

    def receive(self) -> tuple:
        """The bytes that were sent, and what was said about them."""
        size, *said = self.pipe.recv()
        return self.room[:size] if size is not None else self.pipe.recv_bytes(), *said


def _do(work: Work, name: str, line: int, block: bytes | Range) -> Done:
    if not isinstance(block, Range):
        return work(name, line, block)
    try:
        read = block.read()
        done, told = work(name, line, read)
        return (done, told) if told is None else work(name, line + block.lines_before(), read)
    except OSError as fault:
        return b"", f"{name}: cannot be read ({fault.strerror or fault})"


def _do_tasks(channel: _Channel, other_end: Connection | None, processors: set[int]) -> None:
    """What a process does: tasks until the pipe is closed. Ctrl-C is the first process's business."""
    _keep_memory()
    if processors:
        with suppress(OSError):
            os.sched_setaffinity(0, processors)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
    if other_end is not None:
        other_end.close()  # else the pipe would stay open by this very process
    with suppress(EOFError, OSError):
        while True:
            block, work, name, line, place = channel.receive()
            try:
                done, told, is_bug = *_do(work, name, line, place or block), False
            except Exception as fault:
                done, told, is_bug = b"", f"{type(fault).__name__}: {fault}", True
            channel.send(done, told, is_bug)
