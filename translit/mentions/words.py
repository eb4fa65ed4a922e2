"""The words of a text as the mention finder sees them: place, capitals, neighbours, the forms each may stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from functools import lru_cache

from ..names import bases, given_groups, is_title
from ..tables.languages import languages
from ..text import APOSTROPHES, Token, has_cyrillic, tokens

_SENTENCE_END = re.compile(r"[.!?…:;]['\"”’»)\]]*\s+['\"“„‘«(\[—–-]*$|\n\s*['\"“„‘«(\[—–-]*$|^\W*$|[—–]\s*$")
_JOINS = re.compile(r"[ \u00a0]{1,2}|[ \u00a0]?\n[ \u00a0]?")
_OPENING_QUOTE = "‘"  # no romanization writes ь so
_TITLE_CASE_LEAST = 0.65
_STOPS, _TAIL = ".!?…", 4


@dataclass(frozen=True, slots=True)
class Stand:
    """A form that a word may stand for: itself (``case`` None), or a base with the case the word would then be in, and
    the language it would be in."""

    form: str
    case: str | None = None
    gender: str | None = None
    lang: str = ""


@dataclass(slots=True)
class Word:
    """One word of a text; ``gap`` is what stands between the word before and this one."""

    token: Token
    gap: str
    starts_sentence: bool
    stands: tuple[Stand, ...] = field(default=())

    @property
    def surface(self) -> str:
        """The word as it stands in the text."""
        return self.token.surface

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        first = self.surface[0]
        return first != first.lower()

    @property
    def all_capital(self) -> bool:
        """Whether it has two letters or more, all capitals."""
        return len(self.surface) > 1 and self.surface == self.surface.upper() != self.surface.lower()

    @property
    def is_initial(self) -> bool:
        """Whether it can be an initial: one capital letter, or a digraph for one (Ю. as Yu.)."""
        return self.capital and (len(self.surface) == 1 or (len(self.surface) == 2 and not self.all_capital))


@dataclass(slots=True)
class Words:
    """All words of a text in its language."""

    text: str
    lang: str
    words: list[Word]
    _surfaces: frozenset[str] | None = None
    _headlines: list[bool] = field(default_factory=list)

    def has(self, surface: str) -> bool:
        """Whether the text has this very word somewhere."""
        if self._surfaces is None:
            self._surfaces = frozenset(word.surface for word in self.words)
        return surface in self._surfaces

    def before(self, at: int) -> str:
        """The character before word ``at``; empty at the text's start."""
        start = self.words[at].token.start
        return self.text[start - 1 : start] if start else ""

    def joined(self, at: int) -> bool:
        """Whether word ``at`` follows the one before within a name: a space or two, at most one line break."""
        return at > 0 and _JOINS.fullmatch(self.words[at].gap) is not None

    def hyphened(self, at: int) -> bool:
        """Whether a bare hyphen joins word ``at`` to the one before."""
        return at > 0 and self.words[at].gap == "-"

    def after_initial(self, at: int) -> bool:
        """Whether the word before is an initial with its full stop."""
        return at > 0 and self.words[at - 1].is_initial and self.words[at].gap in (". ", ".", ".\u00a0")

    def is_title_case(self, at: int) -> bool:
        """Whether most longer words of the line around word ``at`` are capitalised, and it ends without a full stop, as
        headlines do."""
        if not self._headlines:
            self._headlines = [shouted for first, last in self._lines() for shouted in [self._is_headline(first, last)] * (last - first)]
        return self._headlines[at]

    def _lines(self) -> Iterator[tuple[int, int]]:
        """The words of each line, from the first to behind the last."""
        first = 0
        for at in range(1, len(self.words)):
            if "\n" in self.words[at].gap:
                yield first, at
                first = at
        yield first, len(self.words)

    def _is_headline(self, first: int, last: int) -> bool:
        end = self.words[last - 1].token.end
        behind = self.text[end : end + _TAIL].partition("\n")[0]
        if any(stop in behind for stop in _STOPS):
            return False
        longer = [word for word in self.words[first:last] if len(word.surface) > 3 and not word.surface.isdigit()]
        return len(longer) >= 4 and sum(word.capital for word in longer) >= _TITLE_CASE_LEAST * len(longer)

    def is_ordinary(self, at: int) -> bool:
        """Whether a capitalised word needs no name behind it: a title, a month, a nationality, a small word."""
        surface = self.words[at].surface
        low = surface.lower()
        profile = languages().get(self.lang)
        following = self.words[at + 1].surface if at + 1 < len(self.words) else ""
        return (
            is_title(surface, self.lang)
            or is_title(f"{surface} {following}", self.lang)
            or (profile is not None and (low in profile.words or low in profile.capitals))
            or any(low in one.capitals for one in languages().values() if one.id in ("en", "de"))
        )


