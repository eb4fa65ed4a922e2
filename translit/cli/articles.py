"""Articles for a page: texts with their mentions, and what each mention becomes in another spelling."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

import click

from .progress import Progress
from .reading import Source, documents


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its mentions; ``spelled`` holds what stands in place of each in the spelling ``to``, if one is asked."""

    name: str
    lang: str
    text: str
    mentions: tuple
    to: str = ""
    spelled: tuple[str, ...] = ()

    @property
    def rewritten(self) -> str:
        """The text in the spelling ``to``."""
        pieces, end = [], 0
        for mention, new in zip(self.mentions, self.spelled, strict=bool(self.to)):
            pieces += [self.text[end : mention.start], new]
            end = mention.end
        return "".join([*pieces, self.text[end:]])

    @property
    def changes(self) -> int:
        """How many mentions are written otherwise in ``to``."""
        return sum(mention.surface != new for mention, new in zip(self.mentions, self.spelled, strict=False))


def linked_articles(sources: Iterable[Source], find) -> list[Article]:
    """The texts of ``sources`` with the mentions that ``find(text, memory)`` gives."""
    return [_read(source, lambda text, memory: [(one, "") for one in find(text, memory)], "") for source in sources]


def respelled_articles(sources: Iterable[Source], respell, to: str) -> list[Article]:
    """The texts of ``sources`` with the pairs that ``respell(text, memory)`` gives: a mention, and what it becomes."""
    return [_read(source, respell, to) for source in sources]


def _read(source: Source, pairs_of, to: str) -> Article:
    from .. import Memory, detect

    memory, text, mentions, spelled = Memory(), [], [], []
    with Progress(source) as progress:
        for document in documents(source):
            text.append(document.text)
            for mention, new in pairs_of(document.text, memory):
                shift = document.start
                mentions.append(replace(mention, start=mention.start + shift, end=mention.end + shift))
                spelled.append(new)
            progress.step()
    whole = "".join(text)
    lang = detect(whole[:10_000]).lang or "und"
    return Article(source.name, lang, whole, tuple(mentions), to, tuple(spelled) if to else ())


def check_page(is_table: bool, as_json: bool) -> None:
    """Raise UsageError for what a page cannot show."""
    if is_table:
        raise click.UsageError("--format html shows texts; for a table use -c without it")
    if as_json:
        raise click.UsageError("--format html and --json do not go together")


def paragraphs(text: str, mentions: tuple) -> list[tuple[int, int]]:
    """Where the paragraphs of ``text`` begin and end: cut at blank lines, else at lines, never inside a mention.

    >>> paragraphs("Minsk\\n\\nTwo lines\\nof one.\\n", ())
    [(0, 5), (7, 24)]
    >>> paragraphs("One.\\nTwo.", ())
    [(0, 4), (5, 9)]
    """
    import re

    blank = re.compile(r"\n[ \t\r]*\n\s*")
    cut = blank if blank.search(text.strip()) else re.compile(r"\r?\n")
    cuts = [(0, 0), *(found.span() for found in cut.finditer(text)), (len(text), len(text))]
    inside, at = [], 0
    for start, end in cuts:
        while at < len(mentions) and mentions[at].end <= start:
            at += 1
        if at == len(mentions) or not (mentions[at].start < start and end < mentions[at].end):
            inside.append((start, end))
    found = [(end, start) for (_, end), (start, _) in pairwise(inside)]
    return [(start, start + len(text[start:end].rstrip())) for start, end in found if text[start:end].strip()]
