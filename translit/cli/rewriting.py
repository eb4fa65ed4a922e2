"""What becomes of a block of lines: romanized, under one scheme or all, or read back into Cyrillic."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..errors import ForeignLetterError, TranslitError
from .reading import BOM, decode_lines, split_end
from .results import json_line
from .workers import Done

Provenance = dict[str, str]


@dataclass(frozen=True, slots=True)
class Romanizing:
    """Romanize a block under ``scheme``; with ``made_by`` as a JSON record a line."""

    scheme: str
    on_foreign: str = "keep"
    stress: str = "drop"
    made_by: Provenance | None = None

    def __call__(self, name: str, first: int, block: bytes) -> Done:
        """The block rewritten, and what went wrong after that."""
        return _rewrite(self._write, name, first, block)

    @property
    def suffixes(self) -> tuple[str, ...]:
        """What is put after a column's name for the new cells."""
        return ("romanized",)

    def cells(self, cell: str) -> tuple[str, ...]:
        """The new cells of a cell."""
        return (self._romanize(cell),)

    def _romanize(self, text: str) -> str:
        from .. import romanize

        return romanize(text, self.scheme, on_foreign=self.on_foreign, stress=self.stress)

    def _write(self, name: str, first: int, text: str) -> str:
        written = self._romanize(text)
        if self.made_by is None:
            return written
        return "".join(
            json_line({"file": name, "line": line, "text": before, "romanized": after, "scheme": self.scheme},
                      self.made_by)
            for line, (before, after) in enumerate(zip(_bare_lines(text), _bare_lines(written), strict=True), first)
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class ComparingSchemes:
    """Romanize every line under each of ``schemes``: a line per scheme, id and text between a tab, and a blank line
    before the next; with ``made_by`` one JSON record with all of them. ``follows``: another input came before."""

    schemes: tuple[str, ...]
    on_foreign: str = "keep"
    stress: str = "drop"
    follows: bool = False
    made_by: Provenance | None = None

    def __call__(self, name: str, first: int, block: bytes) -> Done:
        """The block rewritten, and what went wrong after that."""
        return _rewrite(self._write, name, first, block)

    @property
    def suffixes(self) -> tuple[str, ...]:
        """What is put after a column's name for the new cells."""
        return self.schemes

    def cells(self, cell: str) -> tuple[str, ...]:
        """The new cells of a cell."""
        return tuple(self._romanize(cell))

    def _romanize(self, text: str) -> list[str]:
        from .. import romanize

        return [romanize(text, scheme, on_foreign=self.on_foreign, stress=self.stress) for scheme in self.schemes]

    def _write(self, name: str, first: int, text: str) -> str:
        texts = [text, *self._romanize(text)]
        if first == 1:
            texts = [one.removeprefix(BOM) for one in texts]  # it would stand inside a line
        found = []
        for line, (before, *after) in enumerate(zip(*map(_bare_lines, texts), strict=True), first):
            pairs = list(zip(self.schemes, after, strict=True))
            if self.made_by is not None:
                record = {"file": name, "line": line, "text": before, "romanized": dict(pairs)}
                found.append(json_line(record, self.made_by))
                continue
            found += ["\n"] if line > 1 or self.follows else []
            found += [f"{scheme}\t{one}\n" for scheme, one in pairs]
        return "".join(found)


@dataclass(frozen=True, slots=True)
class Cyrillizing:
    """Read a block's Latin words back into Cyrillic, the best reading of each; with ``made_by`` a JSON record a line,
    which has the next best readings too."""

    scheme: str
    lang: str
    made_by: Provenance | None = None

    def __call__(self, name: str, first: int, block: bytes) -> Done:
        """The block rewritten, and what went wrong after that."""
        return _rewrite(self._write, name, first, block)

    @property
    def suffixes(self) -> tuple[str, ...]:
        """What is put after a column's name for the new cells."""
        return ("cyrillized",)

    def cells(self, cell: str) -> tuple[str, ...]:
        """The new cells of a cell."""
        return (self._best(cell),)

    def _best(self, text: str) -> str:
        found = self._readings(text)
        return found[0].text if found else text

    def _readings(self, text: str) -> list:
        from .. import cyrillize

        return cyrillize(text, self.scheme, lang=self.lang)

    def _write(self, name: str, first: int, text: str) -> str:
        if self.made_by is None:
            return "".join(self._best(line) + end for line, end in map(split_end, _lines(text)))
        found = []
        for number, line in enumerate(_bare_lines(text), first):
            readings = self._readings(line)
            candidates = [{"text": one.text, "score": one.score, "scheme": one.scheme} for one in readings]
            record = {"file": name, "line": number, "text": line, "cyrillized": readings[0].text if readings else line,
                      "scheme": self.scheme, "candidates": candidates}  # fmt: skip
            found.append(json_line(record, self.made_by))
        return "".join(found)


def _rewrite(write: Callable[[str, int, str], str], name: str, first: int, block: bytes) -> Done:
    """A block as bytes: what can be written, and the message of what went wrong, with its place. Lines before the
    fault are written."""
    text, undecodable = decode_lines(name, first, block)
    told = None if undecodable is None else str(undecodable)
    try:
        return write(name, first, text).encode("utf-8"), told
    except ForeignLetterError as fault:
        start = text.rfind("\n", 0, fault.position) + 1
        place = f"{name}:{first + text.count(chr(10), 0, start)}:{fault.position - start + 1}"
        return write(name, first, text[:start]).encode("utf-8"), f"{place}: {fault}"
    except TranslitError as fault:
        return b"", str(fault)


def _lines(text: str) -> list[str]:
    """The lines with their ends; only a line feed ends one."""
    lines = text.split("\n")
    last = lines.pop()
    return [line + "\n" for line in lines] + ([last] if last else [])


def _bare_lines(text: str) -> list[str]:
    return [split_end(line)[0] for line in _lines(text)]