def words_of(text: str, lang: str) -> Words:
    """The words of ``text``, Latin possessives and elisions cut off (Lukashenka’s, d’Alexandre)."""
    hung = {"s"} | (languages()[lang].tails if lang in languages() else set())
    cut = [piece for token in tokens(text) for piece in _cut(token, hung) if piece.surface]
    words = []
    end = 0
    for token in cut:
        before = text[max(0, token.start - 12) : token.start]
        starts = token.start == 0 or _SENTENCE_END.search(before) is not None and not _after_initial(words, before)
        words.append(Word(token, text[end : token.start], starts))
        end = token.end
    return Words(text, lang, words)


def _after_initial(words: list[Word], before: str) -> bool:
    return bool(words) and words[-1].is_initial and re.search(r"\.\s*$", before) is not None


def _cut(token: Token, hung: Set[str]) -> list[Token]:
    """A word at its apostrophes, where what follows is a tail (Lukashenka’s, Лукашэнка’s) or what leads is an elision
    (d’, l’); a romanized soft sign (Solov’ev) and a Cyrillic apostrophe stay inside."""
    surface = token.surface
    for at, char in enumerate(surface):
        if char not in APOSTROPHES:
            continue
        quoted = char == _OPENING_QUOTE and not has_cyrillic(surface)
        if quoted or _comes_apart(surface[:at], surface[at + 1 :], hung):
            left = Token(surface[:at], token.start, token.start + at)
            return [*_cut(left, hung), *_cut(Token(surface[at + 1 :], token.start + at + 1, token.end), hung)]
    return [token]


def _comes_apart(left: str, right: str, hung: Set[str]) -> bool:
    """Whether an apostrophe between ``left`` and ``right`` parts two words."""
    quoted = right[:1] != right[:1].lower() and left != left.upper()  # a quotation mark without its space
    if has_cyrillic(left + right):
        return quoted or has_cyrillic(left) != has_cyrillic(right)
    return quoted or len(left) <= 2 or right.lower() in hung


def stands_of(word: str, lang: str) -> tuple[Stand, ...]:
    """The forms a word may stand for in a text of ``lang``: itself first, then its bases."""
    return _stands(word, lang)


@lru_cache(32768)
def _stands(word: str, lang: str) -> tuple[Stand, ...]:
    found = {word: Stand(word)}
    if len(word) > 2 and not word.isdigit():
        for spelled in _languages(lang, has_cyrillic(word)):
            for inflected in bases(word, spelled):
                if inflected.base != word:
                    stand = Stand(inflected.base, inflected.case, inflected.gender, spelled)
                    found.setdefault(inflected.base, stand)
    return tuple(found.values())


def _languages(lang: str, cyrillic: bool) -> tuple[str, ...]:
    """The languages a word of a text may be inflected in: the text's own; where that is not known, or writes another
    script, those the tables know best."""
    if lang in languages() and (languages()[lang].script == "Cyrl") == cyrillic:
        return (lang,)
    return ("be", "ru", "uk") if cyrillic else ()


def is_given(word: str, lang: str) -> bool:
    """Whether a word, or a base of it, is a given name of the tables."""
    return any(given_groups(stand.form) for stand in stands_of(word, lang))
