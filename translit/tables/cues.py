"""What stands beside names in running text: titles, type words, verbs of speech, legal forms, by language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..errors import TableError
from .files import files_by_language, read_toml, root, shown

_LONGEST_ENDING = 5
_LEAST_STEM = 2
_WORDS = ("titles", "says", "place", "place-after", "in", "heads", "ends", "named", "starts", "peoples", "articles")
HABITS = frozenset((
    "either-order", "surname-first", "two-surnames", "capital-nouns", "one-capital", "genitives", "titles-alone",
    "changing-stems", "small-behind-hyphen", "articles",
))  # fmt: skip
_KEYS = {"lang", "source", "company", "habits", *_WORDS}


@dataclass(frozen=True, slots=True)
class WordList:
    """Words of one role: whole ones, stems that take endings (``ministr-``), and ends of compounds (``-minister``)."""

    words: frozenset[str] = frozenset()
    stems: frozenset[str] = frozenset()
    tails: tuple[str, ...] = ()

    def has(self, word: str) -> bool:
        """Whether ``word`` (lower case) is of this role."""
        if word in self.words:
            return True
        if self.stems:
            for cut in range(_LONGEST_ENDING + 1):
                if word[: len(word) - cut] in self.stems and cut <= len(word) - cut:
                    return True
        return bool(self.tails) and word.endswith(self.tails)


@dataclass(frozen=True, slots=True)
class Cues:
    """The words of one language that stand beside names.

    ``titles`` before or after a person, ``says`` beside one; ``place`` before a place, ``after`` behind it,
    ``prepositions`` before it; ``heads`` organisations are named after, ``ends`` things; ``named`` stands before an
    organisation's name; ``starts`` begin sentences and no name, ``peoples`` are capitalised adjectives, ``articles`` stand before nouns where every noun has a capital; ``company`` are legal forms as they are written. ``habits``
    (some of HABITS) say how names stand in the language.
    """

    lang: str
    titles: WordList
    says: WordList
    place: WordList
    after: WordList
    prepositions: WordList
    heads: WordList
    ends: WordList
    named: WordList
    starts: WordList
    peoples: WordList
    articles: WordList
    company: tuple[str, ...]
    habits: frozenset[str] = frozenset()
    source: str = ""
    path: str = ""


@cache
def cues_of(lang: str) -> Cues:
    """The cues of ``lang``, else of its base language; of a language without a table, none at all."""
    for code in (lang, lang.split("-")[0]):
        if code in _files():
            return read_cues(_files()[code], code)
    return Cues(lang, *(WordList() for _ in _WORDS), ())


@cache
def all_cues() -> tuple[Cues, ...]:
    """The cues of every table file, each once."""
    return tuple(read_cues(path, next(lang for lang, one in _files().items() if one == path)) for path in dict.fromkeys(_files().values()))


@cache
def _files() -> dict[str, Path]:
    return files_by_language(root() / "mentions")


def read_cues(path: Path, lang: str) -> Cues:
    """One table file as the cues of ``lang``; raises TableError with file, entry and problem."""
    raw = read_toml(path)
    unknown = raw.keys() - _KEYS
    if unknown:
        raise TableError(shown(path), ", ".join(sorted(unknown)), "unknown key")
    if not raw.get("source"):
        raise TableError(shown(path), problem="needs a source")
    habits = frozenset(raw.get("habits", "").split())
    if not habits <= HABITS:
        raise TableError(shown(path), "habits", f"knows {', '.join(sorted(HABITS))}")
    lists = [_word_list(raw.get(key, ""), key, path) for key in _WORDS]
    titles, says, place, after, prepositions, heads, ends, named, starts, peoples, articles = lists
    return Cues(
        lang, titles, says, place, after, prepositions, heads, ends, named, starts, peoples, articles, tuple(raw.get("company", ())),
        habits, raw["source"], shown(path),
    )  # fmt: skip


def _word_list(said: object, key: str, path: Path) -> WordList:
    if not isinstance(said, str):
        raise TableError(shown(path), key, "is one string, its words parted by spaces")
    words, stems, tails = set(), set(), []
    for word in said.split():
        if word != word.lower():
            raise TableError(shown(path), key, f"{word!r} must be lower case")
        if word.startswith("-"):
            tails.append(word[1:])
        elif word.endswith("-"):
            stems.add(word[:-1])
        else:
            words.add(word.replace("_", " "))
    short = [word for word in (*stems, *tails) if len(word) < _LEAST_STEM]
    if short:
        raise TableError(shown(path), key, f"{short[0]!r} is too short to take endings")
    return WordList(frozenset(words), frozenset(stems), tuple(sorted(tails)))
